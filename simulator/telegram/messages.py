"""Chats and messages as the stand-in keeps them, and how each side sees them."""

from dataclasses import dataclass, field
from typing import Any

from simulator.telegram.people import PEOPLE, BotAccount, Person

JSON = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Message:
    """One message; a deleted one keeps its place and nothing that was said."""

    chat_id: int
    message_id: int
    sender: Person | None  # None: the bot
    date: int  # Unix seconds, as all times of the Bot API
    text: str = ""  # of a message with media this is the caption
    entities: list[JSON] = field(default_factory=list)
    media: JSON = field(default_factory=dict)  # {"voice": {...}} as the Bot API tells it
    rich: JSON = field(default_factory=dict)  # {"blocks": [...]}; ``text`` is then its bare words
    service: JSON = field(default_factory=dict)  # {"migrate_to_chat_id": ...}
    inline_keyboard: list[list[JSON]] = field(default_factory=list)
    keyboard: JSON = field(default_factory=dict)  # reply keyboard, its removal, or force reply
    reply_to: int | None = None
    edit_date: int | None = None
    visible_to: tuple[str, ...] = ()
    reactions: list[str] = field(default_factory=list)
    is_silent: bool = False
    thread_id: int | None = None  # the topic of a forum in which it stands
    is_deleted: bool = False
    seq: int = 0  # number of its newest change

    def forget(self) -> None:
        """Drop all that was said: a deleted secret is gone from memory too."""
        self.text = ""
        self.entities, self.inline_keyboard, self.reactions = [], [], []
        self.media, self.service, self.keyboard, self.rich = {}, {}, {}, {}
        self.reply_to = None
        self.is_deleted = True


@dataclass(slots=True, kw_only=True)
class Chat:
    """A private chat with the bot (its id is the person's) or a group."""

    id: int
    type: str  # private, group, supergroup
    title: str
    people: tuple[Person, ...]
    is_open: bool = True  # the bot may write: started, not blocked, not kicked
    was_opened: bool = True  # the person started the bot at least once
    messages: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    pinned: int | None = None
    migrated_to: int | None = None
    action: str = ""  # "typing" ...
    action_until: float = 0.0  # monotonic seconds
    menu_button: JSON = field(default_factory=lambda: {"type": "commands"})

    @property
    def is_private(self) -> bool:
        """True for a chat of one person with the bot."""
        return self.type == "private"

    def as_chat(self) -> JSON:
        """Return the Bot API's ``Chat``."""
        if self.is_private:
            return {"id": self.id, "type": "private", "first_name": self.people[0].first_name}
        told: JSON = {"id": self.id, "type": self.type, "title": self.title}
        if self.type == "group":
            told["all_members_are_administrators"] = False
        return told

    def as_json(self) -> JSON:
        """Return the chat as the control port tells it."""
        return {
            "id": self.id,
            "type": "private" if self.is_private else "group",
            "title": self.title,
            "people": [person.name for person in self.people],
        }


def as_update(message: Message, chat: Chat, bot: BotAccount, *, with_reply: bool = True) -> JSON:
    """Return the Bot API's ``Message``."""
    sender = message.sender.as_user() if message.sender else bot.as_user()
    told: JSON = {
        "message_id": message.message_id,
        "from": sender,
        "chat": chat.as_chat(),
        "date": message.date,
    }
    if message.edit_date is not None:
        told["edit_date"] = message.edit_date
    original = chat.messages.get(message.reply_to) if message.reply_to else None
    if with_reply and original and not original.is_deleted:
        told["reply_to_message"] = as_update(original, chat, bot, with_reply=False)
    told |= message.media | message.service
    if message.thread_id is not None:
        told |= {"message_thread_id": message.thread_id, "is_topic_message": True}
    if message.visible_to:
        told["ephemeral_message_id"] = message.message_id
        told["receiver_user"] = PEOPLE[message.visible_to[0]].as_user()
    if message.rich:
        told["rich_message"] = message.rich
    elif message.text:
        told["caption" if message.media else "text"] = message.text
    if message.entities:
        told["caption_entities" if message.media else "entities"] = message.entities
    if message.inline_keyboard:
        told["reply_markup"] = {"inline_keyboard": message.inline_keyboard}
    return told


def as_line(message: Message, chat: Chat) -> JSON:
    """Return the message as a transcript tells it; absent fields are left out."""
    told: JSON = {
        "message_id": message.message_id,
        "from": message.sender.name if message.sender else "bot",
        "date": message.date,
        "seq": message.seq,
    }
    if message.is_deleted:
        return told | {"deleted": True}
    told |= _shown_media(message)
    optional = {
        "text": message.text,
        "entities": message.entities,
        "rich": message.rich,
        "buttons": [[_shown_button(button) for button in row] for row in message.inline_keyboard],
        "keyboard": message.keyboard,
        "reply_to": message.reply_to,
        "service": message.service,
        "visible_to": list(message.visible_to),
        "reactions": message.reactions,
        "edited": message.edit_date is not None,
        "edit_date": message.edit_date,
        "pinned": chat.pinned == message.message_id,
        "silent": message.is_silent,
        "thread": message.thread_id,
    }
    return told | {name: value for name, value in optional.items() if value}


def _shown_button(button: JSON) -> JSON:
    shown = {"text": button["text"]}
    for name, alias in (("callback_data", "data"), ("url", "url"), ("copy_text", "copy_text")):
        if name in button:
            shown[alias] = button[name]
    if "web_app" in button:
        shown["web_app"] = button["web_app"]["url"]
    return shown


def _shown_media(message: Message) -> JSON:
    media = dict(message.media)
    if sizes := media.get("photo"):
        media["photo"] = sizes[-1]
    if "venue" in media:
        media["location"] = media["venue"]["location"]
    for block in message.rich.get("blocks", ()):
        if block["type"] == "photo":
            media.setdefault("photo", block["photo"][-1])
    return media
