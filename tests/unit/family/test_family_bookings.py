"""Asking for the car and the moves of a booking, by table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from family.bookings import MOVES, TIMED, Moment, Mover, Verb, move, request, undo
from family.models import Booking, BookingState, Member, MemberState, Role
from family.slots import (
    HOLDING,
    OPEN,
    BookingError,
    Reason,
    Slot,
    free_slots,
    offers,
    overlapping,
    tight_gaps,
)

DAY = datetime(2026, 3, 7, tzinfo=UTC)
PAGE = Path(__file__).parents[3] / "docs" / "permissions.md"
ANNA = Member(person_id=1, car_id=1, role=Role.OWNER)
BEN = Member(person_id=2, car_id=1, role=Role.DRIVER)
MIA = Member(person_id=3, car_id=1, role=Role.DRIVER)
GUEST = Member(person_id=4, car_id=1, role=Role.GUEST)
YOUNG = Member(person_id=6, car_id=1, role=Role.YOUNG_DRIVER)
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


CLOCKED = {Mover.CLOCK, Mover.HOLDER_OR_CLOCK}
TIMES = {  # of a booking from 10:00 to 14:00
    Verb.PROPOSE: (15, 19),
    Verb.EXTEND: (10, 16),
    Verb.SHORTEN: (10, 13),
}
ORDINARY = [verb for verb in Verb if verb is not Verb.UNDO]  # that has a function of its own


def try_move(booking: Booking, verb: Verb, by: Member | None, **more: object) -> Booking:
    """Make a move at a moment and with times that suit it."""
    now = hour(14) if verb is Verb.EXPIRE else hour(11)
    times = Slot(*map(hour, TIMES[verb])) if verb in TIMED else None
    return move(booking, verb, by, now, times=times, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("verb", "state"), list(product(ORDINARY, S)))
def test_move_from_every_state(verb: Verb, state: BookingState) -> None:
    row = MOVES[verb]
    by = None if row.mover is Mover.CLOCK else BEN if row.mover is Mover.ASKER else ANNA
    now = hour(14) if verb is Verb.EXPIRE else hour(11)
    proposal = {"proposed_by": 1, "proposed_starts_at": hour(15), "proposed_ends_at": hour(19)}
    booking = booked(10, 14, state, version=3)
    if state is S.PROPOSED:
        booking = replace(booking, **proposal)  # type: ignore[arg-type]

    if state not in row.sources:
        with pytest.raises(BookingError) as caught:
            try_move(booking, verb, by)
        assert caught.value.reason is Reason.WRONG_STATE
        return
    decided = {"decided_by": 1, "decided_at": now} if row.is_decision else {}
    new: dict[Verb, dict[str, object]] = {
        Verb.PROPOSE: proposal,
        Verb.ACCEPT: {
            "starts_at": hour(15),
            "ends_at": hour(19),
            "decided_by": 1,
            "decided_at": now,
        },
        Verb.EXTEND: {"ends_at": hour(16)},
        Verb.SHORTEN: {"ends_at": hour(13)},
    }
    target = {"state": row.target or state, "version": 4, "changed_at": now}
    expected = replace(booking, **target, **decided, **new.get(verb, {}))  # type: ignore[arg-type]
    assert try_move(booking, verb, by) == expected


OWNERS = frozenset(Mover) - {Mover.ASKER, Mover.CLOCK, Mover.SAME}
ASKERS = frozenset({Mover.HOLDER, Mover.HOLDER_OR_CLOCK})
MOVERS: dict[str, tuple[Member | None, frozenset[Mover]]] = {
    "owner": (ANNA, OWNERS),
    "who asked": (BEN, ASKERS | {Mover.DRIVER, Mover.ASKER}),
    "who asked, young": (
        replace(BEN, role=Role.YOUNG_DRIVER),
        ASKERS | {Mover.ASKER},
    ),
    "who asked, now guest": (replace(BEN, role=Role.GUEST), ASKERS),
    "clock": (None, frozenset({Mover.CLOCK, Mover.HOLDER_OR_CLOCK})),
    "who has the car": (MIA, frozenset({Mover.DISPLACED})),
    "other driver": (replace(MIA, person_id=5), frozenset()),
    "guest": (GUEST, frozenset()),
    "owner of another car": (FOREIGN_OWNER, frozenset()),
    "former owner": (FORMER_OWNER, frozenset()),
    "former driver who asked": (FORMER_BEN, frozenset()),
    "former driver who has the car": (replace(MIA, state=MemberState.REVOKED), frozenset()),
    "invited owner": (replace(ANNA, state=MemberState.INVITED), frozenset()),
    "paused owner": (replace(ANNA, state=MemberState.PAUSED), frozenset()),
    "overdue owner": (replace(ANNA, expires_at=hour(1)), frozenset()),
    "owner to come": (replace(ANNA, begins_at=hour(15)), frozenset()),
}


@pytest.mark.parametrize(("who", "verb"), list(product(MOVERS, ORDINARY)))
def test_move_by_everybody(who: str, verb: Verb) -> None:
    by, allowed = MOVERS[who]
    booking = booked(10, 14, min(MOVES[verb].sources))
    others = [booked(12, 13, booking_id=2, person_id=3)] if verb is Verb.KEEP else []

    if MOVES[verb].mover in allowed:
        assert try_move(booking, verb, by, others=others).version == 1
    else:
        with pytest.raises(BookingError) as caught:
            try_move(booking, verb, by, others=others)
        assert caught.value.reason is Reason.NOT_ALLOWED


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

    assert asked == replace(booked(10, 14, S.REQUESTED, booking_id=0), changed_at=hour(8))
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
        pytest.param(BEN, 9000, 9001, Reason.TOO_FAR, id="in more than a year"),
        pytest.param(BEN, 20, 800, Reason.TOO_FAR, id="for more than a month"),
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
        same = "as it was" if row.verb is Verb.UNDO else "as it is"
        target = row.target.value if row.target else same
        cells = (row.verb.value, sources, target, row.mover.value, row.moment.value)
        assert f"| {' | '.join(cells)} |" in page
    assert {row.moment for row in MOVES.values()} == set(Moment)


@pytest.mark.parametrize(
    ("by", "more", "state"),
    [
        (BEN, {"waits": True}, S.WAITING),
        (BEN, {"is_urgent": True}, S.URGENT),
        (YOUNG, {"waits": True}, S.WAITING),
        (ANNA, {"waits": True}, S.WAITING),
        (ANNA, {"is_urgent": True}, S.URGENT),
    ],
)
def test_taken_time_can_be_waited_for_or_asked_for_urgently(
    by: Member, more: dict[str, bool], state: BookingState
) -> None:
    asked = request(by, hour(11), hour(13), hour(8), [booked(10, 14)], **more)

    assert (asked.state, asked.decided_by, asked.is_urgent) == (
        state,
        None,
        state is S.URGENT,
    )


@pytest.mark.parametrize("more", [{"waits": True}, {"is_urgent": True}])
def test_free_time_needs_no_waiting(more: dict[str, bool]) -> None:
    assert request(BEN, hour(14), hour(16), hour(8), [booked(10, 14)], **more).state is S.REQUESTED
    assert request(ANNA, hour(14), hour(16), hour(8), [], **more).state is S.APPROVED


def test_young_driver_displaces_nobody() -> None:
    with pytest.raises(BookingError) as caught:
        request(YOUNG, hour(11), hour(13), hour(8), [booked(10, 14)], is_urgent=True)

    assert caught.value.reason is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    ("verb", "times", "reason"),
    [
        (Verb.EXTEND, (10, 14), Reason.NOT_LONGER),
        (Verb.EXTEND, (10, 12), Reason.NOT_LONGER),
        (Verb.EXTEND, (10, 800), Reason.TOO_FAR),
        (Verb.EXTEND, (10, 16), Reason.OVERLAP),
        (Verb.SHORTEN, (10, 14), Reason.NOT_SHORTER),
        (Verb.SHORTEN, (9, 13), Reason.NOT_SHORTER),
        (Verb.SHORTEN, (10, 15), Reason.NOT_SHORTER),
        (Verb.SHORTEN, (10, 10.5), Reason.ENDS_BEFORE_START),
        (Verb.SHORTEN, (13, 12), Reason.ENDS_BEFORE_START),
    ],
)
def test_impossible_new_times(verb: Verb, times: tuple[float, float], reason: Reason) -> None:
    error = refusal(
        booked(10, 14),
        verb,
        BEN,
        hour(11),
        [booked(15, 17, booking_id=2)],
        times=Slot(*map(hour, times)),
    )

    assert error.reason is reason


def test_move_to_other_times_needs_them() -> None:
    with pytest.raises(ValueError, match="needs times"):
        move(booked(10, 14), Verb.EXTEND, BEN, hour(11))


@pytest.mark.parametrize("verb", [Verb.CLEAR, Verb.OFFER, Verb.TAKE, Verb.APPROVE])
def test_nothing_is_given_that_is_taken(verb: Verb) -> None:
    booking = booked(10, 14, min(MOVES[verb].sources))
    by = {Mover.CLOCK: None, Mover.ASKER: BEN, Mover.OWNER: ANNA}[MOVES[verb].mover]
    others = [booked(12, 13, booking_id=2, person_id=3)]

    assert refusal(booking, verb, by, hour(8), others).reason is Reason.OVERLAP


UNDONE = booked(10, 14, S.APPROVED, version=1)


def test_undo_brings_back_what_was_as_a_new_version() -> None:
    cancelled = move(UNDONE, Verb.CANCEL, BEN, hour(8))

    again = undo(cancelled, UNDONE, 2, BEN, hour(8.01))

    assert again == replace(UNDONE, version=3, changed_at=hour(8.01))


@pytest.mark.parametrize(
    ("by", "made_by", "now", "version", "others", "reason"),
    [
        pytest.param(ANNA, 2, 9, 2, [], Reason.NOT_ALLOWED, id="somebody else's move"),
        pytest.param(ANNA, None, 9, 2, [], Reason.NOT_ALLOWED, id="the clock's move"),
        pytest.param(FORMER_BEN, 2, 9, 2, [], Reason.NOT_ALLOWED, id="no member any more"),
        pytest.param(BEN, 2, 9, 3, [], Reason.WRONG_STATE, id="moved since"),
        pytest.param(BEN, 2, 14, 2, [], Reason.TOO_LATE, id="over"),
        pytest.param(
            BEN, 2, 9, 2, [booked(11, 12, booking_id=2)], Reason.OVERLAP, id="given away since"
        ),
    ],
)
def test_undo_is_refused(
    by: Member,
    made_by: int | None,
    now: float,
    version: int,
    others: list[Booking],
    reason: Reason,
) -> None:
    cancelled = replace(UNDONE, state=S.CANCELLED, version=version)

    with pytest.raises(BookingError) as caught:
        undo(cancelled, UNDONE, made_by, by, hour(now), others)

    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        pytest.param([(6, 10), (14, 20)], [(8, 10), (14, 16)], id="cut to the nearer end"),
        pytest.param([(9, 10), (14, 15)], [(9, 10), (14, 15)], id="shorter than the wish"),
        pytest.param([(0, 2), (3, 5), (9, 11), (20, 23)], [(9, 11), (3, 5), (20, 22)], id="three"),
        pytest.param([], [], id="none"),
    ],
)
def test_offers_for_a_wish_from_11_to_13(
    slots: list[tuple[float, float]], expected: list[tuple[float, float]]
) -> None:
    free = [Slot(hour(start), hour(end)) for start, end in slots]

    assert offers(free, hour(11), hour(13)) == tuple(Slot(hour(a), hour(b)) for a, b in expected)


def test_gap_of_less_than_half_an_hour_is_tight() -> None:
    before, after = booked(8, 9.75), booked(14, 15, booking_id=2)
    far = [booked(5, 7), booked(14.5, 15), booked(14.1, 15, S.REQUESTED)]

    gaps = tight_gaps([before, after, *far[:1]], hour(10), hour(14))

    assert gaps == ((before, timedelta(minutes=15)), (after, timedelta(0)))
    assert tight_gaps(far, hour(10), hour(14)) == ()
    assert tight_gaps([booked(11, 12)], hour(10), hour(14)) == ()


def test_states_that_hold_the_car_are_open_and_no_final_state_is() -> None:
    final = {S.DECLINED, S.HANDED_OVER, S.CANCELLED, S.EXPIRED}

    assert HOLDING < OPEN
    assert set(S) - final == OPEN
