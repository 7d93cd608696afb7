"""Methods that change or remove what is there, and answer taps."""

from simulator.telegram.entities import utf16_length
from simulator.telegram.errors import bad_request
from simulator.telegram.keyboards import inline_only
from simulator.telegram.messages import JSON, Chat, Message, as_update
from simulator.telegram.methods.finding import find_chat, find_message, writable_chat
from simulator.telegram.methods.media import read_media
from simulator.telegram.methods.sending import (
    MAX_TEXT,
    RICH_ASIDE_SINCE,
    read_caption,
    read_location,
    read_text,
)
from simulator.telegram.parameters import Parameters
from simulator.telegram.people import PEOPLE
from simulator.telegram.rich.message import read_rich
from simulator.telegram.rich.words import words_of
from simulator.telegram.world import QUERY_LIVES_S, World

_DELETABLE_FOR_S = 48 * 3600
_MAX_TOAST = 200
RICH_SINCE = (10, 1)
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, parameters: Parameters) -> JSON:
    """Change a text or rich message; without a keyboard in the call the old one goes."""
    chat, message = _editable(world, parameters)
    if world.bot_api >= RICH_SINCE and parameters.data("rich_message") is not None:
        rich = read_rich(world, parameters)
        if message.media:
            raise bad_request("there is no text in the message to edit")
        words = words_of(rich["blocks"])
        return _apply(world, chat, message, parameters, text=words, entities=[], rich=rich)
    text, entities = read_text(parameters, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    if message.media:
        raise bad_request("there is no text in the message to edit")
    return _apply(world, chat, message, parameters, text=text, entities=entities, rich={})


def edit_message_caption(world: World, parameters: Parameters) -> JSON:
    """Change what stands below a picture or file."""
    chat, message = _editable(world, parameters)
    caption, entities = read_caption(parameters)
    if not message.media or "location" in message.media:
        raise bad_request("there is no caption in the message to edit")
    return _apply(world, chat, message, parameters, text=caption, entities=entities)


def edit_message_media(world: World, parameters: Parameters) -> JSON:
    """Put another picture or file into a message."""
    chat, message = _editable(world, parameters)
    given = parameters.data("media")
    if not isinstance(given, dict) or given.get("type") not in ("photo", "audio", "document"):
        raise bad_request("can't parse InputMedia: type is not supported")
    kind = given["type"]
    inner = Parameters({**given, kind: given.get("media", "")}, parameters.files)
    caption, entities = read_caption(inner)
    if message.rich:
        raise bad_request("there is no media in the message to edit")
    media = read_media(world, inner, kind)
    return _apply(world, chat, message, parameters, text=caption, entities=entities, media=media)


def edit_message_live_location(world: World, parameters: Parameters) -> JSON:
    """Move a live place."""
    chat, message = _editable(world, parameters)
    if "live_period" not in message.media.get("location", {}):
        raise bad_request("message can't be edited")
    location = message.media["location"] | read_location(parameters)
    return _apply(world, chat, message, parameters, media={"location": location})


def edit_message_reply_markup(world: World, parameters: Parameters) -> JSON:
    """Change the buttons only."""
    chat, message = _editable(world, parameters)
    return _apply(world, chat, message, parameters)


def delete_message(world: World, parameters: Parameters) -> bool:
    """Delete one message, of people too where the bot may."""
    chat = find_chat(world, parameters)
    message = find_message(chat, parameters.integer("message_id"), "delete")
    if message.sender and not chat.is_private and not world.is_group_admin:
        raise bad_request("message can't be deleted")
    if world.wall_clock() - message.date > _DELETABLE_FOR_S:
        raise bad_request("message can't be deleted for everyone")
    world.delete(message)
    return True


def edit_ephemeral_message_text(world: World, parameters: Parameters) -> bool:
    """Change what one person was shown (Bot API 10.2; rich messages since 10.3)."""
    parts: JSON = {"rich": {}}
    if world.bot_api >= RICH_ASIDE_SINCE and parameters.data("rich_message") is not None:
        parts["rich"] = read_rich(world, parameters)
        parts |= {"text": words_of(parts["rich"]["blocks"]), "entities": []}
    else:
        parts["text"], parts["entities"] = read_text(parameters, "text", "entities")
    if not parts["text"]:
        raise bad_request("message text is empty")
    chat, message = _whispered(world, parameters, "edit")
    _apply(world, chat, message, parameters, **parts)
    return True


def delete_ephemeral_message(world: World, parameters: Parameters) -> bool:
    """Take back what one person was shown (Bot API 10.2)."""
    _, message = _whispered(world, parameters, "delete")
    world.delete(message)
    return True


def _whispered(world: World, parameters: Parameters, purpose: str) -> tuple[Chat, Message]:
    chat, receiver = find_chat(world, parameters), parameters.integer("receiver_user_id")
    message = find_message(chat, parameters.integer("ephemeral_message_id"), purpose)
    if [PEOPLE[name].id for name in message.visible_to] != [receiver]:
        raise bad_request(f"message to {purpose} not found")
    return chat, message


def delete_messages(world: World, parameters: Parameters) -> bool:
    """Delete up to 100 messages; those that cannot be deleted are skipped."""
    chat, ids = find_chat(world, parameters), parameters.data("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request("message identifiers are not specified")
    for message_id in ids:
        message = chat.messages.get(int(message_id))
        if message and not message.is_deleted and (message.sender is None or _may(world, chat)):
            world.delete(message)
    return True


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    """Answer a tap, once and in time."""
    query = world.queries.pop(parameters.text("callback_query_id"), None)
    if query is None or world.monotonic() - query.tapped_at > QUERY_LIVES_S:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = parameters.text("text")
    if utf16_length(text) > _MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    if not query.answer.done():
        answer: JSON = {"text": text, "show_alert": parameters.flag("show_alert")}
        query.answer.set_result(answer | ({"url": url} if (url := parameters.text("url")) else {}))
    return True


def _may(world: World, chat: Chat) -> bool:
    return chat.is_private or world.is_group_admin


def _editable(world: World, parameters: Parameters) -> tuple[Chat, Message]:
    chat = writable_chat(world, parameters)
    if not parameters.text("message_id"):
        raise bad_request("message identifier is not specified")
    message = find_message(chat, parameters.integer("message_id"), "edit")
    if message.sender is not None or message.service:
        raise bad_request("message can't be edited")
    return chat, message


def _apply(
    world: World, chat: Chat, message: Message, parameters: Parameters, **parts: object
) -> JSON:
    parts["inline_keyboard"] = inline_only(parameters.data("reply_markup"))
    changed = {name: value for name, value in parts.items() if getattr(message, name) != value}
    if not changed:
        raise bad_request(_NOT_MODIFIED)
    for name, value in changed.items():
        setattr(message, name, value)
    if set(changed) != {"inline_keyboard"}:
        message.edit_date = int(world.wall_clock())
    world.touch(message)
    return as_update(message, chat, world.bot)


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageLiveLocation": edit_message_live_location,
    "stopMessageLiveLocation": edit_message_reply_markup,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "editEphemeralMessageText": edit_ephemeral_message_text,
    "deleteEphemeralMessage": delete_ephemeral_message,
    "answerCallbackQuery": answer_callback_query,
}
