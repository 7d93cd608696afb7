"""Trips: the journal, its points, distances and rankings."""

from collections.abc import Callable, Container

from simulator.cloud.calls import Call, Handler, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.diary import REGENERATED_SHARE, Trip
from simulator.cloud.endpoints.authorisations import TRAVEL_LOG
from simulator.cloud.frames import milliarcseconds
from simulator.cloud.pages import MAX_SIZE, page, whole
from simulator.cloud.physics.car import Point

NO_DATA = "8153"


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


def trip_json(trip: Trip, marked: Container[int]) -> dict[str, object]:
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
        "tripLabel": "marked" if int(trip.started_at) in marked else None,
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
    granted = call.world.grants.is_given(call.account.user_id, call.params["vin"], TRAVEL_LOG)
    needed = ("startTime", "endTime", "pageIndex", "pageSize")
    if not granted or not all(call.query.get(name) for name in needed):
        raise CloudError(NO_DATA)
    if not call.car.diary.trips:
        raise CloudError(NO_DATA)
    marked = call.car.diary.marked
    return page(trips_in_window(call), lambda trip: trip_json(trip, marked), call.query)


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


def named_trips(call: Call) -> set[int]:
    """Return the trips that the body names."""
    ids = call.json().get("tripIds")
    if not isinstance(ids, list):
        raise CloudError("1400", "tripIds is missing")
    return {one for one in ids if isinstance(one, int)}


def forget(call: Call) -> dict[str, int]:
    """Delete trips (PROPOSED shape)."""
    gone, diary = named_trips(call), call.car.diary
    kept = [trip for trip in diary.trips if int(trip.started_at) not in gone]
    diary.trips.clear()
    diary.trips.extend(kept)
    return {"result": 1}


def mark(call: Call) -> dict[str, int]:
    """Mark trips, or take the mark away (PROPOSED shape)."""
    named, diary = named_trips(call), call.car.diary
    if call.json().get("marked") is False:
        diary.marked -= named
    else:
        diary.marked |= named
    return {"result": 1}


def total_distance(call: Call) -> dict[str, str]:
    """Return the odometer (guessed shape)."""
    frame = call.car.frame
    return {
        "totalDistance": f"{frame.car.motion.odometer:.1f}",
        "label": "total",
        "updateTime": str(frame.updated_ms),
    }


def mean_consumption(call: Call) -> float:
    """Return what the car's trips cost on average, in kWh/100 km."""
    trips = call.car.diary.trips
    km = sum(trip.km for trip in trips)
    return sum(trip.energy for trip in trips) / km * 100 if km else 0.0


def own_odometer(call: Call) -> float:
    """Return the kilometres of the car."""
    return call.car.frame.car.motion.odometer


def no_fuel(_: Call) -> float:
    """Return what an electric car burns."""
    return 0.0


def ranking(own: Callable[[Call], float], best: tuple[str, str]) -> Handler:
    """Return the handler that compares the car with others (guessed shape)."""

    def compared(call: Call) -> dict[str, object]:
        call.asked("latitude")
        call.asked("longitude")
        return {
            "myRanking": 42,
            "myValue": f"{own(call):.1f}",
            "totalParticipants": 100,
            "list": [
                {"ranking": place, "value": value, "nickName": name}
                for place, (name, value) in enumerate(zip(("A***", "B***"), best, strict=True), 1)
            ],
        }

    return compared


def behaviour(call: Call) -> dict[str, object]:
    """Return what driving has cost the selected car by day (PROPOSED shape)."""
    vin = call.world.selected.get(call.account.user_id, "")
    car = call.world.garage.get(vin)
    trips = list(car.diary.trips) if car and vin in call.account.vins else []
    return {
        "list": [
            {"time": int(trip.started_at * 1000), "value": f"{trip.energy / trip.km * 100:.1f}"}
            for trip in trips[::-1]
        ]
    }


TRIPS = "/geelyTCAccess/tcservices/vehicle/status"
HISTORY = "/vehicle-history-service/journal-service/vehicle/status"
RANKINGS = {
    "odometer": ranking(own_odometer, ("61000.0", "58200.0")),
    "aveFuelConsumption": ranking(no_fuel, ("0.0", "0.0")),
    "aveEnergyConsumption": ranking(mean_consumption, ("12.9", "13.1")),
}
ROUTES = (
    ecarx("GET", f"{TRIPS}/journalLogV4/{{vin}}", journal, "vehicle"),
    ecarx("GET", f"{TRIPS}/journalLogLongTerm/{{vin}}", journal, "vehicle"),
    ecarx("GET", f"{HISTORY}/journalLog/{{vin}}", journal, "vehicle"),
    ecarx("GET", f"{HISTORY}/history/{{vin}}", points, "vehicle"),
    ecarx("GET", f"{TRIPS}/historyV2/{{vin}}", points, "vehicle"),
    ecarx("POST", f"{TRIPS}/journalLog/mark/{{vin}}", mark, "vehicle", "write"),
    ecarx("POST", f"{TRIPS}/journalLog/delete/{{vin}}", forget, "vehicle", "write"),
    ecarx("GET", f"{TRIPS}/getTotalDistanceByLabel/{{vin}}", total_distance, "vehicle"),
    *(
        ecarx("GET", f"{TRIPS}/ranking/{name}/vehicleModel/{{vin}}", handler, "vehicle")
        for name, handler in RANKINGS.items()
    ),
    ecarx("GET", "/vehicleowner/drivingbehavior/powerConsumption", behaviour, "session"),
)
