"""One trip of the journal as a card: its way on a picture, and as a file for maps."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.actions.exchange import Exchange
from bot.actions.pictures import draw_trip, write_gpx
from bot.actions.reports import report
from bot.buttons import TRIP
from bot.rendering.journal import trip_text
from bot.replies import Button, Document, Reply
from intents.models import SlotValue
from smartcloud import CloudAccount
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import Position, Trip
from storage.records import Car, StoredButton

GPX = "gpx"
_NUMBERS = ("distance_km", "consumption_kwh_per_100km", "average_speed_kmh")


async def track_of(account: CloudAccount, car: Car, one: Trip) -> tuple[Position, ...]:
    """Return the way of a trip; an answer without it is better than none."""
    try:
        return await account.trips.get_track(car.vehicle, one)
    except SmartCloudError:
        return ()


def trip_button(exchange: Exchange, one: Trip, *, as_file: bool = False) -> Button:
    """Return the button that shows one trip, or hands out its way as a file."""
    wording = exchange.wording
    words = f"{wording.day_and_time(one.started_at)} · {wording.distance(one.distance_km)}"
    payload: dict[str, SlotValue] = {
        "car_id": exchange.car.car_id if exchange.car else 0,
        "started_at": one.started_at.isoformat(),
        "ended_at": one.ended_at.isoformat() if one.ended_at else "",
        GPX: as_file,
    }
    numbers = {name: getattr(one, name) for name in _NUMBERS}
    payload |= {name: number for name, number in numbers.items() if number is not None}
    label = wording.label("button-gpx") if as_file else words
    return Button(text=label, action=TRIP, payload=payload, once=False)


async def show_trip(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Show a trip of the list, or send its file."""
    one, as_file = _trip_of(button.payload), bool(button.payload[GPX])

    async def ask(account: CloudAccount, car: Car) -> Sequence[Position]:
        return await account.trips.get_track(car.vehicle, one)

    def render(track: Sequence[Position]) -> Reply | Awaitable[Reply]:
        return _file(exchange, one, track) if as_file else _card(exchange, one, track)

    return await report(replace(exchange, edits=False), "trips", ask, render, is_private=True)


async def _card(exchange: Exchange, one: Trip, track: Sequence[Position]) -> Reply:
    picture = await draw_trip(one, track, exchange.wording)
    row = (trip_button(exchange, one, as_file=True),) if track else ()
    return Reply(
        text=trip_text(one, exchange.wording), picture=picture, buttons=(row,) if row else ()
    )


def _file(exchange: Exchange, one: Trip, track: Sequence[Position]) -> Reply:
    if not track:
        return exchange.say("picture-no-track")
    local = one.started_at.astimezone(exchange.wording.zone)
    name = f"{exchange.car.name if exchange.car else ''} {local:%Y-%m-%d %H:%M}".strip()
    document = Document(
        name=f"trip-{local:%Y-%m-%d-%H%M}.gpx", content=write_gpx(track, one.started_at, name)
    )
    return Reply(text="", document=document)


def _trip_of(payload: Mapping[str, SlotValue]) -> Trip:
    ended = str(payload["ended_at"])
    numbers = {name: float(payload[name]) for name in _NUMBERS if name in payload}
    return Trip(
        trip_id="",
        started_at=datetime.fromisoformat(str(payload["started_at"])),
        ended_at=datetime.fromisoformat(ended) if ended else None,
        distance_km=numbers.get("distance_km"),
        consumption_kwh_per_100km=numbers.get("consumption_kwh_per_100km"),
        average_speed_kmh=numbers.get("average_speed_kmh"),
    )
