"""First words: /start, invitations, strangers, and a group that knows no car yet."""

from datetime import timedelta

from bot.actions.arguments import with_argument
from bot.actions.exchange import Exchange
from bot.actions.invitations import take_invitation
from bot.actions.policy import perform
from bot.actions.rights import PERSONAL
from bot.actions.sentences import understand
from bot.buttons import LINK, intent_button
from bot.login import start_login
from bot.replies import Button, Message, Reply
from family.models import Role
from intents.models import Intent
from storage import bookings, cars, dialogs, members
from storage.records import Turn

STRANGER = "stranger"
SILENT_FOR = timedelta(hours=1)
SILENCE: tuple[Reply, ...] = ()


def is_start(message: Message) -> bool:
    """Return whether this is /start, with or without what a link carries."""
    return message.intent is None and message.text.partition(" ")[0] == "/start"


async def answer_start(exchange: Exchange, argument: str) -> tuple[Reply, ...]:
    """Greet, take an invitation, or go on to the log-in that a link asked for."""
    if not exchange.is_private:
        return await _greet_group(exchange)
    if argument == "login":
        return (await start_login(exchange),)
    if argument == "pin":
        return await perform(exchange, Intent(name="pin"))
    if argument:
        return (await take_invitation(exchange, argument),)
    wording, name = exchange.wording, exchange.person.first_name
    if exchange.car is None:
        log_in = intent_button(wording, "button-log-in", "login", None)
        return (Reply(text=wording.say("stranger"), buttons=((log_in,),)),)
    car_id = exchange.car.car_id
    row = (
        intent_button(wording, "button-status", "status_summary", car_id),
        intent_button(wording, "menu", "menu", car_id),
        intent_button(wording, "button-help", "help", car_id),
    )
    text = wording.say("welcome-back", name=name, car=exchange.car.name)
    return (Reply(text=text, buttons=(row,)),)


async def answer_newcomer(exchange: Exchange, message: Message) -> tuple[Reply, ...]:
    """Answer a person who has no car here: once, shortly, and the same to everybody."""
    if not exchange.is_private:
        return await _greet_group(exchange) if message.is_addressed else SILENCE
    intent = message.intent
    if intent is None and message.text.strip():
        read = await understand(exchange, message.text)
        intent = read.intent if read.is_certain else None
    match intent:
        case Intent(name="login"):
            return (await start_login(exchange),)
        case Intent(name="cancel"):
            return await perform(exchange, intent)
        case Intent(name=name) if message.intent is not None and name in PERSONAL:
            return await _perform_personal(exchange, intent, message.argument)
    if (coming := await _coming(exchange)) is not None:
        return (coming,)
    if message.intent is None and await _was_answered(exchange):
        return SILENCE
    await _note_answer(exchange)
    return (exchange.say("stranger"),)


async def _coming(exchange: Exchange) -> Reply | None:
    """Return when the time of an invited guest begins, if it is still to come."""
    async with exchange.parts.database.reading() as tx:
        found = await members.get_coming(tx, exchange.person.person_id, now=exchange.now)
        if not found:
            return None
        booking = await bookings.get(tx, found[0].booking_id or 0)
        car = await cars.get_car(tx, found[0].car_id)
    if booking is None or car is None:
        return None
    when = exchange.wording.interval(booking.starts_at, booking.ends_at)
    return exchange.say("invite-coming", car=car.name, when=when)


async def _greet_group(exchange: Exchange) -> tuple[Reply, ...]:
    """Greet a group that has a car; let an owner lend it one; tell strangers nothing."""
    if exchange.car is not None:
        return (exchange.say("welcome-group", car=exchange.car.name),)
    person_id = exchange.person.person_id
    async with exchange.parts.database.reading() as tx:
        known = await members.get_cars_of(tx, person_id, now=exchange.now)
    owned = [car for car, member in known if member.role is Role.OWNER]
    if not owned:
        return SILENCE
    wording = exchange.wording
    rows = tuple(
        (
            Button(
                text=wording.label("group-offer-button", car=car.name),
                action=LINK,
                payload={"linked_car_id": car.car_id},
                person_id=person_id,
            ),
        )
        for car in owned
    )
    return (Reply(text=wording.say("group-offer"), buttons=rows),)


async def _was_answered(exchange: Exchange) -> bool:
    chat_id, person_id = exchange.chat.chat_id, exchange.person.person_id
    async with exchange.parts.database.reading() as tx:
        turn = await dialogs.get_turn(tx, chat_id, person_id)
    if turn is None or turn.intent_name != STRANGER:
        return False
    return exchange.parts.people_clock() - turn.at < SILENT_FOR


async def _note_answer(exchange: Exchange) -> None:
    turn = Turn(
        chat_id=exchange.chat.chat_id,
        person_id=exchange.person.person_id,
        intent_name=STRANGER,
        at=exchange.parts.people_clock(),
    )
    async with exchange.parts.database.transaction() as tx:
        await dialogs.remember_turn(tx, turn)


async def _perform_personal(exchange: Exchange, intent: Intent, argument: str) -> tuple[Reply, ...]:
    meant = with_argument(exchange, intent, argument) if argument else intent
    return (meant,) if isinstance(meant, Reply) else await perform(exchange, meant)
