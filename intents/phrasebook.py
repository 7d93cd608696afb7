"""Phrases of a few words with what they mean, by their first word."""

from collections.abc import Iterable, Sequence
from typing import Any

_MOST_WORDS = 6

Words = tuple[str, ...]


class PhraseBook:
    """Phrases and their values."""

    def __init__(self, phrases: Iterable[tuple[Words, Any]]) -> None:
        """Take pairs of phrase and value; of two that are alike the last counts."""
        meanings = dict(phrases)
        self.phrases = tuple(meanings)
        self._by_first: dict[str, dict[int, dict[Words, Any]]] = {}  # and by length
        for phrase in sorted(meanings, key=len):
            if 0 < len(phrase) <= _MOST_WORDS:
                alike = self._by_first.setdefault(phrase[0], {}).setdefault(len(phrase), {})
                alike[phrase] = meanings[phrase]
        self.first_words = frozenset(self._by_first)

    def starting(self, words: Words, at: int) -> Sequence[tuple[int, Any]]:
        """Return the word after each phrase that begins at a word, and its value."""
        phrases = self._by_first.get(words[at]) if at < len(words) else None
        if phrases is None:
            return ()
        return [
            (at + length, alike[phrase])
            for length, alike in phrases.items()
            if (phrase := words[at : at + length]) in alike
        ]
