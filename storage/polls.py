"""Cars that are due, and what a batch of polls brought, each in one transaction."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Row,
    ScalarSelect,
    Select,
    Table,
    bindparam,
    exists,
    func,
    or_,
    select,
    update,
)

from alerts.models import (
    Change,
    EpisodeChange,
    Geofence,
    PollOutcome,
    RuleState,
    Urgency,
    WatchedCar,
)
from smartcloud.models import ChargeLimit, Region, VehicleStatus
from storage import geofences, outbox
from storage.alert_settings import settings_of
from storage.cars import get_audiences, is_newer, seal_of_car, unseal_of_car, vehicle_of
from storage.records import AudienceChat
from storage.tables import accounts, alert_settings, car_links, cars, chats, episodes, polls
from storage.tables import outbox as outbox_table
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

    Four statements, however many cars there are: this is asked every second.
    """
    claim = (
        update(polls)
        .where(polls.c.car_id.in_(_due(now, lease_now).limit(limit)))
        .values(lease=lease, leased_until=lease_until)
        .returning(polls.c.car_id)
    )
    car_ids = (await tx.connection.scalars(claim)).all()
    if not car_ids:
        return ()
    rows = (
        await tx.connection.execute(
            select(cars, polls.c.next_sharing_at, polls.c.failures, polls.c.lease)
            .add_columns(alert_settings.c.settings, _speaker().label("speaker"))
            .join(polls, polls.c.car_id == cars.c.car_id)
            .outerjoin(alert_settings, alert_settings.c.chat_id == cars.c.chat_id)
            .where(cars.c.car_id.in_(car_ids))
            .order_by(polls.c.next_poll_at, cars.c.car_id)
        )
    ).all()
    await tx.load_data_keys(row.chat_id for row in rows)
    fences = await geofences.list_for_cars(tx, car_ids)
    return tuple([await _watched_car(tx, row, fences.get(row.car_id, ()), now) for row in rows])


async def record(tx: Transaction, outcomes: Sequence[PollOutcome]) -> None:
    """Store a batch of outcomes; one whose lease is no longer the row's is dropped as a whole."""
    held = await _still_held(tx, outcomes)
    await tx.load_data_keys(row.chat_id for _, row in held)
    await _update_polls(tx, held)
    await _update_cars(tx, held)
    changed = [outcome for outcome, _ in held if outcome.changes]
    audiences = await get_audiences(tx, [o.car.car_id for o in changed]) if changed else {}
    for outcome in changed:
        told = _Told(tx, outcome, audiences.get(outcome.car.car_id, ()))
        for change in outcome.changes:
            await (told.open(change) if change.change is Change.OPENED else told.close(change))
    for outcome, _ in held:
        if outcome.session_lost:
            await _lose_session(tx, outcome)


@dataclass(frozen=True, slots=True)
class _Told:
    """Episodes of one outcome, and who is told of them."""

    tx: Transaction
    outcome: PollOutcome
    audience: tuple[AudienceChat, ...]

    async def open(self, change: EpisodeChange) -> None:
        """Begin an episode, unless it is open or was known before, and tell who wants to hear."""
        result = await self.tx.connection.execute(
            self.tx.insert(episodes)
            .values(
                car_id=self.outcome.car.car_id,
                rule=change.rule,
                key=change.key,
                episode=change.episode,
                urgency=change.urgency.value,
                opened_at=change.at,
            )
            .on_conflict_do_nothing()
        )
        if result.rowcount != 1:
            return
        for chat in self.audience:
            if change.rule not in chat.settings.disabled:
                await self._owe(chat.chat_id, change, None)

    async def close(self, change: EpisodeChange) -> None:
        """End the open episode, and tell where its beginning was told."""
        car_id = self.outcome.car.car_id
        episode = await self.tx.connection.scalar(
            update(episodes)
            .where(
                episodes.c.car_id == car_id,
                episodes.c.rule == change.rule,
                episodes.c.key == change.key,
                episodes.c.closed_at.is_(None),
            )
            .values(closed_at=change.at)
            .returning(episodes.c.episode)
        )
        if episode is None:
            return
        opened = outbox.identity_of(change.rule, car_id, change.key, episode, Change.OPENED)
        openings = await outbox.find(
            self.tx, change.rule, change.key, outbox_table.c.identity == opened
        )
        for opening in openings:
            await self._owe(opening.chat_id, replace(change, episode=episode), opening.delivery_id)

    async def _owe(self, chat_id: int, change: EpisodeChange, opening_id: int | None) -> None:
        await outbox.add(
            self.tx,
            chat_id=chat_id,
            car_id=self.outcome.car.car_id,
            kind=change.rule,
            key=change.key,
            episode=change.episode,
            change=change.change,
            urgency=change.urgency,
            at=change.at,
            owed_since=self.outcome.polled_at,
            details=change.details,
            opening_id=opening_id,
        )


async def _still_held(
    tx: Transaction, outcomes: Sequence[PollOutcome]
) -> list[tuple[PollOutcome, Any]]:
    """Return the outcomes whose claim still stands, each with its car's row."""
    rows = await tx.connection.execute(
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
        .where(cars.c.car_id.in_([outcome.car.car_id for outcome in outcomes]))
    )
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
    await _update_alike(tx, cars, [(car_id, values) for car_id, values in news if values])


async def _update_alike(
    tx: Transaction, table: Table, rows: Sequence[tuple[int, dict[str, Any]]]
) -> None:
    alike: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for car_id, values in rows:
        alike[tuple(values)].append({"this_car": car_id, **values})
    statement = update(table).where(table.c.car_id == bindparam("this_car"))
    for group in alike.values():
        await tx.connection.execute(statement, group)


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
    }
    if outcome.next_sharing_at is not None:
        values["next_sharing_at"] = outcome.next_sharing_at
    return values


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


async def _lose_session(tx: Transaction, outcome: PollOutcome) -> None:
    """Stop polling the account and say so, once until somebody logs in again."""
    row = (
        await tx.connection.execute(
            update(accounts)
            .where(
                accounts.c.account_id == outcome.car.account_id, accounts.c.needs_login.is_(False)
            )
            .values(needs_login=True)
            .returning(accounts.c.chat_id, accounts.c.region)
        )
    ).one_or_none()
    if row is None:
        return
    await outbox.add(
        tx,
        chat_id=row.chat_id,
        car_id=None,
        kind="session_lost",
        key=row.region,
        episode=outcome.polled_at.isoformat(),
        change=Change.OPENED,
        urgency=Urgency.NOTICE,
        at=outcome.polled_at,
        owed_since=outcome.polled_at,
        details={"region": row.region},
    )


def _due(now: datetime, lease_now: datetime) -> Select[Any]:
    """Return the query for cars to poll, the longest overdue first."""
    listens = (
        exists()
        .where(car_links.c.car_id == polls.c.car_id)
        .where(chats.c.chat_id == car_links.c.chat_id, chats.c.paused_reason.is_(None))
    )
    return (
        select(polls.c.car_id)
        .join(cars, cars.c.car_id == polls.c.car_id)
        .join(accounts, accounts.c.account_id == cars.c.account_id)
        .where(
            polls.c.next_poll_at <= now,
            or_(polls.c.leased_until.is_(None), polls.c.leased_until <= lease_now),
            cars.c.detached_at.is_(None),
            accounts.c.needs_login.is_(False),
            listens,
        )
        .order_by(polls.c.next_poll_at)
    )


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


async def _watched_car(
    tx: Transaction,
    row: Row[Any],
    fences: tuple[Geofence, ...],
    now: datetime,
) -> WatchedCar:
    """Put together what a poll needs, with the thresholds of the account's chat.

    What that chat has switched off is left out: another chat may want it, so it is looked at when
    the alert is told.
    """
    vehicle = await vehicle_of(tx, row)
    return WatchedCar(
        car_id=row.car_id,
        account_id=row.account_id,
        region=Region(row.region),
        vehicle=vehicle,
        status=await unseal_of_car(tx, cars.c.status, row, VehicleStatus),
        charge_limit=await unseal_of_car(tx, cars.c.charge_limit, row, ChargeLimit),
        rule_states=await unseal_of_car(tx, cars.c.rule_states, row, RuleStates) or (),
        geofences=fences,
        settings=replace(settings_of(row.settings), disabled=frozenset()),
        failures=row.failures,
        sharing_due=row.next_sharing_at is None or row.next_sharing_at <= now,
        is_owner=not vehicle.is_shared,
        speaks_for_account=row.car_id == row.speaker,
        lease=row.lease,
    )
