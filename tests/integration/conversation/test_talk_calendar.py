"""Calendars: an address from the chat, what it serves over HTTP, and a foreign calendar read."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.calendars.fetching import OWN_MACHINE, fetch
from bot.calendars.publishing import Calendars
from bot.calendars.reading import read_due
from bot.localisation import Texts
from bot.web.calendar import calendar_route
from family.models import MemberState, Role
from family.slots import Slot
from intents.models import Intent
from storage import calendars, members

ANNA, BEN, MIA, FAMILY = 1001, 1002, 1003, -100200300
WISH = "Can I have the car on Saturday from 10 to 2?"


@pytest.fixture
async def site(family):
    """The web half's calendar door, at the address that the companion hands out."""
    published = Calendars(family.database, Texts.load(), family.clock.now, family.people_clock)
    app = web.Application()
    app.router.add_routes([calendar_route(published)])
    async with TestServer(app, host="127.0.0.1") as server:
        yield server


async def address_from(world, person, label):
    """Ask for an address in the chat; return its path, as the calendar application sees it."""
    (menu,) = await world.room.say(person, "/calendar", intent=Intent(name="calendar"))
    (made,) = await world.room.tap(person, menu, label)
    return re.search(r"https://companion\.example(/calendar/\S+\.ics)", made.text).group(1)


async def get(world, site, path, **headers):
    async with world.http.get(site.make_url(path), headers=headers) as response:
        return response, await response.read()


def events(body):
    return list(icalendar.Calendar.from_ical(body).walk("VEVENT"))


async def test_calendar_of_the_car_follows_its_bookings(family, site):
    await family.room.say(ANNA, WISH)
    path = await address_from(family, BEN, "➕ Bookings of #1")

    response, body = await get(family, site, path)
    (before,) = events(body)
    await family.room.say(ANNA, "Cancel my booking")
    _, changed = await get(family, site, path)
    (after,) = events(changed)

    assert response.content_type == "text/calendar"
    assert (before["SUMMARY"], before["STATUS"]) == ("Anna · #1", "CONFIRMED")
    assert after["STATUS"] == "CANCELLED"
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]


async def test_unchanged_calendar_is_not_sent_again(family, site):
    await family.room.say(ANNA, WISH)
    path = await address_from(family, ANNA, "➕ My bookings")
    first, _ = await get(family, site, path)

    again, body = await get(family, site, path, **{"If-None-Match": first.headers["ETag"]})

    assert (again.status, body) == (304, b"")


async def test_calendar_that_tells_only_when_names_nobody(family, site):
    await family.room.say(BEN, WISH)
    path = await address_from(family, ANNA, "➕ #1, only when it is taken")

    _, asked = await get(family, site, path)
    await family.room.say(ANNA, "Can I have the car on Sunday from 10 to 2?")
    _, taken = await get(family, site, path)

    assert events(asked) == []
    assert [str(event["SUMMARY"]) for event in events(taken)] == ["#1 is taken"]
    assert b"Anna" not in taken


async def test_guest_gets_no_calendar_of_the_car(family):
    (menu,) = await family.room.say(MIA, "/calendar", intent=Intent(name="calendar"))

    assert [label for label in menu.labels if label.startswith("➕")] == ["➕ My bookings"]


async def test_revoked_address_and_revoked_person_see_nothing(family, site):
    await family.room.say(ANNA, WISH)
    anna = await address_from(family, ANNA, "➕ Bookings of #1")
    ben = await address_from(family, BEN, "➕ Bookings of #1")
    (menu,) = await family.room.say(ANNA, "/calendar", intent=Intent(name="calendar"))
    await family.room.tap(ANNA, menu, "Revoke: Bookings of #1")
    async with family.database.transaction() as tx:
        ((car, member),) = await members.get_cars_of(tx, BEN, now=family.clock.now())
        await members.save_member(tx, replace(member, state=MemberState.REVOKED))

    answers = [(await get(family, site, path))[0].status for path in (anna, ben)]
    guessed, _ = await get(family, site, f"/calendar/{'A' * 43}.ics")

    assert answers == [404, 404]
    assert guessed.status == 404
    assert member.role is Role.DRIVER
    assert car.name == "#1"


async def test_address_is_secret_in_the_database_and_in_a_group(family, tmp_path):
    path = await address_from(family, ANNA, "➕ My bookings")
    secret = path.removeprefix("/calendar/").removesuffix(".ics").encode()

    (group,) = await family.room.say(ANNA, "/calendar", intent=Intent(name="calendar"), chat=FAMILY)
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("companion.db*"))

    assert "private" in group.text.lower()
    assert secret not in stored


async def test_foreign_calendar_is_kept_read_and_forgotten(family):
    start = (family.clock.now() + timedelta(days=1)).astimezone(UTC).replace(microsecond=0)
    source = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        f"SUMMARY:Dentist\r\nDTSTART:{start:%Y%m%dT%H%M%SZ}\r\nDURATION:PT1H\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    app = web.Application()

    async def serve(_):
        return web.Response(text=source, content_type="text/calendar")

    app.router.add_get("/c.ics", serve)

    async def read(address):
        return await fetch(address, OWN_MACHINE)

    async with TestServer(app, host="127.0.0.1") as server:
        (kept,) = await import_calendar(family, str(server.make_url("/c.ics")))
        tried = await read_due(family.database, read, family.people_clock, family.clock.now)
        again = await read_due(family.database, read, family.people_clock, family.clock.now)
    busy = await busy_times(family)
    (menu,) = await family.room.say(ANNA, "/calendar", intent=Intent(name="calendar"))
    await family.room.tap(ANNA, menu, "Forget foreign calendar 1")

    assert "count as taken for #1" in kept.text
    assert family.room.deleted  # the address is a key to somebody's calendar
    assert (tried, again) == (1, 0)
    assert [(it.starts_at, it.ends_at) for it in busy] == [(start, start + timedelta(hours=1))]
    assert await busy_times(family) == ()


async def test_foreign_calendar_that_is_silent_keeps_its_times(family):
    app = web.Application()
    async with TestServer(app, host="127.0.0.1") as server:
        await import_calendar(family, str(server.make_url("/gone.ics")))

        async def read(address):
            return await fetch(address, OWN_MACHINE)

        await read_due(family.database, read, family.people_clock, family.clock.now)
    async with family.database.reading() as tx:
        ((car, _), *_) = await members.get_cars_of(tx, BEN, now=family.clock.now())
        (known,) = await calendars.list_of(tx, car.car_id)

    assert (known.failures, known.read_at) == (1, None)
    assert known.next_at > family.people_clock()


@pytest.mark.parametrize("address", ["https://192.168.1.1/c.ics", "ftp://example.com/c.ics", "x"])
async def test_address_inside_the_network_is_refused(family, address):
    (refused,) = await import_calendar(family, address)

    assert "cannot read that address" in refused.text


async def test_driver_may_not_import(family):
    (refused,) = await import_calendar(family, "https://example.com/c.ics", person=BEN)

    assert "owner" in refused.text


async def import_calendar(world, address, person=ANNA):
    return await world.room.say(
        person,
        f"/calendar_import {address}",
        intent=Intent(name="calendar_import"),
        argument=address,
    )


async def busy_times(world):
    now = world.clock.now()
    async with world.database.reading() as tx:
        ((car, _), *_) = await members.get_cars_of(tx, BEN, now=now)
        return await calendars.busy_between(tx, car.car_id, now, now + timedelta(days=3))


async def test_time_of_a_foreign_calendar_is_taken_for_drivers_and_not_for_the_owner(family):
    (kept,) = await import_calendar(family, "http://127.0.0.1:9/busy.ics")
    async with family.database.transaction() as tx:
        ((car, _), *_) = await members.get_cars_of(tx, BEN, now=family.clock.now())
        (known,) = await calendars.list_of(tx, car.car_id)
        start = saturday(family)
        await calendars.save_busy(
            tx,
            known.calendar_id,
            [Slot(start, start + timedelta(hours=2))],
            now=family.clock.now(),
            next_at=family.clock.now() + timedelta(hours=3),
        )

    (taken,) = await family.room.say(BEN, WISH)
    (booked,) = await family.room.say(ANNA, WISH)
    (listed,) = await family.room.say(ANNA, "Show bookings")

    assert "count as taken" in kept.text
    assert "Taken" in taken.text
    assert "Booked" in booked.text
    assert "a foreign calendar · booked" in listed.text


def saturday(world):
    """Return next Saturday, 10:00 in Berlin."""
    local = world.clock.now().astimezone(ZoneInfo("Europe/Berlin"))
    day = local.date() + timedelta(days=(5 - local.weekday()) % 7 or 7)
    return datetime(day.year, day.month, day.day, 10, tzinfo=local.tzinfo).astimezone(UTC)
