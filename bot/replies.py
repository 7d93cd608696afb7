"""What goes in and out of a conversation, the same for every door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intents.models import Intent, SlotValue


class Door(StrEnum):
    """Where words come in; a question leaves an open dialog only in the chat."""

    CHAT = "chat"
    CALL = "call"  # a program that holds a person's token: a question is a handle
    SPEAKER = "speaker"  # a loudspeaker in a room: risky wishes need the person's voice PIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something a person said.

    ``text`` may hold a secret: it is never logged. ``intent`` is set when the door has read the
    sentence already (a slash command, a voice platform); then recognition is skipped.
    """

    chat_id: int
    is_group: bool
    chat_title: str = ""
    person_id: int
    first_name: str
    language: str  # the person's language code as the door knows it ("de", "en-GB")
    text: str = ""
    message_id: int = 0
    intent: Intent | None = None
    argument: str = ""  # rest of a slash command; the token of a /start link
    is_addressed: bool = True  # in a group: mentioned, replied to, or a command
    location: tuple[float, float] | None = None  # latitude, longitude, degrees
    place_name: str = ""  # how Telegram's map calls that place
    door: Door = Door.CHAT
    unheard: str = ""  # nothing that the sender said in words: the key of the text that says why
    is_heard: bool = False  # may be misheard: every action asks, and a "yes" confirms nothing
    thread_id: int | None = None  # the topic of a forum, where the answer belongs
    is_edited: bool = False  # the same message as before in other words: may ask, never order


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A tap on an inline button; ``token`` is a random handle of a stored row, nothing else."""

    chat_id: int
    is_group: bool
    person_id: int
    first_name: str
    language: str
    message_id: int
    token: str
    door: Door = Door.CHAT
    pin: str = ""  # said or sent along with a yes; never logged
    thread_id: int | None = None  # the topic of a forum, where the answer belongs


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """An inline button. What it does is stored; the chat only sees a random handle.

    ``action`` is one of the kinds of ``bot/buttons.py``; ``person_id`` limits it to one person
    (a confirmation), ``None`` lets every member with the role press it. ``url`` makes a link.
    """

    text: str
    action: str = ""
    payload: Mapping[str, SlotValue] = field(default_factory=dict)
    person_id: int | None = None
    lives_s: int = 7 * 24 * 3600
    once: bool = True  # a second tap gets the first result
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file to hand out."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A named place, shown as Telegram's native venue."""

    latitude: float  # degrees (WGS 84), as the longitude
    longitude: float
    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuFor:
    """For whom a list of commands is: the highest role that somebody has, and their language."""

    role: str  # stranger, guest, driver, owner
    language: str
    lacks: frozenset[str] = frozenset()  # capabilities that the selected car is known not to have


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingCommand:
    """A command that was journalled and is to be sent while one message tells how it goes."""

    command_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A part of a wish that is missing; the next words may be the answer, with the rest kept."""

    intent: Intent
    wanted: tuple[str, ...]  # slots, of which the answer needs one
    booking_id: int = 0  # the times are for this booking, as another proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer. The door decides how it looks; the words are final."""

    text: str  # Telegram HTML subset: <b> <i> <code>; everything variable is escaped
    buttons: tuple[tuple[Button, ...], ...] = ()
    location: tuple[float, float] | None = None  # sent as a native place after the text
    venue: Venue | None = None  # a native place with a name; without a text it has the buttons
    document: Document | None = None  # sent after the text
    picture: bytes | None = None  # a PNG; the text becomes its caption, or follows if it is long
    edit: bool = False  # after a tap: edit the tapped message instead of sending a new one
    toast: str = ""  # short answer to a tap, shown over the chat
    is_alert: bool = False  # the toast needs an OK
    delete_message_ids: tuple[int, ...] = ()  # messages with secrets, deleted first
    command: PendingCommand | None = None  # run it, editing this message
    to_chat_id: int | None = None  # default: the chat that asked
    only_for: int | None = None  # in a group: for this person alone, see ``Exchange.aside``
    when_aside: "Reply | None" = None  # said in the group if the answer went to a private chat
    when_closed: "Reply | None" = None  # said in the group if there is no private chat either
    is_understood: bool = True  # False: nobody knows what was meant
    is_question: bool = False  # waits for one of its buttons; a voice keeps listening
    asks: Question | None = None  # answered by words in the chat
    is_quiet: bool = False  # shown without a sound
    topic_id: int | None = None  # of a forum, where the door shows it
    menu: "MenuFor | None" = None  # what the private chat's list of commands fits now
    silent: bool = False  # no answer at all (an unaddressed sentence in a group)
    keyboard: tuple[tuple[str, ...], ...] = ()  # reply keyboard below the input, if any
