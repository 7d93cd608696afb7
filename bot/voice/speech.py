"""Words for the ear: without markup, signs and bullets; pure."""

import re
from collections.abc import Callable, Iterable

from bot.blocks import Laid, Section
from bot.localisation import plain
from bot.rendering.blocks import plain_html

LONGEST = 1200  # characters: nobody listens longer, and Alexa takes 8,000

_SIGNS = re.compile(
    "[\U0001f000-\U0001faff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0f\u200d]"
)
_BULLETS = re.compile(r"^\s*(?:[•·▸–-]\s+)+", re.MULTILINE)
_COMMAND = re.compile(r"(?<![^\s(\"'«„“])/(?=[a-z])")  # "/alexa" is said without its slash
_MODEL = re.compile(r"#(?=\d\b)")
_LINK = re.compile(r"https?://\S+")
_NUMBER = r"(?<![\d.,])\d[\d.,\u00a0\u202f]*(?<=\d)"
_ARROW = "→"  # "44 % → 80 %"
_MONEY = re.compile(rf"([€£])({_NUMBER})")  # a sign before its number is said after it
_GAP = r"[\s\u00a0\u202f]*"
_END = r"(?![\w/])"
_ENDS = (".", "!", "?", ":", ";", ",", "…")


def written(text: str) -> str:
    """Return a reply as plain text, for a screen that knows no markup."""
    return plain(text).strip()


def spoken(text: str) -> str:
    """Return a reply as it is said: one flow of sentences, at most ``LONGEST`` characters.

    ``#1`` is said "hashtag 1", as the maker calls it.
    """
    return _flow(_lines(_heard(text)))


def speakable(text: str, units: str) -> str:
    """Return a reply with its units in words; ``units``: ``km=kilometres/kilometre|%=percent``.

    The word after the slash is for one of them; ``→`` has a word, too.
    """
    pairs = [pair.partition("=") for pair in units.split("|")]
    arrow = next((words.strip() for sign, _, words in pairs if sign.strip() == _ARROW), ",")
    said = "\n".join(_lines(_heard(text).replace(_ARROW, arrow)))
    said = _MONEY.sub(r"\2\1", said)
    for sign, _, words in sorted(pairs, key=lambda pair: -len(pair[0])):
        many, _, one = words.strip().partition("/")
        said = re.sub(
            f"({_NUMBER}){_GAP}{re.escape(sign.strip())}{_END}", _with_words(many, one), said
        )
    return _flow(said.split("\n"))  # "3 Min." has lost its full stop by now


def _heard(text: str) -> str:
    """Return a reply without the sections that an eye can pass over, and an ear cannot."""
    if not isinstance(text, Laid):
        return text
    return plain_html(block for block in text.blocks if not isinstance(block, Section))


def _lines(text: str) -> list[str]:
    bare = _BULLETS.sub("", _LINK.sub("", _SIGNS.sub("", plain(text))))
    bare = _MODEL.sub("hashtag ", _COMMAND.sub("", bare)).replace(" · ", ", ")
    lines = (" ".join(line.split()) for line in bare.splitlines())
    return [line for line in lines if line]


def _flow(lines: Iterable[str]) -> str:
    flow = " ".join(line if line.endswith(_ENDS) else f"{line}." for line in lines)
    return flow if len(flow) <= LONGEST else _cut(flow)


def _with_words(many: str, one: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]} {one if one and found[1] == '1' else many}"


def _cut(text: str) -> str:
    head = text[:LONGEST]
    end = max(head.rfind(". "), head.rfind("? "))
    return head[: end + 1] if end > LONGEST // 2 else head.rstrip() + "…"
