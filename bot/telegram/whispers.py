"""Messages in a group that one person alone sees, where the server and the group allow them.

They came with Bot API 10.2 (``receiver_user_id``), which 10.3 moved into
``ephemeral_message_parameters``; both are sent. A server ignores parameters that it does not know
and would show such a message to everybody, so it is first asked for a method of the same version.
"""

from collections.abc import Sequence

import structlog
from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound, NetworkError, TelegramError

from bot.telegram.posting import Send
from bot.telegram.rich import Parameters

PROBE = "deleteEphemeralMessage"
_NO_MESSAGE = 1  # the identifier of a message that nobody sent

log = structlog.get_logger(__name__)


class Whispers:
    """Remembers for the life of the process what the server knows and which groups refuse."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._is_known: bool | None = None  # None: not asked yet
        self._refusing: set[int] = set()

    async def are_possible(self, chat_id: int, person_id: int) -> bool:
        """Return whether this person can be told something in this group without the others."""
        if chat_id in self._refusing:
            return False
        if self._is_known is None:
            self._is_known = await self._probe(chat_id, person_id)
        return bool(self._is_known)

    async def send(
        self, chat_id: int, person_id: int, sends: Sequence[Send], topic_id: int | None = None
    ) -> bool:
        """Show one person some messages; False if the group refuses the first.

        The bot has to be an administrator of the group, and the person a member.
        """
        options: Parameters = {
            "chat_id": chat_id,
            "api_kwargs": {
                "receiver_user_id": person_id,
                "ephemeral_message_parameters": {"receiver_user_id": person_id},
            },
        }
        if topic_id is not None:
            options["message_thread_id"] = topic_id
        for number, send in enumerate(sends):
            try:
                sent = await send(options)
            except BadRequest as error:
                if number:
                    raise
                log.info("whisper_refused", error=error.message)
                self._refusing.add(chat_id)
                return False
            if "ephemeral_message_id" not in sent.api_kwargs:
                await self._take_back(chat_id, sent.message_id)
                return False
        return True

    async def _probe(self, chat_id: int, person_id: int) -> bool | None:
        wanted = {
            "chat_id": chat_id,
            "receiver_user_id": person_id,
            "ephemeral_message_id": _NO_MESSAGE,
        }
        try:
            await self._bot.do_api_request(PROBE, api_kwargs=wanted)
        except EndPointNotFound:
            return False
        except BadRequest:
            return True  # the method is there; the message is not
        except NetworkError:
            return None  # asked again next time
        except TelegramError:
            return False
        return True

    async def _take_back(self, chat_id: int, message_id: int) -> None:
        """Delete what the server has shown to everybody after all."""
        self._is_known = False
        log.error("whisper_was_heard")
        await self._bot.delete_message(chat_id, message_id)
