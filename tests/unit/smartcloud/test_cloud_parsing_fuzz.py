"""Thousands of broken answers: a typed error or unknown fields, never a crash, never a guess."""

import json
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartcloud.envelope import open_envelope
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import ChargingState, LockState, Model, Region, Vehicle, VehicleStatus
from smartcloud.parsing import (
    parse_charge_limit,
    parse_receipt,
    parse_state_flags,
    parse_status,
    parse_vehicles,
)
from smartcloud.transport import Response

pytestmark = pytest.mark.slow

SAMPLE = json.loads((Path(__file__).parent / "status_one_ac_charging.json").read_text("utf-8"))
BYTES = json.dumps(SAMPLE).encode()
NOW = datetime(2025, 10, 9, tzinfo=UTC)
CAR = Vehicle(vin="HESXR1C40PS000001", region=Region.EU, model=Model.ONE, series_code="HX11")
MANY = settings(max_examples=700, deadline=None, suppress_health_check=list(HealthCheck))

odd_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**20, max_value=10**60),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        ["", "NaN", "1e30", "-0", "0x10", "1760000000", "2047", "101", "true", "٣", "1_0"]
    ),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=3),
)


def paths(node: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [path] if path else []
    if isinstance(node, dict):
        for key, child in node.items():
            found += paths(child, (*path, key))
    return found


PATHS = paths(SAMPLE)


def changed(changes: dict[tuple[str, ...], Any]) -> bytes:
    document = json.loads(BYTES)
    for path, value in changes.items():
        node = document
        for key in path[:-1]:
            node = node.get(key) if isinstance(node, dict) else None
        if isinstance(node, dict):
            if value is ...:
                node.pop(path[-1], None)
            else:
                node[path[-1]] = value
    return json.dumps(document).encode()


def read(body: bytes) -> VehicleStatus | None:
    """Read as the client does; only the errors of the family may come out."""
    try:
        envelope = open_envelope(Response(status=200, headers={}, body=body))
        return parse_status(envelope.payload, CAR, NOW)
    except SmartCloudError:
        return None


def assert_sane(status: VehicleStatus) -> None:
    charge = status.battery.state_of_charge_percent
    assert charge is None or (isfinite(charge) and 0 <= charge <= 100)
    assert status.battery.range_km is None or 0 <= status.battery.range_km <= 2000
    assert isinstance(status.charging.state, ChargingState)
    assert isinstance(status.access.lock_state, LockState)
    if status.position:
        assert -90 <= status.position.latitude <= 90
        assert -180 <= status.position.longitude <= 180
    assert status.updated_at is None or 2015 <= status.updated_at.year <= 2100
    assert all(len(code) < 60 for code in status.unknown_codes)


@MANY
@given(st.dictionaries(st.sampled_from(PATHS), odd_values | st.just(...), min_size=1, max_size=12))
def test_changed_fields(changes: dict[tuple[str, ...], Any]) -> None:
    status = read(changed(changes))

    if status:
        assert_sane(status)


@MANY
@given(st.sampled_from(PATHS), odd_values)
def test_one_odd_field_changes_nothing_else(path: tuple[str, ...], value: Any) -> None:
    if len(path) < 5 or isinstance(value, dict | list):  # blocks hold many fields
        return
    status, whole = read(changed({path: value})), read(BYTES)

    assert status is not None
    assert whole is not None
    parts = ("battery", "charging", "climate", "access", "tyres", "maintenance", "drive")
    different = [part for part in parts if getattr(status, part) != getattr(whole, part)]
    # The charge takes part in the estimate of DC power only, so one part at most can differ.
    assert len(different) <= 1


@MANY
@given(
    st.lists(st.tuples(st.integers(0, len(BYTES) - 1), st.integers(0, 255)), min_size=1, max_size=8)
)
def test_flipped_bytes(flips: list[tuple[int, int]]) -> None:
    body = bytearray(BYTES)
    for place, value in flips:
        body[place] = value

    status = read(bytes(body))

    if status:
        assert_sane(status)


@MANY
@given(st.integers(0, len(BYTES)), st.binary(max_size=20))
def test_truncated_and_continued(length: int, tail: bytes) -> None:
    status = read(BYTES[:length] + tail)

    if status:
        assert_sane(status)


json_values = st.recursive(
    odd_values,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "code",
                    "data",
                    "list",
                    "vin",
                    "soc",
                    "sharingId",
                    "vehicleStatus",
                    "serviceResult",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
)


@MANY
@given(json_values)
def test_any_json_for_every_parser(value: Any) -> None:
    payload = json.dumps(value).encode()

    for parse in (parse_charge_limit, parse_state_flags, parse_receipt):
        parse(payload)
    parse_vehicles(payload, Region.EU)
    read(payload)


def test_deep_nesting() -> None:
    assert read(b'{"code":1000,"data":' + b"[" * 100_000) is None
    assert read(b'{"code":1000,"data":' + b"[" * 5000 + b"]" * 5000 + b"}") is None
