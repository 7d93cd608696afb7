"""Cars that are due: claimed once, stored whole, never by a late worker."""

from dataclasses import replace
from datetime import timedelta

from alerts.models import (
    AlertSettings,
    PollOutcome,
    RuleState,
    WatchedCar,
)
from alerts.ports import AlertStore
from smartcloud.models import ChargeLimit, Region
from storage import alert_settings, cars, geofences, history, people
from storage.database import Database
from tests.integration.storage.alert_store_builders import (
    LEASE,
    MINUTE,
    opened,
    poll,
    status,
    take,
    take_cars,
)
from tests.integration.storage.storage_builders import (
    NOW,
    Family,
    vehicle,
)


async def test_due_car_comes_with_everything_a_poll_needs(
    store: AlertStore, database: Database, family: Family
) -> None:
    settings = AlertSettings(low_battery_percent=35, disabled=frozenset({"battery_low"}))
    async with database.transaction() as tx:
        fence = await geofences.add(tx, family.car_id, "Home", 48.0, 11.0, 200.0)
        await cars.save_snapshot(tx, family.car_id, status(0), ChargeLimit(percent=80))
        await alert_settings.save(tx, family.anna, settings)

    assert await take_cars(store, lease="a") == [
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
            other_settings=(AlertSettings(),),
            sharing_due=True,
            care_due=True,
            lease="a",
        )
    ]


async def test_claimed_car_is_free_again_after_its_lease(store: AlertStore, family: Family) -> None:
    assert len(await take_cars(store, lease="a")) == 1
    assert await take_cars(store, NOW + LEASE - MINUTE, lease="b") == []
    assert await take_cars(store, NOW + 60 * MINUTE, wall=NOW + MINUTE, lease="b") == []
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


async def test_frame_that_says_more_is_kept_once(
    store: AlertStore, database: Database, family: Family
) -> None:
    for lease in ("a", "b"):
        (car,) = await take_cars(store, NOW + 60 * MINUTE, lease=lease)
        frame = PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW, status=status(0))
        await store.record([frame])

    async with database.reading() as tx:
        kept = await history.list_for(tx, family.car_id, NOW - timedelta(days=1))
    assert [it.status for it in kept] == [status(0)]


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


async def test_one_car_speaks_for_its_account(
    store: AlertStore, database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        listed = await cars.save_vehicles(
            tx,
            family.account_id,
            [vehicle(), *map(vehicle, ("HESXR1C40PS000003", "HESXR1C40PS000004"))],
            NOW,
        )
        await cars.unlink_chat(tx, family.anna, family.car_id)
        await cars.unlink_chat(tx, family.group, family.car_id)
        for car in listed[1:]:
            await cars.link_chat(tx, family.anna, car.car_id)

    watched = await take_cars(store)

    assert {car.car_id: car.speaks_for_account for car in watched} == {
        listed[1].car_id: True,
        listed[2].car_id: False,
    }


async def test_detached_car_is_not_polled(
    store: AlertStore, database: Database, family: Family
) -> None:
    async with database.transaction() as tx:
        assert await cars.save_vehicles(tx, family.account_id, [], NOW) == ()
        assert await cars.get_car(tx, family.car_id) is None
    assert await take_cars(store) == []

    async with database.transaction() as tx:
        (car,) = await cars.save_vehicles(tx, family.account_id, [vehicle()], NOW)
    assert car.car_id == family.car_id
    assert len(await take_cars(store)) == 1
