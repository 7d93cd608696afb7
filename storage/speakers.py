"""Pairing loudspeakers: a spoken one-time code ties an account of a voice platform to a person.

A code has six digits, so what protects it is how seldom anybody may try. A wrong code could have
been meant for any open one, so it uses up a try of each: no code is ever compared with more than
``MOST_TRIES`` guesses, and at most ``MOST_TRIES`` in a million of all codes made can be guessed.
"""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from secrets import randbelow

from sqlalchemy import bindparam, delete, func, select, update

from storage import budgets
from storage.door_tables import pairing_codes, speakers
from storage.prepared import prepared
from storage.transaction import Transaction

LIVES = timedelta(minutes=10)
MOST_TRIES = 5
TRIES_BY_SPEAKER, TRIES_IN_ALL = 10, 100  # wrong and right ones, a day
DAY = timedelta(days=1)
CODE_DIGITS = 6

_PERSON_OF = prepared(
    select(speakers.c.person_id).where(speakers.c.speaker_digest == bindparam("digest"))
)


class Pairing(StrEnum):
    """What became of a try."""

    DONE = "done"
    WRONG = "wrong"  # unknown, used, used up or too old: nobody learns which
    TOO_MANY = "too_many"


async def make_code(tx: Transaction, person_id: int, now: datetime) -> str:
    """Return a new code of six digits; the person's earlier one is worth nothing any more."""
    code = f"{randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    fresh = {
        "code_digest": await tx.digest("pairing-code", code),
        "tries_left": MOST_TRIES,
        "expires_at": now + LIVES,
    }
    await tx.connection.execute(
        tx.insert(pairing_codes)
        .values(person_id=person_id, **fresh)
        .on_conflict_do_update(index_elements=["person_id"], set_=fresh)
    )
    return code


async def pair(
    tx: Transaction, speaker: str, code: str, now: datetime
) -> tuple[Pairing, int | None]:
    """Try a code for a speaker's account; return what became of it and whose it is now.

    All open codes are compared, whichever fits, in constant time each.
    """
    digest = await tx.digest("speaker", speaker)
    limits: Mapping[str, int] = {f"pair:{digest}": TRIES_BY_SPEAKER, "pair": TRIES_IN_ALL}
    for name, most in limits.items():
        if not await budgets.take(tx, name, most, DAY, now):
            return Pairing.TOO_MANY, None
    given = await tx.digest("pairing-code", code)
    open_codes = (
        await tx.connection.execute(
            select(pairing_codes.c.person_id, pairing_codes.c.code_digest).where(
                pairing_codes.c.expires_at > now, pairing_codes.c.tries_left > 0
            )
        )
    ).all()
    fitting = [row.person_id for row in open_codes if hmac.compare_digest(row.code_digest, given)]
    if len(fitting) != 1:
        await tx.connection.execute(
            update(pairing_codes)
            .where(pairing_codes.c.tries_left > 0)
            .values(tries_left=pairing_codes.c.tries_left - 1)
        )
        return Pairing.WRONG, None
    person_id = int(fitting[0])
    await tx.connection.execute(delete(pairing_codes).where(pairing_codes.c.person_id == person_id))
    await _link(tx, digest, person_id, now)
    return Pairing.DONE, person_id


async def person_of(tx: Transaction, speaker: str) -> int | None:
    """Return the person for whom an account of the platform speaks."""
    digest = await tx.digest("speaker", speaker)
    row = await tx.fetch_one(_PERSON_OF, digest=digest)
    return None if row is None else int(row.person_id)


async def count_of(tx: Transaction, person_id: int) -> int:
    """Return how many accounts speak for a person."""
    query = select(func.count()).where(speakers.c.person_id == person_id)
    return int((await tx.connection.execute(query)).scalar_one())


async def unlink(tx: Transaction, person_id: int) -> None:
    """Let no account speak for a person any more, and no code make one."""
    for table in (speakers, pairing_codes):
        await tx.connection.execute(delete(table).where(table.c.person_id == person_id))


async def _link(tx: Transaction, digest: str, person_id: int, now: datetime) -> None:
    fresh = {"person_id": person_id, "linked_at": now}
    await tx.connection.execute(
        tx.insert(speakers)
        .values(speaker_digest=digest, **fresh)
        .on_conflict_do_update(index_elements=["speaker_digest"], set_=fresh)
    )
