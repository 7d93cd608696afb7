"""Where the car shall go: places that are known, and places that somebody shows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.places import DEFAULT_RADIUS_M
from bot.actions.reports import report
from bot.actions.rights import refusal_of
from bot.buttons import DESTINATION, FENCE_HERE
from bot.localisation import Html
from bot.rendering.view import lines
from bot.replies import Button, Message, Reply
from family.models import Role
from family.permissions import may
from intents.models import Intent, SlotValue
from smartcloud import CloudAccount
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import Destination
from storage import dialogs, geofences
from storage.records import Car, Dialog, StoredButton

KIND = "fence_name"  # of the dialog that waits for the name of a shown place
MOST_NAMES = 8
NAME_WITHIN = timedelta(minutes=5)
LONGEST_NAME = 40


async def send(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Send a place that has a name here, or in the Smart account; a guess is never sent."""
    said = str(slots.get("place", "")).strip()
    if exchange.car is None:
        return (exchange.say("no-car"),)
    if not said:
        return (exchange.ask("destination-which", Intent(name="send_destination"), ("place",)),)
    known = await _known(exchange)
    wanted = [place for place in known if place.name.casefold() == said.casefold()]
    if wanted:
        return await _send(exchange, wanted[0])
    names = [place.name for place in known][:MOST_NAMES]
    unknown = exchange.ask(
        "destination-unknown", Intent(name="send_destination"), ("place",), name=said
    )
    if not names:
        return (replace(unknown, asks=None),)
    hint = exchange.wording.say("destination-known", names=exchange.wording.listing(names))
    return (replace(unknown, text=lines([Html(unknown.text), hint])),)


async def tapped(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Send the place of a button."""
    payload = button.payload
    place = Destination(
        latitude=float(payload["latitude"]),
        longitude=float(payload["longitude"]),
        name=str(payload["name"]),
        address=str(payload.get("address", "")),
    )
    return await _send(replace(exchange, edits=False), place)


def destination_button(exchange: Exchange, place: Destination) -> Button:
    """Return the button that sends a place to the exchange's car, once."""
    return Button(
        text=exchange.wording.label("button-destination"),
        action=DESTINATION,
        payload={
            "car_id": exchange.car.car_id if exchange.car else 0,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "name": place.name,
            "address": place.address,
        },
    )


def shown_place(exchange: Exchange, message: Message) -> Destination | None:
    """Return the place that a message shows, by its name on the map if it has one."""
    if message.location is None:
        return None
    latitude, longitude = message.location
    name = _name(message.place_name) or exchange.wording.label("destination-shown")
    return Destination(latitude=latitude, longitude=longitude, name=name)


async def send_shown(exchange: Exchange, place: Destination) -> tuple[Reply, ...]:
    """Send a place that was shown as the answer to "where to?"."""
    if refusal := refusal_of(exchange, "send_destination"):
        return (refusal,)
    return await _send(exchange, place)


def offer(exchange: Exchange, place: Destination) -> tuple[Reply, ...]:
    """Ask what to do with a place that somebody has shown."""
    wording = exchange.wording
    is_named = place.name != wording.label("destination-shown")
    here: dict[str, SlotValue] = {
        "car_id": exchange.car.car_id if exchange.car else 0,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "name": place.name if is_named else "",
    }
    fence = Button(text=wording.label("button-fence-here"), action=FENCE_HERE, payload=here)
    choices = (
        (Role.DRIVER, destination_button(exchange, place)),
        (Role.OWNER, fence),
    )
    rows = tuple(
        (button,) for role, button in choices if may(exchange.member, role, exchange.now).allowed
    )
    if not rows:
        return (exchange.say("destination-no-right"),)
    key = "destination-offer-named" if is_named else "destination-offer"
    return (Reply(text=wording.say(key, name=place.name), buttons=rows),)


async def ask_fence_name(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Ask how a shown place is called, unless it has a name; the next words are its name."""
    parts, name = exchange.parts, str(button.payload.get("name", ""))
    if name:
        return await _make_fence(exchange, button.payload, name)
    async with parts.database.transaction() as tx:
        await dialogs.start(
            tx,
            Dialog(
                chat_id=exchange.chat.chat_id,
                person_id=exchange.person.person_id,
                kind=KIND,
                data=dict(button.payload),
                expires_at=parts.people_clock() + NAME_WITHIN,
            ),
        )
    return (exchange.say("destination-fence-name"),)


async def name_fence(exchange: Exchange, dialog: Dialog, text: str) -> tuple[Reply, ...]:
    """Take the words as the name of the shown place."""
    return await _make_fence(exchange, dialog.data, _name(text))


async def _make_fence(exchange: Exchange, place: Mapping[str, Any], name: str) -> tuple[Reply, ...]:
    car_id = int(place["car_id"])
    about = exchange.about(car_id)
    if not may(about.member, Role.OWNER, exchange.now).allowed:
        return (exchange.say("destination-no-right"),)
    latitude, longitude = float(place["latitude"]), float(place["longitude"])
    async with exchange.parts.database.transaction() as tx:
        await dialogs.end_kind(tx, exchange.chat.chat_id, exchange.person.person_id, KIND)
        await geofences.add(tx, car_id, name, latitude, longitude, DEFAULT_RADIUS_M)
    radius = exchange.wording.metres(DEFAULT_RADIUS_M)
    return (exchange.say("destination-fence-made", name=name, radius=radius),)


def _name(said: str) -> str:
    return " ".join(said.split())[:LONGEST_NAME]


async def _known(exchange: Exchange) -> Sequence[Destination]:
    """Return the places with a name: the watched ones, then those kept in the Smart account."""
    car = exchange.car
    if car is None:
        return ()
    async with exchange.parts.database.reading() as tx:
        fences = await geofences.list_for(tx, car.car_id)
    known = [
        Destination(latitude=it.latitude, longitude=it.longitude, name=it.name) for it in fences
    ]
    try:
        kept = await exchange.parts.garage.ask(
            car, "favourites", lambda account: account.places.get_favourites()
        )
    except SmartCloudError:  # what is known here is enough to go on
        return known
    return [
        *known,
        *(
            Destination(
                latitude=it.latitude,
                longitude=it.longitude,
                name=it.name,
                address=it.address or "",
            )
            for it in kept
            if it.name and it.latitude is not None and it.longitude is not None
        ),
    ]


async def _send(exchange: Exchange, place: Destination) -> tuple[Reply, ...]:
    async def ask(account: CloudAccount, car: Car) -> None:
        await account.places.send_to_car(car.vehicle, place)

    car = exchange.car.name if exchange.car else ""
    said = exchange.wording.say("destination-sent", name=place.name, car=car)
    return await report(exchange, "destination", ask, lambda _: said, is_private=True)
