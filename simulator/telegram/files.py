"""Files that were sent, kept in memory until the stand-in ends."""

import struct
from dataclasses import dataclass
from random import Random

MAX_DOWNLOAD = 20 * 1024 * 1024  # bytes; getFile of the public Bot API
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One file; ``path`` is its address below ``/file/bot<token>/``."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime_type: str
    content: bytes

    def as_json(self) -> dict[str, str | int]:
        """Return what every kind of file tells of itself."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


class Files:
    """Files by id and by path."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, folder: str, name: str, mime_type: str, content: bytes) -> StoredFile:
        """Keep a file; ``folder`` is its kind ("photos", "voice", "documents")."""
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        stored = StoredFile(
            file_id="BQACAgI" + self._word(50),
            unique_id="AgAD" + self._word(12),
            path=f"{folder}/file_{len(self._by_id) + 1}.{suffix}",
            name=name,
            mime_type=mime_type,
            content=content,
        )
        self._by_id[stored.file_id] = self._by_path[stored.path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """Return a file by its id."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """Return a file by its address."""
        return self._by_path.get(path)

    def forget(self, file_id: str) -> None:
        """Drop a file whose message was deleted."""
        if stored := self._by_id.pop(file_id, None):
            self._by_path.pop(stored.path, None)

    def _word(self, length: int) -> str:
        return "".join(self._rng.choices(_ALPHABET, k=length))


def image_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG, None if it is neither."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + int(struct.unpack(">H", content[position + 2 : position + 4])[0])
    return None
