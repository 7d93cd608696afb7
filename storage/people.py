"""People and chats: names, languages, the selected car, and forgetting all of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select, update

from storage import sealed
from storage.door_tables import grants, pairing_codes, speakers, voice_pins
from storage.family_tables import handovers, imported_calendars, smart_accounts, trip_drivers
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

# Built once: every message asks these, and building costs as much as running.
_key_of_chat, _key_of_person = data_keys.alias("key_of_chat"), data_keys.alias("key_of_person")
_ONE_PERSON = select(people).where(people.c.person_id == bindparam("person"))
_ONE_CHAT = select(chats).where(chats.c.chat_id == bindparam("chat"))
_BOTH = (
    select(people, chats, _key_of_person, _key_of_chat)
    .select_from(people)
    .outerjoin(chats, chats.c.chat_id == bindparam("chat"))
    .outerjoin(_key_of_person, _key_of_person.c.chat_id == people.c.person_id)
    .outerjoin(_key_of_chat, _key_of_chat.c.chat_id == chats.c.chat_id)
    .where(people.c.person_id == bindparam("person"))
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
    row = (await tx.connection.execute(_ONE_PERSON, {"person": person_id})).one_or_none()
    return None if row is None else await _person_of(tx, row)


async def get_both(
    tx: Transaction, person_id: int, chat_id: int
) -> tuple[Person | None, Chat | None]:
    """Return a person and a chat with one statement; no chat either if the person is unknown."""
    row = (await tx.connection.execute(_BOTH, {"person": person_id, "chat": chat_id})).one_or_none()
    if row is None:
        return None, None
    columns = row._mapping
    for key in (_key_of_person.c, _key_of_chat.c):
        if columns[key.chat_id] is not None:
            tx.learn_data_key(columns[key.chat_id], columns[key.key_id], columns[key.wrapped])
    chat = None if columns[chats.c.chat_id] is None else await _chat_of(tx, row)
    return await _person_of(tx, row), chat


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
    row = (await tx.connection.execute(_ONE_CHAT, {"chat": chat_id})).one_or_none()
    return None if row is None else await _chat_of(tx, row)


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


async def _person_of(tx: Transaction, row: Row[Any]) -> Person:
    of, columns = people.c, row._mapping
    return Person(
        person_id=columns[of.person_id],
        first_name=await tx.unseal(of.name, columns[of.person_id], columns[of.name], str),
        language=columns[of.language] or columns[of.language_code],
        timezone=columns[of.timezone],
        units=columns[of.units],
        hears_answers=columns[of.hears_answers],
    )


async def _chat_of(tx: Transaction, row: Row[Any]) -> Chat:
    of, columns = chats.c, row._mapping
    return Chat(
        chat_id=columns[of.chat_id],
        is_group=columns[of.is_group],
        title=await tx.unseal(of.title, columns[of.chat_id], columns[of.title], str),
        language=columns[of.language] or columns[of.language_code],
        timezone=columns[of.timezone],
        selected_car_id=columns[of.selected_car_id],
        paused_reason=columns[of.paused_reason],
    )


def _given(**values: str | None) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
