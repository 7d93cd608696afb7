"""Says from the stand-ins' logs what was lost and what was said or done twice; pure."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.rig.world import Ordered, Sent

MARK = "(possibly a repeat)"
_TOLD = re.compile(r"has (left|come to) (P\d+x\d+)")
SECURITY = "left"  # the other is for information


@dataclass(frozen=True, slots=True)
class Owed:
    """One alert that one chat has to hear."""

    chat: int
    verb: str  # "left" or "come to"
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of everything that was owed."""

    owed: int
    lost: tuple[Owed, ...]
    sent_again: int  # with the mark, or named a second time in a list
    silent_repeats: tuple[Owed, ...]
    double_commands: int
    commands: int


def judge(
    owed: Iterable[Owed],
    sent: Sequence[Sent],
    wished: Mapping[str, Sequence[float]],
    ordered: Sequence[Ordered],
) -> Verdict:
    """Compare what was owed with what arrived.

    ``wished``: by service of the cloud, the ascending times at which a person wanted it once; an
    order belongs to the last wish before it.
    """
    owed = tuple(owed)
    plain, marked, listed = _tellings(sent)
    told = plain + marked + listed
    return Verdict(
        owed=len(owed),
        lost=tuple(one for one in owed if not told[one]),
        sent_again=sum(max(0, told[one] - 1) for one in owed),
        silent_repeats=tuple(one for one in owed if plain[one] > 1),
        double_commands=_doubles(wished, ordered),
        commands=len(ordered),
    )


def _tellings(sent: Sequence[Sent]) -> tuple[Counter[Owed], Counter[Owed], Counter[Owed]]:
    """Count messages of their own, marked ones, and lines in the message of something else."""
    plain: Counter[Owed] = Counter()
    marked: Counter[Owed] = Counter()
    listed: Counter[Owed] = Counter()
    for message in sent:
        if message.method != "sendmessage":
            continue
        for number, line in enumerate(message.text.splitlines()):
            if not (found := _TOLD.search(line)):
                continue
            one = Owed(message.chat, *found.groups())
            counter = listed if number else marked if MARK in message.text else plain
            counter[one] += 1
    return plain, marked, listed


def _doubles(wished: Mapping[str, Sequence[float]], ordered: Sequence[Ordered]) -> int:
    done: Counter[tuple[str, int]] = Counter()
    for order in ordered:
        done[order.service, bisect_right(wished.get(order.service, ()), order.at)] += 1
    return sum(times - 1 for times in done.values())
