"""What somebody did in Telegram, read as a ``Message`` or a ``Press``; pure."""

import telegram
from telegram import MessageEntity

from bot.replies import Message, Press
from intents.catalogue import Catalogue
from intents.models import Intent


def read_message(
    message: telegram.Message, me: telegram.User, catalogue: Catalogue
) -> Message | None:
    """Return what was said to us, or None for a command to another bot."""
    person = message.from_user
    if person is None:
        return None
    text = message.text or ""
    intent, argument, is_command = None, "", False
    if text.startswith("/"):
        name, is_ours, argument = _command(text, me)
        if not is_ours:
            return None
        is_command = True
        spec = catalogue.by_command(name)
        intent = Intent(name=spec.name) if spec else None
        text = f"/{name} {argument}".strip()
    is_group = message.chat.type != "private"
    place = message.location
    return Message(
        chat_id=message.chat.id,
        is_group=is_group,
        chat_title=message.chat.title or "",
        person_id=person.id,
        first_name=person.first_name,
        language=person.language_code or "en",
        text=without_mention(text, me),
        message_id=message.message_id,
        intent=intent,
        argument=argument,
        is_addressed=not is_group or is_command or is_addressed(message, me),
        location=(place.latitude, place.longitude) if place else None,
        place_name=message.venue.title if message.venue else "",
        thread_id=topic_of(message),
    )


def read_press(query: telegram.CallbackQuery) -> Press | None:
    """Return a tap on one of our buttons, or None for one without a message or token."""
    if query.message is None or not query.data:
        return None
    return Press(
        chat_id=query.message.chat.id,
        is_group=query.message.chat.type != "private",
        person_id=query.from_user.id,
        first_name=query.from_user.first_name,
        language=query.from_user.language_code or "en",
        message_id=query.message.message_id,
        token=query.data,
        thread_id=topic_of(query.message),
    )


def unread(message: telegram.Message) -> str:
    """Return the key of the text that says why a message is not acted on; "" for a picture."""
    if message.forward_origin or message.via_bot:
        return "unread-foreign"
    return "unread-caption" if message.caption else ""


def topic_of(message: telegram.MaybeInaccessibleMessage) -> int | None:
    """Return the topic of a forum in which a message stands."""
    if not isinstance(message, telegram.Message) or not message.is_topic_message:
        return None
    return message.message_thread_id


def is_addressed(message: telegram.Message, me: telegram.User) -> bool:
    """True if a message in a group mentions the bot or replies to it."""
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == me.id:
        return True
    name = f"@{me.username}".lower()
    mentions = message.parse_entities([MessageEntity.MENTION]).values()
    return any(mention.lower() == name for mention in mentions)


def without_mention(text: str, me: telegram.User) -> str:
    """Return the text without the bot's own name: "@bot lock the car" is "lock the car"."""
    name = f"@{me.username}".lower()
    words = text.split(" ")
    if not any(word.lower().rstrip(",:") == name for word in words):
        return text
    return " ".join(word for word in words if word.lower().rstrip(",:") != name).strip()


def _command(text: str, me: telegram.User) -> tuple[str, bool, str]:
    """Split "/lock@our_bot #1" into name, whether it is for us, and the rest."""
    head, _, rest = text.partition(" ")
    if "\n" in head:
        head, _, more = head.partition("\n")
        rest = f"{more} {rest}"
    name, _, bot = head[1:].partition("@")
    is_ours = not bot or bot.lower() == (me.username or "").lower()
    return name.lower(), is_ours, rest.strip()
