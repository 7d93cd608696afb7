"""Whether what hears and speaks is there, in plain words for ``smartbot doctor``."""

import asyncio
import shutil
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from bot.notes.espeak import PROGRAM
from bot.notes.findings import Finding
from bot.notes.models import Choice
from bot.notes.whisper_files import lacking

_PATIENCE_S = 5.0
_PACKAGES = {  # of each engine, and the command that installs them
    "pocketsphinx": (("av", "pocketsphinx"), "make voice"),
    "whisper": (("av", "faster_whisper"), "make voice whisper"),
    "wyoming": (("av", "wyoming"), "make voice"),
    "espeak-ng": (("av",), "make voice"),
}


async def check_transcriber(choice: Choice) -> Finding:
    """Look at what hears voice notes."""
    if choice.kind == "none":
        return Finding(True, "TRANSCRIBER is none: voice notes get a friendly no.")
    if missing := _missing(choice.kind, "TRANSCRIBER"):
        return missing
    if choice.kind == "whisper" and (files := lacking(Path(choice.place))):
        names = ", ".join(files)
        return Finding(False, f"TRANSCRIBER names a folder without a whole Whisper model: {names}.")
    if choice.kind == "wyoming":
        return await _server(choice, "TRANSCRIBER", "Voice notes are heard")
    words = " in English" if choice.kind == "pocketsphinx" else ""
    return Finding(True, f"Voice notes are heard{words} by {choice.kind}.")


async def check_speaker(choice: Choice) -> Finding:
    """Look at what speaks answers."""
    if choice.kind == "none":
        return Finding(True, "SPEAKER is none: answers are written only.")
    if missing := _missing(choice.kind, "SPEAKER"):
        return missing
    if choice.kind == "wyoming":
        return await _server(choice, "SPEAKER", "Answers are spoken")
    if shutil.which(PROGRAM) is None:
        return Finding(False, f"SPEAKER needs the program {PROGRAM}: install Debian's package.")
    return Finding(True, f"Answers are spoken by {PROGRAM}.")


def _missing(kind: str, setting: str) -> Finding | None:
    packages, command = _PACKAGES[kind]
    absent = [package for package in packages if find_spec(package) is None]
    if not absent:
        return None
    return Finding(False, f"{setting} needs {' and '.join(absent)}: run `{command}`.")


async def _server(choice: Choice, setting: str, done: str) -> Finding:
    address = urlsplit(choice.place)
    try:
        async with asyncio.timeout(_PATIENCE_S):
            _, writer = await asyncio.open_connection(address.hostname, address.port)
    except (OSError, TimeoutError) as error:
        reason = type(error).__name__
        return Finding(False, f"The server that {setting} names cannot be reached ({reason}).")
    writer.close()
    return Finding(True, f"{done} by a wyoming server, which can be reached.")
