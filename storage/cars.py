"""Cars: what they are, what was last heard of them, and when to ask again."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Row, Select, case, delete, func, select, update

from smartcloud.models import ChargeLimit, Vehicle, VehicleStatus
from storage.records import Car
from storage.tables import accounts, car_links, cars, polls
from storage.transaction import Transaction

T = TypeVar("T")


async def save_vehicles(
    tx: Transaction, account_id: int, vehicles: Iterable[Vehicle], now: datetime
) -> tuple[Car, ...]:
    """Make the account's cars equal to its vehicle list.

    A car is known again by its VIN and keeps its id, name and members; one that is gone from the
    list is detached: not polled and not shown, until it comes back.
    """
    account = (
        await tx.connection.execute(
            select(accounts.c.chat_id, accounts.c.region).where(accounts.c.account_id == account_id)
        )
    ).one()
    digests = [await _save_vehicle(tx, account_id, account, vehicle, now) for vehicle in vehicles]
    gone = (cars.c.account_id == account_id, cars.c.vin_digest.not_in(digests))
    await tx.connection.execute(
        update(cars).where(*gone, cars.c.detached_at.is_(None)).values(detached_at=now)
    )
    return await get_cars_of_account(tx, account_id)


async def get_car(tx: Transaction, car_id: int) -> Car | None:
    """Return one car, unless it left its account."""
    found = await load_cars(tx, select_cars().where(cars.c.car_id == car_id))
    return found[0] if found else None


async def get_cars_of_account(tx: Transaction, account_id: int) -> tuple[Car, ...]:
    """Return the cars of an account, oldest first."""
    return await load_cars(tx, select_cars().where(cars.c.account_id == account_id))


async def rename_car(tx: Transaction, car_id: int, name: str) -> None:
    """Give the car a name of its own."""
    row = await _identity(tx, car_id)
    if row is not None:
        await _update(tx, car_id, {"name": await seal_of_car(tx, cars.c.name, row, name)})


async def save_snapshot(
    tx: Transaction, car_id: int, status: VehicleStatus | None, charge_limit: ChargeLimit | None
) -> None:
    """Store what the cloud just said; a frame that is not newer by the car's clock is dropped."""
    row = await _identity(tx, car_id)
    if row is None:
        return
    values: dict[str, Any] = {}
    if status is not None and is_newer(status, row.updated_at):
        values["status"] = await seal_of_car(tx, cars.c.status, row, status)
        values["updated_at"] = status.updated_at
    if charge_limit is not None:
        values["charge_limit"] = await seal_of_car(tx, cars.c.charge_limit, row, charge_limit)
    if values:
        await _update(tx, car_id, values)


async def poll_at(tx: Transaction, car_id: int, when: datetime) -> None:
    """Ask for the status at ``when``, or earlier if it is due earlier; also during a poll."""
    earlier = case((polls.c.next_poll_at > when, when), else_=polls.c.next_poll_at)
    await tx.connection.execute(
        update(polls)
        .where(polls.c.car_id == car_id)
        .values(wanted_at=when, next_poll_at=earlier, next_status_at=None)
    )


async def await_sharing(tx: Transaction, car_id: int, now: datetime, until: datetime) -> None:
    """Ask the sharing platform now and often until ``until``: somebody waits for a request."""
    await tx.connection.execute(
        update(polls)
        .where(polls.c.car_id == car_id)
        .values(next_sharing_at=now, next_poll_at=now, awaited_until=until)
    )


async def link_chat(tx: Transaction, chat_id: int, car_id: int) -> None:
    """Let a chat ask about the car and hear its alerts."""
    await tx.connection.execute(
        tx.insert(car_links).values(chat_id=chat_id, car_id=car_id).on_conflict_do_nothing()
    )


async def unlink_chat(tx: Transaction, chat_id: int, car_id: int) -> None:
    """Take that back."""
    link = (car_links.c.chat_id == chat_id, car_links.c.car_id == car_id)
    await tx.connection.execute(delete(car_links).where(*link))


async def get_linked_ids(tx: Transaction, chat_id: int) -> frozenset[int]:
    """Return which cars a chat may ask about."""
    linked = select(car_links.c.car_id).where(car_links.c.chat_id == chat_id)
    return frozenset((await tx.connection.execute(linked)).scalars())


async def get_linked_cars(tx: Transaction, chat_id: int) -> tuple[Car, ...]:
    """Return the cars that a chat may ask about."""
    linked = select(car_links.c.car_id).where(car_links.c.chat_id == chat_id)
    return await load_cars(tx, select_cars().where(cars.c.car_id.in_(linked)))


def is_newer(status: VehicleStatus, stored_at: datetime | None) -> bool:
    """Return whether a frame says more than the stored one, by the car's own clock."""
    if stored_at is None:
        return True
    return status.updated_at is not None and status.updated_at > stored_at


def select_cars() -> Select[Any]:
    """Return the query for cars that are in their accounts, oldest first."""
    return (
        select(cars, _next_status_at().label("next_poll_at"), polls.c.failures)
        .join(polls, polls.c.car_id == cars.c.car_id)
        .where(cars.c.detached_at.is_(None))
        .order_by(cars.c.car_id)
    )


def _next_status_at() -> ColumnElement[datetime]:
    """Return when the car itself is asked; rounds for other clocks may come before."""
    return func.coalesce(polls.c.next_status_at, polls.c.next_poll_at)


async def load_cars(tx: Transaction, query: Select[Any]) -> tuple[Car, ...]:
    """Run a query made from ``select_cars``."""
    return await cars_of(tx, (await tx.connection.execute(query)).all())


async def cars_of(tx: Transaction, rows: Sequence[Any]) -> tuple[Car, ...]:
    """Return the cars of such rows."""
    await tx.load_data_keys(row.chat_id for row in rows)
    return tuple([await _car_of(tx, row) for row in rows])


async def seal_of_car(tx: Transaction, column: Column[Any], row: Row[Any], value: object) -> bytes:
    """Encrypt a value for a column of the car whose row (or identity) is given."""
    return await tx.seal(column, row.chat_id, value, row.region, row.vin_digest)


async def unseal_of_car(
    tx: Transaction, column: Column[Any], row: Any, as_type: type[T]
) -> T | None:
    """Decrypt a column of a car's row."""
    return await tx.unseal_optional(
        column, row.chat_id, getattr(row, column.name), as_type, row.region, row.vin_digest
    )


async def vehicle_of(tx: Transaction, row: Any) -> Vehicle:
    """Decrypt what the car is; every row has that."""
    return await tx.unseal(
        cars.c.vehicle, row.chat_id, row.vehicle, Vehicle, row.region, row.vin_digest
    )


async def _car_of(tx: Transaction, row: Any) -> Car:
    vehicle = await vehicle_of(tx, row)
    return Car(
        car_id=row.car_id,
        account_id=row.account_id,
        owner_chat_id=row.chat_id,
        vehicle=vehicle,
        name=await unseal_of_car(tx, cars.c.name, row, str) or vehicle.model.value,
        status=await unseal_of_car(tx, cars.c.status, row, VehicleStatus),
        charge_limit=await unseal_of_car(tx, cars.c.charge_limit, row, ChargeLimit),
        next_poll_at=row.next_poll_at,
        failures=row.failures,
    )


async def _save_vehicle(
    tx: Transaction, account_id: int, account: Any, vehicle: Vehicle, now: datetime
) -> str:
    """Insert or refresh one car, and return the digest of its VIN."""
    digest = await tx.digest("vin", vehicle.vin)
    sealed = await tx.seal(cars.c.vehicle, account.chat_id, vehicle, account.region, digest)
    stored = await tx.connection.execute(
        tx.insert(cars)
        .values(
            account_id=account_id,
            chat_id=account.chat_id,
            region=account.region,
            vin_digest=digest,
            vehicle=sealed,
        )
        .on_conflict_do_update(
            index_elements=["account_id", "vin_digest"],
            set_={"vehicle": sealed, "detached_at": None},
        )
        .returning(cars.c.car_id)
    )
    await tx.connection.execute(
        tx.insert(polls)
        .values(car_id=stored.scalar_one(), next_poll_at=now, failures=0)
        .on_conflict_do_update(
            index_elements=["car_id"],
            set_={"next_poll_at": now, "next_status_at": None, "failures": 0},
        )
    )
    return digest


async def _identity(tx: Transaction, car_id: int) -> Any:
    """Return what binds the sealed columns of a car, and the time of its last frame."""
    columns = (cars.c.chat_id, cars.c.region, cars.c.vin_digest, cars.c.updated_at)
    result = await tx.connection.execute(select(*columns).where(cars.c.car_id == car_id))
    return result.one_or_none()


async def _update(tx: Transaction, car_id: int, values: dict[str, Any]) -> None:
    await tx.connection.execute(update(cars).where(cars.c.car_id == car_id).values(values))
