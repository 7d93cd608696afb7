"""Letters: the bundled font, and words made to fit."""

import re
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
REGULAR, MEDIUM = "FiraSans-Regular.woff2", "FiraSans-Medium.woff2"
ELLIPSIS = "…"
# A noncharacter: what the font draws for it, it draws for everything that it lacks.
_LACKING = "\ufffe"
_SPACES = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", "\n": " ", "\t": " ", "\r": " "})


@lru_cache(maxsize=32)
def font(size: int, *, is_medium: bool = False) -> ImageFont.FreeTypeFont:
    """Return the font at a size in pixels."""
    # Raqm loads a library of the host; the basic layout gives the same picture everywhere.
    path = FONTS / (MEDIUM if is_medium else REGULAR)
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _can_write(letter: str) -> bool:
    small = font(16)
    lacking = small.getmask(_LACKING)
    mask = small.getmask(letter)
    return letter.isspace() or mask.size != lacking.size or bytes(mask) != bytes(lacking)


def writable(text: str) -> str:
    """Return ``text`` without what the font lacks (emoji); a name of nothing else is a dash."""
    known = "".join(letter for letter in text.translate(_SPACES) if _can_write(letter)).strip()
    return known if known or not text.strip() else "–"


def fitted(text: str, face: ImageFont.FreeTypeFont, width: float) -> str:
    """Return ``text``, cut with an ellipsis to at most ``width`` pixels; empty if none fits."""
    text = writable(text)
    if face.getlength(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:  # the longest beginning that fits with its ellipsis
        middle = (low + high + 1) // 2
        if face.getlength(text[:middle].rstrip() + ELLIPSIS) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS if low else ""


def wrapped(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Return ``text`` in lines of at most ``width`` pixels, broken at spaces and dashes."""
    lines = [""]
    for word in re.findall(r"[^ –]*(?: |–|$)", writable(text)):
        if lines[-1] and face.getlength((lines[-1] + word).rstrip()) > width:
            lines.append("")
        lines[-1] += word
    return [line.rstrip() for line in lines]
