"""Requests on Smart's own sharing platform, decided from the chat."""

from dataclasses import replace

from bot.actions.exchange import Exchange
from bot.actions.lending import book_sharing
from bot.errors import text_of
from bot.replies import Reply
from family.slots import BookingError, overlapping
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import Sharing
from storage import bookings
from storage.records import Car, StoredButton


async def decide_sharing(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Send the owner's answer to the platform, book the time here, and say what came of it.

    A request for a time that is booked is not approved by one tap: that would promise the car
    twice.
    """
    car, payload = exchange.car, button.payload
    if car is None:
        return (exchange.say("no-car"),)
    sharing_id, is_approved = str(payload["sharing_id"]), payload["verb"] == "approve"
    name = str(payload.get("person") or exchange.wording.label("someone"))
    try:
        sharing = await exchange.parts.garage.ask(
            car, "sharing", lambda it: it.sharing.get(sharing_id)
        )
        if is_approved and await _is_taken(exchange, car, sharing):
            return (replace(exchange, edits=False).say("sharing-taken", name=name, car=car.name),)
        await exchange.parts.garage.decide_sharing(
            car.account_id, car.vehicle, sharing_id, approve=is_approved
        )
        if is_approved:
            sharing = await exchange.parts.garage.ask(
                car, "sharing", lambda it: it.sharing.get(sharing_id)
            )
    except SmartCloudError as error:
        return (Reply(text=text_of(error, exchange.wording)),)
    if is_approved and sharing is not None:
        await _book(exchange, car, sharing)
    key = "sharing-approved" if is_approved else "sharing-declined"
    return (replace(exchange, edits=True).say(key, name=name, car=car.name),)


async def _is_taken(exchange: Exchange, car: Car, sharing: Sharing | None) -> bool:
    if sharing is None or sharing.starts_at is None or sharing.ends_at is None:
        return False
    async with exchange.parts.database.reading() as tx:
        known = await bookings.list_open(tx, car.car_id)
    return bool(overlapping(known, sharing.starts_at, sharing.ends_at))


async def _book(exchange: Exchange, car: Car, sharing: Sharing) -> None:
    try:
        await book_sharing(exchange, car, sharing)
    except BookingError:
        return  # given away meanwhile: the next look at the platform tells the difference
