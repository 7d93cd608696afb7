"""A family with a car, in a database."""

from dataclasses import dataclass
from datetime import UTC, datetime

from family.models import Member, Role
from smartcloud.models import Model, Region, Tokens, Vehicle
from storage import accounts, cars, members, people
from storage.database import Database, Transaction
from storage.records import Car

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ANNA, BEN, FAMILY = 1001, 1002, -500
VIN = "HESXR1C40PS000001"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Anna owns the car, Ben drives it, and both talk about it in a group."""

    anna: int
    ben: int
    group: int
    account_id: int
    car: Car

    @property
    def car_id(self) -> int:
        return self.car.car_id


async def add_chat(tx: Transaction, chat_id: int, title: str) -> None:
    """A private chat with its person, or a group (a negative id)."""
    if chat_id > 0:
        await people.save_person(
            tx, person_id=chat_id, first_name=title, language_code="en", now=NOW
        )
    await people.save_chat(
        tx, chat_id=chat_id, is_group=chat_id < 0, title=title, language_code="en", now=NOW
    )


def tokens(secret: str = "session-token-of-anna") -> Tokens:
    return Tokens(region=Region.EU, user_id="u1", session_token=secret, issued_at=NOW)


def vehicle(vin: str = VIN) -> Vehicle:
    return Vehicle(vin=vin, region=Region.EU, model=Model.ONE, series_code="HX11")


async def save_family(database: Database) -> Family:
    async with database.transaction() as tx:
        for chat_id, title in ((ANNA, "Anna"), (BEN, "Ben"), (FAMILY, "Our car")):
            await add_chat(tx, chat_id, title)
        account = await accounts.save_account(
            tx, chat_id=ANNA, region=Region.EU, tokens=tokens(), now=NOW
        )
        (car,) = await cars.save_vehicles(tx, account.account_id, [vehicle()], NOW)
        for person_id, role in ((ANNA, Role.OWNER), (BEN, Role.DRIVER)):
            await members.save_member(tx, Member(person_id=person_id, car_id=car.car_id, role=role))
        for chat_id in (ANNA, FAMILY):
            await cars.link_chat(tx, chat_id, car.car_id)
    return Family(anna=ANNA, ben=BEN, group=FAMILY, account_id=account.account_id, car=car)
