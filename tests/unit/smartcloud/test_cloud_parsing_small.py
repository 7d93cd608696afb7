"""Vehicle list, charging target, state flags, sharings, receipts."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from smartcloud.models import (
    ChargeLimit,
    Model,
    Region,
    Sharing,
    SharingStatus,
    StateFlags,
    Vehicle,
)
from smartcloud.parsing import (
    parse_charge_limit,
    parse_receipt,
    parse_state_flags,
    parse_vehicles,
)
from smartcloud.parsing.sharings import parse_sharings

LIST = json.loads((Path(__file__).parent / "vehicle_list.json").read_text("utf-8"))["data"]


def raw(value: Any) -> bytes:
    return json.dumps(value).encode()


def test_vehicle_list() -> None:
    assert parse_vehicles(raw(LIST), Region.EU) == (
        Vehicle(
            vin="HESXR1C40PS000001",
            region=Region.EU,
            model=Model.ONE,
            series_code="HX11",
            model_code="HX11_EUL_Premium_RWD_000",
            mat_code="HX1E2D2A0001000001",
            trim="Premium",
            colour="G00 EXAMPLE BLUE",
            plate="EX-AM 1E",
            is_shared=False,
        ),
        Vehicle(
            vin="HESYA4C40SG000005",
            region=Region.EU,
            model=Model.FIVE,
            series_code="HY11",
            model_code="HY11_EUL_Pro+_RWD_000",
            mat_code="HY1E2D1A0005000005",
            trim="Pro",
            colour="B00 EXAMPLE GREY",
            is_shared=True,
        ),
    )


def test_vehicle_list_leaves_out_what_is_no_car() -> None:
    entries = [
        None,
        3,
        [],
        {"vin": ""},
        {"vin": 5},
        {"vin": "TOO-SHORT"},
        {"vin": "HESCB4C43RS000009", "seriesCodeVs": "HC11_IL", "modelYear": 2024},
    ]

    cars = parse_vehicles(raw({"list": entries * 2}), Region.INTL)

    assert [(car.vin, car.model, car.model_year, car.is_shared) for car in cars] == [
        ("HESCB4C43RS000009", Model.THREE, "2024", None)
    ]


@pytest.mark.parametrize(
    "payload", [b"null", b"[]", b'{"list": null}', b'{"list": {}}', b'{"list": "x"}', b"{"]
)
def test_empty_vehicle_list(payload: bytes) -> None:
    assert parse_vehicles(payload, Region.EU) == ()


def test_unknown_series() -> None:
    (car,) = parse_vehicles(
        raw({"list": [{"vin": "HESXR1C40PS000001", "seriesCodeVs": "HZ99"}]}), Region.EU
    )

    assert (car.model, car.series_code) == (Model.UNKNOWN, "HZ99")


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (
            {"soc": "800", "socTime": "1759980000000"},
            ChargeLimit(percent=80, set_at=datetime(2025, 10, 9, 3, 20, tzinfo=UTC)),
        ),
        ({"soc": 905}, ChargeLimit(percent=90.5)),
        ({"soc": "1001"}, ChargeLimit()),
        ({"soc": ""}, ChargeLimit()),
        (None, ChargeLimit()),
    ],
)
def test_charge_limit(data: Any, limit: ChargeLimit) -> None:
    assert parse_charge_limit(raw(data)) == limit


def test_state_flags() -> None:
    data = {
        "journalLogState": 1,
        "positionUploadState": 0,
        "powerMode": "1",
        "nextWakeupTime": "1760086400000",
        "valetModeState": 2,
    }

    assert parse_state_flags(raw(data)) == StateFlags(
        is_journal_on=True,
        is_position_upload_on=False,
        power_mode="accessory",
        next_wakeup_at=datetime(2025, 10, 10, 8, 53, 20, tzinfo=UTC),
        is_valet_on=None,
    )


def test_sharings() -> None:
    entry = {
        "sharingId": "shr-0001",
        "vin": "HESXR1C40PS000001",
        "status": "PENDING",
        "ownerUserId": "112233",
        "acceptorUserId": "445566",
        "acceptorAccount": "friend@example.com",
        "startTime": 1760000000000,
        "endTime": 1760600000000,
    }

    (sharing,) = parse_sharings({"list": [entry, entry, {"vin": "x"}, 7]})

    assert sharing == Sharing(
        sharing_id="shr-0001",
        vin="HESXR1C40PS000001",
        status=SharingStatus.PENDING,
        owner_user_id="112233",
        acceptor_user_id="445566",
        acceptor_name="friend@example.com",
        starts_at=datetime(2025, 10, 9, 8, 53, 20, tzinfo=UTC),
        ends_at=datetime(2025, 10, 16, 7, 33, 20, tzinfo=UTC),
    )
    assert sharing.is_request


@pytest.mark.parametrize("status", ["UNKNOWN", "NEW", "", None, 3])
def test_unknown_sharing_status_is_no_request(status: Any) -> None:
    entry = {"sharingId": 1, "vin": "HESXR1C40PS000001", "status": status, "acceptorUserId": "2"}

    (sharing,) = parse_sharings({"list": [entry]})

    assert (sharing.status, sharing.is_request) == (SharingStatus.UNKNOWN, False)


@pytest.mark.parametrize(
    ("data", "is_refused", "session_id"),
    [
        ({"sessionId": "0f1e", "serviceResult": {"operationResult": 1}}, False, "0f1e"),
        ({"serviceResult": {"operationResult": "0"}}, True, ""),
        ({"serviceResult": None}, False, ""),
        (None, False, ""),
    ],
)
def test_receipt(data: Any, is_refused: bool, session_id: str) -> None:
    receipt = parse_receipt(raw(data))

    assert (receipt.is_refused, receipt.session_id) == (is_refused, session_id)
