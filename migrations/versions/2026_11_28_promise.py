"""Keep prices, pinned cards, and goals whose outcome is told later."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Float,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    String,
)

revision = "2026_11_28_promise"
down_revision = "2026_11_28_hand_over"
branch_labels = None
depends_on = None

ID = BigInteger().with_variant(Integer(), "sqlite")
INSTANT = DateTime(timezone=True)


def _of(table: str, target: str) -> ForeignKeyConstraint:
    column = target.partition(".")[2]
    return ForeignKeyConstraint(
        [column],
        [target],
        name=f"fk_{table}_{column}",
        ondelete="CASCADE",
        onupdate="CASCADE",
    )


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "energy_prices",
        Column("car_id", ID, nullable=False),
        Column("per_kwh", Float, nullable=False),
        Column("currency", String, nullable=False),
        PrimaryKeyConstraint("car_id", name="pk_energy_prices"),
        _of("energy_prices", "cars.car_id"),
    )
    op.create_table(
        "live_cards",
        Column("chat_id", ID, nullable=False),
        Column("car_id", ID, nullable=False),
        Column("message_id", ID),
        Column("digest", String, nullable=False),
        Column("next_at", INSTANT, nullable=False),
        PrimaryKeyConstraint("chat_id", name="pk_live_cards"),
        _of("live_cards", "chats.chat_id"),
        _of("live_cards", "cars.car_id"),
    )
    op.create_index("ix_live_cards_next_at", "live_cards", ["next_at"])
    op.create_table(
        "goals",
        Column("goal_id", ID, nullable=False),
        Column("chat_id", ID, nullable=False),
        Column("car_id", ID, nullable=False),
        Column("person_id", ID, nullable=False),
        Column("kind", String, nullable=False),
        Column("target", Float, nullable=False),
        Column("due_at", INSTANT, nullable=False),
        Column("told_at", INSTANT),
        PrimaryKeyConstraint("goal_id", name="pk_goals"),
        _of("goals", "chats.chat_id"),
        _of("goals", "cars.car_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_goals_due_at", "goals", ["due_at"])


def downgrade() -> None:
    """Delete the tables."""
    for name in ("goals", "live_cards", "energy_prices"):
        op.drop_table(name)
