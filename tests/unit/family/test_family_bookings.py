"""The moves of a booking by table, and any interleaving of them by a state machine."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from family.bookings import (
    HOLDING,
    MOVES,
    BookingError,
    Moment,
    Mover,
    Reason,
    Slot,
    Verb,
    free_slots,
    move,
    overlapping,
    request,
)
from family.models import Booking, BookingState, Member, MemberState, Role

DAY = datetime(2026, 3, 7, tzinfo=UTC)
PAGE = Path(__file__).parents[3] / "docs" / "permissions.md"
ANNA = Member(person_id=1, car_id=1, role=Role.OWNER)
BEN = Member(person_id=2, car_id=1, role=Role.DRIVER)
MIA = Member(person_id=3, car_id=1, role=Role.DRIVER)
GUEST = Member(person_id=4, car_id=1, role=Role.GUEST)
FOREIGN_OWNER = Member(person_id=1, car_id=2, role=Role.OWNER)
FORMER_OWNER = replace(ANNA, state=MemberState.REVOKED)
FORMER_BEN = replace(BEN, state=MemberState.REVOKED)
S = BookingState


def hour(number: float) -> datetime:
    return DAY + timedelta(hours=number)


def booked(start: float, end: float, state: BookingState = S.APPROVED, **more: int) -> Booking:
    values = {"booking_id": 1, "car_id": 1, "person_id": 2} | more
    return Booking(starts_at=hour(start), ends_at=hour(end), state=state, **values)


def refusal(*args: object, **more: object) -> BookingError:
    with pytest.raises(BookingError) as caught:
        move(*args, **more)  # type: ignore[arg-type]
    return caught.value


DURING = {Verb.EXPIRE: hour(14)}  # a moment that suits every other move is 11:00


@pytest.mark.parametrize(("verb", "state"), list(product(Verb, S)))
def test_move_from_every_state(verb: Verb, state: BookingState) -> None:
    by = None if verb is Verb.EXPIRE else ANNA
    booking, now, row = booked(10, 14, state, version=3), DURING.get(verb, hour(11)), MOVES[verb]

    if state not in row.sources:
        assert refusal(booking, verb, by, now).reason is Reason.WRONG_STATE
        return
    moved = move(booking, verb, by, now)
    decided = {"decided_by": 1, "decided_at": now} if row.is_decision else {}
    assert moved == replace(booking, state=row.target, version=4, **decided)


MOVERS: dict[str, tuple[Member | None, frozenset[Mover]]] = {
    "owner": (ANNA, frozenset({Mover.OWNER, Mover.HOLDER, Mover.HOLDER_OR_CLOCK})),
    "who asked": (BEN, frozenset({Mover.HOLDER, Mover.HOLDER_OR_CLOCK})),
    "who asked, now guest": (
        replace(BEN, role=Role.GUEST),
        frozenset({Mover.HOLDER, Mover.HOLDER_OR_CLOCK}),
    ),
    "clock": (None, frozenset({Mover.CLOCK, Mover.HOLDER_OR_CLOCK})),
    "other driver": (MIA, frozenset()),
    "guest": (GUEST, frozenset()),
    "owner of another car": (FOREIGN_OWNER, frozenset()),
    "former owner": (FORMER_OWNER, frozenset()),
    "former driver who asked": (FORMER_BEN, frozenset()),
    "invited owner": (replace(ANNA, state=MemberState.INVITED), frozenset()),
    "paused owner": (replace(ANNA, state=MemberState.PAUSED), frozenset()),
    "overdue owner": (replace(ANNA, expires_at=hour(1)), frozenset()),
}


@pytest.mark.parametrize(("who", "verb"), list(product(MOVERS, Verb)))
def test_move_by_everybody(who: str, verb: Verb) -> None:
    by, allowed = MOVERS[who]
    state = min(MOVES[verb].sources)
    booking, now = booked(10, 14, state), DURING.get(verb, hour(11))

    if MOVES[verb].mover in allowed:
        assert move(booking, verb, by, now).state is MOVES[verb].target
    else:
        assert refusal(booking, verb, by, now).reason is Reason.NOT_ALLOWED


def test_who_may_not_learns_nothing_of_the_state() -> None:
    assert refusal(booked(10, 14, S.DECLINED), Verb.APPROVE, MIA, hour(9)).reason is (
        Reason.NOT_ALLOWED
    )


@pytest.mark.parametrize(
    ("verb", "now", "reason"),
    [
        (Verb.APPROVE, 14, Reason.TOO_LATE),
        (Verb.START, 9.99, Reason.TOO_EARLY),
        (Verb.START, 14, Reason.TOO_LATE),
        (Verb.EXPIRE, 13.99, Reason.TOO_EARLY),
    ],
)
def test_move_at_the_wrong_moment(verb: Verb, now: float, reason: Reason) -> None:
    by = None if verb is Verb.EXPIRE else ANNA
    booking = booked(10, 14, min(MOVES[verb].sources))

    assert refusal(booking, verb, by, hour(now)).reason is reason


def test_second_approval_of_the_same_time_is_refused_with_free_times() -> None:
    taken = booked(10, 14)
    asked = booked(12, 15, S.REQUESTED, booking_id=2, person_id=3)

    error = refusal(asked, Verb.APPROVE, ANNA, hour(8), others=[taken, asked])

    assert error.reason is Reason.OVERLAP
    assert error.free_slots == (Slot(hour(8), hour(10)), Slot(hour(14), hour(27)))


def test_driver_asks_and_owner_has_it_at_once() -> None:
    asked = request(BEN, hour(10), hour(14), hour(8))
    taken = request(ANNA, hour(14), hour(15), hour(8), [asked])

    assert asked == booked(10, 14, S.REQUESTED, booking_id=0)
    assert (taken.state, taken.decided_by, taken.decided_at) == (S.APPROVED, 1, hour(8))


@pytest.mark.parametrize(
    ("by", "start", "end", "reason"),
    [
        pytest.param(GUEST, 10, 14, Reason.NOT_ALLOWED, id="guest"),
        pytest.param(FORMER_BEN, 10, 14, Reason.NOT_ALLOWED, id="former driver"),
        pytest.param(BEN, 14, 10, Reason.ENDS_BEFORE_START, id="backwards"),
        pytest.param(BEN, 10, 10, Reason.ENDS_BEFORE_START, id="empty"),
        pytest.param(BEN, 5, 7, Reason.IN_THE_PAST, id="over"),
        pytest.param(BEN, 5, 12, Reason.IN_THE_PAST, id="began long ago"),
        pytest.param(BEN, 11, 13, Reason.OVERLAP, id="taken"),
        pytest.param(ANNA, 13.5, 16, Reason.OVERLAP, id="taken, for the owner too"),
    ],
)
def test_request_is_refused(by: Member, start: float, end: float, reason: Reason) -> None:
    with pytest.raises(BookingError) as caught:
        request(by, hour(start), hour(end), hour(8), [booked(10, 14)])

    assert caught.value.reason is reason
    assert bool(caught.value.free_slots) is (reason is Reason.OVERLAP)


def test_overlapping_counts_only_what_holds_the_car() -> None:
    bookings = [
        booked(12, 13),
        booked(8, 10),
        booked(9, 11, S.ACTIVE),
        *(booked(9, 11, state) for state in S if state not in HOLDING),
    ]

    assert overlapping(bookings, hour(10), hour(12)) == (booked(9, 11, S.ACTIVE),)


@pytest.mark.parametrize(
    ("spans", "minimum_h", "expected"),
    [
        pytest.param([], 1, [(0, 24)], id="nothing booked"),
        pytest.param([(0, 24)], 1, [], id="all day"),
        pytest.param([(-5, 30)], 1, [], id="longer than the day"),
        pytest.param([(10, 14), (14, 15)], 1, [(0, 10), (15, 24)], id="back to back"),
        pytest.param([(10, 14), (14.5, 20)], 1, [(0, 10), (20, 24)], id="gap too short"),
        pytest.param([(10, 20), (11, 12)], 1, [(0, 10), (20, 24)], id="one inside another"),
    ],
)
def test_free_slots(
    spans: list[tuple[float, float]], minimum_h: float, expected: list[tuple[float, float]]
) -> None:
    bookings = [booked(*span) for span in spans]

    slots = free_slots(bookings, hour(0), hour(24), timedelta(hours=minimum_h))

    assert slots == tuple(Slot(hour(start), hour(end)) for start, end in expected)


def test_page_shows_the_moves() -> None:
    page = PAGE.read_text(encoding="utf-8")

    for row in MOVES.values():
        sources = ", ".join(state.value for state in S if state in row.sources)
        cells = (row.verb.value, sources, row.target.value, row.mover.value, row.moment.value)
        assert f"| {' | '.join(cells)} |" in page
    assert {row.moment for row in MOVES.values()} == set(Moment)


class Bookings(RuleBasedStateMachine):
    """A family that asks, answers, drives and forgets, in any order; two answers may race."""

    def __init__(self) -> None:
        super().__init__()
        self.now = DAY
        self.stored: dict[int, Booking] = {}
        self.stale: list[Booking] = []

    @rule(
        by=st.sampled_from([ANNA, BEN, MIA, GUEST]),
        start=st.integers(0, 30),
        length=st.integers(-1, 6),
    )
    def ask(self, by: Member, start: int, length: int) -> None:
        begin = self.now + timedelta(hours=start)
        try:
            made = request(
                by, begin, begin + timedelta(hours=length), self.now, self.stored.values()
            )
        except BookingError as error:
            slots = error.free_slots
            assert all(
                not overlapping(self.stored.values(), slot.starts_at, slot.ends_at)
                for slot in slots
            )
            return
        number = len(self.stored) + 1
        self.stored[number] = replace(made, booking_id=number)

    @rule(
        number=st.integers(1, 8),
        verb=st.sampled_from(Verb),
        by=st.sampled_from([ANNA, BEN, MIA, GUEST, FOREIGN_OWNER, None]),
        is_stale=st.booleans(),
    )
    def move(self, number: int, verb: Verb, by: Member | None, is_stale: bool) -> None:
        booking = self.stored.get(number)
        if booking is None:
            return
        if is_stale and self.stale:
            booking = self.stale[number % len(self.stale)]
        current = self.stored[booking.booking_id]
        try:
            moved = move(booking, verb, by, self.now, self.stored.values())
        except BookingError:
            return
        assert moved.version == booking.version + 1
        if booking.version == current.version:  # what the store demands
            self.stale.append(booking)
            self.stored[moved.booking_id] = moved

    @rule(hours=st.integers(1, 8))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @invariant()
    def nobody_has_the_car_twice(self) -> None:
        held = sorted(
            (b for b in self.stored.values() if b.state in HOLDING), key=lambda b: b.starts_at
        )
        assert all(before.ends_at <= after.starts_at for before, after in pairwise(held))

    @invariant()
    def every_decision_has_an_owner(self) -> None:
        for booking in self.stored.values():
            if booking.state in {S.APPROVED, S.ACTIVE, S.HANDED_OVER, S.DECLINED}:
                assert booking.decided_by == ANNA.person_id


TestBookings = Bookings.TestCase
TestBookings.settings = settings(
    max_examples=150, stateful_step_count=30, deadline=None, database=None
)
