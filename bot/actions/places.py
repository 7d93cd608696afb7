"""Places that are watched: drawn around the car where it stands."""

from collections.abc import Iterable
from dataclasses import replace

from bot.actions.exchange import Exchange
from bot.actions.models import FRESH, Slots
from bot.buttons import intent_button
from bot.localisation import Html
from bot.rendering.view import lines
from bot.replies import Reply
from intents.models import Intent
from storage import geofences

DEFAULT_RADIUS_M = 200.0  # wider than the noise of a position between houses
MOST_NAMES = 10  # as buttons of one question


async def create(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Draw a circle around the car's current place."""
    name = str(slots.get("name", "")).strip()
    if exchange.car is None:
        return (exchange.say("no-car"),)
    if not name:
        wish = Intent(name="geofence_create", slots=slots)
        return (exchange.ask("geofence-name-missing", wish, ("name",)),)
    look = await exchange.parts.garage.look(exchange.car.car_id, within=FRESH)
    status = look.car.status if look else None
    if status is None or status.position is None:
        return (exchange.say("geofence-no-place"),)
    radius = float(slots.get("radius", DEFAULT_RADIUS_M))
    place = status.position
    async with exchange.parts.database.transaction() as tx:
        await geofences.add(tx, exchange.car.car_id, name, place.latitude, place.longitude, radius)
    words = exchange.wording.metres(radius)
    return (exchange.say("geofence-made", name=name, radius=words, car=exchange.car.name),)


async def show(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List names and radii; the places themselves stay off the chat."""
    if exchange.car is None:
        return (exchange.say("no-car"),)
    async with exchange.parts.database.reading() as tx:
        fences = await geofences.list_for(tx, exchange.car.car_id)
    if not fences:
        return (exchange.say("geofence-none"),)
    wording = exchange.wording
    rows: list[Html] = [
        wording.say("geofence-line", name=fence.name, radius=wording.metres(fence.radius_m))
        for fence in fences
    ]
    title = wording.say("geofence-list", car=exchange.car.name)
    return (Reply(text=lines([title, *rows]), edit=exchange.edits),)


async def which(exchange: Exchange, slots: Slots) -> Reply | None:
    """Return the question which place is meant, unless one is; each has a button."""
    name, car, wording = str(slots.get("name", "")).strip(), exchange.car, exchange.wording
    if car is None:
        return exchange.say("no-car")
    async with exchange.parts.database.reading() as tx:
        names = [fence.name for fence in await geofences.list_for(tx, car.car_id)]
    if not names:
        return exchange.say("geofence-none")
    if _among(names, name) is not None:
        return None
    wish = Intent(name="geofence_delete")
    key = "geofence-which-other" if name else "geofence-which"
    rows = []
    for known in names[:MOST_NAMES]:
        meant = replace(wish, slots={"name": known})
        button = intent_button(wording, "button-details", meant, car.car_id)
        rows.append((replace(button, text=known),))
    return replace(exchange.ask(key, wish, ("name",), name=name), buttons=tuple(rows))


async def delete(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Remove a place by its name."""
    name = str(slots.get("name", "")).strip()
    if exchange.car is None:
        return (exchange.say("no-car"),)
    async with exchange.parts.database.transaction() as tx:
        names = [fence.name for fence in await geofences.list_for(tx, exchange.car.car_id)]
        known = _among(names, name) or name
        is_gone = await geofences.delete(tx, exchange.car.car_id, known)
    return (exchange.say("geofence-deleted" if is_gone else "geofence-unknown", name=known),)


def _among(names: Iterable[str], said: str) -> str | None:
    """Return the name that was said, as it is written."""
    return next((name for name in names if name.casefold() == said.casefold()), None)
