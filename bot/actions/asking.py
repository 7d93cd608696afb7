"""A part of a wish that was missing: the bot has asked for it, and the next words may answer."""

from collections.abc import Sequence
from datetime import timedelta

from bot.actions.booking_moving import propose
from bot.actions.destinations import send_shown, shown_place
from bot.actions.exchange import Exchange
from bot.actions.models import PART
from bot.actions.policy import perform
from bot.actions.sentences import context_of, out_of_range, remember, understand
from bot.actions.settings import is_choice
from bot.buttons import car_of, pack, unpack
from bot.replies import Door, Message, Reply
from bot.voice.words import NO, YES, is_word
from intents.models import Certainty, Intent
from storage import dialogs
from storage.records import Dialog

ANSWER_WITHIN = timedelta(minutes=5)
FREE = frozenset({"name", "place"})  # any words could be one
CHOICES = frozenset({"language", "timezone", "units"})  # of a list: an order, also in another
# language, and a smile are no answer to them
LONGEST_NAME = 3  # words; more than that is a sentence


async def keep_question(exchange: Exchange, replies: Sequence[Reply]) -> None:
    """Let the next words in this chat answer what the replies ask for, if they ask."""
    asked = next((reply.asks for reply in replies if reply.asks is not None), None)
    if asked is None or exchange.door is not Door.CHAT:
        return
    about = pack(asked.intent, exchange.car.car_id if exchange.car else None)
    dialog = Dialog(
        chat_id=exchange.chat.chat_id,
        person_id=exchange.person.person_id,
        kind=PART,
        data={"about": about, "wanted": list(asked.wanted), "booking_id": asked.booking_id},
        expires_at=exchange.parts.people_clock() + ANSWER_WITHIN,
    )
    async with exchange.parts.database.transaction() as tx:
        await dialogs.start(tx, dialog)


async def answer_question(
    exchange: Exchange, dialog: Dialog, message: Message
) -> tuple[Reply, ...]:
    """Do the wish with the part that was said; anything else is no answer, and the question stays.

    Where any words could be the answer, a sentence that is certainly something else is not.
    """
    text, wanted = message.text.strip(), tuple(dialog.data["wanted"])
    wish = unpack(dialog.data["about"])
    is_free = not FREE.isdisjoint(wanted)
    place = shown_place(exchange, message) if message.is_addressed else None
    if place is not None and wish.name == "send_destination":
        async with exchange.parts.database.transaction() as tx:
            await dialogs.end(tx, exchange.chat.chat_id, exchange.person.person_id)
        about = car_of(dialog.data["about"])
        return await send_shown(exchange.about(about) if about else exchange, place)
    if not text or (is_free and not await _may_be_a_name(exchange, message, wish)):
        return ()
    parts, language = exchange.parts, exchange.wording.language
    read = parts.recogniser.answer(text, language, context_of(exchange), wish, wanted)
    if read.certainty is Certainty.OUT_OF_RANGE and read.out_of_range is not None:
        return (out_of_range(exchange, read.out_of_range),)
    whole = read.intent
    if whole is None and is_free and len(text.split()) <= LONGEST_NAME:
        whole = Intent(name=wish.name, slots={**wish.slots, wanted[0]: text})
    if whole is None:
        return ()
    async with parts.database.transaction() as tx:
        await dialogs.end(tx, exchange.chat.chat_id, exchange.person.person_id)
    if booking_id := int(dialog.data["booking_id"]):
        return await propose(exchange, booking_id, whole.slots)
    await remember(exchange, whole)
    car_id = car_of(dialog.data["about"])
    return await perform(exchange.about(car_id) if car_id else exchange, whole)


async def _may_be_a_name(exchange: Exchange, message: Message, wish: Intent) -> bool:
    """Return whether words may be a name: said to the bot, no yes or no, no other wish."""
    texts = exchange.parts.texts
    if not message.is_addressed or any(is_word(texts, message.text, it) for it in (YES, NO)):
        return False
    if wish.name not in CHOICES:
        return not (await understand(exchange, message.text, abroad=False)).is_certain
    if is_choice(wish.name, message.text):
        return True
    if not any(letter.isalnum() for letter in message.text):
        return False
    return (await understand(exchange, message.text)).certainty is Certainty.UNKNOWN
