"""Fridge, fragrance and locker: is there one in this car, and what does its own service say."""

from collections.abc import Awaitable, Callable, Mapping

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.reports import report
from bot.errors import text_of
from bot.rendering.view import lines
from bot.replies import Reply
from smartcloud import CloudAccount
from smartcloud.exceptions import SmartCloudError, UnsupportedError
from smartcloud.models import Locker, Vehicle
from storage.records import Car

IsOn = Callable[[CloudAccount, Vehicle], Awaitable[bool | None]]


async def _fridge_is_on(account: CloudAccount, vehicle: Vehicle) -> bool | None:
    return (await account.care.get_fridge(vehicle)).is_on


async def _fragrance_is_on(account: CloudAccount, vehicle: Vehicle) -> bool | None:
    return (await account.care.get_fragrance(vehicle)).is_active


SWITCHED: Mapping[str, IsOn] = {"fridge": _fridge_is_on, "fragrance": _fragrance_is_on}
"""By capability: what the accessory's own request says; it raises where there is none."""


async def missing(exchange: Exchange, car: Car, capability: str) -> Reply | None:
    """Return "This #1 Pure has no ..." for a car without the accessory, else ``None``.

    The cloud knows it for certain only by the accessory's own service.
    """
    is_on = SWITCHED.get(capability)
    if is_on is None:
        return None
    try:
        await exchange.parts.garage.ask(car, capability, lambda it: is_on(it, car.vehicle))
    except UnsupportedError:
        return lacking(exchange, car, capability)
    except SmartCloudError as error:
        return Reply(text=text_of(error, exchange.wording), edit=exchange.edits)
    return None


def lacking(exchange: Exchange, car: Car, capability: str) -> Reply:
    """Return the sentence about a car that does not have something."""
    trim = car.vehicle.trim
    name = f"{car.name} {trim}" if trim and trim not in car.name else car.name
    what = exchange.wording.label(f"accessory-{capability}")
    return exchange.say("accessory-missing", car=name, what=what)


async def show_locker(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Say whether the locker is closed and locked, as far as its service tells."""

    async def ask(account: CloudAccount, car: Car) -> Locker | None:
        try:
            return await account.care.get_locker(car.vehicle)
        except UnsupportedError:
            return None

    def render(locker: Locker | None) -> str:
        if locker is None and exchange.car is not None:
            return lacking(exchange, exchange.car, "locker").text
        return locker_text(locker or Locker(), exchange)

    return await report(exchange, "locker", ask, render)


def locker_text(locker: Locker, exchange: Exchange) -> str:
    """Return open or closed, then locked or not; what is unknown is said to be."""
    say = exchange.wording.say
    lids = {True: "locker-open", False: "locker-closed", None: "locker-unknown"}
    locks = {True: "locker-locked", False: "locker-unlocked"}
    lock = "" if locker.is_locked is None else say(locks[locker.is_locked])
    return lines([say(lids[locker.is_open]), lock])
