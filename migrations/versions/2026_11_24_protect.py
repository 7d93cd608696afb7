"""Let people protect risky wishes with a PIN."""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, LargeBinary

revision = "2026_11_24_protect"
down_revision = "2026_11_24_create"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table of PINs."""
    op.create_table(
        "pins",
        Column(
            "person_id",
            BigInteger().with_variant(Integer(), "sqlite"),
            primary_key=True,
            autoincrement=False,
        ),
        Column("digest", LargeBinary, nullable=False),
        Column("tries_left", Integer, nullable=False),
    )


def downgrade() -> None:
    """Delete it."""
    op.drop_table("pins")
