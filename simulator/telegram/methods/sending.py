"""Methods that put a message into a chat."""

from typing import Any

from simulator.telegram.entities import Entity, utf16_length
from simulator.telegram.errors import bad_request
from simulator.telegram.keyboards import read_markup
from simulator.telegram.markup import parse_text, trimmed
from simulator.telegram.messages import JSON, Chat, as_update
from simulator.telegram.methods.finding import find_message, writable_chat
from simulator.telegram.methods.media import read_media
from simulator.telegram.parameters import Parameters
from simulator.telegram.people import PEOPLE
from simulator.telegram.rich.message import read_rich
from simulator.telegram.rich.words import words_of
from simulator.telegram.world import World

MAX_TEXT = 4096
ASIDE_SINCE = (10, 2)  # messages for one person of a group
RICH_ASIDE_SINCE = (10, 3)  # the same for rich messages
MAX_CAPTION = 1024
_ACTIONS = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)
_ACTION_LASTS_S = 5.0


def send_message(world: World, parameters: Parameters) -> JSON:
    """Send a text."""
    text, entities = read_text(parameters, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return _send(world, parameters, text=text, entities=entities)


def send_rich_message(world: World, parameters: Parameters) -> JSON:
    """Send headings, tables, sections and pictures as one message (Bot API 10.1)."""
    writable_chat(world, parameters)
    rich = read_rich(world, parameters)
    words = words_of(rich["blocks"])
    return _send(world, parameters, receivers_since=RICH_ASIDE_SINCE, text=words, rich=rich)


def send_location(world: World, parameters: Parameters) -> JSON:
    """Send a place."""
    return _send(world, parameters, media={"location": read_location(parameters)})


def send_venue(world: World, parameters: Parameters) -> JSON:
    """Send a place with a name."""
    venue = {
        "location": read_location(parameters),
        "title": parameters.text("title"),
        "address": parameters.text("address"),
    }
    if not venue["title"] or not venue["address"]:
        raise bad_request("venue title and address must be non-empty")
    return _send(world, parameters, media={"venue": venue, "location": venue["location"]})


def send_photo(world: World, parameters: Parameters) -> JSON:
    """Send a picture."""
    return _send_media(world, parameters, "photo")


def send_voice(world: World, parameters: Parameters) -> JSON:
    """Send a voice note."""
    return _send_media(world, parameters, "voice")


def send_audio(world: World, parameters: Parameters) -> JSON:
    """Send a piece of sound."""
    return _send_media(world, parameters, "audio")


def send_document(world: World, parameters: Parameters) -> JSON:
    """Send a file."""
    return _send_media(world, parameters, "document")


def send_chat_action(world: World, parameters: Parameters) -> bool:
    """Show for five seconds that the bot is busy."""
    chat, action = writable_chat(world, parameters), parameters.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.action, chat.action_until = action, world.monotonic() + _ACTION_LASTS_S
    world.changes.next()
    return True


def read_text(parameters: Parameters, name: str, entities: str) -> tuple[str, list[Entity]]:
    """Return text and entities, marked up or given as a list."""
    text, given = parameters.text(name), parameters.data(entities)
    if given:
        return trimmed(text, [dict(entity) for entity in given])
    return trimmed(*parse_text(text, parameters.text("parse_mode")))


def read_caption(parameters: Parameters) -> tuple[str, list[Entity]]:
    """Return a caption and its entities."""
    caption, entities = read_text(parameters, "caption", "caption_entities")
    if utf16_length(caption) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return caption, entities


def read_location(parameters: Parameters) -> JSON:
    """Return a place in degrees."""
    latitude, longitude = parameters.number("latitude"), parameters.number("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude or longitude")
    location: JSON = {"latitude": latitude, "longitude": longitude}
    for name in ("horizontal_accuracy", "live_period", "heading"):
        if parameters.text(name):
            location[name] = parameters.number(name)
    return location


def _send_media(world: World, parameters: Parameters, kind: str) -> JSON:
    writable_chat(world, parameters)
    caption, entities = read_caption(parameters)
    media = read_media(world, parameters, kind)
    return _send(world, parameters, text=caption, entities=entities, media=media)


def _send(
    world: World,
    parameters: Parameters,
    *,
    receivers_since: tuple[int, int] = ASIDE_SINCE,
    **parts: Any,
) -> JSON:
    chat = writable_chat(world, parameters)
    rows, keyboard = read_markup(parameters.data("reply_markup"))
    message = world.add_message(
        chat,
        None,
        inline_keyboard=rows,
        keyboard=keyboard,
        reply_to=_replied(chat, parameters),
        visible_to=_receiver(world, chat, parameters, receivers_since),
        is_silent=parameters.flag("disable_notification"),
        thread_id=parameters.integer("message_thread_id", 0) or None,
        **parts,
    )
    return as_update(message, chat, world.bot)


def _replied(chat: Chat, parameters: Parameters) -> int | None:
    given = parameters.data("reply_parameters") or {}
    message_id = given.get("message_id") or parameters.integer("reply_to_message_id", 0)
    if not message_id:
        return None
    may_miss = given.get("allow_sending_without_reply") or parameters.flag(
        "allow_sending_without_reply"
    )
    if may_miss and (message_id not in chat.messages or chat.messages[message_id].is_deleted):
        return None
    return find_message(chat, int(message_id), "be replied").message_id


def _receiver(
    world: World, chat: Chat, parameters: Parameters, since: tuple[int, int]
) -> tuple[str, ...]:
    """Return who alone sees an ephemeral message (groups with an admin bot only).

    An older server ignores what it does not know, and shows the message to everybody.
    """
    if world.bot_api < since:
        return ()
    given = parameters.data("ephemeral_message_parameters")
    if world.bot_api < RICH_ASIDE_SINCE:  # 10.3 put the parameter into an object
        receiver = parameters.data("receiver_user_id")
        given = {"receiver_user_id": receiver} if receiver else None
    if not given:
        return ()
    if chat.is_private or not world.is_group_admin:
        raise bad_request("BOT_NOT_ADMIN")
    names = [p.name for p in PEOPLE.values() if p.id == given.get("receiver_user_id")]
    if not any(person.name in names for person in chat.people):
        raise bad_request("USER_ID_INVALID")
    return tuple(names)


METHODS = {
    "sendMessage": send_message,
    "sendRichMessage": send_rich_message,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendPhoto": send_photo,
    "sendVoice": send_voice,
    "sendAudio": send_audio,
    "sendDocument": send_document,
    "sendChatAction": send_chat_action,
}
