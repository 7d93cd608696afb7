"""Every endpoint of the catalogue is answered, and none falls over an empty or a strange body."""

import csv
import json
import re
from pathlib import Path

import pytest

import smartcloud
from simulator.cloud.endpoints.table import ROUTES
from simulator.cloud.hosts import host_key

ONE, FIVE = "HESXR1C40PS000001", "HESYA4C40SG000005"
V2 = "apiv2.ecloudeu.com"
CATALOGUE = Path(smartcloud.__file__).parent / "endpoints.csv"
PLACEHOLDER = re.compile(r"\{\w+\}")


def test_every_catalogued_platform_endpoint_has_a_row():
    rows = {(r.method, PLACEHOLDER.sub("{}", r.path)) for r in ROUTES if r.host == "ecarx"}
    with CATALOGUE.open() as lines:
        asked = {
            (line["method"], PLACEHOLDER.sub("{}", line["path"]))
            for line in csv.DictReader(lines)
            if line["host"].startswith("ecarx") and line["path"].startswith("/")
        }

    assert len(asked) > 150
    assert asked - rows == set()


@pytest.mark.parametrize("body", [None, {}, {"vin": ["x"], "sharingId": 7, "tripIds": "all"}])
async def test_no_platform_endpoint_breaks(stand, anna_eu, body):
    await anna_eu.select(ONE)
    rows = [r for r in ROUTES if r.host == "ecarx" and "session/secure" not in r.path]

    codes = {}
    for route in rows:
        path = PLACEHOLDER.sub("7", route.path.replace("{vin}", ONE))
        codes[route.method, route.path] = await anna_eu.code(route.method, path, "", body)

    assert codes.pop(("POST", "/ecarx-terminal-service/logan/upload.json")) == "200"
    assert set(codes.values()) <= {"1000", "1400", "1405", "8006", "8040", "8153", "8160"}
    assert codes["GET", "/remote-control/vehicle/status/{vin}"] == "1000"


async def test_geofence_is_stored_changed_and_removed(anna_eu):
    await anna_eu.select(ONE)
    base = "/geelyTCAccess/tcservices/vehicle/geofence"
    fence = {"vin": ONE, "name": "Home", "centerLatitude": "48.1", "centerLongitude": "11.6"}

    refused = await anna_eu.code("POST", base, "", fence)
    made = await anna_eu.ask("POST", base, "", {**fence, "radius": "500"})
    number = made["data"]["geofenceId"]
    await anna_eu.ask("PUT", base, "", {"geofenceId": number, "radius": "900"})
    listed = await anna_eu.ask("GET", f"{base}/all/{ONE}")
    await anna_eu.ask("DELETE", f"{base}/{number}")
    latest = await anna_eu.ask("GET", f"{base}/latest/{ONE}")

    assert refused == "1400"
    assert [(f["name"], f["radius"], f["enabled"]) for f in listed["data"]] == [
        ("Home", "900", True)
    ]
    assert latest["data"] is None


async def test_scheduled_charging_is_written_and_read_with_different_keys(anna_eu):
    await anna_eu.select(ONE)
    path = f"/charge-server/ecarx_charge_set/{ONE}"
    body = {
        "bizType": "6",
        "command": "start",
        "chargeModel": "0",
        "rbcStartTime": "23:00",
        "rbcEndTime": "07:00",
    }

    wrong = await anna_eu.ask("POST", path, "", {**body, "rbcModel": "0"})
    short = await anna_eu.ask("POST", path, "", {**body, "rbcEndTime": ""})
    await anna_eu.ask("POST", path, "", body)
    armed = (await anna_eu.ask("GET", path, "bizType=6"))["data"]
    await anna_eu.ask("POST", path, "", {**body, "command": "stop"})
    disarmed = (await anna_eu.ask("GET", path, "bizType=6"))["data"]

    assert (wrong["code"], wrong["message"]) == ("1400", "rbcStartTime must be empty")
    assert (short["code"], short["message"]) == ("1400", "rbcEndTime is missing")
    assert (armed["rbcStartTime"], armed["bcCycleActive"]) == ("23:00", "true")
    assert "bcCycleActive" not in disarmed


async def test_charging_records_are_newest_first(anna_eu):
    await anna_eu.select(ONE)

    said = await anna_eu.ask(
        "GET", f"/charge-server/ecarx_charge_record/{ONE}", "pageIndex=1&pageSize=2"
    )

    starts = [record["startTime"] for record in said["data"]["list"]]
    assert starts == sorted(starts, reverse=True)
    assert (len(starts), said["data"]["pagination"]["totleSize"]) == (2, 4)


async def test_qrvs_of_the_five_tells_the_chargers_power(stand, anna_eu):
    await anna_eu.select(FIVE, V2)
    await stand.control("PATCH", f"cars/{FIVE}", {"charger_kw": 150, "plugged": True})

    said = await anna_eu.ask(
        "GET", f"/geelyTCAccess/tcservices/vehicle/status/qrvs/{FIVE}", host=V2
    )

    amps = (int(said["data"]["chargeI"]) - 16_380) / 10
    volts = int(said["data"]["chargeU"]) / 4
    assert amps * volts / 1000 == pytest.approx(150 * 0.96, rel=0.02)


async def test_eu_ability_and_its_pictures(stand, anna_eu):
    path = f"vehicle/v1/ability/HY11_EUL_Pro+_RWD_000/{FIVE}"
    address = f"{stand.url}/vehicle.vbs.srv.smart.com/{path}"
    async with stand.http.get(address, headers={"authorization": anna_eu.token}) as answer:
        said = await answer.json()
    async with stand.http.get(said["result"]["vscData"]["imagesPath"]) as picture:
        kind = picture.content_type
    async with stand.http.get(address) as refused:
        status = refused.status

    assert (said["code"], said["result"]["saleName"]) == ("200", "Pro+")
    assert (kind, status) == ("image/png", 401)


async def test_charge_points_near_a_place(stand):
    partner = await stand.partner_token()
    base = f"{stand.url}/api.prod.digitalchargingsolutions.com/usergateway/public"
    box = {"latitudeNW": 48.15, "longitudeNW": 11.55, "latitudeSE": 48.12, "longitudeSE": 11.65}

    async def post(path: str, body: object):
        headers = {"authorization": f"Bearer {partner}"}
        address, raw = f"{base}/{path}", json.dumps(body)
        async with stand.http.post(address, data=raw, headers=headers) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    found = await post("poi-static-data/v1/poi-cluster-search", {"searchCriteria": box})
    ids = [pool["id"] for pool in found["pools"]]
    details = await post("poi-static-data/v1/pool-search", {"dcsPoolIds": ids})
    points = [p["id"] for pool in found["pools"] for p in pool["chargePoints"]]
    asked = {"DCSChargePointDynStatusRequest": [{"dcsChargePointId": p} for p in points]}
    states = await post("poi-availability/v2/charge-points/query", asked)
    prices = await post(
        "customer-service/v3/companycodes/X/tariffs/Y/prices",
        [{"charge_point": points[0], "power_type": "DC", "power": 150}],
    )

    assert len(ids) == len(details) == 2
    assert len(states["DCSChargePointDynStatusResponse"]) == 4
    assert prices[0]["elements"][0]["price_components"][0]["price"] == 0.69


@pytest.mark.parametrize("host", ["api.ecloudeu.com", "sg-app-api.smart.com", "ota.srv.smart.com"])
def test_real_hosts_are_known(host):
    assert host_key(host)
