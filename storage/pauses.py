"""Pauses that the cloud asked for; they outlive the process and hold for all of them."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, select, update

from smartcloud.governor import Pause, Pauses, Place, Scope
from storage.tables import cloud_pauses
from storage.transaction import Transaction


async def get_pauses(tx: Transaction) -> Pauses:
    """Return all pauses, also those that are over and wait for somebody to ask."""
    rows = await tx.connection.execute(select(cloud_pauses))
    found = {}
    for row in rows:
        place = Place(scope=Scope(row.scope), key=row.key)
        window = timedelta(seconds=row.window_s)
        found[place] = Pause(place=place, quiet_until=row.quiet_until, window=window)
    return found


async def save_pause(tx: Transaction, pause: Pause) -> None:
    """Store a pause in the place of an older one."""
    fresh = {"quiet_until": pause.quiet_until, "window_s": int(pause.window.total_seconds())}
    await tx.connection.execute(
        tx.insert(cloud_pauses)
        .values(scope=pause.place.scope.value, key=pause.place.key, **fresh)
        .on_conflict_do_update(index_elements=["scope", "key"], set_=fresh)
    )


async def claim_pause(tx: Transaction, pause: Pause, now: datetime) -> bool:
    """Store a pause if the stored one is over; whoever comes second gets False."""
    done = await tx.connection.execute(
        update(cloud_pauses)
        .where(_at(pause.place), cloud_pauses.c.quiet_until <= now)
        .values(quiet_until=pause.quiet_until)
    )
    return bool(done.rowcount)


async def end_pauses(tx: Transaction, places: Iterable[Place]) -> None:
    """Forget pauses."""
    for place in places:
        await tx.connection.execute(delete(cloud_pauses).where(_at(place)))


def _at(place: Place) -> ColumnElement[bool]:
    return and_(cloud_pauses.c.scope == place.scope.value, cloud_pauses.c.key == place.key)
