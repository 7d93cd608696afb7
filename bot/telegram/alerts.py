"""Owed messages leave through Telegram; its errors become what the outbox understands."""

from collections.abc import Callable
from datetime import timedelta

from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from alerts.models import Delivery
from alerts.ports import MaySend, SendError
from bot.replies import Reply
from bot.telegram.limiter import seconds_of
from bot.telegram.sender import Sender
from bot.telegram.transport import LostAnswerError
from storage.exceptions import DatabaseUnavailableError

_GONE = (
    "chat not found",
    "user is deactivated",
    "bot was kicked",
    "group chat was deactivated",
    "not enough rights to send",
    "have no rights to send",
    "need administrator rights",
    "chat_write_forbidden",
    "user not found",
)


class TelegramAlertSender:
    """An ``AlertSender``: renders a delivery and puts it into its chat."""

    def __init__(
        self,
        sender: Sender,
        render: Callable[[Delivery], Reply],
        on_refused: Callable[[], None] = lambda: None,
    ) -> None:
        """``on_refused`` hears that Telegram does not know our token any more."""
        self._sender = sender
        self._render = render
        self._on_refused = on_refused

    async def send(self, delivery: Delivery, may_send: MaySend) -> int:
        """Send or edit; return the message id, or raise ``SendError``."""
        reply = self._render(delivery)
        try:
            return await self._sender.send(
                reply,
                chat_id=delivery.chat_id,
                edits=delivery.edits,
                once=True,
                may_send=may_send,
            )
        except DatabaseUnavailableError as error:  # no buttons were stored, so it did not leave
            raise SendError(type(error).__name__, temporary=True) from error
        except TelegramError as error:
            if isinstance(error, InvalidToken):
                self._on_refused()
            raise send_error(error, is_edit=delivery.edits is not None) from error


def send_error(error: TelegramError, *, is_edit: bool) -> SendError:
    """Return what a Telegram error means for an owed message; editing twice harms nobody."""
    name = type(error).__name__
    match error:
        case RetryAfter():
            return SendError(name, temporary=True, retry_after=timedelta(seconds=seconds_of(error)))
        case Forbidden():
            return SendError(name, temporary=False, chat_gone=True)
        case BadRequest():
            is_gone = any(reason in error.message.lower() for reason in _GONE)
            return SendError(name, temporary=False, chat_gone=is_gone)
        case TimedOut() | LostAnswerError():
            return SendError(name, temporary=True, maybe_sent=not is_edit)
    return SendError(name, temporary=True)
