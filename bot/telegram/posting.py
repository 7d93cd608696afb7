"""One reply as the messages that Telegram shows, sent or edited."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import structlog
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest

from bot.replies import Reply, Venue
from bot.telegram.markup import MAX_CAPTION, cut, length, plain
from bot.telegram.rich import Markup, Parameters, RichMessages

Rows = list[list[InlineKeyboardButton]]
Send = Callable[[Parameters], Awaitable[Message]]

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_EDIT_LOST = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier is not specified",
)
_NOT_MODIFIED = "message is not modified"
_NO_TEXT = "there is no text in the message to edit"
_UNREADABLE = "can't parse entities"
_PICTURE = "picture.png"

log = structlog.get_logger(__name__)


async def post(
    bot: Bot,
    reply: Reply,
    chat_id: int,
    *,
    edits: int | None,
    rows: Rows,
    once: bool,
    rich: RichMessages,
) -> int:
    """Send a reply, or put it into an older message; return the message's id.

    ``once`` hands a 429 to the caller instead of waiting. Raises ``TelegramError``.
    """
    limits: Parameters = {"rate_limit_args": "once" if once else None}
    is_edited = bool(edits) and await edit(bot, reply, chat_id, edits or 0, rows, limits, rich)
    message_id = edits if is_edited else None
    options: Parameters = {"chat_id": chat_id, **limits}
    if reply.is_quiet:
        options["disable_notification"] = True
    if reply.topic_id is not None:
        options["message_thread_id"] = reply.topic_id
    for send in sends(bot, reply, rows, rich)[1 if is_edited else 0 :]:
        sent = await send(options)
        message_id = message_id or sent.message_id
    return message_id or edits or 0


def has_caption(reply: Reply) -> bool:
    """Return whether picture and text make one message."""
    return reply.picture is not None and bool(reply.text) and length(reply.text) <= MAX_CAPTION


def sends(bot: Bot, reply: Reply, rows: Rows, rich: RichMessages | None) -> list[Send]:
    """Return the calls that show a reply, one a message; the words come first.

    Without ``rich`` no rich message is tried.
    """
    found: list[Callable[..., Awaitable[Message]]] = []
    if rich is not None and rich.can_show(reply):
        found.append(partial(_send_laid, bot, reply, rows, rich))
    else:
        found += _plain_sends(bot, reply, rows)
    if reply.location is not None:
        latitude, longitude = reply.location
        found.append(partial(bot.send_location, latitude=latitude, longitude=longitude))
    if reply.venue is not None:
        found.append(partial(_send_venue, bot, reply.venue, [] if reply.text else rows))
    if reply.document is not None:
        file = InputFile(reply.document.content, filename=reply.document.name)
        found.append(partial(bot.send_document, document=file))
    return [_taking(call) for call in found]


def _plain_sends(bot: Bot, reply: Reply, rows: Rows) -> list[Callable[..., Awaitable[Message]]]:
    found: list[Callable[..., Awaitable[Message]]] = []
    if reply.text:
        found.append(partial(_send_words, bot, reply, rows))
    if reply.picture is not None and not has_caption(reply):
        found.append(partial(bot.send_photo, photo=_photo(reply.picture)))
    return found


def _taking(call: Callable[..., Awaitable[Message]]) -> Send:
    return lambda options: call(**options)


async def _send_venue(bot: Bot, venue: Venue, rows: Rows, **options: Any) -> Message:
    return await bot.send_venue(
        latitude=venue.latitude,
        longitude=venue.longitude,
        title=venue.title,
        address=venue.address,
        reply_markup=InlineKeyboardMarkup(rows) if rows else None,
        **options,
    )


async def _send_laid(
    bot: Bot, reply: Reply, rows: Rows, rich: RichMessages, **options: Any
) -> Message:
    """Send blocks; if they are refused, the same in plain words."""
    sent = await rich.send(reply, _markup(reply, rows), options)
    if sent is not None:
        return sent
    first, *more = _plain_sends(bot, reply, rows)
    sent = await first(**options)
    for call in more:
        await call(**options)
    return sent


def _markup(reply: Reply, rows: Rows) -> Markup:
    if rows:
        return InlineKeyboardMarkup(rows)
    if reply.keyboard:
        return ReplyKeyboardMarkup(reply.keyboard, resize_keyboard=True)
    return None


async def _send_words(bot: Bot, reply: Reply, rows: Rows, **options: Any) -> Message:
    more: Parameters = {"reply_markup": _markup(reply, rows), **options}
    call: Callable[..., Awaitable[Message]] = bot.send_message
    if has_caption(reply) and reply.picture is not None:
        call, more["photo"] = bot.send_photo, _photo(reply.picture)
    else:
        more["link_preview_options"] = _NO_PREVIEW
    name = "caption" if has_caption(reply) else "text"
    sent: Message = await _readable(lambda words: call(**words, **more), reply.text, name)
    return sent


def _photo(content: bytes) -> InputFile:
    return InputFile(content, filename=_PICTURE)


async def edit(
    bot: Bot,
    reply: Reply,
    chat_id: int,
    message_id: int,
    rows: Rows,
    limits: Parameters,
    rich: RichMessages,
) -> bool:
    """Return False if the message cannot be edited any more."""
    markup = InlineKeyboardMarkup(rows) if rows else None
    options: Parameters = {
        "chat_id": chat_id,
        "message_id": message_id,
        "reply_markup": markup,
        **limits,
    }
    changes: list[Callable[[Reply, Parameters], Awaitable[None]]] = [
        partial(_edit_picture if has_caption(reply) else _edit_words, bot)
    ]
    if rich.can_show(reply):
        changes.insert(0, rich.edit)
    for change in changes:
        try:
            await change(reply, options)
        except BadRequest as error:
            reason = error.message.lower()
            if _NOT_MODIFIED in reason:
                return True
            if any(lost in reason for lost in _EDIT_LOST):
                return False
            if len(changes) == 1:
                raise
            log.info("edit_refused", error=error.message)
        else:
            return True
    return False  # what stands there takes neither form, so a new message does


async def _edit_picture(bot: Bot, reply: Reply, options: Parameters) -> None:
    """Put a picture with its caption in the place of a picture or of a text."""

    def call(words: Parameters) -> Awaitable[Any]:
        media = InputMediaPhoto(
            reply.picture or b"", caption=words["caption"], parse_mode=words.get("parse_mode")
        )
        return bot.edit_message_media(media=media, **options)

    await _readable(call, reply.text, "caption")


async def _edit_words(bot: Bot, reply: Reply, options: Parameters) -> None:
    """Change a text; below a picture it is a caption, and the picture stays."""
    try:
        await _readable(
            lambda words: bot.edit_message_text(
                **words, link_preview_options=_NO_PREVIEW, **options
            ),
            reply.text,
            "text",
        )
    except BadRequest as error:
        if _NO_TEXT not in error.message.lower():
            raise
        await _readable(
            lambda words: bot.edit_message_caption(**words, **options), reply.text, "caption"
        )


async def _readable(call: Callable[[Parameters], Awaitable[Any]], text: str, name: str) -> Any:
    """Call with HTML; without markup if Telegram cannot read ours: better plain than never."""
    text = cut(text, MAX_CAPTION) if name == "caption" else cut(text)
    try:
        return await call({name: text, "parse_mode": "HTML"})
    except BadRequest as error:
        if _UNREADABLE not in error.message.lower():
            raise
        log.error("markup_refused")
        return await call({name: plain(text)})
