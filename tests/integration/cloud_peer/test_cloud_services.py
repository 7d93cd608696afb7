"""The services around the car keep what they are told: people, keys, plans, contracts, places."""

import hashlib
import json
import time
import uuid
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

ONE, FIVE, THREE = "HESXR1C40PS000001", "HESYA4C40SG000005", "HESCA4C41PS000003"
V2 = "apiv2.ecloudeu.com"
SHARING = "/tsp-carsharing-platform/api-sign"
KEYS = "/digitalkey-service-20/api/v2"
PIN = "/member/pin"
GRANTS = "/remote-control/user/authorization"
SETTINGS = f"/charge-server/ecarx_charge_set/{ONE}"


@pytest.fixture
async def ben(stand):
    client = stand.client()
    await client.log_in_eu("ben@example.com", "Ben-drives-3")
    return client


async def said(client, method, path, body=None, query=""):
    """Send a request that must succeed; return its data."""
    answer = await client.ask(method, path, query, body)
    assert answer["code"] == "1000", answer
    return answer["data"]


async def xs(stand, client, path, body, secret=""):
    """Ask the EU's newer services, signed if there is a secret; return status and answer."""
    unique, stamp = str(uuid.uuid4()), str(int(time.time() * 1000))
    text = f"APP_EU&{unique}&{stamp}&SHA256&{secret}"
    headers = {
        "xs-channel-id": "APP_EU",
        "xs-sign-type": "SHA256",
        "xs-sign-timestamp": stamp,
        "xs-sign-uuid": unique,
        "xs-sign-value": hashlib.sha256(text.encode()).hexdigest(),
        "xs-auth-token": client.oauth,
    }
    address = f"{stand.url}/vehicle.vbs.srv.smart.com/{path}"
    async with stand.http.post(address, data=json.dumps(body), headers=headers) as answer:
        is_json = answer.content_type == "application/json"
        return answer.status, await answer.json() if is_json else await answer.text()


async def iam(stand, path, body, token=""):
    """Ask the INTL account service; return its answer."""
    address = f"{stand.url}/sg-app-api.smart.com/{path}"
    headers = {"authorization": token} if token else {}
    async with stand.http.post(address, json=body, headers=headers) as answer:
        return await answer.json()


async def test_sharing_gives_the_other_account_limited_rights_and_a_key(stand, anna_eu, ben):
    now = int(stand.clock.now().timestamp() * 1000)
    period = {"startTime": now, "endTime": now + 3_600_000}
    invitation = {"vin": ONE, "acceptorAccount": "ben@example.com", "rights": ["LOCK"], **period}
    shared = await said(anna_eu, "POST", f"{SHARING}/v1/create-car-sharing", invitation)
    named = {"sharingId": shared["sharingId"]}
    await said(ben, "POST", f"{SHARING}/v2/accept-car-sharing", named)
    query = f"needSharedCar=1&userId={ben.user_id}"
    cars = await said(ben, "GET", "/device-platform/user/vehicle/secure", query=query)
    await ben.select(ONE)

    assert {car["vin"]: car["shareStatus"] for car in cars["list"]} == {THREE: "N", ONE: "Y"}
    status = (await ben.status(ONE))["data"]["vehicleStatus"]["basicVehicleStatus"]
    assert status["position"]["latitude"] == ""
    assert await ben.command(ONE, "RCE_2", ("rce.conditioner", "1")) == "8160"
    assert await ben.code("PUT", f"/remote-control/schedule/{ONE}", "", {"enabled": True}) == "8160"
    assert await ben.code("POST", SETTINGS, "", {"bizType": "1", "command": "start"}) == "8160"
    assert await ben.command(ONE, "RDU_2", ("door", "all")) == "1000"
    reduced = await said(
        ben, "GET", f"{SHARING}/v1/vehicle-status", query=f"sharingId={shared['sharingId']}"
    )
    assert reduced["position"]["latitude"] == ""
    (key,) = (await said(anna_eu, "GET", f"{KEYS}/shared-digitalkeys"))["list"]
    assert (key["userId"], key["validTo"]) == (ben.user_id, period["endTime"])

    await said(ben, "POST", f"{SHARING}/v2/finish-car-sharing", named)

    assert (await ben.status(ONE))["code"] == "8040"
    assert (await said(anna_eu, "GET", f"{KEYS}/shared-digitalkeys"))["list"] == []


async def test_life_of_a_key(stand, anna_eu, ben):
    made = await said(anna_eu, "POST", f"{KEYS}/digitalkeys", {"vin": ONE, "deviceId": "d"})
    given = {"vin": ONE, "deviceId": "d", "acceptorAccount": "ben@example.com"}
    other = await said(anna_eu, "POST", f"{KEYS}/digitalkeys", given)
    named = {"keyId": made["keyId"]}

    await said(anna_eu, "POST", f"{KEYS}/digitalkeys/auth", named)
    await said(anna_eu, "POST", f"{KEYS}/digitalkeys/freeze", named)
    frozen = await said(anna_eu, "GET", f"{KEYS}/getDkStatus", query=f"keyId={made['keyId']}")
    refused = await anna_eu.code("POST", f"{KEYS}/digitalkeys/auth", "", named)
    await said(anna_eu, "POST", f"{KEYS}/digitalkeys/unFreeze", named)
    uses = await said(anna_eu, "GET", f"{KEYS}/getKeyUseRecords")
    task = await said(anna_eu, "POST", f"{KEYS}/digitalkeys/sync", {"vin": ONE})
    early = await said(anna_eu, "GET", f"{KEYS}/getDkSyncResult", query=f"taskId={task['taskId']}")
    stand.clock.advance(10)
    late = await said(anna_eu, "GET", f"{KEYS}/getDkSyncResult", query=f"taskId={task['taskId']}")

    assert (frozen["status"], refused) == ("FROZEN", "1404")
    assert [use["action"] for use in uses["list"]] == ["AUTH"]
    assert (early["finished"], late["finished"]) == (False, True)
    assert other["keyId"] in [
        k["keyId"] for k in (await said(ben, "GET", f"{KEYS}/digitalkeys"))["list"]
    ]
    assert (
        await ben.code("POST", f"{KEYS}/digitalkeys/freeze", "", {"keyId": other["keyId"]})
        == "8160"
    )
    await said(anna_eu, "DELETE", f"{KEYS}/digitalkeys/{other['keyId']}")
    assert await ben.code("DELETE", f"{KEYS}/digitalkeys/{other['keyId']}") == "1405"


async def test_pin_is_blocked_after_three_wrong_tries_until_it_is_set_again(anna_eu):
    await said(anna_eu, "POST", PIN, {"pin": "right"})
    tries = [await said(anna_eu, "POST", f"{PIN}/verify", {"pin": "wrong"}) for _ in range(3)]

    assert [one["remaining"] for one in tries] == [2, 1, 0]
    assert await anna_eu.code("POST", f"{PIN}/verify", "", {"pin": "right"}) == "8160"
    await said(anna_eu, "POST", PIN, {"pin": "new"})
    assert (await said(anna_eu, "POST", f"{PIN}/verify", {"pin": "new"}))["verified"]
    assert await anna_eu.code("PUT", f"{PIN}/status", "", {"pin": "x", "enabled": False}) == "8160"
    await said(anna_eu, "PUT", f"{PIN}/status", {"pin": "new", "enabled": False})
    assert await said(anna_eu, "GET", f"{PIN}/status") == {"pinSet": True, "enabled": False}


async def test_invitation_is_seen_by_its_two_sides(anna_eu, ben):
    path, body = "/member/invitationrequest", {"vin": ONE, "account": "ben@example.com"}
    made = (await said(anna_eu, "POST", path, body))["invitationId"]

    assert (await said(ben, "GET", f"{path}/{made}"))["vin"] == ONE
    assert await ben.code("DELETE", path, f"invitationId={made}") == "1405"
    await said(anna_eu, "DELETE", path, query=f"invitationId={made}")
    assert await ben.code("GET", f"{path}/{made}") == "1405"


async def test_switches_texts_and_places_are_kept(anna_eu):
    await said(anna_eu, "POST", "/profile/notification", {"type": "OTA", "enabled": False})
    place = {"name": "Home", "lat": 48.1, "lon": 11.6}
    kept = await said(anna_eu, "POST", "/api/v1/datasync/poistar", place)

    switches = (await said(anna_eu, "GET", "/profile/notification"))["list"]
    assert [s["type"] for s in switches if not s["enabled"]] == ["OTA"]
    assert await anna_eu.code("POST", "/profile/notification", "", {"type": "GREMLINS"}) == "1400"
    assert [
        p["name"] for p in (await said(anna_eu, "GET", "/api/v1/datasync/poistars"))["list"]
    ] == ["Home"]
    await said(anna_eu, "DELETE", f"/api/v1/datasync/poistar/{kept['collectionId']}")
    assert (await said(anna_eu, "GET", "/api/v1/datasync/poistars"))["list"] == []


async def test_grants_leave_records(stand, anna_eu):
    await stand.control("POST", "settings", {"grant_rotates_token": False})
    grant = {"serviceCode": "travelLogBusiCode", "authStatus": 1, "vin": ONE}
    assert (await said(anna_eu, "POST", f"{GRANTS}/selectRecordList", {"vin": ONE}))["list"] == []
    assert await anna_eu.code("POST", f"{GRANTS}/send/to/car", "", grant) == "1405"

    await said(anna_eu, "POST", f"{GRANTS}/insert", grant)
    stand.clock.advance(60)
    await said(anna_eu, "POST", f"{GRANTS}/send/to/car", grant)
    await said(anna_eu, "POST", f"{GRANTS}/insert", {**grant, "authStatus": 0})

    (record,) = (await said(anna_eu, "POST", f"{GRANTS}/selectRecordList", {"vin": ONE}))["list"]
    assert (record["authStatus"], record["serviceCode"]) == (0, "travelLogBusiCode")
    assert record["updateTime"] - record["createTime"] >= 60_000


async def test_erased_account_is_gone(stand, ben):
    path = f"{GRANTS}/userDeleteAccount"
    assert await ben.code("POST", path, "", {"userId": "112233"}) == "8160"
    await said(ben, "POST", path, {"userId": ben.user_id})

    assert await ben.code("GET", "/profile/notification") == "1402"
    accounts = await stand.control("GET", "accounts")
    assert "ben@example.com" not in [one["email"] for one in accounts]


def local_minute(stand, ahead_s: float) -> str:
    """Return a time of day in Munich, some seconds from now."""
    at = stand.clock.now().astimezone(ZoneInfo("Europe/Berlin"))
    return f"{at + timedelta(seconds=ahead_s):%H:%M}"


async def test_scheduled_charging_really_waits(stand, anna_eu):
    await anna_eu.select(ONE)
    window = {
        "rbcStartTime": local_minute(stand, 4 * 3600),
        "rbcEndTime": local_minute(stand, 5 * 3600),
    }
    body = {"bizType": "6", "command": "start", "chargeModel": "0", **window}
    await said(anna_eu, "POST", SETTINGS, body)
    stand.clock.advance(25)

    plugged = await stand.control("PATCH", f"cars/{ONE}", {"soc": 40, "plugged": True})
    stand.clock.advance(4.5 * 3600)
    charging = await stand.control("GET", f"cars/{ONE}")
    stand.clock.advance(3600)
    paused = await stand.control("GET", f"cars/{ONE}")
    await said(anna_eu, "POST", SETTINGS, {**body, "command": "stop"})
    stand.clock.advance(25)
    freed = await stand.control("GET", f"cars/{ONE}")

    states = [car["charging"] for car in (plugged, charging, paused, freed)]
    assert states == [False, True, False, True]
    assert plugged["soc"] == 40
    assert 50 < paused["soc"] < 60
    records = await said(anna_eu, "GET", f"/charge-server/ecarx_charge_record/{ONE}")
    assert records["list"][0]["startSoc"] == "40"
    (message,) = (await said(anna_eu, "GET", f"/push-platform/cache/message/{ONE}"))["list"]
    assert message["type"] == "CHARGING"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"bizType": "1"}, {"charging": True}),
        ({"bizType": "5", "targetSoc": "95"}, {"charge_limit": 95}),
        (
            {"bizType": "7", "temp": "25.0", "heat": [{"pos": "11", "level": "3"}]},
            {"climate": True},
        ),
    ],
    ids=["now", "general", "rapid climate"],
)
async def test_charge_server_moves_the_car(stand, anna_eu, body, expected):
    await anna_eu.select(ONE)
    await stand.control("PATCH", f"cars/{ONE}", {"plugged": True, "charging": False})

    await said(anna_eu, "POST", SETTINGS, {"command": "start", **body})
    stand.clock.advance(25)

    car = await stand.control("GET", f"cars/{ONE}")
    assert {name: car[name] for name in expected} == expected


async def test_climate_schedule_really_starts_the_climate(stand, anna_eu):
    await anna_eu.select(ONE)
    path = f"/remote-control/schedule/{ONE}"
    at = local_minute(stand, 2 * 3600)
    body = {"enabled": True, "scheduledTime": at, "temperature": 24.0, "duration": 30}
    await said(anna_eu, "PUT", path, body)
    running = []
    for seconds in (3600, 3600 + 300, 3600):
        stand.clock.advance(seconds)
        running.append((await stand.control("GET", f"cars/{ONE}"))["climate"])
    await said(anna_eu, "PUT", path, {"enabled": False})
    stand.clock.advance(23 * 3600)

    assert running == [False, True, False]
    assert (await stand.control("GET", f"cars/{ONE}"))["climate"] is False
    (stored,) = (await said(anna_eu, "GET", path))["scheduleList"]
    assert (stored["enabled"], stored["temperature"]) == (False, 24.0)


async def test_planned_departure_is_the_next_one(stand, anna_eu):
    await anna_eu.select(ONE)
    at = int(stand.clock.now().timestamp() * 1000) + 3 * 3_600_000
    body = {"bizType": "4", "command": "start", "scheduledTime": str(at), "scheduleList": []}
    await said(anna_eu, "POST", SETTINGS, body)
    stand.clock.advance(25)

    path = "/charge-server/charge_config/nextTravelTime"
    assert (await said(anna_eu, "GET", path, query=f"vin={ONE}"))["nextTravelTime"] == str(at)
    stand.clock.advance(3 * 3600 - 600)
    assert (await stand.control("GET", f"cars/{ONE}"))["climate"] is True


async def test_accessories_answer_once_they_are_fitted(stand, anna_eu):
    await anna_eu.select(ONE)
    path = f"/remote-control/getFridge/status/{ONE}"
    before = await anna_eu.code("GET", path)
    await stand.control("PATCH", f"cars/{ONE}", {"fitted": ["fridge", "locker"]})
    await anna_eu.command(ONE, "UFR", ("ufr.status", "1"))
    stand.clock.advance(25)

    assert before == "1405"
    assert (await said(anna_eu, "GET", path))["fridgeStatus"] == "on"
    secret = f"/remote-control/locker/secret/{ONE}"
    assert (await said(anna_eu, "GET", secret))["secretSet"] is False
    assert (await said(anna_eu, "POST", secret, {"secret": "d"}))["secretSet"] is True


async def test_weather_is_that_of_the_place_and_of_the_car_there(stand, anna_eu):
    async def warmth(place: str) -> int:
        seen = await said(anna_eu, "GET", "/security2/v2/weather/observe", query=place)
        return int(seen["temperature"])

    assert await warmth("lat=0&lon=11.6") > await warmth("lat=48.1&lon=11.6")
    stand.clock.advance(3600)
    car = await stand.control("GET", f"cars/{ONE}")
    where = f"lat={car['latitude']}&lon={car['longitude']}"
    assert await warmth(where) == pytest.approx(car["outside_temperature_c"], abs=0.6)


async def test_dealers_come_nearest_first(anna_eu):
    path = "/device-platform/dealers"
    near = await said(anna_eu, "GET", path, query="lat=48.1&lon=11.6")
    far = await said(anna_eu, "GET", path, query="lat=48.1&lon=11.6&radius=300")
    await said(anna_eu, "POST", "/device-platform/user/dealer", {"dealerId": "d-2"})

    distances = [dealer["distance"] for dealer in far["list"]]
    assert (len(near["list"]), distances) == (1, sorted(distances))
    assert len(distances) == 3
    chosen = await said(anna_eu, "GET", "/device-platform/user/dealer", query="type=preferred")
    assert chosen["dealerId"] == "d-2"


async def test_newer_services_want_their_signature(stand, anna_eu):
    path, body = "vehicle/v1/vehicleCustomerInfo/save", {"vin": ONE, "vehicleNickname": "Ada"}
    assert (await xs(stand, anna_eu, path, body))[1]["result"] is True
    await stand.control("POST", "settings", {"xs_secret": "EXAMPLE-XS-SECRET"})

    assert (await xs(stand, anna_eu, path, body, "wrong"))[0] == 401
    assert (await xs(stand, anna_eu, path, body, "EXAMPLE-XS-SECRET"))[0] == 200
    async with stand.http.post(f"{stand.url}/vehicle.vbs.srv.smart.com/{path}") as bare:
        assert bare.status == 401
    _, owned = await xs(stand, anna_eu, "vehicle/v1/ownership/list", {}, "EXAMPLE-XS-SECRET")
    assert [car["vehicleNickname"] for car in owned["result"]] == ["Ada", ""]


async def test_favourite_settings_are_kept(stand, anna_eu):
    base = "vehicle/v1/favourite"
    body = {"vin": ONE, "settings": [{"id": "w", "name": "Winter", "temp": "23"}]}
    await xs(stand, anna_eu, f"{base}/save", body)
    kept = (await xs(stand, anna_eu, f"{base}/query", {"vin": ONE}))[1]["result"]["settings"]
    await xs(stand, anna_eu, f"{base}/delete", {"vin": ONE, "id": "w"})
    left = (await xs(stand, anna_eu, f"{base}/query", {"vin": ONE}))[1]["result"]["settings"]

    assert (kept, left) == ([{"id": "w", "name": "Winter", "temp": "23"}], [])


async def test_unpaired_car_belongs_to_nobody_until_it_is_paired_again(stand, anna_eu):
    async def vcrm(path: str, body: dict[str, str]) -> int:
        headers = {"access-token": anna_eu.oauth, "id-token": anna_eu.id_token}
        address = f"{stand.url}/vcrm.srv.smart.com/v1/{path}"
        async with stand.http.post(address, json=body, headers=headers) as answer:
            return answer.status

    await anna_eu.select(ONE)
    assert await vcrm("vehicle-unpairing", {"vin": ONE}) == 200
    assert (await anna_eu.status(ONE))["code"] == "8040"
    assert await vcrm("vehicle-pairing", {"vin": THREE, "pairingCode": "000000"}) == 403
    assert await vcrm("vehicle-pairing", {"vin": ONE, "pairingCode": "123456"}) == 400
    assert await vcrm("vehicle-pairing", {"vin": ONE, "pairingCode": "000000"}) == 200
    assert await anna_eu.select(ONE) == "1000"


async def test_intl_account_from_joining_to_leaving(stand):
    base, email = "iam/service/api/v1", "mia@example.com"
    known = {"email": email, "password": "p1", "emailCode": "000000"}
    early = await iam(stand, f"{base}/signUp", known)
    await iam(stand, "captcha/generator/captcha/email/app/session", {"email": email})
    tokens = (await iam(stand, f"{base}/signUp", known))["result"]
    await iam(stand, "uc/api/user/toc/base/modify", {"nickName": "Mia"}, tokens["accessToken"])
    bound = {"idToken": "google-identity"}
    await iam(stand, f"{base}/thirdPart/google/bind", bound, tokens["accessToken"])
    elsewhere = await iam(stand, f"{base}/login/google", {"token": "google-identity"})
    await iam(stand, "captcha/generator/captcha/email/app/session", {"email": email})
    forgot = {"email": email, "emailCode": "000000", "newPassword": "p2"}
    await iam(stand, f"{base}/forgotPassword", forgot)
    old = await iam(stand, f"{base}/login", {"email": email, "password": "p1"})
    new = (await iam(stand, f"{base}/login", {"email": email, "password": "p2"}))["result"]
    await iam(stand, f"{base}/logoff", {}, new["accessToken"])
    gone = await iam(stand, f"{base}/checkEmailExist", {"email": email})

    assert early["code"] == "400"
    assert elsewhere["result"]["userId"] == tokens["userId"] == new["userId"]
    assert (old["code"], gone["result"]) == ("401", False)


async def test_charging_partner_sells_tokens_and_keeps_contracts(stand, anna_eu):
    dcs = f"{stand.url}/api.prod.digitalchargingsolutions.com/usergateway"
    pnc = f"{dcs}/private/plug-and-charge-service/v1/contracts/c-112233/pnc"
    await stand.control("POST", "settings", {"dcs_client_secret": "right"})
    headers = {"authorization": f"Bearer {await stand.partner_token(client_secret='right')}"}
    point = "DE:DCS:CHARGE_POINT:00000000-0000-4000-8000-000000000011"
    place = {"latitude": 48.1419, "longitude": 11.6331, "plugged": True}
    await stand.control("PATCH", f"cars/{ONE}", place)
    asked = {"DCSChargePointDynStatusRequest": [{"dcsChargePointId": point}]}

    assert await stand.partner_token(client_secret="wrong") == ""
    assert await stand.partner_token(client_secret="right", grant_type="password") == ""
    async with stand.http.get(pnc) as bare, stand.http.get(pnc, headers=headers) as answer:
        assert (bare.status, (await answer.json())["pncStatus"]) == (401, "ACTIVE")
    async with stand.http.post(f"{pnc}/terminate", headers=headers) as answer:
        assert answer.status == 200
    async with stand.http.get(pnc, headers=headers) as answer:
        assert (await answer.json())["pncStatus"] == "TERMINATED"
    states = f"{dcs}/public/poi-availability/v2/charge-points/query"
    async with stand.http.post(states, json=asked, headers=headers) as answer:
        (state,) = (await answer.json())["DCSChargePointDynStatusResponse"]
    assert state["OperationalStateCP"] == "CHARGING"


async def test_revoked_eco_token_is_worth_nothing(stand, anna_eu):
    base = f"{stand.url}/api.app-auth.srv.smart.com/v1"
    headers = {"x-api-key": "yHpsjnd9vzLq7GMowxBa"}
    oauth = {"authorization": f"Bearer {anna_eu.oauth}"}
    body = {"accessToken": "", "refreshToken": anna_eu.oauth_refresh}

    async with stand.http.post(f"{base}/token", json=body, headers=headers) as answer:
        assert (await answer.json())["expiresIn"] == 3600
    async with stand.http.get(f"{base}/user-info", headers=oauth) as answer:
        assert (await answer.json())["email"] == "anna@example.com"
    async with stand.http.post(f"{base}/revoke", json=body, headers=headers) as answer:
        assert answer.status == 204
    async with stand.http.post(f"{base}/token", json=body, headers=headers) as answer:
        assert answer.status == 401
    async with stand.http.get(f"{base}/user-info", headers=oauth) as answer:
        assert answer.status == 401


@pytest.mark.parametrize(
    ("kind", "check"),
    [
        ("empty", lambda raw: raw == b""),
        ("null_data", lambda raw: json.loads(raw)["data"] is None),
        ("html_200", lambda raw: raw.startswith(b"<html>")),
        ("huge_numbers", lambda raw: b'"chargeLevel": "1e30"' in raw),
        ("unknown_enum", lambda raw: b'"chargerState": "77"' in raw),
        ("missing_keys", lambda raw: b'"code": "1000"' in raw and b"basicVehicle" not in raw),
        ("gzip_bomb", lambda raw: len(raw) > 50_000_000),
    ],
)
async def test_further_spoilt_answers(stand, anna_eu, kind, check):
    await anna_eu.select(ONE)
    path, query = f"/remote-control/vehicle/status/{ONE}", f"userId={anna_eu.user_id}"
    await stand.control("POST", "faults", {"match": path, "kind": kind})
    headers = anna_eu.headers("GET", path, query, b"")

    address = f"{stand.url}/api.ecloudeu.com{path}?{query}"
    async with stand.http.get(address, headers=headers) as answer:
        assert answer.status == 200
        assert check(await answer.read())
