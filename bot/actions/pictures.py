"""Draws pictures beside the event loop; what draws is loaded when somebody first asks for it.

A picture that cannot be drawn is logged, and the words go out without it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from bot.actions.exchange import Exchange
from bot.localisation import Wording
from bot.rendering.view import CarView
from family.handover import Share
from family.models import Booking
from smartcloud.models import ChargeRecord, ChargingState, Position, Trip
from storage import history

LONGEST_CHARGE = timedelta(hours=36)
_FAILURES = (ArithmeticError, LookupError, OSError, TypeError, ValueError)

log = structlog.get_logger(__name__)


async def draw_tyres(exchange: Exchange, view: CarView) -> bytes | None:
    """Return a PNG of the four tyres."""
    from bot import pictures  # Pillow and the fonts: an idle bot goes without
    from bot.rendering.pictures import tyres  # likewise

    return await _drawn(lambda: pictures.draw(pictures.tyre_picture, tyres(view, exchange.wording)))


async def draw_charge(exchange: Exchange, view: CarView) -> bytes | None:
    """Return a PNG of the charge under way; nothing for a car that does not charge."""
    if view.status.charging.state is not ChargingState.CHARGING:
        return None
    from bot import pictures  # as above
    from bot.rendering.journal_pictures import charge  # as above

    async with exchange.parts.database.reading() as tx:
        frames = await history.list_for(tx, view.car_id, exchange.now - LONGEST_CHARGE)
    return await _drawn(
        lambda: pictures.draw(pictures.charging_picture, charge(view, frames, exchange.wording))
    )


async def draw_charges(records: Sequence[ChargeRecord], car: str, wording: Wording) -> bytes | None:
    """Return a PNG of the newest charging sessions."""
    from bot import pictures  # as above
    from bot.rendering.journal_pictures import charges  # as above

    return await _drawn(
        lambda: pictures.draw(pictures.bars_picture, charges(records, car, wording))
    )


async def draw_trip(one: Trip, track: Sequence[Position], wording: Wording) -> bytes | None:
    """Return a PNG of the way of a trip."""
    from bot import pictures  # as above
    from bot.rendering.journal_pictures import trip  # as above

    return await _drawn(lambda: pictures.draw(pictures.trip_picture, trip(one, track, wording)))


async def draw_energy(
    trips: Sequence[Trip], drivers: Mapping[str, str], car: str, wording: Wording
) -> bytes | None:
    """Return a PNG of the energy by day or week and driver."""
    from bot import pictures  # as above
    from bot.rendering.journal_pictures import energy  # as above

    return await _drawn(
        lambda: pictures.draw(pictures.bars_picture, energy(trips, drivers, car, wording))
    )


async def draw_split(
    shares: Sequence[Share], names: Mapping[int, str], car: str, wording: Wording
) -> bytes | None:
    """Return a PNG of what each person drove."""
    from bot import pictures  # as above
    from bot.rendering.split import split_picture  # as above

    return await _drawn(
        lambda: pictures.draw(pictures.bars_picture, split_picture(shares, names, car, wording))
    )


def write_gpx(track: Sequence[Position], started_at: datetime, name: str) -> bytes:
    """Return the way of a trip as a GPX file; only the beginning has a known time."""
    from bot import pictures  # as above

    places = [pictures.Place(latitude=it.latitude, longitude=it.longitude) for it in track]
    return pictures.gpx(places, name, [started_at])


async def draw_week(
    car_name: str, bookings: Sequence[Booking], names: Sequence[str], wording: Wording
) -> bytes | None:
    """Return a PNG of the next seven days of a car."""
    from bot import pictures  # as above
    from bot.rendering.pictures import week  # as above

    return await _drawn(
        lambda: pictures.draw(pictures.calendar_picture, week(car_name, bookings, names, wording))
    )


async def _drawn(draw: Callable[[], Awaitable[bytes]]) -> bytes | None:
    try:
        return await draw()
    except _FAILURES as error:
        log.error("picture_failed", error=type(error).__name__, exc_info=error)
        return None
