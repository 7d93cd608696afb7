"""One turn of a conversation outside the chat: an answer in time, and the rest in the chat."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

import structlog
from telegram.error import TelegramError

from alerts.ports import Clock
from bot import buttons
from bot.buttons import CONFIRM, DISMISS, INTENT
from bot.localisation import Texts
from bot.replies import Message, Press, Reply
from bot.voice.speech import speakable, written
from storage.database import Database

GRACE_S = 0.3

log = structlog.get_logger(__name__)


class State(StrEnum):
    """How far a turn got."""

    ANSWERED = "answered"
    QUESTION = "question"  # waits for one of its handles
    DONE = "done"  # a command has ended: confirmed, refused, or as far as is known
    ASKED = "asked"  # the car was asked, or the answer takes longer; the rest comes in the chat


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that can be pressed: what it says, and its handle."""

    label: str
    handle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a door tells its caller."""

    state: State
    text: str  # for a screen
    speech: str  # for the ear
    yes: Choice | None = None
    no: Choice | None = None
    needs_pin: bool = False
    choices: tuple[Choice, ...] = ()
    place: tuple[float, float] | None = None  # latitude, longitude
    is_understood: bool = True
    is_open: bool = False  # a question whose handle may be tried again


class Conversation(Protocol):
    """The part of ``bot.conversation.Companion`` that these doors need."""

    async def answer(self, message: Message) -> tuple[Reply, ...]:
        """Answer what was said."""

    async def press(self, press: Press) -> tuple[Reply, ...]:
        """Answer a tap."""


class Chats(Protocol):
    """The part of ``bot.telegram.sender.Sender`` that these doors need."""

    async def send(self, reply: Reply, *, chat_id: int) -> int:
        """Show a reply in a chat, and start its command."""

    async def send_all(self, replies: Sequence[Reply], *, chat_id: int) -> None:
        """Show replies, each in its chat."""

    def start(self, command_id: int, chat_id: int) -> None:
        """Run a command whose message could not be shown."""

    async def outcome(self, command_id: int, seconds: float) -> Reply | None:
        """Return how a running command ended, if it does so in time."""


class Voice:
    """Holds conversations for doors that cannot be written to later."""

    def __init__(
        self,
        conversation: Conversation,
        sender: Chats,
        database: Database,
        texts: Texts,
        clock: Clock,
    ) -> None:
        """``clock`` is people's time: it dates handles."""
        self._conversation = conversation
        self._sender = sender
        self._database = database
        self._texts = texts
        self._clock = clock
        self._late: set[asyncio.Task[None]] = set()

    async def say(self, message: Message, *, within_s: float) -> Turn:
        """Answer a message within so many seconds."""
        work = self._conversation.answer(message)
        return await self._turn(work, message.chat_id, message.language, within_s)

    async def press(self, press: Press, *, within_s: float) -> Turn:
        """Answer the use of a handle within so many seconds."""
        work = self._conversation.press(press)
        return await self._turn(work, press.chat_id, press.language, within_s)

    def tell(self, chat_id: int, text: str) -> None:
        """Let a chat know something, in its own time."""

        async def note() -> tuple[Reply, ...]:
            return (Reply(text=text),)

        self._keep(self._send_late(asyncio.create_task(note()), chat_id))

    async def drain(self, seconds: float) -> None:
        """Let late answers reach their chats."""
        if self._late:
            await asyncio.wait(self._late, timeout=seconds)

    async def _turn(
        self,
        work: Coroutine[Any, Any, tuple[Reply, ...]],
        chat_id: int,
        language: str,
        within_s: float,
    ) -> Turn:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within_s
        task = asyncio.create_task(work)
        await asyncio.wait({task}, timeout=within_s)
        if not task.done():  # or only kept waiting, by a language that was loaded meanwhile
            await asyncio.wait({task}, timeout=GRACE_S)
        if not task.done():
            self._keep(self._send_late(task, chat_id))
            return self._sentence(State.ASKED, "voice-later", language)
        replies = task.result()
        mine = [it for it in replies if it.to_chat_id in {None, chat_id}]
        await self._tell_others([it for it in replies if it not in mine], chat_id)
        for reply in mine:
            if reply.command is not None:
                return await self._command(reply, chat_id, language, deadline - loop.time())
        return await self._answered(mine, chat_id, language)

    async def _command(self, reply: Reply, chat_id: int, language: str, within_s: float) -> Turn:
        """Run a command, whose course the chat shows; a quick car's outcome is told here too."""
        assert reply.command is not None  # noqa: S101 - the caller looked
        command_id = reply.command.command_id
        try:
            await asyncio.wait_for(
                self._sender.send(reply, chat_id=chat_id), max(within_s / 2, 0.1)
            )
        except (TelegramError, TimeoutError) as error:  # the car need not wait for the chat
            log.warning("course_not_shown", error=type(error).__name__)
            self._sender.start(command_id, chat_id)
        last = await self._sender.outcome(command_id, max(within_s - 1.0, 0.1))
        if last is None:
            return self._sentence(State.ASKED, "voice-asked", language)
        return Turn(
            state=State.DONE, text=written(last.text), speech=self._aloud(last.text, language)
        )

    async def _answered(self, replies: Sequence[Reply], chat_id: int, language: str) -> Turn:
        text = "\n\n".join(filter(None, (written(it.text) or it.toast for it in replies)))
        aloud = (self._aloud(it.text or it.toast, language) for it in replies)
        speech = " ".join(filter(None, aloud))
        asking = next((it for it in replies if it.is_question), None)
        place = next((it.location for it in replies if it.location), None)
        if asking is None:
            is_understood = all(it.is_understood for it in replies)
            return Turn(
                state=State.ANSWERED,
                text=text,
                speech=speech,
                place=place,
                is_understood=is_understood,
            )
        if not asking.buttons:
            return Turn(state=State.QUESTION, text=text, speech=speech, is_open=True)
        by_action = await self._handles(asking, chat_id, language)
        yes = by_action.get(CONFIRM, ())
        return Turn(
            state=State.QUESTION,
            text=text,
            speech=speech,
            yes=yes[0] if yes else None,
            no=next(iter(by_action.get(DISMISS, ())), None),
            needs_pin=_needs_pin(asking),
            choices=by_action.get(INTENT, ()),
        )

    async def _handles(
        self, reply: Reply, chat_id: int, language: str
    ) -> dict[str, tuple[Choice, ...]]:
        async with self._database.transaction(lasts=False) as tx:
            rows = await buttons.issue(tx, reply, chat_id, self._clock())
        found: dict[str, tuple[Choice, ...]] = {}
        for row, issued in zip(reply.buttons, rows, strict=True):
            for button, (text, token, _) in zip(row, issued, strict=True):
                if token is not None:
                    choice = Choice(label=self._aloud(text, language).rstrip("."), handle=token)
                    found[button.action] = (*found.get(button.action, ()), choice)
        return found

    async def _tell_others(self, replies: Sequence[Reply], chat_id: int) -> None:
        """Send what belongs to other chats: a request to the owners, a note to a driver."""
        try:
            await self._sender.send_all(replies, chat_id=chat_id)
        except TelegramError as error:
            log.warning("others_not_told", error=type(error).__name__)

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        late = asyncio.create_task(work)
        self._late.add(late)
        late.add_done_callback(self._late.discard)

    async def _send_late(self, task: "asyncio.Task[tuple[Reply, ...]]", chat_id: int) -> None:
        try:
            await self._sender.send_all(await task, chat_id=chat_id)
        except Exception as error:  # nobody else would hear of it
            log.error("late_answer_failed", exc_info=error)

    def _aloud(self, text: str, language: str) -> str:
        units = self._texts.format("spoken-units", self._texts.language_of(language), {})
        return speakable(text, units)

    def _sentence(self, state: State, key: str, language: str) -> Turn:
        text = self._texts.format(key, self._texts.language_of(language), {})
        return Turn(state=state, text=text, speech=text)


def _needs_pin(reply: Reply) -> bool:
    return any(button.payload.get("needs_pin") for row in reply.buttons for button in row)
