"""What goes in and out of ``/v1/say`` and ``/v1/confirm``; the description is made of these."""

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

Pin = Annotated[str, Meta(pattern="^[0-9]{4,8}$", description="If the question needs it.")]
Language = Literal["en", "de", "fr", "es", "it"]


class Say(Struct, kw_only=True, forbid_unknown_fields=True):
    """Something said to the car's companion."""

    text: Annotated[
        str, Meta(min_length=1, max_length=1000, description="What a person would say.")
    ]
    language: Annotated[
        Language | UnsetType, Meta(description="Default: the language chosen in the chat.")
    ] = UNSET
    confirm: Annotated[
        bool,
        Meta(
            description="True: the caller is sure of the words, an action needs no second yes. "
            "Risky ones (unlock, open) are asked back all the same."
        ),
    ] = False


class Confirm(Struct, kw_only=True, forbid_unknown_fields=True):
    """The use of a handle that an answer brought."""

    handle: Annotated[str, Meta(min_length=1, max_length=64, pattern="^[A-Za-z0-9_-]+$")]
    pin: Pin | UnsetType = UNSET
    language: Language | UnsetType = UNSET


class Choice(Struct, kw_only=True):
    """Something that may have been meant; its handle goes to ``/v1/confirm``."""

    label: str
    handle: str


class Question(Struct, kw_only=True):
    """What has to be confirmed: post one of the handles within so many seconds."""

    yes: str
    no: str
    needs_pin: bool
    expires_in_s: int


class Place(Struct, kw_only=True):
    """A place on earth, in degrees."""

    latitude: float
    longitude: float


class Answer(Struct, kw_only=True, omit_defaults=True):
    """What the companion says."""

    state: Annotated[
        Literal["answered", "question", "done", "asked"],
        Meta(
            description="answered; question: nothing was done yet; done: a command has ended; "
            "asked: it runs, and its outcome comes in the chat."
        ),
    ]
    text: Annotated[str, Meta(description="For a screen; lines end with a newline.")]
    speech: Annotated[str, Meta(description="For the ear.")]
    understood: Annotated[bool, Meta(description="False: nobody knows what was meant.")] = True
    question: Question | None = None
    choices: list[Choice] = []
    place: Place | None = None


class Problem(Struct, kw_only=True, omit_defaults=True):
    """What is wrong: a word for programs, a sentence for people."""

    code: str
    message: str
    retry_after_s: int | None = None


class Failure(Struct, kw_only=True):
    """An answer that is not 200."""

    error: Problem


SHAPES = (Say, Confirm, Answer, Failure)


def encode(value: Struct) -> bytes:
    """Return the JSON of an answer."""
    return msgspec.json.encode(value)
