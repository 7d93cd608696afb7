"""Reads the HTML parse mode as strictly as Telegram does."""

import re
from dataclasses import dataclass
from html import unescape

from simulator.telegram.entities import Entity, find_entities, utf16_length
from simulator.telegram.errors import ApiError, bad_request

STYLES = {  # by tag: what the Bot API calls it
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
}
_KINDS = {
    **STYLES,
    "span": "spoiler",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_TAG = re.compile(r"<(/?)([^\s<>/]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"([\w-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|lt|gt|amp|quot);")


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int  # in UTF-16 units of the text so far


def parse_text(text: str, parse_mode: str | None) -> tuple[str, list[Entity]]:
    """Return the plain text and its entities; refuse markup that Telegram refuses."""
    match (parse_mode or "").lower():
        case "":
            return text, find_entities(text)
        case "html":
            plain, entities = parse_html(text)
        case _:
            raise bad_request("unsupported parse_mode")
    return trimmed(plain, _with_found(plain, entities))


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return text and entities of Telegram's HTML; the errors name UTF-8 byte offsets."""
    parts: list[str] = []
    length = position = 0
    stack: list[_Open] = []
    entities: list[Entity] = []
    while position < len(source):
        start = source.find("<", position)
        piece = _decoded(source[position : start if start >= 0 else len(source)])
        parts.append(piece)
        length += utf16_length(piece)
        if start < 0:
            break
        tag = _TAG.match(source, start)
        at = len(source[:start].encode())
        if tag is None:
            raise unreadable(f"Unclosed start tag at byte offset {at}")
        if tag[1]:
            _close(stack, tag[2].lower(), at, length, entities)
        else:
            stack.append(_opened(tag, at, length))
        position = tag.end()
    if stack:
        raise unreadable(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(parts), entities


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Drop white space at both ends, which Telegram does not keep, and move the entities."""
    kept = text.strip()
    lead = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(kept)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > start:
            moved.append(entity | {"offset": start, "length": stop - start})
    return kept, moved


def attributes_of(written: str) -> dict[str, str]:
    """Return the attributes of a tag, by their names in small letters."""
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(written)
    }


def _opened(tag: re.Match[str], at: int, length: int) -> _Open:
    name = tag[2].lower()
    if name not in _KINDS:
        raise unreadable(f'Unsupported start tag "{name}" at byte offset {at}')
    attributes = attributes_of(tag[3])
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise unreadable(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    return _Open(name, attributes, length)


def _close(stack: list[_Open], name: str, at: int, length: int, entities: list[Entity]) -> None:
    if not stack:
        raise unreadable(f"Unexpected end tag at byte offset {at}")
    opened = stack.pop()
    if name not in ("", opened.tag):
        raise unreadable(
            f'Unmatched end tag at byte offset {at}, expected "</{opened.tag}>", found "</{name}>"'
        )
    if length == opened.offset:
        return
    entity = {"type": _KINDS[opened.tag], "offset": opened.offset, "length": length - opened.offset}
    if opened.tag == "a":
        if not (url := opened.attributes.get("href", "")):
            return
        entity["url"] = url
    if opened.tag == "tg-emoji":
        entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        entity["type"] = "expandable_blockquote"
    entities.append(entity)


def _with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """Add what Telegram finds by itself where nothing is marked up."""
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities]
    own = [
        found
        for found in find_entities(text)
        if all(
            found["offset"] + found["length"] <= start or found["offset"] >= end
            for start, end in taken
        )
    ]
    return sorted(entities + own, key=lambda entity: (entity["offset"], -entity["length"]))


def _decoded(text: str) -> str:
    return _REFERENCE.sub(lambda match: unescape(match[0]), text)


def unreadable(reason: str) -> ApiError:
    """Return the refusal of markup."""
    return bad_request(f"can't parse entities: {reason}")
