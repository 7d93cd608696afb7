"""Short words for stories about ``AlertStoreSql``."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from alerts.models import (
    Change,
    Delivery,
    DeliveryState,
    EpisodeChange,
    PollOutcome,
    SendResult,
    Urgency,
    WatchedCar,
)
from alerts.ports import AlertStore
from family.models import Member, Role
from smartcloud.models import Battery, Region, VehicleStatus
from storage import accounts, cars, members
from storage.database import Database
from tests.integration.storage.storage_builders import (
    NOW,
    VIN,
    add_chat,
    tokens,
    vehicle,
)

MINUTE = timedelta(minutes=1)
LEASE = timedelta(minutes=2)
_leases = count()


def _fresh() -> str:
    """Every claim has a lease of its own, as in service."""
    return f"lease-{next(_leases)}"


async def take_cars(
    store: AlertStore,
    now: datetime = NOW,
    *,
    lease: str = "",
    limit: int = 50,
    wall: datetime | None = None,
) -> list[WatchedCar]:
    """``wall`` is people's time, by which leases run; the same as the world's if not given."""
    wall = wall or now
    return list(
        await store.take_due_cars(
            now, limit=limit, lease=lease or _fresh(), lease_now=wall, lease_until=wall + LEASE
        )
    )


async def take(
    store: AlertStore,
    now: datetime = NOW,
    *,
    lease: str = "",
    limit: int = 50,
    wall: datetime | None = None,
) -> list[Delivery]:
    wall = wall or now
    return list(
        await store.take_pending(
            now, limit=limit, lease=lease or _fresh(), lease_now=wall, lease_until=wall + LEASE
        )
    )


def opened(
    rule: str = "charge_complete", episode: str = "e1", urgency: Urgency = Urgency.NOTICE
) -> EpisodeChange:
    return EpisodeChange(
        rule=rule,
        key="",
        episode=episode,
        change=Change.OPENED,
        urgency=urgency,
        at=NOW,
        details={"percent": 80.0, "place": "home"},
    )


def closed(rule: str = "charge_complete", episode: str = "e1") -> EpisodeChange:
    return replace(opened(rule, episode), change=Change.CLOSED, at=NOW + MINUTE)


def status(minute: int, percent: float = 50.0) -> VehicleStatus:
    at = NOW + minute * MINUTE
    return VehicleStatus(
        vin=VIN,
        updated_at=at,
        fetched_at=at,
        battery=Battery(state_of_charge_percent=percent),
    )


async def poll(
    store: AlertStore, *changes: EpisodeChange, at: datetime = NOW, **parts: object
) -> None:
    """One poll of the only car, due again at once."""
    (car,) = await take_cars(store, at)
    await store.record(
        [PollOutcome(car=car, polled_at=at, next_poll_at=at, changes=changes, **parts)]  # type: ignore[arg-type]
    )


def sent(delivery: Delivery, message_id: int = 77) -> SendResult:
    return SendResult(delivery=delivery, state=DeliveryState.SENT, message_id=message_id)


async def fill(database: Database, number: int) -> list[int]:
    """Many accounts with one car each; every car is due and linked to its chat."""
    ids = []
    async with database.transaction() as tx:
        for place in range(1, number + 1):
            await add_chat(tx, place, f"Person {place}")
            account = await accounts.save_account(
                tx, chat_id=place, region=Region.EU, tokens=tokens(), now=NOW
            )
            (car,) = await cars.save_vehicles(
                tx, account.account_id, [vehicle(f"HESXR1C40PS{place:06}")], NOW
            )
            owner = Member(person_id=place, car_id=car.car_id, role=Role.OWNER)
            await members.save_member(tx, owner)
            await cars.link_chat(tx, place, car.car_id)
            ids.append(car.car_id)
    return ids
