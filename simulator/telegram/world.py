"""Everything the stand-in knows: people, chats, messages, files, and what the bot is owed."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from simulator.telegram.changes import Changes
from simulator.telegram.errors import ControlError
from simulator.telegram.files import Files
from simulator.telegram.messages import JSON, Chat, Message, as_update
from simulator.telegram.people import FAMILY, FAMILY_ID, PEOPLE, BotAccount, Person
from simulator.telegram.rich.words import files_in
from simulator.telegram.updates import UpdateQueue

NEWEST = (10, 3)  # the Bot API that is played; an older one can be asked for
QUERY_LIVES_S = 30.0  # an unanswered tap is forgotten by Telegram after about this time


@dataclass(frozen=True, slots=True)
class TapQuery:
    """A tap that the bot has not answered; ``tapped_at`` in monotonic seconds."""

    tapped_at: float
    answer: "asyncio.Future[JSON]"


@dataclass(slots=True, kw_only=True)
class BotProfile:
    """What the bot has set about itself, by scope and language."""

    commands: dict[tuple[str, str], list[JSON]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)  # ("description", language)
    menu_button: JSON = field(default_factory=lambda: {"type": "commands"})


class World:
    """The state; the two sides (people and bot) act on it."""

    def __init__(
        self,
        bot: BotAccount,
        *,
        started: bool,
        is_group_admin: bool,
        wall_clock: Callable[[], float],
        monotonic: Callable[[], float],
        rng: Random,
        first_message_id: int,
        bot_api: tuple[int, int] = NEWEST,
    ) -> None:
        """``bot_api``: a server of this version; what came later it does not know."""
        self.bot = bot
        self.bot_api = bot_api
        self.is_group_admin = is_group_admin
        self.wall_clock = wall_clock
        self.monotonic = monotonic
        self.rng = rng
        self.changes = Changes()
        self.updates = UpdateQueue(first_id=int(wall_clock()))
        self.files = Files(rng)
        self.profile = BotProfile()
        self.queries: dict[str, TapQuery] = {}
        self.chats: dict[int, Chat] = {}
        self._first_message_id = first_message_id
        for person in PEOPLE.values():
            is_open = started and person.name in FAMILY
            self.add_chat(person.id, "private", person.first_name, (person.name,), is_open=is_open)
        self.add_chat(FAMILY_ID, "group", "Family", FAMILY, is_open=True)

    def add_chat(
        self, chat_id: int, kind: str, title: str, names: Iterable[str], *, is_open: bool
    ) -> Chat:
        """Add a chat."""
        chat = Chat(
            id=chat_id,
            type=kind,
            title=title,
            people=tuple(person_named(name) for name in names),
            is_open=is_open,
            was_opened=is_open,
            last_message_id=self._first_message_id - 1,
        )
        self.chats[chat_id] = chat
        return chat

    def add_message(self, chat: Chat, sender: Person | None, **parts: Any) -> Message:
        """Put a message into a chat."""
        chat.last_message_id += 1
        message = Message(
            chat_id=chat.id,
            message_id=chat.last_message_id,
            sender=sender,
            date=int(self.wall_clock()),
            seq=self.changes.next(),
            **parts,
        )
        chat.messages[message.message_id] = message
        if sender is None:
            chat.action = ""
        return message

    def touch(self, message: Message) -> None:
        """Count a change of a message."""
        message.seq = self.changes.next()

    def delete(self, message: Message) -> None:
        """Delete a message and forget what it said."""
        for media in message.media.values():
            for part in media if isinstance(media, list) else [media]:
                if isinstance(part, dict) and "file_id" in part:
                    self.files.forget(part["file_id"])
        for file_id in files_in(message.rich.get("blocks", [])):
            self.files.forget(file_id)
        chat = self.chats[message.chat_id]
        if chat.pinned == message.message_id:
            chat.pinned = None
        message.forget()
        self.touch(message)

    def announce(self, kind: str, message: Message) -> None:
        """Queue a message for the bot."""
        chat = self.chats[message.chat_id]
        self.updates.add(kind, as_update(message, chat, self.bot))

    def new_query(self) -> tuple[str, TapQuery]:
        """Return id and record of a new tap, and forget those that are too old."""
        now = self.monotonic()
        self.queries = {
            key: query
            for key, query in self.queries.items()
            if now - query.tapped_at < QUERY_LIVES_S
        }
        key = str(self.rng.getrandbits(62))
        query = TapQuery(now, asyncio.get_running_loop().create_future())
        self.queries[key] = query
        return key, query


def person_named(name: str) -> Person:
    """Return a person; raise ``ControlError`` if nobody has that name."""
    if person := PEOPLE.get(name):
        return person
    raise ControlError(f"nobody is called {name!r}; there are {', '.join(PEOPLE)}")
