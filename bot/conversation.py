"""The only path from a person to a car: a message or a tap goes in, replies come out."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from threading import Thread

from alerts.ports import Clock, Sleep
from bot import progress
from bot.actions.arguments import with_argument
from bot.actions.asking import answer_question, keep_question
from bot.actions.booking_moving import DISTANCE_ASKED, answer_distance
from bot.actions.destinations import KIND as PLACE_NAME
from bot.actions.destinations import name_fence, offer, shown_place
from bot.actions.exchange import Exchange, Parts, open_exchange
from bot.actions.lending import KIND as LENDING
from bot.actions.lending import take_address
from bot.actions.models import PART
from bot.actions.newcomers import answer_newcomer, answer_start, is_start
from bot.actions.pin import KIND as PIN
from bot.actions.pin_answers import continue_pin
from bot.actions.policy import CONFIRMATION, perform
from bot.actions.sentences import (
    answer_confirmation,
    answer_mended,
    answer_sentence,
    limits_of,
    out_of_range,
    remember,
    understand,
)
from bot.actions.taps import tap
from bot.calendars.fetching import PUBLIC, Reach
from bot.garage import Garage
from bot.localisation import Texts
from bot.login import KIND as LOGIN
from bot.login import continue_login
from bot.replies import Door, Message, Press, Reply
from bot.voice.words import NO, is_word
from intents.catalogue import Catalogue
from intents.models import Intent
from intents.recogniser import Recogniser
from storage import buttons, dialogs
from storage.database import Database
from storage.records import Dialog


class Companion:
    """Answers people; every door (Telegram, web, voice) calls the same few methods."""

    def __init__(
        self,
        *,
        database: Database,
        garage: Garage,
        recogniser: Recogniser,
        catalogue: Catalogue,
        texts: Texts,
        clock: Clock,
        people_clock: Clock,
        sleep: Sleep,
        bot_username: str = "",
        invocation: Mapping[str, str] | None = None,
        public_url: str = "",
        reach: Reach = PUBLIC,
    ) -> None:
        """``clock`` is the time of the world, ``people_clock`` that of people."""
        self._parts = Parts(
            database=database,
            garage=garage,
            recogniser=recogniser,
            catalogue=catalogue,
            texts=texts,
            clock=clock,
            people_clock=people_clock,
            sleep=sleep,
            bot_username=bot_username,
            invocation=invocation or {},
            public_url=public_url,
            reach=reach,
        )

    @property
    def parts(self) -> Parts:
        """What every exchange is made with; jobs tell with the same."""
        return self._parts

    async def answer(self, message: Message) -> tuple[Reply, ...]:
        """Return the replies to something that was said; none at all may be the right answer."""
        exchange = await open_exchange(self._parts, message)
        if message.door is not Door.CHAT:
            return await self._answer_at_the_door(exchange, message)
        replies = await self._answer_in_chat(exchange, message)
        await keep_question(exchange, replies)
        if not replies or not exchange.is_private:
            return replies
        return (replace(replies[0], menu=exchange.menu), *replies[1:])

    async def _answer_in_chat(self, exchange: Exchange, message: Message) -> tuple[Reply, ...]:
        if message.is_edited:
            return await answer_mended(exchange, message, await self._dialog(exchange))
        if is_start(message):
            return await answer_start(exchange, message.argument)
        if message.unheard and exchange.cars:
            return (exchange.say(message.unheard),)
        dialog = await self._dialog(exchange)
        if dialog is not None and dialog.kind == LOGIN and message.intent is None:
            return await self._continue_login(exchange, dialog, message)
        if dialog is not None and dialog.kind == PIN and message.intent is None:
            replies = await continue_pin(exchange, dialog, message.text)
            if replies:
                return replies
        if dialog is not None and dialog.kind == LENDING and message.intent is None:
            return await self._take_account(exchange, dialog, message)
        if not exchange.cars:
            return await answer_newcomer(exchange, message)
        if message.intent is not None:
            return await self._act(exchange, message.intent, message.argument)
        if dialog is not None and dialog.kind == CONFIRMATION:
            replies = await answer_confirmation(exchange, dialog, message.text)
            if replies:
                return replies
        if dialog is not None and dialog.kind == DISTANCE_ASKED:
            replies = await answer_distance(exchange, dialog, message.text)
            if replies:
                return replies
        if dialog is not None and dialog.kind == PART:
            replies = await answer_question(exchange, dialog, message)
            if replies:
                return replies
        if message.is_addressed and (place := shown_place(exchange, message)) is not None:
            return offer(exchange, place)
        if dialog is not None and dialog.kind == PLACE_NAME:
            return await self._name_place(exchange, dialog, message)
        return await answer_sentence(exchange, message)

    async def _take_account(
        self, exchange: Exchange, dialog: Dialog, message: Message
    ) -> tuple[Reply, ...]:
        """Take the text as an address, unless it is a plain "never mind"."""
        read = await understand(exchange, message.text)
        if read.is_certain and read.intent is not None and read.intent.name == "cancel":
            return await perform(exchange, read.intent)
        return await take_address(exchange, dialog, message.text)

    async def _name_place(
        self, exchange: Exchange, dialog: Dialog, message: Message
    ) -> tuple[Reply, ...]:
        """Take the words as a name, unless they are certainly something else."""
        read = await understand(exchange, message.text)
        if read.is_certain or not message.text.strip():
            return await answer_sentence(exchange, message)
        return await name_fence(exchange, dialog, message.text)

    async def _answer_at_the_door(self, exchange: Exchange, message: Message) -> tuple[Reply, ...]:
        """Answer outside the chat: its dialogs, and the secrets they wait for, stay there."""
        if not exchange.cars:
            return (exchange.say("no-car"),)
        if message.intent is not None:
            return await self._act(exchange, message.intent, message.argument)
        return await answer_sentence(exchange, message)

    async def press(self, press: Press) -> tuple[Reply, ...]:
        """Return the replies to a tap; a handle that is not stored does nothing."""
        exchange = await open_exchange(self._parts, press)
        async with self._parts.database.reading() as tx:
            button = await buttons.get(tx, press.token)
        replies = await tap(exchange, press, button)
        await keep_question(exchange, replies)
        return replies

    async def prepare(self, *, to_load: bool = True) -> None:
        """Compile the languages where nobody has to wait for it, and load what callers will need.

        They are compiled at the first start only, in a process of its own. Loading takes a part of
        a second; a person who writes can wait for the one language that they write in. The thread
        is a daemon: a process that is told to stop does not wait for it.
        """
        recogniser = self._parts.recogniser
        if not recogniser.is_kept():
            await _run_aside("-P", "-m", "intents")
        if not to_load and recogniser.is_kept():
            return
        loop, done = asyncio.get_running_loop(), asyncio.Event()

        def work() -> None:
            recogniser.prepare()
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(done.set)

        Thread(target=work, daemon=True).start()
        await done.wait()

    async def run_command(self, command_id: int, show: Callable[[Reply], Awaitable[None]]) -> None:
        """Send a journalled command once and tell each stage through ``show``."""
        await progress.run_command(self._parts, command_id, show)

    async def resume_commands(
        self, *, before: datetime | None = None, running: Collection[int] = ()
    ) -> None:
        """Tell what is known of abandoned commands; none is sent again."""
        await progress.resume_commands(self._parts, before=before, running=running)

    async def _dialog(self, exchange: Exchange) -> Dialog | None:
        async with self._parts.database.reading() as tx:
            return await dialogs.get(
                tx,
                exchange.chat.chat_id,
                exchange.person.person_id,
                self._parts.people_clock(),
            )

    async def _continue_login(
        self, exchange: Exchange, dialog: Dialog, message: Message
    ) -> tuple[Reply, ...]:
        """Take the text as a secret, unless it is a plain "never mind"."""
        if not message.text.strip():
            return (exchange.say("empty-message"),)
        read = await understand(exchange, message.text, abroad=False)  # nobody waits for a secret
        is_cancel = read.is_certain and read.intent is not None and read.intent.name == "cancel"
        if is_cancel or is_word(self._parts.texts, message.text, NO):  # a "no" in any language
            return await perform(exchange, Intent(name="cancel"))
        if message.is_heard:
            return (exchange.say("heard-secret"),)
        return await continue_login(exchange, dialog, message.text)

    async def _act(self, exchange: Exchange, intent: Intent, argument: str) -> tuple[Reply, ...]:
        """Do what a slash command or a voice platform has read already."""
        read = with_argument(exchange, intent, argument) if argument else intent
        if isinstance(read, Reply):
            return (read,)
        if beyond := limits_of(exchange, read):
            return (out_of_range(exchange, beyond),)
        await remember(exchange, read)
        return await perform(exchange, read)


async def _run_aside(*arguments: str) -> None:
    """Run Python in a process of its own, which ends with the task."""
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments)
    try:
        await process.wait()
    except asyncio.CancelledError:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()  # its pipes must not outlive the event loop
        raise
