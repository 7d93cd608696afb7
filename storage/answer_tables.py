"""Tables of what answers keep: prices, pinned cards, and goals; part of ``tables.py``."""

from sqlalchemy import Column, Float, Index, String, Table

from storage.columns import CARS, CHATS, COUNTED, metadata
from storage.columns import belonging_to as _of
from storage.types import Id, UtcDateTime

energy_prices = Table(
    "energy_prices",
    metadata,
    _of(CARS, primary_key=True),
    Column("per_kwh", Float, nullable=False),
    Column("currency", String, nullable=False),
)

# One pinned message a chat that is edited as the car changes.
live_cards = Table(
    "live_cards",
    metadata,
    _of(CHATS, primary_key=True),
    _of(CARS),
    Column("message_id", Id),  # None: not sent yet
    Column("digest", String, nullable=False),  # of what it shows; an equal one is not sent again
    Column("next_at", UtcDateTime, nullable=False),
    Index(None, "next_at"),
)

# "80 % by six": looked at when it is due, and told once.
goals = Table(
    "goals",
    metadata,
    Column("goal_id", Id, primary_key=True),
    _of(CHATS),
    _of(CARS),
    Column("person_id", Id, nullable=False),
    Column("kind", String, nullable=False),
    Column("target", Float, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("told_at", UtcDateTime),
    # Time of the frame without a cable: a newer one with it begins the charge. None: does not wait.
    Column("waits_since", UtcDateTime),
    Index(None, "due_at"),
    **COUNTED,
)
