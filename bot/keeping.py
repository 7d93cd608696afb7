"""Looking after the keys: rotate them, and check that everything can be read."""

import os
from pathlib import Path

from bot.app import load_keyring, open_database
from bot.settings import Settings
from storage import rotation
from storage.keys import Keyring, load_or_create_key_file


async def rotate_keys(settings: Settings) -> str:
    """Wrap every data key anew under the newest master key; return what was done.

    A key file gets its new key first and keeps the old ones, so this may be killed at any moment
    and run again.
    """
    keyring = load_keyring(settings)
    if settings.session_keys is None:
        keyring = add_key(settings.key_file)
    database = await open_database(settings, keyring)
    try:
        count = await rotation.rotate(database, keyring)
    finally:
        await database.close()
    return (
        f"{count} chats were put under the key {keyring.newest_id}. Older keys may be removed once "
        "no backup needs them."
    )


async def check_keys(settings: Settings) -> tuple[str, bool]:
    """Return a sentence, and whether every row can be decrypted."""
    keyring = load_keyring(settings)
    database = await open_database(settings, keyring)
    try:
        found = await rotation.check_keys(database)
    finally:
        await database.close()
    if not found.is_sound:
        lost = found.lost_values + found.lost_data_keys
        return f"{lost} of {found.values + found.data_keys} values cannot be opened.", False
    waiting = f" {found.waiting} wait for `smartbot keys rotate`." if found.waiting else ""
    return f"All {found.values} values open; the newest key is {keyring.newest_id}.{waiting}", True


def add_key(path: Path) -> Keyring:
    """Put a new key in front of a key file's keys; the file is replaced as a whole."""
    fresh = path.with_name(path.name + ".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{Keyring.generate_key()}\n{path.read_text(encoding='ascii')}")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return load_or_create_key_file(path)
