"""Voice notes: fetched, understood, answered like words, and on wish answered aloud.

The sound stays in memory and goes when it was heard; neither it nor its words are ever logged.
"""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

import structlog
import telegram
from telegram.error import TelegramError

from alerts.ports import Clock
from bot.localisation import Texts
from bot.notes.hearing import Ears
from bot.notes.models import LARGEST_BYTES, LONGEST_S, Speaker, TooLongError, VoiceError
from bot.rendering.blocks import above
from bot.replies import Message, Reply
from bot.voice.speech import speakable
from storage import members, people
from storage.database import Database
from storage.records import Person

log = structlog.get_logger(__name__)


class Notes:
    """What turns notes into messages, and replies into notes."""

    def __init__(
        self,
        *,
        bot: telegram.Bot,
        database: Database,
        texts: Texts,
        clock: Clock,
        ears: Ears | None = None,
        speaker: Speaker | None = None,
    ) -> None:
        """``clock`` is the time of the world; without ears every note gets a friendly answer."""
        self._bot = bot
        self._database = database
        self._texts = texts
        self._clock = clock
        self._ears = ears
        self._speaker = speaker

    async def heard(self, note: telegram.Voice, message: Message) -> Message:
        """Return the message with the words of its note, or with why there are none."""
        if self._ears is None or not await self._is_known(message.person_id):
            return replace(message, unheard="voice-none")
        try:
            text = await self._ears.hear(
                await self._fetched(note),
                language=await self._language(message),
                person_id=message.person_id,
            )
        except VoiceError as error:
            log.info("note_not_heard", reason=type(error).__name__)
            return replace(message, unheard=error.key)
        except TelegramError as error:
            log.warning("note_not_fetched", error=type(error).__name__)
            return replace(message, unheard="voice-failed")
        return replace(message, text=text, is_heard=True)

    async def shown(self, message: Message, replies: Sequence[Reply]) -> tuple[Reply, ...]:
        """Return the replies with what was understood in front."""
        if not message.is_heard or not replies or replies[0].silent:
            return tuple(replies)
        words = {"words": escape(message.text, quote=False)}
        line = self._texts.format("heard-words", await self._language(message), words)
        first, *rest = replies
        return (replace(first, text=above(line, first.text)), *rest)

    async def speak(self, message: Message, replies: Sequence[Reply]) -> None:
        """Say the answer to a note aloud, to those who wished for it and where only they hear."""
        if self._speaker is None or not message.is_heard or message.is_group or not replies:
            return
        person = await self._person(message.person_id)
        if person is None or not person.hears_answers:
            return
        language = self._texts.language_of(person.language or message.language)
        units = self._texts.format("spoken-units", language, {})
        if not (text := speakable(replies[0].text, units)):
            return
        try:
            sound = await self._speaker.speak(text, language)
            await self._bot.send_voice(message.chat_id, sound)
        except (VoiceError, TelegramError) as error:  # the written answer is there already
            log.warning("answer_not_spoken", error=type(error).__name__)

    async def _fetched(self, note: telegram.Voice) -> bytes:
        seconds: Any = note.duration
        length = seconds.total_seconds() if hasattr(seconds, "total_seconds") else seconds
        if length > LONGEST_S or (note.file_size or 0) > LARGEST_BYTES:
            raise TooLongError
        file = await self._bot.get_file(note.file_id)
        if (file.file_size or 0) > LARGEST_BYTES:
            raise TooLongError
        return bytes(await file.download_as_bytearray())

    async def _is_known(self, person_id: int) -> bool:
        """Return whether the person uses a car: nobody else may keep us busy with listening."""
        async with self._database.reading() as tx:
            return bool(await members.get_cars_of(tx, person_id, now=self._clock()))

    async def _language(self, message: Message) -> str:
        person = await self._person(message.person_id)
        chosen = person.language if person else None
        return self._texts.language_of(chosen or message.language)

    async def _person(self, person_id: int) -> Person | None:
        async with self._database.reading() as tx:
            return await people.get_person(tx, person_id)
