"""Let a family arrange itself: young drivers, guests of a booking, and what a booking is for."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    false,
)

revision = "2026_11_28_arrange"
down_revision = "2026_11_28_widen"
branch_labels = None
depends_on = None

ID = BigInteger().with_variant(Integer(), "sqlite")
INSTANT = DateTime(timezone=True)


def upgrade() -> None:
    """Make room for the young driver between guest and driver, and for what bookings are."""
    op.execute("UPDATE members SET role = role + 1 WHERE role >= 2")
    op.execute("UPDATE invitations SET role = role + 1 WHERE role >= 2")
    op.add_column("members", Column("booking_id", ID))
    op.add_column("invitations", Column("booking_id", ID))
    op.add_column("invitations", Column("label", LargeBinary))
    for column in (
        Column("changed_at", INSTANT),
        Column("details", LargeBinary),
        Column("is_whole_day", Boolean, nullable=False, server_default=false()),
        Column("is_urgent", Boolean, nullable=False, server_default=false()),
        Column("series_id", ID),
        Column("sharing_id", String),
        Column("proposed_by", ID),
        Column("proposed_starts_at", INSTANT),
        Column("proposed_ends_at", INSTANT),
    ):
        op.add_column("bookings", column)
    op.create_index("ix_bookings_series_id", "bookings", ["series_id"])
    op.create_index("ix_bookings_sharing_id", "bookings", ["sharing_id"])
    op.create_table(
        "booking_moves",
        Column("booking_id", ID, nullable=False),
        Column("version", Integer, autoincrement=False, nullable=False),
        Column("verb", String, nullable=False),
        Column("person_id", ID),
        Column("at", INSTANT, nullable=False),
        Column("state", String, nullable=False),
        Column("starts_at", INSTANT, nullable=False),
        Column("ends_at", INSTANT, nullable=False),
        Column("decided_by", ID),
        Column("decided_at", INSTANT),
        PrimaryKeyConstraint("booking_id", "version", name="pk_booking_moves"),
        ForeignKeyConstraint(
            ["booking_id"],
            ["bookings.booking_id"],
            name="fk_booking_moves_booking_id",
            ondelete="CASCADE",
            onupdate="CASCADE",
        ),
    )


def downgrade() -> None:
    """Take it back; a young driver becomes a guest."""
    op.drop_table("booking_moves")
    for name in ("sharing_id", "series_id"):
        op.drop_index(f"ix_bookings_{name}", "bookings")
    for name in (
        "proposed_ends_at",
        "proposed_starts_at",
        "proposed_by",
        "sharing_id",
        "series_id",
        "is_urgent",
        "is_whole_day",
        "details",
        "changed_at",
    ):
        op.drop_column("bookings", name)
    op.drop_column("invitations", "label")
    op.drop_column("invitations", "booking_id")
    op.drop_column("members", "booking_id")
    op.execute("UPDATE members SET role = role - 1 WHERE role >= 2")
    op.execute("UPDATE invitations SET role = role - 1 WHERE role >= 2")
