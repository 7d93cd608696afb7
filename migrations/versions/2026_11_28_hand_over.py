"""Keep how cars are handed over, who drove, and the foreign calendars that say when one is busy."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
)

revision = "2026_11_28_hand_over"
down_revision = "2026_11_28_arrange"
branch_labels = None
depends_on = None

ID = BigInteger().with_variant(Integer(), "sqlite")
INSTANT = DateTime(timezone=True)
TABLES = ("trip_drivers", "handovers", "busy_times", "imported_calendars")


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
        "imported_calendars",
        Column("calendar_id", ID, nullable=False),
        Column("car_id", ID, nullable=False),
        Column("person_id", ID, nullable=False),
        Column("address_digest", String, nullable=False),
        Column("address", LargeBinary, nullable=False),
        Column("next_at", INSTANT, nullable=False),
        Column("read_at", INSTANT),
        Column("failures", Integer, nullable=False),
        PrimaryKeyConstraint("calendar_id", name="pk_imported_calendars"),
        UniqueConstraint(
            "car_id", "address_digest", name="uq_imported_calendars_car_id_address_digest"
        ),
        _of("imported_calendars", "cars.car_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_imported_calendars_next_at", "imported_calendars", ["next_at"])
    op.create_table(
        "busy_times",
        Column("calendar_id", ID, nullable=False),
        Column("starts_at", INSTANT, nullable=False),
        Column("ends_at", INSTANT, nullable=False),
        PrimaryKeyConstraint("calendar_id", "starts_at", name="pk_busy_times"),
        _of("busy_times", "imported_calendars.calendar_id"),
    )
    op.create_table(
        "handovers",
        Column("booking_id", ID, nullable=False),
        Column("car_id", ID, nullable=False),
        Column("person_id", ID, nullable=False),
        Column("started_at", INSTANT, nullable=False),
        Column("ended_at", INSTANT),
        Column("taken", LargeBinary),
        Column("returned", LargeBinary),
        PrimaryKeyConstraint("booking_id", name="pk_handovers"),
        _of("handovers", "bookings.booking_id"),
        _of("handovers", "cars.car_id"),
    )
    op.create_index("ix_handovers_car_id_started_at", "handovers", ["car_id", "started_at"])
    op.create_table(
        "trip_drivers",
        Column("car_id", ID, nullable=False),
        Column("started_at", INSTANT, nullable=False),
        Column("person_id", ID, nullable=False),
        PrimaryKeyConstraint("car_id", "started_at", name="pk_trip_drivers"),
        _of("trip_drivers", "cars.car_id"),
    )


def downgrade() -> None:
    """Delete the tables."""
    for name in TABLES:
        op.drop_table(name)
