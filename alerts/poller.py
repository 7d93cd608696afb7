"""Asks about the cars that are due, and stores what that brings, car by car."""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

import structlog

from alerts import diary
from alerts.agenda import next_event_at
from alerts.detector import Detection, detect, detect_by_clock, is_newer
from alerts.milestones import reached
from alerts.models import POLL_LEASE, Observation, PollOutcome, WatchedCar
from alerts.ports import AlertStore, CarReader, Clock
from alerts.schedule import (
    PATIENT,
    Outlook,
    Pace,
    next_care_at,
    next_poll_after_error,
    next_poll_at,
    next_sharing_at,
)
from alerts.troubles import trouble_begins, troubles_end
from smartcloud.exceptions import AuthenticationError, RateLimitError, SmartCloudError
from smartcloud.models import ChargeLimit, ChargingState, Fault, Sharing, Software, VehicleStatus

BATCH_WINDOW_S = 0.25
BATCH_SIZE = 50

T = TypeVar("T")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Round:
    """The parts that a poll works with."""

    reader: CarReader
    clock: Clock
    rng: Random
    pace: Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked besides the status, and what was refused."""

    sharings: tuple[Sharing, ...] | None = None
    sharing_error: SmartCloudError | None = None
    asked_care: bool = False
    software: Software | None = None
    faults: tuple[Fault, ...] | None = None
    care_error: SmartCloudError | None = None

    @property
    def error(self) -> SmartCloudError | None:
        """Return the first refusal; one for asking too much counts most."""
        errors = [it for it in (self.sharing_error, self.care_error) if it is not None]
        limits = [it for it in errors if isinstance(it, RateLimitError)]
        return next(iter((*limits, *errors)), None)


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
    reached("poll.claimed")
    work = Round(reader, clock, rng, pace)
    gate = asyncio.Semaphore(concurrency)
    outcomes: asyncio.Queue[PollOutcome] = asyncio.Queue()

    async def poll_account(of_account: Sequence[WatchedCar]) -> None:
        async with gate:
            for car in of_account:
                outcomes.put_nowait(await poll_car(work, car))

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
            reached("poll.stored")
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


async def poll_car(work: Round, car: WatchedCar) -> PollOutcome:
    """Ask about one car and return what that brought; an error is an outcome too."""
    try:
        return await _look_at(work, car)
    except SmartCloudError as error:
        return _failed(work, car, error)
    except Exception as error:  # one bad car must not stop the others; its next poll is far away
        log.exception("poll_failed", car_id=car.car_id, error=type(error).__name__)
        return _failed(work, car, error)


def _failed(work: Round, car: WatchedCar, error: Exception) -> PollOutcome:
    """Wait before the cloud is asked again; what only needs the clock is looked at all the same."""
    now, failures = work.clock(), car.failures + 1
    kind, is_lost = type(error).__name__, isinstance(error, AuthenticationError)
    log.info("poll_refused", car_id=car.car_id, error=kind, failures=failures)
    trouble = trouble_begins(car, error, failures, now)
    found = Detection(car.rule_states, ())
    if car.status is not None:
        found = detect_by_clock(car, _observation(car, car.status), now)
    memory = (*found.rule_states, *((trouble[0],) if trouble else ()))
    status_at = next_poll_after_error(error, failures, now, jitter=work.rng.random())
    return PollOutcome(
        car=car,
        polled_at=now,
        next_poll_at=status_at if is_lost else min(status_at, _event_at(car, now) or status_at),
        next_status_at=status_at,
        next_sharing_at=max(status_at, car.next_sharing_at or status_at) if car.is_owner else None,
        error=kind,
        rule_states=None if set(memory) == set(car.rule_states) else memory,
        changes=(*((trouble[1],) if trouble else ()), *found.changes),
        session_lost=is_lost,
    )


async def _look_at(work: Round, car: WatchedCar) -> PollOutcome:
    """Ask for what is due: the status, and what has other clocks."""
    asked_status = car.status_due or car.status is None
    status = await work.reader.get_status(car) if asked_status else car.status
    assert status is not None  # noqa: S101 - asked if it was not there
    reached("poll.asked")
    is_new = asked_status and is_newer(car, status, work.clock())
    limit, limit_error = None, None
    if is_new and needs_charge_limit(car, status):
        limit, limit_error = await _or_error(work.reader.get_charge_limit(car))
    asked = _Asked() if limit_error is not None else await _ask_besides(work, car)
    observation = _observation(car, status, limit, asked)
    now = work.clock()
    look = detect if asked_status else detect_by_clock
    detection = look(car, observation, now)
    memory = detection.rule_states
    error = limit_error or asked.error
    status_at = _next_status(work, car, observation, detection, error, asked=asked_status)
    sharing_at = _next_sharing(work, car, asked, status_at, error)
    clocks = (status_at, sharing_at, _event_at(car, now))
    return PollOutcome(
        car=car,
        polled_at=now,
        next_poll_at=min(at for at in clocks if at is not None),
        next_status_at=status_at,
        next_sharing_at=sharing_at,
        next_care_at=_next_care(work, asked),
        status=status if is_new else None,
        charge_limit=limit,
        rule_states=None if set(memory) == set(car.rule_states) else memory,
        changes=(*(troubles_end(car, now) if asked_status else ()), *detection.changes),
    )


def _observation(
    car: WatchedCar,
    status: VehicleStatus,
    limit: ChargeLimit | None = None,
    asked: _Asked | None = None,
) -> Observation:
    asked = asked or _Asked()
    return Observation(
        status=status,
        charge_limit=limit or car.charge_limit,
        geofences=car.geofences,
        sharings=asked.sharings,
        software=asked.software,
        faults=asked.faults,
    )


async def _ask_besides(work: Round, car: WatchedCar) -> _Asked:
    """Ask for sharings, software and faults, each if it is due, until the cloud refuses one."""
    asked = _Asked()
    if car.sharing_due and car.is_owner:
        sharings, error = await _or_error(work.reader.get_sharings(car))
        asked = replace(asked, sharings=sharings, sharing_error=error)
    if car.care_due and car.is_owner and not isinstance(asked.error, RateLimitError):
        software, software_error = await _or_error(work.reader.get_software(car))
        asked = replace(asked, asked_care=True, software=software, care_error=software_error)
        if not isinstance(software_error, RateLimitError):
            faults, fault_error = await _or_error(work.reader.get_faults(car))
            asked = replace(asked, faults=faults, care_error=software_error or fault_error)
    return asked


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


def _next_status(
    work: Round,
    car: WatchedCar,
    observation: Observation,
    detection: Detection,
    error: SmartCloudError | None,
    *,
    asked: bool,
) -> datetime:
    """Return when the status is asked again; a round for another clock changes nothing of that."""
    now, jitter = work.clock(), work.rng.random()
    if isinstance(error, RateLimitError):
        return next_poll_after_error(error, car.failures + 1, now, jitter=jitter)
    if not asked:
        return car.next_status_at or now
    is_old = not is_newer(car, observation.status, now)
    stored, seen = car.status, observation.status
    outlook = Outlook(
        status=stored if is_old and stored is not None else seen,
        previous=None if is_old else stored,
        is_older_frame=_is_older(seen, stored),
        departures=_departures(car, now),
        charge_limit=observation.charge_limit,
        geofences=car.geofences,
        timezone=car.settings.timezone,
        is_alert_held=any(state.candidate is not None for state in detection.rule_states),
        event_at=_event_at(car, now),
    )
    return min(next_poll_at(outlook, now, jitter=jitter), now + work.pace.status)


def _is_older(seen: VehicleStatus, stored: VehicleStatus | None) -> bool:
    if stored is None or stored.updated_at is None or seen.updated_at is None:
        return False
    return seen.updated_at < stored.updated_at


def _departures(car: WatchedCar, now: datetime) -> tuple[int, ...]:
    """Return when the car usually leaves on a day like this."""
    known = next((state for state in car.rule_states if state.rule == diary.DIARY), None)
    if known is None:
        return ()
    today = now.astimezone(ZoneInfo(car.settings.timezone)).date()
    return diary.usual_departures(diary.read(str(known.fact)), today)


def _next_sharing(
    work: Round,
    car: WatchedCar,
    asked: _Asked,
    status_at: datetime,
    error: SmartCloudError | None,
) -> datetime | None:
    if not car.is_owner:
        return None
    if isinstance(error, RateLimitError):
        return status_at
    if asked.sharings is None and asked.sharing_error is None:
        return status_at if car.sharing_due else car.next_sharing_at
    now, zone = work.clock(), car.settings.timezone
    due = next_sharing_at(
        now,
        zone,
        is_pending=any(sharing.is_request for sharing in asked.sharings or ()),
        is_awaited=car.sharing_awaited,
        error=asked.sharing_error,
    )
    return due if asked.sharing_error is not None else min(due, now + work.pace.sharing)


def _next_care(work: Round, asked: _Asked) -> datetime | None:
    if not asked.asked_care:
        return None
    is_failed = asked.care_error is not None and asked.care_error.temporary
    due = next_care_at(work.clock(), is_failed=is_failed, jitter=work.rng.random())
    return min(due, work.clock() + work.pace.care)


def _event_at(car: WatchedCar, now: datetime) -> datetime | None:
    return next_event_at(car.agenda, car.settings, car.other_settings, now)
