"""Answers that a picture says sooner: a car's tyres, and the week of a car."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.localisation import KPA_PER_BAR, Wording, plain
from bot.pictures.models import (
    CalendarBooking,
    CalendarDay,
    CalendarPicture,
    Heading,
    Tyre,
    TyrePicture,
)
from bot.rendering.overview import tyre_pressure
from bot.rendering.view import CarView
from family.models import Booking, BookingState
from smartcloud.models import Tyre as TyreState

WEEK_DAYS = 7


def tyres(view: CarView, wording: Wording) -> TyrePicture:
    """Return the four wheels, with what the car did not say as a dash."""
    state = view.status.tyres
    said = tyre_pressure(view, wording).answer
    detail = wording.age(view.status.updated_at) if view.status.updated_at else ""
    return TyrePicture(
        heading=Heading(title=view.name, value=plain(said), detail=detail),
        unit=_unit(wording),
        front_left=_wheel("driver", state.driver, wording),
        front_right=_wheel("passenger", state.passenger, wording),
        rear_left=_wheel("rear_left", state.rear_left, wording),
        rear_right=_wheel("rear_right", state.rear_right, wording),
    )


def _unit(wording: Wording) -> str:
    """Return the unit that stands behind every pressure ("bar")."""
    return wording.pressure(KPA_PER_BAR).split()[-1]


def _wheel(seat: str, tyre: TyreState, wording: Wording) -> Tyre:
    """Return one wheel: a number without its unit, and a name short enough for its card.

    The cloud names sides after the driver, and does not say on which side that is.
    """
    known = tyre.pressure_kpa is not None
    name = wording.label(f"wheel-{seat}")
    return Tyre(
        name=_capital(name.partition(", ")[2] or name),
        value=wording.pressure(tyre.pressure_kpa).split()[0] if known else None,
        is_warning=bool(tyre.has_warning),
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def week(
    car_name: str, bookings: Sequence[Booking], names: Sequence[str], wording: Wording
) -> CalendarPicture:
    """Return the next seven days of a car; ``names`` are the bookings' people, in their order."""
    now = wording.now.astimezone(wording.zone)
    monday = datetime.combine(now.date(), time(), now.tzinfo)
    days = [monday + timedelta(days=number) for number in range(WEEK_DAYS)]
    return CalendarPicture(
        heading=Heading(title=car_name, value=wording.label("share_list")),
        days=tuple(
            CalendarDay(day=day.date(), name=wording.weekday(day), number=str(day.day))
            for day in days
        ),
        bookings=tuple(
            CalendarBooking(
                person=name,
                start_at=booking.starts_at.astimezone(wording.zone),
                end_at=booking.ends_at.astimezone(wording.zone),
                detail=f"{wording.time(booking.starts_at)}–{wording.time(booking.ends_at)}",
                is_request=booking.state is BookingState.REQUESTED,
            )
            for booking, name in zip(bookings, names, strict=True)
        ),
        people=tuple(dict.fromkeys(names)),
        now=now,
        hour=lambda hour: f"{hour:02d}",
    )
