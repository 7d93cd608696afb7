"""``POST /v1/say`` and ``POST /v1/confirm``: who calls, how often, what, and the answer."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import msgspec
from aiohttp import web
from msgspec import UNSET

from alerts.ports import Clock
from bot.actions.tokens import ACT, KIND
from bot.confirmations import CONFIRM_WITHIN
from bot.replies import Door, Message, Press
from bot.requests import problem, read_body
from bot.say import openapi
from bot.say.limits import Bucket
from bot.say.shapes import Answer, Choice, Confirm, Place, Question, Say, encode
from bot.voice.turns import State, Turn, Voice
from storage import budgets, calls, grants, people
from storage.calls import Call
from storage.database import Database
from storage.grants import Grant
from storage.records import Person

SAY_PATH, CONFIRM_PATH, OPENAPI_PATH = "/v1/say", "/v1/confirm", "/v1/openapi.json"
MAX_BODY = 16 * 1024  # bytes; a text has at most 1,000 characters
WITHIN_S = 8.0  # shortcuts give up after ten seconds or so
NOTE_USE_EVERY = timedelta(minutes=1)
KEY_HEADER, MAX_KEY = "Idempotency-Key", 255

CALLS = Bucket()  # of each token

T = TypeVar("T", bound=msgspec.Struct)


class SayDoor:
    """Turns calls into messages and presses of the person whose token they carry."""

    def __init__(
        self, voice: Voice, database: Database, *, clock: Clock, bucket: Bucket = CALLS
    ) -> None:
        """``clock`` is people's time; ``bucket``: how many calls a token has."""
        self._voice = voice
        self._database = database
        self._clock = clock
        self._bucket = bucket

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Return the routing table."""
        return (
            web.post(SAY_PATH, self.on_say),
            web.post(CONFIRM_PATH, self.on_confirm),
            web.get(OPENAPI_PATH, on_openapi),
        )

    async def on_say(self, request: web.Request) -> web.StreamResponse:
        """Answer something that was said."""
        return await self._call(request, Say, self._say)

    async def on_confirm(self, request: web.Request) -> web.StreamResponse:
        """Use a handle."""
        return await self._call(request, Confirm, self._confirm)

    async def _call(
        self,
        request: web.Request,
        shape: type[T],
        answer: Callable[[T, Grant, Person], Awaitable[web.Response]],
    ) -> web.StreamResponse:
        found = await self._caller(request)
        if found is None:
            return _unauthorised()
        grant, person = found
        if wait_s := await self._draw(grant):
            return _too_many(wait_s)
        if request.content_type != "application/json":
            return problem(415, "media_type", "Send the call as application/json.")
        try:
            body = await read_body(request, MAX_BODY)
        except web.HTTPRequestEntityTooLarge:
            return problem(413, "too_large", f"A call has at most {MAX_BODY} bytes.")
        try:
            call = msgspec.json.decode(body, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            return problem(400, "invalid", _why(error))
        return await self._once(
            request, f"{request.path}\n{body!r}", grant, lambda: answer(call, grant, person)
        )

    async def _say(self, call: Say, grant: Grant, person: Person) -> web.Response:
        may_act = ACT in grant.scopes
        message = Message(
            chat_id=person.person_id,
            is_group=False,
            person_id=person.person_id,
            first_name=person.first_name,
            language=_language(call.language, person),
            text=call.text,
            door=Door.CALL,
            is_heard=not (call.confirm and may_act),
        )
        turn = await self._voice.say(message, within_s=WITHIN_S)
        if turn.yes is not None and not may_act:
            return _not_in_scope()
        return _answer(turn)

    async def _confirm(self, call: Confirm, grant: Grant, person: Person) -> web.Response:
        if ACT not in grant.scopes:
            return _not_in_scope()
        press = Press(
            chat_id=person.person_id,
            is_group=False,
            person_id=person.person_id,
            first_name=person.first_name,
            language=_language(call.language, person),
            message_id=0,
            token=call.handle,
            door=Door.CALL,
            pin="" if call.pin is UNSET else call.pin,
        )
        return _answer(await self._voice.press(press, within_s=WITHIN_S), again=call.handle)

    async def _caller(self, request: web.Request) -> tuple[Grant, Person] | None:
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secret.isascii():
            return None
        async with self._database.reading() as tx:
            grant = await grants.find(tx, KIND, secret.strip(), self._clock())
            person = await people.get_person(tx, grant.person_id) if grant else None
        return (grant, person) if grant and person else None

    async def _draw(self, grant: Grant) -> int:
        """Count a call, for all processes, and note the use; return 0 or the seconds to wait."""
        now, name = self._clock(), f"say:{grant.grant_id}"
        async with self._database.transaction(lasts=False) as tx:
            full_at, wait_s = self._bucket.draw(await budgets.full_at(tx, name), now)
            if not wait_s:
                await budgets.fill_until(tx, name, full_at)
                if grant.last_used_at is None or now - grant.last_used_at >= NOTE_USE_EVERY:
                    await grants.note_use(tx, grant.grant_id, now)
        return wait_s

    async def _once(
        self,
        request: web.Request,
        content: str,
        grant: Grant,
        work: Callable[[], Awaitable[web.Response]],
    ) -> web.Response:
        """Do the work, or return the first answer to the same key; a key is the caller's choice."""
        key = request.headers.get(KEY_HEADER)
        if key is None:
            return await work()
        if not 1 <= len(key) <= MAX_KEY:
            return problem(400, "key", f"An {KEY_HEADER} has 1 to {MAX_KEY} characters.")
        mine = (grant.grant_id, grant.person_id, key)
        async with self._database.transaction() as tx:
            earlier = await calls.begin(tx, *mine, content, self._clock())
        if earlier is not None:
            return _earlier(earlier)
        try:
            response = await work()
        except BaseException:
            async with self._database.transaction() as tx:
                await calls.abandon(tx, grant.grant_id, key)
            raise
        async with self._database.transaction() as tx:
            await calls.finish(tx, *mine, response.status, response.text or "")
        return response


async def on_openapi(_: web.Request) -> web.Response:
    """Describe the door."""
    return web.json_response(body=openapi.document())


def _answer(turn: Turn, again: str = "") -> web.Response:
    """Return a turn as JSON; ``again`` is the handle that a wrong PIN leaves open."""
    question = None
    if turn.yes is not None or turn.is_open:
        question = Question(
            yes=turn.yes.handle if turn.yes else again,
            no=turn.no.handle if turn.no else "",
            needs_pin=turn.needs_pin or turn.is_open,
            expires_in_s=int(CONFIRM_WITHIN.total_seconds()),
        )
    answer = Answer(
        state=turn.state.value if not turn.is_open else State.QUESTION.value,
        text=turn.text,
        speech=turn.speech,
        understood=turn.is_understood,
        question=question,
        choices=[Choice(label=it.label, handle=it.handle) for it in turn.choices],
        place=Place(latitude=turn.place[0], longitude=turn.place[1]) if turn.place else None,
    )
    return web.json_response(body=encode(answer))


def _earlier(call: Call) -> web.Response:
    if not call.is_same:
        return problem(409, "key_reused", "This key was used for another call.")
    if call.status is None or call.answer is None:
        return problem(409, "under_way", "The first call with this key is still answered.")
    return web.json_response(text=call.answer, status=call.status)


def _language(wanted: object, person: Person) -> str:
    return wanted if isinstance(wanted, str) else person.language or "en"


def _why(error: Exception) -> str:
    """Return what is wrong with a body: msgspec names the field and never its value."""
    if isinstance(error, msgspec.ValidationError):
        return str(error)
    return "The body is not JSON."


def _unauthorised() -> web.Response:
    response = problem(401, "token", "Send a token that /token in the chat has made.")
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _not_in_scope() -> web.Response:
    return problem(403, "scope", "This token may only ask. Make one that may act with /token.")


def _too_many(wait_s: int) -> web.Response:
    response = problem(429, "rate", "Too many calls.", retry_after_s=wait_s)
    response.headers["Retry-After"] = str(wait_s)
    return response
