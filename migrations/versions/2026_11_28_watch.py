"""Keep what cars said, what people want to be reminded of, and the slow clocks of the poll."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    String,
)

revision = "2026_11_28_watch"
down_revision = "2026_11_24_protect"
branch_labels = None
depends_on = None

INSTANT = DateTime(timezone=True)
_ID = BigInteger().with_variant(Integer(), "sqlite")
CLOCKS = ("next_care_at", "next_status_at", "awaited_until")
TABLES = ("outages", "frames", "reminders")


def upgrade() -> None:
    """Create the tables and the clocks."""
    for name in CLOCKS:
        op.add_column("polls", Column(name, INSTANT))
    op.create_table(
        "reminders",
        _id("chat_id"),
        _id("car_id"),
        Column("rule", String, primary_key=True),
        Column("at", INSTANT, nullable=False),
        _of("reminders", "chat_id"),
        _of("reminders", "car_id"),
    )
    op.create_index("ix_reminders_car_id", "reminders", ["car_id"])
    op.create_table(
        "frames",
        _id("car_id"),
        Column("at", INSTANT, primary_key=True),
        Column("chat_id", _ID, nullable=False),
        Column("frame", LargeBinary, nullable=False),
        _of("frames", "car_id"),
        _of("frames", "chat_id"),
    )
    op.create_index("ix_frames_at", "frames", ["at"])
    op.create_table(
        "outages",
        Column("region", String, primary_key=True),
        Column("since", INSTANT, nullable=False),
    )


def downgrade() -> None:
    """Delete them."""
    for name in TABLES:
        op.drop_table(name)
    for name in CLOCKS:
        op.drop_column("polls", name)


def _id(name: str) -> Column[int]:
    return Column(name, _ID, primary_key=True, nullable=False)


def _of(table: str, column: str) -> ForeignKeyConstraint:
    target = {"chat_id": "chats.chat_id", "car_id": "cars.car_id"}[column]
    return ForeignKeyConstraint(
        [column],
        [target],
        name=f"fk_{table}_{column}",
        ondelete="CASCADE",
        onupdate="CASCADE",
    )
