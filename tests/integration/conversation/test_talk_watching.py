"""Alerts from the cloud to the chat: told once, with next steps that act, and limits of people.

The real poller asks the stand-in, the real notifier hands over to a door in memory.
"""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from alerts.limiter import SendLimiter
from alerts.models import AlertSettings, Delivery
from alerts.notifier import send_pending
from alerts.poller import poll_due_cars
from alerts.ports import MaySend
from bot.localisation import Texts
from bot.rendering.alerts import render_delivery
from family.models import Booking, BookingState
from storage import alert_settings, bookings, cars, geofences, history
from storage.episodes import AlertStoreSql
from storage.tables import polls

ANNA, BEN, MIA, FAMILY = 1001, 1002, 1003, -100200300
ONE = "HESXR1C40PS000001"
TEXTS = Texts.load()


@dataclass
class Door:
    """An ``AlertSender`` that shows deliveries in the chatroom, and edits them there."""

    world: object
    shown: list = field(default_factory=list)  # the messages, as they stand now
    told: list = field(default_factory=list)  # (chat, kind, change) in order

    async def send(self, delivery: Delivery, _: MaySend) -> int:
        self.told.append((delivery.chat_id, delivery.kind, delivery.change.value))
        (message,) = await self.world.room.show_all(
            [render_delivery(delivery, TEXTS)], delivery.chat_id
        )
        if delivery.edits is not None:
            message = replace(message, message_id=delivery.edits)
            self.shown = [it for it in self.shown if it.message_id != delivery.edits]
        self.shown.append(message)
        return message.message_id

    def of(self, kind: str, chat: int = ANNA) -> list[str]:
        """Return what happened to a kind in a chat."""
        return [change for where, what, change in self.told if (where, what) == (chat, kind)]

    def message(self, words: str, chat: int = ANNA):
        return next(it for it in self.shown if it.chat_id == chat and words in it.text)


@dataclass
class Watch:
    """A family that is watched."""

    world: object
    car_id: int
    door: Door

    async def poll(self, minutes: float = 0) -> None:
        """Let time pass, ask about every car, and deliver what is owed."""
        world, store = self.world, AlertStoreSql(self.world.database)
        world.clock.advance(minutes * 60)
        async with world.database.transaction() as tx:
            await tx.connection.execute(
                polls.update().values(next_poll_at=world.clock.now(), next_status_at=None)
            )
        await poll_due_cars(
            store, world.garage, world.clock.now, wall_clock=world.people_clock, rng=Random(1)
        )
        await send_pending(
            store,
            self.door,
            world.clock.now,
            wall_clock=world.people_clock,
            limiter=SendLimiter(lambda: 0.0),
            sleep=lambda _: asyncio.sleep(0),
            rng=Random(2),
        )

    async def set_car(self, **changes: object) -> None:
        await self.world.control("PATCH", f"/cars/{ONE}", changes)

    async def settings(self, chat: int = ANNA, **changes: object) -> None:
        async with self.world.database.transaction() as tx:
            settings = await alert_settings.get(tx, chat)
            await alert_settings.save(tx, chat, replace(settings, **changes))

    async def stored(self, chat: int = ANNA) -> AlertSettings:
        async with self.world.database.reading() as tx:
            return await alert_settings.get(tx, chat)


@pytest.fixture
async def watch(family) -> Watch:
    """Anna's #1 at home, watched; what the first poll tells is out of the way."""
    async with family.database.transaction() as tx:
        (one, *_) = [car for car in await cars.get_linked_cars(tx, ANNA) if car.vehicle.vin == ONE]
        place = one.status.position
        await geofences.add(tx, one.car_id, "Home", place.latitude, place.longitude, 300.0)
    watch = Watch(family, one.car_id, Door(family))
    await watch.settings(evening_at=None)
    await watch.poll()
    watch.door.told.clear()
    return watch


def local(now: datetime) -> time:
    """Return the wall clock of Berlin without seconds."""

    return now.astimezone(ZoneInfo("Europe/Berlin")).time().replace(second=0, microsecond=0)


async def book(watch: Watch, person: int, starts_in: float, ends_in: float, **more: object) -> None:
    now = watch.world.clock.now()
    async with watch.world.database.transaction() as tx:
        await bookings.add(
            tx,
            Booking(
                booking_id=0,
                car_id=watch.car_id,
                person_id=person,
                starts_at=now + timedelta(minutes=starts_in),
                ends_at=now + timedelta(minutes=ends_in),
                **({"state": BookingState.APPROVED} | more),
            ),
        )


async def test_software_update_is_told_once_by_the_first_look(family) -> None:
    watch = Watch(family, 1, Door(family))

    await watch.poll()
    await watch.poll(13 * 60)

    assert watch.door.of("software_update") == ["opened"]
    assert "1.6.0" in watch.door.message("software update").text


async def test_fault_code_opens_and_closes(watch) -> None:
    await watch.set_car(fault_codes=["P0A1F"])
    await watch.poll(15 * 60)
    await watch.poll(15 * 60)
    message = watch.door.message("P0A1F")
    await watch.set_car(fault_codes=[])
    await watch.poll(15 * 60)

    assert watch.door.of("fault_code") == ["opened", "closed"]
    assert "Details" in message.labels
    assert "is gone" in watch.door.message("P0A1F").text


async def test_evening_check_reminds_in_an_hour_and_ends_with_the_cable(watch) -> None:
    await watch.set_car(soc=15, plugged=False)
    await watch.settings(evening_at=local(watch.world.clock.now()))
    await watch.poll(1)
    (toast,) = await watch.world.room.tap(ANNA, watch.door.message("not plugged in"), "Remind")
    await watch.poll(30)
    first = watch.door.of("evening_plug_in")
    await watch.poll(35)
    reminded = watch.door.of("evening_plug_in")
    await watch.set_car(plugged=True)
    await watch.poll(1)

    assert "in an hour" in toast.toast
    assert first == ["opened"]
    assert reminded == ["opened", "opened"]
    assert watch.door.of("evening_plug_in") == ["opened", "opened", "closed", "closed"]


async def test_fine_tonight_silences_the_evening(watch) -> None:
    await watch.set_car(soc=15, plugged=False)
    await watch.settings(evening_at=local(watch.world.clock.now()))
    await watch.poll(1)
    await watch.world.room.tap(ANNA, watch.door.message("not plugged in"), "Remind")
    await watch.world.room.tap(ANNA, watch.door.message("not plugged in"), "Fine tonight")
    await watch.poll(70)

    assert watch.door.of("evening_plug_in") == ["opened"]


async def test_booking_is_reminded_to_who_booked_alone(watch) -> None:
    await book(watch, BEN, 60, 180)
    await watch.poll(10)
    before = list(watch.door.told)
    await watch.poll(25)

    assert "booking_soon" not in {kind for _, kind, _ in before}
    assert watch.door.of("booking_soon", BEN) == ["opened"]
    assert watch.door.of("booking_soon", ANNA) == []
    assert "Ben, your time with #1" in watch.door.message("your time", BEN).text


async def test_booking_that_needs_more_than_there_is_offers_to_charge(watch) -> None:
    await watch.set_car(soc=30, plugged=True, charging=False)
    await book(watch, BEN, 6 * 60, 9 * 60, distance_km=200.0)
    await watch.poll(1)

    message = watch.door.message("That will not do")
    assert "⚡ Start charging" in message.labels


async def test_car_that_is_not_back_is_asked_for_and_the_booking_shifts(watch) -> None:
    await book(watch, MIA, -60, 10)
    await book(watch, BEN, 15, 120)
    await watch.set_car(latitude=48.9, longitude=11.9, driving=True)
    await watch.poll(1)
    (asked,) = await watch.world.room.tap(
        BEN, watch.door.message("not where it should be", BEN), "Ask the driver"
    )
    await watch.poll(1)
    question = watch.door.message("When are you back", MIA)
    await watch.world.room.tap(MIA, question, "In 30 min")
    await watch.poll(1)
    (shifted,) = await watch.world.room.tap(
        BEN, watch.door.message("not where it should be", BEN), "+30 min"
    )

    assert "asked Mia" in asked.text
    assert "Mia is back" in watch.door.message("Mia is back", BEN).text
    assert "The booking is now" in shifted.text


async def test_shifted_booking_offers_the_time_that_it_frees(watch) -> None:
    await book(watch, MIA, -60, 10)
    await book(watch, BEN, 15, 120)
    await book(watch, MIA, 12, 40, state=BookingState.WAITING)
    await watch.set_car(latitude=48.9, longitude=11.9, driving=True)
    await watch.poll(1)
    await watch.world.room.tap(BEN, watch.door.message("not where it should be", BEN), "+30 min")
    await watch.poll(1)

    assert watch.door.of("booking_news", MIA) == ["opened"]  # the time that she waits for is free
    assert watch.door.of("booking_news", ANNA) == ["opened"]  # one word for the two moves


async def test_shift_that_is_refused_changes_nothing(watch) -> None:
    await book(watch, BEN, 15, 120)
    await book(watch, MIA, 125, 180)
    await book(watch, MIA, -60, 10)
    await watch.set_car(latitude=48.9, longitude=11.9, driving=True)
    await watch.poll(1)
    (refused,) = await watch.world.room.tap(
        BEN, watch.door.message("not where it should be", BEN), "+30 min"
    )

    assert "The booking is now" not in refused.text
    async with watch.world.database.reading() as tx:
        (booking,) = [
            it for it in await bookings.list_open(tx, watch.car_id) if it.person_id == BEN
        ]
        assert await bookings.last_move(tx, booking) is None


async def test_left_open_follows_what_is_open_in_the_same_message(watch) -> None:
    await watch.set_car(doors={"driver": True})
    await watch.poll(3)
    await watch.poll(6)
    message = watch.door.message("left open")
    await watch.set_car(doors=False, locked=True, windows={"rear_left": True})
    await watch.poll(3)
    edited = watch.door.message("left open")
    await watch.set_car(windows=False)
    await watch.poll(3)

    assert watch.door.of("left_open") == ["opened", "updated", "closed"]
    assert "driver's door" in message.text
    assert (edited.message_id, "rear left window" in edited.text) == (message.message_id, True)


async def test_quiet_hours_end_with_one_digest(watch) -> None:
    now = watch.world.clock.now()
    start, end = now - timedelta(hours=1), now + timedelta(hours=4)
    await watch.settings(quiet_from=local(start), quiet_until=local(end))
    await watch.set_car(soc=15, plugged=False, tyres=180)
    await watch.poll(5)
    quiet = [told for told in watch.door.told if told[0] == ANNA]
    await watch.set_car(tyres=240)
    await watch.poll(5)
    await watch.poll(4 * 60)

    assert quiet == []
    assert [told for told in watch.door.told if told[0] == ANNA] == [(ANNA, "digest", "opened")]
    digest = watch.door.message("While I kept quiet")
    assert "#1 is low: 15" in digest.text
    assert "over by now" in digest.text


async def test_mute_till_morning_holds_until_the_morning(watch) -> None:
    await watch.set_car(soc=15, plugged=False)
    await watch.poll(5)
    (toast,) = await watch.world.room.tap(ANNA, watch.door.message("is low"), "Till morning")

    assert "till morning" in toast.toast


@pytest.mark.parametrize(
    ("said", "name", "value", "answer"),
    [
        ("warn me below 30 %", "low_battery_percent", 30.0, "30%"),
        ("warn me when the car is left open for 10 minutes", "left_open_minutes", 10.0, "10 min"),
        ("evening check at 21:00", "evening_at", time(21, 0), "21:00"),
        ("warn me below 3 %", "low_battery_percent", 20.0, "5% to 60%"),
    ],
)
async def test_limit_is_set_by_sentence(family, said, name, value, answer) -> None:
    (shown,) = await family.room.say(ANNA, said)

    async with family.database.reading() as tx:
        settings = await alert_settings.get(tx, ANNA)
    assert getattr(settings, name) == value
    assert answer in shown.text.replace(" ", " ").replace("30 %", "30%")


async def test_each_chat_hears_by_its_own_limit(watch) -> None:
    await watch.settings(low_battery_percent=40)
    await watch.poll()
    await watch.set_car(soc=35, plugged=False)
    await watch.poll(5)

    assert watch.door.of("battery_low", ANNA) == ["opened"]
    assert watch.door.of("battery_low", BEN) == []


async def test_list_switches_a_kind_over_in_the_same_message(family) -> None:
    (shown,) = await family.room.say(ANNA, "Which alerts are on?")
    (reply,) = await family.room.tap(ANNA, shown, "Battery low")

    async with family.database.reading() as tx:
        settings = await alert_settings.get(tx, ANNA)
    assert settings.disabled == {"battery_low"}
    assert reply.edit
    assert "🔕 Battery low" in {button.text for row in reply.buttons for button in row}


async def test_group_list_leads_to_the_own_switches(family) -> None:
    (shown,) = await family.room.say(BEN, "Which alerts are on?", chat=FAMILY)
    replies = await family.room.tap(BEN, shown, "Only for me", chat=FAMILY)

    assert {reply.to_chat_id for reply in replies} == {BEN}


async def test_replay_counts_what_these_limits_would_have_told(watch) -> None:
    for level in (60, 33, 31, 60, 33):
        await watch.set_car(soc=level, plugged=False)
        await watch.poll(60)
    (before,) = await watch.world.room.say(ANNA, "What would have alerted last week?")
    await watch.world.room.say(ANNA, "warn me below 35 %")
    (after,) = await watch.world.room.say(ANNA, "What would have alerted last week?")

    assert "Battery low" not in before.text
    assert "Battery low · 2× · last " in after.text
    async with watch.world.database.reading() as tx:
        kept = await history.list_for(tx, watch.car_id, watch.world.clock.now() - timedelta(days=7))
    assert len(kept) >= 5
