"""The library's dispatcher, which leaves to the inbox what no handler can explain."""

from typing import Any

from telegram.error import InvalidToken
from telegram.ext import Application

from storage.exceptions import DatabaseUnavailableError


class Dispatcher(Application[Any, Any, Any, Any, Any, Any]):
    """Hands an update to its handler, whose errors become a sentence in the chat.

    Without the database or with a token that Telegram refuses nobody can be answered: these
    errors go on to the inbox, which keeps the update.
    """

    __slots__ = ()

    async def process_error(
        self, update: object | None, error: Exception, job: Any = None, coroutine: Any = None
    ) -> bool:
        """Answer as the error handlers do, or raise what is not theirs."""
        if isinstance(error, DatabaseUnavailableError | InvalidToken):
            raise error
        return await super().process_error(update, error, job, coroutine)
