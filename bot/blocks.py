"""What an answer is made of when it is more than words: lines, headings, tables, sections.

One structure is shown in two ways: as rich blocks where the server can, as plain HTML elsewhere
(``bot/rendering/blocks.py``).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Sentences, a line each; HTML that is escaped already."""

    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The title of what follows; HTML that is escaped already, bold and with a colon or not."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table. Its title is read where there are columns, so cells name their unit."""

    title: str
    is_number: bool = False  # at the right, where numbers can be compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; a cell is escaped when it is shown, unless it is ``Html``. "" is no value."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    more: str = ""  # says how many rows were left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part with a title that can be opened where the server knows such a thing."""

    title: str  # HTML that is escaped already
    blocks: "tuple[Block, ...]"
    is_open: bool = False


Block = Lines | Heading | Table | Section


class Laid(str):
    """An answer in plain HTML that remembers its blocks.

    Whatever makes other words of it makes an ordinary string, so that blocks never tell less than
    the words do.
    """

    __slots__ = ("blocks",)

    blocks: tuple[Block, ...]

    def __new__(cls, words: str, blocks: tuple[Block, ...]) -> "Laid":
        """Return the words with what they were made of."""
        laid = super().__new__(cls, words)
        laid.blocks = blocks
        return laid
