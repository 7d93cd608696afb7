"""Reads the ``rich_message`` of a call, with its limits.

Limits and refusals: the Bot API's "Rich Message Limits", and what the real server was seen to say.
"""

from collections.abc import Iterator
from typing import Any

from simulator.telegram.errors import bad_request
from simulator.telegram.methods.media import read_media
from simulator.telegram.parameters import Parameters
from simulator.telegram.rich.blocks import BlockReader
from simulator.telegram.rich.lines import LineReader
from simulator.telegram.rich.tree import read_tree
from simulator.telegram.rich.words import text_of, words_of
from simulator.telegram.world import World

JSON = dict[str, Any]

MAX_CHARACTERS = 32_768
MAX_BLOCKS = 500
MAX_DEPTH = 16
MAX_MEDIA = 50
MAX_COLUMNS = 20
MEDIA_SINCE = (10, 2)  # ``media``: before that, pictures had to be on the web


def read_rich(world: World, parameters: Parameters) -> JSON:
    """Return the Bot API's ``RichMessage``; refuse what is too much or cannot be read."""
    given = parameters.data("rich_message")
    if not isinstance(given, dict) or not any(given.get(it) for it in ("html", "markdown")):
        raise bad_request("rich message must be non-empty")
    if not given.get("html"):
        raise bad_request("can't parse rich message: this stand-in reads html alone")
    pictures = _Pictures(world, given.get("media") or [], parameters)
    lines = LineReader(finds=not given.get("skip_entity_detection"))
    blocks = BlockReader(lines, pictures.of).read(read_tree(str(given["html"])))
    _check(blocks)
    return {"blocks": blocks} | ({"is_rtl": True} if given.get("is_rtl") else {})


class _Pictures:
    """The pictures that came along, by the identifier that the message calls them by."""

    def __init__(self, world: World, media: list[JSON], parameters: Parameters) -> None:
        self._world = world
        self._files = parameters.files
        self._media = {
            str(it.get("id")): it.get("media", {}) for it in media if world.bot_api >= MEDIA_SINCE
        }

    def of(self, address: str) -> JSON:
        """Return the picture of an address; one on the web cannot be fetched from here."""
        scheme, _, name = address.partition("tg://photo?id=")
        if scheme or name not in self._media:
            raise bad_request("RICH_MESSAGE_PHOTO_NO_MEDIA_FOUND")
        inner = Parameters({"photo": self._media[name].get("media", "")}, self._files)
        return read_media(self._world, inner, "photo")


def _check(blocks: list[JSON]) -> None:
    every = list(_with_inner(blocks, 1))
    if not every:
        raise bad_request("RICH_MESSAGE_EMPTY")
    if len(words_of(blocks)) > MAX_CHARACTERS:
        raise bad_request("RICH_MESSAGE_TEXT_TOO_LONG")
    if sum(1 + _rows(block) for block, _ in every) > MAX_BLOCKS:
        raise bad_request("RICH_MESSAGE_BLOCKS_TOO_MANY")
    if max(depth for _, depth in every) > MAX_DEPTH:
        raise bad_request("RICH_MESSAGE_DEPTH_INVALID")
    if sum(block["type"] == "photo" for block, _ in every) > MAX_MEDIA:
        raise bad_request("RICH_MESSAGE_MEDIA_TOO_MANY")
    for block, _ in every:
        _check_one(block)


def _check_one(block: JSON) -> None:
    if block["type"] == "table":
        if not block["cells"]:
            raise bad_request("RICH_MESSAGE_CONTENT_REQUIRED")
        for row in block["cells"]:
            if sum(cell.get("colspan", 1) for cell in row) > MAX_COLUMNS:
                raise bad_request("RICH_MESSAGE_TABLE_COLS_TOO_MANY")
    for name in ("text", "summary"):
        if name in block and not text_of(block[name]).strip():
            raise bad_request("RICH_MESSAGE_CONTENT_REQUIRED")


def _rows(block: JSON) -> int:
    return len(block.get("cells", ())) + len(block.get("items", ()))


def _with_inner(blocks: list[JSON], depth: int) -> Iterator[tuple[JSON, int]]:
    """Yield every block with how deep it is."""
    for block in blocks:
        yield block, depth
        yield from _with_inner(block.get("blocks", []), depth + 1)
        for item in block.get("items", ()):
            yield from _with_inner(item["blocks"], depth + 2)
