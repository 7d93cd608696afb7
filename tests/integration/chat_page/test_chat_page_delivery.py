"""Webhooks, broken connections, and the control port's edges."""

import asyncio
import contextlib

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from telegram import Bot
from telegram.error import BadRequest, Conflict, NetworkError, TimedOut

from simulator.telegram import Telegram
from simulator.telegram.standalone import serve

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANNA = 1001


class Receiver:
    """A bot's webhook that fails a given number of times."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.got: asyncio.Queue[tuple[str, dict]] = asyncio.Queue()

    async def on_update(self, request: web.Request) -> web.Response:
        """Take an update."""
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        await self.got.put((secret, await request.json()))
        self.failures -= 1
        return web.Response(status=500 if self.failures >= 0 else 200)


async def test_webhook_gets_updates_until_it_takes_them(stand, bot: Bot) -> None:
    receiver = Receiver(failures=1)
    app = web.Application()
    app.router.add_post("/hook", receiver.on_update)
    async with TestServer(app) as server:
        await bot.set_webhook(str(server.make_url("/hook")), secret_token="s3cret")
        await stand.say("hello")
        await stand.say("again")

        got = [await asyncio.wait_for(receiver.got.get(), 5) for _ in range(3)]

        assert [(secret, update["message"]["text"]) for secret, update in got] == [
            ("s3cret", "hello"),
            ("s3cret", "hello"),
            ("s3cret", "again"),
        ]
        info = await bot.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 500"
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await bot.get_updates()
        await bot.delete_webhook()


@pytest.mark.parametrize(
    ("url", "secret"), [("http://example.com/hook", None), ("https://example.com", "no spaces")]
)
async def test_refused_webhook(bot: Bot, url: str, secret: str | None) -> None:
    with pytest.raises(BadRequest):
        await bot.set_webhook(url, secret_token=secret)


@pytest.mark.parametrize("when", ["before", "after"])
async def test_reset_connection(stand, bot: Bot, when: str) -> None:
    await stand.post("/faults", {"kind": "reset", "method": "sendMessage", "when": when})

    with pytest.raises(NetworkError):
        await bot.send_message(ANNA, "hello")

    assert len(await stand.transcript()) == (1 if when == "after" else 0)


async def test_silence(stand, bot: Bot) -> None:
    await stand.post("/faults", {"kind": "timeout", "method": "sendMessage"})

    with pytest.raises(TimedOut):
        await bot.send_message(ANNA, "hello", read_timeout=0.2)


async def test_outage_lasts_until_it_is_cleared(stand, bot: Bot) -> None:
    await stand.post("/faults", {"kind": "outage"})
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.get_me()

    async with stand.http.delete(f"{stand.url}/sim/telegram/faults"):
        assert (await bot.get_me()).is_bot


async def test_unknown_method(stand) -> None:
    url = f"{stand.url}/bot{stand.telegram.token}/makeCoffee"
    async with stand.http.get(url) as answer:
        assert (answer.status, (await answer.json())["error_code"]) == (404, 404)


@pytest.mark.parametrize("encoding", ["query", "form", "json", "multipart"])
async def test_encodings(stand, encoding: str) -> None:
    url = f"{stand.url}/bot{stand.telegram.token}/SendMessage"
    values = {"chat_id": str(ANNA), "text": "hello"}
    form = aiohttp.FormData(values, default_to_multipart=True)
    how = {
        "query": {"params": values},
        "form": {"data": values},
        "json": {"json": {"chat_id": ANNA, "text": "hello"}},
        "multipart": {"data": form},
    }[encoding]

    async with stand.http.post(url, **how) as answer:
        assert (await answer.json())["result"]["text"] == "hello"


@pytest.mark.parametrize("field", ["message_id", "sequence"])
async def test_transcript_waits_for_what_is_new(stand, bot: Bot, field: str) -> None:
    said = await stand.say("hello")
    async with stand.http.get(f"{stand.url}/sim/telegram/chats/{ANNA}/transcript") as answer:
        sequence = answer.headers["X-Sequence"]
    after = said["message_id"] if field == "message_id" else sequence
    path = f"/chats/{ANNA}/transcript?after={after}&wait=10"
    waiting = asyncio.create_task(stand.get(path))
    await asyncio.sleep(0.05)

    await bot.send_message(ANNA, "hello Anna")

    lines = await asyncio.wait_for(waiting, 2)
    assert [line["text"] for line in lines] == ["hello Anna"]


async def test_transcript_without_news_ends_in_time(stand) -> None:
    said = await stand.say("hello")

    assert await stand.get(f"/chats/{ANNA}/transcript?after={said['message_id']}&wait=0.1") == []


async def test_edit_and_deletion_keep_their_place(stand, bot: Bot) -> None:
    first = await bot.send_message(ANNA, "sending")
    said = await stand.say("my password")
    await bot.send_message(ANNA, "last")

    await bot.edit_message_text("confirmed", ANNA, first.message_id)
    await bot.delete_message(ANNA, said["message_id"])

    lines = await stand.transcript()
    assert [line.get("text") for line in lines] == ["confirmed", None, "last"]
    assert [line.get("deleted", False) for line in lines] == [False, True, False]


@pytest.mark.parametrize(
    ("path", "body", "reason"),
    [
        ("/chats/7/messages", {"from": "anna", "text": "x"}, "there is no chat 7"),
        ("/chats/1001/messages", {"from": "nobody", "text": "x"}, "nobody is called 'nobody'"),
        ("/chats/1001/messages", {"from": "ben", "text": "x"}, "ben is not in the chat"),
        ("/chats/1001/messages", {"from": "anna"}, "a message needs text"),
        ("/chats/1001/messages", {"from": "anna", "location": {"latitude": 1}}, "location has"),
        ("/chats/1001/messages", {"from": "anna", "voice": "%%"}, "voice is a file in base64"),
        ("/chats/1001/taps", {"from": "anna", "text": "Yes"}, "there is no button 'Yes'"),
        ("/chats/1001/edits", {"from": "anna", "text": "x"}, "message_id is a whole number"),
        ("/chats/1001/migrate", {}, "only a group can become a supergroup"),
        ("/faults", {"kind": "rain"}, "kind is one of"),
    ],
)
async def test_senseless_request_says_why(stand, path: str, body: dict, reason: str) -> None:
    async with stand.http.post(f"{stand.url}/sim/telegram{path}", json=body) as answer:
        assert answer.status == 400
        assert reason in (await answer.json())["error"]


async def test_new_group_and_its_removal(stand, bot: Bot) -> None:
    group = await stand.post("/chats", {"title": "Strangers", "people": ["stranger"]})
    await stand.post(f"/chats/{group['id']}/block", {})

    updates = await bot.get_updates()

    assert [u.my_chat_member.new_chat_member.status for u in updates] == ["administrator", "kicked"]


async def test_a_voice_note_uploaded_as_a_form(stand, bot: Bot) -> None:
    form = aiohttp.FormData({"from": "anna", "duration": "2"})
    form.add_field("voice", b"OggS", filename="note.ogg", content_type="audio/ogg")
    async with stand.http.post(
        f"{stand.url}/sim/telegram/chats/{ANNA}/messages", data=form
    ) as answer:
        line = await answer.json()

    (update,) = await bot.get_updates()
    assert update.message.voice.file_id == line["voice"]["file_id"]


async def test_people_and_chats_as_promised(stand) -> None:
    people, chats = await stand.get("/people"), await stand.get("/chats")

    assert people[0] == {"name": "anna", "id": 1001, "first_name": "Anna", "language_code": "en"}
    assert [person["name"] for person in people] == ["anna", "ben", "mia", "stranger"]
    assert chats[0] == {"id": 1001, "type": "private", "title": "Anna", "people": ["anna"]}
    assert chats[-1] == {
        "id": -100200300,
        "type": "group",
        "title": "Family",
        "people": ["anna", "ben", "mia"],
    }


async def test_waiting_requests_end_with_the_stand_in(stand, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)

    await stand.telegram.stop()

    assert await asyncio.wait_for(poll, 1) == ()


async def test_message_ids_of_a_new_start_are_new() -> None:
    earlier = Telegram(wall_clock=lambda: 1_790_000_000.0).world.chats[ANNA].last_message_id
    later = Telegram(wall_clock=lambda: 1_790_000_060.0).world.chats[ANNA].last_message_id

    assert later == earlier + 60


async def test_served_alone(stand) -> None:
    port = unused_port()
    server = asyncio.create_task(serve("127.0.0.1", port))
    url = f"http://127.0.0.1:{port}/sim/telegram/people"
    for _ in range(100):
        with contextlib.suppress(aiohttp.ClientConnectorError):
            async with stand.http.get(url) as answer:
                assert len(await answer.json()) == 4
                break
        await asyncio.sleep(0.02)
    else:
        pytest.fail("the server did not come up")

    server.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await server
