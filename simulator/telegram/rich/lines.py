"""What stands within a line: white space as browsers see it, marks, links and found entities."""

import re
from typing import Any

from simulator.telegram.entities import find_entities
from simulator.telegram.markup import unreadable
from simulator.telegram.rich.tree import INLINE, Element, Node

RichText = Any  # a string, a list, or an object with a type: the Bot API's ``RichText``

_SPACE = re.compile(r"[ \t\r\n\f]+")
_FOUND = {
    # By kind of entity: the type and the field that names what was found.
    "bot_command": ("bot_command", "bot_command"),
    "mention": ("mention", "username"),
    "hashtag": ("hashtag", "hashtag"),
    "url": ("url", "url"),
    "email": ("email_address", "email_address"),
    "phone_number": ("phone_number", "phone_number"),
}
_QUIET = ("code", "a")  # nothing is looked for in these


class LineReader:
    """Reads lines; ``finds`` commands, mentions and addresses in them."""

    def __init__(self, *, finds: bool) -> None:
        self._finds = finds

    def read(self, nodes: list[Node]) -> RichText:
        """Return the text of one block, "" if there is none."""
        parts = self._parts(nodes, [True], finds=self._finds)
        if parts and isinstance(parts[-1], str):
            parts[-1] = parts[-1].rstrip(" ")
        return _joined(parts)

    def _parts(self, nodes: list[Node], space: list[bool], *, finds: bool) -> list[RichText]:
        """``space`` holds whether the text so far ends with white space: more of it is dropped."""
        parts: list[RichText] = []
        for node in nodes:
            if isinstance(node, str):
                parts += self._words(node, space, finds=finds)
            elif node.tag == "br":
                parts.append("\n")
                space[0] = True
            elif node.is_inline:
                inner = finds and node.tag not in _QUIET
                parts.append(_marked(node, _joined(self._parts(node.children, space, finds=inner))))
            else:
                raise unreadable(f'Tag "{node.tag}" can\'t be used within a line')
        return parts

    @staticmethod
    def _words(source: str, space: list[bool], *, finds: bool) -> list[RichText]:
        words = _SPACE.sub(" ", source)
        words = words.removeprefix(" ") if space[0] else words
        if not words:
            return []
        space[0] = words.endswith(" ")
        return _with_found(words) if finds else [words]


def _marked(node: Element, text: RichText) -> RichText:
    kind = INLINE[node.tag]
    if kind != "url":
        return {"type": kind, "text": text} if text else ""
    address = node.attributes.get("href", "")
    return {"type": "url", "text": text, "url": address} if address and text else text


def _with_found(words: str) -> list[RichText]:
    parts: list[RichText] = []
    units = words.encode("utf-16-le")  # entities count in UTF-16
    position = 0
    for entity in find_entities(words):
        start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
        found = units[start:end].decode("utf-16-le")
        kind, name = _FOUND[entity["type"]]
        parts.append(units[position:start].decode("utf-16-le"))
        parts.append({"type": kind, "text": found, name: found})
        position = end
    return [*parts, units[position:].decode("utf-16-le")]


def _joined(parts: list[RichText]) -> RichText:
    """Return parts as one; neighbours without marks become one string."""
    merged: list[RichText] = []
    for part in parts:
        for one in part if isinstance(part, list) else [part]:
            if one == "":
                continue
            if isinstance(one, str) and merged and isinstance(merged[-1], str):
                merged[-1] += one
            else:
                merged.append(one)
    if not merged:
        return ""
    return merged[0] if len(merged) == 1 else merged
