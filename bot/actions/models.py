"""The three kinds of rows in the action catalogue."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.actions.exchange import Exchange
from bot.localisation import Wording
from bot.rendering.view import CarView, Sentences
from bot.replies import Button, Reply
from intents.models import SlotValue

Slots = Mapping[str, SlotValue]
FRESH = timedelta(seconds=60)
PART = "part"  # kind of the dialog that waits for a part of a wish


def no_buttons(view: CarView, wording: Wording) -> tuple[Button, ...]:  # noqa: ARG001 -- a row's shape
    """Return no buttons besides the one that refreshes."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Answered from the car's last data while they are fresh, else after one request."""

    render: Callable[[CarView, Wording], Sentences]
    next_steps: Callable[[CarView, Wording], tuple[Button, ...]] = no_buttons
    fresh_for: timedelta = FRESH
    shows_place: bool = False  # a native place follows in private; a group gets a button
    picture: Callable[[Exchange, CarView], Awaitable[bytes | None]] | None = None  # a PNG


@dataclass(frozen=True, slots=True, kw_only=True)
class CarCommand:
    """Sent to the car; the command's name is the intent's, its arguments are the slots."""

    defaults: Slots | None = None  # for slots that people leave out and the command needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Anything that is not about the car's state: bookings, places, accounts, manners."""

    answer: Callable[[Exchange, Slots], Awaitable[tuple[Reply, ...]]]
    needs_car: bool = True
    objection: Callable[[Exchange, Slots], Awaitable[Reply | None]] | None = None
    """What is said instead of asking for a yes: which one is meant, or that there is none."""


Action = Query | CarCommand | Talk
