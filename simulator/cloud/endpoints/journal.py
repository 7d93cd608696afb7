"""Trips: the authorisation that opens them, the journal, its points, distances and rankings."""

from dataclasses import replace

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.checks import find_car
from simulator.cloud.codes import CloudError
from simulator.cloud.diary import REGENERATED_SHARE, Trip
from simulator.cloud.frames import milliarcseconds
from simulator.cloud.pages import MAX_SIZE, page, whole
from simulator.cloud.physics.car import Point

TRAVEL_LOG = "travelLogBusiCode"
NO_DATA = "8153"


def grant(call: Call) -> dict[str, object]:
    """Store an authorisation; the session token that asks for it is replaced (see below).

    The real cloud was seen to reject the old token after a grant. A standing grant that is repeated
    by a session that has not asked before changes nothing, so a client that remembers the token of
    its grant comes to rest, and one that does not pays with a renewal again and again.
    """
    body, service, vin = call.json(), call.text("serviceCode"), call.text("vin")
    status = body.get("authStatus")
    if status not in (0, 1):
        raise CloudError("1400", "authStatus is illegal")
    find_car(call, vin)
    key = (call.account.user_id, vin, service)
    token = call.header("authorization")
    if status == 0:
        call.world.grants.pop(key, None)
    else:
        before = call.world.grants.get(key)
        call.world.grants[key] = token
        if before in (None, token) and call.world.settings.grant_rotates_token:
            call.world.vault.revoke("session", token)
    return {"serviceCode": service, "authStatus": status}


def record(call: Call, vin: str, service: str) -> dict[str, object]:
    """Return one authorisation record (PROPOSED shape)."""
    granted = (call.account.user_id, vin, service) in call.world.grants
    return {
        "recordId": "1",
        "vin": vin,
        "serviceCode": service,
        "authStatus": int(granted),
        "createTime": 1_760_000_000_000,
        "updateTime": 1_760_000_000_000,
    }


def records(call: Call) -> dict[str, object]:
    """Return all authorisation records of a car."""
    return {"list": [record(call, call.text("vin"), TRAVEL_LOG)]}


def one_record(call: Call) -> dict[str, object]:
    """Return the record of a service."""
    return record(call, call.text("vin"), call.text("serviceCode"))


def grant_status(call: Call) -> dict[str, object]:
    """Say whether a service is authorised."""
    found = one_record(call)
    return {"serviceCode": found["serviceCode"], "authStatus": found["authStatus"]}


def send_grant(call: Call) -> dict[str, int]:
    """Send an authorisation to the car (PROPOSED shape)."""
    call.text("vin")
    call.text("serviceCode")
    return {"result": 1}


def position(point: Point) -> dict[str, object]:
    """Return a point with real numbers and truth values, unlike in a status."""
    return {
        "position": {
            "altitude": 105,
            "latitude": milliarcseconds(point[0]),
            "longitude": milliarcseconds(point[1]),
            "posCanBeTrusted": True,
            "marsCoordinates": False,
        }
    }


def trip_json(trip: Trip) -> dict[str, object]:
    """Return a trip of the journal; consumption is an average, not the energy used."""
    hours = max((trip.ended_at - trip.started_at) / 3600, 1e-6)
    return {
        "tripId": int(trip.started_at),
        "startTime": int(trip.started_at * 1000),
        "endTime": int(trip.ended_at * 1000),
        "startOdometer": round(trip.start_odometer, 1),
        "endOdometer": round(trip.end_odometer, 1),
        "traveledDistance": round(trip.km, 1),
        "avgSpeed": round(trip.km / hours, 1),
        "electricConsumption": round(trip.energy / trip.km * 100, 1),
        "tripStartAddr": None,
        "tripEndAddr": None,
        "tripRemark": None,
        "tripLabel": None,
        "trackpoints": [position(trip.points[0]), position(trip.points[-1])],
        "regeneratedEnergy": round(trip.energy * REGENERATED_SHARE, 2),
    }


def trips_in_window(call: Call) -> list[Trip]:
    """Return the trips that began within the asked time, newest first."""
    start, end = whole(call.query, "startTime", 0), whole(call.query, "endTime", 0)
    trips = [t for t in call.car.diary.trips if start <= int(t.started_at * 1000) <= end]
    return trips[::-1]


def journal(call: Call) -> dict[str, object]:
    """Return trips in pages; without parameters, grant or any trip there is no data."""
    granted = (call.account.user_id, call.params["vin"], TRAVEL_LOG) in call.world.grants
    needed = ("startTime", "endTime", "pageIndex", "pageSize")
    if not granted or not all(call.query.get(name) for name in needed):
        raise CloudError(NO_DATA)
    if not call.car.diary.trips:
        raise CloudError(NO_DATA)
    return page(trips_in_window(call), trip_json, call.query)


def points(call: Call) -> dict[str, object]:
    """Return the points of the trip whose time the window is, newest first."""
    if not call.query.get("startTime") or not call.query.get("endTime"):
        raise CloudError("1400", "startTime or endTime is missing")
    start, end = whole(call.query, "startTime", 0), whole(call.query, "endTime", 0)
    found: list[Point] = []
    for trip in call.car.diary.trips:
        if start <= int(trip.started_at * 1000) and int(trip.ended_at * 1000) <= end:
            found.extend(trip.points)
    newest_first = found[::-1][:MAX_SIZE]
    shown = [
        {
            "basicVehicleStatus": {
                "position": {"latitude": milliarcseconds(lat), "longitude": milliarcseconds(lon)}
            }
        }
        for lat, lon in newest_first
    ]
    query = {"pageSize": call.query.get("pageSize", str(MAX_SIZE))}
    return page(shown, lambda one: one, query)


def forget(call: Call) -> dict[str, int]:
    """Delete trips (PROPOSED shape)."""
    ids, diary = call.json().get("tripIds"), call.car.diary
    if not isinstance(ids, list):
        raise CloudError("1400", "tripIds is missing")
    kept = [trip for trip in diary.trips if int(trip.started_at) not in ids]
    diary.trips.clear()
    diary.trips.extend(kept)
    return {"result": 1}


def mark(call: Call) -> dict[str, int]:
    """Mark trips (PROPOSED shape); the mark is not shown anywhere."""
    if not isinstance(call.json().get("tripIds"), list):
        raise CloudError("1400", "tripIds is missing")
    return {"result": 1}


def total_distance(call: Call) -> dict[str, str]:
    """Return the odometer (guessed shape)."""
    frame = call.car.frame
    return {
        "totalDistance": f"{frame.car.motion.odometer:.1f}",
        "label": "total",
        "updateTime": str(frame.updated_ms),
    }


def ranking(call: Call) -> dict[str, object]:
    """Return how the car compares with others (guessed shape)."""
    call.asked("latitude")
    call.asked("longitude")
    others = [("A***", "12.9"), ("B***", "13.1")]
    return {
        "myRanking": 42,
        "myValue": f"{call.car.state.model.base_consumption * 1.2:.1f}",
        "totalParticipants": 100,
        "list": [
            {"ranking": place, "value": value, "nickName": name}
            for place, (name, value) in enumerate(others, 1)
        ],
    }


def toggle_for_sharee(call: Call) -> dict[str, object]:
    """Switch the recording of trips as somebody who only borrows the car (PROPOSED body)."""
    start = call.json().get("command") == "start"
    car = call.car
    car.order(
        lambda now: replace(now, link=replace(now.link, journal=start)),
        call.world.settings.command_delay_s,
    )
    return {}


AUTHORISE = "/remote-control/user/authorization"
TRIPS = "/geelyTCAccess/tcservices/vehicle/status"
HISTORY = "/vehicle-history-service/journal-service/vehicle/status"
RANKINGS = ("odometer", "aveFuelConsumption", "aveEnergyConsumption")
ROUTES = (
    ecarx("POST", f"{AUTHORISE}/insert", grant, "session", "write"),
    ecarx("POST", f"{AUTHORISE}/selectRecordList", records, "session"),
    ecarx("POST", f"{AUTHORISE}/selectRecord", one_record, "session"),
    ecarx("POST", f"{AUTHORISE}/selectStatus", grant_status, "session"),
    ecarx("POST", f"{AUTHORISE}/send/to/car", send_grant, "session", "write"),
    ecarx(
        "POST", f"{AUTHORISE}/status/journalLog/{{vin}}", toggle_for_sharee, "vehicle", "command"
    ),
    ecarx("GET", f"{TRIPS}/journalLogV4/{{vin}}", journal, "vehicle"),
    ecarx("GET", f"{TRIPS}/journalLogLongTerm/{{vin}}", journal, "vehicle"),
    ecarx("GET", f"{HISTORY}/journalLog/{{vin}}", journal, "vehicle"),
    ecarx("GET", f"{HISTORY}/history/{{vin}}", points, "vehicle"),
    ecarx("GET", f"{TRIPS}/historyV2/{{vin}}", points, "vehicle"),
    ecarx("POST", f"{TRIPS}/journalLog/mark/{{vin}}", mark, "vehicle", "write"),
    ecarx("POST", f"{TRIPS}/journalLog/delete/{{vin}}", forget, "vehicle", "write"),
    ecarx("GET", f"{TRIPS}/getTotalDistanceByLabel/{{vin}}", total_distance, "vehicle"),
    *(
        ecarx("GET", f"{TRIPS}/ranking/{name}/vehicleModel/{{vin}}", ranking, "vehicle")
        for name in RANKINGS
    ),
)
