"""The way from an intent to what is done: rights, then equipment, then a confirmation, then it."""

from collections.abc import Mapping
from secrets import token_hex

from bot import confirmations
from bot.actions.account import find_cars, list_cars
from bot.actions.at_the_door import ask_at_the_door
from bot.actions.catalogue import ACTIONS
from bot.actions.commands import arguments_for, begin_command
from bot.actions.exchange import Exchange
from bot.actions.invitations import invited_as
from bot.actions.models import CarCommand, Query, Talk
from bot.actions.pin import CONFIRMS, ask, is_set, private_only
from bot.actions.queries import answer_query
from bot.actions.rights import refusal_of
from bot.buttons import DISMISS, INTENT, confirmation_buttons, pack
from bot.localisation import Html
from bot.rendering.commands import argument_words
from bot.replies import Button, Door, Reply
from intents.models import Intent, SlotValue
from smartcloud.exceptions import SmartCloudError
from storage import buttons, dialogs
from storage.database import Transaction
from storage.records import Dialog

CONFIRMED_BY_CHOICE = frozenset({"share_approve"})  # shows requests with buttons: the tap confirms
CHAT_ONLY = frozenset({"login", "logout", "pin", "token", "alexa", "export", "forget"}) | {
    "invite_driver",  # its link lets whoever reads it drive
    "menu",  # nothing but buttons
    "calendar",  # a file, or an address that lets whoever hears it read
    "calendar_import",
}
CONFIRMATION = "confirm"  # kind of the dialog that a "yes" answers


async def perform(
    exchange: Exchange, intent: Intent, *, confirmed: bool = False, refresh: bool = False
) -> tuple[Reply, ...]:
    """Do what an intent asks for, or say why not; rights are decided by ``refusal_of``."""
    meant = _meant(exchange, intent)
    if meant is None:
        return await list_cars(exchange, {})
    exchange = meant
    if refusal := refusal_of(exchange, intent.name):
        return (refusal,)
    action = ACTIONS.get(intent.name)
    if action is None:
        label = exchange.wording.label(intent.name)
        return (exchange.say("not-yet", intent=label),)
    if exchange.door is not Door.CHAT and intent.name in CHAT_ONLY:
        return (exchange.say("voice-chat-only"),)
    spec = exchange.parts.catalogue[intent.name]
    asks = (
        confirmations.is_needed(spec.risk, is_heard=exchange.is_heard)
        and intent.name not in CONFIRMED_BY_CHOICE
    )
    if asks and not confirmed:
        objection = action.objection if isinstance(action, Talk) else None
        if objection is not None and (reply := await objection(exchange, intent.slots)):
            return (reply,)
        return (await _ask(exchange, intent),)
    match action:
        case Query():
            return await answer_query(exchange, action, intent, refresh=refresh)
        case CarCommand():
            return await begin_command(exchange, action, intent.name, intent.slots)
        case Talk():
            return await action.answer(exchange, intent.slots)


def suggest(exchange: Exchange, suggestions: tuple[Intent, ...]) -> Reply:
    """Ask what was meant; a tap goes through the same policy as a sentence."""
    car_id = exchange.car.car_id if exchange.car else None
    rows = tuple(
        (
            Button(
                text=suggestion_label(exchange, intent), action=INTENT, payload=pack(intent, car_id)
            ),
        )
        for intent in suggestions[:3]
    )
    return Reply(text=exchange.wording.say("did-you-mean"), buttons=rows, is_question=True)


def suggestion_label(exchange: Exchange, intent: Intent) -> str:
    """Return the label of an intent with what it would be done with."""
    words = argument_words(intent.slots, exchange.wording)
    label = exchange.wording.label(intent.name)
    known = [str(word) for name, word in words.items() if name not in {"start", "end"}]
    return f"{label}: {', '.join(known)}" if known else label


def _meant(exchange: Exchange, intent: Intent) -> Exchange | None:
    """Return the exchange about the car that the sentence names; ``None`` if that is not clear.

    Nothing is told of one car, or done to it, when another one was named.
    """
    name, action = intent.slots.get("car"), ACTIONS.get(intent.name)
    is_of_a_car = not (isinstance(action, Talk) and not action.needs_car)
    if not name or intent.name == "switch_car" or not exchange.cars or not is_of_a_car:
        return exchange
    named = {car.car_id for car in find_cars(exchange, str(name))}
    if exchange.car is not None and exchange.car.car_id in named:
        return exchange
    return exchange.about(named.pop()) if len(named) == 1 else None


async def _ask(exchange: Exchange, intent: Intent) -> Reply:
    """Ask the same person for a yes; the dialog lets them say it instead of pressing.

    Both ways end in one group of buttons, so that only one of them counts.
    """
    car, person_id, parts = exchange.car, exchange.person.person_id, exchange.parts
    action = ACTIONS[intent.name]
    if isinstance(action, CarCommand) and car is not None:
        try:
            arguments_for(car, action, intent.name, intent.slots)
        except SmartCloudError:  # nothing to confirm: the command itself says why it cannot be
            return (await begin_command(exchange, action, intent.name, intent.slots))[0]
    is_risky = confirmations.is_needed(parts.catalogue[intent.name].risk)
    payload = pack(intent, car.car_id if car else None) | {"group": token_hex(8)}
    text = _question(exchange, intent) if is_risky else _heard_question(exchange, intent)
    yes = f"{intent.name}.yes" if is_risky else "heard-yes"
    if exchange.door is not Door.CHAT:
        return await ask_at_the_door(exchange, text, yes, payload, is_risky=is_risky)
    needs_pin = is_risky and await is_set(exchange)
    if needs_pin and not exchange.is_private:
        return private_only(exchange)
    now = parts.people_clock()
    async with parts.database.transaction(lasts=False) as tx:
        await dialogs.start(
            tx,
            Dialog(
                chat_id=exchange.chat.chat_id,
                person_id=person_id,
                kind=CONFIRMATION,
                data=payload,
                expires_at=now + confirmations.CONFIRM_WITHIN,
            ),
        )
    choice = confirmation_buttons(exchange.wording, yes, payload, person_id)
    if needs_pin:  # the PIN is the yes
        await ask(exchange, CONFIRMS, payload)
        text = Html(f"{text}\n{exchange.wording.say('pin-confirms')}")
        choice = tuple(button for button in choice if button.action == DISMISS)
    return Reply(text=text, buttons=(choice,), is_question=True)


def _question(exchange: Exchange, intent: Intent) -> Html:
    """Return what is asked before a risky intent."""
    words = argument_words(intent.slots, exchange.wording)
    name = str(words.get("name") or exchange.wording.label("invite-someone"))
    car = exchange.car.name if exchange.car else ""
    role = invited_as(intent.slots)
    return exchange.wording.say(f"{intent.name}.ask", car=car, name=name, role=role)


def _heard_question(exchange: Exchange, intent: Intent) -> Html:
    """Return what is asked before any other action that was only heard."""
    wish = suggestion_label(exchange, intent)
    if exchange.car is None:
        return exchange.wording.say("heard-ask", wish=wish)
    return exchange.wording.say("heard-ask-car", wish=wish, car=exchange.car.name)


async def close_question(
    tx: Transaction, exchange: Exchange, payload: Mapping[str, SlotValue]
) -> None:
    """End a confirmation: its buttons and a spoken yes are worth nothing any more."""
    await buttons.expire_group(tx, str(payload["group"]))
    await dialogs.end(tx, exchange.chat.chat_id, exchange.person.person_id)
