"""Finds what belongs into the calendar of a secret address, and writes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from alerts.ports import Clock
from bot.localisation import Texts, Wording, zone_of
from family.models import Booking, Role
from family.permissions import may
from storage import bookings, grants, members, people
from storage.database import Database, Transaction
from storage.grants import Grant
from storage.records import Car, Person

KIND = "calendar"  # of the grants
PATH = "/calendar/{secret}.ics"  # below the public address
BUSY = "busy"  # scope: only when the car is taken
BEHIND, AHEAD = timedelta(days=60), timedelta(days=400)
NOTED_EVERY = timedelta(hours=1)  # applications ask often; "last asked" need not be exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A feed, and a short name for exactly these bytes (an entity tag)."""

    content: bytes
    tag: str


class Calendars:
    """Publishes bookings; knows addresses only by their hashes."""

    def __init__(self, database: Database, texts: Texts, clock: Clock, people_clock: Clock) -> None:
        self._database = database
        self._texts = texts
        self._clock = clock
        self._people_clock = people_clock

    async def of_secret(self, secret: str) -> Published | None:
        """Return the feed; ``None`` alike for unknown, revoked, and people who left the car."""
        async with self._database.reading() as tx:
            grant = await grants.find(tx, KIND, secret, self._clock())
            published = await self.of_grant(tx, grant) if grant else None
        if grant and published and _is_stale(grant.last_used_at, self._people_clock()):
            async with self._database.transaction() as tx:
                await grants.note_use(tx, grant.grant_id, self._people_clock())
        return published

    async def of_grant(self, tx: Transaction, grant: Grant) -> Published | None:
        """Return the feed of a grant, as far as its person may see it now."""
        return await self.of_person(
            tx, grant.person_id, grant.car_id, is_busy_only=BUSY in grant.scopes
        )

    async def of_person(
        self, tx: Transaction, person_id: int, car_id: int | None, *, is_busy_only: bool = False
    ) -> Published | None:
        """Return the bookings of a car, or those of a person if ``car_id`` is ``None``."""
        from bot.calendars.feed import feed  # icalendar: an idle bot goes without
        from bot.rendering.calendar import entries  # likewise

        now = self._clock()
        person = await people.get_person(tx, person_id)
        if person is None:
            return None
        usable = await members.get_cars_of(tx, person_id, now=now)
        seen = {
            car.car_id: car
            for car, member in usable
            if car_id is None or (car.car_id == car_id and may(member, Role.DRIVER, now).allowed)
        }
        if car_id is not None and not seen:
            return None
        wording = self._wording(person, now)
        found = await self._bookings(tx, person_id, car_id, now)
        names, zones = await _people_of(tx, found)
        written = [
            entry
            for car in seen.values()
            for entry in entries(
                [it for it in found if it.car_id == car.car_id],
                car=car.name,
                names=names,
                zones=zones,
                reader=person_id,
                is_busy_only=is_busy_only,
                wording=wording,
            )
        ]
        content = feed(_title(seen.get(car_id) if car_id else None, wording), written)
        return Published(content=content, tag=sha256(content).hexdigest()[:32])

    async def _bookings(
        self, tx: Transaction, person_id: int, car_id: int | None, now: datetime
    ) -> tuple[Booking, ...]:
        start, end = now - BEHIND, now + AHEAD
        if car_id is None:
            return await bookings.list_of_person(tx, person_id, start, end)
        return await bookings.list_for(tx, car_id, start, end)

    def _wording(self, person: Person, now: datetime) -> Wording:
        language = self._texts.language_of(person.language)
        return Wording(self._texts, language, person.timezone, now, person.units)


def _title(car: Car | None, wording: Wording) -> str:
    if car is None:
        return wording.label("calendar-mine")
    return wording.label("calendar-of-car", car=car.name)


def _is_stale(used_at: datetime | None, now: datetime) -> bool:
    return used_at is None or now - used_at > NOTED_EVERY


async def _people_of(
    tx: Transaction, found: Iterable[Booking]
) -> tuple[dict[int, str], dict[int, ZoneInfo]]:
    names, zones = {}, {}
    for person_id in {booking.person_id for booking in found}:
        person = await people.get_person(tx, person_id)
        if person is not None:
            names[person_id], zones[person_id] = person.first_name, zone_of(person.timezone)
    return names, zones
