"""Compiled languages, kept beside the byte code and like it: written once, read at every start.

A kept language is only read if none of the sources of this package have changed. It is trusted as
byte code is: who can write to that folder can change the program anyway.
"""

import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent
_SOURCES = (
    "*.py",
    "*.yaml",
    "*/{code}.yaml",
    "*/{code}.txt",
    "examples/*_{code}.yaml",
    "examples/negatives.yaml",
    "examples/traps*.yaml",
)
_DIGEST_BYTES = 32


def read(code: str) -> Any | None:
    """Return what was kept for a language; ``None`` if nothing was, or its sources have changed."""
    try:
        content = path_of(code).read_bytes()
    except OSError:
        return None
    if content[:_DIGEST_BYTES] != _digest(code):
        return None
    with _without_collector():
        return pickle.loads(memoryview(content)[_DIGEST_BYTES:])  # noqa: S301 - as byte code


def is_kept(code: str) -> bool:
    """Return whether a language is kept as its sources are now."""
    try:
        with path_of(code).open("rb") as file:
            return file.read(_DIGEST_BYTES) == _digest(code)
    except OSError:
        return False


def keep(code: str, compiled: object) -> None:
    """Keep a language; where that cannot be written, it is compiled anew at each start."""
    path = path_of(code)
    draft = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        draft.write_bytes(_digest(code) + pickle.dumps(compiled, pickle.HIGHEST_PROTOCOL))
        draft.replace(path)


def path_of(code: str) -> Path:
    """Return the file of a language, in the folder of the byte code."""
    beside = Path(cache_from_source(str(_PACKAGE / "language.py")))
    return beside.with_name(f"{code}.{sys.implementation.cache_tag}.language")


@cache
def _digest(code: str) -> bytes:
    """Return what tells the sources of a language, and of this package, from others."""
    joint = hashlib.sha256(sys.version.encode())
    for pattern in _SOURCES:
        for path in sorted(_PACKAGE.glob(pattern.format(code=code))):
            joint.update(hashlib.sha256(path.read_bytes()).digest())
    return joint.digest()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the collector from looking at a hundred thousand objects that stay, now and later."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
