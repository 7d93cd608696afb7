"""Cars that are due, and what a batch of polls brought, each in one transaction."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Row,
    ScalarSelect,
    Table,
    bindparam,
    exists,
    func,
    select,
    update,
)

from alerts.history import Frame, is_worth_keeping
from alerts.milestones import reached
from alerts.models import (
    NOTHING_PLANNED,
    Agenda,
    AlertSettings,
    Geofence,
    PollOutcome,
    RuleState,
    WatchedCar,
)
from smartcloud.models import ChargeLimit, Region, VehicleStatus
from storage import agendas, due, geofences, history
from storage.alert_settings import settings_of
from storage.audiences import get_audiences
from storage.cars import is_newer, seal_of_car, unseal_of_car, vehicle_of
from storage.people import timezone_of_chat
from storage.tables import (
    alert_settings,
    car_links,
    cars,
    chats,
    outages,
    people,
    polls,
)
from storage.telling import Teller, lose_session
from storage.transaction import Transaction

RuleStates = tuple[RuleState, ...]


async def take_due_cars(
    tx: Transaction,
    now: datetime,
    *,
    limit: int,
    lease: str,
    lease_now: datetime,
    lease_until: datetime,
) -> tuple[WatchedCar, ...]:
    """Claim due cars that somebody hears of and whose account is logged in.

    A fixed number of statements, however many cars there are.
    """
    car_ids = await due.claim(
        tx, now, limit=limit, lease=lease, lease_now=lease_now, lease_until=lease_until
    )
    if not car_ids:
        return ()
    rows = (await tx.connection.execute(_WATCHED, {"car_ids": car_ids})).all()
    await tx.load_data_keys(row.chat_id for row in rows)
    known = _Known(
        now=now,
        fences=await geofences.list_for_cars(tx, car_ids),
        agendas=await agendas.list_for_cars(tx, car_ids, now),
        settings=await _settings_of_others(tx, car_ids),
        outages=frozenset((await tx.connection.scalars(_OUTAGES)).all()),
    )
    return tuple([await _watched_car(tx, row, known) for row in rows])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What a round knows of all its cars besides their rows."""

    now: datetime
    fences: Mapping[int, tuple[Geofence, ...]]
    agendas: Mapping[int, Agenda]
    settings: Mapping[int, tuple[AlertSettings, ...]]
    outages: frozenset[str]


async def _settings_of_others(
    tx: Transaction, car_ids: Sequence[int]
) -> dict[int, tuple[AlertSettings, ...]]:
    """Return the settings of every chat that hears of a car and is not the account's own.

    A chat that never chose anything has the default thresholds.
    """
    rows = await tx.connection.execute(_SETTINGS_OF_OTHERS, {"car_ids": car_ids})
    found: dict[int, tuple[AlertSettings, ...]] = {}
    for row in rows:
        found[row.car_id] = (*found.get(row.car_id, ()), settings_of(row.settings))
    return found


async def record(tx: Transaction, outcomes: Sequence[PollOutcome]) -> None:
    """Store a batch of outcomes; one whose lease is no longer the row's is dropped as a whole."""
    held = await _still_held(tx, outcomes)
    await tx.load_data_keys(row.chat_id for _, row in held)
    await _update_polls(tx, held)
    await _update_cars(tx, held)
    changed = [outcome for outcome, _ in held if outcome.changes]
    changed_ids = [outcome.car.car_id for outcome in changed]
    audiences = await get_audiences(tx, changed_ids, changed[0].polled_at) if changed else {}
    for outcome in changed:
        teller = Teller(tx, outcome, audiences.get(outcome.car.car_id, ()))
        for change in outcome.changes:
            await teller.tell(change)
    for outcome, _ in held:
        if outcome.session_lost:
            await lose_session(tx, outcome)
    reached("poll.storing")


async def _still_held(
    tx: Transaction, outcomes: Sequence[PollOutcome]
) -> list[tuple[PollOutcome, Any]]:
    """Return the outcomes whose claim still stands, each with its car's row."""
    polled = [outcome.car.car_id for outcome in outcomes]
    rows = await tx.connection.execute(_HELD, {"car_ids": polled})
    by_car = {row.car_id: row for row in rows}
    return [
        (outcome, row)
        for outcome in outcomes
        if (row := by_car.get(outcome.car.car_id)) is not None
        and row.lease is not None
        and row.lease == outcome.car.lease
    ]


async def _update_polls(tx: Transaction, held: Sequence[tuple[PollOutcome, Any]]) -> None:
    """Free the claims and set the next due times, those alike with one statement."""
    await _update_alike(
        tx, polls, [(row.car_id, _poll_values(outcome, row)) for outcome, row in held]
    )


async def _update_cars(tx: Transaction, held: Sequence[tuple[PollOutcome, Any]]) -> None:
    """Store what is new about the cars."""
    news = [(row.car_id, await _news(tx, outcome, row)) for outcome, row in held]
    await history.add(
        tx, [entry for outcome, row in held for entry in _worth_keeping(outcome, row)]
    )
    await _update_alike(tx, cars, [(car_id, values) for car_id, values in news if values])


async def _update_alike(
    tx: Transaction, table: Table, rows: Sequence[tuple[int, dict[str, Any]]]
) -> None:
    alike: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for car_id, values in rows:
        alike[tuple(values)].append({"this_car": car_id, **values})
    for group in alike.values():
        await tx.connection.execute(_OF_THIS_CAR[table.name], group)


def _poll_values(outcome: PollOutcome, row: Any) -> dict[str, Any]:
    is_wanted = row.wanted_at is not None and row.wanted_at > outcome.polled_at
    next_poll_at = outcome.next_poll_at
    values = {
        "lease": None,
        "leased_until": None,
        "failures": outcome.car.failures + 1 if outcome.error else 0,
        "last_error": outcome.error,
        "wanted_at": row.wanted_at if is_wanted else None,
        "next_poll_at": min(next_poll_at, row.wanted_at) if is_wanted else next_poll_at,
        "next_status_at": None if is_wanted else outcome.next_status_at,
    }
    if outcome.next_sharing_at is not None:
        values["next_sharing_at"] = outcome.next_sharing_at
    if outcome.next_care_at is not None:
        values["next_care_at"] = outcome.next_care_at
    return values


def _worth_keeping(outcome: PollOutcome, row: Any) -> Iterator[tuple[int, int, Frame]]:
    """Yield the chat, the car and the frame, if it is newer and says more than the one before."""
    status = outcome.status
    if status is None or not is_newer(status, row.updated_at):
        return
    if is_worth_keeping(outcome.car.status, status):
        limit = outcome.charge_limit or outcome.car.charge_limit
        yield row.chat_id, row.car_id, Frame(status=status, charge_limit=limit)


async def _news(tx: Transaction, outcome: PollOutcome, row: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if outcome.status is not None and is_newer(outcome.status, row.updated_at):
        values["status"] = await seal_of_car(tx, cars.c.status, row, outcome.status)
        values["updated_at"] = outcome.status.updated_at
    if outcome.charge_limit is not None:
        values["charge_limit"] = await seal_of_car(
            tx, cars.c.charge_limit, row, outcome.charge_limit
        )
    if outcome.rule_states is not None:
        values["rule_states"] = await seal_of_car(tx, cars.c.rule_states, row, outcome.rule_states)
    return values


def _speaker() -> ScalarSelect[int]:
    """Return the one car of the row's account that tells of troubles with the account."""
    of_account = cars.alias("of_account")
    return (
        select(func.min(of_account.c.car_id))
        .where(
            of_account.c.account_id == cars.c.account_id,
            of_account.c.detached_at.is_(None),
            exists().where(car_links.c.car_id == of_account.c.car_id),
        )
        .scalar_subquery()
    )


async def _watched_car(tx: Transaction, row: Row[Any], known: _Known) -> WatchedCar:
    """Put together what a poll needs, with the thresholds of the account's chat.

    What that chat has switched off is left out: another chat may want it, so it is looked at when
    the alert is told.
    """
    vehicle, now = await vehicle_of(tx, row), known.now
    settings = settings_of(row.settings)
    return WatchedCar(
        car_id=row.car_id,
        account_id=row.account_id,
        region=Region(row.region),
        vehicle=vehicle,
        status=await unseal_of_car(tx, cars.c.status, row, VehicleStatus),
        charge_limit=await unseal_of_car(tx, cars.c.charge_limit, row, ChargeLimit),
        rule_states=await unseal_of_car(tx, cars.c.rule_states, row, RuleStates) or (),
        geofences=known.fences.get(row.car_id, ()),
        settings=replace(settings, disabled=frozenset(), timezone=row.timezone),
        agenda=known.agendas.get(row.car_id, NOTHING_PLANNED),
        other_settings=known.settings.get(row.car_id, ()),
        failures=row.failures,
        status_due=_is_due(row.next_status_at, now),
        next_status_at=row.next_status_at,
        next_sharing_at=row.next_sharing_at,
        sharing_due=_is_due(row.next_sharing_at, now),
        sharing_awaited=row.awaited_until is not None and row.awaited_until > now,
        care_due=_is_due(row.next_care_at, now),
        is_cloud_down=row.region in known.outages,
        is_owner=not vehicle.is_shared,
        speaks_for_account=row.car_id == row.speaker,
        lease=row.lease,
    )


def _is_due(at: datetime | None, now: datetime) -> bool:
    return at is None or at <= now


_THESE: BindParameter[int] = bindparam("car_ids", expanding=True)
_WATCHED = (
    select(
        cars,
        polls.c.next_status_at,
        polls.c.next_sharing_at,
        polls.c.next_care_at,
        polls.c.awaited_until,
        polls.c.failures,
        polls.c.lease,
        alert_settings.c.settings,
        _speaker().label("speaker"),
        timezone_of_chat().label("timezone"),
    )
    .join(polls, polls.c.car_id == cars.c.car_id)
    .join(chats, chats.c.chat_id == cars.c.chat_id)
    .outerjoin(people, people.c.person_id == cars.c.chat_id)
    .outerjoin(alert_settings, alert_settings.c.chat_id == cars.c.chat_id)
    .where(cars.c.car_id.in_(_THESE))
    .order_by(polls.c.next_poll_at, cars.c.car_id)
)
_SETTINGS_OF_OTHERS = (
    select(car_links.c.car_id, alert_settings.c.settings)
    .join(cars, cars.c.car_id == car_links.c.car_id)
    .outerjoin(alert_settings, alert_settings.c.chat_id == car_links.c.chat_id)
    .where(car_links.c.car_id.in_(_THESE), car_links.c.chat_id != cars.c.chat_id)
)
_OUTAGES = select(outages.c.region)
_HELD = (
    select(
        cars.c.car_id,
        cars.c.chat_id,
        cars.c.region,
        cars.c.vin_digest,
        cars.c.updated_at,
        polls.c.wanted_at,
        polls.c.lease,
    )
    .join(polls, polls.c.car_id == cars.c.car_id)
    .where(cars.c.car_id.in_(_THESE))
    .order_by(cars.c.car_id)  # everybody locks in this order
    .with_for_update(of=[cars, polls])
)
_OF_THIS_CAR = {
    table.name: update(table).where(table.c.car_id == bindparam("this_car"))
    for table in (cars, polls)
}
