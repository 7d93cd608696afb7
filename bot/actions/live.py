"""Having a pinned card in a chat, or no longer."""

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.replies import Reply
from storage import live_cards

OFF = frozenset({"off", "aus", "stop", "non", "no", "désactiver", "arrêter", "apagar", "spegni"})


async def pin(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Have a card made by the next look; the one before goes, so that one car is shown."""
    if str(slots.get("name", "")).strip().casefold() in OFF:
        return await unpin(exchange, slots)
    if exchange.car is None:
        return (exchange.say("no-car"),)
    async with exchange.parts.database.transaction() as tx:
        before = await live_cards.put(
            tx, exchange.chat.chat_id, exchange.car.car_id, exchange.parts.people_clock()
        )
    old = (before.message_id,) if before and before.message_id else ()
    return (Reply(text=exchange.wording.say("live-made"), delete_message_ids=old),)


async def unpin(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Take the card away."""
    async with exchange.parts.database.transaction() as tx:
        before = await live_cards.get(tx, exchange.chat.chat_id)
        await live_cards.remove(tx, exchange.chat.chat_id)
    if before is None:
        return (exchange.say("live-none"),)
    old = (before.message_id,) if before.message_id else ()
    return (Reply(text=exchange.wording.say("live-removed"), delete_message_ids=old),)
