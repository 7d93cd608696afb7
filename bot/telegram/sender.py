"""Replies and alerts become Telegram messages, edits and places."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import structlog
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from alerts.ports import Clock
from bot import buttons
from bot.replies import Reply
from bot.telegram.markup import cut, plain
from storage import commands, people
from storage.database import Database

RunCommand = Callable[[int, Callable[[Reply], Awaitable[None]]], Awaitable[None]]

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_EDIT_LOST = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier is not specified",
)

log = structlog.get_logger(__name__)


class Sender:
    """Puts replies in front of people."""

    def __init__(
        self, bot: Bot, database: Database, *, clock: Clock, run_command: RunCommand
    ) -> None:
        """``clock`` is people's time: it dates buttons."""
        self._bot = bot
        self._database = database
        self._clock = clock
        self._run_command = run_command
        self._running: dict[int, asyncio.Task[None]] = {}  # by command

    @property
    def running_commands(self) -> frozenset[int]:
        """The commands that this process looks after."""
        return frozenset(self._running)

    async def send_all(
        self, replies: Sequence[Reply], *, chat_id: int, tapped: int | None = None
    ) -> None:
        """Send replies to a chat; ``tapped`` is the message whose button was pressed."""
        for reply in replies:
            if reply.silent:
                continue
            target = reply.to_chat_id or chat_id
            edits = tapped if reply.edit and target == chat_id else None
            try:
                await self.send(reply, chat_id=target, edits=edits)
            except Forbidden:
                if target == chat_id:
                    raise
                log.info("other_chat_closed")  # the asker is still answered

    async def send(
        self, reply: Reply, *, chat_id: int, edits: int | None = None, once: bool = False
    ) -> int:
        """Send or edit one message; return its id. Raises ``TelegramError``.

        ``once`` hands a 429 to the caller instead of waiting (alerts have their own patience).
        """
        await self._delete(chat_id, reply.delete_message_ids)
        if not reply.text and reply.location is None:
            return edits or 0
        rows, tokens = await self._issue(reply, chat_id)
        try:
            message_id = await self._deliver(reply, chat_id, edits, rows, once)
        except ChatMigrated as error:
            await self.migrate(chat_id, error.new_chat_id)
            chat_id = error.new_chat_id
            message_id = await self._deliver(reply, chat_id, None, rows, once)
        await self._remember(reply, tokens, message_id)
        if reply.command is not None:
            self._start(reply.command.command_id, chat_id, message_id)
        return message_id

    async def drain(self, seconds: float) -> None:
        """Let running commands tell how they went; the journal keeps what is cut off."""
        if self._running:
            await asyncio.wait(self._running.values(), timeout=seconds)
        for task in list(self._running.values()):
            task.cancel()
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    async def _delete(self, chat_id: int, message_ids: Sequence[int]) -> None:
        for message_id in message_ids:
            with suppress(BadRequest, Forbidden):  # gone already, or older than 48 hours
                await self._bot.delete_message(chat_id, message_id)

    async def _issue(
        self, reply: Reply, chat_id: int
    ) -> tuple[list[list[InlineKeyboardButton]], list[str]]:
        if not reply.buttons:
            return [], []
        async with self._database.transaction() as tx:
            issued = await buttons.issue(tx, reply, chat_id, self._clock())
        rows = [
            [InlineKeyboardButton(text, callback_data=token, url=url) for text, token, url in row]
            for row in issued
        ]
        return rows, [token for row in issued for _, token, _ in row if token]

    async def _remember(self, reply: Reply, tokens: Sequence[str], message_id: int) -> None:
        """Tie buttons and a command to the message that shows them."""
        if not tokens and reply.command is None:
            return
        async with self._database.transaction() as tx:
            await buttons.bind(tx, tokens, message_id)
            if reply.command is not None:
                await commands.set_message(tx, reply.command.command_id, message_id)

    async def _deliver(
        self,
        reply: Reply,
        chat_id: int,
        edits: int | None,
        rows: list[list[InlineKeyboardButton]],
        once: bool,
    ) -> int:
        limits: dict[str, Any] = {"rate_limit_args": "once" if once else None}
        message_id = edits or 0
        if reply.text and not (edits and await self._edit(reply, chat_id, edits, rows, limits)):
            message_id = await self._send_text(reply, chat_id, rows, limits)
        if reply.location is not None:
            latitude, longitude = reply.location
            sent = await self._bot.send_location(chat_id, latitude, longitude, **limits)
            message_id = message_id or sent.message_id
        if reply.picture is not None:
            await self._bot.send_photo(chat_id, reply.picture, **limits)
        if reply.document is not None:
            file = InputFile(reply.document.content, filename=reply.document.name)
            await self._bot.send_document(chat_id, file, **limits)
        return message_id

    async def _edit(
        self,
        reply: Reply,
        chat_id: int,
        message_id: int,
        rows: list[list[InlineKeyboardButton]],
        limits: dict[str, Any],
    ) -> bool:
        """Return False if the message cannot be edited any more."""
        markup = InlineKeyboardMarkup(rows) if rows else None
        try:
            await self._with_plain_fallback(
                self._bot.edit_message_text,
                reply.text,
                chat_id=chat_id,
                message_id=message_id,
                reply_markup=markup,
                link_preview_options=_NO_PREVIEW,
                **limits,
            )
        except BadRequest as error:
            reason = error.message.lower()
            if "message is not modified" in reason:
                return True
            if any(lost in reason for lost in _EDIT_LOST):
                return False
            raise
        return True

    async def _send_text(
        self,
        reply: Reply,
        chat_id: int,
        rows: list[list[InlineKeyboardButton]],
        limits: dict[str, Any],
    ) -> int:
        markup: InlineKeyboardMarkup | ReplyKeyboardMarkup | None = None
        if rows:
            markup = InlineKeyboardMarkup(rows)
        elif reply.keyboard:
            markup = ReplyKeyboardMarkup(reply.keyboard, resize_keyboard=True)
        sent = await self._with_plain_fallback(
            self._bot.send_message,
            reply.text,
            chat_id=chat_id,
            reply_markup=markup,
            link_preview_options=_NO_PREVIEW,
            **limits,
        )
        return int(sent.message_id)

    async def migrate(self, old_chat_id: int, new_chat_id: int) -> None:
        """Move a group that became a supergroup."""
        async with self._database.transaction() as tx:
            await people.migrate_chat(tx, old_chat_id, new_chat_id)

    async def _with_plain_fallback(
        self, call: Callable[..., Awaitable[Any]], text: str, **options: Any
    ) -> Any:
        """Call with HTML; without markup if Telegram cannot read ours: better plain than never."""
        text = cut(text)
        try:
            return await call(text=text, parse_mode="HTML", **options)
        except BadRequest as error:
            if "can't parse entities" not in error.message.lower():
                raise
            log.error("markup_refused")
            return await call(text=plain(text), **options)

    def _start(self, command_id: int, chat_id: int, message_id: int) -> None:
        async def show(reply: Reply) -> None:
            nonlocal message_id
            target = reply.to_chat_id or chat_id
            edits = message_id if target == chat_id else None
            shown = await self.send(replace(reply, command=None), chat_id=target, edits=edits)
            if edits:
                message_id = shown

        async def run() -> None:
            try:
                await self._run_command(command_id, show)
            except TelegramError as error:
                log.warning("progress_not_shown", error=type(error).__name__)

        if command_id not in self._running:
            task = self._running[command_id] = asyncio.create_task(run())
            task.add_done_callback(lambda task: self._finished(command_id, task))

    def _finished(self, command_id: int, task: asyncio.Task[None]) -> None:
        del self._running[command_id]
        if not task.cancelled() and (error := task.exception()):
            log.error("command_failed", error=type(error).__name__, exc_info=error)
