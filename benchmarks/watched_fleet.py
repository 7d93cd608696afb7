"""A database with many watched cars, for the benchmarks of the poll."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks.alert_week import HOUR, Life
from family.models import Member, Role
from smartcloud.models import ChargeLimit, Model, Region, Tokens, Vehicle
from storage import accounts, cars, members, people
from storage.database import Database
from storage.keys import Keyring
from storage.schema import migrate
from storage.tables import polls

FIRST_CHAT = 1_000
CARS_PER_TRANSACTION = 500
MADE_AT = datetime(2026, 11, 24, 11, tzinfo=UTC)


async def open_fleet(path: Path, number: int, *, due_at: datetime, rng: Random) -> Database:
    """Return a database with that many cars, an account and a chat each, all due at ``due_at``."""
    url = f"sqlite+aiosqlite:///{path}"
    await migrate(url)
    database = await Database.open(url, Keyring.parse(Keyring.generate_key()))
    life = Life(rng)
    for first in range(0, number, CARS_PER_TRANSACTION):
        async with database.transaction() as tx:
            for index in range(first, min(number, first + CARS_PER_TRANSACTION)):
                chat_id = FIRST_CHAT + index
                await people.save_person(
                    tx, person_id=chat_id, first_name="Kim", language_code="en", now=MADE_AT
                )
                await people.save_chat(
                    tx, chat_id=chat_id, is_group=False, title="", language_code="en", now=MADE_AT
                )
                account = await accounts.save_account(
                    tx, chat_id=chat_id, region=Region.EU, tokens=_tokens(), now=MADE_AT
                )
                vehicle = Vehicle(
                    vin=f"HESXR1C40PS{index:06d}",
                    region=Region.EU,
                    model=Model.ONE,
                    series_code="HX11",
                )
                (car,) = await cars.save_vehicles(tx, account.account_id, (vehicle,), MADE_AT)
                owner = Member(person_id=chat_id, car_id=car.car_id, role=Role.OWNER)
                await members.save_member(tx, owner)
                await cars.link_chat(tx, chat_id, car.car_id)
                frame = life.frame(HOUR * rng.uniform(0, 24), rng)
                await cars.save_snapshot(tx, car.car_id, frame, ChargeLimit(percent=80.0))
    async with database.transaction() as tx:
        await tx.connection.execute(
            polls.update().values(
                next_poll_at=due_at,
                next_status_at=due_at,
                next_sharing_at=due_at + timedelta(days=1),
                next_care_at=due_at + timedelta(days=1),
            )
        )
    return database


def _tokens() -> Tokens:
    return Tokens(region=Region.EU, user_id="u-1", session_token="a", issued_at=MADE_AT)
