"""An answer as a voice says it: units in words, no age of the data, no signs; pure."""

import re

from bot.voice.speech import spoken

_NUMBER = r"(?<=\d)[\s\u00a0\u202f]*"
_END = r"(?![\w/])"


def speakable(text: str, units: str) -> str:
    """Return the words of a reply; ``units`` are ``km=kilometres|%=percent``."""
    said = spoken(text)
    pairs = [pair.partition("=") for pair in units.split("|")]
    for sign, _, words in sorted(pairs, key=lambda pair: -len(pair[0])):
        said = re.sub(f"{_NUMBER}{re.escape(sign.strip())}{_END}", f" {words.strip()}", said)
    return said
