"""The routing table: which update is answered how. Handlers keep nothing between updates."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from secrets import token_hex
from typing import Any, Protocol

import structlog
import telegram
from telegram import ChatMember, Update
from telegram.error import Forbidden, NetworkError, TelegramError
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ExtBot,
    MessageHandler,
    filters,
)

from bot.localisation import Texts
from bot.replies import Message, Press, Reply
from bot.telegram.menu import ChatMenus
from bot.telegram.notes import Notes
from bot.telegram.reading import read_message, read_press, unread
from bot.telegram.sender import Sender
from intents.catalogue import Catalogue
from storage import people
from storage.database import Database

TYPING_AFTER_S = 0.7  # a quick answer needs no "is typing"
MENDED_WITHIN = timedelta(minutes=5)  # whoever changes older words does not wait for an answer
TOAST_WITHIN_S = 8.0  # Telegram forgets a tap that is not answered soon
_PRESENT = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER}

_OTHER_SOUND = filters.AUDIO | filters.VIDEO | filters.VIDEO_NOTE

Context = Any  # the library's callback context; nothing of it is used

log = structlog.get_logger(__name__)


class Conversation(Protocol):
    """The part of ``bot.conversation.Companion`` that this door needs."""

    async def answer(self, message: Message) -> tuple[Reply, ...]:
        """Answer what was said."""

    async def press(self, press: Press) -> tuple[Reply, ...]:
        """Answer a tap."""


class Handlers:
    """Turns updates into messages and presses, and shows what the conversation says."""

    def __init__(
        self,
        *,
        bot: ExtBot[str],
        database: Database,
        conversation: Conversation,
        sender: Sender,
        catalogue: Catalogue,
        texts: Texts,
        notes: Notes,
    ) -> None:
        self._bot = bot
        self._database = database
        self._conversation = conversation
        self._sender = sender
        self._catalogue = catalogue
        self._texts = texts
        self._notes = notes
        self._menus = ChatMenus(bot, catalogue, texts)

    def register(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Write the routing table; the first row that fits handles an update."""
        said, mended = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
        table: tuple[BaseHandler[Update, Any, Any], ...] = (
            CallbackQueryHandler(self.on_tap),
            MessageHandler(said & filters.StatusUpdate.MIGRATE, self.on_migrate),
            MessageHandler(said & filters.SenderChat.ALL, self.on_masked),
            MessageHandler(said & (filters.FORWARDED | filters.VIA_BOT), self.on_unreadable),
            MessageHandler(said & (filters.TEXT | filters.LOCATION), self.on_said),
            MessageHandler(said & filters.VOICE, self.on_note),
            MessageHandler(said & _OTHER_SOUND, self.on_other_sound),
            MessageHandler(said & ~filters.StatusUpdate.ALL, self.on_unreadable),
            MessageHandler(mended & filters.TEXT & filters.ChatType.PRIVATE, self.on_mended),
            ChatMemberHandler(self.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
        )
        application.add_handlers(table)
        application.add_error_handler(self.on_error)

    async def on_said(self, update: Update, _: Context) -> None:
        """Text, a command or a place."""
        if update.message is None:
            return
        message = read_message(update.message, self._bot.bot, self._catalogue)
        if message is not None:
            await self._answer(message)

    async def on_mended(self, update: Update, _: Context) -> None:
        """Words that were changed soon after, perhaps for a slip of the finger."""
        said = update.edited_message
        if said is None or said.edit_date is None or said.forward_origin or said.via_bot:
            return
        message = read_message(said, self._bot.bot, self._catalogue)
        if message is not None and said.edit_date - said.date <= MENDED_WITHIN:
            await self._answer(replace(message, is_edited=True))

    async def on_unreadable(self, update: Update, _: Context) -> None:
        """Pictures, stickers, words of others: a fitting answer in private, else silence."""
        if update.message is None or update.message.chat.type != "private":
            return
        message = read_message(update.message, self._bot.bot, self._catalogue)
        if message is not None:
            message = replace(message, text="", intent=None, argument="", location=None)
            await self._answer(replace(message, unheard=unread(update.message)))

    async def on_masked(self, update: Update, _: Context) -> None:
        """A group's anonymous administrator, or a channel: whose rights these are nobody knows."""
        said = update.message
        if said is None or said.is_automatic_forward or not said.text:
            return
        message = read_message(said, self._bot.bot, self._catalogue)
        if message is None or not message.is_addressed:
            return
        async with self._database.reading() as tx:
            chat = await people.get_chat(tx, said.chat.id)
        language = self._texts.language_of(chat.language if chat else None)
        told = Reply(text=self._texts.format("group-anonymous", language, {}))
        await self._sender.send_all((told,), chat_id=message.chat_id, thread_id=message.thread_id)

    async def on_note(self, update: Update, _: Context) -> None:
        """A voice note, in private or in reply to the bot; in a group people talk to each other."""
        said = update.message
        if said is None or said.voice is None:
            return
        message = read_message(said, self._bot.bot, self._catalogue)
        if message is None or not message.is_addressed:
            return
        await self._type(message.chat_id)
        message = await self._notes.heard(said.voice, message)
        replies = await self._conversation.answer(message)
        shown = await self._notes.shown(message, replies)
        await self._sender.send_all(shown, chat_id=message.chat_id, thread_id=message.thread_id)
        await self._notes.speak(message, replies)

    async def on_other_sound(self, update: Update, _: Context) -> None:
        """A video, a round video or a sound file: we listen to voice notes only."""
        if update.message is None or update.message.chat.type != "private":
            return
        message = read_message(update.message, self._bot.bot, self._catalogue)
        if message is not None:
            await self._answer(replace(message, text="", unheard="voice-other-sound"))

    async def on_tap(self, update: Update, _: Context) -> None:
        """A button; the tap itself is always answered, in time and once."""
        query = update.callback_query
        if query is None or (press := read_press(query)) is None:
            return
        work = asyncio.ensure_future(self._conversation.press(press))
        try:
            await asyncio.wait([work], timeout=TOAST_WITHIN_S)
            is_told = work.done() and work.exception() is None
            await self._toast(query, work.result() if is_told else ())
            replies = await work
        finally:
            work.cancel()
        await self._sender.send_all(
            replies, chat_id=press.chat_id, tapped=press.message_id, thread_id=press.thread_id
        )

    async def on_migrate(self, update: Update, _: Context) -> None:
        """A group became a supergroup; both chats tell it, in any order."""
        if (message := update.message) is None:
            return
        if message.migrate_to_chat_id:
            await self._sender.migrate(message.chat.id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id:
            await self._sender.migrate(message.migrate_from_chat_id, message.chat.id)

    async def on_membership(self, update: Update, _: Context) -> None:
        """Blocked or kicked: alerts pause. Let in (again): they go on, and a group is greeted."""
        if (change := update.my_chat_member) is None:
            return
        chat, was, now = change.chat, change.old_chat_member.status, change.new_chat_member.status
        async with self._database.transaction() as tx:
            if now in _PRESENT:
                await people.resume_chat(tx, chat.id)
            else:
                await people.pause_chat(tx, chat.id, now)
        if chat.type != "private" and now in _PRESENT and was not in _PRESENT:
            await self._answer(
                Message(
                    chat_id=chat.id,
                    is_group=True,
                    chat_title=chat.title or "",
                    person_id=change.from_user.id,
                    first_name=change.from_user.first_name,
                    language=change.from_user.language_code or "en",
                    text="/start",
                )
            )

    async def on_error(self, update: object, context: Context) -> None:
        """Log what nobody expected, and answer one neutral sentence with a reference number."""
        error = context.error
        if isinstance(error, Forbidden):
            log.info("chat_gone", error=type(error).__name__)
            return
        reference = token_hex(3).upper()
        log.error("update_failed", reference=reference, exc_info=error)
        if not isinstance(update, Update) or update.effective_chat is None:
            return
        user = update.effective_user
        language = self._texts.language_of(user.language_code if user else None)
        sentence = self._texts.format("error-other", language, {})
        with suppress(TelegramError):
            await self._bot.send_message(
                update.effective_chat.id, f"{sentence} ({reference})", rate_limit_args="once"
            )

    async def _answer(self, message: Message) -> None:
        loop = asyncio.get_running_loop()
        typing: list[asyncio.Task[Any]] = []
        timer = loop.call_later(
            TYPING_AFTER_S, lambda: typing.append(loop.create_task(self._type(message.chat_id)))
        )
        try:
            replies = await self._conversation.answer(message)
        finally:
            timer.cancel()
        await self._sender.send_all(replies, chat_id=message.chat_id, thread_id=message.thread_id)
        if replies and (wanted := replies[0].menu) is not None:
            await self._menus.fit(message.chat_id, wanted)

    async def _type(self, chat_id: int) -> None:
        with suppress(TelegramError):
            await self._bot.send_chat_action(chat_id, "typing")

    async def _toast(self, query: telegram.CallbackQuery, replies: Sequence[Reply]) -> None:
        told = next((reply for reply in replies if reply.toast), None)
        text, is_alert = (told.toast[:200], told.is_alert) if told else (None, False)
        try:
            await self._bot.answer_callback_query(query.id, text=text, show_alert=is_alert)
        except NetworkError as error:  # too old a tap, or a bad moment; what was tapped is done
            log.info("tap_not_answered", error=type(error).__name__)
