"""The skill: a verified request becomes a message or a press, and a turn becomes speech."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web

from alerts.ports import Clock
from bot.alexa.envelope import Envelope, answer, silence
from bot.alexa.pairing import try_code
from bot.alexa.refusals import RefusedError
from bot.alexa.slots import digits, read_slots
from bot.alexa.verification import Verifier
from bot.localisation import Texts
from bot.replies import Door, Message, Press
from bot.requests import read_body
from bot.voice.turns import Choice, State, Turn, Voice
from intents.catalogue import Catalogue
from intents.models import Intent
from storage import people, speakers
from storage.database import Database
from storage.records import Person

PATH = "/alexa"
MAX_BODY = 64 * 1024  # bytes; Amazon's requests are a few kilobytes
WITHIN_S = 6.5  # Alexa waits for eight seconds, and the way to us takes some
DIGITS, FREE_WORDS = "say_digits", "say_words"  # intents that are not of the catalogue
PIN_LENGTH, CODE_LENGTH = 4, 6
_HELPFUL = ("battery_status", "lock_status", "climate_on")

log = structlog.get_logger(__name__)


class AlexaDoor:
    """Answers Alexa; keeps nothing between requests but what Alexa carries for us."""

    def __init__(
        self,
        verifier: Verifier,
        voice: Voice,
        database: Database,
        *,
        catalogue: Catalogue,
        texts: Texts,
        clock: Clock,
    ) -> None:
        """``clock`` is people's time."""
        self._verifier = verifier
        self._voice = voice
        self._database = database
        self._catalogue = catalogue
        self._texts = texts
        self._clock = clock

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Return the routing table."""
        return (web.post(PATH, self.on_request),)

    async def on_request(self, request: web.Request) -> web.StreamResponse:
        """Believe or refuse, then answer in time."""
        body = await read_body(request, MAX_BODY)
        started = asyncio.get_running_loop().time()
        try:
            envelope = await self._verifier.verify(request.headers, body, self._clock())
        except RefusedError as refusal:
            log.info("alexa_refused", reason=str(refusal))
            return web.Response(status=400)
        left = WITHIN_S - (asyncio.get_running_loop().time() - started)
        return web.json_response(await self._answer(envelope, max(left, 1.0)))

    async def _answer(self, envelope: Envelope, within_s: float) -> dict[str, Any]:
        if envelope.kind not in {"LaunchRequest", "IntentRequest"}:
            return silence()
        async with self._database.reading() as tx:
            person_id = await speakers.person_of(tx, envelope.user_id)
            person = await people.get_person(tx, person_id) if person_id else None
        turn = _Listener(self, envelope, person, within_s)
        built_in = BUILT_IN.get(envelope.intent if envelope.kind == "IntentRequest" else "launch")
        return await (built_in(turn) if built_in else turn.on_wish())

    def text(self, key: str, envelope: Envelope, **variables: str) -> str:
        """Return a sentence in the language that Alexa was spoken to."""
        return self._texts.format(key, self._texts.language_of(envelope.locale), variables)

    @property
    def voice(self) -> Voice:
        """The conversation behind this door."""
        return self._voice

    def knows(self, intent: str) -> bool:
        """Return whether an intent is one of the catalogue."""
        return intent in self._catalogue

    def examples(self, envelope: Envelope) -> str:
        """Return some sentences to say."""
        language = self._texts.language_of(envelope.locale)
        return ", ".join(self._catalogue[name].example[language].rstrip(".") for name in _HELPFUL)

    async def try_code(self, envelope: Envelope, code: str) -> tuple[str, bool]:
        """Try a pairing code; return what to say, and whether somebody is linked now."""
        said, person = await try_code(self._database, envelope.user_id, code, self._clock())
        if person is None:
            return self.text(said, envelope), False
        language = self._texts.language_of(person.language)
        note = self._texts.format("alexa-paired-note", language, {})
        self._voice.tell(person.person_id, note)
        return self.text(said, envelope, name=person.first_name), True


class _Listener:
    """One request, with what answering it needs."""

    def __init__(
        self, door: AlexaDoor, envelope: Envelope, person: Person | None, within_s: float
    ) -> None:
        self._door = door
        self._envelope = envelope
        self._person = person
        self._within_s = within_s

    async def on_launch(self) -> dict[str, Any]:
        if self._person is None:
            return self._open("voice-pair")
        return self._open("voice-welcome", name=self._person.first_name)

    async def on_help(self) -> dict[str, Any]:
        if self._person is None:
            return self._open("voice-pair")
        return self._open("voice-help", examples=self._door.examples(self._envelope))

    async def on_fallback(self) -> dict[str, Any]:
        return self._open("voice-pair" if self._person is None else "voice-fallback")

    async def on_stop(self) -> dict[str, Any]:
        return answer(self._say("voice-goodbye"), ends=True)

    async def on_no(self) -> dict[str, Any]:
        if self._person is not None and (handle := self._handle("no")):
            await self._press(self._person, handle)
        return answer(self._say("voice-cancelled"), ends=True)

    async def on_yes(self) -> dict[str, Any]:
        handle = self._handle("yes")
        if self._person is None or not handle:
            return self._open("voice-nothing-open")
        if self._envelope.attributes.get("needs_pin"):
            return self._open_question("voice-say-pin")
        return self._turn(await self._press(self._person, handle))

    async def on_digits(self) -> dict[str, Any]:
        """Take digits as what was asked for: the PIN of an open question, else a code."""
        word = self._envelope.slots.get("number")
        handle = self._handle("yes")
        if self._person is not None and handle and self._envelope.attributes.get("needs_pin"):
            turn = await self._press(self._person, handle, digits(word, PIN_LENGTH))
            return self._turn(turn)
        code = digits(word, CODE_LENGTH)
        if len(code) != CODE_LENGTH:
            return self._open("voice-fallback" if self._person else "voice-pair-wrong")
        said, is_linked = await self._door.try_code(self._envelope, code)
        reprompt = self._say("voice-reprompt") if is_linked else said
        return answer(said, ends=False, reprompt=reprompt)

    async def on_words(self) -> dict[str, Any]:
        word = self._envelope.slots.get("words")
        if self._person is None or word is None:
            return await self.on_fallback()
        return self._turn(await self._hear(self._person, text=word.said))

    async def on_wish(self) -> dict[str, Any]:
        """An intent of the catalogue, with what was heard in its slots."""
        envelope = self._envelope
        if self._person is None or not self._door.knows(envelope.intent):
            return await self.on_fallback()
        intent = Intent(name=envelope.intent, slots=read_slots(envelope.slots))
        return self._turn(await self._hear(self._person, intent=intent))

    async def _hear(self, person: Person, text: str = "", intent: Intent | None = None) -> Turn:
        message = Message(
            chat_id=person.person_id,
            is_group=False,
            person_id=person.person_id,
            first_name=person.first_name,
            language=self._envelope.locale,
            text=text,
            intent=intent,
            door=Door.SPEAKER,
            is_heard=True,
        )
        return await self._door.voice.say(message, within_s=self._within_s)

    async def _press(self, person: Person, handle: str, pin: str = "") -> Turn:
        press = Press(
            chat_id=person.person_id,
            is_group=False,
            person_id=person.person_id,
            first_name=person.first_name,
            language=self._envelope.locale,
            message_id=0,
            token=handle,
            door=Door.SPEAKER,
            pin=pin,
        )
        return await self._door.voice.press(press, within_s=self._within_s)

    def _turn(self, turn: Turn) -> dict[str, Any]:
        """Keep listening after a question, and in a session that was opened for several wishes."""
        if turn.is_open:  # a wrong PIN: the question still stands
            return answer(turn.speech, ends=False, attributes=self._envelope.attributes)
        if turn.state is not State.QUESTION:
            one_shot = self._envelope.is_new or turn.state is not State.ANSWERED
            return answer(turn.speech, ends=one_shot, reprompt=self._say("voice-reprompt"))
        yes = turn.yes or (turn.choices[0] if len(turn.choices) == 1 else None)
        attributes = {
            "yes": yes.handle if yes else "",
            "no": turn.no.handle if turn.no else "",
            "needs_pin": turn.needs_pin,
        }
        speech = f"{turn.speech} {self._either(turn.choices)}".strip()
        return answer(speech, ends=False, attributes=attributes)

    def _either(self, choices: tuple[Choice, ...]) -> str:
        labels = [choice.label for choice in choices]
        if len(labels) < 2:
            return "".join(f"{label}?" for label in labels)
        first = ", ".join(labels[:-1])
        return self._say("voice-or", first=first, last=labels[-1]) + "?"

    def _handle(self, name: str) -> str:
        handle = self._envelope.attributes.get(name, "")
        return handle if isinstance(handle, str) else ""

    def _open(self, key: str, **variables: str) -> dict[str, Any]:
        reprompt = self._say("voice-reprompt") if self._person else ""
        return answer(self._say(key, **variables), ends=False, reprompt=reprompt)

    def _open_question(self, key: str) -> dict[str, Any]:
        return answer(self._say(key), ends=False, attributes=self._envelope.attributes)

    def _say(self, key: str, **variables: str) -> str:
        return self._door.text(key, self._envelope, **variables)


BUILT_IN: dict[str, Callable[[_Listener], Awaitable[dict[str, Any]]]] = {
    "launch": _Listener.on_launch,
    "AMAZON.HelpIntent": _Listener.on_help,
    "AMAZON.FallbackIntent": _Listener.on_fallback,
    "AMAZON.StopIntent": _Listener.on_stop,
    "AMAZON.CancelIntent": _Listener.on_no,
    "AMAZON.NoIntent": _Listener.on_no,
    "AMAZON.NavigateHomeIntent": _Listener.on_stop,
    "AMAZON.YesIntent": _Listener.on_yes,
    DIGITS: _Listener.on_digits,
    FREE_WORDS: _Listener.on_words,
}
