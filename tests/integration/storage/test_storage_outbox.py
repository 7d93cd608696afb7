"""Episodes and what is owed for them: nothing lost, nothing told twice."""

from collections import Counter
from datetime import datetime, time

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from alerts.models import (
    LISTED_WITHIN,
    AlertSettings,
    Change,
    Delivery,
    DeliveryState,
    PollOutcome,
    SendResult,
    Urgency,
)
from alerts.ports import AlertStore
from smartcloud.models import Region
from storage import accounts, alert_settings, cars, people, tables
from storage.audit import overdue_deliveries
from storage.database import Database
from storage.episodes import add_delivery, get_deliveries_of
from storage.records import SentMessage
from tests.integration.storage.alert_store_builders import (
    LEASE,
    MINUTE,
    closed,
    opened,
    poll,
    sent,
    take,
    take_cars,
)
from tests.integration.storage.storage_builders import (
    NOW,
    Family,
    tokens,
    vehicle,
)

ALARM = opened("geofence_exit", urgency=Urgency.SECURITY)


async def test_opened_episode_is_owed_to_each_linked_chat(
    store: AlertStore, family: Family
) -> None:
    await poll(store, opened())

    deliveries = await take(store, lease="a")

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
        due_since=NOW,
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
    await poll(store, ALARM)
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


async def test_information_that_may_have_been_told_waits_for_the_next_message_of_its_chat(
    store: AlertStore, database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        await cars.unlink_chat(tx, family.group, family.car_id)
    await poll(store, opened())
    await take(store)
    later = NOW + LEASE
    assert await take(store, later) == []

    await poll(store, ALARM, at=later)

    together = await take(store, later)
    assert [(d.kind, d.is_repeat) for d in together] == [
        ("geofence_exit", False),
        ("charge_complete", True),
    ]
    await store.record_sent([sent(d) for d in together])
    assert await take(store, later + 60 * MINUTE) == []


async def test_information_that_may_have_been_told_does_not_wait_for_ever(
    store: AlertStore, family: Family
) -> None:
    await poll(store, opened())
    await take(store)

    assert await take(store, NOW + LEASE + LISTED_WITHIN - MINUTE) == []
    alone = await take(store, NOW + LEASE + LISTED_WITHIN)

    assert [(d.kind, d.is_repeat) for d in alone] == [("charge_complete", True)] * 2


async def test_only_the_clock_on_the_wall_makes_an_orphan(
    store: AlertStore, family: Family
) -> None:
    await poll(store, ALARM)
    assert len(await take(store)) == 2
    hour_later = NOW + 60 * MINUTE

    assert await take(store, hour_later, wall=NOW + MINUTE, lease="b") == []
    assert [d.is_repeat for d in await take(store, hour_later, wall=NOW + LEASE)] == [True, True]


async def test_late_result_of_a_lost_lease_is_dropped(
    store: AlertStore, database: Database, family: Family
) -> None:
    await poll(store, ALARM)
    late = await take(store, lease="late")
    await take(store, NOW + LEASE, lease="current")

    await store.record_sent([sent(d) for d in late])

    async with database.reading() as tx:
        states = await tx.connection.scalars(select(tables.outbox.c.state))
        assert set(states) == {"sending"}


async def test_gone_chat_is_paused_and_what_it_is_owed_waits(
    store: AlertStore, database: Database, family: Family
) -> None:
    await poll(store, ALARM, opened("left_open", urgency=Urgency.SECURITY))
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


async def test_audit_finds_what_is_overdue(
    store: AlertStore, database: Database, family: Family
) -> None:
    await poll(store, ALARM)

    async def overdue(now: datetime) -> int:
        async with database.reading() as tx:
            return await overdue_deliveries(tx, now)

    assert await overdue(NOW + 59 * MINUTE) == 0
    assert await overdue(NOW + 61 * MINUTE) == 2
    await store.record_sent([sent(d) for d in await take(store, NOW + 61 * MINUTE)])
    assert await overdue(NOW + 61 * MINUTE) == 0


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
    told = SentMessage(delivery_id=request.delivery_id, chat_id=family.anna, message_id=55)
    assert found == (told,)

    assert await owe(family.anna, Change.CLOSED, edits=55)
    (edit,) = await take(store)
    assert (edit.edits, edit.change) == (55, Change.CLOSED)
