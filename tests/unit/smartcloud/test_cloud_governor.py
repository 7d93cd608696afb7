"""When the cloud is left alone: how long, who, and that nothing is asked meanwhile."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcloud.exceptions import PausedError
from smartcloud.gate import Decide, Gate
from smartcloud.governor import (
    LONGEST_PAUSE,
    PROBE_LASTS,
    Pause,
    Pauses,
    Place,
    Refusal,
    Scope,
    after_refusal,
    places_of,
    time_left,
    with_probe,
)
from smartcloud.transport import retry_after

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
V1, V2, SHOP = "api.ecloudeu.com", "apiv2.ecloudeu.com", "vcrm.srv.smart.com"
WALL, TOO_MANY = Refusal(is_wall=True), Refusal(is_wall=False)


def minutes(value: float) -> timedelta:
    return timedelta(minutes=value)


def host(name: str = V1) -> Place:
    return Place(scope=Scope.HOST, key=name)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("30", timedelta(seconds=30), id="seconds"),
        pytest.param(" 120 ", minutes(2), id="blanks around"),
        pytest.param("Sat, 28 Nov 2026 12:20:00 GMT", minutes(20), id="date"),
        pytest.param("Sat, 28 Nov 2026 13:20:00 +0100", minutes(20), id="date of another zone"),
        pytest.param("Fri, 27 Nov 2026 12:00:00 GMT", minutes(2), id="date that is over"),
        pytest.param(None, minutes(2), id="absent"),
        pytest.param("0", minutes(2), id="zero"),
        pytest.param("1000000000", minutes(360), id="thirty years"),
        pytest.param("9" * 5000, minutes(360), id="more digits than a number has"),
        pytest.param("Wed, 28 Nov 2096 12:00:00 GMT", minutes(360), id="date far away"),
        pytest.param("", minutes(2), id="empty"),
        pytest.param("soon", minutes(2), id="rubbish"),
        pytest.param("-5", minutes(2), id="negative"),
        pytest.param("1.5", minutes(2), id="fraction"),
        pytest.param("\u0663\u0660", minutes(2), id="other digits"),
        pytest.param("Sat, 99 Nov 2026 99:99:99 GMT", minutes(2), id="no date"),
    ],
)
def test_every_form_of_retry_after(header: str | None, expected: timedelta) -> None:
    places = places_of(V1, "anna")
    refusal = Refusal(is_wall=False, retry_after=retry_after(header, NOW))

    (pause,) = after_refusal({}, places, refusal, NOW)

    assert pause == Pause(place=places[1], quiet_until=NOW + expected)


def test_too_many_requests_pause_the_account_on_both_generations_and_nobody_else() -> None:
    (pause,) = after_refusal({}, places_of(V1, "anna"), TOO_MANY, NOW)
    known = {pause.place: pause}

    assert time_left(known, places_of(V1, "anna"), NOW) == minutes(2)
    assert time_left(known, places_of(V2, "anna"), NOW) == minutes(2)
    assert time_left(known, places_of(SHOP, "anna"), NOW) == timedelta(0)
    assert time_left(known, places_of(V1, "ben"), NOW) == timedelta(0)
    assert time_left(known, places_of(V1, ""), NOW) == timedelta(0)


def test_third_refused_account_pauses_the_host() -> None:
    known: dict[Place, Pause] = {}
    scopes = []
    for account in ("anna", "ben", "mia"):
        made = after_refusal(known, places_of(V1, account), TOO_MANY, NOW)
        known |= {pause.place: pause for pause in made}
        scopes.append([pause.place.scope for pause in made])

    assert scopes == [[Scope.ACCOUNT], [Scope.ACCOUNT], [Scope.ACCOUNT, Scope.HOST]]
    assert time_left(known, places_of(V1, "sam"), NOW) == minutes(2)


def test_accounts_refused_long_ago_do_not_count() -> None:
    known = {
        places_of(V1, name)[1]: Pause(place=places_of(V1, name)[1], quiet_until=NOW)
        for name in ("anna", "ben")
    }

    (pause,) = after_refusal(known, places_of(V1, "mia"), TOO_MANY, NOW)

    assert pause.place.scope is Scope.ACCOUNT


def test_window_of_a_wall_grows_from_two_to_ninety_minutes() -> None:
    now, windows = NOW, []
    known: dict[Place, Pause] = {}
    for _ in range(9):
        probed = frozenset(known)
        known = {place: with_probe(pause, now) for place, pause in known.items()}
        (pause,) = after_refusal(known, places_of(V1, "anna"), WALL, now, probed=probed)
        known = {pause.place: pause}
        windows.append((pause.quiet_until - now) / minutes(1))
        now = pause.quiet_until

    assert windows == [2, 4, 8, 16, 32, 64, 90, 90, 90]


def test_requests_under_way_do_not_make_the_window_grow() -> None:
    (first,) = after_refusal({}, places_of(V1, "anna"), WALL, NOW)
    later = NOW + timedelta(seconds=20)

    (second,) = after_refusal({first.place: first}, places_of(V1, "ben"), WALL, later)

    assert second == Pause(place=host(), quiet_until=later + minutes(2))


def test_chance_adds_at_most_a_tenth() -> None:
    (pause,) = after_refusal({}, places_of(V1, ""), WALL, NOW, jitter=0.5)

    assert pause == Pause(place=host(), quiet_until=NOW + minutes(2.1))


def test_wall_that_names_a_longer_time_gets_it() -> None:
    refusal = Refusal(is_wall=True, retry_after=minutes(30))

    (pause,) = after_refusal({}, places_of(V1, "anna"), refusal, NOW)

    assert pause == Pause(place=host(), quiet_until=NOW + minutes(30))


def test_refused_log_in_pauses_no_account() -> None:
    assert after_refusal({}, places_of(V1, ""), TOO_MANY, NOW) == ()


@dataclass
class InMemory:
    """Pauses of processes that share them."""

    pauses: dict[Place, Pause] = field(default_factory=dict)

    async def read(self) -> Pauses:
        return dict(self.pauses)

    async def change(self, decide: Decide) -> None:
        self.pauses |= {pause.place: pause for pause in decide(dict(self.pauses))}

    async def claim(self, pause: Pause, now: datetime) -> bool:
        await asyncio.sleep(0)  # as with a database, all have looked before the first writes
        stored = self.pauses.get(pause.place)
        if stored is None or stored.quiet_until > now:
            return False
        self.pauses[pause.place] = Pause(
            place=pause.place, quiet_until=pause.quiet_until, window=stored.window
        )
        return True

    async def end(self, places: Iterable[Place]) -> None:
        for place in places:
            self.pauses.pop(place, None)


ANSWERS = st.sampled_from(["well", "wall", "too many", "no answer"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from([V1, V2, SHOP]),
        st.sampled_from(["anna", "ben", "mia", "sam", ""]),
        ANSWERS,
        st.sampled_from([None, 0, 1, 600, 10**9]),  # seconds of Retry-After
        st.integers(0, 7200),  # seconds that pass before
        st.booleans(),  # the process starts again
    ),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(steps=STEPS)
def test_no_request_leaves_within_a_window_over_restarts(steps: list[tuple]) -> None:
    asyncio.run(_walk(steps))


async def _walk(steps: list[tuple]) -> None:
    store, now = InMemory(), NOW
    wanted: dict[Place, datetime] = {}  # what the cloud wants, kept without any of our code

    def gate() -> Gate:
        return Gate(store, lambda: now, rng=Random(1), digest=lambda text: text)

    process = gate()
    waits: list[timedelta | None] = []
    for name, account, answer, seconds, passed, restarts in steps:
        now += timedelta(seconds=passed)
        process = gate() if restarts else process
        site = "ecloudeu.com" if "ecloudeu" in name else name
        whole = Place(scope=Scope.HOST, key=name)
        own = Place(scope=Scope.ACCOUNT, key=f"{site} {account}")
        try:
            granted = await process.enter(name, account)
        except PausedError as error:
            waits.append(error.retry_after)
            continue
        assert now >= wanted.get(whole, now), "the host wants no request now"
        assert not account or now >= wanted.get(own, now), "the account is to wait"
        if answer == "well":
            await process.answered(granted)
        elif answer != "no answer":
            is_wall = answer == "wall"
            wait = timedelta(seconds=min(seconds, 6 * 3600)) if seconds else None
            await process.refused(granted, Refusal(is_wall=is_wall, retry_after=wait))
            shortest = max(wait or minutes(2), minutes(2)) if is_wall else wait or minutes(2)
            if is_wall or account:
                wanted[whole if is_wall else own] = now + shortest
    assert all(wait and timedelta(0) < wait <= LONGEST_PAUSE for wait in waits)


async def test_one_of_five_hundred_asks_when_a_window_is_over() -> None:
    store, now = InMemory(), NOW
    processes = [
        Gate(store, lambda: now, rng=Random(1), digest=lambda text: text) for _ in range(2)
    ]
    granted = await processes[0].enter(V1, "anna")
    left = await processes[0].refused(granted, WALL)
    assert left is not None
    now += left

    found = await asyncio.gather(
        *(processes[number % 2].enter(V1, f"account {number}") for number in range(500)),
        return_exceptions=True,
    )

    probes = [it for it in found if not isinstance(it, BaseException)]
    assert [probe.probed for probe in probes] == [frozenset({host()})]
    waits = {it.retry_after for it in found if isinstance(it, PausedError)}
    assert waits == {PROBE_LASTS}

    await processes[0].answered(probes[0])
    assert store.pauses == {}
