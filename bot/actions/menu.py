"""The menu: groups, then what each holds, in one message that is edited at every tap."""

from collections.abc import Mapping

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.rights import refusal_of
from bot.buttons import REFRESH, intent_button, pack
from bot.equipment import PROOFS
from bot.menu import offered, screens
from bot.replies import Button, Reply
from intents.models import Intent, SlotValue

GROUP, SCREEN = "group", "screen"  # slots of its own buttons; nobody says them
A_ROW = 2


async def show(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Show the groups, or one of them: what this person may do with this car."""
    car = exchange.car
    if car is None:
        return (exchange.say("no-car"),)
    group = str(slots.get(GROUP, ""))
    lacks = exchange.parts.equipped.lacks(car.car_id)
    catalogue = exchange.parts.catalogue
    wanted = groups_of(exchange, lacks).get(group, ())
    if any(catalogue[name].capability in PROOFS for name in wanted):
        lacks = await exchange.parts.equipped.learn(exchange.parts.garage, car, exchange.now)
    groups = groups_of(exchange, lacks)
    if group not in groups:
        return (_all_groups(exchange, groups, car.name),)
    pages = screens(groups[group])
    page = min(max(int(slots.get(SCREEN, 0)), 0), len(pages) - 1)
    return (_one_group(exchange, group, pages[page], page, len(pages)),)


def groups_of(exchange: Exchange, lacks: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Return by group what this person may do with a car that lacks these capabilities."""
    catalogue = exchange.parts.catalogue
    allowed = {spec.name for spec in catalogue if refusal_of(exchange, spec.name) is None}
    return offered(catalogue, allowed, lacks, is_group=not exchange.is_private)


def _all_groups(exchange: Exchange, groups: Mapping[str, tuple[str, ...]], car: str) -> Reply:
    buttons = [_to(exchange, f"menu-{group}", {GROUP: group}) for group in groups]
    rows = tuple(tuple(buttons[at : at + A_ROW]) for at in range(0, len(buttons), A_ROW))
    return Reply(
        text=exchange.wording.say("menu-title", car=car), buttons=rows, edit=exchange.edits
    )


def _one_group(
    exchange: Exchange, group: str, names: tuple[str, ...], page: int, count: int
) -> Reply:
    wording, car = exchange.wording, exchange.car
    car_id = car.car_id if car else None
    rows = [(intent_button(wording, name, name, car_id),) for name in names]
    before: Mapping[str, SlotValue] = {GROUP: group, SCREEN: page - 1} if page else {}
    turn = [_to(exchange, "button-menu-back", before)]
    if page + 1 < count:
        turn.append(_to(exchange, "button-menu-more", {GROUP: group, SCREEN: page + 1}))
    text = wording.say(
        "menu-group-title", group=wording.label(f"menu-{group}"), car=car.name if car else ""
    )
    return Reply(text=text, buttons=(*rows, tuple(turn)), edit=exchange.edits)


def _to(exchange: Exchange, key: str, slots: Mapping[str, SlotValue]) -> Button:
    """Return a button to another screen of the same message."""
    car_id = exchange.car.car_id if exchange.car else None
    payload = pack(Intent(name="menu", slots=dict(slots)), car_id)
    return Button(text=exchange.wording.label(key), action=REFRESH, payload=payload, once=False)
