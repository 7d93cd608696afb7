"""The person's side over HTTP, for the chat page and for tests: ``/sim/telegram``."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from simulator.telegram import persons
from simulator.telegram.changes import FIRST
from simulator.telegram.errors import ApiError, ControlError
from simulator.telegram.faults import read_fault
from simulator.telegram.incoming import read_message
from simulator.telegram.init_data import web_app_url
from simulator.telegram.messages import JSON, Chat, as_line
from simulator.telegram.methods.profile import commands_for
from simulator.telegram.people import PEOPLE
from simulator.telegram.server import BotApi
from simulator.telegram.world import World, person_named

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_BASE = "/sim/telegram"
_MAX_WAIT_S = 60.0


class Control:
    """What people and tests can do."""

    def __init__(self, world: World, api: BotApi) -> None:
        self._world = world
        self._api = api

    def add_routes(self, app: web.Application) -> None:
        """Mount the routes."""
        chat = _BASE + r"/chats/{chat:-?\d+}"
        routes: tuple[tuple[str, str, Handler], ...] = (
            ("GET", f"{_BASE}/people", self.people),
            ("GET", f"{_BASE}/chats", self.chats),
            ("POST", f"{_BASE}/chats", self.new_group),
            ("GET", f"{_BASE}/bot", self.bot),
            ("GET", f"{_BASE}/changes", self.changes),
            ("GET", f"{_BASE}/commands", self.commands),
            ("GET", f"{_BASE}/files/{{file_id}}", self.file),
            ("GET", f"{_BASE}/requests", self.requests),
            ("POST", f"{_BASE}/server", self.server),
            ("POST", f"{_BASE}/faults", self.add_fault),
            ("DELETE", f"{_BASE}/faults", self.clear_faults),
            ("GET", f"{chat}/transcript", self.transcript),
            ("POST", f"{chat}/messages", self.say),
            ("POST", f"{chat}/edits", self.edit),
            ("POST", f"{chat}/deletions", self.delete),
            ("POST", f"{chat}/taps", self.tap),
            ("POST", f"{chat}/block", self.block),
            ("POST", f"{chat}/migrate", self.migrate),
            ("POST", f"{chat}/webapp", self.web_app),
        )
        for method, path, handler in routes:
            app.router.add_route(method, path, _explained(handler))

    async def people(self, _: web.Request) -> web.Response:
        """List the people."""
        return web.json_response([person.as_json() for person in PEOPLE.values()])

    async def chats(self, _: web.Request) -> web.Response:
        """List the chats; a group that moved is told under its new id only."""
        found = (chat for chat in self._world.chats.values() if not chat.migrated_to)
        return web.json_response([chat.as_json() for chat in found])

    async def new_group(self, request: web.Request) -> web.Response:
        """Make a group and let the bot into it."""
        body = await _body(request)
        people = [person_named(str(name)) for name in body.get("people", [])]
        if not people:
            raise ControlError("a group has people")
        chat_id = min(self._world.chats) - 1
        chat = self._world.add_chat(
            chat_id,
            "group",
            str(body.get("title") or "Group"),
            [person.name for person in people],
            is_open=False,
        )
        persons.open_chat(self._world, chat)
        return web.json_response(chat.as_json())

    async def bot(self, _: web.Request) -> web.Response:
        """Tell how the bot presents itself."""
        texts = self._world.profile.texts
        return web.json_response(
            {
                "id": self._world.bot.id,
                "name": texts.get(("name", "")) or self._world.bot.first_name,
                "username": self._world.bot.username,
                "descriptions": {
                    language: text
                    for (kind, language), text in texts.items()
                    if kind == "description"
                },
            }
        )

    async def changes(self, request: web.Request) -> web.Response:
        """Tell what changed in all chats since ``after``; without it, all there is.

        Another ``run`` than before means that the stand-in was started again.
        """
        after, deadline = _number(request, "after", 0), self._deadline(request)
        while after == self._world.changes.last and await self._wait_until(deadline):
            pass
        world = self._world
        return web.json_response(
            {
                "run": world.updates.first_id,
                "sequence": world.changes.last,
                "chats": [self._chat_state(chat) for chat in world.chats.values()],
                "messages": [
                    as_line(message, chat) | {"chat": chat.id}
                    for chat in world.chats.values()
                    for message in chat.messages.values()
                    if message.seq > after or after > world.changes.last
                ],
            }
        )

    async def transcript(self, request: web.Request) -> web.Response:
        """Tell the messages of a chat as they stand now.

        ``after`` is a message id or the number of a change (which is larger than any id); ``wait``
        holds the answer until there is something after it.
        """
        chat, after = self._chat(request), _number(request, "after", 0)
        deadline, began = self._deadline(request), self._world.changes.last

        def news() -> list[JSON]:
            if after >= FIRST:
                return [as_line(m, chat) for m in chat.messages.values() if m.seq > after]
            return [
                as_line(m, chat)
                for m in chat.messages.values()
                if m.message_id > after or m.seq > began
            ]

        while not (lines := news()) and await self._wait_until(deadline):
            pass
        return web.json_response(lines, headers={"X-Sequence": str(self._world.changes.last)})

    async def say(self, request: web.Request) -> web.Response:
        """Say something: text, voice, photo, document or place."""
        chat = self._chat(request)
        said = await read_message(self._world, request)
        person = persons.member(chat, said.sender)
        message = persons.say(
            self._world,
            chat,
            person,
            text=said.text,
            media=said.media,
            reply_to=said.reply_to,
            thread_id=said.thread_id,
        )
        return web.json_response(as_line(message, chat))

    async def edit(self, request: web.Request) -> web.Response:
        """Change one's own message."""
        chat, body = self._chat(request), await _body(request)
        person = persons.member(chat, body.get("from"))
        text = str(body.get("text") or "")
        message = persons.edit(self._world, chat, person, _message_id(body), text)
        return web.json_response(as_line(message, chat))

    async def delete(self, request: web.Request) -> web.Response:
        """Delete a message as a person."""
        chat, body = self._chat(request), await _body(request)
        person = persons.member(chat, body.get("from"))
        persons.delete(self._world, chat, person, _message_id(body))
        return web.json_response({"ok": True})

    async def tap(self, request: web.Request) -> web.Response:
        """Press an inline button and tell what the bot answered."""
        chat, body = self._chat(request), await _body(request)
        answer = await persons.tap(
            self._world,
            chat,
            persons.member(chat, body.get("from")),
            message_id=None if body.get("message_id") is None else _message_id(body),
            data=None if body.get("data") is None else str(body["data"]),
            label=None if body.get("text") is None else str(body["text"]),
        )
        return web.json_response({"ok": True, "answer": answer})

    async def server(self, request: web.Request) -> web.Response:
        """Become a server of another version: ``{"bot_api": "10.0"}`` knows no rich messages."""
        major, _, minor = str((await _body(request)).get("bot_api")).partition(".")
        if not (major.isdecimal() and minor.isdecimal()):
            raise ControlError("a version looks like 10.3")
        self._world.bot_api = (int(major), int(minor))
        return web.json_response({"ok": True})

    async def block(self, request: web.Request) -> web.Response:
        """Block the bot or remove it from a group; ``{"blocked": false}`` undoes it."""
        chat, body = self._chat(request), await _body(request)
        change = persons.close_chat if body.get("blocked", True) else persons.open_chat
        change(self._world, chat)
        return web.json_response({"ok": True})

    async def migrate(self, request: web.Request) -> web.Response:
        """Make a supergroup of a group."""
        return web.json_response(persons.migrate(self._world, self._chat(request)).as_json())

    async def web_app(self, request: web.Request) -> web.Response:
        """Return the address at which a Mini App opens for a person, with signed data."""
        chat, body = self._chat(request), await _body(request)
        person = persons.member(chat, body.get("from"))
        now = int(self._world.wall_clock())
        url = web_app_url(str(body.get("url") or ""), person, self._world.bot.token, now)
        return web.json_response({"url": url})

    async def commands(self, request: web.Request) -> web.Response:
        """List the commands that a person is offered in a chat."""
        chat = persons.chat_of(self._world, _number(request, "chat", 0))
        person = persons.member(chat, request.query.get("from", ""))
        return web.json_response(commands_for(self._world, chat, person))

    async def file(self, request: web.Request) -> web.Response:
        """Hand out a file that was sent."""
        stored = self._world.files.by_id(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound
        shown = stored.mime_type.startswith(("image/", "audio/"))
        headers = {} if shown else {"Content-Disposition": "attachment"}
        kind = stored.mime_type if shown else "application/octet-stream"
        return web.Response(body=stored.content, headers=headers | {"Content-Type": kind})

    async def add_fault(self, request: web.Request) -> web.Response:
        """Let coming calls of the bot fail."""
        self._api.faults.add(read_fault(await _body(request)))
        return web.json_response({"ok": True})

    async def clear_faults(self, _: web.Request) -> web.Response:
        """Let every call succeed again."""
        self._api.faults.clear()
        return web.json_response({"ok": True})

    async def requests(self, request: web.Request) -> web.Response:
        """List the bot's calls after the N-th, without what was said."""
        after = _number(request, "after", 0)
        return web.json_response([call for call in self._api.calls if call["seq"] > after])

    def _chat(self, request: web.Request) -> Chat:
        return persons.chat_of(self._world, int(request.match_info["chat"]))

    def _chat_state(self, chat: Chat) -> JSON:
        busy = chat.action if chat.action_until > self._world.monotonic() else ""
        return chat.as_json() | {
            "open": chat.is_open,
            "busy": busy,
            "moved_to": chat.migrated_to,
            "menu_button": chat.menu_button,
        }

    def _deadline(self, request: web.Request) -> float:
        try:
            wait = float(request.query.get("wait", 0))
        except ValueError:
            raise ControlError("wait is a number of seconds") from None
        return self._world.monotonic() + min(max(wait, 0.0), _MAX_WAIT_S)

    async def _wait_until(self, deadline: float) -> bool:
        """Wait for a change; return False if it is time to answer."""
        left = deadline - self._world.monotonic()
        if left <= 0 or self._api.closing.is_set():
            return False
        await self._world.changes.wait(left)
        return True


def _explained(handler: Handler) -> Handler:
    """Answer a request that makes no sense with 400 and the reason."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (ControlError, ApiError) as error:
            return web.json_response({"ok": False, "error": str(error)}, status=400)

    return answer


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json() if request.body_exists else {}
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise ControlError("the body is not JSON") from None
    if not isinstance(body, dict):
        raise ControlError("the body is a JSON object")
    return body


def _message_id(body: dict[str, Any]) -> int:
    try:
        return int(body["message_id"])
    except (KeyError, TypeError, ValueError):
        raise ControlError("message_id is a whole number") from None


def _number(request: web.Request, name: str, default: int) -> int:
    try:
        return int(request.query.get(name, default))
    except ValueError:
        raise ControlError(f"{name} is a whole number") from None
