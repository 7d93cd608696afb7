"""What cars are known to lack, asked seldom and kept in memory; unknown is never "lacks"."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from bot.garage import Garage
from smartcloud import CloudAccount
from smartcloud.exceptions import SmartCloudError, UnsupportedError
from smartcloud.models import Vehicle
from storage.records import Car

Proof = Callable[[CloudAccount, Vehicle], Awaitable[bool]]
"""Returns whether the car certainly lacks it; ``UnsupportedError`` says so, too."""

KNOWN_FOR = timedelta(days=1)  # equipment does not change
AGAIN_AFTER = timedelta(minutes=10)  # something could not be asked


def _by_service(ask: Callable[[CloudAccount, Vehicle], Awaitable[object]]) -> Proof:
    async def proof(account: CloudAccount, vehicle: Vehicle) -> bool:
        await ask(account, vehicle)
        return False

    return proof


def _by_lists(*features: str) -> Proof:
    async def proof(account: CloudAccount, vehicle: Vehicle) -> bool:
        equipment = await account.care.get_equipment(vehicle)
        return all(equipment.has(feature) is False for feature in features)

    return proof


PROOFS: Mapping[str, Proof] = {
    "fridge": _by_service(lambda account, vehicle: account.care.get_fridge(vehicle)),
    "fragrance": _by_service(lambda account, vehicle: account.care.get_fragrance(vehicle)),
    "locker": _by_service(lambda account, vehicle: account.care.get_locker(vehicle)),
    "seat_heating": _by_lists("seat_heating"),
    "steering_heating": _by_lists("steering_heating"),
}
"""By capability, where trims differ. What every Smart has is not asked: the lists spell it in many
ways, and a lock that is hidden by a spelling would be worse than a button too many."""


class Equipped:
    """Remembers what each car lacks."""

    def __init__(self) -> None:
        self._lacks: dict[int, frozenset[str]] = {}
        self._ask_at: dict[int, datetime] = {}

    def lacks(self, car_id: int) -> frozenset[str]:
        """Return the capabilities that a car is known not to have, without asking."""
        return self._lacks.get(car_id, frozenset())

    async def learn(self, garage: Garage, car: Car, now: datetime) -> frozenset[str]:
        """Return the same, after asking the cloud where that was long ago."""
        if now < self._ask_at.get(car.car_id, now):
            return self.lacks(car.car_id)
        said = await asyncio.gather(*(_lacks(garage, car, it) for it in PROOFS))
        found = dict(zip(PROOFS, said, strict=True))
        unknown = {capability for capability, lacks in found.items() if lacks is None}
        known = self.lacks(car.car_id) & unknown  # what was known stays so
        lacking = known | {capability for capability, lacks in found.items() if lacks}
        self._lacks[car.car_id] = lacking
        self._ask_at[car.car_id] = now + (AGAIN_AFTER if unknown else KNOWN_FOR)
        return lacking


async def _lacks(garage: Garage, car: Car, capability: str) -> bool | None:
    """Return whether a car lacks something; ``None`` if that could not be asked."""
    try:
        return await garage.ask(car, capability, lambda it: PROOFS[capability](it, car.vehicle))
    except UnsupportedError:
        return True
    except SmartCloudError:
        return None
