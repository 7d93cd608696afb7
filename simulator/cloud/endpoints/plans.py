"""Plans that the car follows: charging windows, departures, climate; all by the wire's bodies."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from simulator.cloud.cabinet import Document
from simulator.cloud.calls import Call, ecarx
from simulator.cloud.checks import find_car
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.answers import Json
from simulator.cloud.orders import COMFORT_S, SEATS, level, temperature
from simulator.cloud.pages import page
from simulator.cloud.physics.car import Car, Warm, Window, four
from simulator.cloud.physics.plans import is_in_window

NOW, ONCE, CHEAP, TRAVEL, GENERAL, SCHEDULED, RAPID, BATTERY = "12345678"
RAPID_UNIT_S = 10.0  # as for the commands: the usual 180 is half an hour
DEFAULT_MINUTES, DEFAULT_TARGET_C = 30.0, 21.0
NEXT_TRAVEL_S = 41_800
Change = Callable[[Car], Car]


def clock_minute(body: Json, name: str) -> int:
    """Return a time HH:MM of a body in minutes of the day; raise 1400 naming it."""
    value = body.get(name)
    try:
        found = time.fromisoformat(value if isinstance(value, str) and len(value) == 5 else "")
    except ValueError as error:
        raise CloudError("1400", f"{name} is missing") from error
    return found.hour * 60 + found.minute


def percent(body: Json, name: str) -> float | None:
    """Return a state of charge of a body, or None without one; raise 1400 if it is illegal."""
    if (value := body.get(name)) in (None, ""):
        return None
    text = str(value)
    if not text.isdecimal() or not 1 <= int(text) <= 100:
        raise CloudError("1400", f"{name} is illegal")
    return float(text)


def window_of(body: Json, start: str, end: str, *, once: bool = False) -> Window:
    """Return the charging window that a body describes."""
    return Window(
        start=clock_minute(body, start),
        end=clock_minute(body, end),
        target=percent(body, "targetSoc"),
        once=once,
    )


def waits(car: Car) -> bool:
    """Say whether the car would charge but for its plan."""
    charge = car.charge
    return bool(charge.cable) and charge.soc < charge.limit and not is_in_window(car)


def with_window(window: Window | None) -> Change:
    """Return the change to another charging window: the car pauses or begins at once."""

    def changed(car: Car) -> Car:
        waited = waits(car) and not car.charge.is_charging
        car = replace(car, plans=replace(car.plans, window=window))
        charge = car.charge
        if window is None or is_in_window(car):
            starts = waited or charge.is_charging
            return replace(
                car,
                charge=replace(charge, is_charging=starts, by_plan=starts and window is not None),
            )
        return replace(car, charge=replace(charge, is_charging=False, by_plan=False))

    return changed


def charging_now(car: Car) -> Car:
    """Charge at once, whatever is planned."""
    charge = car.charge
    starts = bool(charge.cable) and charge.soc < charge.limit
    return replace(car, charge=replace(charge, is_charging=starts, by_plan=False))


def with_limit(limit: float | None) -> Change:
    """Return the change of the general charge limit."""

    def changed(car: Car) -> Car:
        if limit is None:
            return car
        return replace(car, charge=replace(car.charge, limit=limit, limit_set_at=car.at))

    return changed


def with_departure(body: Json) -> Change:
    """Return the change of the planned departure (epoch milliseconds)."""
    at: float | None = None
    if body["command"] != "stop":
        text = str(body.get("scheduledTime") or "")
        if not text.isdecimal():
            raise CloudError("1400", "scheduledTime is missing")
        at = int(text) / 1000
    return lambda car: replace(car, plans=replace(car.plans, departure=at))


def rapid_climate(body: Json) -> Change:
    """Return the change that warms or cools cabin and seats at once."""
    target = temperature(str(body.get("temp") or "")) or DEFAULT_TARGET_C
    duration, is_on = str(body.get("duration") or "180"), body["command"] != "stop"
    seats = body.get("heat")
    levels = {
        SEATS[str(one.get("pos"))]: level(str(one.get("level")))
        for one in (seats if isinstance(seats, list) else [])
        if isinstance(one, dict) and str(one.get("pos")) in SEATS
    }
    if not duration.isdecimal():
        raise CloudError("1400", "duration is illegal")

    def changed(car: Car) -> Car:
        heating = replace(car.climate.seat_heating, **levels) if is_on else four(0)
        climate = replace(
            car.climate,
            active=is_on,
            target=target,
            ends_at=car.at + int(duration) * RAPID_UNIT_S,
            seat_heating=heating,
            steering_heating=is_on and body.get("sw") == "true",
            comfort_ends_at=car.at + COMFORT_S,
        )
        return replace(car, climate=climate)

    return changed


def windowed(start: str, end: str, *, once: bool = False) -> Callable[[Json], Change]:
    """Return the reader of a setting that is a charging window; stopping it needs the times too."""

    def read(body: Json) -> Change:
        window = window_of(body, start, end, once=once)
        return with_window(None if body["command"] == "stop" else window)

    return read


# What each setting changes in the car; a wrong field is refused by its name.
PLANNERS: dict[str, Callable[[Json], Change]] = {
    NOW: lambda _: charging_now,
    ONCE: windowed("startTime", "endTime", once=True),
    CHEAP: windowed("startTime", "endTime"),
    TRAVEL: with_departure,
    GENERAL: lambda body: with_limit(percent(body, "targetSoc")),
    SCHEDULED: windowed("rbcStartTime", "rbcEndTime"),
    RAPID: rapid_climate,
    BATTERY: lambda _: with_limit(None),
}


def order(call: Call, change: Change) -> None:
    """Let the cloud tell the car."""
    call.car.order(change, call.world.settings.command_delay_s)


def stored(call: Call, biz_type: str) -> Document:
    """Return the document of one feature of the car."""
    return call.world.cabinet.one("charge", call.params["vin"], biz_type)


def read_setting(call: Call) -> Json:
    """Return a feature's setting, or the one stored last."""
    last = call.world.cabinet.one("charge", call.params["vin"]).get("last", SCHEDULED)
    biz_type = call.query.get("bizType") or str(last)
    if biz_type not in PLANNERS:
        raise CloudError("1400", "bizType is illegal")
    empty: Json = {"id": 779_000 + int(biz_type), "bizType": int(biz_type)}
    if biz_type == SCHEDULED:
        empty |= {"rbcStartTime": "", "rbcEndTime": "", "rbcTarget": "2", "rbcModel": ""}
    if biz_type == TRAVEL:
        empty |= {"scheduleList": [], "startTime": "", "endTime": "", "btTempActive": "false"}
    return {**empty, **stored(call, biz_type)}


def write_setting(call: Call) -> Json:
    """Store a setting and let the car follow it; rapid climate is only done, never read."""
    body, biz_type = call.json(), str(call.json().get("bizType") or "")
    if biz_type not in PLANNERS:
        raise CloudError("1400", "bizType is illegal")
    if not body.get("command"):
        raise CloudError("1400", "command is missing")
    if biz_type == SCHEDULED and "rbcModel" in body:
        raise CloudError("1400", "rbcStartTime must be empty")
    change = PLANNERS[biz_type](body)
    if biz_type != RAPID:
        document = stored(call, biz_type)
        document.clear()
        document |= shown(biz_type, body)
        call.world.cabinet.one("charge", call.params["vin"])["last"] = biz_type
    order(call, change)
    return {"result": 1}


def shown(biz_type: str, body: Json) -> Json:
    """Return a setting as it is read again; the mark is there only while the schedule is on."""
    if biz_type != SCHEDULED:
        return {name: value for name, value in body.items() if name != "bizType"}
    said: Json = {
        "rbcStartTime": body["rbcStartTime"],
        "rbcEndTime": body["rbcEndTime"],
        "rbcTarget": str(body.get("rbcTarget") or "2"),
        "rbcModel": str(body.get("chargeModel") or ""),
    }
    return {**said, "bcCycleActive": "true"} if body["command"] == "start" else said


def next_travel(call: Call) -> Json:
    """Return the next planned departure, or when the car usually leaves (PROPOSED shape)."""
    vin = call.asked("vin")
    find_car(call, vin)
    departure = call.car.state.plans.departure
    at = departure if departure is not None else call.world.now() + NEXT_TRAVEL_S
    return {"vin": vin, "nextTravelTime": str(int(at * 1000))}


def read_reservation(call: Call) -> Json:
    """Return the command history of reservations; its list is null when nothing is planned."""
    document = call.world.cabinet.one("reservation", call.params["vin"])
    said = page([document] if document else [], lambda one: one, {}, sort_field=None)
    said["serviceResult"] = {"error": None, "operationResult": 1}
    said["list"] = said["list"] or None
    return said


def write_reservation(call: Call) -> Json:
    """Merge a partial reservation (guessed shape); the car follows it once it has both times."""
    document = call.world.cabinet.one("reservation", call.params["vin"])
    merged = {**document, **call.json()}
    active = merged.get("active") is not False
    merged["reservationStatus"] = "active" if active else "inactive"
    if merged.get("startTime") or merged.get("endTime"):
        window = None
        if merged.get("startTime") and merged.get("endTime"):
            window = window_of(merged, "startTime", "endTime")
        order(call, with_window(window if active else None))
    else:
        order(call, with_limit(percent(merged, "targetSoc")))
    document |= merged
    return {}


def read_schedule(call: Call) -> Json:
    """Return the climate schedule (guessed shape)."""
    document = call.world.cabinet.one("schedule", call.params["vin"])
    return {"scheduleList": [document] if document else []}


def write_schedule(call: Call) -> Json:
    """Merge a partial climate schedule (guessed shape), in minutes; the car warms up by it."""
    document = call.world.cabinet.one("schedule", call.params["vin"])
    merged = {"scheduleId": "1", **document, **call.json()}
    warm: Warm | None = None
    if merged.get("enabled") is not False and merged.get("scheduledTime"):
        minutes = merged.get("duration", DEFAULT_MINUTES)
        if isinstance(minutes, bool) or not isinstance(minutes, int | float):
            raise CloudError("1400", "duration is illegal")
        warm = Warm(
            minute=clock_minute(merged, "scheduledTime"),
            target=temperature(str(merged.get("temperature"))) or DEFAULT_TARGET_C,
            lasts_s=float(minutes) * 60,
        )
    document |= merged
    order(call, lambda car: replace(car, plans=replace(car.plans, warm=warm)))
    return {}


SETTINGS = "/charge-server/ecarx_charge_set"
RESERVATION = "/remote-control/charging/reservation/{vin}"
SCHEDULE = "/remote-control/schedule/{vin}"
ROUTES = (
    ecarx("GET", f"{SETTINGS}/{{vin}}", read_setting, "vehicle"),
    ecarx("GET", f"{SETTINGS}/v2/{{vin}}", read_setting, "vehicle"),
    ecarx("POST", f"{SETTINGS}/{{vin}}", write_setting, "vehicle", "write"),
    ecarx("GET", "/charge-server/charge_config/nextTravelTime", next_travel, "session"),
    ecarx("GET", RESERVATION, read_reservation, "vehicle"),
    ecarx("PUT", RESERVATION, write_reservation, "vehicle", "write"),
    ecarx("GET", SCHEDULE, read_schedule, "vehicle"),
    ecarx("PUT", SCHEDULE, write_schedule, "vehicle", "write"),
)
