"""More than 100,000 malformed bodies: nothing but typed errors, and never a value that is a guess.

The bodies are mutations of valid ones: odd values in place of fields, missing and doubled parts,
and bytes that are cut, flipped or overwritten.
"""

import importlib.util
import json
import random
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from math import isfinite
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from smartcloud.exceptions import SmartCloudError
from smartcloud.models import ChargingState, LockState

pytestmark = pytest.mark.slow


def load_answers() -> ModuleType:
    """Import the neighbour by its path: test folders are no packages."""
    path = Path(__file__).with_name("answers.py")
    spec = importlib.util.spec_from_file_location("cloud_answers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ANSWERS = load_answers().ANSWERS
MUTATED, DAMAGED = 2000, 800
TIMES_OF = {"status": 5}
ODD = tuple(
    json.dumps(value)
    for value in (
        *(None, True, False, "", " ", "NaN", "Infinity", "-1e30", "1e30", "??", "٣", "0x10"),
        *(10**30, -(10**30), 1e300, -1e300, [], {}, [[]], [None], {"list": {}}, "2047x"),
    )
)
RAW = (b"NaN", b"Infinity", b"1e999", b"\xff", b"\x00", b"}", b"]", b'"', b"\\ud800", b"[" * 50)
DERIVED = ("status", "charge status")
"""What several fields say together: judged below and in the tables."""


def mutated(document: Any, dice: random.Random) -> bytes:
    """Replace or drop parts of a document, which stays JSON."""
    for _ in range(dice.choice((1, 1, 2, 5))):
        node = document
        while node:
            key = dice.choice(list(node) if isinstance(node, dict) else range(len(node)))
            child = node[key]
            if isinstance(child, dict | list) and child and dice.random() < 0.9:
                node = child
                continue
            if isinstance(node, dict) and dice.random() < 0.2:
                del node[key]
            else:
                node[key] = json.loads(dice.choice(ODD))
            break
    return json.dumps(document).encode()


def damaged(sample: bytes, dice: random.Random) -> bytes:
    """Cut out, cut off or overwrite bytes."""
    start, end = sorted(dice.randrange(len(sample) + 1) for _ in range(2))
    raw = dice.choice((b"", dice.choice(RAW)))
    return sample[:start] + raw + dice.choice((b"", sample[start:], sample[end:]))


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Return all scalars of a model; places in lists are not told apart."""
    if is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple | frozenset):
        for entry in value:
            yield from leaves(entry, path)
    elif not isinstance(value, dict):
        yield path, value


def is_honest(value: Any, valid: set[Any]) -> bool:
    """True if a value is unknown, what the valid body says, or one of the odd scalars itself."""
    if value is None or isinstance(value, str | Enum) or value in valid:
        return True
    return isinstance(value, bool)


@pytest.mark.parametrize("name", ANSWERS)
def test_mutated_bodies(name: str) -> None:
    document, parse = ANSWERS[name]
    sample = json.dumps(document)
    valid: dict[str, set[Any]] = {}
    for path, value in leaves(parse(sample.encode())):
        valid.setdefault(path, set()).add(value)
    assert any(value not in (None, "") for values in valid.values() for value in values)
    dice = random.Random(name)

    for _ in range(MUTATED * TIMES_OF.get(name, 1)):
        body = mutated(json.loads(sample), dice)
        try:
            model = parse(body)
        except SmartCloudError:
            continue
        for path, value in leaves(model) if name not in DERIVED else ():
            assert is_honest(value, valid.get(path, set())), (path, value, body)


@pytest.mark.parametrize("name", ANSWERS)
def test_damaged_bodies(name: str) -> None:
    document, parse = ANSWERS[name]
    sample = json.dumps(document).encode()
    dice = random.Random(name)

    for _ in range(DAMAGED * TIMES_OF.get(name, 1)):
        try:
            model = parse(damaged(sample, dice))
        except SmartCloudError:
            continue
        for path, value in leaves(model):
            assert not isinstance(value, float) or isfinite(value), path


def test_a_status_never_claims_what_it_cannot_know() -> None:
    """Locked, closed and charging are said only by the very fields that say so."""
    document, parse = ANSWERS["status"]
    dice = random.Random("claims")
    for _ in range(3000):
        broken = json.loads(json.dumps(document))
        more = broken["vehicleStatus"]["additionalVehicleStatus"]
        garbage = dice.choice(("", "??", None, [], {}, 10**30, "NaN"))
        more["drivingSafetyStatus"]["centralLockingStatus"] = garbage
        more["drivingSafetyStatus"]["doorOpenStatusDriver"] = garbage
        more["climateStatus"]["winStatusDriver"] = garbage
        more["electricVehicleStatus"]["chargerState"] = garbage
        more["electricVehicleStatus"]["statusOfChargerConnection"] = garbage
        more["electricVehicleStatus"]["chargeLevel"] = garbage
        status = parse(json.dumps(broken).encode())

        assert status.access.lock_state is LockState.UNKNOWN
        assert status.access.doors.all_closed is None
        assert status.access.windows.all_closed is None
        assert status.charging.state is ChargingState.UNKNOWN
        assert status.battery.state_of_charge_percent is None
        assert isinstance(status.fetched_at, datetime)


def test_there_are_enough() -> None:
    assert sum((MUTATED + DAMAGED) * TIMES_OF.get(name, 1) for name in ANSWERS) >= 100_000
