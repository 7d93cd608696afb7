"""Replies and alerts become Telegram messages, edits and places."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import structlog
from telegram import Bot, InlineKeyboardButton
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from alerts.ports import Clock, MaySend
from bot import buttons
from bot.progress import NotShownError
from bot.replies import Reply
from bot.telegram.posting import Rows, edit, post, sends
from bot.telegram.rich import RichMessages
from bot.telegram.whispers import Whispers
from storage import commands, people
from storage.database import Database
from storage.exceptions import DatabaseUnavailableError

RunCommand = Callable[[int, Callable[[Reply], Awaitable[None]]], Coroutine[Any, Any, None]]

KEEP_OUTCOME_S = 5.0  # for whoever waits for it
SHOWN_WITHIN_S = 3.0  # the car need not wait for the chat

log = structlog.get_logger(__name__)


class TooLateError(TelegramError):
    """The message did not leave, because it was not ready in time."""


class Sender:
    """Puts replies in front of people."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        *,
        clock: Clock,
        run_command: RunCommand,
        rich: RichMessages | None = None,
    ) -> None:
        """``clock`` is people's time: it dates buttons."""
        self._bot = bot
        self._database = database
        self._clock = clock
        self._run_command = run_command
        self._rich = rich or RichMessages(bot)
        self._whispers = Whispers(bot)
        self._running: dict[int, asyncio.Task[None]] = {}  # by command
        self._told: dict[int, Reply] = {}  # what a running command showed last

    @property
    def running_commands(self) -> frozenset[int]:
        """The commands that this process looks after."""
        return frozenset(self._running)

    async def send_all(
        self,
        replies: Sequence[Reply],
        *,
        chat_id: int,
        tapped: int | None = None,
        thread_id: int | None = None,
    ) -> None:
        """Send replies to a chat; ``tapped`` is the message whose button was pressed.

        ``thread_id`` is the topic of a forum in which the answers belong. What they order is done
        also if nothing can be shown. Raises ``TelegramError``.
        """
        for at, reply in enumerate(replies):
            if reply.silent:
                continue
            target = reply.to_chat_id or chat_id
            edits = tapped if reply.edit and target == chat_id else None
            shown = replace(reply, topic_id=thread_id) if target == chat_id else reply
            try:
                await self.send(shown, chat_id=target, edits=edits)
            except TelegramError as error:
                if isinstance(error, Forbidden) and target != chat_id:
                    log.info("other_chat_closed")  # the asker is still answered
                    continue
                for unshown in replies[at:]:
                    if unshown.command is not None:
                        self.start(unshown.command.command_id, unshown.to_chat_id or chat_id)
                raise

    async def send(
        self,
        reply: Reply,
        *,
        chat_id: int,
        edits: int | None = None,
        once: bool = False,
        may_send: MaySend = lambda: True,
    ) -> int:
        """Send or edit one message; return its id. Raises ``TelegramError``.

        ``once`` hands a 429 to the caller instead of waiting (alerts have their own patience);
        ``may_send`` is asked at the last moment, since the database may have kept us waiting.
        """
        await self._delete(chat_id, reply.delete_message_ids)
        if _is_empty(reply):
            return edits or 0
        if reply.only_for is not None and reply.only_for != chat_id:
            return await self._send_aside(reply, chat_id, reply.only_for)
        if reply.command is not None:
            return await self._send_order(reply, reply.command.command_id, chat_id, edits)
        return await self._send_here(reply, chat_id, edits, once=once, may_send=may_send)

    async def _send_order(
        self, reply: Reply, command_id: int, chat_id: int, edits: int | None
    ) -> int:
        """Show that a command begins, if that can be shown at once, and begin it in any case."""
        message_id = edits or 0
        try:
            async with asyncio.timeout(SHOWN_WITHIN_S):
                message_id = await self._send_here(reply, chat_id, edits, once=True)
        except (TelegramError, TimeoutError) as error:
            log.warning("order_not_shown", error=type(error).__name__)
        self.start(command_id, chat_id, message_id)
        return message_id

    async def _send_here(
        self,
        reply: Reply,
        chat_id: int,
        edits: int | None,
        *,
        once: bool,
        may_send: MaySend = lambda: True,
    ) -> int:
        rows, tokens = await self._issue(reply, chat_id)
        if not may_send():
            raise TooLateError("its moment had passed")
        try:
            message_id = await self._post(reply, chat_id, edits, rows, once=once)
        except ChatMigrated as error:
            await self.migrate(chat_id, error.new_chat_id)
            chat_id = error.new_chat_id
            message_id = await self._post(reply, chat_id, None, rows, once=once)
        await self._remember(reply, tokens, message_id)
        return message_id

    async def edit(self, reply: Reply, chat_id: int, message_id: int) -> bool:
        """Change a message without waiting for a 429; False if it is gone."""
        limits = {"rate_limit_args": "once"}
        return await edit(self._bot, reply, chat_id, message_id, [], limits, self._rich)

    async def pin(self, chat_id: int, message_id: int) -> None:
        """Pin a message without a sound. Raises ``TelegramError``."""
        await self._bot.pin_chat_message(chat_id, message_id, disable_notification=True)

    async def drain(self, seconds: float) -> None:
        """Let running commands tell how they went; the journal keeps what is cut off."""
        if self._running:
            await asyncio.wait(self._running.values(), timeout=seconds)
        for task in list(self._running.values()):
            task.cancel()
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    async def _delete(self, chat_id: int, message_ids: Sequence[int]) -> None:
        for message_id in message_ids:
            try:
                await self._bot.delete_message(chat_id, message_id)
            except (BadRequest, Forbidden):  # gone already, or older than 48 hours
                with suppress(BadRequest, Forbidden):
                    await self._bot.unpin_chat_message(chat_id, message_id)

    async def _send_aside(self, reply: Reply, group_id: int, person_id: int) -> int:
        """Tell one person of a group: in the group, else in the private chat, else not at all."""
        if await self._whispers.are_possible(group_id, person_id):
            rows, _ = await self._issue(_pressed_by(reply, person_id), group_id)
            rich = self._rich if await self._may_whisper(reply, group_id, person_id) else None
            shown = sends(self._bot, reply, rows, rich)
            if await self._whispers.send(group_id, person_id, shown, reply.topic_id):
                return 0
        alone = replace(
            reply, only_for=None, edit=False, when_aside=None, when_closed=None, topic_id=None
        )
        message_id = await self._send_privately(alone, person_id)
        public = reply.when_closed if message_id is None else reply.when_aside
        if public is not None:
            await self.send(replace(public, topic_id=reply.topic_id), chat_id=group_id)
        return message_id or 0

    async def _may_whisper(self, reply: Reply, group_id: int, person_id: int) -> bool:
        return self._rich.can_show(reply) and await self._rich.may_whisper(group_id, person_id)

    async def _post(
        self, reply: Reply, chat_id: int, edits: int | None, rows: Rows, *, once: bool
    ) -> int:
        return await post(
            self._bot, reply, chat_id, edits=edits, rows=rows, once=once, rich=self._rich
        )

    async def _send_privately(self, reply: Reply, person_id: int) -> int | None:
        """Return ``None`` if the person never wrote to us, or has blocked us."""
        async with self._database.reading() as tx:
            chat = await people.get_chat(tx, person_id)
        if chat is None:
            return None
        with suppress(Forbidden):
            return await self.send(reply, chat_id=person_id)
        return None

    async def _issue(self, reply: Reply, chat_id: int) -> tuple[Rows, list[str]]:
        if not reply.buttons:
            return [], []
        issued = await self._database.run(
            lambda tx: buttons.issue(tx, reply, chat_id, self._clock()), lasts=False
        )
        rows = [
            [InlineKeyboardButton(text, callback_data=token, url=url) for text, token, url in row]
            for row in issued
        ]
        return rows, [token for row in issued for _, token, _ in row if token]

    async def _remember(self, reply: Reply, tokens: Sequence[str], message_id: int) -> None:
        """Tie buttons and a command to the message that shows them.

        The message stands already, so a database that does not take this now is no reason to send
        it again: handles work untied, too.
        """
        if not tokens and reply.command is None:
            return
        with suppress(DatabaseUnavailableError):
            async with self._database.transaction(lasts=False) as tx:
                await buttons.bind(tx, tokens, message_id)
                if reply.command is not None:
                    await commands.set_message(tx, reply.command.command_id, message_id)

    async def migrate(self, old_chat_id: int, new_chat_id: int) -> None:
        """Move a group that became a supergroup."""
        async with self._database.transaction() as tx:
            await people.migrate_chat(tx, old_chat_id, new_chat_id)

    def start(self, command_id: int, chat_id: int, message_id: int = 0) -> None:
        """Run a command and show its course in a message; 0: there is none yet."""

        async def show(reply: Reply) -> None:
            nonlocal message_id
            self._told[command_id] = reply
            target = reply.to_chat_id or chat_id
            edits = message_id or None if target == chat_id else None
            try:
                shown = await self.send(replace(reply, command=None), chat_id=target, edits=edits)
            except TelegramError as error:
                log.warning("progress_not_shown", error=type(error).__name__)
                raise NotShownError from error
            if target == chat_id:
                message_id = shown

        if command_id not in self._running:
            work = self._run_command(command_id, show)
            task = self._running[command_id] = asyncio.create_task(work)
            task.add_done_callback(lambda task: self._finished(command_id, task))

    async def outcome(self, command_id: int, seconds: float) -> Reply | None:
        """Return what was shown last of a command that ends within so many seconds, else None."""
        task = self._running.get(command_id)
        if task is None:
            return None
        done, _ = await asyncio.wait({task}, timeout=seconds)
        return self._told.get(command_id) if done else None

    def _finished(self, command_id: int, task: asyncio.Task[None]) -> None:
        del self._running[command_id]
        asyncio.get_running_loop().call_later(KEEP_OUTCOME_S, self._told.pop, command_id, None)
        if not task.cancelled() and (error := task.exception()):
            log.error("command_failed", error=type(error).__name__, exc_info=error)


def _is_empty(reply: Reply) -> bool:
    """Return whether there is nothing to show (a toast alone)."""
    shown = (reply.text, reply.location, reply.venue, reply.document, reply.picture)
    return not any(shown)


def _pressed_by(reply: Reply, person_id: int) -> Reply:
    """Return the reply with buttons that only this person may press."""
    rows = tuple(
        tuple(replace(button, person_id=person_id) for button in row) for row in reply.buttons
    )
    return replace(reply, buttons=rows)
