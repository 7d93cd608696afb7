"""Keep how far Smart's platform has followed bookings, and the Smart accounts of a family."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
)

revision = "2026_11_28_lend"
down_revision = "2026_11_28_speak"
branch_labels = None
depends_on = None

ID = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "lendings",
        Column("booking_id", ID, nullable=False),
        Column("followed_version", Integer, nullable=False),
        Column("failures", Integer, nullable=False),
        Column("next_at", DateTime(timezone=True), nullable=False),
        PrimaryKeyConstraint("booking_id", name="pk_lendings"),
        ForeignKeyConstraint(
            ["booking_id"],
            ["bookings.booking_id"],
            name="fk_lendings_booking_id",
            ondelete="CASCADE",
            onupdate="CASCADE",
        ),
    )
    op.create_index("ix_lendings_next_at", "lendings", ["next_at"])
    op.create_table(
        "smart_accounts",
        Column("car_id", ID, nullable=False),
        Column("person_id", ID, nullable=False, autoincrement=False),
        Column("address", LargeBinary, nullable=False),
        PrimaryKeyConstraint("car_id", "person_id", name="pk_smart_accounts"),
        ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name="fk_smart_accounts_car_id",
            ondelete="CASCADE",
            onupdate="CASCADE",
        ),
    )


def downgrade() -> None:
    """Delete the tables."""
    op.drop_table("smart_accounts")
    op.drop_table("lendings")
