"""Let a charge goal wait for the cable."""

from alembic import op
from sqlalchemy import Column, DateTime

revision = "2026_11_28_wait"
down_revision = "2026_11_28_lend"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; goals from before wait for nothing."""
    op.add_column("goals", Column("waits_since", DateTime(timezone=True)))


def downgrade() -> None:
    """Delete the column."""
    with op.batch_alter_table("goals") as table:
        table.drop_column("waits_since")
