"""``docs/alerts.md`` says what the catalogue says."""

from pathlib import Path

import pytest

from alerts.rules import RULES, AlertRule
from alerts.troubles import TROUBLES

PAGE = (Path(__file__).parents[3] / "docs" / "alerts.md").read_text(encoding="utf-8")


def row_of(name: str) -> list[str]:
    """Return the cells of the row that begins with ``name``."""
    (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |")]
    return [cell.strip() for cell in line.strip("| ").split("|")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_row_of_a_rule(rule: AlertRule) -> None:
    _, urgency, _, facts, hold, _ = row_of(rule.name)

    assert urgency == rule.urgency.value
    assert set(facts.replace("`", "").split(", ")) == rule.open_facts
    minutes = int(rule.hold_for.total_seconds() // 60)
    assert hold == (f"{minutes} min" if minutes else "-")


def test_page_has_no_other_rows() -> None:
    known = {rule.name for rule in RULES} | {trouble.kind for trouble in TROUBLES}
    rows = {line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `")}

    assert rows == known | {"session_lost"}


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
