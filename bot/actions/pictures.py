"""Draws pictures beside the event loop; what draws is loaded when somebody first asks for it."""

from collections.abc import Sequence

from bot.localisation import Wording
from bot.rendering.view import CarView
from family.models import Booking


async def draw_tyres(view: CarView, wording: Wording) -> bytes:
    """Return a PNG of the four tyres."""
    from bot import pictures  # Pillow and the fonts: an idle bot goes without
    from bot.rendering.pictures import tyres  # likewise

    return await pictures.draw(pictures.tyre_picture, tyres(view, wording))


async def draw_week(
    car_name: str, bookings: Sequence[Booking], names: Sequence[str], wording: Wording
) -> bytes:
    """Return a PNG of the next seven days of a car."""
    from bot import pictures  # Pillow and the fonts: an idle bot goes without
    from bot.rendering.pictures import week  # likewise

    return await pictures.draw(pictures.calendar_picture, week(car_name, bookings, names, wording))
