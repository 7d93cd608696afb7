"""The control interface: cars, drives, time, faults, counting, and somebody who asks for a car."""

import asyncio

import aiohttp
import pytest

ONE, THREE = "HESXR1C40PS000001", "HESCA4C41PS000003"
SHARING = "/tsp-carsharing-platform/api-sign"
STATUS = f"/remote-control/vehicle/status/{ONE}"


async def test_accounts_name_their_cars(stand):
    accounts = await stand.control("GET", "accounts")

    assert [(a["region"], a["email"], len(a["vins"])) for a in accounts] == [
        ("EU", "anna@example.com", 2),
        ("EU", "ben@example.com", 1),
        ("INTL", "anna@example.org", 1),
    ]


async def test_change_is_physical_at_once_and_reported(stand, anna_eu):
    await anna_eu.select(ONE)
    before = (await anna_eu.status(ONE))["data"]["vehicleStatus"]["updateTime"]

    changes = {"doors": {"driver": True}, "tyres": {"rear_left": 180}, "battery12v": 11.5}
    car = await stand.control("PATCH", f"cars/{ONE}", changes)
    said = (await anna_eu.status(ONE))["data"]["vehicleStatus"]

    assert (car["doors"]["driver"], car["locked"], car["battery12v"]) == (True, False, 11.5)
    assert int(said["updateTime"]) > int(before)
    more = said["additionalVehicleStatus"]
    assert more["drivingSafetyStatus"]["doorOpenStatusDriver"] == "1"
    assert more["maintenanceStatus"]["tyrePreWarningDriverRear"] == "1"
    assert more["maintenanceStatus"]["mainBatteryStatus"]["voltage"] == "11.500"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"socks": 3}, "unknown field: socks"),
        ({"soc": 130}, "soc must be between 0 and 100"),
        ({"locked": "yes"}, "locked must be true or false"),
        ({"doors": {"fifth": True}}, "unknown place in doors: fifth"),
        ({"soc": 10, "charger": "petrol"}, 'charger must be "ac" or "dc"'),
    ],
)
async def test_impossible_change_says_why_and_changes_nothing(stand, changes, words):
    before = await stand.control("GET", f"cars/{ONE}")

    said = await stand.control("PATCH", f"cars/{ONE}", changes, status=400)

    assert words in said["error"]
    assert (await stand.control("GET", f"cars/{ONE}"))["soc"] == before["soc"]


async def test_car_drives_in_simulated_time_and_writes_a_trip(stand, anna_eu):
    home = await stand.control("GET", f"cars/{ONE}")
    to = [home["latitude"] + 0.05, home["longitude"] + 0.03]

    await stand.control("POST", f"cars/{ONE}/drive", {"to": to, "kmh": 50})
    stand.clock.advance(200)
    on_the_way = await stand.control("GET", f"cars/{ONE}")
    stand.clock.advance(1000)
    there = await stand.control("GET", f"cars/{ONE}")

    assert (on_the_way["driving"], on_the_way["speed"]) == (True, 50)
    assert on_the_way["odometer_km"] - home["odometer_km"] == pytest.approx(
        200 * 50 / 3600, rel=0.02
    )
    assert (there["driving"], there["locked"]) == (False, True)
    assert [there["latitude"], there["longitude"]] == pytest.approx(to)
    assert there["soc"] < home["soc"] - 1


async def test_sleeping_car_keeps_its_frame_and_does_commands_when_it_wakes(stand, anna_eu):
    await anna_eu.select(ONE)
    await stand.control("PATCH", f"cars/{ONE}", {"online": False})
    frozen = (await anna_eu.status(ONE))["data"]["vehicleStatus"]["updateTime"]

    assert await anna_eu.command(ONE, "RDU_2", ("door", "all")) == "1000"
    stand.clock.advance(3600)
    asleep = await stand.control("GET", f"cars/{ONE}")
    same = (await anna_eu.status(ONE))["data"]["vehicleStatus"]["updateTime"]
    await stand.control("PATCH", f"cars/{ONE}", {"online": True})
    stand.clock.advance(5)
    awake = await stand.control("GET", f"cars/{ONE}")

    assert (asleep["locked"], awake["locked"]) == (True, False)
    assert same == frozen


async def test_frames_are_snapshots_that_come_at_the_cars_own_pace(stand, anna_eu):
    await anna_eu.select(ONE)

    async def updated(seconds: float) -> int:
        stand.clock.advance(seconds)
        return int((await anna_eu.status(ONE))["data"]["vehicleStatus"]["updateTime"])

    idle = [await updated(s) for s in (0, 30, 30)]
    later = await updated(300)
    await stand.control("PATCH", f"cars/{ONE}", {"plugged": True})
    charging = [await updated(s) for s in (0, 30, 30)]

    assert idle[0] == idle[1] == idle[2] < later
    assert charging[0] < charging[1] < charging[2]


async def test_clock_runs_and_jumps_but_never_back(stand):
    before = await stand.control("GET", "clock")
    after = await stand.control("POST", "clock", {"speed": 60, "advance_s": 3600})

    assert before["now"] < after["now"]
    assert after["speed"] == 60
    for wrong in ({"advance_s": -1}, {"speed": -2}, {"speed": "fast"}, {}, {"faster": 1}):
        assert (await stand.control("POST", "clock", wrong, status=400))["error"]


@pytest.mark.parametrize(
    ("kind", "status"), [("http_500", 500), ("http_403", 403), ("html_503", 503)]
)
async def test_http_faults_answer_a_page_as_often_as_told(stand, anna_eu, kind, status):
    await anna_eu.select(ONE)
    await stand.control("POST", "faults", {"match": STATUS, "kind": kind, "times": 2})

    seen = []
    for _ in range(3):
        query = f"latest=True&target=&userId={anna_eu.user_id}"
        headers = anna_eu.headers("GET", STATUS, query, b"")
        address = f"{stand.url}/api.ecloudeu.com{STATUS}?{query}"
        async with stand.http.get(address, headers=headers) as answer:
            seen.append((answer.status, answer.content_type))

    assert seen == [(status, "text/html"), (status, "text/html"), (200, "application/json")]


async def test_rate_limit_says_when_to_come_back(stand):
    await stand.control("POST", "faults", {"kind": "http_429", "retry_after": 30})

    async with stand.http.get(f"{stand.url}/api.ecloudeu.com/any") as answer:
        assert (answer.status, answer.headers["retry-after"]) == (429, "30")


@pytest.mark.parametrize("code", ["1402", "1501", "4038", "8006", "8040", "8070", "1445"])
async def test_code_faults_answer_the_code_in_the_usual_envelope(stand, anna_eu, code):
    await anna_eu.select(ONE)
    await stand.control("POST", "faults", {"match": STATUS, "kind": f"code_{code}"})

    assert (await anna_eu.status(ONE))["code"] == code
    assert (await anna_eu.status(ONE))["code"] == "1000"


async def test_spoilt_answers(stand, anna_eu):
    await anna_eu.select(ONE)
    fresh = (await anna_eu.status(ONE))["data"]["vehicleStatus"]["updateTime"]

    async def with_fault(kind: str) -> object:
        await stand.control("POST", "faults", {"match": STATUS, "kind": kind})
        return (await anna_eu.status(ONE))["data"]

    wrong, nan, stale = [await with_fault(kind) for kind in ("wrong_types", "nan", "stale")]
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        await with_fault("truncated")

    assert not isinstance(wrong["vehicleStatus"]["updateTime"], str)
    electric = nan["vehicleStatus"]["additionalVehicleStatus"]["electricVehicleStatus"]
    assert electric["chargeLevel"] == "NaN"
    assert int(stale["vehicleStatus"]["updateTime"]) <= int(fresh) - 3_600_000


async def test_lost_answers(stand, anna_eu):
    await anna_eu.select(ONE)
    # aiohttp sends a PUT once more by itself when the connection breaks.
    fault = {"match": f"telematics/{ONE}", "times": 2}

    await stand.control("POST", "faults", {**fault, "kind": "reset"})
    with pytest.raises(aiohttp.ClientError):
        await anna_eu.command(ONE, "RDU_2", ("door", "all"))
    stand.clock.advance(30)
    unheard = await stand.control("GET", f"cars/{ONE}")
    await stand.control("POST", "faults", {**fault, "kind": "lost"})
    with pytest.raises(aiohttp.ClientError):
        await anna_eu.command(ONE, "RDU_2", ("door", "all"))
    stand.clock.advance(30)
    heard = await stand.control("GET", f"cars/{ONE}")

    assert (unheard["locked"], heard["locked"]) == (True, False)


@pytest.mark.parametrize("kind", ["timeout", "slow", "endless"])
async def test_answers_that_take_for_ever(stand, anna_eu, kind):
    await anna_eu.select(ONE)
    await stand.control("POST", "faults", {"match": STATUS, "kind": kind})

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(anna_eu.status(ONE), 0.2)


async def test_faults_are_listed_cleared_and_refused_by_name(stand):
    await stand.control("POST", "faults", {"match": "x", "kind": "http_500", "times": None})
    assert [f["kind"] for f in await stand.control("GET", "faults")] == ["http_500"]
    await stand.control("DELETE", "faults")

    assert await stand.control("GET", "faults") == []
    for wrong in ({"kind": "gremlins"}, {"kind": "reset", "times": 0}, {"kind": "nan", "match": 1}):
        assert (await stand.control("POST", "faults", wrong, status=400))["error"]


async def test_requests_are_counted_by_path_status_and_account(stand, anna_eu):
    await anna_eu.select(ONE)
    seen = await stand.control("GET", "requests")
    await anna_eu.status(ONE)

    new = await stand.control("GET", f"requests?after={seen[-1]['seq']}")
    stats = await stand.control("GET", "stats")

    assert [(r["method"], r["path"], r["status"], r["code"], r["kind"]) for r in new] == [
        ("GET", STATUS, 200, "1000", "status")
    ]
    assert new[0]["account"] == "anna@example.com"
    assert stats["by_path"][STATUS] == 1
    assert stats["by_status"] == {"302": 4, "200": stats["total"] - 4}


async def ask_for_car(stand, name: str = "Carla") -> str:
    """Let somebody ask for the #1; return the sharing's id."""
    asked = await stand.control("POST", "sharing/requests", {"vin": ONE, "name": name})
    assert (asked["status"], asked["acceptorName"], bool(asked["acceptorUserId"])) == (
        "PENDING",
        name,
        True,
    )
    return str(asked["sharingId"])


async def statuses(client) -> dict[str, str]:
    """Return the status of every sharing of the #1."""
    said = await client.ask("GET", f"{SHARING}/v1/vehicle-sharing-list", f"vin={ONE}")
    return {s["sharingId"]: s["status"] for s in said["data"]["list"]}


async def test_owner_decides_requests_and_time_does_the_rest(stand, anna_eu):
    yes, no, never = [await ask_for_car(stand, name) for name in ("Carla", "Dan", "Eve")]

    await anna_eu.ask("POST", f"{SHARING}/v2/accept-car-sharing", "", {"sharingId": yes})
    await anna_eu.ask("POST", f"{SHARING}/v1/reject-car-sharing", "", {"sharingId": no})
    again = await anna_eu.code("POST", f"{SHARING}/v1/reject-car-sharing", "", {"sharingId": yes})
    decided = await statuses(anna_eu)
    stand.clock.advance(2 * 3600)
    running = await statuses(anna_eu)
    stand.clock.advance(4 * 3600)
    ended = await statuses(anna_eu)

    assert again == "1404"
    assert decided == {yes: "ACCEPTED", no: "REJECTED", never: "PENDING"}
    assert running[yes] == "IN_PROGRESS"
    assert (ended[yes], ended[never]) == ("FINISHED", "EXPIRED")


async def test_invited_account_may_use_the_car_only_while_it_is_shared(stand, anna_eu):
    ben = stand.client()
    await ben.log_in_eu("ben@example.com", "Ben-drives-3")
    now = int(stand.clock.now().timestamp() * 1000)
    body = {
        "vin": ONE,
        "acceptorAccount": "ben@example.com",
        "startTime": now,
        "endTime": now + 3_600_000,
        "rights": ["LOCK"],
    }
    made = await anna_eu.ask("POST", f"{SHARING}/v1/create-car-sharing", "", body)
    sharing = {"sharingId": made["data"]["sharingId"]}
    path = f"{SHARING}/v2/accept-car-sharing"
    by_anna = await anna_eu.code("POST", path, "", sharing)
    by_ben = await ben.code("POST", path, "", sharing)

    query = f"needSharedCar=1&userId={ben.user_id}"
    listed = await ben.ask("GET", "/device-platform/user/vehicle/secure", query)
    await ben.select(ONE)
    seen = (await ben.status(ONE))["data"]["vehicleStatus"]["basicVehicleStatus"]["position"]
    climate = await ben.command(ONE, "RCE_2", ("rce.conditioner", "1"), ("rce.temp", "21.0"))
    lock = await ben.command(ONE, "RDU_2", ("door", "all"))
    await anna_eu.ask("POST", f"{SHARING}/v2/force-finish-car-sharing", "", sharing)

    assert (made["data"]["acceptorUserId"], by_anna, by_ben) == ("", "8160", "1000")
    assert [(c["vin"], c["shareStatus"]) for c in listed["data"]["list"]] == [
        (THREE, "N"),
        (ONE, "Y"),
    ]
    assert seen["latitude"] == ""
    assert (climate, lock) == ("8160", "1000")
    assert (await ben.status(ONE))["code"] == "8040"
