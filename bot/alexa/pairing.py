"""A spoken code ties an Alexa account to the person who got it in the chat."""

from datetime import datetime

from storage import people, speakers
from storage.database import Database
from storage.records import Person
from storage.speakers import Pairing

_SAID = {
    Pairing.DONE: "voice-paired",
    Pairing.WRONG: "voice-pair-wrong",
    Pairing.TOO_MANY: "voice-pair-limit",
}


async def try_code(
    database: Database, user_id: str, code: str, now: datetime
) -> tuple[str, Person | None]:
    """Return the key of what to say, and the person who is linked now, if any."""
    async with database.transaction() as tx:
        outcome, person_id = await speakers.pair(tx, user_id, code, now)
        person = await people.get_person(tx, person_id) if person_id is not None else None
    return _SAID[outcome], person
