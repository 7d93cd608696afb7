"""People and chats: names, languages, the selected car, and forgetting all of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage import sealed
from storage.door_tables import grants, pairing_codes, speakers, voice_pins
from storage.family_tables import handovers, imported_calendars, smart_accounts, trip_drivers
from storage.prepared import prepared
from storage.records import Chat, Person
from storage.tables import (
    bookings,
    chats,
    data_keys,
    dialogs,
    members,
    people,
    pins,
    turns,
)
from storage.transaction import Transaction

_OF_A_PERSON = (
    people,
    members,
    bookings,
    pins,
    voice_pins,
    grants,
    speakers,
    pairing_codes,
    imported_calendars,
    handovers,
    trip_drivers,
    smart_accounts,
    dialogs,
    turns,
)
DEFAULT_TIMEZONE = "Europe/Berlin"

_KEY = data_keys.c.key_id, data_keys.c.wrapped  # comes along, so that nothing else has to ask
_ONE_PERSON = prepared(
    select(people, *_KEY)
    .outerjoin(data_keys, data_keys.c.chat_id == people.c.person_id)
    .where(people.c.person_id == bindparam("person"))
)
_ONE_CHAT = prepared(
    select(chats, *_KEY)
    .outerjoin(data_keys, data_keys.c.chat_id == chats.c.chat_id)
    .where(chats.c.chat_id == bindparam("chat"))
)


async def save_person(
    tx: Transaction, *, person_id: int, first_name: str, language_code: str | None, now: datetime
) -> Person:
    """Create or refresh; a chosen language, time zone and unit system stay."""
    await tx.create_data_key(person_id)  # the same as of the private chat, whose id it is
    name = await tx.seal(people.c.name, person_id, first_name)
    fresh = {"name": name, "language_code": language_code, "seen_at": now}
    await tx.connection.execute(
        tx.insert(people)
        .values(person_id=person_id, timezone=DEFAULT_TIMEZONE, units="metric", **fresh)
        .on_conflict_do_update(index_elements=["person_id"], set_=fresh)
    )
    person = await get_person(tx, person_id)
    assert person is not None  # noqa: S101 - written two lines above
    return person


async def get_person(tx: Transaction, person_id: int) -> Person | None:
    """Return the person, if they ever spoke to the bot."""
    row = await tx.fetch_one(_ONE_PERSON, person=person_id)
    if row is None:
        return None
    tx.learn_data_key(person_id, row.key_id, row.wrapped)
    return Person(
        person_id=row.person_id,
        first_name=await tx.unseal(people.c.name, person_id, row.name, str),
        language=row.language or row.language_code,
        timezone=row.timezone,
        units=row.units,
        hears_answers=row.hears_answers,
    )


async def set_person_preferences(
    tx: Transaction,
    person_id: int,
    *,
    language: str | None = None,
    timezone: str | None = None,
    units: str | None = None,
) -> None:
    """Change what is given."""
    chosen = _given(language=language, timezone=timezone, units=units)
    if chosen:
        await tx.connection.execute(
            update(people).where(people.c.person_id == person_id).values(chosen)
        )


async def set_hears_answers(tx: Transaction, person_id: int, hears_answers: bool) -> None:
    """Switch on or off that the answer to a voice note is spoken too."""
    await tx.connection.execute(
        update(people).where(people.c.person_id == person_id).values(hears_answers=hears_answers)
    )


async def save_chat(
    tx: Transaction,
    *,
    chat_id: int,
    is_group: bool,
    title: str,
    language_code: str | None,
    now: datetime,
) -> Chat:
    """Create, with a data key, or refresh; chosen preferences and a pause stay."""
    await tx.create_data_key(chat_id)
    fresh = {
        "is_group": is_group,
        "title": await tx.seal(chats.c.title, chat_id, title),
        "language_code": language_code,
        "seen_at": now,
    }
    row = (
        await tx.connection.execute(
            tx.insert(chats)
            .values(chat_id=chat_id, **fresh)
            .on_conflict_do_update(index_elements=["chat_id"], set_=fresh)
            .returning(chats)
        )
    ).one()
    return await _chat_of(tx, row)


async def get_chat(tx: Transaction, chat_id: int) -> Chat | None:
    """Return the chat, if the bot was ever spoken to there."""
    row = await tx.fetch_one(_ONE_CHAT, chat=chat_id)
    if row is None:
        return None
    tx.learn_data_key(chat_id, row.key_id, row.wrapped)
    return await _chat_of(tx, row)


async def select_car(tx: Transaction, chat_id: int, car_id: int | None) -> None:
    """Remember which car this chat talks about."""
    await _update_chat(tx, chat_id, {"selected_car_id": car_id})


async def set_chat_preferences(
    tx: Transaction, chat_id: int, *, language: str | None = None, timezone: str | None = None
) -> None:
    """Change what is given."""
    await _update_chat(tx, chat_id, _given(language=language, timezone=timezone))


async def pause_chat(tx: Transaction, chat_id: int, reason: str) -> None:
    """Send nothing there any more; what is owed waits."""
    await _update_chat(tx, chat_id, {"paused_reason": reason})


async def resume_chat(tx: Transaction, chat_id: int) -> None:
    """Send there again."""
    await _update_chat(tx, chat_id, {"paused_reason": None})


async def migrate_chat(tx: Transaction, old_id: int, new_id: int) -> None:
    """Move everything of a group to the id that it got as a supergroup.

    Sealed values stay as they are: they are bound to the chat's data key, and only that is wrapped
    anew. What the bot has already stored under the new id is moved over too.
    """
    if old_id == new_id or await get_chat(tx, old_id) is None:
        return
    await sealed.merge_chat(tx, new_id, into=old_id)
    await sealed.move_data_key(tx, old_id, new_id)
    await _update_chat(tx, old_id, {"chat_id": new_id})  # all other rows follow by foreign key


async def forget_chat(tx: Transaction, chat_id: int) -> None:
    """Delete the chat's rows and destroy its data key; of a private chat the person too."""
    for table in _OF_A_PERSON:
        await tx.connection.execute(delete(table).where(table.c.person_id == chat_id))
    await tx.connection.execute(delete(chats).where(chats.c.chat_id == chat_id))
    await tx.connection.execute(delete(data_keys).where(data_keys.c.chat_id == chat_id))
    tx.forget_data_key(chat_id)


def language_of_chat() -> Any:
    """Return the SQL expression for the language of a chat (``chats`` outer joined ``people``)."""
    return func.coalesce(
        chats.c.language, people.c.language, chats.c.language_code, people.c.language_code, "en"
    )


def timezone_of_chat() -> Any:
    """Return the SQL expression for the time zone of a chat, joined as above."""
    return func.coalesce(chats.c.timezone, people.c.timezone, DEFAULT_TIMEZONE)


async def _update_chat(tx: Transaction, chat_id: int, values: dict[str, Any]) -> None:
    if values:
        await tx.connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(values))


async def _chat_of(tx: Transaction, row: Any) -> Chat:
    return Chat(
        chat_id=row.chat_id,
        is_group=row.is_group,
        title=await tx.unseal(chats.c.title, row.chat_id, row.title, str),
        language=row.language or row.language_code,
        timezone=row.timezone,
        selected_car_id=row.selected_car_id,
        paused_reason=row.paused_reason,
    )


def _given(**values: str | None) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
