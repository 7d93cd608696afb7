"""A cloud that is down for many: one outage a region, told once to every chat."""

from datetime import datetime

from sqlalchemy import delete, exists, select

from smartcloud.models import Region
from storage.tables import cars, episodes, outages
from storage.transaction import Transaction

OUTAGE = "cloud_outage"


async def join_outage(tx: Transaction, region: Region, now: datetime) -> None:
    """Begin an outage of the region, unless there is one."""
    await tx.connection.execute(
        tx.insert(outages).values(region=region.value, since=now).on_conflict_do_nothing()
    )


async def outage_since(tx: Transaction, region: Region) -> datetime | None:
    """Return when the outage of the region was noticed, if there is one."""
    query = select(outages.c.since).where(outages.c.region == region.value)
    return (await tx.connection.execute(query)).scalar_one_or_none()


async def leave_outage(tx: Transaction, region: Region) -> None:
    """End the outage with the last account that was in it."""
    still_down = exists().where(
        episodes.c.rule == OUTAGE,
        episodes.c.closed_at.is_(None),
        episodes.c.car_id == cars.c.car_id,
        cars.c.region == region.value,
    )
    await tx.connection.execute(
        delete(outages).where(outages.c.region == region.value, ~still_down)
    )
