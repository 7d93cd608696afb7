"""Stories of plans and slow clocks: bookings, the evening, software, faults, the sinking battery.

Facts of these rules come from the clock as much as from the car, so time passes between the looks.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from alerts.agenda import next_event_at
from alerts.detector import detect, detect_by_clock
from alerts.models import Agenda, AlertSettings, Observation, Reminder, RuleState, WatchedCar
from family.models import Booking, BookingState
from smartcloud.models import ChargingState, Fault, Software, VehicleStatus
from tests.unit.alerts.alert_builders import START, Watch, at, make_car, make_status, told

BEN, MIA, GROUP = 1002, 1003, -5
AWAY_M = 9_000
EVENING = AlertSettings(evening_at=time(13, 0))  # noon UTC is one o'clock in Berlin
UNKNOWN, CHARGING = ChargingState.UNKNOWN, ChargingState.CHARGING


def booking(
    starts: float, ends: float, *, person: int = BEN, number: int = 1, **more: object
) -> Booking:
    values: dict[str, object] = {
        "booking_id": number,
        "car_id": 1,
        "person_id": person,
        "starts_at": at(starts),
        "ends_at": at(ends),
        "state": BookingState.APPROVED,
    }
    return Booking(**(values | more))  # type: ignore[arg-type]


def looks(
    car: WatchedCar, statuses: Sequence[tuple[float, VehicleStatus]]
) -> list[tuple[float, list[str]]]:
    """Look again and again, each time twice as after a crash; return what was told when."""
    watch, found = Watch(car), []
    for minutes, status in statuses:
        before = watch.car
        first = watch.see(status, now=at(minutes))
        watch.car = before
        again = watch.see(status, now=at(minutes))
        assert [it.episode for it in first.changes] == [it.episode for it in again.changes]
        repeated = watch.see(status, now=at(minutes))
        assert repeated.changes == ()
        if first.changes:
            found.append((minutes, told(first.changes)))
    return found


def parked(*minutes: float, **values: object) -> list[tuple[float, VehicleStatus]]:
    """Return looks at a car of which nothing newer is known than its first frame."""
    frame = make_status(0, **values)  # type: ignore[arg-type]
    return [(minute, frame) for minute in minutes]


def test_booking_is_told_half_an_hour_before_and_ends_when_it_begins() -> None:
    car = make_car(agenda=Agenda(bookings=(booking(60, 120),)))

    assert looks(car, parked(0, 29, 30, 45, 60)) == [
        (30, ["+booking_soon"]),
        (60, ["-booking_soon"]),
    ]


def test_booking_is_told_to_who_booked() -> None:
    watch = Watch(make_car(agenda=Agenda(bookings=(booking(20, 60),), names={BEN: "Ben"})))

    (change,) = watch.see(make_status(0)).changes

    assert (change.only_chat_id, change.details["person"]) == (BEN, "Ben")


@pytest.mark.parametrize(
    "changed",
    [
        booking(20, 60, state=BookingState.REQUESTED),
        booking(20, 60, state=BookingState.CANCELLED),
        booking(20, 60, decided_at=at(-1)),  # made just now: who booked knows
        booking(-10, 60, state=BookingState.ACTIVE),
    ],
    ids=["asked for", "cancelled", "made just now", "begun"],
)
def test_what_needs_no_reminder_gets_none(changed: Booking) -> None:
    assert looks(make_car(agenda=Agenda(bookings=(changed,))), parked(0, 5, 10)) == []


def test_cancelled_booking_closes_its_reminder() -> None:
    watch = Watch(make_car(agenda=Agenda(bookings=(booking(20, 60),))))
    watch.see(make_status(0))
    watch.car = replace(watch.car, agenda=Agenda())

    assert told(watch.see(make_status(1)).changes) == ["-booking_soon"]
    assert not [it for it in watch.car.rule_states if it.rule == "booking_soon"]


def test_moved_booking_is_reminded_anew() -> None:
    watch = Watch(make_car(agenda=Agenda(bookings=(booking(20, 60),))))
    watch.see(make_status(0))
    watch.car = replace(watch.car, agenda=Agenda(bookings=(booking(50, 90),)))
    watch.see(make_status(1))

    assert told(watch.see(make_status(1), now=at(21)).changes) == ["+booking_soon"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"north_m": AWAY_M, "parked_minutes": -10}, ["+booking_overdue"]),
        ({"north_m": AWAY_M, "is_running": True, "parked_minutes": None}, ["+booking_overdue"]),
        ({"north_m": 0, "parked_minutes": -10}, []),
        ({"north_m": AWAY_M, "parked_minutes": -300}, []),  # nobody drove: it stood there before
        ({"north_m": None, "parked_minutes": -10}, []),  # nobody knows
        ({"north_m": AWAY_M, "is_trusted": False, "parked_minutes": -10}, []),
    ],
    ids=["away", "driving", "home", "not driven", "unknown place", "untrusted place"],
)
def test_car_that_is_not_back(values: dict[str, object], expected: list[str]) -> None:
    car = make_car(agenda=Agenda(bookings=(booking(-120, 0),)))
    frame = make_status(0, **values)  # type: ignore[arg-type]
    watch = Watch(car)

    assert [it for it in told(watch.see(frame).changes) if "booking" in it] == expected


def test_car_that_comes_back_closes_it() -> None:
    watch = Watch(make_car(agenda=Agenda(bookings=(booking(-120, 0),))))
    watch.see(make_status(0, north_m=AWAY_M, parked_minutes=-10))

    changes = watch.see(make_status(9, north_m=0, parked_minutes=8)).changes

    assert "-booking_overdue" in told(changes)


def test_silent_cloud_tells_nothing_of_where_the_car_is() -> None:
    rows = (booking(-120, 0, person=MIA), booking(15, 90, number=2))
    watch = Watch(make_car(agenda=Agenda(bookings=rows)))
    driving = make_status(-60, north_m=AWAY_M, is_running=True, parked_minutes=None)
    watch.see(driving)

    by_the_clock = detect_by_clock(watch.car, Observation(status=driving), at(1))
    answered = watch.see(replace(driving, updated_at=at(2), fetched_at=at(2)))

    assert told(by_the_clock.changes) == ["+booking_soon"]
    assert {"+booking_overdue", "+booking_overrun"} <= set(told(answered.changes))


def test_next_booking_hears_that_the_car_is_not_there() -> None:
    rows = (booking(-120, 5, person=MIA), booking(15, 90, number=2))
    car = make_car(agenda=Agenda(bookings=rows, names={MIA: "Mia"}))
    watch = Watch(car)

    changes = watch.see(make_status(0, north_m=AWAY_M, is_running=True)).changes
    (late,) = [it for it in changes if it.rule == "booking_overrun"]

    assert (late.only_chat_id, late.details["driver"], late.details["driver_id"]) == (
        BEN,
        "Mia",
        MIA,
    )
    assert "-booking_overrun" in told(watch.see(make_status(5, parked_minutes=4)).changes)


@pytest.mark.parametrize(
    ("level", "distance_km", "charging", "is_told"),
    [
        (30, 150.0, ChargingState.DISCONNECTED, True),
        (30, 10.0, ChargingState.DISCONNECTED, False),
        (15, None, ChargingState.DISCONNECTED, True),
        (15, 150.0, CHARGING, False),
        (15, 150.0, UNKNOWN, False),
        (None, 150.0, ChargingState.DISCONNECTED, False),
    ],
)
def test_booking_needs_more_than_there_is(
    level: float | None, distance_km: float | None, charging: ChargingState, is_told: bool
) -> None:
    frame = make_status(0, level=level, charging=charging)
    frame = replace(frame, battery=replace(frame.battery, range_km=(level or 0) * 4))
    watch = Watch(make_car(agenda=Agenda(bookings=(booking(300, 400, distance_km=distance_km),))))

    assert ("+booking_low_battery" in told(watch.see(frame).changes)) is is_told


@pytest.mark.parametrize(
    ("values", "is_told"),
    [
        ({"level": 15}, True),
        ({"level": 60}, False),
        ({"level": None}, False),
        ({"level": 15, "north_m": AWAY_M}, False),
        ({"level": 15, "north_m": None}, False),
        ({"level": 15, "charging": CHARGING}, False),
        ({"level": 15, "charging": UNKNOWN}, False),
    ],
)
def test_evening_asks_for_the_cable_only_where_it_is_needed(
    values: dict[str, object], is_told: bool
) -> None:
    watch = Watch(make_car(settings=EVENING))

    changes = watch.see(make_status(0, **values)).changes  # type: ignore[arg-type]

    assert ("+evening_plug_in" in told(changes)) is is_told


def test_evening_is_told_once_and_is_over_by_the_cable() -> None:
    statuses = [(minute, make_status(minute, level=15)) for minute in (-1, 0, 5, 60)]
    plugged = (65, make_status(65, level=15, charging=CHARGING))

    assert looks(make_car(settings=EVENING), [*statuses, plugged]) == [
        (0, ["+evening_plug_in"]),
        (65, ["-evening_plug_in"]),
    ]


def test_evening_that_nobody_plugs_in_ends_by_itself() -> None:
    assert looks(make_car(settings=EVENING), parked(0, 179, 181, level=15)) == [
        (0, ["+evening_plug_in"]),
        (181, ["-evening_plug_in"]),
    ]


@pytest.mark.parametrize(("level", "expected"), [(45, ["+evening_plug_in"]), (60, [])])
def test_evening_knows_what_a_day_usually_needs(level: float, expected: list[str]) -> None:
    """Three working days took 40 % each: with a reserve 45 % do not do for Tuesday, 60 % do."""
    used = "2026-02-24:40:::,2026-02-25:40:::,2026-02-26:40:::"
    memory = RuleState(rule="diary", key="", fact=used, since=at(-1))
    watch = Watch(make_car(settings=EVENING, rule_states=(memory,)))

    assert told(watch.see(make_status(0, level=level)).changes) == expected


def test_reminder_is_told_to_the_chat_that_asked_for_it() -> None:
    reminder = Reminder(chat_id=GROUP, rule="evening_plug_in", at=at(60))
    car = make_car(settings=EVENING, agenda=Agenda(reminders=(reminder,)))
    watch = Watch(car)
    watch.see(make_status(0, level=15))

    (again,) = watch.see(make_status(60, level=15)).changes

    assert (again.rule, again.only_chat_id) == ("evening_plug_in", GROUP)


def test_software_is_told_once_a_version() -> None:
    watch, frame = Watch(), make_status(0)

    def see(**software: object) -> list[str]:
        found = Observation(status=frame, software=Software(**software))  # type: ignore[arg-type]
        detection = detect(watch.car, found, at(0))
        watch.car = replace(watch.car, rule_states=detection.rule_states, status=frame)
        return told(detection.changes)

    assert see(target_version="1.6", has_update=True) == ["+software_update"]
    assert see(target_version="1.6", has_update=True) == []
    assert see(has_update=None) == []
    assert see(has_update=False) == ["-software_update"]
    assert see(target_version="1.7", has_update=True) == ["+software_update"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((Fault(code="P0A1F", is_active=True),), ["+fault_code"]),
        ((Fault(code="P0A1F", is_active=False),), []),
        ((Fault(code="P0A1F", is_active=None),), []),
        ((), []),
    ],
)
def test_only_an_active_fault_is_told(rows: tuple[Fault, ...], expected: list[str]) -> None:
    found = Observation(status=make_status(0), faults=rows)

    assert told(detect(make_car(), found, at(0)).changes) == expected


def test_small_battery_that_sinks_for_days_is_told_once_and_recovers() -> None:
    watch, found = Watch(), []
    volts = (12.6, 12.6, 12.5, 12.4, 12.3, 12.2, 12.2, 12.6)
    for day, voltage in enumerate(volts):
        changes = watch.see(make_status(day * 24 * 60, voltage_v=voltage)).changes
        found += [(day, word) for word in told(changes)]

    assert found == [(4, "+battery_12v_trend"), (7, "-battery_12v_trend")]


def test_clock_alone_matures_nothing_about_the_car() -> None:
    watch = Watch()
    watch.see(make_status(0))
    watch.see(make_status(1, is_trunk_open=True))
    car = watch.car
    assert car.status is not None

    later = detect_by_clock(car, Observation(status=car.status), at(30))

    assert later.changes == ()
    assert set(later.rule_states) == set(car.rule_states)


def test_towed_little_by_little_is_told() -> None:
    watch = Watch()
    for minute, north_m in enumerate((0, 100, None, 190)):
        watch.see(make_status(minute, north_m=north_m))

    assert told(watch.changes) == ["+moved_while_locked"]


@pytest.mark.parametrize(
    ("agenda", "settings", "expected"),
    [
        (Agenda(), AlertSettings(evening_at=None), None),
        (Agenda(), AlertSettings(evening_at=time(20, 0)), at(7 * 60)),
        (Agenda(bookings=(booking(60, 120),)), EVENING, at(30)),
        (Agenda(reminders=(Reminder(chat_id=1, rule="x", at=at(5)),)), EVENING, at(5)),
    ],
)
def test_next_event(agenda: Agenda, settings: AlertSettings, expected: datetime | None) -> None:
    assert next_event_at(agenda, settings, (), START + timedelta(seconds=1)) == expected


@pytest.mark.parametrize(
    ("rule", "agenda", "until"),
    [
        ("booking_soon", Agenda(bookings=(booking(20, 60),)), at(20)),
        ("booking_low_battery", Agenda(bookings=(booking(300, 400),)), at(300)),
    ],
)
def test_reminder_says_until_when_it_helps(rule: str, agenda: Agenda, until: datetime) -> None:
    watch = Watch(make_car(agenda=agenda))

    changes = watch.see(make_status(0, level=8)).changes

    (change,) = [it for it in changes if it.rule == rule]
    assert change.details["useful_until"] == until.isoformat()


def test_what_stays_true_has_no_end() -> None:
    watch = Watch(make_car())
    watch.see(make_status(0, level=40))

    (change,) = watch.see(make_status(5, level=8)).changes

    assert (change.rule, "useful_until" in change.details) == ("battery_low", False)
