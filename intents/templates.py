"""Reads sentence templates: hassil's template language, compiled straight to grammar nodes.

``[optional]``, ``(this|that)``, ``(in;any;order)``, ``<rule>``, ``{list}`` and ``{list:slot}``; we
add nothing. hassil's own parser builds expressions that we would only translate, and takes four
times as long; the tests hold both against each other.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import permutations
from typing import Any

from intents.catalogue import CatalogueError
from intents.nodes import Chain, Choice, Node, Phrases, Rule, Slot, Template, Values, Words
from intents.normalise import Normaliser
from intents.slots import SlotReader

_PIECE = re.compile(r"[\[\]()|;]|<[^<>]+>|\{[^{}]+\}|[^\[\]()|;<>{}]+")
_CLOSING = {"(": ")", "[": "]"}
_EMPTY = Phrases(((),))


class Compiler:
    """Compiles the templates of one language; rules and lists are compiled once and shared."""

    def __init__(
        self,
        code: str,
        normaliser: Normaliser,
        readers: Mapping[str, SlotReader],
        rules: Mapping[str, str],
        lists: Mapping[str, Mapping[Any, str]],
    ) -> None:
        """Take the parts of a sentence file; ``code`` is named in errors."""
        self._code = code
        self._normaliser = normaliser
        self._readers = readers
        self._rule_texts = rules
        self._list_texts = lists
        self._rules: dict[str, Rule | None] = {}
        self.rules: list[Rule] = []  # each after those that it consists of
        self._lists: dict[str, tuple[tuple[object, Node], ...]] = {}
        self._chunks: dict[str, Words | None] = {}

    def templates(self, intents: Mapping[str, Iterable[Any]]) -> Iterable[Template]:
        """Compile a table of intents; an entry is a template, or several with what they imply."""
        for intent, entries in intents.items():
            for entry in entries:
                fixed = entry.get("slots", {}) if isinstance(entry, dict) else {}
                for text in entry["say"] if isinstance(entry, dict) else (entry,):
                    yield Template(
                        intent=intent,
                        node=self.compile(text),
                        fixed=fixed,
                        source=text,
                        is_question=isinstance(entry, dict) and entry.get("asked", False),
                    )

    def compile(self, text: str) -> Node:
        """Return the node of a template; raise ``CatalogueError`` if it cannot be read."""
        pieces = _PIECE.findall(text)
        if sum(map(len, pieces)) != len(text):
            raise self._error(f"cannot be read: {text!r}")
        node, at = self._group(pieces, 0, "")
        if at != len(pieces):
            raise self._error(f"unexpected {pieces[at]!r} in {text!r}")
        return node

    def _group(self, pieces: list[str], at: int, closing: str) -> tuple[Node, int]:
        """Read alternatives up to the closing bracket; return the place of the bracket."""
        branches: list[list[Node | str]] = [[]]
        separator = "|"
        while at < len(pieces) and pieces[at] != closing:
            piece = pieces[at]
            if piece in "|;":
                separator = piece
                branches.append([])
            elif piece in _CLOSING:
                node, at = self._group(pieces, at + 1, _CLOSING[piece])
                branches[-1].append(_choice([node, _EMPTY]) if piece == "[" else node)
            elif piece in "])":
                break
            else:
                branches[-1].append(self._piece(piece))
            at += 1
        if closing and at == len(pieces):
            raise self._error(f"{closing!r} is missing in {''.join(pieces)!r}")
        nodes = [self._sequence(branch) for branch in branches]
        if separator == ";":
            return Choice(tuple(Chain(order) for order in permutations(nodes))), at
        return _choice(nodes), at

    def _piece(self, piece: str) -> Node | str:
        if piece[0] == "<":
            return self._rule(piece[1:-1])
        if piece[0] == "{":
            name, _, slot = piece[1:-1].partition(":")
            return self._slot(name, slot or name)
        return piece

    def _sequence(self, items: list[Node | str]) -> Node:
        parts: list[Node] = []
        for index, item in enumerate(items):
            if not isinstance(item, str):
                parts.append(item)
                continue
            is_glued = (index > 0 and item[0] != " ") or (
                index + 1 < len(items) and item[-1] != " "
            )
            if is_glued:
                raise self._error(f"a word is glued to a group: {item!r}")
            if (words := self.words(item)) is None:
                if len(items) == 1:
                    return Phrases(())  # only filler, which is never left in a text
            elif words:
                parts.append(Phrases((words,)))
        if not parts:
            return _EMPTY
        return parts[0] if len(parts) == 1 else Chain(tuple(parts))

    def words(self, text: str) -> Words | None:
        """Return the words of a piece of text without filler; ``None``: nothing else was in it."""
        if text not in self._chunks:
            kept = self._normaliser.meaningful_words(text)
            has_words = bool(kept or self._normaliser.plain_words(text))
            self._chunks[text] = kept if kept or not has_words else None
        return self._chunks[text]

    def _rule(self, name: str) -> Rule:
        if name not in self._rules:
            if name not in self._rule_texts:
                raise self._error(f"unknown rule <{name}>")
            self._rules[name] = None
            compiled = Rule(f"<{name}>", self.compile(self._rule_texts[name]))
            self._rules[name] = compiled
            self.rules.append(compiled)
        rule = self._rules[name]
        if rule is None:
            raise self._error(f"rule <{name}> needs itself")
        return rule

    def _slot(self, name: str, slot: str) -> Node:
        if name in self._list_texts:
            if name not in self._lists:
                texts = self._list_texts[name].items()
                self._lists[name] = tuple((value, self.compile(text)) for value, text in texts)
            return Values(slot, self._lists[name])
        if name not in self._readers:
            raise self._error(f"unknown list {{{name}}}")
        reader = self._readers[name]
        return Slot(slot, name, reader.examples, reader.begins)

    def _error(self, what: str) -> CatalogueError:
        return CatalogueError(f"{self._code}.yaml: {what}")


def _choice(nodes: list[Node]) -> Node:
    """Join alternatives that are plain words into one table."""
    if len(nodes) == 1:
        return nodes[0]
    plain = [phrase for node in nodes if isinstance(node, Phrases) for phrase in node.phrases]
    others = [node for node in nodes if not isinstance(node, Phrases)]
    if not others:
        return Phrases(tuple(plain))
    return Choice((*((Phrases(tuple(plain)),) if plain else ()), *others))
