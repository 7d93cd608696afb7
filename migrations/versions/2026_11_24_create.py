"""Create all tables: a copy of ``storage/tables.py`` as it was on this day, which never changes."""

from typing import Any

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

revision = "2026_11_24_create"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables."""
    metadata.create_all(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    """Delete all tables."""
    metadata.drop_all(op.get_bind(), checkfirst=False)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CHATS = "chats.chat_id"
CARS = "cars.car_id"
COUNTED: dict[str, Any] = {"sqlite_autoincrement": True}
ID = BigInteger().with_variant(Integer(), "sqlite")
INSTANT = DateTime(timezone=True)


def _of(target: str, **options: Any) -> Column[int]:
    link = ForeignKey(target, ondelete="CASCADE", onupdate="CASCADE")
    return Column(target.partition(".")[2], ID, link, **{"nullable": False, **options})


Table(
    "data_keys",
    metadata,
    Column("chat_id", ID, primary_key=True, autoincrement=False),
    Column("key_id", String, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

Table(
    "people",
    metadata,
    Column("person_id", ID, primary_key=True, autoincrement=False),
    Column("name", LargeBinary, nullable=False),
    Column("language_code", String),
    Column("language", String),
    Column("timezone", String, nullable=False),
    Column("units", String, nullable=False),
    Column("seen_at", INSTANT, nullable=False),
)

Table(
    "chats",
    metadata,
    Column("chat_id", ID, primary_key=True, autoincrement=False),
    Column("is_group", Boolean, nullable=False),
    Column("title", LargeBinary, nullable=False),
    Column("language_code", String),
    Column("language", String),
    Column("timezone", String),
    Column("selected_car_id", ID),
    Column("paused_reason", String),
    Column("seen_at", INSTANT, nullable=False),
)

Table(
    "accounts",
    metadata,
    Column("account_id", ID, primary_key=True),
    _of(CHATS),
    Column("region", String, nullable=False),
    Column("needs_login", Boolean, nullable=False),
    Column("tokens", LargeBinary),
    Column("quiet_until", INSTANT),
    Column("quiet_window_s", Integer, nullable=False),
    Column("created_at", INSTANT, nullable=False),
    UniqueConstraint("chat_id", "region"),
    **COUNTED,
)

Table(
    "login_pauses",
    metadata,
    Column("region", String, primary_key=True),
    Column("email_digest", String, primary_key=True),
    Column("quiet_until", INSTANT),
    Column("window_s", Integer, nullable=False),
)

Table(
    "cars",
    metadata,
    Column("car_id", ID, primary_key=True),
    _of("accounts.account_id"),
    _of(CHATS),
    Column("region", String, nullable=False),
    Column("vin_digest", String, nullable=False),
    Column("vehicle", LargeBinary, nullable=False),
    Column("name", LargeBinary),
    Column("status", LargeBinary),
    Column("updated_at", INSTANT),
    Column("charge_limit", LargeBinary),
    Column("rule_states", LargeBinary),
    Column("detached_at", INSTANT),
    UniqueConstraint("account_id", "vin_digest"),
    Index(None, "chat_id"),
    **COUNTED,
)

Table(
    "polls",
    metadata,
    _of(CARS, primary_key=True),
    Column("next_poll_at", INSTANT, nullable=False),
    Column("wanted_at", INSTANT),
    Column("next_sharing_at", INSTANT),
    Column("failures", Integer, nullable=False),
    Column("last_error", String),
    Column("lease", String),
    Column("leased_until", INSTANT),
    Index(None, "next_poll_at"),
)

Table(
    "members",
    metadata,
    Column("person_id", ID, primary_key=True, autoincrement=False),
    _of(CARS, primary_key=True),
    Column("role", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("expires_at", INSTANT),
    Index(None, "car_id"),
)

Table(
    "invitations",
    metadata,
    Column("token_hash", String, primary_key=True),
    _of(CARS),
    Column("role", Integer, nullable=False),
    Column("expires_at", INSTANT, nullable=False),
    Column("created_by", ID, nullable=False),
    Column("taken_by", ID),
    Column("taken_at", INSTANT),
)

Table(
    "car_links",
    metadata,
    _of(CHATS, primary_key=True),
    _of(CARS, primary_key=True),
    Index(None, "car_id"),
)

Table(
    "alert_settings",
    metadata,
    _of(CHATS, primary_key=True),
    Column("settings", String, nullable=False),
)

Table(
    "mutes",
    metadata,
    _of(CHATS, primary_key=True),
    _of(CARS, primary_key=True),
    Column("rule", String, primary_key=True),
    Column("until", INSTANT, nullable=False),
)

Table(
    "geofences",
    metadata,
    Column("geofence_id", ID, primary_key=True),
    _of(CHATS),
    _of(CARS),
    Column("name_digest", String, nullable=False),
    Column("place", LargeBinary, nullable=False),
    UniqueConstraint("car_id", "name_digest"),
    **COUNTED,
)

Table(
    "episodes",
    metadata,
    Column("episode_id", ID, primary_key=True),
    _of(CARS),
    Column("rule", String, nullable=False),
    Column("key", String, nullable=False),
    Column("episode", String, nullable=False),
    Column("urgency", String, nullable=False),
    Column("opened_at", INSTANT, nullable=False),
    Column("closed_at", INSTANT),
    UniqueConstraint("car_id", "rule", "key", "episode"),
    Index(
        "ix_episodes_open",
        "car_id",
        "rule",
        "key",
        unique=True,
        sqlite_where=text("closed_at IS NULL"),
        postgresql_where=text("closed_at IS NULL"),
    ),
    **COUNTED,
)

Table(
    "outbox",
    metadata,
    Column("delivery_id", ID, primary_key=True),
    _of(CHATS),
    _of(CARS, nullable=True),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False),
    Column("identity", String, nullable=False),
    Column("change", String, nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("details", LargeBinary, nullable=False),
    Column("owed_since", INSTANT, nullable=False),
    Column("state", String, nullable=False),
    Column("due_at", INSTANT, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("is_repeat", Boolean, nullable=False),
    Column("lease", String),
    Column("leased_until", INSTANT),
    Column("opening_id", ID),
    Column("edits", ID),
    Column("message_id", ID),
    Column("reason", String),
    UniqueConstraint("chat_id", "identity"),
    Index(
        "ix_outbox_due",
        "urgency",
        "due_at",
        sqlite_where=text("state IN ('pending', 'sending')"),
        postgresql_where=text("state IN ('pending', 'sending')"),
    ),
    Index(None, "kind", "key"),
    Index(None, "opening_id"),
    **COUNTED,
)

Table(
    "buttons",
    metadata,
    Column("token", String, primary_key=True),
    _of(CHATS),
    Column("message_id", ID),
    Column("action", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("person_id", ID),
    Column("once", Boolean, nullable=False),
    Column("group_name", String),
    Column("created_at", INSTANT, nullable=False),
    Column("expires_at", INSTANT, nullable=False),
    Column("used_at", INSTANT),
    Column("used_by", ID),
    Column("result", LargeBinary),
    Index(None, "group_name"),
    Index(None, "expires_at"),
)

Table(
    "commands",
    metadata,
    Column("command_id", ID, primary_key=True),
    _of(CARS),
    _of(CHATS),
    Column("person_id", ID, nullable=False),
    Column("key", String, nullable=False, unique=True),
    Column("command", String, nullable=False),
    Column("arguments", LargeBinary, nullable=False),
    Column("state", String, nullable=False),
    Column("created_at", INSTANT, nullable=False),
    Column("sent_at", INSTANT),
    Column("baseline_at", INSTANT),
    Column("message_id", ID),
    Column("reason", String),
    Index(
        "ix_commands_open",
        "car_id",
        sqlite_where=text("state IN ('sending', 'accepted')"),
        postgresql_where=text("state IN ('sending', 'accepted')"),
    ),
    **COUNTED,
)

Table(
    "bookings",
    metadata,
    Column("booking_id", ID, primary_key=True),
    _of(CARS),
    Column("person_id", ID, nullable=False),
    Column("starts_at", INSTANT, nullable=False),
    Column("ends_at", INSTANT, nullable=False),
    Column("state", String, nullable=False),
    Column("decided_by", ID),
    Column("decided_at", INSTANT),
    Column("version", Integer, nullable=False),
    Index(None, "car_id", "starts_at"),
    **COUNTED,
)

Table(
    "dialogs",
    metadata,
    _of(CHATS, primary_key=True),
    Column("person_id", ID, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("expires_at", INSTANT, nullable=False),
)

Table(
    "turns",
    metadata,
    _of(CHATS, primary_key=True),
    Column("person_id", ID, primary_key=True, autoincrement=False),
    Column("turn", LargeBinary, nullable=False),
    Column("at", INSTANT, nullable=False),
)

Table(
    "inbox",
    metadata,
    Column("update_id", ID, primary_key=True, autoincrement=False),
    Column("body", LargeBinary),
    Column("received_at", INSTANT, nullable=False),
    Column("lease", String),
    Column("leased_until", INSTANT),
    Index(
        "ix_inbox_open",
        "update_id",
        sqlite_where=text("body IS NOT NULL"),
        postgresql_where=text("body IS NOT NULL"),
    ),
)

Table(
    "request_counts",
    metadata,
    _of("accounts.account_id", primary_key=True),
    Column("day", Date, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("number", Integer, nullable=False),
)
