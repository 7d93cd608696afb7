"""``AlertStoreSql``: claims, episodes, the outbox, and two processes that race."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from alerts.models import (
    AlertSettings,
    Change,
    Delivery,
    DeliveryState,
    EpisodeChange,
    PollOutcome,
    RuleState,
    SendResult,
    Urgency,
    WatchedCar,
)
from alerts.ports import AlertStore
from smartcloud.models import Battery, ChargeLimit, Region, VehicleStatus
from storage import accounts, alert_settings, cars, geofences, people, tables
from storage.database import Database
from storage.episodes import AlertStoreSql, add_delivery, get_deliveries_of
from storage.records import SentMessage
from tests.integration.storage.storage_builders import (
    NOW,
    VIN,
    Family,
    add_chat,
    tokens,
    vehicle,
)

MINUTE = timedelta(minutes=1)
LEASE = timedelta(minutes=2)


@pytest.fixture
def store(database: Database) -> AlertStore:
    return AlertStoreSql(database)


async def take_cars(
    store: AlertStore, now: datetime = NOW, *, lease: str = "a", limit: int = 50
) -> list[WatchedCar]:
    return list(await store.take_due_cars(now, limit=limit, lease=lease, lease_until=now + LEASE))


async def take(
    store: AlertStore, now: datetime = NOW, *, lease: str = "a", limit: int = 50
) -> list[Delivery]:
    return list(await store.take_pending(now, limit=limit, lease=lease, lease_until=now + LEASE))


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


async def test_due_car_comes_with_everything_a_poll_needs(
    store: AlertStore, database: Database, family: Family
) -> None:
    settings = AlertSettings(low_battery_percent=35, disabled=frozenset({"battery_low"}))
    async with database.transaction() as tx:
        fence = await geofences.add(tx, family.car_id, "Home", 48.0, 11.0, 200.0)
        await cars.save_snapshot(tx, family.car_id, status(0), ChargeLimit(percent=80))
        await alert_settings.save(tx, family.anna, settings)

    assert await take_cars(store) == [
        WatchedCar(
            car_id=family.car_id,
            account_id=family.account_id,
            region=Region.EU,
            vehicle=vehicle(),
            status=status(0),
            charge_limit=ChargeLimit(percent=80),
            rule_states=(),
            geofences=(fence,),
            settings=AlertSettings(low_battery_percent=35),
            sharing_due=True,
            lease="a",
        )
    ]


async def test_claimed_car_is_free_again_after_its_lease(store: AlertStore, family: Family) -> None:
    assert len(await take_cars(store, lease="a")) == 1
    assert await take_cars(store, NOW + LEASE - MINUTE, lease="b") == []
    assert len(await take_cars(store, NOW + LEASE, lease="b")) == 1


async def test_outcome_is_stored_whole(
    store: AlertStore, database: Database, family: Family
) -> None:
    states = (
        RuleState(rule="charge_complete", key="", fact="charging", since=NOW),
        RuleState(
            rule="geofence_exit",
            key="1",
            fact=True,
            since=NOW,
            candidate=False,
            candidate_since=NOW,
            episode="e9",
        ),
    )
    await poll(
        store,
        status=status(1),
        charge_limit=ChargeLimit(percent=90),
        rule_states=states,
        next_sharing_at=NOW + LEASE,
    )

    (car,) = await take_cars(store)
    assert (car.status, car.charge_limit, car.rule_states) == (
        status(1),
        ChargeLimit(percent=90),
        states,
    )
    assert not car.sharing_due


async def test_late_outcome_of_a_lost_lease_is_dropped_as_a_whole(
    store: AlertStore, family: Family
) -> None:
    (late,) = await take_cars(store, lease="late")
    (_current,) = await take_cars(store, NOW + LEASE, lease="current")

    await store.record(
        [
            PollOutcome(
                car=late,
                polled_at=NOW,
                next_poll_at=NOW,
                status=status(1),
                changes=(opened(),),
                session_lost=True,
            )
        ]
    )

    assert await take(store) == []
    (car,) = await take_cars(store, NOW + 2 * LEASE)
    assert car.status is None


async def test_failures_are_counted_until_a_success(store: AlertStore, family: Family) -> None:
    await poll(store, error="CloudUnavailableError")
    await poll(store, error="CloudUnavailableError")
    (car,) = await take_cars(store)
    assert car.failures == 2
    await store.record([PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW)])

    (car,) = await take_cars(store)
    assert car.failures == 0


async def test_older_frame_never_replaces_a_newer_one(
    store: AlertStore, database: Database, family: Family
) -> None:
    await poll(store, status=status(5))
    await poll(store, status=status(4))
    async with database.transaction() as tx:
        await cars.save_snapshot(tx, family.car_id, status(3), None)
        await cars.save_snapshot(tx, family.car_id, replace(status(9), updated_at=None), None)

    (car,) = await take_cars(store)
    assert car.status == status(5)


async def test_somebody_waits_during_a_poll(
    store: AlertStore, database: Database, family: Family
) -> None:
    """The next due time of the poll that was on its way must not push the wish away."""
    (car,) = await take_cars(store)
    wanted = NOW + timedelta(seconds=5)
    async with database.transaction() as tx:
        await cars.poll_at(tx, car.car_id, wanted)
    await store.record([PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW + timedelta(hours=1))])

    assert len(await take_cars(store, wanted)) == 1


async def test_wish_for_a_poll_is_fulfilled_by_a_later_one(
    store: AlertStore, database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        await cars.poll_at(tx, family.car_id, NOW - MINUTE)
    (car,) = await take_cars(store)
    await store.record([PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW + timedelta(hours=1))])

    assert await take_cars(store, NOW + timedelta(minutes=59)) == []


async def test_opened_episode_is_owed_to_each_linked_chat(
    store: AlertStore, family: Family
) -> None:
    await poll(store, opened())

    deliveries = await take(store)

    assert [(d.chat_id, d.is_group) for d in deliveries] == [
        (family.group, True),
        (family.anna, False),
    ]
    group = deliveries[0]
    assert group == Delivery(
        delivery_id=group.delivery_id,
        chat_id=family.group,
        car_id=family.car_id,
        kind="charge_complete",
        change=Change.OPENED,
        urgency=Urgency.NOTICE,
        at=NOW,
        details={"percent": 80.0, "place": "home"},
        language="en",
        timezone="Europe/Berlin",
        is_group=True,
        attempt=1,
        lease="a",
        owed_since=NOW,
    )


async def test_repeated_poll_tells_nothing_twice(store: AlertStore, family: Family) -> None:
    await poll(store, opened())
    await poll(store, opened())
    await poll(store, opened(episode="e2"))  # still open: the same thing goes on
    await poll(store, closed())
    await poll(store, opened())  # an old frame again

    assert Counter(d.change for d in await take(store)) == {Change.OPENED: 2}


async def test_switched_off_rule_is_not_owed_to_that_chat(
    store: AlertStore, database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        await alert_settings.save(
            tx, family.anna, AlertSettings(disabled=frozenset({"charge_complete"}))
        )
    await poll(store, opened(), opened("battery_low"))

    told = {(d.chat_id, d.kind) for d in await take(store)}
    assert told == {
        (family.group, "charge_complete"),
        (family.group, "battery_low"),
        (family.anna, "battery_low"),
    }


async def test_closing_edits_the_message_of_the_opening(
    store: AlertStore, database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        await cars.unlink_chat(tx, family.group, family.car_id)
    await poll(store, opened())
    async with database.transaction() as tx:
        await cars.link_chat(tx, family.group, family.car_id)
    await poll(store, closed())

    (opening,) = await take(store)
    assert await take(store, lease="b") == [], "the end waits for the beginning"
    await store.record_sent([sent(opening, 41)])
    (closing,) = await take(store)

    assert (closing.chat_id, closing.change, closing.edits) == (family.anna, Change.CLOSED, 41)


async def test_unknown_episode_does_not_close(store: AlertStore, family: Family) -> None:
    await poll(store, closed())

    assert await take(store) == []


async def test_only_one_episode_of_a_rule_can_be_open(database: Database, family: Family) -> None:
    rows = [
        {
            "car_id": family.car_id,
            "rule": "left_open",
            "key": "",
            "episode": episode,
            "urgency": "notice",
            "opened_at": NOW,
        }
        for episode in ("e1", "e2")
    ]
    with pytest.raises(IntegrityError):
        async with database.transaction() as tx:
            await tx.connection.execute(tables.episodes.insert(), rows)


async def test_chat_settings_come_with_the_delivery(
    store: AlertStore, database: Database, family: Family
) -> None:
    quiet = AlertSettings(quiet_from=time(22), quiet_until=time(7))
    async with database.transaction() as tx:
        await alert_settings.save(tx, family.anna, quiet)
        await alert_settings.mute(tx, family.anna, family.car_id, None, NOW + MINUTE)
        await alert_settings.mute(
            tx, family.anna, family.car_id, "charge_complete", NOW + 2 * MINUTE
        )
        await people.set_person_preferences(tx, family.anna, language="de", timezone="Europe/Paris")
    await poll(store, opened())

    (delivery,) = [d for d in await take(store) if d.chat_id == family.anna]
    assert (delivery.settings, delivery.muted_until) == (quiet, NOW + 2 * MINUTE)
    assert (delivery.language, delivery.timezone) == ("de", "Europe/Paris")


async def test_urgent_ones_first(store: AlertStore, family: Family) -> None:
    await poll(
        store,
        opened("charge_complete", urgency=Urgency.INFO),
        opened("battery_low", urgency=Urgency.NOTICE),
        opened("geofence_exit", urgency=Urgency.SECURITY),
    )

    first = await take(store, limit=2)
    rest = await take(store)

    assert [d.kind for d in first + rest] == [
        *["geofence_exit"] * 2,
        *["battery_low"] * 2,
        *["charge_complete"] * 2,
    ]


async def test_orphan_of_a_killed_sender_comes_marked_and_stays_marked(
    store: AlertStore, family: Family
) -> None:
    await poll(store, opened())
    assert [d.is_repeat for d in await take(store)] == [False, False]

    later = NOW + LEASE
    orphans = await take(store, later, lease="b")
    assert [(d.is_repeat, d.attempt) for d in orphans] == [(True, 2), (True, 2)]
    await store.record_sent(
        [
            SendResult(delivery=d, state=DeliveryState.PENDING, retry_at=later + MINUTE)
            for d in orphans
        ]
    )

    assert await take(store, later) == []
    assert [d.is_repeat for d in await take(store, later + MINUTE)] == [True, True]


async def test_late_result_of_a_lost_lease_is_dropped(
    store: AlertStore, database: Database, family: Family
) -> None:
    await poll(store, opened())
    late = await take(store, lease="late")
    await take(store, NOW + LEASE, lease="current")

    await store.record_sent([sent(d) for d in late])

    async with database.reading() as tx:
        states = await tx.connection.scalars(select(tables.outbox.c.state))
        assert set(states) == {"sending"}


async def test_gone_chat_is_paused_and_what_it_is_owed_waits(
    store: AlertStore, database: Database, family: Family
) -> None:
    await poll(store, opened(), opened("battery_low"))
    mine, *_ = [d for d in await take(store) if d.chat_id == family.anna]
    await store.record_sent(
        [SendResult(delivery=mine, state=DeliveryState.DEAD, reason="blocked", chat_gone=True)]
    )

    later = NOW + LEASE
    assert {d.chat_id for d in await take(store, later)} == {family.group}
    async with database.transaction() as tx:
        chat = await people.get_chat(tx, family.anna)
        assert chat is not None
        assert chat.paused_reason == "blocked"
        await people.resume_chat(tx, family.anna)
    assert {d.chat_id for d in await take(store, later)} == {family.anna}


async def test_car_that_nobody_hears_of_is_not_polled(
    store: AlertStore, database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        await people.pause_chat(tx, family.anna, "blocked")
    (car,) = await take_cars(store)
    await store.record([PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW)])
    async with database.transaction() as tx:
        await people.pause_chat(tx, family.group, "kicked")

    assert await take_cars(store) == []


async def test_lost_session_is_told_once_to_the_chat_of_the_account(
    store: AlertStore, database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        await cars.save_vehicles(
            tx, family.account_id, [vehicle(), vehicle("HESXR1C40PS000003")], NOW
        )
        for car in await cars.get_cars_of_account(tx, family.account_id):
            await cars.link_chat(tx, family.anna, car.car_id)
    watched = await take_cars(store)
    assert len(watched) == 2

    await store.record(
        [
            PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW, session_lost=True)
            for car in watched
        ]
    )

    (delivery,) = await take(store)
    assert (delivery.chat_id, delivery.kind, delivery.car_id, delivery.details) == (
        family.anna,
        "session_lost",
        None,
        {"region": "EU"},
    )
    assert await take_cars(store) == [], "no polls until somebody logs in"
    async with database.transaction() as tx:
        await accounts.save_account(
            tx, chat_id=family.anna, region=Region.EU, tokens=tokens("new"), now=NOW
        )
    assert len(await take_cars(store)) == 2


async def test_share_requests_can_be_told_and_found_again(
    store: AlertStore, database: Database, family: Family
) -> None:
    async def owe(chat_id: int, change: Change, edits: int | None = None) -> bool:
        async with database.transaction() as tx:
            return await add_delivery(
                tx,
                chat_id=chat_id,
                car_id=family.car_id,
                kind="share_request",
                key="12",
                change=change,
                urgency=Urgency.NOTICE,
                at=NOW,
                details={"name": "Ben"},
                edits=edits,
            )

    assert await owe(family.anna, Change.OPENED)
    assert not await owe(family.anna, Change.OPENED)
    (request,) = await take(store)
    await store.record_sent([sent(request, 55)])
    async with database.reading() as tx:
        found = await get_deliveries_of(tx, "share_request", "12")
    assert found == (SentMessage(chat_id=family.anna, message_id=55),)

    assert await owe(family.anna, Change.CLOSED, edits=55)
    (edit,) = await take(store)
    assert (edit.edits, edit.change) == (55, Change.CLOSED)


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
            await cars.link_chat(tx, place, car.car_id)
            ids.append(car.car_id)
    return ids


async def test_two_processes_poll_and_send_each_exactly_once(
    database: Database, other: Database
) -> None:
    ids = await fill(database, 60)
    polled: Counter[int] = Counter()
    told: Counter[int] = Counter()

    async def work(of: Database, name: str) -> None:
        store, rng = AlertStoreSql(of), Random(name)
        while watched := await take_cars(store, lease=name, limit=7):
            polled.update(car.car_id for car in watched)
            await asyncio.sleep(rng.random() / 500)
            await store.record(
                [
                    PollOutcome(
                        car=car, polled_at=NOW, next_poll_at=NOW + MINUTE, changes=(opened(),)
                    )
                    for car in watched
                ]
            )
            while deliveries := await take(store, lease=name, limit=5):
                told.update(d.chat_id for d in deliveries)
                await asyncio.sleep(rng.random() / 500)
                await store.record_sent([sent(d) for d in deliveries])

    await asyncio.gather(
        *(work(of, f"{n}-{i}") for n, of in enumerate((database, other)) for i in range(2))
    )

    assert polled == dict.fromkeys(ids, 1)
    assert told == dict.fromkeys(range(1, 61), 1)


async def test_batch_is_claimed_with_four_statements_and_stored_with_few(
    store: AlertStore, database: Database
) -> None:
    await fill(database, 40)
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        watched = await take_cars(store)
        claimed, statements[:] = len(statements), []
        await store.record(
            [PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW) for car in watched]
        )
    finally:
        event.remove(Engine, "before_cursor_execute", note)

    assert len(watched) == 40
    assert claimed == 4
    assert len(statements) <= 3


async def test_killed_at_any_statement_of_a_record_nothing_is_half_stored(
    store: AlertStore, database: Database, family: Family
) -> None:
    """The change and what is owed for it are stored together or not at all."""

    class KilledError(Exception):
        pass

    left = 0

    def count(_connection: object, _cursor: object, _statement: str, *_rest: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise KilledError

    (car,) = await take_cars(store)
    outcome = PollOutcome(
        car=car, polled_at=NOW, next_poll_at=NOW, status=status(1), changes=(opened(),)
    )
    event.listen(Engine, "before_cursor_execute", count)
    tried = 0
    try:
        while True:
            tried += 1
            left = tried
            try:
                await store.record([outcome])
                break
            except KilledError:
                left = 0
                async with database.reading() as tx:
                    assert await tx.connection.scalar(select(tables.episodes.c.episode)) is None
                    assert await tx.connection.scalar(select(tables.outbox.c.kind)) is None
                    assert await tx.connection.scalar(select(tables.cars.c.updated_at)) is None
    finally:
        event.remove(Engine, "before_cursor_execute", count)

    assert tried > 5
    assert len(await take(store)) == 2


async def test_detached_car_is_not_polled(
    store: AlertStore, database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        assert await cars.save_vehicles(tx, family.account_id, [], NOW) == ()
        assert await cars.get_car(tx, family.car_id) is None
    assert await take_cars(store) == []

    async with database.transaction() as tx:
        await tx.connection.execute(update(tables.cars).values(next_poll_at=NOW))
        (car,) = await cars.save_vehicles(tx, family.account_id, [vehicle()], NOW)
    assert car.car_id == family.car_id
    assert len(await take_cars(store)) == 1
