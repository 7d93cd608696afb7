"""Answers about a car: the first line answers, unknown stays unknown, a group sees no place."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from alerts.models import Geofence
from bot.confirmations import CONFIRM_WITHIN, Verdict, is_needed, judge
from bot.errors import TEXT_KEYS, key_of, text_of
from bot.localisation import Texts, Wording, plain
from bot.rendering import access, battery, overview
from bot.rendering.view import CarView, framed
from intents.models import Risk
from smartcloud import exceptions
from smartcloud.models import (
    Access,
    Battery,
    ChargeLimit,
    Charging,
    ChargingState,
    LockState,
    Model,
    Openings,
    Position,
    Region,
    Tyre,
    Tyres,
    Vehicle,
    VehicleStatus,
)

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TEXTS = Texts.load()
WORDING = Wording(TEXTS, "en", "Europe/Berlin", NOW)
ALL_CLOSED = "All doors and windows closed."
CLOSED = Openings(driver=False, passenger=False, rear_left=False, rear_right=False)


def view(**changes: object) -> CarView:
    """Return a view of a parked car; what is not given is unknown."""
    whole = {
        key: changes.pop(key) for key in ("is_private", "geofences", "is_late") if key in changes
    }
    limit = changes.pop("charge_limit", None)
    status = VehicleStatus(
        vin="HESXR1C40PS000001", updated_at=NOW - timedelta(minutes=3), fetched_at=NOW
    )
    vehicle = Vehicle(
        vin="HESXR1C40PS000001", region=Region.EU, model=Model.ONE, series_code="HX11"
    )
    return CarView(
        car_id=1,
        name="#1",
        vehicle=vehicle,
        status=replace(status, **changes),  # type: ignore[arg-type]
        charge_limit=limit,  # type: ignore[arg-type]
        **whole,  # type: ignore[arg-type]
    )


RENDERERS = [
    overview.status_summary,
    overview.odometer,
    overview.tyre_pressure,
    overview.vehicle_health,
    overview.locate,
    battery.battery_status,
    battery.range_query,
    battery.charging_status,
    battery.time_to_full,
    access.lock_status,
    access.doors_status,
    access.windows_status,
    access.climate_status,
]


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("render", RENDERERS, ids=lambda it: it.__name__)
def test_car_that_tells_nothing_has_an_answer_in_every_language(render, language: str) -> None:
    it = Wording(TEXTS, language, "Europe/Berlin", NOW)

    assert framed(render(view(), it), view(), it)


@pytest.mark.parametrize("render", RENDERERS, ids=lambda it: it.__name__)
def test_car_that_tells_nothing_is_never_guessed(render) -> None:
    answer = plain(render(view(), WORDING).answer)

    for claim in ("closed", "Locked", "Unlocked", "fine", "not charging", "is off"):
        assert claim not in answer


@pytest.mark.parametrize(
    ("lock", "windows", "words"),
    [
        (LockState.LOCKED, CLOSED, "🔒 Locked. " + ALL_CLOSED),
        (LockState.UNLOCKED, replace(CLOSED, driver=True), "🔓 Unlocked. Open: driver's window."),
        (LockState.UNKNOWN, CLOSED, "🔒 The car did not tell whether it is locked. " + ALL_CLOSED),
    ],
    ids=["all shut", "window open", "unknown"],
)
def test_lock_answer(lock: LockState, windows: Openings, words: str) -> None:
    car = view(access=Access(lock_state=lock, doors=CLOSED, windows=windows))

    assert plain(access.lock_status(car, WORDING).answer) == words


def test_age_is_the_cars_own() -> None:
    text = plain(framed(battery.battery_status(view(), WORDING), view(), WORDING))

    assert text.splitlines()[1] == "🕒 #1 · 3 min ago"


def test_charging_line_has_power_end_and_limit() -> None:
    charging = Charging(
        state=ChargingState.CHARGING, power_kw=11.0, time_to_full=timedelta(minutes=80)
    )
    car = view(
        charging=charging,
        battery=Battery(state_of_charge_percent=64.0, range_km=213.0),
        charge_limit=ChargeLimit(percent=80.0),
    )

    said = battery.battery_status(car, WORDING)

    assert [plain(it) for it in (said.answer, *said.details)] == [
        "🔋 64%, about 213 km",
        "⚡ Charging at 11 kW",
        "Done in 1 h 20 min, at 14:17",
        "Charge limit 80%",
    ]


def test_unknown_charging_state_is_not_called_unplugged() -> None:
    answer = battery.time_to_full(view(), WORDING).answer

    assert "did not tell" in answer


def test_warned_wheel_is_named_first() -> None:
    tyres = Tyres(driver=Tyre(pressure_kpa=190, has_warning=True), rear_left=Tyre(pressure_kpa=250))

    said = overview.tyre_pressure(view(tyres=tyres), WORDING)

    assert plain(said.answer) == "🛞 Look at: front, driver's side."
    assert said.details == ("front, driver's side: 1.9 bar", "rear left: 2.5 bar")


CLOUD_ERRORS = [
    it
    for it in vars(exceptions).values()
    if isinstance(it, type) and issubclass(it, exceptions.SmartCloudError)
]
HOME = Geofence(
    geofence_id=1, car_id=1, name="Home", latitude=48.137, longitude=11.575, radius_m=200
)


@pytest.mark.parametrize(
    ("latitude", "is_private", "is_named"),
    [(48.1371, True, True), (48.2, True, False), (48.1371, False, False)],
    ids=["inside", "outside", "group"],
)
def test_place_is_named_only_inside_and_in_private(
    latitude: float, is_private: bool, is_named: bool
) -> None:
    car = view(
        position=Position(latitude=latitude, longitude=11.575),
        geofences=(HOME,),
        is_private=is_private,
    )

    texts = [overview.locate(car, WORDING).answer, *overview.status_summary(car, WORDING).details]

    assert ("Home" in "".join(texts)) is is_named


@pytest.mark.parametrize("kind", CLOUD_ERRORS, ids=lambda it: it.__name__)
def test_every_cloud_error_has_a_sentence_without_its_own_words(kind: type[Exception]) -> None:
    text = text_of(kind("secret detail HESXR1C40PS000001"), WORDING)

    assert text
    assert "secret" not in text
    assert kind is exceptions.SmartCloudError or key_of(kind("x")) != "error-other"


def test_children_stand_before_their_parents() -> None:
    kinds = [kind for kind, _ in TEXT_KEYS]

    for index, kind in enumerate(kinds):
        assert not any(issubclass(kind, earlier) for earlier in kinds[:index])


def test_pause_is_told_with_its_end() -> None:
    error = exceptions.RateLimitError("slow", timedelta(minutes=30))

    assert text_of(error, WORDING).endswith("until 13:30. Ask me again then.")


@pytest.mark.parametrize(
    ("asked", "person", "seconds", "verdict"),
    [
        (1, 1, 0, Verdict.VALID),
        (1, 1, 59.999, Verdict.VALID),
        (1, 1, 60, Verdict.EXPIRED),
        (1, 2, 0, Verdict.OTHER_PERSON),
        (1, 2, 90, Verdict.OTHER_PERSON),
        (None, 2, 0, Verdict.VALID),
    ],
)
def test_answer_counts_for_the_asked_person_in_time(
    asked: int | None, person: int, seconds: float, verdict: Verdict
) -> None:
    now = NOW + timedelta(seconds=seconds)

    judged = judge(asked=asked, expires_at=NOW + CONFIRM_WITHIN, person_id=person, now=now)

    assert judged is verdict


def test_only_risky_intents_are_confirmed() -> None:
    assert [risk for risk in Risk if is_needed(risk)] == [Risk.RISKY]
