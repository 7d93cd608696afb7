"""The optional PIN of a person: a sealed digest, and how many tries are left."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from storage import tables
from storage.door_tables import voice_pins
from storage.transaction import Transaction

MOST_TRIES = 3
CHAT, VOICE = "chat", "voice"
"""Which PIN: the one that is typed, and another one that is spoken where others may hear it."""

_TABLES = {CHAT: tables.pins, VOICE: voice_pins}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """What is known of a PIN; ``digest`` was made by ``bot/pins.py``."""

    digest: str
    tries_left: int


async def save(tx: Transaction, person_id: int, digest: str, kind: str = CHAT) -> None:
    """Set or replace a PIN; all tries are there again."""
    pins = _TABLES[kind]
    sealed = await tx.seal(pins.c.digest, person_id, digest)
    fresh = {"digest": sealed, "tries_left": MOST_TRIES}
    await tx.connection.execute(
        tx.insert(pins)
        .values(person_id=person_id, **fresh)
        .on_conflict_do_update(index_elements=["person_id"], set_=fresh)
    )


async def get(tx: Transaction, person_id: int, kind: str = CHAT) -> Pin | None:
    """Return the PIN, also if it is locked."""
    pins = _TABLES[kind]
    row = (
        await tx.connection.execute(select(pins).where(pins.c.person_id == person_id))
    ).one_or_none()
    if row is None:
        return None
    digest = await tx.unseal(pins.c.digest, person_id, row.digest, str)
    return Pin(digest=digest, tries_left=row.tries_left)


async def take_try(tx: Transaction, person_id: int, kind: str = CHAT) -> Pin | None:
    """Use one try up before the PIN is compared; ``None`` if none is left or no PIN is set.

    Counting first lets several answers at once not have more tries together than one by one.
    """
    pins = _TABLES[kind]
    left = (pins.c.person_id == person_id, pins.c.tries_left > 0)
    taken = await tx.connection.execute(
        update(pins).where(*left).values(tries_left=pins.c.tries_left - 1)
    )
    return await get(tx, person_id, kind) if taken.rowcount else None


async def restore_tries(tx: Transaction, person_id: int, kind: str = CHAT) -> None:
    """Give all tries back, after the right PIN."""
    pins = _TABLES[kind]
    await tx.connection.execute(
        update(pins).where(pins.c.person_id == person_id).values(tries_left=MOST_TRIES)
    )


async def unlock(tx: Transaction, person_id: int, kind: str = CHAT) -> None:
    """Remove a PIN that is locked; whoever owns the account has proved it otherwise."""
    pins = _TABLES[kind]
    await tx.connection.execute(
        delete(pins).where(pins.c.person_id == person_id, pins.c.tries_left == 0)
    )


async def remove(tx: Transaction, person_id: int, kind: str = CHAT) -> bool:
    """Forget the PIN; ``False`` if there was none."""
    pins = _TABLES[kind]
    gone = await tx.connection.execute(delete(pins).where(pins.c.person_id == person_id))
    return bool(gone.rowcount)
