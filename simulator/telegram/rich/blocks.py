"""Turns the tree of a rich message into the Bot API's ``RichBlock`` objects."""

from collections.abc import Callable
from itertools import count
from typing import Any

from simulator.telegram.errors import bad_request
from simulator.telegram.markup import unreadable
from simulator.telegram.rich.lines import LineReader
from simulator.telegram.rich.tree import HEADINGS, Element, Node

JSON = dict[str, Any]
Picture = Callable[[str], JSON]  # address of an image -> {"photo": [sizes]}

_ALIGN = ("left", "center", "right")
_VALIGN = ("top", "middle", "bottom")


class BlockReader:
    """Reads blocks with lines and pictures in them."""

    def __init__(self, lines: LineReader, picture: Picture) -> None:
        self._lines = lines
        self._picture = picture

    def read(self, nodes: list[Node]) -> list[JSON]:
        """Return blocks in their order; words between them become paragraphs."""
        blocks: list[JSON] = []
        run: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or node.is_inline:
                run.append(node)
                continue
            blocks += self._paragraph(run)
            run = []
            blocks.append(self._block(node))
        return blocks + self._paragraph(run)

    def _paragraph(self, nodes: list[Node]) -> list[JSON]:
        text = self._lines.read(nodes)
        return [{"type": "paragraph", "text": text}] if text else []

    def _block(self, node: Element) -> JSON:
        match node.tag:
            case "p":
                return {"type": "paragraph", "text": self._lines.read(node.children)}
            case "footer":
                return {"type": "footer", "text": self._lines.read(node.children)}
            case "hr":
                return {"type": "divider"}
            case "pre":
                return {"type": "pre", "text": _raw(node)}
            case "ul" | "ol":
                return {"type": "list", "items": self._items(node)}
            case "blockquote":
                return {"type": "blockquote", "blocks": self.read(node.children)}
            case "details":
                return self._details(node)
            case "table":
                return self._table(node)
            case "img":
                return {"type": "photo", **self._picture(node.attributes.get("src", ""))}
            case "figure":
                return self._figure(node)
        if node.tag in HEADINGS:
            text = self._lines.read(node.children)
            return {"type": "heading", "text": text, "size": int(node.tag[1])}
        raise unreadable(f'Tag "{node.tag}" can\'t be used as a block')

    def _items(self, node: Element) -> list[JSON]:
        numbers = count(1)
        return [
            {
                "label": "•" if node.tag == "ul" else f"{next(numbers)}.",
                "blocks": self.read(item.children),
            }
            for item in _only(node, "li")
        ]

    def _details(self, node: Element) -> JSON:
        summary, rest = _first(node, "summary")
        block = {"type": "details", "summary": self._lines.read(summary.children)}
        block["blocks"] = self.read(rest)
        return block | ({"is_open": True} if "open" in node.attributes else {})

    def _figure(self, node: Element) -> JSON:
        image, rest = _first(node, "img")
        block = self._block(image)
        captions = [part for part in rest if isinstance(part, Element)]
        if captions and captions[0].tag == "figcaption":
            block["caption"] = {"text": self._lines.read(captions[0].children)}
        return block

    def _table(self, node: Element) -> JSON:
        block: JSON = {"type": "table"}
        rows = _only(node, "tr", "caption")
        block["cells"] = [
            [self._cell(cell) for cell in _only(row, "td", "th")] for row in rows if row.tag == "tr"
        ]
        for row in rows:
            if row.tag == "caption":
                block["caption"] = self._lines.read(row.children)
        for name, field in (("bordered", "is_bordered"), ("striped", "is_striped")):
            if name in node.attributes:
                block[field] = True
        return block

    def _cell(self, node: Element) -> JSON:
        is_header = node.tag == "th"
        cell: JSON = {}
        if text := self._lines.read(node.children):
            cell["text"] = text
        if is_header:
            cell["is_header"] = True
        for name in ("colspan", "rowspan"):
            if (number := node.attributes.get(name, "1")).isdecimal() and int(number) > 1:
                cell[name] = int(number)
        usual = "center" if is_header else "left"
        cell["align"] = _one_of(_ALIGN, node.attributes.get("align"), usual)
        cell["valign"] = _one_of(_VALIGN, node.attributes.get("valign"), "middle")
        return cell


def _one_of(words: tuple[str, ...], given: str | None, usual: str) -> str:
    return given if given in words else usual


def _only(node: Element, *tags: str) -> list[Element]:
    """Return the children, all of these kinds; white space between them means nothing."""
    found: list[Element] = []
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                raise unreadable(f'Tag "{node.tag}" holds words of its own')
        elif child.tag not in tags:
            raise unreadable(f'Tag "{child.tag}" can\'t be used in "{node.tag}"')
        else:
            found.append(child)
    return found


def _first(node: Element, tag: str) -> tuple[Element, list[Node]]:
    """Return the first child, which has to be of this kind, and all after it."""
    rest = [it for it in node.children if not isinstance(it, str) or it.strip()]
    if not rest or not isinstance(rest[0], Element) or rest[0].tag != tag:
        raise unreadable(f'Tag "{node.tag}" has to begin with "{tag}"')
    return rest[0], rest[1:]


def _raw(node: Element) -> str:
    words = "".join(it if isinstance(it, str) else _raw(it) for it in node.children)
    if not words:
        raise bad_request("RICH_MESSAGE_CONTENT_REQUIRED")
    return words
