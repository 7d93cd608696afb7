"""Finds commands, mentions, links and addresses in what people write, as Telegram does."""

import re
from typing import Any

Entity = dict[str, Any]

_KINDS = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?\b")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}\b")),
    (
        "url",
        re.compile(r"(?<![\w@])(?:https?://[^\s<>\"]+[\w/]|(?:[a-z0-9-]+\.)+(?:com|org|me|de)\b)"),
    ),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")),
    ("hashtag", re.compile(r"(?<![\w#&])#(?=\w*[^\W\d])\w+")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d{7,15}\b")),
)


def utf16_length(text: str) -> int:
    """Return the length as the Bot API counts it."""
    return len(text) + sum(char > "\uffff" for char in text)


def find_entities(text: str) -> list[Entity]:
    """Return the entities of a plain text, in order and without overlap."""
    found: list[tuple[int, int, str]] = []
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if all(end <= other or start >= until for other, until, _ in found):
                found.append((start, end, kind))
    return [
        {
            "type": kind,
            "offset": utf16_length(text[:start]),
            "length": utf16_length(text[start:end]),
        }
        for start, end, kind in sorted(found)
    ]
