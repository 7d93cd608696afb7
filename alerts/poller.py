"""Asks about the cars that are due, and stores what that brings, car by car."""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import TypeVar

import structlog

from alerts.detector import Detection, detect, is_newer
from alerts.models import POLL_LEASE, Observation, PollOutcome, WatchedCar
from alerts.ports import AlertStore, CarReader, Clock
from alerts.schedule import (
    PATIENT,
    Outlook,
    Pace,
    next_poll_after_error,
    next_poll_at,
    next_sharing_at,
)
from alerts.troubles import trouble_begins, troubles_end
from smartcloud.exceptions import AuthenticationError, RateLimitError, SmartCloudError
from smartcloud.models import ChargingState, Sharing, VehicleStatus

BATCH_WINDOW_S = 0.25
BATCH_SIZE = 50

T = TypeVar("T")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Round:
    """The parts that one call of ``poll_due_cars`` works with."""

    reader: CarReader
    clock: Clock
    rng: Random
    pace: Pace


async def poll_due_cars(
    store: AlertStore,
    reader: CarReader,
    clock: Clock,
    *,
    wall_clock: Clock,
    rng: Random,
    pace: Pace = PATIENT,
    limit: int = 50,
    concurrency: int = 16,
) -> int:
    """Poll what is due and return how many cars were taken.

    Accounts are asked side by side, the cars of one account in turn. An outcome with news is
    stored at once, others in batches. Leases run by ``wall_clock``, all else by ``clock``; ``rng``
    (best a ``SystemRandom``) makes lease and jitter.
    """
    leased_at = wall_clock()
    cars = await store.take_due_cars(
        clock(),
        limit=limit,
        lease=f"{rng.getrandbits(64):016x}",
        lease_now=leased_at,
        lease_until=leased_at + POLL_LEASE,
    )
    work = _Round(reader, clock, rng, pace)
    gate = asyncio.Semaphore(concurrency)
    outcomes: asyncio.Queue[PollOutcome] = asyncio.Queue()

    async def poll_account(of_account: Sequence[WatchedCar]) -> None:
        async with gate:
            for car in of_account:
                outcomes.put_nowait(await _poll(work, car))

    async with asyncio.TaskGroup() as group:
        for of_account in _by_account(cars):
            group.create_task(poll_account(of_account))
        await _record_all(store, outcomes, len(cars))
    return len(cars)


def _by_account(cars: Sequence[WatchedCar]) -> list[list[WatchedCar]]:
    accounts: dict[int, list[WatchedCar]] = {}
    for car in cars:
        accounts.setdefault(car.account_id, []).append(car)
    return list(accounts.values())


async def _record_all(
    store: AlertStore, outcomes: asyncio.Queue[PollOutcome], missing: int
) -> None:
    while missing:
        batch = await _next_batch(outcomes, min(missing, BATCH_SIZE))
        missing -= len(batch)
        try:
            await store.record(batch)
        except Exception as error:  # one row that cannot be stored must not stop the others
            log.exception("record_failed", cars=len(batch), error=type(error).__name__)
            for outcome in batch if len(batch) > 1 else ():
                await _record_alone(store, outcome)


async def _record_alone(store: AlertStore, outcome: PollOutcome) -> None:
    try:
        await store.record([outcome])
    except Exception as error:  # its lease ends by itself, then it is polled again
        log.exception("record_failed", car_id=outcome.car.car_id, error=type(error).__name__)


async def _next_batch(outcomes: asyncio.Queue[PollOutcome], size: int) -> list[PollOutcome]:
    """Return the first outcome and what follows shortly after; one with news waits for nobody."""
    batch = [await outcomes.get()]
    try:
        async with asyncio.timeout(BATCH_WINDOW_S):
            while len(batch) < size and not batch[-1].changes:
                batch.append(await outcomes.get())
    except TimeoutError:
        pass
    return batch


async def _poll(work: _Round, car: WatchedCar) -> PollOutcome:
    try:
        return await _look_at(work, car)
    except SmartCloudError as error:
        return _failed(work, car, error)
    except Exception as error:  # one bad car must not stop the others; its next poll is far away
        log.exception("poll_failed", car_id=car.car_id, error=type(error).__name__)
        return _failed(work, car, error)


def _failed(work: _Round, car: WatchedCar, error: Exception) -> PollOutcome:
    now, failures = work.clock(), car.failures + 1
    kind = type(error).__name__
    log.info("poll_refused", car_id=car.car_id, error=kind, failures=failures)
    trouble = trouble_begins(car, error, failures, now)
    return PollOutcome(
        car=car,
        polled_at=now,
        next_poll_at=next_poll_after_error(error, failures, now, jitter=work.rng.random()),
        error=kind,
        rule_states=None if trouble is None else (*car.rule_states, trouble[0]),
        changes=() if trouble is None else (trouble[1],),
        session_lost=isinstance(error, AuthenticationError),
    )


async def _look_at(work: _Round, car: WatchedCar) -> PollOutcome:
    """Ask for the status, and for limit and sharings only if they are needed."""
    status = await work.reader.get_status(car)
    is_new = is_newer(car, status, work.clock())
    limit, limit_error = None, None
    if is_new and needs_charge_limit(car, status):
        limit, limit_error = await _or_error(work.reader.get_charge_limit(car))
    sharings, sharing_error = None, None
    if car.sharing_due and car.is_owner and limit_error is None:
        sharings, sharing_error = await _or_error(work.reader.get_sharings(car))
    observation = Observation(
        status=status,
        charge_limit=limit or car.charge_limit,
        geofences=car.geofences,
        sharings=sharings,
    )
    now = work.clock()
    detection = detect(car, observation, now)
    is_unchanged = set(detection.rule_states) == set(car.rule_states)
    return PollOutcome(
        car=car,
        polled_at=now,
        next_poll_at=_next_poll(work, car, observation, detection, limit_error or sharing_error),
        next_sharing_at=_next_sharing(work, car, sharings, sharing_error),
        status=status if is_new else None,
        charge_limit=limit,
        rule_states=None if is_unchanged else detection.rule_states,
        changes=(*troubles_end(car, now), *detection.changes),
    )


def needs_charge_limit(car: WatchedCar, status: VehicleStatus) -> bool:
    """Return whether a new frame makes the target worth its own request.

    That is while a cable is in and the target is unknown, the charging state has changed, the
    level is above the target (somebody raised it), or the frame is the first of a day.
    """
    if status.charging.state in {ChargingState.UNKNOWN, ChargingState.DISCONNECTED}:
        return False
    limit, previous = car.charge_limit, car.status
    if limit is None or limit.percent is None or previous is None:
        return True
    level = status.battery.state_of_charge_percent
    return (
        previous.charging.state is not status.charging.state
        or (level is not None and level > limit.percent)
        or previous.fetched_at.date() != status.fetched_at.date()
    )


async def _or_error(call: Awaitable[T]) -> tuple[T | None, SmartCloudError | None]:
    """Return the answer or the error: what is asked besides the status must not lose it."""
    try:
        return await call, None
    except SmartCloudError as error:
        return None, error


def _next_poll(
    work: _Round,
    car: WatchedCar,
    observation: Observation,
    detection: Detection,
    error: SmartCloudError | None,
) -> datetime:
    now, jitter = work.clock(), work.rng.random()
    if isinstance(error, RateLimitError):
        return next_poll_after_error(error, car.failures + 1, now, jitter=jitter)
    is_old = not is_newer(car, observation.status, now)
    outlook = Outlook(
        status=car.status if is_old and car.status is not None else observation.status,
        charge_limit=observation.charge_limit,
        geofences=car.geofences,
        timezone=car.settings.timezone,
        is_alert_held=any(state.candidate is not None for state in detection.rule_states),
    )
    return min(next_poll_at(outlook, now, jitter=jitter), now + work.pace.status)


def _next_sharing(
    work: _Round,
    car: WatchedCar,
    sharings: tuple[Sharing, ...] | None,
    error: SmartCloudError | None,
) -> datetime | None:
    if sharings is None and error is None:
        return None
    now, zone = work.clock(), car.settings.timezone
    is_pending = any(sharing.is_request for sharing in sharings or ())
    due = next_sharing_at(now, zone, is_pending=is_pending, error=error)
    return due if error is not None else min(due, now + work.pace.sharing)
