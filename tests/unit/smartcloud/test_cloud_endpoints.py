"""The catalogue is complete, consistent, and every row of this market can be called."""

import csv
import re
from collections import Counter
from importlib.resources import files

import pytest

from smartcloud.calls import build_call
from smartcloud.endpoints import endpoints
from smartcloud.exceptions import InvalidArgumentError, UnsupportedError
from smartcloud.models import Model, Region, Tokens, Vehicle
from smartcloud.regions import HOSTS, ecarx_host, model_of

ALL = endpoints()


def test_every_row_is_there() -> None:
    assert len(ALL) == 342
    rows = list(
        csv.DictReader((files("smartcloud") / "endpoints.csv").read_text("utf-8").splitlines())
    )
    assert len(rows) == len(ALL)


def test_totals_of_signed_families() -> None:
    interfaces = Counter(endpoint.interface for endpoint in ALL.values())

    assert interfaces["Car Sharing v2 Signed"] == 26
    assert interfaces["AccountIAMApi"] == 14
    assert interfaces["IoV WebServiceInterface"] == 167


@pytest.mark.parametrize("endpoint", ALL.values(), ids=ALL.keys())
def test_row(endpoint) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", endpoint.name)
    assert endpoint.method in {"GET", "POST", "PUT", "DELETE"}
    assert endpoint.host == "ecarx" or endpoint.host in HOSTS
    assert endpoint.regions
    assert endpoint.status in {"documented", "proposed"}
    assert endpoint.signing in {"ecarx", "iam", "vc", "xs", "gigya", "dcs", "other", "none"}
    assert endpoint.domain
    assert endpoint.description
    assert endpoint.path.count("{") == endpoint.path.count("}")


@pytest.mark.parametrize(
    ("name", "params", "path", "query"),
    [
        (
            "vehicle_list",
            {},
            "/device-platform/user/vehicle/secure",
            {"needSharedCar": "1", "userId": "112233"},
        ),
        (
            "vehicle_status",
            {},
            "/remote-control/vehicle/status/HESXR1C40PS000001",
            {"latest": "True", "target": "basic,more", "userId": "112233"},
        ),
        (
            "charge_limit",
            {},
            "/remote-control/vehicle/status/soc/HESXR1C40PS000001",
            {"setting": "charging"},
        ),
        (
            "trip_journal",
            {"startTime": "1", "endTime": "2", "pageIndex": "3"},
            "/geelyTCAccess/tcservices/vehicle/status/journalLogV4/HESXR1C40PS000001",
            {
                "startTime": "1",
                "endTime": "2",
                "pageIndex": "3",
                "pageSize": "20",
                "userId": "112233",
            },
        ),
        (
            "send_destination",
            {},
            "/geelyTCAccess/tcservices/ihu/send/to/car",
            {"vin": "HESXR1C40PS000001"},
        ),
        (
            "abilities_eu",
            {"modelCode": "HX11+A/B"},
            "/vehicle/v1/ability/HX11%2BA%2FB/HESXR1C40PS000001",
            {},
        ),
        ("wallet_signature", {}, "/api/v1/wallet/sign", {}),
    ],
)
def test_call(
    tokens: Tokens, make_car, name: str, params: dict[str, str], path: str, query: dict[str, str]
) -> None:
    call = build_call(ALL[name], tokens, vehicle=make_car(Model.ONE), params=params)

    assert (call.path, call.params) == (path, query)


def test_call_without_a_part_of_the_path(tokens: Tokens) -> None:
    with pytest.raises(InvalidArgumentError):
        build_call(ALL["vehicle_status"], tokens, vehicle=None)


def test_call_of_the_other_market(tokens: Tokens) -> None:
    with pytest.raises(UnsupportedError):
        build_call(ALL["abilities_intl"], tokens, vehicle=None)


@pytest.mark.parametrize(
    ("series", "model", "host"),
    [
        ("HX11", Model.ONE, "ecarx_v1"),
        ("HC11_IL", Model.THREE, "ecarx_v1"),
        ("HY11", Model.FIVE, "ecarx_v2"),
        ("HZ11", Model.UNKNOWN, "ecarx_v1"),
        ("", Model.UNKNOWN, "ecarx_v1"),
    ],
)
def test_host_by_series(series: str, model: Model, host: str) -> None:
    car = Vehicle(
        vin="HESXR1C40PS000001", region=Region.EU, model=model_of(series), series_code=series
    )

    assert (car.model, ecarx_host(car)) == (model, host)
