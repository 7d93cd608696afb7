"""Phrases of several words with what stands in their place."""

from collections.abc import Iterable, Iterator, Sequence


class PhraseTable:
    """Phrases of several words by their first word, longest first."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
        """Take pairs of phrase and replacement."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for phrase, replacement in phrases:
            self._by_first.setdefault(phrase[0], []).append((phrase, replacement))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def __len__(self) -> int:
        """Return with how many words phrases begin."""
        return len(self._by_first)

    def places(self, words: Sequence[str]) -> list[int]:
        """Return where phrases may begin."""
        first = self._by_first
        if first.keys().isdisjoint(words):
            return []
        return [at for at, word in enumerate(words) if word in first]

    def words(self) -> Iterator[str]:
        """Iterate over the words of all phrases."""
        for entries in self._by_first.values():
            for phrase, _ in entries:
                yield from phrase

    def find(self, words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]] | None:
        """Return the length of the longest phrase at this place and its replacement."""
        for phrase, replacement in self._by_first.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase), replacement
        return None
