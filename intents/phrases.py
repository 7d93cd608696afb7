"""What a part of a template can begin with, and all the ways to say one without slots."""

from itertools import product

from intents.grammar import Binding, Chain, Choice, Node, Phrases, Rule, Slot, Values, Words

Bound = tuple[Binding, ...]
Phrase = tuple[Words, Bound]


def first_words(node: Node) -> tuple[frozenset[str] | None, bool]:
    """Return the words that a part can begin with (``None``: any), and whether it can be empty."""
    match node:
        case Phrases():
            return frozenset(words[0] for words in node.phrases if words), () in node.phrases
        case Rule():
            return first_words(node.body)
        case Slot():
            return node.starts, False
        case Values():
            return first_words(Choice(tuple(part for _, part in node.values)))
        case Choice():
            firsts = [first_words(part) for part in node.parts]
            is_known = all(first is not None for first, _ in firsts)
            joined = frozenset().union(*(first for first, _ in firsts if first is not None))
            return joined if is_known else None, any(is_empty for _, is_empty in firsts)
        case Chain():
            joined = frozenset()
            for part in node.parts:
                first, is_empty = first_words(part)
                if first is None:
                    return None, False
                joined |= first
                if not is_empty:
                    return joined, False
            return joined, True
        case _:
            return None, False


def spelled_out(node: Node) -> list[Phrase] | None:
    """Return every way to say a part; ``None`` if it has a slot that code reads."""
    match node:
        case Phrases():
            return [(phrase, ()) for phrase in node.phrases]
        case Rule():
            return spelled_out(node.body)
        case Choice():
            return _joined([spelled_out(part) for part in node.parts])
        case Values():
            return _joined(
                [_with_value(spelled_out(part), node.slot, value) for value, part in node.values]
            )
        case Chain():
            parts = [spelled_out(part) for part in node.parts]
            known = [part for part in parts if part is not None]
            if len(known) < len(parts):
                return None
            return [
                (sum((words for words, _ in way), ()), sum((bound for _, bound in way), ()))
                for way in product(*known)
            ]
        case _:
            return None


def _joined(parts: list[list[Phrase] | None]) -> list[Phrase] | None:
    if any(part is None for part in parts):
        return None
    return [phrase for part in parts for phrase in part or ()]


def _with_value(phrases: list[Phrase] | None, slot: str, value: object) -> list[Phrase] | None:
    if phrases is None:
        return None
    return [(words, (*bound, (slot, value))) for words, bound in phrases]
