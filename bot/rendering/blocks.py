"""Blocks as rich HTML (Bot API 10.1) and as the plain HTML of every other message; pure.

The tags and limits are those of the Bot API's "Rich HTML style": there white space collapses as in
a browser, and at most 32,768 characters, 500 blocks (each row of a table is one) and 20 columns
are taken.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.blocks import Block, Column, Heading, Laid, Lines, Section, Table
from bot.localisation import Wording, safe

MOST_ROWS = 25
"""A longer table says how many more there are; as plain words it still fits into one message."""

NUMBER = "#"
MOST_CHARACTERS = 32_768
MOST_BLOCKS = 500
_HEADING = "h4"
_BOLD = re.compile(r"</?b>")
_COLON = re.compile(r"\s*:$")
_BREAKS = re.compile(r"[\r\n\t\v\f\u2028\u2029]+")


def laid(blocks: Iterable[Block]) -> Laid:
    """Return blocks as an answer; empty ones are left out."""
    shown = tuple(block for block in blocks if not _is_empty(block))
    return Laid(plain_html(shown), shown)


def said(*rows: str) -> Lines:
    """Return sentences as a block; empty ones are left out."""
    return Lines(rows=tuple(row for row in rows if row))


def columns(wording: Wording, *names: str) -> tuple[Column, ...]:
    """Return columns by the names of their titles; one that ends with ``#`` holds numbers."""
    return tuple(
        Column(
            title=wording.label(f"column-{name.removesuffix(NUMBER)}"),
            is_number=name.endswith(NUMBER),
        )
        for name in names
    )


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    wording: Wording,
    *,
    total: Sequence[str] = (),
    most: int = MOST_ROWS,
) -> Table:
    """Return a table of at most so many rows; columns without any value are left out."""
    shown = [tuple(row) for row in rows[:most]]
    kept = [at for at in range(len(columns)) if any(row[at] for row in shown)]
    left = len(rows) - len(shown)
    return Table(
        columns=tuple(columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in shown),
        total=tuple(total[at] for at in kept) if total else (),
        more=wording.say("more-lines", count=left) if left else "",
    )


def above(line: str, text: str) -> str:
    """Return an answer with a line in front, set apart."""
    if isinstance(text, Laid):
        return Laid(f"{line}\n\n{text}", (Lines(rows=(line,)), *text.blocks))
    return f"{line}\n\n{text}"


def plain_html(blocks: Iterable[Block]) -> str:
    """Return the words for a message without blocks: a line a row, sections set apart."""
    parts = [(isinstance(block, Section), _plain(block)) for block in blocks]
    text = "".join(("\n\n" if is_section else "\n") + words for is_section, words in parts)
    return text.lstrip("\n")


def rich_html(blocks: Iterable[Block], picture: str = "") -> str:
    """Return rich HTML; ``picture`` is the identifier of a picture that goes along."""
    image = f'<img src="tg://photo?id={picture}"/>' if picture else ""
    return image + "".join(_rich(block) for block in blocks)


def fits(blocks: Iterable[Block]) -> bool:
    """Return whether a server takes so much in one rich message."""
    blocks = tuple(blocks)
    return len(plain_html(blocks)) <= MOST_CHARACTERS and _count(blocks) <= MOST_BLOCKS


def _is_empty(block: Block) -> bool:
    match block:
        case Lines():
            return not block.rows
        case Table():
            return not block.rows
        case Section():
            return not block.blocks
    return not block.text


def _plain(block: Block) -> str:
    match block:
        case Lines():
            return "\n".join(block.rows)
        case Heading():
            return block.text
        case Table():
            return "\n".join(_plain_rows(block))
        case Section():
            title, inner = f"<b>{_BOLD.sub('', block.title)}</b>", plain_html(block.blocks)
            if not block.is_open:
                inner = f"<blockquote expandable>{inner}</blockquote>"
            return f"{title}\n{inner}"


def _plain_rows(block: Table) -> Iterator[str]:
    for row in block.rows:
        yield "• " + " · ".join(_cell(value) for value in row if value)
    if block.more:
        yield block.more
    if block.total:
        yield "<b>" + " · ".join(_cell(value) for value in block.total if value) + "</b>"


def _rich(block: Block) -> str:
    match block:
        case Lines():
            rows = "\n".join(block.rows).split("\n")
            return f"<p>{'<br>'.join(rows)}</p>"
        case Heading():
            title = _COLON.sub("", _BOLD.sub("", block.text))
            return f"<{_HEADING}>{title}</{_HEADING}>"
        case Table():
            return _rich_table(block)
        case Section():
            title, is_open = _BOLD.sub("", block.title), " open" if block.is_open else ""
            inner = "".join(_rich(part) for part in block.blocks)
            return f"<details{is_open}><summary>{title}</summary>{inner}</details>"


def _rich_table(block: Table) -> str:
    rows = [_row("th", [column.title for column in block.columns], block.columns)]
    rows += [_row("td", row, block.columns) for row in block.rows]
    if block.total:
        rows.append(_row("th", block.total, block.columns))
    more = f"<footer>{block.more}</footer>" if block.more else ""
    return f"<table bordered striped>{''.join(rows)}</table>{more}"


def _row(tag: str, values: Sequence[str], columns: Sequence[Column]) -> str:
    cells = (
        f'<{tag} align="{"right" if column.is_number else "left"}">{_cell(value)}</{tag}>'
        for value, column in zip(values, columns, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _cell(value: str) -> str:
    """Return a value on one line."""
    return _BREAKS.sub(" ", str(safe(value))).strip(" ")


def _count(blocks: Iterable[Block]) -> int:
    number = 0
    for block in blocks:
        match block:
            case Table():
                number += 1 + 1 + len(block.rows) + bool(block.total) + bool(block.more)
            case Section():
                number += 1 + _count(block.blocks)
            case _:
                number += 1
    return number
