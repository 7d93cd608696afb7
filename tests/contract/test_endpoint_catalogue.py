"""The catalogue is the inventory, row by row, and the ledger is the catalogue.

One row more is used and proposed, though the inventory does not name it: to revoke a digital key.
"""

import ast
import csv
from collections import Counter
from pathlib import Path

import pytest

from smartcloud.endpoints import endpoints
from smartcloud.ledger import render_ledger
from smartcloud.models import Region

ROOT = Path(__file__).parents[2]
INVENTORY = list(
    csv.DictReader((ROOT / "tests/contract/inventory.csv").read_text("utf-8").splitlines())
)
MARKETS = {
    "BOTH": frozenset(Region),
    "EU": frozenset({Region.EU}),
    "INTL": frozenset({Region.INTL}),
}
STATUSES = {"documented": "documented", "listed": "proposed"}
COUNTS = {
    "IoV WebServiceInterface": 167,
    "GidServiceInterface": 11,
    "Digital Key HttpInterface": 44,
    "Car Sharing v2 Signed": 26,
    "CerServiceInterface (PKI)": 4,
    "AccountIAMApi": 14,
}

BEYOND = "key_revoke_version_2"
LISTED = [one for one in endpoints().values() if one.name != BEYOND]


def test_every_endpoint_of_the_inventory_is_there() -> None:
    wanted = Counter(
        (row["interface"], row["method"], row["path"], MARKETS[row["region"]], row["signing"])
        for row in INVENTORY
    )
    known = Counter(
        (one.interface, one.method, one.path, one.regions, one.signing) for one in LISTED
    )

    assert len(INVENTORY) == 341
    assert known == wanted


def test_status_of_every_endpoint() -> None:
    wanted = Counter((row["method"], row["path"], STATUSES[row["status"]]) for row in INVENTORY)

    assert Counter((e.method, e.path, e.status) for e in LISTED) == wanted


def test_counts_by_interface() -> None:
    counts = Counter(endpoint.interface for endpoint in LISTED)

    assert counts == Counter(row["interface"] for row in INVENTORY)
    assert {name: counts[name] for name in COUNTS} == COUNTS


def test_row_beyond_the_inventory_is_proposed_and_says_why() -> None:
    row = endpoints()[BEYOND]

    assert row.status == "proposed"
    assert "not in the inventory" in row.note


def test_open_decisions_are_noted() -> None:
    noted = [one for one in endpoints().values() if "proposed" in one.note]

    assert len(noted) >= 50
    assert all(one.status == "proposed" for one in noted)


@pytest.mark.parametrize("path", sorted((ROOT / "smartcloud/services").glob("*.py")), ids=str)
def test_services_call_endpoints_that_exist(path: Path) -> None:
    """The first argument of every ``call`` is a name of the catalogue, where it is written out."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if is_call(node)]
    names = [call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)]

    assert set(names) <= set(endpoints())


def is_call(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return node.func.attr in ("call", "_post") and bool(node.args)


def test_ledger_is_up_to_date() -> None:
    written = (ROOT / "docs/endpoints.md").read_text("utf-8")

    assert written == render_ledger(), "run: python -m smartcloud.ledger docs/endpoints.md"
