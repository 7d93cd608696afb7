"""Rights, cell by cell; ``docs/permissions.md`` shows the same table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from family.models import BookingState, Member, MemberState, Role
from family.permissions import Permission, Refusal, guest_of, may
from family.slots import HOLDING

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PAGE = Path(__file__).parents[3] / "docs" / "permissions.md"
NEEDS = {
    "help": Role.STRANGER,
    "guest": Role.GUEST,
    "young driver": Role.YOUNG_DRIVER,
    "driver": Role.DRIVER,
    "owner": Role.OWNER,
}


def table_rows() -> list[list[str]]:
    """Return the cells of the page's first table, without head and rule."""
    section = PAGE.read_text(encoding="utf-8").split("## Who may", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("| ").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def make_member(role: str, state: str) -> Member | None:
    if role == "nobody":
        return None
    return Member(
        person_id=1,
        car_id=1,
        role=Role[role.upper().replace(" ", "_")],
        state=MemberState(state.partition(",")[0]),
        expires_at=NOW if state == "active, overdue" else None,
        begins_at=NOW + timedelta(seconds=1) if state == "active, to come" else None,
    )


@pytest.mark.parametrize("row", table_rows(), ids=lambda row: f"{row[0]} {row[1]}")
def test_cell(row: list[str]) -> None:
    role, state, *cells = row
    member = make_member(role, state)

    for (need, required), cell in zip(NEEDS.items(), cells, strict=True):
        expected = (
            Permission(allowed=True)
            if cell == "yes"
            else Permission(allowed=False, reason=Refusal(cell))
        )
        assert may(member, required, NOW) == expected, need


def test_table_is_complete() -> None:
    states = [*MemberState, "active, overdue", "active, to come"]
    expected = {("nobody", "-")} | {
        (role.name.lower().replace("_", " "), str(state)) for role, state in product(Role, states)
    }

    rows = table_rows()

    assert {(row[0], row[1]) for row in rows} == expected
    assert len(rows) == len(expected)


def test_rights_end_with_the_moment_of_expiry() -> None:
    member = Member(person_id=1, car_id=1, role=Role.GUEST, expires_at=NOW)

    assert may(member, Role.GUEST, NOW - timedelta(microseconds=1)).allowed
    assert not may(member, Role.GUEST, NOW).allowed


BOOKED = (NOW + timedelta(hours=2), NOW + timedelta(hours=6))
GUEST = Member(person_id=1, car_id=1, role=Role.GUEST, booking_id=7)


@pytest.mark.parametrize(
    ("hours", "reason"),
    [
        (1.49, Refusal.TOO_EARLY),
        (1.5, None),
        (5.99, None),
        (6, Refusal.EXPIRED),
    ],
)
@pytest.mark.parametrize("state", [BookingState.APPROVED, BookingState.ACTIVE])
def test_guest_has_rights_shortly_before_and_during_the_booking(
    state: BookingState, hours: float, reason: Refusal | None
) -> None:
    guest = guest_of(GUEST, state, *BOOKED)

    assert may(guest, Role.GUEST, NOW + timedelta(hours=hours)).reason is reason


@pytest.mark.parametrize(
    "state", [it for it in BookingState if it not in HOLDING], ids=lambda it: it.value
)
def test_guest_of_a_booking_that_is_none_has_no_rights(state: BookingState) -> None:
    guest = guest_of(GUEST, state, *BOOKED)

    assert may(guest, Role.GUEST, BOOKED[0]) == Permission(allowed=False, reason=Refusal.EXPIRED)


def test_guest_of_a_booking_that_is_gone_has_no_rights() -> None:
    assert guest_of(GUEST, None, None, None).state is MemberState.EXPIRED


def test_revoked_guest_stays_revoked_whatever_the_booking() -> None:
    revoked = replace(GUEST, state=MemberState.REVOKED)

    assert guest_of(revoked, BookingState.APPROVED, *BOOKED) == revoked
