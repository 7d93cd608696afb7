"""A text as the grammar reads it: words that carry meaning, and where each was written."""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

_JOINED_BEFORE = re.compile(r"(?:[^\W_]+-)+\Z|\bD['’]\Z")
_JOINED = re.compile(r"(?:-[^\W_]+)+")


class Token(NamedTuple):
    """One word as the grammar sees it, and where it was in the text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text ready for the grammar."""

    said: str
    tokens: tuple[Token, ...]
    is_question: bool  # has a question mark, or words like one, and was not a polite request
    is_quoted: bool
    is_report: bool  # begins with a word that, as written, may tell what was done
    words: tuple[str, ...] = field(init=False)  # of the tokens, alone

    def __post_init__(self) -> None:
        """Take the words out once: they are asked for many times."""
        object.__setattr__(self, "words", tuple(token.word for token in self.tokens))

    def part(self, start: int, end: int) -> "Text":
        """Return the words from ``start`` up to ``end`` as a text of their own."""
        return replace(self, tokens=self.tokens[start:end])

    def excerpt(self, start: int, end: int) -> str:
        """Return the words from ``start`` up to ``end`` as they were written.

        What is joined with them belongs to them, though it says nothing: "Notre-Dame", "D'Angelo".
        """
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        before, after = _JOINED_BEFORE.search(self.said, 0, first), _JOINED.match(self.said, last)
        return self.said[before.start() if before else first : after.end() if after else last]
