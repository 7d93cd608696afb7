"""Pictures for the chat: values and finished words in, PNG (or GPX) bytes out."""

from bot.pictures.bars import bars_picture
from bot.pictures.charging import charging_picture
from bot.pictures.drawing import draw
from bot.pictures.gpx import gpx
from bot.pictures.models import (
    Bar,
    BarsPicture,
    CalendarBooking,
    CalendarDay,
    CalendarPicture,
    ChargePoint,
    ChargingPicture,
    Fact,
    Heading,
    Place,
    TripPicture,
    Tyre,
    TyrePicture,
)
from bot.pictures.trip import trip_picture
from bot.pictures.tyres import tyre_picture
from bot.pictures.week import calendar_picture

__all__ = [
    "Bar",
    "BarsPicture",
    "CalendarBooking",
    "CalendarDay",
    "CalendarPicture",
    "ChargePoint",
    "ChargingPicture",
    "Fact",
    "Heading",
    "Place",
    "TripPicture",
    "Tyre",
    "TyrePicture",
    "bars_picture",
    "calendar_picture",
    "charging_picture",
    "draw",
    "gpx",
    "trip_picture",
    "tyre_picture",
]
