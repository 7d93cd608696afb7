"""Rights, cell by cell; ``docs/permissions.md`` shows the same table."""

from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from family.models import Member, MemberState, Role
from family.permissions import Permission, Refusal, may

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PAGE = Path(__file__).parents[3] / "docs" / "permissions.md"
NEEDS = {
    "help": Role.STRANGER,
    "guest": Role.GUEST,
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
        role=Role[role.upper()],
        state=MemberState.ACTIVE if state == "active, overdue" else MemberState(state),
        expires_at=NOW if state == "active, overdue" else None,
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
    states = [*MemberState, "active, overdue"]
    expected = {("nobody", "-")} | {
        (role.name.lower(), str(state)) for role, state in product(Role, states)
    }

    rows = table_rows()

    assert {(row[0], row[1]) for row in rows} == expected
    assert len(rows) == len(expected)


def test_rights_end_with_the_moment_of_expiry() -> None:
    member = Member(person_id=1, car_id=1, role=Role.GUEST, expires_at=NOW)

    assert may(member, Role.GUEST, NOW - timedelta(microseconds=1)).allowed
    assert not may(member, Role.GUEST, NOW).allowed
