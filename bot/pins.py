"""A PIN as a slow, salted digest: what is stored does not tell it."""

import asyncio
import re
from base64 import b64decode, b64encode
from secrets import token_bytes

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

FORM = re.compile(r"[0-9]{4,8}")
_SALT_BYTES, _LENGTH = 16, 32
_COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MB and some 40 ms a try


async def digest_of(pin: str) -> str:
    """Return salt and digest of a PIN as one text; takes its time in a thread."""
    return await asyncio.to_thread(_digest, pin)


async def is_right(pin: str, digest: str) -> bool:
    """Return whether a text is the PIN behind a digest."""
    return await asyncio.to_thread(_verify, pin, digest)


def _digest(pin: str) -> str:
    salt = token_bytes(_SALT_BYTES)
    key = Scrypt(salt=salt, length=_LENGTH, **_COST).derive(pin.encode())
    return b64encode(salt + key).decode()


def _verify(pin: str, digest: str) -> bool:
    raw = b64decode(digest)
    salt, key = raw[:_SALT_BYTES], raw[_SALT_BYTES:]
    try:
        Scrypt(salt=salt, length=_LENGTH, **_COST).verify(pin.encode(), key)
    except InvalidKey:
        return False
    return True
