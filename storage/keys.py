"""Master keys, and how values are sealed: HKDF and AES-256-GCM bound to the place of a value.

A master key wraps random data keys, one a chat. A data key seals the chat's values; every value
gets its own key, derived from the data key and the value's context ("accounts.tokens|EU"). So a
sealed value opens nowhere else, and destroying the data key erases the chat.
"""

import base64
import binascii
import hmac
import os
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.exceptions import DecryptionError, KeyringError

KEY_BYTES = 32
_NONCE_BYTES = 12
_CIPHERS_KEPT = 4096  # about 2 MiB; a button's is used once and soon forgotten
_VERSION = b"\x01"  # first byte of everything sealed, for a change of the method
_KEY_ID = re.compile(r"[A-Za-z0-9_.-]{1,40}")


@dataclass(frozen=True, slots=True)
class MasterKey:
    """One master key; its secret is never shown."""

    key_id: str
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A data key under a master key."""

    key_id: str
    sealed: bytes = field(repr=False)


class Keyring:
    """The master keys, newest first: the first wraps, all of them unwrap."""

    def __init__(self, keys: Sequence[MasterKey]) -> None:
        """Raise ``KeyringError`` if there is no key or an id occurs twice."""
        if not keys:
            raise KeyringError("There is no key. Make one with: smartbot keys new")
        self._keys = {key.key_id: key for key in keys}
        if len(self._keys) != len(keys):
            raise KeyringError("Two keys have the same id. Every key needs its own.")
        self._newest = keys[0]

    @classmethod
    def parse(cls, text: str) -> "Keyring":
        """Read ``id:base64url`` items, newest first, separated by commas or line ends."""
        items = [item for item in re.split(r"[,\s]+", text) if item]
        return cls([_parse_key(item, place) for place, item in enumerate(items, start=1)])

    @staticmethod
    def generate_key() -> str:
        """Return a new random key in its text form."""
        secret = base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()
        return f"k{secrets.token_hex(4)}:{secret}"

    @property
    def newest_id(self) -> str:
        """Id of the key that wraps new data keys."""
        return self._newest.key_id

    @property
    def key_ids(self) -> tuple[str, ...]:
        """Ids of all keys, newest first."""
        return tuple(self._keys)

    def wrap(self, data_key: bytes, context: str) -> WrappedKey:
        """Return ``data_key`` sealed by the newest master key."""
        return WrappedKey(self.newest_id, seal(self._newest.secret, f"wrap|{context}", data_key))

    def unwrap(self, wrapped: WrappedKey, context: str) -> bytes:
        """Return the data key, or raise ``DecryptionError``."""
        key = self._keys.get(wrapped.key_id)
        if key is None:
            raise DecryptionError(f"The key with the id {wrapped.key_id!r} is missing.")
        return open_sealed(key.secret, f"wrap|{context}", wrapped.sealed)

    def digest(self, purpose: str, text: str) -> str:
        """Return a keyed hash for a look-up without the text; changes with the newest key.

        What has to be found after a rotation too uses ``Transaction.digest``.
        """
        return digest(self._newest.secret, purpose, text)


def seal(key: bytes, context: str, plaintext: bytes) -> bytes:
    """Encrypt; the result opens only with the same key and context."""
    nonce = os.urandom(_NONCE_BYTES)
    sealed = _cipher(key, context).encrypt(nonce, plaintext, context.encode())
    return _VERSION + nonce + sealed


def open_sealed(key: bytes, context: str, sealed: bytes) -> bytes:
    """Decrypt what ``seal`` made, or raise ``DecryptionError``."""
    nonce, text = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] != _VERSION or len(nonce) != _NONCE_BYTES:
        raise DecryptionError("A stored value is damaged.")
    try:
        return _cipher(key, context).decrypt(nonce, text, context.encode())
    except InvalidTag:
        raise DecryptionError("A stored value is damaged or does not belong here.") from None


def digest(key: bytes, purpose: str, text: str) -> str:
    """Return a keyed hash (64 hexadecimal digits) of ``text`` for one purpose."""
    return hmac.new(_digest_key(key, purpose), text.encode(), sha256).hexdigest()


def forget_ciphers() -> None:
    """Drop every derived key from memory, after a data key was destroyed."""
    _cipher.cache_clear()
    _digest_key.cache_clear()


@lru_cache(maxsize=_CIPHERS_KEPT)
def _cipher(key: bytes, context: str) -> AESGCM:
    """Return the cipher of one place; deriving its key costs more than opening a value with it."""
    return AESGCM(_derive(key, f"seal|{context}"))


@lru_cache(maxsize=32)  # a few purposes
def _digest_key(key: bytes, purpose: str) -> bytes:
    return _derive(key, f"digest|{purpose}")


def new_data_key() -> bytes:
    """Return a random data key."""
    return os.urandom(KEY_BYTES)


def load_or_create_key_file(path: Path) -> Keyring:
    """Read the keys of a file, which is made on first use, for its owner only (0600)."""
    if not path.exists():
        try:
            _create_key_file(path)
        except OSError as error:
            raise KeyringError(f"The key file {path} cannot be made: {error.strerror}.") from None
    return _load_key_file(path)


def _create_key_file(path: Path) -> None:
    """Write a whole file and only then give it its name; of two processes the first wins."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"{Keyring.generate_key()}\n")
        file.flush()
        os.fsync(file.fileno())  # what a lost key has sealed would be lost too
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()


def _load_key_file(path: Path) -> Keyring:
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="ascii")
    except OSError as error:
        raise KeyringError(f"The key file {path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise KeyringError(f"The key file {path} is not a text file with keys.") from None
    if mode & 0o077:
        raise KeyringError(f"Others may read the key file {path}. Protect it: chmod 600 {path}")
    return Keyring.parse(text)


def _parse_key(item: str, place: int) -> MasterKey:
    key_id, colon, text = item.partition(":")
    if not colon or not _KEY_ID.fullmatch(key_id):
        raise KeyringError(f"Key number {place} does not have the form id:secret.")
    try:
        secret = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise KeyringError(f"The secret of key number {place} is not base64url.") from None
    if len(secret) != KEY_BYTES:
        raise KeyringError(f"The secret of key number {place} does not have 32 bytes.")
    return MasterKey(key_id, secret)


def _derive(key: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(key)
