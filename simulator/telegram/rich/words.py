"""The words of a rich message without its form: what a list of chats shows of it."""

from typing import Any

JSON = dict[str, Any]


def words_of(blocks: list[JSON]) -> str:
    """Return a line a block or row; cells stand a tab apart."""
    return "\n".join(line for block in blocks for line in _lines(block) if line)


def files_in(blocks: list[JSON]) -> list[str]:
    """Return the identifiers of the pictures in a message."""
    inner = [file_id for block in blocks for file_id in files_in(block.get("blocks", []))]
    return inner + [size["file_id"] for block in blocks for size in block.get("photo", ())]


def text_of(text: Any) -> str:
    """Return the words of a ``RichText``."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(text_of(part) for part in text)
    return text_of(text.get("text", ""))


def _lines(block: JSON) -> list[str]:
    match block["type"]:
        case "table":
            rows = [[text_of(cell.get("text", "")) for cell in row] for row in block["cells"]]
            return [text_of(block.get("caption", "")), *map("\t".join, rows)]
        case "details":
            return [text_of(block["summary"]), words_of(block["blocks"])]
        case "list":
            return [f"{item['label']} {words_of(item['blocks'])}" for item in block["items"]]
        case "blockquote":
            return [words_of(block["blocks"])]
        case "photo":
            return [text_of(block.get("caption", {}).get("text", ""))]
    return [text_of(block.get("text", ""))]
