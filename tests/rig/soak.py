"""Kills the bot many times and prints what became of alerts and commands; 1 if a promise broke.

``python -m tests.rig.soak --kills 200`` is a quick look; `make soak` kills thousands. It wants a
machine for itself, so it stands beside `make test` and not in it.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from tests.postgres import running_postgres

LANES = (("sqlite", 1), ("sqlite", 2), ("postgresql", 1), ("postgresql", 2))
FIRST_POLL_S = 3.0  # of the quicker quarter: what else the machine does is no fault of ours
COLUMNS = (
    ("database", 11),
    ("workers", 8),
    ("kills", 6),
    ("owed", 6),
    ("lost", 5),
    ("again", 6),
    ("silent", 7),
    ("commands", 9),
    ("double", 7),
    ("first poll s", 13),
)

Report = dict[str, Any]


def live(database: str, url: str, workers: int, kills: int, seed: int) -> Report:
    """Run one lane in a process of its own."""
    command = [sys.executable, "-m", "tests.rig.lane", "--kills", str(kills)]
    command += ["--workers", str(workers), "--seed", str(seed), "--database", url]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"a lane on {database} broke down:\n{done.stderr[-3000:]}")
    return {"database": database, **json.loads(done.stdout.splitlines()[-1])}


def run(kills: int, seed: int, side_by_side: int) -> list[Report]:
    """Share the kills among the lanes."""
    with ExitStack() as stack:
        postgres = stack.enter_context(running_postgres())
        pool = stack.enter_context(ThreadPoolExecutor(side_by_side))
        share = -(-kills // len(LANES))
        jobs = [
            pool.submit(
                live,
                database,
                postgres.new() if database == "postgresql" else "",
                workers,
                share,
                seed + number,
            )
            for number, (database, workers) in enumerate(LANES)
        ]
        return [job.result() for job in jobs]


def broken(reports: Sequence[Report]) -> list[str]:
    """Return the promises that did not hold, in words."""
    found = []
    for report in reports:
        where = f"{report['database']}, {report['workers']} worker(s)"
        found += [
            f"{where}: {what}: {report[what][:5]}"
            for what in ("lost", "silent_repeats")
            if report[what]
        ]
        if not report["settled"]:
            found.append(f"{where}: was still telling when patience ended")
        if report["double_commands"]:
            found.append(f"{where}: {report['double_commands']} commands were sent twice")
        if report["integrity"] != "ok":
            found.append(f"{where}: the database is damaged: {report['integrity']}")
        if report["first_poll_quick_s"] > FIRST_POLL_S and not is_machine_busy():
            found.append(f"{where}: first poll after {report['first_poll_quick_s']} s")
    return found


def is_machine_busy() -> bool:
    """Return whether so much else runs here that a time says nothing about the bot."""
    return os.getloadavg()[0] > 2 * (os.cpu_count() or 1) + len(LANES)


def table(reports: Sequence[Report]) -> str:
    """Return the figures as people read them."""
    rows = [[name for name, _ in COLUMNS]]
    rows += [[str(cell) for cell in _cells(report)] for report in reports]
    widths = [width for _, width in COLUMNS]
    return "\n".join(
        "".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def _cells(report: Mapping[str, Any]) -> tuple[object, ...]:
    return (
        report["database"],
        report["workers"],
        report["kills"],
        report["owed"],
        len(report["lost"]),
        report["sent_again"],
        len(report["silent_repeats"]),
        report["commands"],
        report["double_commands"],
        f"{report['first_poll_quick_s']} / {report['first_poll_median_s']}",
    )


def main() -> int:
    """Run, print the table and the JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--side-by-side", type=int, default=2)
    given = parser.parse_args()
    reports = run(given.kills, given.seed, given.side_by_side)
    print(table(reports))
    by_blow = sum((Counter(report["by_blow"]) for report in reports), Counter[str]())
    print(", ".join(f"{name}: {number}" for name, number in sorted(by_blow.items())))
    print(json.dumps({"soak": reports}))
    found = broken(reports)
    print("\n".join(found) if found else "Nothing was lost, repeated in silence, or done twice.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
