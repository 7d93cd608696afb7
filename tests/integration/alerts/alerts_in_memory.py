"""Complete second implementations of the doors of ``alerts``, kept in memory."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

from alerts.models import (
    Change,
    Delivery,
    DeliveryState,
    EpisodeChange,
    PollOutcome,
    SendResult,
    WatchedCar,
)
from alerts.ports import MaySend, SendError
from smartcloud.models import ChargeLimit, Fault, Sharing, Software, VehicleStatus

T = TypeVar("T")


@dataclass
class World:
    """A clock that moves only when somebody sleeps or a test says so."""

    now: datetime
    slept_s: float = 0.0
    ahead: timedelta = timedelta(0)  # of the clock on the wall

    def clock(self) -> datetime:
        return self.now

    def wall_clock(self) -> datetime:
        return self.now - self.ahead

    def jump(self, length: timedelta) -> None:
        """Advance the world, as in the demo; on the wall no time passes."""
        self.now += length
        self.ahead += length

    def monotonic(self) -> float:
        return self.slept_s

    def pass_(self, **lengths: float) -> None:
        length = timedelta(**lengths)
        self.now += length
        self.slept_s += length.total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Let others run, and the time pass for everybody who sleeps at once."""
        wakes = self.slept_s + seconds
        await asyncio.sleep(0)
        if wakes > self.slept_s:
            self.pass_(seconds=wakes - self.slept_s)


@dataclass
class CarRow:
    """One watched car as the store keeps it."""

    car: WatchedCar
    next_poll_at: datetime
    next_sharing_at: datetime
    next_status_at: datetime | None = None
    next_care_at: datetime | None = None  # None: never asked here
    leased_until: datetime | None = None
    needs_login: bool = False


@dataclass
class OutboxRow:
    """One owed message as the store keeps it."""

    delivery: Delivery
    key: tuple[object, ...]
    state: DeliveryState = DeliveryState.PENDING
    due_at: datetime | None = None
    leased_until: datetime | None = None
    message_id: int | None = None
    reason: str | None = None


@dataclass
class MemoryStore:
    """An ``AlertStore`` with one chat per car."""

    cars: dict[int, CarRow] = field(default_factory=dict)
    outbox: list[OutboxRow] = field(default_factory=list)
    paused: set[int] = field(default_factory=set)
    records: int = 0
    broken_cars: set[int] = field(default_factory=set)

    def watch(self, car: WatchedCar, now: datetime) -> None:
        self.cars[car.car_id] = CarRow(car=car, next_poll_at=now, next_sharing_at=now)

    def owe(self, delivery: Delivery, key: tuple[object, ...] = ()) -> None:
        number = len(self.outbox) + 1
        row = OutboxRow(replace(delivery, delivery_id=number), key or (number,))
        if all(other.key != row.key for other in self.outbox):
            self.outbox.append(row)

    async def take_due_cars(
        self, now: datetime, *, limit: int, lease: str, lease_now: datetime, lease_until: datetime
    ) -> Sequence[WatchedCar]:
        due = [
            row
            for row in self.cars.values()
            if row.next_poll_at <= now
            and not row.needs_login
            and (row.leased_until is None or row.leased_until <= lease_now)
        ][:limit]
        for row in due:
            row.leased_until = lease_until
            row.car = replace(
                row.car,
                lease=lease,
                status_due=row.next_status_at is None or row.next_status_at <= now,
                next_status_at=row.next_status_at,
                sharing_due=row.next_sharing_at <= now,
                next_sharing_at=row.next_sharing_at,
                care_due=row.next_care_at is not None and row.next_care_at <= now,
            )
        return [row.car for row in due]

    async def record(self, outcomes: Sequence[PollOutcome]) -> None:
        self.records += 1
        if self.broken_cars & {outcome.car.car_id for outcome in outcomes}:
            raise OSError("disk")
        for outcome in outcomes:
            row = self.cars[outcome.car.car_id]
            if row.car.lease == outcome.car.lease and row.leased_until is not None:
                self._record(row, outcome)

    def _record(self, row: CarRow, outcome: PollOutcome) -> None:
        car, row.leased_until = row.car, None
        states = outcome.rule_states
        row.car = replace(
            car,
            status=outcome.status or car.status,
            charge_limit=outcome.charge_limit or car.charge_limit,
            rule_states=car.rule_states if states is None else states,
            failures=0 if outcome.error is None else car.failures + 1,
        )
        row.next_poll_at = outcome.next_poll_at
        row.next_status_at = outcome.next_status_at
        row.next_sharing_at = outcome.next_sharing_at or row.next_sharing_at
        row.next_care_at = outcome.next_care_at or row.next_care_at
        row.needs_login = outcome.session_lost
        for change in outcome.changes:
            self._owe_change(car, change)

    def _owe_change(self, car: WatchedCar, change: EpisodeChange) -> None:
        opened = (car.car_id, change.rule, change.episode, Change.OPENED)
        edits = next((row.message_id for row in self.outbox if row.key == opened), None)
        self.owe(
            Delivery(
                delivery_id=0,
                chat_id=car.car_id,
                car_id=car.car_id,
                kind=change.rule,
                change=change.change,
                urgency=change.urgency,
                at=change.at,
                details=change.details,
                language="en",
                timezone="Europe/Berlin",
                is_group=False,
                attempt=0,
                edits=None if change.change is Change.OPENED else edits,
            ),
            (*opened[:3], change.change),
        )

    async def take_pending(
        self, now: datetime, *, limit: int, lease: str, lease_now: datetime, lease_until: datetime
    ) -> Sequence[Delivery]:
        taken: list[Delivery] = []
        for row in self.outbox:
            if len(taken) == limit:
                break
            is_orphan = (
                row.state is DeliveryState.SENDING
                and row.leased_until is not None
                and row.leased_until <= lease_now
            )
            is_due = row.state is DeliveryState.PENDING and (not row.due_at or row.due_at <= now)
            if not (is_orphan or is_due) or row.delivery.chat_id in self.paused:
                continue
            row.state, row.leased_until = DeliveryState.SENDING, lease_until
            row.delivery = replace(
                row.delivery,
                lease=lease,
                attempt=row.delivery.attempt + 1,
                is_repeat=row.delivery.is_repeat or is_orphan,
            )
            taken.append(row.delivery)
        return taken

    async def record_sent(self, results: Sequence[SendResult]) -> None:
        for result in results:
            row = self.outbox[result.delivery.delivery_id - 1]
            if row.delivery.lease != result.delivery.lease:
                continue
            row.state, row.due_at = result.state, result.retry_at
            row.message_id, row.reason = result.message_id, result.reason
            if result.chat_gone:
                self.paused.add(result.delivery.chat_id)

    def states(self) -> list[DeliveryState]:
        return [row.state for row in self.outbox]


@dataclass
class MemorySender:
    """An ``AlertSender`` that keeps what arrived, and fails as scripted."""

    world: World
    errors: list[Exception | None] = field(default_factory=list)
    arrived: list[tuple[float, Delivery]] = field(default_factory=list)

    async def send(self, delivery: Delivery, _: MaySend) -> int:
        error = self.errors.pop(0) if self.errors else None
        if error is None or (isinstance(error, SendError) and error.maybe_sent):
            self.arrived.append((self.world.slept_s, delivery))
        if error is not None:
            raise error
        return 1000 + len(self.arrived)


@dataclass
class MemoryReader:
    """A ``CarReader`` whose answers are functions of the car, which may raise."""

    status: Callable[[WatchedCar], VehicleStatus]
    limit: Callable[[WatchedCar], ChargeLimit] = lambda _: ChargeLimit(percent=80.0)
    sharings: Callable[[WatchedCar], tuple[Sharing, ...]] = lambda _: ()
    software: Callable[[WatchedCar], Software] = lambda _: Software()
    faults: Callable[[WatchedCar], tuple[Fault, ...]] = lambda _: ()
    calls: list[tuple[str, int]] = field(default_factory=list)
    busy: dict[int, int] = field(default_factory=dict)
    most_busy: int = 0

    async def get_status(self, car: WatchedCar) -> VehicleStatus:
        return await self._ask("status", car, self.status)

    async def get_charge_limit(self, car: WatchedCar) -> ChargeLimit:
        return await self._ask("limit", car, self.limit)

    async def get_sharings(self, car: WatchedCar) -> tuple[Sharing, ...]:
        return await self._ask("sharings", car, self.sharings)

    async def get_software(self, car: WatchedCar) -> Software:
        return await self._ask("software", car, self.software)

    async def get_faults(self, car: WatchedCar) -> tuple[Fault, ...]:
        return await self._ask("faults", car, self.faults)

    async def _ask(self, name: str, car: WatchedCar, answer: Callable[[WatchedCar], T]) -> T:
        self.calls.append((name, car.car_id))
        self.busy[car.account_id] = self.busy.get(car.account_id, 0) + 1
        assert self.busy[car.account_id] == 1, "two requests of one account at once"
        self.most_busy = max(self.most_busy, sum(self.busy.values()))
        await asyncio.sleep(0.001)
        self.busy[car.account_id] -= 1
        return answer(car)
