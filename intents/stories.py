"""What people tell beside a wish, in a clause of its own: a reason, where they are, who waits.

"My hands are full, so could you open the trunk?" The text is taken apart where a clause may end. If
one stretch of clauses is certain by itself, and all others are stories, it is what was meant. A
story is made of the words of a closed list, so an order still has every word explained.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from intents.catalogue import load_yaml
from intents.models import Intent, Recognition
from intents.normalise import Normaliser, fold
from intents.unlisted import unlisted_of

_PATH = Path(__file__).parent / "stories.yaml"
_MOST_CLAUSES = 7
_END = re.compile(r"(?<=[,;:.!?…])\s+|\s+[-–—]+\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_GAP = re.compile(r"\s+(?=(\S+)\s)")  # before a word that is not the last one
_APOSTROPHE = re.compile(r"['’]")
_ORNAMENT = " ,;:.…-–—"

Read = Callable[[str], Recognition]


@dataclass(frozen=True, slots=True)
class Told:
    """What a stretch of clauses certainly means, and what is told beside it."""

    intent: Intent
    read: Recognition
    others: tuple[str, ...]
    are_stories: bool
    is_apart: bool  # punctuation or "because" divides it from the others


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a text that may be a clause; apart if punctuation or "because" is before it."""

    text: str
    is_apart: bool


class Stories:
    """The stories of one language."""

    def __init__(
        self, row: Mapping[str, Any], normaliser: Normaliser, meaning: frozenset[str]
    ) -> None:
        """Take a row of ``stories.yaml``, and the words that the grammar gives a ``meaning``."""
        self._negations = normaliser.negations
        self._tells = frozenset(fold(str(word)) for word in row["tells"])
        self.words = self._tells | normaliser.filler | {fold(str(word)) for word in row["words"]}
        self._leading_on = normaliser.joiners - {fold(str(word)) for word in row["drop"]}
        self._unlisted = unlisted_of(row, self.words, self._tells, meaning | self._negations)
        self._unable, self._lacking, self._no, self._additions = (
            frozenset(fold(str(word)) for word in row.get(key, ()))
            for key in ("unable", "lacking", "no", "additions")
        )
        drop, joints = (_alternatives(row[key]) for key in ("drop", "joints"))
        self._joint = re.compile(rf"(?:{drop}|{joints})\s", re.IGNORECASE)
        self._joints = frozenset(str(one).lower() for key in ("drop", "joints") for one in row[key])
        self._joint_words = frozenset(joint.split()[0] for joint in self._joints)
        self._dropped = re.compile(rf"^(?:(?:{drop})\s+)+", re.IGNORECASE)
        turns = _alternatives(row["turns"])
        self._turning = re.compile(rf"\b(?:{turns})\b", re.IGNORECASE)
        carry = _alternatives(row.get("carry", ()))
        self._carrying_on = re.compile(rf"(?:{carry})\s+(?!(?:{joints})\s)", re.IGNORECASE)

    def read(self, text: str, read: Read, *, may_ask: bool) -> Iterator[Told]:
        """Yield what stretches of clauses certainly mean, the longest first.

        Only those are read beside which nothing but stories is told, and if the text ``may_ask``
        something, those that punctuation divides from the rest.
        """
        clauses = self._clauses(text)
        if not 1 < len(clauses) <= _MOST_CLAUSES:
            return
        is_story = cache(self._is_story)  # of each clause, whatever stretch it stands beside

        def are_told(some: Sequence[_Clause], *, can_deny: bool) -> bool:
            told = [is_story(one.text, can_deny=can_deny) for one in some]
            return all(told) or (any(told) and self._add_to(some, told, can_deny=can_deny))

        for length in range(len(clauses) - 1, 0, -1):
            for start in range(len(clauses) - length + 1):
                end = start + length
                if start and self._carries_on(clauses[start].text):
                    continue
                before, after = clauses[:start], clauses[end:]
                are_stories = are_told(before, can_deny=True) and are_told(after, can_deny=False)
                is_apart = all(clauses[at].is_apart for at in (start, end) if 0 < at < len(clauses))
                if not (are_stories or (may_ask and is_apart)):
                    continue
                found = read(self._bare(_joined(clauses[start:end])))
                if found.intent is not None and found.is_certain:
                    wishes = self._wishes(before) + self._wishes(after)
                    yield Told(found.intent, found, wishes, are_stories, is_apart)

    def _add_to(self, some: Sequence[_Clause], told: Sequence[bool], *, can_deny: bool) -> bool:
        """Return True if what tells nothing adds to a story beside it: "sonst | im Regen"."""
        return all(
            is_told
            or (
                any(told[max(at - 1, 0) : at + 2])
                and self._is_addition(one.text, can_deny=can_deny)
            )
            for at, (one, is_told) in enumerate(zip(some, told, strict=True))
        )

    def _wishes(self, clauses: Sequence[_Clause]) -> tuple[str, ...]:
        """Return what may be a wish among some clauses: all of them, and each by itself."""
        alone = [self._bare(clause.text) for clause in clauses]
        return (_joined(clauses), *alone) if len(alone) > 1 else tuple(alone)

    def _clauses(self, text: str) -> list[_Clause]:
        return [
            _Clause(clause, at == 0 or self._dropped.match(clause) is not None)
            for part in _END.split(text)
            if part.strip(_ORNAMENT)
            for at, clause in enumerate(self._pieces(part))
        ]

    def _pieces(self, part: str) -> list[str]:
        """Return the clauses of a part; "ich" alone is none, though "sitze im Zug" may be one."""
        pieces: list[str] = []
        for piece in self._split(part):
            if pieces and pieces[-1].lower() in self._joints:
                pieces[-1] = f"{pieces[-1]} {piece}"
            else:
                pieces.append(piece)
        return pieces

    def _split(self, part: str) -> Iterator[str]:
        start = 0
        for gap in _GAP.finditer(part):
            if gap[1].lower() in self._joint_words and self._joint.match(part, gap.end()):
                yield part[start : gap.start()]
                start = gap.end()
        yield part[start:]

    def _bare(self, clause: str) -> str:
        return self._dropped.sub("", clause.strip(_ORNAMENT))

    def _carries_on(self, clause: str) -> bool:
        """Return True if it may tell on: "I was cold and" (put the heating on)."""
        return self._carrying_on.match(clause) is not None

    def _is_story(self, clause: str, *, can_deny: bool) -> bool:
        """Return True if something is told: "Mum, I am cold" is said to somebody.

        What takes a wish back, doubts it or says that it was done is none: "forget it", and a "no"
        after a wish.
        """
        return self._is_harmless(clause, can_deny=can_deny, must_tell=True)

    def _is_addition(self, clause: str, *, can_deny: bool) -> bool:
        """Return True if a clause may be a part of the one beside it: "sonst gleich"."""
        begins = (
            self._additions and fold(clause.split()[0].strip(_ORNAMENT) or "-") in self._additions
        )
        return bool(begins) and self._is_harmless(clause, can_deny=can_deny, must_tell=False)

    def _is_harmless(self, clause: str, *, can_deny: bool, must_tell: bool) -> bool:
        if "?" in clause:
            return False
        words = [part for word in _WORD.findall(clause) for part in self._parts(word)]
        said = set(words)
        is_listed = self.words.issuperset(said) and not (must_tell and self._tells.isdisjoint(said))
        if not (
            is_listed or (self._unlisted and self._unlisted.explains(words, must_tell=must_tell))
        ):
            return False
        if not can_deny and not self._only_lacks(said):
            return False
        return not self._leads_on(clause) and not self._turning.search(_APOSTROPHE.sub("'", clause))

    def _only_lacks(self, said: set[str]) -> bool:
        """Return True if nothing is denied but a thing, or that one can: "ich find ihn nicht"."""
        denied = self._negations & said
        if not denied or not self._unable.isdisjoint(said):
            return True
        return denied <= self._no and not self._lacking.isdisjoint(said)

    def _leads_on(self, clause: str) -> bool:
        """Return True if what follows is told too: "ich komme und" (sperr auf)."""
        return fold(clause.split()[-1].strip(_ORNAMENT) or "-") in self._leading_on

    def _parts(self, word: str) -> Sequence[str]:
        """Return a word, or its parts if only they are known: "it's", "l'auto"."""
        folded = fold(word)
        return (folded,) if folded in self.words else _APOSTROPHE.split(folded)


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    table: Mapping[str, Mapping[str, Any]] = load_yaml(_PATH)
    return table


def stories_of(code: str, normaliser: Normaliser, meaning: frozenset[str]) -> Stories | None:
    """Return the stories of a language, ``None`` where there are none; see ``Stories``."""
    row = _table().get(code)
    return None if row is None else Stories(row, normaliser, meaning)


def _alternatives(phrases: Sequence[str]) -> str:
    """Return a pattern that reads any of some phrases, and nothing if there are none."""
    return "|".join(sorted((re.escape(str(one)) for one in phrases), key=len, reverse=True)) or "$."


def _joined(clauses: Sequence[_Clause]) -> str:
    return " ".join(clause.text for clause in clauses)
