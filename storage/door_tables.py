"""Tables of the doors besides Telegram: tokens, calendars, loudspeakers; part of ``tables.py``."""

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table

from storage.columns import CARS, COUNTED, metadata
from storage.columns import belonging_to as _of
from storage.types import Id, UtcDateTime

voice_pins = Table(
    "voice_pins",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("digest", LargeBinary, nullable=False),
    Column("tries_left", Integer, nullable=False),
)

# What opens a door for its holder: a bearer token, the address of a calendar.
grants = Table(
    "grants",
    metadata,
    Column("grant_id", Id, primary_key=True),
    Column("kind", String, nullable=False),
    Column("secret_hash", String, nullable=False, unique=True),
    Column("person_id", Id, nullable=False),
    _of(CARS, nullable=True),  # None: whatever the person may see or do
    Column("scopes", String, nullable=False),  # words
    Column("label", LargeBinary, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_used_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    Index(None, "person_id"),
    **COUNTED,
)

# First answers to calls that name an idempotency key.
calls = Table(
    "calls",
    metadata,
    _of("grants.grant_id", primary_key=True),
    Column("key_digest", String, primary_key=True),
    Column("person_id", Id, nullable=False),
    Column("request_digest", String, nullable=False),
    Column("status", Integer),  # None: not answered yet
    Column("answer", LargeBinary),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "created_at"),
)

# Whose voice a loudspeaker's account stands for.
speakers = Table(
    "speakers",
    metadata,
    Column("speaker_digest", String, primary_key=True),
    Column("person_id", Id, nullable=False),
    Column("linked_at", UtcDateTime, nullable=False),
    Index(None, "person_id"),
)

pairing_codes = Table(
    "pairing_codes",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("code_digest", String, nullable=False),
    Column("tries_left", Integer, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
)

budgets = Table(
    "budgets",
    metadata,
    Column("name", String, primary_key=True),
    Column("used", Integer, nullable=False),
    Column("since", UtcDateTime, nullable=False),
)

seen_requests = Table(
    "seen_requests",
    metadata,
    Column("request_digest", String, primary_key=True),
    Column("seen_at", UtcDateTime, nullable=False),
    Index(None, "seen_at"),
)
