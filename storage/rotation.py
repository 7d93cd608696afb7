"""Moving all data keys under the newest master key, and looking whether every value opens."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from storage import keys, tables
from storage.database import Database
from storage.exceptions import DecryptionError
from storage.keys import Keyring, WrappedKey
from storage.sealed import SEALED, Sealed
from storage.transaction import Transaction, column_context, data_key_context

BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCheck:
    """How many data keys and sealed values there are, and how many cannot be opened."""

    data_keys: int
    lost_data_keys: int
    values: int
    lost_values: int
    waiting: int  # data keys under an older master key: ``rotate`` has work

    @property
    def is_sound(self) -> bool:
        """True if everything opens."""
        return not self.lost_data_keys and not self.lost_values


async def rotate(database: Database, keyring: Keyring, *, batch: int = BATCH) -> int:
    """Wrap every data key that another master key holds by the newest; return how many were.

    Batches of rows are committed one by one, and every row opens before and after with the same
    ``keyring``: it may be killed anywhere and is then simply run again. Only after it has
    finished may the older keys be removed. Raises ``DecryptionError`` if a key is missing.
    """
    number = 0
    while True:
        async with database.transaction() as tx:
            done = await _rotate_batch(tx, keyring, batch)
        if not done:
            return number
        number += done


async def check_keys(database: Database) -> KeyCheck:
    """Open every data key and every sealed value, and count."""
    async with database.reading() as tx:
        rows = (await tx.connection.execute(select(tables.data_keys))).all()
        opened: dict[int, bytes] = {}
        for row in rows:
            wrapped = WrappedKey(row.key_id, row.wrapped)
            try:
                opened[row.chat_id] = tx.keyring.unwrap(wrapped, data_key_context(row.chat_id))
            except DecryptionError:
                continue
        counts = [await _count(tx, entry, opened) for entry in SEALED]
    return KeyCheck(
        data_keys=len(rows),
        lost_data_keys=len(rows) - len(opened),
        values=sum(total for total, _ in counts),
        lost_values=sum(lost for _, lost in counts),
        waiting=sum(row.key_id != database.keyring.newest_id for row in rows),
    )


async def _rotate_batch(tx: Transaction, keyring: Keyring, batch: int) -> int:
    table = tables.data_keys
    query = select(table).where(table.c.key_id != keyring.newest_id).limit(batch)
    rows = (await tx.connection.execute(query)).all()
    anew = []
    for row in rows:
        context = data_key_context(row.chat_id)
        data_key = keyring.unwrap(WrappedKey(row.key_id, row.wrapped), context)
        wrapped = keyring.wrap(data_key, context)
        anew.append({"this_chat": row.chat_id, "key_id": wrapped.key_id, "wrapped": wrapped.sealed})
    if anew:
        statement = update(table).where(table.c.chat_id == bindparam("this_chat"))
        await tx.connection.execute(statement, anew)
    return len(anew)


async def _count(tx: Transaction, entry: Sealed, data_keys: dict[int, bytes]) -> tuple[int, int]:
    """Return how many values of a column there are, and how many do not open."""
    total = lost = 0
    rows = await tx.connection.stream(entry.select())
    async for owner, value, *identity in rows:
        total += 1
        try:
            keys.open_sealed(data_keys[owner], column_context(entry.column, *identity), value)
        except (DecryptionError, KeyError):
            lost += 1
    return total, lost
