"""Writes the ledger of endpoints for people: ``python -m smartcloud.ledger docs/endpoints.md``."""

import sys
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from smartcloud.endpoints import Endpoint, endpoints
from smartcloud.models import Region

_HEAD = """# Endpoints of the cloud

Every endpoint that the client knows, from the table `smartcloud/endpoints.csv`. This page is
written by `python -m smartcloud.ledger docs/endpoints.md`; change the table, not the page.

**Documented** means that a body or an answer has a public source. **Proposed** means that only the
name is public: verb, parameters or shapes are this project's invention, their bodies live in
`smartcloud/proposed/`, and a real cloud may answer otherwise. Any of them can be tried with
`smartbot call NAME --param key=value --body JSON`.

Signing: `ecarx` the vehicle platform's signature, `vc` and `iam` the INTL gateway's, `xs` the EU's
newer services (setting `XS_SIGN_SECRET`), `dcs` the charging partner's token (settings
`DCS_CLIENT_ID`, `DCS_CLIENT_SECRET`, `DCS_COMPANY_CODE`), `gigya` the EU log-in, `other` tokens in
headers, `none` nothing.
"""
_COLUMNS = ("Name", "Request", "Market", "Signing", "Status", "Used by", "What it is")


def render_ledger() -> str:
    """Return the whole page."""
    rows = list(endpoints().values())
    parts = [_HEAD, _totals(rows)]
    for interface, group in groupby(rows, key=lambda row: row.interface):
        parts.append(f"## {interface}\n\n{_table(group)}")
    return "\n".join(parts)


def _totals(rows: list[Endpoint]) -> str:
    markets = Counter(region.value for row in rows for region in row.regions)
    statuses = Counter(row.status for row in rows)
    used = sum(bool(row.feature) for row in rows)
    return (
        f"{len(rows)} endpoints: {markets[Region.EU]} in the EU, {markets[Region.INTL]} abroad; "
        f"{statuses['documented']} documented, {statuses['proposed']} proposed; "
        f"{used} in use by a typed method.\n"
    )


def _table(rows: Iterable[Endpoint]) -> str:
    lines = [_line(_COLUMNS), _line("---" for _ in _COLUMNS)]
    lines += [_line(_cells(row)) for row in rows]
    return "\n".join(lines) + "\n"


def _cells(row: Endpoint) -> tuple[str, ...]:
    about = f"{row.description} ({row.note})" if row.note else row.description
    return (
        f"`{row.name}`",
        f"{row.method} `{row.path}`",
        " ".join(sorted(row.regions)),
        row.signing,
        row.status,
        row.feature,
        about,
    )


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def main(path: str) -> None:
    """Write the page to a file."""
    Path(path).write_text(render_ledger(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
