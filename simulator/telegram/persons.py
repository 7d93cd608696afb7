"""What people do in their chats, and which updates the bot gets of it."""

import asyncio
import re
from typing import Any

from simulator.telegram.entities import find_entities, utf16_length
from simulator.telegram.errors import ControlError
from simulator.telegram.messages import JSON, Chat, Message, as_update
from simulator.telegram.people import Person
from simulator.telegram.world import World, person_named

_ANSWER_WAIT_S = 8.0
_MAX_TEXT = 4096
_RIGHTS = (
    "can_be_edited",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
)


def chat_of(world: World, chat_id: int) -> Chat:
    """Return a chat; raise ``ControlError`` if there is none."""
    if chat := world.chats.get(chat_id):
        return chat
    raise ControlError(f"there is no chat {chat_id}")


def member(chat: Chat, name: Any) -> Person:
    """Return a person who is in the chat."""
    person = person_named(str(name))
    if person not in chat.people:
        raise ControlError(f"{person.name} is not in the chat {chat.title!r}")
    return person


def say(
    world: World,
    chat: Chat,
    person: Person,
    *,
    text: str = "",
    media: JSON | None = None,
    reply_to: int | None = None,
    thread_id: int | None = None,
) -> Message:
    """Say something; a first message to the bot opens the chat."""
    text = text.strip()
    if not text and not media:
        raise ControlError("a message needs text, voice, photo, document or location")
    if utf16_length(text) > _MAX_TEXT:
        raise ControlError(f"a message has at most {_MAX_TEXT} characters")
    if chat.migrated_to:
        raise ControlError(f"the group has moved to {chat.migrated_to}")
    if reply_to is not None and reply_to not in chat.messages:
        raise ControlError(f"there is no message {reply_to} to reply to")
    if chat.is_private and not chat.is_open:
        open_chat(world, chat)
    message = world.add_message(
        chat,
        person,
        text=text,
        media=media or {},
        entities=find_entities(text),
        reply_to=reply_to,
        thread_id=thread_id,
    )
    if _reaches_bot(world, chat, message):
        world.announce("message", message)
    return message


def edit(world: World, chat: Chat, person: Person, message_id: int, text: str) -> Message:
    """Change one's own message."""
    message = chat.messages.get(message_id)
    if message is None or message.is_deleted or message.sender != person:
        raise ControlError(f"{person.name} has no message {message_id}")
    message.text, message.entities = text.strip(), find_entities(text.strip())
    message.edit_date = int(world.wall_clock())
    world.touch(message)
    if _reaches_bot(world, chat, message):
        world.announce("edited_message", message)
    return message


async def tap(
    world: World,
    chat: Chat,
    person: Person,
    *,
    message_id: int | None,
    data: str | None,
    label: str | None,
) -> JSON | None:
    """Press an inline button; return the answer shown, None if the bot gave none.

    ``data`` with a message id is sent as it is, because a client may send anything.
    """
    message, data = _tapped(chat, message_id, data, label)
    key, query = world.new_query()
    world.updates.add(
        "callback_query",
        {
            "id": key,
            "from": person.as_user(),
            "message": as_update(message, chat, world.bot),
            "chat_instance": str(abs(chat.id) * 7919),
            "data": data,
        },
    )
    done, _ = await asyncio.wait([query.answer], timeout=_ANSWER_WAIT_S)
    return query.answer.result() if done else None


def delete(world: World, chat: Chat, person: Person, message_id: int) -> None:
    """Delete one's own message, or any in a private chat; the bot is not told."""
    message = chat.messages.get(message_id)
    if message is None or message.is_deleted:
        raise ControlError(f"there is no message {message_id}")
    if not chat.is_private and message.sender != person:
        raise ControlError(f"message {message_id} is somebody else's")
    world.delete(message)


def open_chat(world: World, chat: Chat) -> None:
    """Start or unblock the bot, or let it into a group."""
    if not chat.is_open:
        was = "kicked" if chat.is_private else "left"
        chat.is_open = True
        if not chat.is_private or chat.was_opened:
            _tell_membership(world, chat, was, _member_status(world, chat))
        chat.was_opened = True


def close_chat(world: World, chat: Chat) -> None:
    """Block the bot, or remove it from a group."""
    if chat.is_open:
        before = _member_status(world, chat)
        chat.is_open = False
        _tell_membership(world, chat, before, "kicked")


def migrate(world: World, chat: Chat) -> Chat:
    """Make a supergroup of a group: a new id, and a service message on both sides."""
    if chat.type != "group" or chat.migrated_to:
        raise ControlError("only a group can become a supergroup, and only once")
    new_id = -(1_000_000_000_000 + abs(chat.id))
    names = [person.name for person in chat.people]
    new = world.add_chat(new_id, "supergroup", chat.title, names, is_open=chat.is_open)
    chat.migrated_to = new_id
    farewell = world.add_message(chat, chat.people[0], service={"migrate_to_chat_id": new_id})
    world.announce("message", farewell)
    hello = world.add_message(new, chat.people[0], service={"migrate_from_chat_id": chat.id})
    world.announce("message", hello)
    return new


def _member_status(world: World, chat: Chat) -> str:
    return "administrator" if not chat.is_private and world.is_group_admin else "member"


def _tell_membership(world: World, chat: Chat, before: str, after: str) -> None:
    world.changes.next()
    user = world.bot.as_user()
    world.updates.add(
        "my_chat_member",
        {
            "chat": chat.as_chat(),
            "from": chat.people[0].as_user(),
            "date": int(world.wall_clock()),
            "old_chat_member": membership(user, before),
            "new_chat_member": membership(user, after),
        },
    )


def membership(user: JSON, status: str) -> JSON:
    """Return the Bot API's ``ChatMember``."""
    told: JSON = {"user": user, "status": status}
    if status == "kicked":
        return told | {"until_date": 0}
    if status == "creator":
        return told | {"is_anonymous": False}
    if status != "administrator":
        return told
    return told | {"is_anonymous": False} | dict.fromkeys(_RIGHTS, True)


def _reaches_bot(world: World, chat: Chat, message: Message) -> bool:
    """Telegram's privacy mode: in a group only commands, mentions and replies to the bot."""
    if not chat.is_open:
        return False
    if chat.is_private or world.bot.reads_all or world.is_group_admin:
        return True
    if message.text.startswith("/"):
        return True
    if re.search(rf"@{re.escape(world.bot.username)}\b", message.text, re.IGNORECASE):
        return True
    original = chat.messages.get(message.reply_to or 0)
    return original is not None and original.sender is None


def _tapped(
    chat: Chat, message_id: int | None, data: str | None, label: str | None
) -> tuple[Message, str]:
    if message_id is not None:
        message = chat.messages.get(message_id)
        if message is None or message.is_deleted or message.sender is not None:
            raise ControlError(f"there is no message {message_id} of the bot")
        if data is not None:
            return message, data
        candidates = [message]
    else:
        candidates = [m for m in reversed(chat.messages.values()) if m.inline_keyboard]
    for message in candidates:
        for button in (button for row in message.inline_keyboard for button in row):
            if "callback_data" in button and (
                button["callback_data"] == data or (label and _is_called(button["text"], label))
            ):
                return message, str(button["callback_data"])
    raise ControlError(f"there is no button {label or data!r}")


def _is_called(text: str, label: str) -> bool:
    """Compare labels without the emoji and case that decorate them."""
    return label.casefold().strip() in text.casefold()
