import asyncio

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from telegram import Bot, InputFile
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.telegram.transport import AiohttpRequest, LostAnswerError

TOKEN = "123456789:a-token-that-must-not-be-seen"


@pytest.fixture
async def api():
    """A Bot API that keeps what it got and answers what the test wants."""
    seen = []
    answers = {}

    async def answer(request):
        form = await request.post()
        fields = {
            name: value if isinstance(value, str) else (value.filename, value.file.read())
            for name, value in form.items()
        }
        seen.append((request.path.rpartition("/")[2], fields))
        reply = answers.get(seen[-1][0], {"ok": True, "result": True})
        return (
            await reply(request)
            if callable(reply)
            else web.json_response(reply, status=reply.get("error_code", 200))
        )

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    server = TestServer(app)
    await server.start_server()
    async with aiohttp.ClientSession() as session:
        request = AiohttpRequest(session)
        bot = Bot(
            TOKEN,
            base_url=str(server.make_url("/bot")),
            request=request,
            get_updates_request=request,
        )
        yield bot, seen, answers
    await server.close()


async def test_transport_sends_parameters_as_a_form(api):
    bot, seen, _ = api

    assert await bot.delete_message(5, 6)
    assert await bot.send_chat_action(5, "typing")

    assert seen[0] == ("deleteMessage", {"chat_id": "5", "message_id": "6"})


async def test_transport_uploads_files_as_multipart(api):
    bot, seen, answers = api
    answers["sendDocument"] = {
        "ok": True,
        "result": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}},
    }

    await bot.send_document(5, InputFile(b"BEGIN:VCALENDAR", filename="week.ics"))

    method, form = seen[0]
    assert method == "sendDocument"
    assert form["chat_id"] == "5"
    assert ("week.ics", b"BEGIN:VCALENDAR") in form.values()


@pytest.mark.parametrize(
    ("code", "more", "expected"),
    [
        (400, {}, BadRequest),
        (401, {}, InvalidToken),
        (403, {}, Forbidden),
        (429, {"parameters": {"retry_after": 3}}, RetryAfter),
        (502, {}, NetworkError),
    ],
)
async def test_transport_answers_become_the_library_errors(api, code, more, expected):
    bot, _, answers = api
    answers["deleteMessage"] = {"ok": False, "error_code": code, "description": "no", **more}

    with pytest.raises(expected):
        await bot.delete_message(5, 6)


async def test_transport_silent_server_is_a_time_out(api):
    bot, _, answers = api

    async def wait(request):
        await asyncio.sleep(5)

    answers["deleteMessage"] = wait
    with pytest.raises(TimedOut):
        await bot.delete_message(5, 6, read_timeout=0.05)


async def test_transport_cut_connection_is_a_network_error_without_the_token(api):
    bot, _, answers = api

    async def cut(request):
        request.transport.abort()
        return web.Response()

    answers["deleteMessage"] = cut
    with pytest.raises(LostAnswerError) as caught:
        await bot.delete_message(5, 6)

    assert "token" not in repr(caught.value)


async def test_transport_closed_port_says_that_nothing_was_sent():
    async with aiohttp.ClientSession() as session:
        request = AiohttpRequest(session)
        with pytest.raises(NetworkError) as caught:
            await request.post(f"http://127.0.0.1:{unused_port()}/bot{TOKEN}/getMe")

    assert not isinstance(caught.value, LostAnswerError | TimedOut)
    assert "token" not in repr(caught.value)
