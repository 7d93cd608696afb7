"""Answers as rich messages, with tables and sections, where the server knows them.

They came with Bot API 10.1 (``sendRichMessage``, ``rich_message`` of ``editMessageText``), pictures
that go along with 10.2, and those for one person of a group with 10.3. The first rich message shows
whether the server knows them, and what it does not know is remembered for the life of the process.
A message that is refused goes out in plain HTML instead, so that nothing is lost. An outcome that
nobody knows is no refusal: it is the caller's, as with every other message.
"""

from typing import Any

import structlog
from telegram import Bot, InlineKeyboardMarkup, InputFile, Message, ReplyKeyboardMarkup
from telegram.error import BadRequest, EndPointNotFound, NetworkError, TelegramError

from bot.blocks import Laid
from bot.rendering.blocks import fits, rich_html
from bot.replies import Reply

Parameters = dict[str, Any]
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | None

SEND = "sendRichMessage"
EDIT = "editmessagetext"  # Telegram does not look at case; the library knows only the old method
EDIT_ASIDE = "editEphemeralMessageText"
_PICTURE = "picture"  # the name of the upload, and of the picture within the message
_NO_TEXT = "message text is empty"  # a server that does not know ``rich_message`` misses the text
_ABOUT_RICH = "rich message"  # "rich message must be non-empty", "RICH_MESSAGE_URL_INVALID"
_NO_MESSAGE = 1  # the identifier of a message that nobody sent

log = structlog.get_logger(__name__)


class RichMessages:
    """Sends and edits rich messages, or says that plain ones have to do."""

    def __init__(self, bot: Bot, *, is_wanted: bool = True) -> None:
        """``is_wanted``: False shows plain HTML to everybody, as old apps need it."""
        self._bot = bot
        self._is_known: bool | None = None if is_wanted else False  # None: not seen yet
        self._takes_pictures = True  # until one is refused
        self._is_whispered: bool | None = None  # None: not asked yet

    def can_show(self, reply: Reply) -> bool:
        """Return whether it is worth a try."""
        if self._is_known is False or not isinstance(reply.text, Laid):
            return False
        return fits(reply.text.blocks) and (reply.picture is None or self._takes_pictures)

    async def send(self, reply: Reply, markup: Markup, options: Parameters) -> Message | None:
        """Return what was sent, or ``None`` if it was refused. Raises ``TelegramError``."""
        own = {name: value for name, value in options.items() if name != "rate_limit_args"}
        wanted = {**own.pop("api_kwargs", {}), **own, "reply_markup": markup, **_content(reply)}
        try:
            sent: Message = await self._bot.do_api_request(
                SEND, wanted, Message, **_limits(options)
            )
        except EndPointNotFound:
            self._is_known = False
            log.info("rich_messages_unknown")
            return None
        except BadRequest as error:
            self._refused(reply, error)
            return None
        self._is_known = True
        return sent

    async def edit(self, reply: Reply, options: Parameters) -> None:
        """Put a rich message in the place of any text. Raises ``TelegramError``."""
        own = {name: value for name, value in options.items() if name != "rate_limit_args"}
        try:
            await self._bot.do_api_request(EDIT, {**own, **_content(reply)}, **_limits(options))
        except BadRequest as error:
            if _NO_TEXT in error.message.lower():
                self._is_known = False
            raise
        self._is_known = True

    async def may_whisper(self, chat_id: int, person_id: int) -> bool:
        """Return whether a rich message can be for one person of a group.

        A server before 10.3 has no such parameter and would show it to everybody. Its own word is
        what counts: 10.3 looks for rich content when an ephemeral message is edited, others for a
        text alone. Whatever else is answered leaves such messages plain.
        """
        if self._is_known is False:
            return False
        if self._is_whispered is None:
            self._is_whispered = await self._probe(chat_id, person_id)
        return bool(self._is_whispered)

    async def _probe(self, chat_id: int, person_id: int) -> bool | None:
        wanted = {
            "chat_id": chat_id,
            "receiver_user_id": person_id,
            "ephemeral_message_id": _NO_MESSAGE,
            "rich_message": {},
        }
        try:
            await self._bot.do_api_request(EDIT_ASIDE, wanted)
        except BadRequest as error:
            return _ABOUT_RICH in error.message.lower()
        except NetworkError:
            return None  # asked again next time
        except TelegramError:
            return False
        return False

    def _refused(self, reply: Reply, error: BadRequest) -> None:
        log.info("rich_message_refused", error=error.message)
        if reply.picture is not None and _ABOUT_RICH in error.message.lower().replace("_", " "):
            self._takes_pictures = False


def _content(reply: Reply) -> Parameters:
    """Return the parameters that hold a message, with its picture as an upload."""
    blocks = reply.text.blocks if isinstance(reply.text, Laid) else ()
    if reply.picture is None:
        return {"rich_message": {"html": rich_html(blocks)}}
    photo = {"type": "photo", "media": f"attach://{_PICTURE}"}
    message = {
        "html": rich_html(blocks, _PICTURE),
        "media": [{"id": _PICTURE, "media": photo}],
    }
    return {
        "rich_message": message,
        _PICTURE: InputFile(reply.picture, filename=f"{_PICTURE}.png"),
    }


def _limits(options: Parameters) -> Parameters:
    return {"rate_limit_args": options["rate_limit_args"]} if "rate_limit_args" in options else {}
