"""Written or spoken text to plain words: case, punctuation, numbers, politeness, car names."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

from hassil.numbers import get_rbnf_engine

from intents.phrasetable import PhraseTable
from intents.text import Text, Token

_TOKEN = re.compile(
    r"#\s?\d"
    r"|\d+(?:[.,:]\d+)?"
    r"|[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*['’ʼ´]?"
    r"|[°%#&@€$£+=<>^]"
    r"|[-–—]"
    r"|[😂🤣😅😆😜😝😛🤪😉🙃😏🤡🚫❌🙅]",  # a joke or a "no": never just decoration
)
_APOSTROPHE = re.compile(r"['’ʼ`´]")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "’": "'", "ʼ": "'", "`": "'", "´": "'"})
_QUOTES = re.compile('["“”„«»‹›‟]')
_NUMBERS_FORMED = (
    0,
    *range(2, 101),
    200,
    300,
    400,
    500,
    600,
    700,
    800,
    900,
    1000,
)  # 1 is in "replace"


class Normaliser:
    """The word habits of one language, read from the ``words`` part of its sentence file."""

    def __init__(self, language: str, habits: Mapping[str, Any]) -> None:
        """Build the tables; ``habits`` as in ``sentences/en.yaml``."""
        self._splits_elisions = bool(habits.get("elision"))
        self._past_endings = tuple(map(str, habits.get("past_endings", ())))
        pairs = [(str(old), str(new)) for old, new in habits.get("replace", {}).items()]
        written = dict(_verb_forms(habits.get("verbs", ())))
        nouns = {fold(old) for old, new in pairs if old == new}  # "charges" is no form of "charge"
        forms = {fold(form): fold(command) for form, command in written.items()}
        forms = {form: command for form, command in forms.items() if form not in nouns}
        self._forms = frozenset(forms)
        self._written_forms = frozenset(written)
        numbers = [*((old, new) for old, new in pairs if new.isdecimal()), *_number_words(language)]
        self._numbers = PhraseTable(
            (tuple(token.word for token in self._tokenise(old)), (new,)) for old, new in numbers
        )
        self._replace = PhraseTable(
            (words, tuple(part for word in new for part in forms.get(word, word).split()))
            for words, new in (
                *((self._split_words(old), self._split_words(new)) for old, new in pairs),
                *(((form,), (form,)) for form in forms),
            )
            if words
        )
        self.filler = frozenset(self._single_words(habits, "filler"))
        self._opening = self._phrase_table(habits, "opening")
        self._polite = self._phrase_table(habits, "polite")
        asking = (self._split_words(phrase) for phrase in _phrases(habits, "asking"))
        self._asking = PhraseTable((words, ()) for words in asking)
        self._starts = frozenset(map(self.meaningful_words, _phrases(habits, "starts")))
        self._complaints = frozenset(self._single_words(habits, "complaints"))
        self._frames = {  # "if you could", whatever stands between, by the two first words
            self.meaningful_words(begin): frozenset(map(self.meaningful_words, frame["ends"]))
            for frame in habits.get("frames", ())
            for begin in frame["begins"]
        }
        self._closing: dict[str, list[tuple[str, ...]]] = {}  # by last word
        for phrase in _phrases(habits, "closing"):
            if words := self.meaningful_words(phrase):
                self._closing.setdefault(words[-1], []).append(words)
        self.negations = frozenset(self._single_words(habits, "negation"))
        self.joiners = frozenset(self._single_words(habits, "joiner"))

    def normalise(self, said: str) -> Text:
        """Return the words that carry meaning."""
        tokens = self._tokenise(said)
        is_asked = "?" in said or (len(self._asking) > 0 and self._asks(tokens))
        tokens = self._without_start(self._replaced(tokens))
        tokens = [token for token in tokens if token.word not in self.filler]
        tokens, was_polite = self._without_opening(tokens)
        tokens = self._without_closing(tokens)
        tokens, was_framed = self._without_frame(tokens)
        return Text(
            said=said,
            tokens=tuple(tokens),
            is_question=is_asked and not (was_polite or was_framed),
            is_quoted=_QUOTES.search(said) is not None,
            is_report=bool(tokens) and self._is_past(said[tokens[0].start : tokens[0].end]),
        )

    def vocabulary(self) -> frozenset[str]:
        """Return the words that are dropped or replaced: they are written, and seldom left."""
        tables = (self._numbers, self._replace, self._opening, self._polite)
        phrases = (phrase for ending in self._closing.values() for phrase in ending)
        return self.filler.union(*phrases, *(table.words() for table in tables))

    def plain_words(self, text: str) -> tuple[str, ...]:
        """Return the words of a template or a phrase: nothing is dropped."""
        return tuple(token.word for token in self._replaced(self._tokenise(text)))

    def meaningful_words(self, text: str) -> tuple[str, ...]:
        """Return the words of a template or a phrase as they are left in a text: without filler."""
        return tuple(word for word in self.plain_words(text) if word not in self.filler)

    def words_of_name(self, name: str) -> tuple[str, ...]:
        """Return the words of the name of a car, which are asked for with every text."""
        return _words_of_name(self, name)

    def _asks(self, tokens: Sequence[Token]) -> bool:
        """Return True if words stand for a question mark: "est-ce que"."""
        words = [token.word for token in tokens]
        return any(self._asking.find(words, at) for at in self._asking.places(words))

    def _tokenise(self, said: str) -> list[Token]:
        tokens: list[Token] = []
        for found in _TOKEN.finditer(said):
            start, end = found.span()
            word = _folded(self, found[0])
            if word == "-" and said != "-" and not _is_between_numbers(said, start, end):
                continue
            while self._splits_elisions and "'" in word:
                head, _, word = word.partition("'")
                tokens.append(Token(f"{head}'", start, start + len(head) + 1))
                start += len(head) + 1
            if word:
                tokens.append(Token(word, start, end))
        return tokens

    def folded(self, word: str) -> str:
        """Return a folded word; what was done keeps its accent, which a command does not have."""
        plain = fold(word)
        is_past = plain in self._forms and self._is_past(word)
        return unicodedata.normalize("NFC", word).casefold() if is_past else plain

    def _is_past(self, word: str) -> bool:
        written = unicodedata.normalize("NFC", word).casefold()
        return written.endswith(self._past_endings) and written not in self._written_forms

    def _split_words(self, text: str) -> tuple[str, ...]:
        tokens = _with_replacements(self._tokenise(text), self._numbers)
        return tuple(token.word for token in tokens)

    def _replaced(self, tokens: list[Token]) -> list[Token]:
        return _with_replacements(_with_replacements(tokens, self._numbers), self._replace)

    def _without_opening(self, tokens: list[Token]) -> tuple[list[Token], bool]:
        was_polite = False
        while tokens:
            words = [token.word for token in tokens]
            if found := self._polite.find(words, 0):
                was_polite = True
            else:
                found = self._opening.find(words, 0)
            if found is None or found[0] == len(tokens):
                break  # what consists of politeness only is a greeting
            tokens = tokens[found[0] :]
        return tokens, was_polite

    def _without_closing(self, tokens: list[Token]) -> list[Token]:
        while tokens:
            for phrase in self._closing.get(tokens[-1].word, ()):
                rest = len(tokens) - len(phrase)
                if rest > 0 and tuple(token.word for token in tokens[rest:]) == phrase:
                    tokens = tokens[:rest]
                    break
            else:
                break
        return tokens

    def _without_start(self, tokens: list[Token]) -> list[Token]:
        """Return the text behind two words that demand: "dass du ... abschließt", no complaint."""
        words = [token.word for token in tokens]
        if tuple(words[:2]) in self._starts and self._complaints.isdisjoint(words):
            return tokens[2:]
        return tokens

    def _without_frame(self, tokens: list[Token]) -> tuple[list[Token], bool]:
        """Return what a polite frame of two words and one is around: "wenn du ... könntest"."""
        words = tuple(token.word for token in (*tokens[:2], *tokens[-1:]))
        if len(tokens) > len(words) and words[2:] in self._frames.get(words[:2], ()):
            return tokens[2:-1], True
        return tokens, False

    def _phrase_table(self, habits: Mapping[str, Any], key: str) -> PhraseTable:
        phrases = (self.meaningful_words(phrase) for phrase in _phrases(habits, key))
        return PhraseTable((phrase, ()) for phrase in phrases if phrase)

    def _single_words(self, habits: Mapping[str, Any], key: str) -> list[str]:
        return [word for phrase in _phrases(habits, key) for word in self.plain_words(phrase)]


@lru_cache(maxsize=256)
def _words_of_name(normaliser: Normaliser, name: str) -> tuple[str, ...]:
    return normaliser.meaningful_words(name)


@lru_cache(maxsize=8192)
def _folded(normaliser: Normaliser, word: str) -> str:
    return normaliser.folded(word)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return a word without case, accents and typographic variants; ä becomes ae."""
    if word in {"–", "—"}:
        return "-"
    lower = (
        word.lower().replace("`", "'")
        if word.isascii()
        else unicodedata.normalize("NFC", word).casefold().translate(_FOLDED)
    )
    if lower.isascii():
        return lower.replace(" ", "").replace(",", ".") if not lower[0].isalpha() else lower
    decomposed = unicodedata.normalize("NFKD", lower)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_written(text: str) -> set[str]:
    """Return the words of a text in whatever language, folded, without numbers and signs."""
    return {
        fold(part)
        for word in _TOKEN.findall(text)
        if word[0].isalpha()
        for part in _APOSTROPHE.split(word)
        if part
    }


def _is_between_numbers(said: str, start: int, end: int) -> bool:
    before, after = said[:start].rstrip(), said[end:].lstrip()
    return bool(after) and after[0].isdigit() and bool(before)


def _phrases(habits: Mapping[str, Any], key: str) -> list[str]:
    return [str(phrase) for phrase in habits.get(key, ())]


def _verb_forms(families: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str]]:
    """Yield the forms of verbs that go alike, each with the form of a command.

    ``ends`` tells for each ending what a command has in its place. A verb is its stem; after a
    slash stand stems that mean the same ("chauff/réchauff") or come before the endings of ``weak``
    ("cierr/cerr").
    """
    for family in families:
        for verb in family["verbs"]:
            stem, *others = str(verb).split("/")
            weak = family.get("weak", family["ends"] if others else {})
            for ends, stems in ((family["ends"], (stem,)), (weak, others or (stem,))):
                for form, ending in product(stems, ends):
                    yield f"{form}{ending}", f"{stem}{ends[ending]}"


def _with_replacements(tokens: list[Token], table: PhraseTable) -> list[Token]:
    words = [token.word for token in tokens]
    if not (places := table.places(words)):
        return tokens
    result: list[Token] = []
    done = 0
    for at in places:
        if at < done or (found := table.find(words, at)) is None:
            continue
        length, replacement = found
        start, end = tokens[at].start, tokens[at + length - 1].end
        result += tokens[done:at]
        if len(replacement) == length:  # word by word
            result += map(_renamed, tokens[at : at + length], replacement)
        else:
            result += [Token(word, start, end) for word in replacement]
        done = at + length
    return [*result, *tokens[done:]] if done else tokens


def _renamed(token: Token, word: str) -> Token:
    return Token(word, token.start, token.end)


def _number_words(language: str) -> list[tuple[str, str]]:
    engine = get_rbnf_engine(language)
    words: dict[str, str] = {}
    for number in _NUMBERS_FORMED:
        for spoken in engine.format_number(number).text_by_ruleset.values():
            plain = spoken.replace("\xad", "")
            if not any(letter.isdigit() for letter in plain):
                words.setdefault(plain, str(number))
    return list(words.items())
