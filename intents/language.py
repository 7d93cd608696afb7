"""One language: its sentence file, compiled."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intents import prepared
from intents.automaton import Automaton
from intents.catalogue import Catalogue, CatalogueError, load_yaml
from intents.composition import Composition
from intents.grammar import Grammar
from intents.guess import Guesser, sampled
from intents.learning import read_examples
from intents.models import Risk
from intents.nodes import Rule, Template
from intents.normalise import Normaliser
from intents.parts import Parts
from intents.phrasebook import PhraseBook
from intents.slots import build_readers
from intents.spelling import Spelling
from intents.stories import Stories, stories_of
from intents.templates import Compiler
from intents.times import TimeWords

SPOKEN_LANGUAGES = ("en", "de", "fr", "es", "it")
"""Languages whose sentence file is complete; a recogniser loads these unless told otherwise."""

_SENTENCES_FOLDER = Path(__file__).parent / "sentences"
_REAL_WORDS_FOLDER = Path(__file__).parent / "real_words"
_CONCEPTS_FOLDER = Path(__file__).parent / "concepts"
_ANSWERS_FOLDER = Path(__file__).parent / "answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything needed to read one language."""

    code: str
    normaliser: Normaliser
    parts: Parts
    grammar: Grammar
    follow_ups: Grammar
    answers: Grammar  # to a question for a part of a wish
    periods: Automaton  # "last week"
    composition: Composition
    guesser: Guesser
    stories: Stories | None
    lexicon: frozenset[str]  # all that is written in the language and understood, or dropped
    spelling: Spelling
    time_words: frozenset[str]

    def is_time(self, said: str) -> bool:
        """Return whether words name a time and no place: a number among them, or nothing else."""
        words = self.normaliser.plain_words(said)
        return any(word.isdecimal() for word in words) or self.time_words.issuperset(words)


class Languages(Mapping[str, Language]):
    """Languages by code, each compiled when it is first needed: most bots hear one or two."""

    def __init__(
        self, codes: Iterable[str], catalogue: Catalogue, *, without: Collection[str] = ()
    ) -> None:
        """Nothing is read yet; from the rounds of examples ``without`` nothing will be learnt."""
        self._catalogue = catalogue
        self._without = without
        self._compiled: dict[str, Language | None] = dict.fromkeys(codes)

    def __getitem__(self, code: str) -> Language:
        """Return a language; raise ``KeyError``, or ``CatalogueError`` if its file is broken."""
        language = self._compiled[code]
        if language is None:
            language = self._compiled[code] = (
                compile_language(code, self._catalogue, without=self._without)
                if self._without
                else load_language(code, self._catalogue)
            )
        return language

    def is_loaded(self, code: str) -> bool:
        """Return whether a language can be used at once."""
        return self._compiled[code] is not None

    def at_hand(self) -> Iterator[Language]:
        """Iterate over the languages that need not be compiled first."""
        return (self[code] for code in self if self.is_loaded(code) or prepared.is_kept(code))

    def __contains__(self, code: object) -> bool:
        """Return whether there is such a language, without compiling it."""
        return code in self._compiled

    def __iter__(self) -> Iterator[str]:
        """Iterate over the codes."""
        return iter(self._compiled)

    def __len__(self) -> int:
        """Return how many languages there are."""
        return len(self._compiled)


def read_sentences(code: str) -> Any:
    """Return ``sentences/<code>.yaml`` as it stands."""
    return load_yaml(_SENTENCES_FOLDER / f"{code}.yaml")


def load_language(code: str, catalogue: Catalogue) -> Language:
    """Return a language as it was compiled before, else compile and keep it."""
    kept = prepared.read(code)
    if isinstance(kept, Language):
        return kept
    language = compile_language(code, catalogue)
    prepared.keep(code, language)
    return language


def read_templates(code: str, catalogue: Catalogue) -> tuple[Template, ...]:
    """Return the templates of ``sentences/<code>.yaml`` as they are written."""
    return _Sources(code, catalogue).templates


def read_rules(code: str, catalogue: Catalogue) -> tuple[Rule, ...]:
    """Return the rules that the templates of a language share."""
    return tuple(_Sources(code, catalogue).compiler.rules)


def compile_language(code: str, catalogue: Catalogue, *, without: Collection[str] = ()) -> Language:
    """Compile the files of a language; raise ``CatalogueError`` naming what is wrong in them.

    ``without``: rounds of examples that are not to be learnt from, so that they can be a test.
    """
    sources = _Sources(code, catalogue)
    normaliser, compiler = sources.normaliser, sources.compiler
    grammar, follow_ups = Grammar(sources.templates), Grammar(sources.follow_ups)
    answers = Grammar(compiler.templates(load_yaml(_ANSWERS_FOLDER / f"{code}.yaml")))
    concepts = load_yaml(_CONCEPTS_FOLDER / f"{code}.yaml")
    if unknown := set(concepts["recipes"]) - set(catalogue.intents):
        raise CatalogueError(f"{code}.yaml: not in the catalogue: {sorted(unknown)}")
    queries = frozenset(spec.name for spec in catalogue if spec.risk is Risk.QUERY)
    composition = Composition(code, concepts["concepts"], concepts["recipes"], compiler, queries)
    known_words = grammar.vocabulary | composition.vocabulary
    stories = stories_of(code, normaliser, grammar.vocabulary | composition.meaning)
    no_slips = normaliser.negations | composition.blocking
    told = stories.words if stories else frozenset()
    return Language(
        code=code,
        lexicon=known_words | no_slips | told | normaliser.vocabulary(),
        normaliser=normaliser,
        grammar=grammar,
        composition=composition,
        spelling=Spelling(known_words, no_slips, _unsafe_slips(code, concepts, normaliser)),
        time_words=sources.times.words,
        follow_ups=follow_ups,
        answers=answers,
        periods=Automaton([(compiler.compile("<past>"), 0)]),
        stories=stories,
        parts=Parts(sources.readers, compiler.rules),
        guesser=Guesser(
            (
                *sampled(sources.templates, normaliser).items(),
                *read_examples(code, normaliser, without),
            )
        ),
    )


def _unsafe_slips(code: str, concepts: Any, normaliser: Normaliser) -> frozenset[str]:
    """Return what an order may not depend on if it is misspelled."""
    polar = (word for text in concepts["polar"] for word in normaliser.plain_words(text))
    return frozenset((*polar, *(_REAL_WORDS_FOLDER / f"{code}.txt").read_text("ascii").split()))


class _Sources:
    """The sentence file of a language."""

    def __init__(self, code: str, catalogue: Catalogue) -> None:
        data = read_sentences(code)
        if unknown := set(data["intents"]) - set(catalogue.intents):
            raise CatalogueError(f"{code}.yaml: not in the catalogue: {sorted(unknown)}")
        if missing := set(catalogue.intents) - set(data["intents"]):
            raise CatalogueError(f"{code}.yaml: cannot be said: {sorted(missing)}")
        self.normaliser = Normaliser(code, data["words"])
        self.times = TimeWords(data["times"], self.normaliser.meaningful_words)
        not_free, not_name = (
            frozenset(
                word
                for phrase in data["words"].get(key, ())
                for word in self.normaliser.plain_words(phrase)
            )
            for key in ("not_free", "not_name")
        )
        unfree = not_free | self.normaliser.negations | self.normaliser.joiners
        before_place, no_place = (
            PhraseBook(
                (self.normaliser.meaningful_words(phrase), None) for phrase in data["words"][key]
            )
            for key in ("before_place", "no_place")
        )
        self.readers = build_readers(self.times, unfree, not_name, before_place, no_place)
        self.compiler = Compiler(code, self.normaliser, self.readers, data["rules"], data["lists"])
        self.templates = tuple(self.compiler.templates(data["intents"]))
        self.follow_ups = tuple(self.compiler.templates(data["follow_ups"]))
