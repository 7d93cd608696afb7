"""Whom the rig's bots serve: three cars, two chats that hear of each, and a person who commands."""

from contextlib import AsyncExitStack
from dataclasses import dataclass

from alerts.models import AlertSettings
from bot.app import build, load_keyring, open_base
from bot.service import connect
from family.models import Member, Role
from simulator.telegram import Telegram
from smartcloud.models import Region
from storage import alert_settings, cars, geofences, members, people
from storage.records import Car
from storage.schema import migrate
from storage.transaction import Transaction
from tests.rig.bot_process import Order

ANNA = 1001
LOGINS = (
    (Region.EU, "anna@example.com", "Anna-drives-1"),
    (Region.INTL, "anna@example.org", "Anna-drives-9"),
)
RADIUS_M = 300.0
STEP_DEGREES = 0.02  # two kilometres from one place to the next
OTHERS = frozenset({"moved_while_locked"})  # a car that jumps was moved, too


@dataclass(frozen=True, slots=True)
class Place:
    """A fenced place that a car visits once."""

    fence_id: int
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Watched:
    """A car, its places in the order of its visits, and who hears of it."""

    vin: str
    places: tuple[Place, ...]
    chats: tuple[int, ...]


async def set_up(order: Order, telegram: Telegram, visits: int) -> tuple[Watched, ...]:
    """Log Anna in, draw the fences, and let the chats listen."""
    async with AsyncExitStack() as stack:
        load_keyring(order.settings())
        await migrate(order.database_url)
        base = await open_base(order.settings(), order.clock.clocks(), stack)
        await connect(base)
        app = build(base)
        now = order.clock.now()
        async with base.database.transaction() as tx:
            await people.save_person(
                tx, person_id=ANNA, first_name="Anna", language_code="en", now=now
            )
            await people.save_chat(
                tx, chat_id=ANNA, is_group=False, title="Anna", language_code="en", now=now
            )
        found: list[Car] = []
        for login in LOGINS:
            found += await app.garage.log_in(ANNA, ANNA, *login)
        watched = []
        for number, car in enumerate(found):
            chats = (2001 + 2 * number, 2002 + 2 * number)
            for chat_id in chats:
                telegram.world.add_chat(chat_id, "private", "Anna", ("anna",), is_open=True)
            async with base.database.transaction() as tx:
                await cars.unlink_chat(tx, ANNA, car.car_id)
                for chat_id in chats:
                    await people.save_person(
                        tx, person_id=chat_id, first_name="Listener", language_code="en", now=now
                    )
                    await people.save_chat(
                        tx,
                        chat_id=chat_id,
                        is_group=False,
                        title="Listener",
                        language_code="en",
                        now=now,
                    )
                    listener = Member(person_id=chat_id, car_id=car.car_id, role=Role.DRIVER)
                    await members.save_member(tx, listener)
                    await cars.link_chat(tx, chat_id, car.car_id)
                    await alert_settings.save(tx, chat_id, AlertSettings(disabled=OTHERS))
                places = [
                    await _fence(tx, car, f"P{number}x{visit}", visit) for visit in range(visits)
                ]
            watched.append(Watched(car.vehicle.vin, tuple(places), chats))
        await app.garage.flush_counts()
        return tuple(watched)


async def _fence(tx: Transaction, car: Car, name: str, visit: int) -> Place:
    latitude, longitude = 40.0 + STEP_DEGREES * visit, 10.0
    fence = await geofences.add(tx, car.car_id, name, latitude, longitude, RADIUS_M)
    return Place(fence.geofence_id, name, latitude, longitude)
