"""What all tables share: names of constraints, and the columns that tie a row to another."""

from typing import Any

from sqlalchemy import Column, ForeignKey, MetaData

from storage.types import Id

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CHATS = "chats.chat_id"
CARS = "cars.car_id"
COUNTED: dict[str, Any] = {"sqlite_autoincrement": True}
"""An id is never given twice: an old button must not mean a new car."""


def belonging_to(target: str, **options: Any) -> Column[int]:
    """Return the column that ties a row to its chat, account or car."""
    link = ForeignKey(target, ondelete="CASCADE", onupdate="CASCADE")
    return Column(target.partition(".")[2], Id, link, **{"nullable": False, **options})
