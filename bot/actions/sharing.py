"""Requests on Smart's own sharing platform, decided from the chat."""

from dataclasses import replace

from bot.actions.exchange import Exchange
from bot.errors import text_of
from bot.replies import Reply
from smartcloud.exceptions import SmartCloudError
from storage.records import StoredButton


async def decide_sharing(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Send the owner's answer to the platform, and say what came of it."""
    car, payload = exchange.car, button.payload
    if car is None:
        return (exchange.say("no-car"),)
    is_approved = payload["verb"] == "approve"
    try:
        await exchange.parts.garage.decide_sharing(
            car.account_id, car.vehicle, str(payload["sharing_id"]), approve=is_approved
        )
    except SmartCloudError as error:
        return (Reply(text=text_of(error, exchange.wording)),)
    name = str(payload.get("person") or exchange.wording.label("someone"))
    key = "sharing-approved" if is_approved else "sharing-declined"
    return (replace(exchange, edits=True).say(key, name=name, car=car.name),)
