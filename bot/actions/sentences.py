"""What was said in plain words: understood for certain, guessed, out of range, or not at all."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.actions.catalogue import ACTIONS
from bot.actions.exchange import Exchange
from bot.actions.models import PART, CarCommand
from bot.actions.policy import close_question, perform, suggest
from bot.actions.rights import refusal_of
from bot.buttons import car_of, intent_button, unpack
from bot.replies import Message, Reply
from bot.voice.words import is_smile, is_word
from intents.models import Certainty, Context, Intent, OutOfRange, Recognition
from intents.recogniser import Recogniser
from intents.slots import out_of_range as slot_out_of_range
from storage import dialogs
from storage.records import Dialog, Turn

LONGEST_TEXT = 1000  # characters; nobody says more than this to a car
FOLLOW_UP_WITHIN = timedelta(minutes=10)
SMALL_TALK = frozenset({"thanks_smalltalk", "help", "cancel", "pin", "forget", "export"})
OUT_OF_RANGE = frozenset({"temperature", "percent", "radius", "level"})
MOVES = frozenset(  # answered by words, and yet the car does something
    {"charge_goal", "schedule_charging", "climate_schedule", "send_destination"}
)
SILENCE: tuple[Reply, ...] = ()


async def answer_sentence(exchange: Exchange, message: Message) -> tuple[Reply, ...]:
    """Act on what is certain; everything else only ever asks back.

    In a group, words that are not for us get an answer only if they are certainly about the car,
    and even then they never move it by themselves: a button asks first.
    """
    text = message.text.strip()
    if not text:
        return (_offer_help(exchange, "empty-message"),) if exchange.is_private else SILENCE
    if len(text) > LONGEST_TEXT:
        return (exchange.say("too-long"),) if message.is_addressed else SILENCE
    if is_smile(text):
        return (exchange.say("thanks"),) if exchange.is_private else SILENCE
    if _is_word(exchange, text, "words-yes") and exchange.is_private:
        return (exchange.say("nothing-to-confirm"),)
    read = await understand(exchange, text)
    if not message.is_addressed:
        return await _overhear(exchange, read)
    if read.is_certain and read.intent is not None:
        await remember(exchange, read.intent)
        return await perform(exchange, read.intent)
    if read.certainty is Certainty.OUT_OF_RANGE and read.out_of_range is not None:
        return (out_of_range(exchange, read.out_of_range),)
    if guesses := read.suggestions or ((read.intent,) if read.intent else ()):
        return (suggest(exchange, guesses),)
    return (_offer_help(exchange, "unknown"),)


async def answer_mended(
    exchange: Exchange, message: Message, dialog: Dialog | None
) -> tuple[Reply, ...]:
    """Answer a question that was mended; an order may be done already, so a button offers it.

    While something is asked, perhaps for a secret, mended words are no answer and are not read.
    """
    if not exchange.cars or dialog is not None or len(message.text) > LONGEST_TEXT:
        return SILENCE
    if message.intent is not None:
        return (suggest(exchange, (message.intent,)),)
    return await _overhear(exchange, await understand(exchange, message.text))


async def answer_confirmation(exchange: Exchange, dialog: Dialog, text: str) -> tuple[Reply, ...]:
    """Take a spoken yes or no to the open question; anything else is not an answer to it."""
    if is_smile(text):  # meant for what, nobody knows; the question stays open
        return (exchange.say("confirm-needs-word"),)
    is_yes = _is_word(exchange, text, "words-yes")
    if not is_yes and not _is_word(exchange, text, "words-no"):
        return ()
    if is_yes and exchange.is_heard:  # the question stays open
        return (exchange.say("heard-yes-is-no-tap"),)
    async with exchange.parts.database.transaction() as tx:
        now = exchange.parts.people_clock()
        chat_id, person_id = exchange.chat.chat_id, exchange.person.person_id
        is_open = await dialogs.get(tx, chat_id, person_id, now) is not None
        await close_question(tx, exchange, dialog.data)
    if not is_yes or not is_open:
        return (exchange.say("cancelled" if is_open else "confirm-expired"),)
    car_id = car_of(dialog.data)
    about = exchange.about(car_id) if car_id else exchange
    return await perform(about, unpack(dialog.data), confirmed=True)


async def understand(exchange: Exchange, text: str, *, abroad: bool = True) -> Recognition:
    """Read a text in the person's language; another counts if it is certain, and only ``abroad``.

    A language that was not spoken yet takes seconds of the processor to load.
    """
    parts, own = exchange.parts, exchange.wording.language
    context = replace(context_of(exchange), last_intent=await _last_intent(exchange))
    read = await _recognised(parts.recogniser, text, own, context)
    if not abroad or read.is_certain or read.certainty is Certainty.OUT_OF_RANGE:
        return read
    for language in parts.texts.languages:
        if language != own:
            other = await _recognised(parts.recogniser, text, language, context, spoken=own)
            if other.is_certain:
                return other
    return read


async def _recognised(
    recogniser: Recogniser, text: str, language: str, context: Context, *, spoken: str | None = None
) -> Recognition:
    """Read a text; what was never loaded is loaded beside the loop, on which all others wait.

    If another language is ``spoken``, nothing is guessed in this one, nor read unless the words
    speak for it: English letters are like some French ones, too.
    """
    if not recogniser.is_loaded(language):
        await asyncio.to_thread(recogniser.load_language, language)
    if spoken is not None and not recogniser.is_likely(text, language, spoken):
        return Recognition(certainty=Certainty.UNKNOWN)
    return recogniser.recognise(text, language, context, may_guess=spoken is None)


def context_of(exchange: Exchange) -> Context:
    """Return what a text is read against: the person's clock, and the names of their cars."""
    return Context(
        now=exchange.now.astimezone(exchange.wording.zone),
        car_names=tuple(car.name for car, _ in exchange.cars),
    )


async def remember(exchange: Exchange, intent: Intent) -> None:
    """Keep what was wanted, for "and the windows?" and "make it 23".

    A question for a part of the same wish is answered by saying it anew.
    """
    if intent.name in SMALL_TALK:
        return
    turn = Turn(
        chat_id=exchange.chat.chat_id,
        person_id=exchange.person.person_id,
        intent_name=intent.name,
        slots=dict(intent.slots),
        at=exchange.parts.people_clock(),
    )
    async with exchange.parts.database.transaction(lasts=False) as tx:
        await dialogs.remember_turn(tx, turn)
        dialog = await dialogs.get(tx, turn.chat_id, turn.person_id, turn.at)
        is_asked = dialog is not None and dialog.kind == PART
        if dialog is not None and is_asked and unpack(dialog.data["about"]).name == intent.name:
            await dialogs.end(tx, turn.chat_id, turn.person_id)


def limits_of(exchange: Exchange, intent: Intent) -> OutOfRange | None:
    """Return the value that an intent of a door cannot have; one from a sentence was checked."""
    return slot_out_of_range(exchange.parts.catalogue[intent.name], intent.slots)


def out_of_range(exchange: Exchange, beyond: OutOfRange) -> Reply:
    """Return the limits of a value; nothing is done and nothing is rounded."""
    slot = beyond.slot if beyond.slot in OUT_OF_RANGE else "other"
    return exchange.say(
        f"out-of-range-{slot}",
        value=f"{beyond.value:g}",
        minimum=f"{beyond.minimum:g}",
        maximum=f"{beyond.maximum:g}",
    )


async def _overhear(exchange: Exchange, read: Recognition) -> tuple[Reply, ...]:
    if not read.is_certain or read.intent is None or read.intent.name in SMALL_TALK:
        return SILENCE
    if refusal_of(exchange, read.intent.name):  # nobody asked, so nobody is refused
        return SILENCE
    if read.intent.name in MOVES or isinstance(ACTIONS.get(read.intent.name), CarCommand):
        return (suggest(exchange, (read.intent,)),)
    if read.intent.name not in ACTIONS:
        return SILENCE
    await remember(exchange, read.intent)
    return await perform(exchange, read.intent)


async def _last_intent(exchange: Exchange) -> Intent | None:
    async with exchange.parts.database.reading() as tx:
        turn = await dialogs.get_turn(tx, exchange.chat.chat_id, exchange.person.person_id)
    if turn is None or exchange.parts.people_clock() - turn.at > FOLLOW_UP_WITHIN:
        return None
    return Intent(name=turn.intent_name, slots=dict(turn.slots))


def _is_word(exchange: Exchange, text: str, key: str) -> bool:
    """Return whether the text is one of a list of words, in whatever language."""
    return is_word(exchange.parts.texts, text, key)


def _offer_help(exchange: Exchange, key: str) -> Reply:
    wording = exchange.wording
    car_id = exchange.car.car_id if exchange.car else None
    row = (
        intent_button(wording, "button-status", "status_summary", car_id),
        intent_button(wording, "button-help", "help", car_id),
    )
    return Reply(text=wording.say(key), buttons=(row,), is_understood=key != "unknown")
