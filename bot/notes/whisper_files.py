"""What a folder with a Whisper model must hold; without the library that reads it."""

from pathlib import Path

# Without its tokenizer the library would fetch one from the network (faster-whisper 1.2.1,
# transcribe.py), and nothing of ours is downloaded behind somebody's back.
FILES = ("model.bin", "config.json", "tokenizer.json")


def lacking(folder: Path) -> tuple[str, ...]:
    """Return the names of the files that are not there."""
    return tuple(name for name in FILES if not (folder / name).is_file())
