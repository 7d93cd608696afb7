"""Words for the ear: without markup, signs and bullets; pure."""

import re

from bot.localisation import plain

LONGEST = 1200  # characters: nobody listens longer, and Alexa takes 8,000

_SIGNS = re.compile(
    "[\U0001f000-\U0001faff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0f\u200d]"
)
_BULLETS = re.compile(r"^\s*[•·▸–-]\s+", re.MULTILINE)
_COMMAND = re.compile(r"(?<![\w/])/(?=[a-z])")  # "/alexa" is said without its slash
_MODEL = re.compile(r"#(?=\d\b)")
_LINK = re.compile(r"https?://\S+")
_ENDS = (".", "!", "?", ":", ";", ",", "…")


def written(text: str) -> str:
    """Return a reply as plain text, for a screen that knows no markup."""
    return plain(text).strip()


def spoken(text: str) -> str:
    """Return a reply as it is said: one flow of sentences, at most ``LONGEST`` characters.

    ``#1`` is said "hashtag 1", as the maker calls it.
    """
    bare = _BULLETS.sub("", _LINK.sub("", _SIGNS.sub("", plain(text))))
    bare = _MODEL.sub("hashtag ", _COMMAND.sub("", bare)).replace(" · ", ", ")
    lines = [" ".join(line.split()) for line in bare.splitlines()]
    flow = " ".join(line if line.endswith(_ENDS) else f"{line}." for line in lines if line)
    return flow if len(flow) <= LONGEST else _cut(flow)


def _cut(text: str) -> str:
    head = text[:LONGEST]
    end = max(head.rfind(". "), head.rfind("? "))
    return head[: end + 1] if end > LONGEST // 2 else head.rstrip() + "…"
