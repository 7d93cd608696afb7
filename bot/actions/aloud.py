"""Whether the answers to voice notes are spoken too."""

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.buttons import intent_button
from bot.replies import Reply
from intents.models import Intent
from storage import people

MODES = ("on", "off")


async def switch(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Switch spoken answers on or off for this person, or offer both."""
    mode = str(slots.get("mode", ""))
    if mode not in MODES:
        row = tuple(
            intent_button(
                exchange.wording,
                f"button-voice-{it}",
                Intent(name="voice_replies", slots={"mode": it}),
                None,
            )
            for it in MODES
        )
        return (Reply(text=exchange.wording.say("voice-replies-ask"), buttons=(row,)),)
    async with exchange.parts.database.transaction() as tx:
        await people.set_hears_answers(tx, exchange.person.person_id, mode == "on")
    return (exchange.say(f"voice-replies-{mode}"),)
