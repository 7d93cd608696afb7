"""One language: its sentence file, compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    Permutation,
    RuleReference,
    Sequence,
    TextChunk,
)
from hassil.parse_expression import parse_sentence
from hassil.parser import ParseError

from intents.catalogue import Catalogue, CatalogueError, load_yaml
from intents.grammar import Chain, Choice, Grammar, Node, Phrases, Rule, Slot, Template, Values
from intents.normalise import Normaliser
from intents.slots import SlotReader, build_readers
from intents.times import TimeWords

_SENTENCES_FOLDER = Path(__file__).parent / "sentences"
_TEMPLATE_SIGNS = frozenset("[](){}<>|;")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything needed to read one language."""

    code: str
    normaliser: Normaliser
    grammar: Grammar
    follow_ups: Grammar


def load_language(code: str, catalogue: Catalogue) -> Language:
    """Compile ``sentences/<code>.yaml``; raise ``CatalogueError`` naming what is wrong in it."""
    data = load_yaml(_SENTENCES_FOLDER / f"{code}.yaml")
    normaliser = Normaliser(code, data["words"])
    times = TimeWords(data["times"], normaliser.plain_words)
    not_free = frozenset(
        word for phrase in data["words"]["not_free"] for word in normaliser.plain_words(phrase)
    )
    readers = build_readers(times, not_free | normaliser.negations | normaliser.joiners)
    compiler = _Compiler(code, normaliser, readers, data["rules"], data["lists"])
    if unknown := set(data["intents"]) - set(catalogue.intents):
        raise CatalogueError(f"{code}.yaml: not in the catalogue: {sorted(unknown)}")
    return Language(
        code=code,
        normaliser=normaliser,
        grammar=Grammar(compiler.templates(data["intents"])),
        follow_ups=Grammar(compiler.templates(data["follow_ups"])),
    )


class _Compiler:
    """Turns hassil's expressions into nodes; rules and lists are compiled once."""

    def __init__(
        self,
        code: str,
        normaliser: Normaliser,
        readers: Mapping[str, SlotReader],
        rules: Mapping[str, str],
        lists: Mapping[str, Mapping[Any, str]],
    ) -> None:
        self._code = code
        self._normaliser = normaliser
        self._readers = readers
        self._rule_texts = rules
        self._list_texts = lists
        self._rules: dict[str, Rule | None] = {}
        self._lists: dict[str, tuple[tuple[object, Node], ...]] = {}

    def templates(self, intents: Mapping[str, Iterable[Any]]) -> Iterable[Template]:
        """Compile a table of intents; an entry is a template, or templates with fixed slots."""
        for intent, entries in intents.items():
            for entry in entries:
                fixed = entry.get("slots", {}) if isinstance(entry, dict) else {}
                for text in entry["say"] if isinstance(entry, dict) else (entry,):
                    node = self._compile_text(text)
                    yield Template(intent=intent, node=node, fixed=fixed, source=text)

    def _compile_text(self, text: str) -> Node:
        if _TEMPLATE_SIGNS.isdisjoint(text):
            return self._plain(text)
        try:
            return self._compile(parse_sentence(text).expression)
        except ParseError as error:
            raise self._error(f"cannot be read: {text!r}") from error

    def _compile(self, expression: Expression) -> Node:
        match expression:
            case TextChunk():
                return self._plain(expression.original_text)
            case RuleReference():
                return self._rule(expression.rule_name)
            case ListReference():
                return self._slot(expression.list_name, expression.slot_name)
            case Alternative():
                return _choice([self._compile(item) for item in expression.items])
            case Permutation():
                orders = expression.iterate_permutations()
                return Choice(tuple(self._in_order(first, rest) for first, rest in orders))
            case Sequence():
                return self._sequence(expression)
            case _:
                raise self._error(f"unexpected expression {expression!r}")

    def _in_order(self, first: Expression, rest: Permutation) -> Node:
        others = self._compile(rest.items[0] if len(rest.items) == 1 else rest)
        return Chain((self._compile(first), others))

    def _sequence(self, sequence: Group) -> Node:
        parts: list[Node] = []
        text = ""
        for item in sequence.items:
            if isinstance(item, TextChunk):
                text += item.original_text
                continue
            if text and not text.endswith(" "):
                raise self._error(f"a word is glued to a group: {text!r}")
            parts += [self._plain(text)] if text.strip() else []
            parts.append(self._compile(item))
            text = ""
        if text.strip():
            if parts and not text.startswith(" "):
                raise self._error(f"a word is glued to a group: {text!r}")
            parts.append(self._plain(text))
        if len(parts) > 1:
            parts = [p for p in parts if not isinstance(p, Phrases) or p.phrases]
        if not parts:
            return Phrases(((),))
        return parts[0] if len(parts) == 1 else Chain(tuple(parts))

    def _plain(self, text: str) -> Node:
        words = self._normaliser.plain_words(text)
        kept = tuple(word for word in words if word not in self._normaliser.filler)
        return Phrases((kept,) if kept or not words else ())  # only filler: nothing to say

    def _rule(self, name: str) -> Rule:
        if name not in self._rules:
            if name not in self._rule_texts:
                raise self._error(f"unknown rule <{name}>")
            self._rules[name] = None
            self._rules[name] = Rule(name, self._compile_text(self._rule_texts[name]))
        rule = self._rules[name]
        if rule is None:
            raise self._error(f"rule <{name}> needs itself")
        return rule

    def _slot(self, name: str, slot: str) -> Node:
        if name in self._list_texts:
            if name not in self._lists:
                self._lists[name] = tuple(
                    (value, self._compile_text(text))
                    for value, text in self._list_texts[name].items()
                )
            return Values(slot, self._lists[name])
        if name not in self._readers:
            raise self._error(f"unknown list {{{name}}}")
        return Slot(slot, self._readers[name].read, self._readers[name].examples)

    def _error(self, what: str) -> CatalogueError:
        return CatalogueError(f"{self._code}.yaml: {what}")


def _choice(nodes: list[Node]) -> Node:
    """Join alternatives that are plain words into one table."""
    plain = [phrase for node in nodes if isinstance(node, Phrases) for phrase in node.phrases]
    others = [node for node in nodes if not isinstance(node, Phrases)]
    if not others:
        return Phrases(tuple(plain))
    return Choice((*((Phrases(tuple(plain)),) if plain else ()), *others))
