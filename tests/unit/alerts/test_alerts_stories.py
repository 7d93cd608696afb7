"""Stories of polls: what is told after which statuses, whatever else comes in between."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from alerts.models import AlertSettings
from alerts.rules import RULES
from smartcloud.models import (
    ChargingState,
    LockState,
    Openings,
    SharingStatus,
    VehicleStatus,
)
from tests.unit.alerts.alert_builders import (
    CLOSED,
    Watch,
    at,
    make_car,
    make_sharing,
    make_status,
    told,
)

CHARGING, PLUGGED, COMPLETE = (
    ChargingState.CHARGING,
    ChargingState.PLUGGED,
    ChargingState.COMPLETE,
)
DISCONNECTED, UNKNOWN, ERROR = (
    ChargingState.DISCONNECTED,
    ChargingState.UNKNOWN,
    ChargingState.ERROR,
)
OPEN_DOOR = replace(CLOSED, driver=True)
status = make_status

Story = Sequence[tuple[VehicleStatus, list[str]]]

STORIES: dict[str, Story] = {
    "a charge reaches its target": [
        (status(0), []),
        (status(1, charging=CHARGING, level=60), []),
        (status(60, charging=CHARGING, level=78), []),
        (status(70, charging=PLUGGED, level=80), ["+charge_complete"]),
        (status(80, charging=PLUGGED, level=80), []),
        (status(90, charging=DISCONNECTED, level=80), ["-charge_complete"]),
    ],
    "the car says complete below the target": [
        (status(0, charging=CHARGING, level=60), []),
        (status(9, charging=COMPLETE, level=70), ["+charge_complete"]),
    ],
    "unplugged as soon as it was charged": [
        (status(0, charging=CHARGING, level=79), []),
        (status(5, charging=DISCONNECTED, level=80), ["+charge_complete"]),
        (status(6, charging=DISCONNECTED, level=80), ["-charge_complete"]),
    ],
    "charged and unplugged while the cloud was silent": [
        (status(0, charging=CHARGING, level=60), []),
        (status(75, charging=DISCONNECTED, level=80), ["+charge_complete"]),
        (status(76, charging=DISCONNECTED, level=80), ["-charge_complete"]),
    ],
    "unplugged long before the target": [
        (status(0, charging=CHARGING, level=50), []),
        (status(5, charging=DISCONNECTED, level=52), []),
    ],
    "a whole charge between two polls": [
        (status(0, level=60), []),
        (status(60, charging=PLUGGED, level=80), ["+charge_complete"]),
    ],
    "a full car is plugged in": [
        (status(0, level=80), []),
        (status(1, charging=COMPLETE, level=80), []),
        (status(30, charging=PLUGGED, level=80), []),
    ],
    "a full car that tops itself up says nothing": [
        (status(0, charging=CHARGING, level=79), []),
        (status(5, charging=PLUGGED, level=80), ["+charge_complete"]),
        (status(95, charging=CHARGING, level=78), []),
        (status(99, charging=PLUGGED, level=80), []),
    ],
    "a charge stops too early and goes on": [
        (status(0, charging=CHARGING, level=40), []),
        (status(9, charging=PLUGGED, level=45), ["+charge_interrupted"]),
        (status(12, charging=PLUGGED, level=45), []),
        (status(19, charging=CHARGING, level=45), ["-charge_interrupted"]),
        (status(21, charging=PLUGGED, level=46), []),  # clouds over a solar roof
        (status(24, charging=CHARGING, level=46), []),
        (status(44, charging=CHARGING, level=52), []),
        (status(49, charging=ERROR, level=53), ["+charge_interrupted"]),
    ],
    "an unknown charging state is no interruption": [
        (status(0, charging=CHARGING, level=40), []),
        (status(3, charging=UNKNOWN, level=41), []),
        (status(6, charging=CHARGING, level=42), []),
    ],
    "an unknown level is no interruption": [
        (status(0, charging=CHARGING, level=40), []),
        (status(3, charging=PLUGGED, level=None), []),
        (status(6, charging=PLUGGED, level=42), ["+charge_interrupted"]),
    ],
    "plugged in, and nothing happens": [
        (status(0), []),
        (status(1, charging=PLUGGED, level=50), []),
        (status(10.5, charging=PLUGGED, level=50), []),
        (status(11.5, charging=PLUGGED, level=50), ["+plugged_not_charging"]),
        (status(15, charging=CHARGING, level=50), ["-plugged_not_charging"]),
    ],
    "plugged in, and the charge begins in time": [
        (status(0), []),
        (status(1, charging=PLUGGED, level=50), []),
        (status(4, charging=CHARGING, level=50), []),
        (status(40, charging=CHARGING, level=55), []),
    ],
    "low after a drive": [
        (status(0, level=25), []),
        (status(9, level=17, is_running=True), []),
        (status(19, level=16), ["+battery_low"]),
        (
            status(29, level=21),
            ["~battery_low"],
        ),  # cells recover a little: not enough to call it over
        (status(39, level=21, charging=CHARGING), ["-battery_low"]),
        (status(59, level=30, charging=CHARGING), []),
    ],
    "over the edge of a fence and back": [
        (status(0), []),
        (status(1, north_m=230, is_running=True), []),
        (status(2, north_m=260, is_running=True), ["+geofence_exit"]),
        (status(3, north_m=230, is_running=True), []),
        (status(4, north_m=190, is_running=True), ["-geofence_exit", "+geofence_enter"]),
        (status(5, north_m=240, is_running=True), []),
        (status(6, north_m=9e3, is_running=True), ["+geofence_exit", "-geofence_enter"]),
    ],
    "only trusted and shared positions count": [
        (status(0), []),
        (status(1, north_m=5000, is_trusted=False), []),
        (status(2, north_m=5000, is_trusted=None), []),
        (status(3, north_m=5000, is_shared=False), []),
        (status(4, north_m=None), []),
        (status(5), []),
    ],
    "towed": [
        (status(0), []),
        (status(5, north_m=40), []),
        (status(10, north_m=200), ["+moved_while_locked"]),
        (status(15, north_m=200), []),
        (status(20, north_m=200, is_running=True), ["-moved_while_locked"]),
    ],
    "driven between two polls": [
        (status(0), []),
        (status(30, north_m=180, parked_minutes=20), []),
        (status(60, north_m=0, parked_minutes=None, odometer_km=12003), []),
    ],
    "moved, and nothing tells whether it was driven": [
        (status(0, odometer_km=None, parked_minutes=None), []),
        (status(30, north_m=180, odometer_km=None, parked_minutes=None), []),
    ],
    "left open": [
        (status(0, is_running=True), []),
        (status(1, lock=LockState.UNLOCKED), []),
        (status(4, lock=LockState.UNLOCKED, doors=OPEN_DOOR), []),
        (status(7, lock=LockState.UNLOCKED), ["+left_open"]),
        (status(9), ["-left_open"]),
    ],
    "opened for a moment": [
        (status(0), []),
        (status(1, lock=LockState.UNLOCKED, is_trunk_open=True), []),
        (status(3), []),
        (status(8), []),
    ],
    "an unknown lock closes nothing": [
        (status(0), []),
        (status(1, lock=LockState.UNLOCKED), []),
        (status(7, lock=LockState.UNLOCKED), ["+left_open"]),
        (status(8, lock=LockState.UNKNOWN, doors=Openings(), windows=Openings()), []),
        (status(9), ["-left_open"]),
    ],
    "climate for long": [
        (status(0), []),
        (status(1, is_climate_active=True), []),
        (status(20, is_climate_active=True), []),
        (status(32, is_climate_active=True), ["+climate_running"]),
        (status(40, is_climate_active=None), []),
        (status(50, is_climate_active=False), ["-climate_running"]),
    ],
    "climate on a low battery": [
        (status(0, level=19), []),
        (status(1, level=19, is_climate_active=True), ["+climate_running"]),
        (status(2, level=19, is_climate_active=True, is_running=True), ["-climate_running"]),
    ],
    "a tyre loses air": [
        (status(0), []),
        (status(9, pressure_kpa=195), ["+tyre_pressure"]),
        (status(19, pressure_kpa=205), []),
        (status(29, pressure_kpa=None, has_warning=None), []),
        (status(39, pressure_kpa=230), ["-tyre_pressure"]),
        (status(49, has_warning=True), ["+tyre_pressure"]),
    ],
    "the small battery sinks": [
        (status(0), []),
        (status(1, voltage_v=11.5), []),
        (status(5, voltage_v=14.2, is_running=True), []),
        (status(12, voltage_v=11.7), ["+battery_12v"]),
        (status(20, voltage_v=12.0), []),
        (status(30, voltage_v=12.4), ["-battery_12v"]),
    ],
    "the small battery tells only percent": [
        (status(0, voltage_v=None, percent_12v=80), []),
        (status(1, voltage_v=None, percent_12v=30), []),
        (status(12, voltage_v=None, percent_12v=None), []),
        (status(13, voltage_v=None, percent_12v=30), ["+battery_12v"]),
    ],
    "service comes near": [
        (status(0, days_to_service=31), []),
        (status(9, days_to_service=30), ["+service_due"]),
        (status(19, days_to_service=365), ["-service_due"]),
        (status(29, days_to_service=None, distance_to_service_km=900), ["+service_due"]),
    ],
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_story(story: Story) -> None:
    watch = Watch()

    assert [told(watch.see(frame).changes) for frame, _ in story] == [t for _, t in story]


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_story_with_repeated_and_old_frames_is_the_same(story: Story) -> None:
    """Every poll brings older frames once more, and a damaged one without a time."""
    watch, rng = Watch(), Random(1)
    frames = [frame for frame, _ in story]
    for index, frame in enumerate(frames):
        watch.see(frame)
        for old in (*rng.choices(frames[: index + 1], k=3), replace(frame, updated_at=None)):
            again = watch.see(replace(old, fetched_at=frame.fetched_at))
            assert again.changes == ()

    assert told(watch.changes) == [word for _, words in story for word in words]


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_lost_record_names_the_same_episode_again(story: Story) -> None:
    """A poll whose record was lost is repeated from the same memory, perhaps one frame later."""
    watch = Watch()
    for frame, _ in story:
        before = watch.car
        first = watch.see(frame)
        watch.car = before
        later = replace(frame, updated_at=frame.fetched_at + (at(0.1) - at(0)))
        second = watch.see(later)
        keys = [(change.rule, change.episode) for change in first.changes]
        assert keys == [(change.rule, change.episode) for change in second.changes]


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_switched_off_rules_tell_nothing(story: Story) -> None:
    names = frozenset(rule.name for rule in RULES)
    watch = Watch(make_car(settings=AlertSettings(disabled=names)))
    for frame, _ in story:
        watch.see(frame)

    assert watch.changes == []
    assert {state.episode for state in watch.car.rule_states} == {None}


def test_every_rule_has_a_story() -> None:
    opened = {word[1:] for story in STORIES.values() for _, words in story for word in words}

    by_the_frame = {rule.name for rule in RULES if rule.needs_new_frame}
    assert opened == by_the_frame - {"battery_12v_trend"}  # which takes days, see its own test


def test_a_frame_brought_by_a_question_is_still_news_for_the_rules() -> None:
    watch = Watch()
    watch.see(make_status(0, charging=CHARGING, level=70))
    frame = make_status(9, charging=PLUGGED, level=80)
    watch.car = replace(watch.car, status=frame)

    assert told(watch.see(frame).changes) == ["+charge_complete"]


def test_fence_drawn_around_a_parked_car_knows_that_it_was_inside() -> None:
    watch = Watch(make_car(geofences=()))
    watch.see(make_status(0))
    fenced = make_car().geofences
    watch.car = replace(watch.car, geofences=fenced)

    assert told(watch.see(make_status(5, north_m=900, is_running=True)).changes) == [
        "+geofence_exit"
    ]


def test_deleted_fence_is_forgotten_without_a_word() -> None:
    watch = Watch()
    watch.see(make_status(0))
    watch.see(make_status(1, north_m=900))
    watch.changes.clear()
    watch.car = replace(watch.car, geofences=())

    assert watch.see(make_status(2, north_m=0)).changes == ()
    assert not [state for state in watch.car.rule_states if state.rule == "geofence_exit"]


def test_held_fact_matures_while_the_car_sleeps() -> None:
    watch = Watch()
    watch.see(make_status(0))
    unlocked = make_status(1, lock=LockState.UNLOCKED)
    watch.see(unlocked)

    assert told(watch.see(unlocked, now=at(5)).changes) == []
    assert told(watch.see(unlocked, now=at(6)).changes) == ["+left_open"]
    assert told(watch.see(unlocked, now=at(60)).changes) == []


def test_old_frame_from_a_cache_matures_nothing_wrong() -> None:
    """The older frame shows a locked car; what holds is the newer one that did not."""
    watch = Watch()
    watch.see(make_status(0))
    watch.see(make_status(1, lock=LockState.UNLOCKED, doors=OPEN_DOOR))
    (change,) = watch.see(make_status(0), now=at(7)).changes

    assert change.details["open"] == "lock,door.driver"


def test_frame_from_the_far_future_is_not_believed() -> None:
    watch = Watch()
    watch.see(make_status(0))
    future = replace(make_status(60 * 24 * 30, level=5), fetched_at=at(1))

    assert watch.see(future).changes == ()
    assert told(watch.see(make_status(2, level=5)).changes) == ["+battery_low"]


def test_first_observation_only_fills_the_memory() -> None:
    bad = make_status(
        level=5, lock=LockState.UNLOCKED, pressure_kpa=100, voltage_v=10, days_to_service=1
    )

    assert Watch().see(bad).changes == ()


def test_sharing_request_is_told_once_also_when_seen_first() -> None:
    watch, frame = Watch(), make_status(0)
    asked = (make_sharing(), make_sharing(), make_sharing("shr-2", acceptor=""))

    (change,) = watch.see(frame, sharings=asked).changes
    assert (change.rule, change.episode) == ("car_sharing_request", "shr-1")
    assert change.details["person"] == "Carla"
    assert watch.see(frame, sharings=asked).changes == ()
    assert watch.see(make_status(5)).changes == ()
    unknown = (make_sharing(status=SharingStatus.UNKNOWN),)
    assert watch.see(frame, sharings=unknown).changes == ()


@pytest.mark.parametrize(
    "then", [(), (make_sharing(status=SharingStatus.ACCEPTED),)], ids=["gone", "accepted"]
)
def test_sharing_request_closes_when_decided(then: tuple[object, ...]) -> None:
    watch, frame = Watch(), make_status(0)
    watch.see(frame, sharings=(make_sharing(), make_sharing("shr-2")))
    decided = (*then, make_sharing("shr-2"))

    (change,) = watch.see(frame, sharings=decided).changes  # type: ignore[arg-type]
    assert (change.key, change.change.value) == ("shr-1", "closed")
    assert [s.key for s in watch.car.rule_states if s.rule == "car_sharing_request"] == ["shr-2"]


def test_details_hold_no_vin() -> None:
    watch = Watch()
    for story in STORIES.values():
        watch = Watch()
        for frame, _ in story:
            watch.see(frame)
        assert "HESXR" not in repr(watch.changes)
