"""Any interleaving of a family's moves on a real database file, by two workers at once."""

import asyncio
from collections.abc import Awaitable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import func, select

from bot.bookings import clock as booking_clock
from bot.bookings import moving
from bot.bookings.news import Teller
from family import bookings as moves
from family.bookings import TIMED, Verb
from family.models import Booking, BookingState, Member, Role
from family.slots import HOLDING, OPEN, BookingError, Slot
from storage import bookings, members
from storage.database import Database
from storage.keys import Keyring
from storage.schema import migrate
from storage.tables import booking_moves
from tests.integration.storage.storage_builders import ANNA, BEN, NOW, add_chat, save_family

MIA, TOM = 1003, 1004
HOUR = timedelta(hours=1)
PEOPLE = (ANNA, BEN, MIA, TOM)
BY_PEOPLE = [verb for verb in Verb if verb not in {Verb.UNDO, Verb.CLEAR, Verb.OFFER, Verb.EXPIRE}]


class Family(RuleBasedStateMachine):
    """An owner, two drivers and a young one ask, answer, change, undo and forget, in any order."""

    template: bytes = b""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = TemporaryDirectory()
        self.now = NOW
        self.asked = 0
        self.run(self._open())

    async def _open(self) -> None:
        path = Path(self.folder.name) / "family.db"
        url = f"sqlite+aiosqlite:///{path}"
        if Family.template:
            path.write_bytes(Family.template)
        else:
            await migrate(url)
            Family.template = path.read_bytes()
        keyring = Keyring.parse(Keyring.generate_key())
        self.workers = [await Database.open(url, keyring), await Database.open(url, keyring)]
        self.family = await save_family(self.workers[0])
        self.car = self.family.car
        async with self.workers[0].transaction() as tx:
            for person, name in ((MIA, "Mia"), (TOM, "Tom")):
                await add_chat(tx, person, name)
            for person, role in ((MIA, Role.DRIVER), (TOM, Role.YOUNG_DRIVER)):
                await members.save_member(
                    tx, Member(person_id=person, car_id=self.car.car_id, role=role)
                )

    def run(self, work: Awaitable[Any]) -> Any:
        return self.loop.run_until_complete(work)

    def teardown(self) -> None:
        for worker in self.workers:
            self.run(worker.close())
        self.loop.close()
        self.folder.cleanup()

    async def _member(self, tx: Any, person: int) -> Member:
        found = await members.get_member(tx, person, self.car.car_id)
        assert found is not None
        return found

    def _teller(self, tx: Any, person: int) -> Teller:
        return Teller(tx=tx, car=self.car, now=self.now, by=person, by_name="Somebody")

    async def _ask(self, worker: int, person: int, times: Slot, how: dict[str, bool]) -> bool:
        async with self.workers[worker].transaction() as tx:
            known = await bookings.list_open(tx, self.car.car_id)
            try:
                wish = moves.request(await self._member(tx, person), *times, self.now, known, **how)
                await moving.ask(self._teller(tx, person), wish)
            except BookingError:
                return False
        return True

    async def _move(self, worker: int, number: int, verb: Verb, person: int, hours: int) -> None:
        try:
            async with self.workers[worker].transaction() as tx:
                booking = await bookings.get(tx, number)
                if booking is None:
                    return
                member = await self._member(tx, person)
                if verb is Verb.UNDO:
                    await moving.undo(self._teller(tx, person), booking, member)
                    return
                times = None
                if verb in TIMED:
                    times = Slot(booking.starts_at, booking.ends_at + hours * HOUR)
                await moving.make(self._teller(tx, person), booking, verb, member, times=times)
        except BookingError:
            return  # refused: nothing of it is stored, which the invariants see

    @rule(
        person=st.sampled_from(PEOPLE),
        start=st.integers(0, 12),
        length=st.integers(1, 5),
        how=st.sampled_from([{}, {"waits": True}, {"is_urgent": True}]),
    )
    def ask(self, person: int, start: int, length: int, how: dict[str, bool]) -> None:
        times = Slot(self.now + start * HOUR, self.now + (start + length) * HOUR)
        self.asked += self.run(self._ask(0, person, times, how))

    @rule(
        number=st.integers(1, 9),
        verb=st.sampled_from([*BY_PEOPLE, Verb.UNDO]),
        person=st.sampled_from(PEOPLE),
        hours=st.integers(-2, 3),
    )
    def move(self, number: int, verb: Verb, person: int, hours: int) -> None:
        self.run(self._move(0, number, verb, person, hours))

    @rule(
        first=st.tuples(st.integers(1, 9), st.sampled_from(BY_PEOPLE), st.sampled_from(PEOPLE)),
        second=st.tuples(st.integers(1, 9), st.sampled_from(BY_PEOPLE), st.sampled_from(PEOPLE)),
    )
    def race(self, first: tuple[int, Verb, int], second: tuple[int, Verb, int]) -> None:
        """Two workers move at the same time, perhaps the same booking."""

        async def both() -> None:
            await asyncio.gather(self._move(0, *first, 1), self._move(1, *second, 2), self._tick(1))

        self.run(both())

    async def _tick(self, worker: int) -> None:
        await booking_clock.tick(self.workers[worker], lambda: self.now)

    @rule(hours=st.integers(1, 6))
    def wait(self, hours: int) -> None:
        self.now += hours * HOUR
        self.run(self._tick(0))

    async def _all(self) -> tuple[tuple[Booking, ...], dict[int, int]]:
        async with self.workers[1].reading() as tx:
            found = await bookings.list_for(
                tx, self.car.car_id, NOW - 99 * HOUR, self.now + 999 * HOUR
            )
            rows = await tx.connection.execute(
                select(booking_moves.c.booking_id, func.count()).group_by(
                    booking_moves.c.booking_id
                )
            )
            return found, {row[0]: row[1] for row in rows}

    @invariant()
    def nobody_has_the_car_twice(self) -> None:
        found, _ = self.run(self._all())
        held = sorted((it for it in found if it.state in HOLDING), key=lambda it: it.starts_at)
        assert all(one.ends_at <= two.starts_at for one, two in pairwise(held))

    @invariant()
    def no_request_is_lost_and_every_move_is_kept(self) -> None:
        found, kept = self.run(self._all())
        assert len(found) == self.asked
        assert kept == {it.booking_id: it.version + 1 for it in found}

    @invariant()
    def nothing_waits_for_ever(self) -> None:
        found, _ = self.run(self._all())
        late = [it for it in found if it.ends_at <= self.now and it.state in OPEN]
        assert all(it.state == BookingState.ACTIVE or it.changed_at == self.now for it in late)


TestFamily = Family.TestCase
TestFamily.settings = settings(
    max_examples=12,
    stateful_step_count=20,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
