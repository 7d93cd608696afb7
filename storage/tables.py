"""All tables; a change here needs a file in ``migrations/versions``.

Columns of type ``LargeBinary`` are sealed with the data key of the row's chat, see
``storage/sealed.py``. Rows of a chat follow its id (a group becomes a supergroup) and go with it.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    false,
    text,
)

from storage import answer_tables, door_tables, family_tables  # noqa: F401 -- belong to the metadata
from storage.columns import CARS, CHATS, COUNTED
from storage.columns import belonging_to as _of
from storage.columns import metadata as metadata
from storage.types import Id, UtcDateTime

data_keys = Table(
    "data_keys",
    metadata,
    Column("chat_id", Id, primary_key=True, autoincrement=False),  # 0: the bot's own
    Column("key_id", String, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("name", LargeBinary, nullable=False),
    Column("language_code", String),  # as the door reports it
    Column("language", String),  # as chosen
    Column("timezone", String, nullable=False),
    Column("units", String, nullable=False),
    Column("hears_answers", Boolean, nullable=False, server_default=false()),
    Column("seen_at", UtcDateTime, nullable=False),
)

pins = Table(
    "pins",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("digest", LargeBinary, nullable=False),
    Column("tries_left", Integer, nullable=False),
)

chats = Table(
    "chats",
    metadata,
    Column("chat_id", Id, primary_key=True, autoincrement=False),
    Column("is_group", Boolean, nullable=False),
    Column("title", LargeBinary, nullable=False),
    Column("language_code", String),
    Column("language", String),
    Column("timezone", String),
    Column("selected_car_id", Id),
    Column("paused_reason", String),
    Column("seen_at", UtcDateTime, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("account_id", Id, primary_key=True),
    _of(CHATS),
    Column("region", String, nullable=False),
    Column("needs_login", Boolean, nullable=False),
    Column("tokens", LargeBinary),
    Column("quiet_until", UtcDateTime),
    Column("quiet_window_s", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("chat_id", "region"),
    **COUNTED,
)

login_pauses = Table(
    "login_pauses",
    metadata,
    Column("region", String, primary_key=True),
    Column("email_digest", String, primary_key=True),
    Column("quiet_until", UtcDateTime),
    Column("window_s", Integer, nullable=False),
)

# Set by what the cloud answers, see ``smartcloud.governor``; no account is named.
cloud_pauses = Table(
    "cloud_pauses",
    metadata,
    Column("scope", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("quiet_until", UtcDateTime, nullable=False),
    Column("window_s", Integer, nullable=False),
)

cars = Table(
    "cars",
    metadata,
    Column("car_id", Id, primary_key=True),
    _of("accounts.account_id"),
    _of(CHATS),
    Column("region", String, nullable=False),
    Column("vin_digest", String, nullable=False),
    Column("vehicle", LargeBinary, nullable=False),
    Column("name", LargeBinary),
    Column("status", LargeBinary),
    Column("updated_at", UtcDateTime),  # the car's own time of the status
    Column("charge_limit", LargeBinary),
    Column("rule_states", LargeBinary),
    Column("detached_at", UtcDateTime),  # no longer in the account's list
    UniqueConstraint("account_id", "vin_digest"),
    Index(None, "chat_id"),
    **COUNTED,
)

# Apart from the car: a poll that brings nothing new must not write the long sealed values again.
polls = Table(
    "polls",
    metadata,
    _of(CARS, primary_key=True),
    Column("next_poll_at", UtcDateTime, nullable=False),
    Column("wanted_at", UtcDateTime),  # somebody waits: a poll that began earlier does not count
    Column("next_sharing_at", UtcDateTime),
    Column("next_care_at", UtcDateTime),  # software and faults
    Column("next_status_at", UtcDateTime),  # a round before it is for the other clocks
    Column("awaited_until", UtcDateTime),  # somebody waits for a request on Smart's platform
    Column("failures", Integer, nullable=False),
    Column("last_error", String),
    Column("lease", String),
    Column("leased_until", UtcDateTime),
    Index(None, "next_poll_at"),
)

members = Table(
    "members",
    metadata,
    Column("person_id", Id, primary_key=True, autoincrement=False),
    _of(CARS, primary_key=True),
    Column("role", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("booking_id", Id),  # of a guest, whose rights begin and end with it
    Index(None, "car_id"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("token_hash", String, primary_key=True),
    _of(CARS),
    Column("role", Integer, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("created_by", Id, nullable=False),
    Column("taken_by", Id),
    Column("taken_at", UtcDateTime),
    Column("booking_id", Id),  # what a guest is invited to
    Column("label", LargeBinary),  # for whom it is meant
)

car_links = Table(
    "car_links",
    metadata,
    _of(CHATS, primary_key=True),
    _of(CARS, primary_key=True),
    Index(None, "car_id"),
)

alert_settings = Table(
    "alert_settings",
    metadata,
    _of(CHATS, primary_key=True),
    Column("settings", String, nullable=False),  # JSON
)

mutes = Table(
    "mutes",
    metadata,
    _of(CHATS, primary_key=True),
    _of(CARS, primary_key=True),
    Column("rule", String, primary_key=True),  # "": every rule
    Column("until", UtcDateTime, nullable=False),
)

reminders = Table(
    "reminders",
    metadata,
    _of(CHATS, primary_key=True),
    _of(CARS, primary_key=True),
    Column("rule", String, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "car_id"),
)

# What the car said, as far as it was news: "what would have alerted last week?"
frames = Table(
    "frames",
    metadata,
    _of(CARS, primary_key=True),
    Column("at", UtcDateTime, primary_key=True),  # the car's own time
    _of(CHATS),
    Column("frame", LargeBinary, nullable=False),
    Index(None, "at"),
)

# One cloud that is down for many is told once to everybody.
outages = Table(
    "outages",
    metadata,
    Column("region", String, primary_key=True),
    Column("since", UtcDateTime, nullable=False),
)

geofences = Table(
    "geofences",
    metadata,
    Column("geofence_id", Id, primary_key=True),
    _of(CHATS),
    _of(CARS),
    Column("name_digest", String, nullable=False),
    Column("place", LargeBinary, nullable=False),
    UniqueConstraint("car_id", "name_digest"),
    **COUNTED,
)

episodes = Table(
    "episodes",
    metadata,
    Column("episode_id", Id, primary_key=True),
    _of(CARS),
    Column("rule", String, nullable=False),
    Column("key", String, nullable=False),
    Column("episode", String, nullable=False),
    Column("urgency", String, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    UniqueConstraint("car_id", "rule", "key", "episode"),
    Index(
        "ix_episodes_open",
        "car_id",
        "rule",
        "key",
        unique=True,
        sqlite_where=text("closed_at IS NULL"),
    ),
    **COUNTED,
)

outbox = Table(
    "outbox",
    metadata,
    Column("delivery_id", Id, primary_key=True),
    _of(CHATS),
    _of(CARS, nullable=True),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False),
    Column("identity", String, nullable=False),  # kind, car, key, episode and change
    Column("change", String, nullable=False),
    Column("urgency", Integer, nullable=False),  # 0 is the most urgent
    Column("at", UtcDateTime, nullable=False),
    Column("details", LargeBinary, nullable=False),
    Column("owed_since", UtcDateTime, nullable=False),
    Column("state", String, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("is_repeat", Boolean, nullable=False),
    Column("lease", String),
    Column("leased_until", UtcDateTime),
    Column("opening_id", Id),  # the delivery that told of the episode's beginning
    Column("edits", Id),
    Column("message_id", Id),
    Column("reason", String),
    UniqueConstraint("chat_id", "identity"),
    Index(
        "ix_outbox_due",
        "urgency",
        "due_at",
        sqlite_where=text("state IN ('pending', 'sending')"),
    ),
    Index(None, "kind", "key"),
    Index(None, "opening_id"),
    **COUNTED,
)

buttons = Table(
    "buttons",
    metadata,
    Column("token", String, primary_key=True),
    _of(CHATS),
    Column("message_id", Id),
    Column("action", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("person_id", Id),
    Column("once", Boolean, nullable=False),
    Column("group_name", String),  # buttons that expire together
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    Column("used_by", Id),
    Column("result", LargeBinary),
    Index(None, "group_name"),
    Index(None, "expires_at"),
)

commands = Table(
    "commands",
    metadata,
    Column("command_id", Id, primary_key=True),
    _of(CARS),
    _of(CHATS),
    Column("person_id", Id, nullable=False),
    Column("key", String, nullable=False, unique=True),  # one press, one command
    Column("command", String, nullable=False),
    Column("arguments", LargeBinary, nullable=False),
    Column("state", String, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("baseline_at", UtcDateTime),
    Column("message_id", Id),
    Column("reason", String),
    Index(
        "ix_commands_open",
        "car_id",
        sqlite_where=text("state IN ('sending', 'accepted')"),
    ),
    **COUNTED,
)

bookings = Table(
    "bookings",
    metadata,
    Column("booking_id", Id, primary_key=True),
    _of(CARS),
    Column("person_id", Id, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False),
    Column("state", String, nullable=False),
    Column("decided_by", Id),
    Column("decided_at", UtcDateTime),
    Column("version", Integer, nullable=False),
    Index(None, "car_id", "starts_at"),
    Column("changed_at", UtcDateTime),
    Column("details", LargeBinary),  # destination, distance, note
    Column("is_whole_day", Boolean, nullable=False, server_default=false()),
    Column("is_urgent", Boolean, nullable=False, server_default=false()),
    Column("series_id", Id),
    Column("sharing_id", String),
    Column("proposed_by", Id),
    Column("proposed_starts_at", UtcDateTime),
    Column("proposed_ends_at", UtcDateTime),
    Index(None, "series_id"),
    Index(None, "sharing_id"),
    **COUNTED,
)

# What a booking was after each move: for "undo", and for who wants to know how it came to be.
booking_moves = Table(
    "booking_moves",
    metadata,
    _of("bookings.booking_id", primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("verb", String, nullable=False),
    Column("person_id", Id),  # None: the clock
    Column("at", UtcDateTime, nullable=False),
    Column("state", String, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False),
    Column("decided_by", Id),
    Column("decided_at", UtcDateTime),
)

dialogs = Table(
    "dialogs",
    metadata,
    _of(CHATS, primary_key=True),
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
)

turns = Table(
    "turns",
    metadata,
    _of(CHATS, primary_key=True),
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("turn", LargeBinary, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", Id, primary_key=True, autoincrement=False),
    Column("body", LargeBinary),  # None: handled
    Column("received_at", UtcDateTime, nullable=False),
    Column("lease", String),
    Column("leased_until", UtcDateTime),
    Index(
        "ix_inbox_open",
        "update_id",
        sqlite_where=text("body IS NOT NULL"),
    ),
)

request_counts = Table(
    "request_counts",
    metadata,
    _of("accounts.account_id", primary_key=True),
    Column("day", Date, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("number", Integer, nullable=False),
)


def declare_for_postgresql() -> None:
    """Let its partial indexes be partial too; to say so above would load its dialect everywhere."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if (where := index.dialect_options["sqlite"]["where"]) is not None:
                index.dialect_kwargs["postgresql_where"] = where
