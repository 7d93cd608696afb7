"""Reads the tags of Rich HTML into a tree; a tag that is not listed or not closed is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Union

from simulator.telegram.markup import STYLES, attributes_of, unreadable

INLINE: Mapping[str, str] = {
    **STYLES,
    "mark": "marked",
    "sub": "subscript",
    "sup": "superscript",
    "a": "url",
}
HEADINGS = tuple(f"h{size}" for size in range(1, 7))
_BLOCKS = (
    *HEADINGS,
    *("p", "pre", "footer", "hr", "ul", "ol", "li", "blockquote", "cite", "details", "summary"),
    *("table", "caption", "tr", "th", "td", "figure", "figcaption", "img"),
)
_VOID = ("br", "hr", "img")
_KNOWN = frozenset({*INLINE, *_BLOCKS, "br"})
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)([^<>]*?)(/?)>")
_REFERENCE = re.compile(
    r"&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}"
    r"|lt|gt|amp|quot|apos|nbsp|hellip|mdash|ndash|lsquo|rsquo|ldquo|rdquo);"
)

Node = Union[str, "Element"]


@dataclass(slots=True)
class Element:
    """One tag with what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def is_inline(self) -> bool:
        """True for what stands within a line."""
        return self.tag in INLINE or self.tag == "br"


def read_tree(source: str) -> list[Node]:
    """Return what a source holds; the errors name UTF-8 byte offsets."""
    top = Element("")
    stack = [top]
    position = 0
    while position < len(source):
        start = source.find("<", position)
        words = source[position : start if start >= 0 else len(source)]
        if words:
            stack[-1].children.append(_decoded(words))
        if start < 0:
            break
        tag = _TAG.match(source, start)
        at = len(source[:start].encode())
        if tag is None:
            raise unreadable(f"Unclosed start tag at byte offset {at}")
        if tag[1]:
            _close(stack, tag[2].lower(), at)
        else:
            _open(stack, tag, at)
        position = tag.end()
    if len(stack) > 1:
        raise unreadable(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    return top.children


def _open(stack: list[Element], tag: re.Match[str], at: int) -> None:
    name = tag[2].lower()
    if name not in _KNOWN:
        raise unreadable(f'Unsupported start tag "{name}" at byte offset {at}')
    element = Element(name, attributes_of(tag[3]))
    stack[-1].children.append(element)
    if name not in _VOID and not tag[4]:
        stack.append(element)


def _close(stack: list[Element], name: str, at: int) -> None:
    if len(stack) == 1:
        raise unreadable(f"Unexpected end tag at byte offset {at}")
    opened = stack.pop().tag
    if name != opened:
        raise unreadable(
            f'Unmatched end tag at byte offset {at}, expected "</{opened}>", found "</{name}>"'
        )


def _decoded(text: str) -> str:
    return _REFERENCE.sub(lambda match: unescape(match[0]), text)
