"""Help, thanks and never mind."""

from collections.abc import Iterator

from bot.actions.exchange import Exchange
from bot.actions.goal_ending import give_up, goal_meant, show_open
from bot.actions.menu import groups_of
from bot.actions.models import Slots
from bot.actions.rights import refusal_of
from bot.blocks import Section
from bot.buttons import intent_button
from bot.localisation import Html, safe
from bot.rendering.blocks import laid, said
from bot.replies import Door, Reply
from storage import dialogs

EXAMPLES = (
    "lock_status",
    "range_query",
    "climate_on",
    "set_charge_limit",
    "locate",
    "share_request",
    "alerts_on",
    "battery_status",
    "windows_status",
    "climate_status",
    "share_now",
)
MOST_EXAMPLES = 7
MOST_SENTENCES = 6  # in each section


async def help_out(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Show by example what can be said; with a car only what this person may."""
    wording, catalogue = exchange.wording, exchange.parts.catalogue
    able = [name for name in EXAMPLES if exchange.car is None or not refusal_of(exchange, name)]
    sentences = [catalogue[name].example[wording.language] for name in able[:MOST_EXAMPLES]]
    examples = Html("\n".join(f"• {safe(sentence)}" for sentence in sentences))
    told = said(wording.say("help-text", examples=examples))
    if exchange.car is None:
        return (Reply(text=laid([told]), edit=exchange.edits),)
    car_id = exchange.car.car_id
    is_read = exchange.is_private and exchange.door is Door.CHAT  # nobody listens for so long
    text = laid([told, *(_sections(exchange, car_id) if is_read else ())])
    row = (
        intent_button(wording, "button-status", "status_summary", car_id),
        intent_button(wording, "button-charging", "charging_status", car_id),
        intent_button(wording, "menu", "menu", car_id),
    )
    return (Reply(text=text, buttons=(row,), edit=exchange.edits),)


def _sections(exchange: Exchange, car_id: int) -> Iterator[Section]:
    """Yield the groups of the menu, each with sentences that this person can say."""
    wording, catalogue = exchange.wording, exchange.parts.catalogue
    groups = groups_of(exchange, exchange.parts.equipped.lacks(car_id))
    for group, names in groups.items():
        rows = [
            f"• {safe(catalogue[name].example[wording.language])}"
            for name in names[:MOST_SENTENCES]
        ]
        yield Section(title=wording.say(f"menu-{group}"), blocks=(said(*rows),))


async def thanks(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Answer thanks."""
    return (exchange.say("thanks"),)


async def cancel(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """End whatever was asked, else the goal that was just set.

    An open confirmation is never acted on after this. ``goal`` is the id of a button's goal. Who
    asks for the goals is shown them, and nothing is ended.
    """
    if slots.get("kind") == "goals":
        return (await show_open(exchange, is_question=True),)
    if "goal" in slots:
        return await _end_goal(exchange, slots)
    chat_id, person_id = exchange.chat.chat_id, exchange.person.person_id
    async with exchange.parts.database.transaction() as tx:
        now = exchange.parts.people_clock()
        dialog = await dialogs.get(tx, chat_id, person_id, now)
        await dialogs.end(tx, chat_id, person_id)
    if dialog is None:
        return await _end_goal(exchange, slots)
    return (exchange.say("cancelled"),)


async def _end_goal(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    goal = await goal_meant(exchange, slots)
    if goal is None:
        return (await show_open(exchange, is_question=False),)
    return await give_up(exchange, goal)
