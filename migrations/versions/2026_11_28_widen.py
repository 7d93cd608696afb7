"""Let people speak through other doors: tokens, paired loudspeakers, a PIN for the voice."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)

revision = "2026_11_28_widen"
down_revision = "2026_11_28_watch"
branch_labels = None
depends_on = None

ID = BigInteger().with_variant(Integer(), "sqlite")
TIME = DateTime(timezone=True)
TABLES = (
    "seen_requests",
    "budgets",
    "pairing_codes",
    "speakers",
    "calls",
    "grants",
    "voice_pins",
)


def _person() -> Column[int]:
    return Column("person_id", ID, primary_key=True, autoincrement=False)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "voice_pins",
        _person(),
        Column("digest", LargeBinary, nullable=False),
        Column("tries_left", Integer, nullable=False),
    )
    _create_grants()
    op.create_table(
        "speakers",
        Column("speaker_digest", String, primary_key=True),
        Column("person_id", ID, nullable=False),
        Column("linked_at", TIME, nullable=False),
    )
    op.create_index("ix_speakers_person_id", "speakers", ["person_id"])
    op.create_table(
        "pairing_codes",
        _person(),
        Column("code_digest", String, nullable=False),
        Column("tries_left", Integer, nullable=False),
        Column("expires_at", TIME, nullable=False),
    )
    op.create_table(
        "budgets",
        Column("name", String, primary_key=True),
        Column("used", Integer, nullable=False),
        Column("since", TIME, nullable=False),
    )
    op.create_table(
        "seen_requests",
        Column("request_digest", String, primary_key=True),
        Column("seen_at", TIME, nullable=False),
    )
    op.create_index("ix_seen_requests_seen_at", "seen_requests", ["seen_at"])


def _create_grants() -> None:
    op.create_table(
        "grants",
        Column("grant_id", ID, primary_key=True),
        Column("kind", String, nullable=False),
        Column("secret_hash", String, nullable=False),
        Column("person_id", ID, nullable=False),
        Column(
            "car_id",
            ID,
            ForeignKey("cars.car_id", ondelete="CASCADE", onupdate="CASCADE"),
            nullable=True,
        ),
        Column("scopes", String, nullable=False),
        Column("label", LargeBinary, nullable=False),
        Column("created_at", TIME, nullable=False),
        Column("last_used_at", TIME),
        Column("revoked_at", TIME),
        UniqueConstraint("secret_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_grants_person_id", "grants", ["person_id"])
    op.create_table(
        "calls",
        Column(
            "grant_id",
            ID,
            ForeignKey("grants.grant_id", ondelete="CASCADE", onupdate="CASCADE"),
            primary_key=True,
            nullable=False,
        ),
        Column("key_digest", String, primary_key=True),
        Column("person_id", ID, nullable=False),
        Column("request_digest", String, nullable=False),
        Column("status", Integer),
        Column("answer", LargeBinary),
        Column("created_at", TIME, nullable=False),
    )
    op.create_index("ix_calls_created_at", "calls", ["created_at"])


def downgrade() -> None:
    """Delete them."""
    for table in TABLES:
        op.drop_table(table)
