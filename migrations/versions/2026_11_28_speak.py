"""Let people have the answers to their voice notes spoken."""

from alembic import op
from sqlalchemy import Boolean, Column, false

revision = "2026_11_28_speak"
down_revision = "2026_11_28_promise"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the choice; nobody has made it yet."""
    op.add_column(
        "people", Column("hears_answers", Boolean, nullable=False, server_default=false())
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_column("people", "hears_answers")
