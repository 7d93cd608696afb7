"""Remember the pauses that the cloud asks for, of a host and of an account."""

from alembic import op
from sqlalchemy import Column, DateTime, Integer, String

revision = "2026_11_28_yield"
down_revision = "2026_11_28_wait"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "cloud_pauses",
        Column("scope", String, primary_key=True),
        Column("key", String, primary_key=True),
        Column("quiet_until", DateTime(timezone=True), nullable=False),
        Column("window_s", Integer, nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("cloud_pauses")
