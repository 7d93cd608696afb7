"""Values that must never be readable in the files, stored wherever they may be stored."""

from datetime import timedelta

from alerts.models import Change, EpisodeChange, PollOutcome, Urgency
from smartcloud.models import ChargeLimit, Position, Region, VehicleStatus
from storage import (
    accounts,
    buttons,
    cars,
    commands,
    dialogs,
    episodes,
    geofences,
    inbox,
    people,
)
from storage.database import Database
from storage.records import Dialog, Turn
from tests.integration.storage.storage_builders import (
    NOW,
    VIN,
    Family,
    tokens,
)

TOKEN = "eyJ-planted-session-token-0123456789"
EMAIL = "planted.person@example.com"
LATITUDE, LONGITUDE = 48.123457, 11.654322
PLANTED = (TOKEN, EMAIL, VIN, "Plantedname", "Planted Chat", str(LATITUDE), str(LONGITUDE))


async def plant(database: Database, family: Family) -> str:
    """Store the planted values wherever something private may be stored."""
    status = VehicleStatus(
        vin=VIN,
        updated_at=NOW,
        fetched_at=NOW,
        position=Position(latitude=LATITUDE, longitude=LONGITUDE),
    )
    async with database.transaction() as tx:
        await people.save_person(
            tx, person_id=family.anna, first_name="Plantedname", language_code="en", now=NOW
        )
        await people.save_chat(
            tx,
            chat_id=family.anna,
            is_group=False,
            title="Planted Chat",
            language_code="en",
            now=NOW,
        )
        await accounts.save_tokens(tx, family.account_id, tokens(TOKEN))
        digest = tx.keyring.digest("email", EMAIL)
        await accounts.save_quiet(tx, Region.EU, digest, NOW, 120)
        await cars.save_snapshot(tx, family.car_id, status, ChargeLimit(percent=80))
        await cars.rename_car(tx, family.car_id, "Plantedname")
        await geofences.add(tx, family.car_id, "Plantedname", LATITUDE, LONGITUDE, 200)
        button = await buttons.add(
            tx,
            chat_id=family.anna,
            action="say",
            payload={"email": EMAIL, "latitude": LATITUDE},
            person_id=None,
            now=NOW,
            lives=timedelta(minutes=1),
            once=True,
        )
        await buttons.save_result(tx, button, f"It stands at {LATITUDE}")
        await commands.add(
            tx,
            car_id=family.car_id,
            chat_id=family.anna,
            person_id=family.anna,
            command="send_to_car",
            arguments={"latitude": LATITUDE, "longitude": LONGITUDE},
            baseline_at=None,
            now=NOW,
            key="press-1",
        )
        await dialogs.start(
            tx,
            Dialog(
                chat_id=family.anna,
                person_id=family.anna,
                kind="login",
                data={"email": EMAIL},
                expires_at=NOW + timedelta(minutes=10),
            ),
        )
        await dialogs.remember_turn(
            tx,
            Turn(
                chat_id=family.anna,
                person_id=family.anna,
                intent_name="geofence_create",
                slots={"name": "Plantedname"},
                at=NOW,
            ),
        )
        await inbox.add(tx, 1, f'{{"text": "{EMAIL}"}}'.encode(), NOW)
    store = episodes.AlertStoreSql(database)
    (car,) = await store.take_due_cars(
        NOW, limit=1, lease="a", lease_now=NOW, lease_until=NOW + timedelta(minutes=2)
    )
    change = EpisodeChange(
        rule="geofence_exit",
        key="1",
        episode="1764000000",
        change=Change.OPENED,
        urgency=Urgency.SECURITY,
        at=NOW,
        details={"fence": "Plantedname", "latitude": LATITUDE, "longitude": LONGITUDE},
    )
    await store.record([PollOutcome(car=car, polled_at=NOW, next_poll_at=NOW, changes=(change,))])
    return button
