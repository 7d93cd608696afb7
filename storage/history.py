"""What cars said these days, compressed and sealed; old frames are deleted by ``cleanup``."""

import zlib
from collections.abc import Iterable
from datetime import datetime

import msgspec
from sqlalchemy import select

from alerts.history import Frame
from storage.tables import frames
from storage.transaction import Transaction


async def add(tx: Transaction, kept: Iterable[tuple[int, int, Frame]]) -> None:
    """Keep frames, each with its chat and its car; one of the same moment is there already."""
    rows = []
    for chat_id, car_id, frame in kept:
        at = frame.status.updated_at
        if at is None:
            continue
        packed = zlib.compress(msgspec.json.encode(frame), 1)
        sealed = await tx.seal_bytes(frames.c.frame, chat_id, packed, car_id, at)
        rows.append({"car_id": car_id, "at": at, "chat_id": chat_id, "frame": sealed})
    if rows:
        await tx.connection.execute(tx.insert(frames).on_conflict_do_nothing(), rows)


async def list_for(tx: Transaction, car_id: int, since: datetime) -> tuple[Frame, ...]:
    """Return the frames of a car from ``since`` on, by the car's own time, oldest first."""
    rows = await tx.connection.execute(
        select(frames).where(frames.c.car_id == car_id, frames.c.at >= since).order_by(frames.c.at)
    )
    found = []
    for row in rows.all():
        packed = await tx.unseal_bytes(frames.c.frame, row.chat_id, row.frame, row.car_id, row.at)
        found.append(msgspec.json.decode(zlib.decompress(packed), type=Frame))
    return tuple(found)
