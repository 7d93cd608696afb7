"""What a lane has seen, and how it is reported."""

import statistics
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.rig.oracle import Life, Verdict


@dataclass
class Tally:
    """What was measured on the way."""

    blows: Counter[str] = field(default_factory=Counter)
    lives: list[Life] = field(default_factory=list)
    first_poll_s: list[float] = field(default_factory=list)  # of processes started from nothing
    term_s: list[float] = field(default_factory=list)
    still_owed: int = 0  # when patience ended
    longest_lag_s: float = 0.0  # of this process: a starved machine keeps nobody's deadlines


def report(verdict: Verdict, tally: Tally, too_many: int) -> dict[str, Any]:
    """Return it as JSON; nothing is called lost while something is still owed.

    ``too_many``: answers 429 of Telegram.
    """
    return {
        "kills": sum(tally.blows.values()),
        "by_blow": dict(sorted(tally.blows.items())),
        "owed": verdict.owed,
        "lost": [] if tally.still_owed else [asdict(one) for one in verdict.missing],
        "unsettled": tally.still_owed,
        "sent_again": verdict.sent_again,
        "silent_repeats": [asdict(one) for one in verdict.silent_repeats],
        "needless_repeats": [asdict(one) for one in verdict.needless_repeats],
        "commands": verdict.commands,
        "double_commands": verdict.double_commands,
        "too_many_requests": too_many,
        "first_poll_s": [round(seconds, 2) for seconds in sorted(tally.first_poll_s)],
        "longest_lag_s": round(tally.longest_lag_s, 2),
        "term_s": round(statistics.median(tally.term_s or [0.0]), 2),
        "term_max_s": round(max(tally.term_s, default=0.0), 2),
    }
