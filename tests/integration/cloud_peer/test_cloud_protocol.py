"""What the stand-in verifies, and the codes it answers with."""

import time

import pytest

ONE, THREE, FIVE = "HESXR1C40PS000001", "HESCA4C41PS000003", "HESYA4C40SG000005"
SYDNEY = "HESCB4C43RS000009"
V2 = "apiv2.ecloudeu.com"
LIST = "/device-platform/user/vehicle/secure"
SESSION = "/auth/account/session/secure"
STATUS = f"/remote-control/vehicle/status/{ONE}"


async def ask_list(client, **signing):
    """Return the code of the vehicle list, signed as told."""
    query = f"needSharedCar=1&userId={client.user_id}"
    headers = client.headers("GET", LIST, query, b"", **signing)
    return await client.code("GET", LIST, query, headers=headers)


async def test_intl_account_sees_its_car_in_sydney(stand):
    client = stand.client("INTL")
    await client.log_in_intl("anna@example.org", "Anna-drives-9")

    listed = await client.ask("GET", LIST, f"needSharedCar=1&userId={client.user_id}")
    await client.select(SYDNEY)
    said = await client.status(SYDNEY)

    assert [(c["vin"], c["seriesCodeVs"]) for c in listed["data"]["list"]] == [(SYDNEY, "HC11_IL")]
    place = said["data"]["vehicleStatus"]["basicVehicleStatus"]["position"]
    assert int(place["latitude"]) / 3_600_000 == pytest.approx(-33.8912)


async def test_intl_ability_needs_the_gateways_signature(stand):
    client = stand.client("INTL")
    await client.log_in_intl("anna@example.org", "Anna-drives-9")
    path = f"/vc/vehicle/v1/ability/HC1EXAMPLE01-01_IL/{SYDNEY}"
    address = f"{stand.url}/sg-app-api.smart.com{path}"

    good = client.gateway_headers(path)
    async with stand.http.get(address, headers=good) as answer:
        said = await answer.json()
    async with stand.http.get(address, headers=good) as again:
        repeated = (again.status, again.headers["x-ca-error-message"])
    async with stand.http.get(address, headers={**good, "date": "yesterday"}) as wrong:
        refused = (wrong.status, wrong.headers["x-ca-error-message"])

    assert (said["code"], said["result"]["saleName"]) == ("200", "BRABUS")
    assert repeated == (400, "Nonce Used")
    assert refused == (400, "Invalid Signature")


async def test_signature_time_and_nonce_are_verified_in_this_order(anna_eu):
    now = int(time.time() * 1000)

    assert await ask_list(anna_eu, nonce="0011223344556677") == "1000"
    assert await ask_list(anna_eu, nonce="0011223344556677") == "1443"
    assert await ask_list(anna_eu, at=now - 16 * 60_000) == "1442"
    assert await ask_list(anna_eu, at=now + 16 * 60_000) == "1442"
    assert await anna_eu.code("GET", LIST, "", headers={"authorization": anna_eu.token}) == "1445"


async def test_query_is_compared_sorted_and_encoded(anna_eu):
    await anna_eu.select(ONE)
    signed = f"latest=True&target=basic%2Cmore&userId={anna_eu.user_id}"
    unsorted = f"target=basic%2Cmore&latest=True&userId={anna_eu.user_id}"

    for sent, said in ((signed.replace("%2C", ","), "1000"), (unsorted, "1000")):
        headers = anna_eu.headers("GET", STATUS, signed, b"")
        assert await anna_eu.code("GET", STATUS, sent, headers=headers) == said
    headers = anna_eu.headers("GET", STATUS, unsorted, b"")
    assert await anna_eu.code("GET", STATUS, unsorted, headers=headers) == "1445"


async def test_parameters_and_paths_are_checked(anna_eu):
    await anna_eu.select(ONE)

    assert await anna_eu.code("GET", LIST, "needSharedCar=1") == "1400"
    assert await anna_eu.code("GET", "/no/such/path") == "1405"
    assert await anna_eu.code("GET", f"/remote-control/vehicle/status/soc/{ONE}") == "1400"


async def test_car_must_be_selected_or_named_by_headers(stand, anna_eu):
    assert (await anna_eu.status(ONE))["code"] == "8006"
    assert await anna_eu.select(ONE) == "1000"
    assert (await anna_eu.status(ONE))["code"] == "1000"

    other = stand.client()
    await other.log_in_eu("anna@example.com", "Anna-drives-1")
    assert await other.select(FIVE, V2) == "1000"

    assert (await anna_eu.status(ONE))["code"] == "4038"
    anna_eu.extra = {"x-vehicle-identifier": ONE, "x-vehicle-series": "HX1E2D2A0001000001"}
    assert (await anna_eu.status(ONE))["code"] == "1000"


async def test_five_lives_on_the_second_host_only(anna_eu):
    assert await anna_eu.select(FIVE) == "8063"
    assert await anna_eu.command(FIVE, "RDL_2", ("door", "all")) == "8060"
    assert await anna_eu.select(FIVE, V2) == "1000"
    assert await anna_eu.command(FIVE, "RDL_2", ("door", "all"), host=V2) == "1000"


async def test_car_of_somebody_else_is_not_bound(anna_eu):
    assert await anna_eu.select(THREE) == "8040"
    assert (await anna_eu.status(THREE))["code"] == "8040"


async def test_second_command_within_the_window_is_lost(stand, anna_eu):
    await anna_eu.select(ONE)

    assert await anna_eu.command(ONE, "RDU_2", ("door", "all")) == "1000"
    assert await anna_eu.command(ONE, "RHL", ("rhl", "horn")) == "8070"
    stand.clock.advance(21)

    car = await stand.control("GET", f"cars/{ONE}")
    assert (car["locked"], car["honks"]) == (False, 0)


async def test_session_expires_and_is_renewed_by_refresh_token(stand, anna_eu):
    stand.clock.advance(604_801)
    assert await ask_list(anna_eu) == "1000"
    old, anna_eu.token = anna_eu.token, ""

    oauth = await anna_eu.ask(
        "POST", SESSION, "identity_type=smart", {"accessToken": anna_eu.oauth}
    )
    anna_eu.extra = {"x-client-id": anna_eu.client_id}
    body = {"refreshToken": anna_eu.refresh_token, "proprietaryPlatform": "0"}
    renewed = await anna_eu.ask("PUT", SESSION, "", body)

    assert oauth["code"] == 1501
    assert renewed["code"] == 1000
    anna_eu.oauth = renewed["data"]["accessToken"]
    await anna_eu.exchange()
    assert await ask_list(anna_eu) == "1000"
    assert anna_eu.token != old


async def test_log_out_ends_the_token(anna_eu):
    assert await anna_eu.code("DELETE", SESSION) == "1000"
    assert await ask_list(anna_eu) == "1402"


async def test_single_session_switch_ends_the_other(stand, anna_eu):
    other = stand.client()
    await other.log_in_eu("anna@example.com", "Anna-drives-1")
    assert await ask_list(anna_eu) == "1000"

    await stand.control("POST", "settings", {"single_session": True})
    await other.exchange()

    assert await ask_list(anna_eu) == "1402"
    assert await ask_list(other) == "1000"


async def test_grant_opens_the_journal_and_rotates_the_token(anna_eu):
    await anna_eu.select(ONE)
    path = f"/geelyTCAccess/tcservices/vehicle/status/journalLogV4/{ONE}"
    until = int(time.time() * 1000)
    query = f"endTime={until}&pageIndex=1&pageSize=20&startTime=0&userId={anna_eu.user_id}"
    assert await anna_eu.code("GET", path, query) == "8153"

    grant = {"serviceCode": "travelLogBusiCode", "authStatus": 1, "vin": ONE}
    where = "/remote-control/user/authorization/insert"
    assert await anna_eu.code("POST", where, "", grant) == "1000"
    assert await anna_eu.code("GET", path, query) == "1402"
    await anna_eu.exchange()
    first = await anna_eu.ask("GET", path, query)
    second = await anna_eu.ask("GET", path, query.replace("pageIndex=1", "pageIndex=2"))

    assert first["data"]["pagination"]["totleSize"] == 24
    assert [len(page["data"]["list"]) for page in (first, second)] == [20, 4]
    assert await anna_eu.code("POST", where, "", grant) == "1000"
    assert await anna_eu.code("GET", path, query) == "1000"


async def test_ota_answers_without_envelope_and_knows_no_five(stand, anna_eu):
    headers = {"access_token": anna_eu.oauth, "id-token": "device"}
    said = {}
    for vin in (ONE, FIVE):
        address = f"{stand.url}/ota.srv.smart.com/app/info/{vin}"
        async with stand.http.get(address, headers=headers) as answer:
            said[vin] = await answer.json()

    assert said[ONE]["targetVersion"] == "smart OS 1.6.0 EU"
    assert said[FIVE]["code"] == "1003"


async def test_app_like_user_agent_is_refused_at_the_gateway(stand):
    address = f"{stand.url}/awsapi.future.smart.com/login-app/api/v1/authorize?uiLocales=de-DE"

    async with stand.http.get(address, headers={"user-agent": "Hello smart/1.4.0"}) as answer:
        assert answer.status == 403


async def test_gigya_needs_the_bootstrap_before_it_looks_at_a_password(stand):
    address = f"{stand.url}/auth.smart.com/accounts.login"
    form = {"loginID": "anna@example.com", "password": "Anna-drives-1"}

    async with stand.http.post(address, data=form) as answer:
        assert (answer.status, (await answer.json())["errorCode"]) == (200, 400006)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"email": "anna@example.org", "password": "wrong"}, "401"),
        ({"email": "anna@example.com", "password": "Anna-drives-1"}, "401"),
        ({"email": "anna@example.org"}, "400"),
    ],
)
async def test_intl_log_in_refuses_with_a_text_code(stand, body, code):
    address = f"{stand.url}/sg-app-api.smart.com/iam/service/api/v1/login"

    async with stand.http.post(address, json=body) as answer:
        said = await answer.json()

    assert (said["code"], said["result"]) == (code, None)
