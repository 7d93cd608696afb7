"""Says from the stand-ins' logs what was lost and what was said or done twice; pure."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.rig.world import Ordered, Sent

MARK = "(possibly a repeat)"
CLOSE_S = 1.0  # between what the stand-in and the rig saw of one moment
_TOLD = re.compile(r"has (left|come to) (P\d+x\d+)")


@dataclass(frozen=True, slots=True)
class Owed:
    """One alert that one chat has to hear."""

    chat: int
    verb: str  # "left" (security) or "come to" (information)
    place: str


@dataclass(slots=True)
class Life:
    """One process from start to end; Unix times."""

    number: int
    since: float
    killed_at: float | None = None  # by SIGKILL, without a chance to store anything
    slept: list[tuple[float, float]] = field(default_factory=list)

    def was_killed(self, before: float) -> bool:
        """Return whether it was killed before that moment, give or take what cannot be seen."""
        return self.killed_at is not None and self.killed_at <= before + CLOSE_S

    def slept_in(self, first: Sent, second: Sent) -> bool:
        """Return whether it slept at some moment between the two."""
        return any(
            since <= second.at and until >= first.at - CLOSE_S for since, until in self.slept
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of everything that was owed."""

    owed: int
    missing: tuple[Owed, ...]  # lost, if nothing is owed any more
    sent_again: int  # with the mark, or named a second time in a list
    silent_repeats: tuple[Owed, ...]
    needless_repeats: tuple[Owed, ...]  # who told it before was neither killed nor asleep
    double_commands: int
    commands: int


@dataclass(frozen=True, slots=True)
class _Telling:
    sent: Sent
    is_plain: bool  # a message of its own, without the mark


def judge(
    owed: Iterable[Owed],
    sent: Sequence[Sent],
    wished: Mapping[str, Sequence[float]],
    ordered: Sequence[Ordered],
    lives: Sequence[Life] = (),
) -> Verdict:
    """Compare what was owed with what arrived.

    ``wished``: by service of the cloud, the ascending times at which a person wanted it once; an
    order belongs to the last wish before it.
    """
    owed = tuple(owed)
    told = _tellings(sent)
    return Verdict(
        owed=len(owed),
        missing=tuple(one for one in owed if not told[one]),
        sent_again=sum(max(0, len(told[one]) - 1) for one in owed),
        silent_repeats=tuple(one for one in owed if sum(it.is_plain for it in told[one]) > 1),
        needless_repeats=tuple(one for one in owed if _is_needless(told[one], lives)),
        double_commands=_doubles(wished, ordered),
        commands=len(ordered),
    )


def _tellings(sent: Sequence[Sent]) -> defaultdict[Owed, list[_Telling]]:
    """Collect messages of their own, and lines in the message of something else, in order."""
    told: defaultdict[Owed, list[_Telling]] = defaultdict(list)
    for message in sent:
        if message.method != "sendmessage":
            continue
        for number, line in enumerate(message.text.splitlines()):
            if found := _TOLD.search(line):
                is_plain = not number and MARK not in message.text
                one = Owed(message.chat, *found.groups())
                told[one].append(_Telling(message, is_plain))
    return told


def _is_needless(tellings: Sequence[_Telling], lives: Sequence[Life]) -> bool:
    """Return whether a copy followed although both senders were awake and the first one lived."""
    return any(
        not (_has_excuse(first.sent, second.sent, lives)) for first, second in pairwise(tellings)
    )


def _has_excuse(first: Sent, second: Sent, lives: Sequence[Life]) -> bool:
    teller, other = _life_of(first, lives), _life_of(second, lives)
    was_hit = teller is not None and (
        teller.was_killed(second.at) or teller.slept_in(first, second)
    )
    return was_hit or (other is not None and other.slept_in(first, second))


def _life_of(sent: Sent, lives: Sequence[Life]) -> Life | None:
    """Return the life of the process that sent it: the last with its number to begin before."""
    mine = [life for life in lives if life.number == sent.by and life.since <= sent.at]
    return max(mine, key=lambda life: life.since, default=None)


def _doubles(wished: Mapping[str, Sequence[float]], ordered: Sequence[Ordered]) -> int:
    done: Counter[tuple[str, int]] = Counter()
    for order in ordered:
        done[order.service, bisect_right(wished.get(order.service, ()), order.at)] += 1
    return sum(times - 1 for times in done.values())
