"""Text within Telegram's limits; pure."""

import re
from html import unescape

MAX_TEXT = 4096  # UTF-16 units after the entities are parsed
MAX_CAPTION = 1024  # the same, below a picture
_PARTS = re.compile(r"<[^<>]+>|&[a-zA-Z#0-9]+;|[^<&]+|[<&]")
_BORDERS = ("\n\n", "\n", ". ", " ")


def plain(text: str) -> str:
    """Return the text without markup."""
    return unescape(re.sub(r"<[^<>]+>", "", text))


def length(text: str) -> int:
    """Return the length as Telegram counts it: UTF-16 units without markup."""
    return len(plain(text).encode("utf-16-le")) // 2


def cut(text: str, limit: int = MAX_TEXT) -> str:
    """Return the text, shortened on a border and ended with "…" if it is too long."""
    if length(text) <= limit:
        return text
    kept: list[str] = []
    open_tags: list[str] = []
    room = limit - 1
    for part in _PARTS.findall(text):
        if part.startswith("</"):
            open_tags = open_tags[:-1]
        elif part.startswith("<") and part.endswith(">"):
            open_tags = [*open_tags, re.split(r"[\s>]", part[1:])[0]]
        elif (size := length(part)) > room:
            kept.append(_head(part, room))
            break
        else:
            room -= size
        kept.append(part)
    return "".join(kept) + "…" + "".join(f"</{tag}>" for tag in reversed(open_tags))


def _head(text: str, room: int) -> str:
    """Return at most ``room`` UTF-16 units, preferably up to a border in the last fifth."""
    if text.startswith("&"):
        return ""
    head = text.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore")
    for border in _BORDERS:
        end = head.rfind(border)
        if end > len(head) * 4 // 5:
            return head[:end]
    return head
