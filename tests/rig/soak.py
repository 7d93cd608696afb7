"""Kills the bot many times and prints what became of alerts and commands; 1 if a promise broke.

``python -m tests.rig.soak --kills 200`` is a part of `make test`; `make soak` kills thousands.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from tests.postgres import running_postgres

LANES = (("sqlite", 1), ("sqlite", 2), ("postgresql", 1), ("postgresql", 2))
RESTARTS = 4  # from nothing, once the other lanes are done, because they are timed
FIRST_POLL_S = 3.0  # of the quickest: what else the machine does is no fault of ours
STARVED_S = 0.5
"""A lane that was ever so late (5 s of its quick clock) ran on a machine without time for it.

Requests may have taken longer than they can in service: what depends on that is told, not judged.
"""

COLUMNS = (
    ("database", 11),
    ("workers", 8),
    ("kills", 6),
    ("owed", 6),
    ("lost", 5),
    ("unsettled", 10),
    ("again", 6),
    ("silent", 7),
    ("needless", 9),
    ("commands", 9),
    ("double", 7),
    ("first poll s", 13),
    ("SIGTERM s", 10),
    ("lag s", 7),
)

Report = dict[str, Any]


def live(database: str, url: str, workers: int, kills: int, seed: int, *more: str) -> Report:
    """Run one lane in a process of its own."""
    command = [sys.executable, "-m", "tests.rig.lane", "--kills", str(kills)]
    command += ["--workers", str(workers), "--seed", str(seed), "--database", url, *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"a lane on {database} broke down:\n{done.stderr[-3000:]}")
    return {"database": database, "seed": seed, **json.loads(done.stdout.splitlines()[-1])}


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
        reports = [job.result() for job in jobs]
    return [*reports, live("sqlite", "", 1, RESTARTS, seed, "--at", "poll.stored", "--cold")]


def broken(reports: Sequence[Report]) -> list[str]:
    """Return the promises that did not hold, in words."""
    found = []
    for report in reports:
        where = f"{report['database']}, {report['workers']} worker(s), seed {report['seed']}"
        found += [
            f"{where}: {what}: {report[what][:5]}"
            for what in ("lost", "silent_repeats", "needless_repeats")
            if report[what] and not (what == "needless_repeats" and is_starved(report))
        ]
        if report["unsettled"]:
            found.append(f"{where}: {report['unsettled']} still owed when patience ended")
        if report["double_commands"]:
            found.append(f"{where}: {report['double_commands']} commands were sent twice")
        if report["integrity"] != "ok":
            found.append(f"{where}: the database is damaged: {report['integrity']}")
    starts = [seconds for report in reports for seconds in report["first_poll_s"]]
    if min(starts) > FIRST_POLL_S and not any(map(is_starved, reports)):
        found.append(f"the first poll after a start came after {min(starts)} s at best")
    return found


def is_starved(report: Report) -> bool:
    """Return whether so much else ran that times say nothing about the bot."""
    return bool(report["longest_lag_s"] > STARVED_S)


def table(reports: Sequence[Report]) -> str:
    """Return the figures as people read them."""
    rows = [[name for name, _ in COLUMNS]]
    rows += [[str(cell) for cell in _cells(report)] for report in reports]
    widths = [width for _, width in COLUMNS]
    return "\n".join(
        "".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def _cells(report: Mapping[str, Any]) -> tuple[object, ...]:
    starts = report["first_poll_s"]
    return (
        report["database"],
        report["workers"],
        report["kills"],
        report["owed"],
        len(report["lost"]),
        report["unsettled"],
        report["sent_again"],
        len(report["silent_repeats"]),
        len(report["needless_repeats"]),
        report["commands"],
        report["double_commands"],
        f"{min(starts)} - {max(starts)}" if starts else "",
        report["term_s"],
        report["longest_lag_s"],
    )


def main() -> int:
    """Run, print the table and the JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--side-by-side", type=int, default=len(LANES))
    given = parser.parse_args()
    began = time.monotonic()
    reports = run(given.kills, given.seed, given.side_by_side)
    print(table(reports))
    by_blow = sum((Counter(report["by_blow"]) for report in reports), Counter[str]())
    print(", ".join(f"{name}: {number}" for name, number in sorted(by_blow.items())))
    print(json.dumps({"soak": reports, "took_s": round(time.monotonic() - began)}))
    found = broken(reports)
    print("\n".join(found) if found else "Nothing was lost, repeated in silence, or done twice.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
