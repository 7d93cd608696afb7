"""Home Assistant's Assist, by wyoming's own client."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
from wyoming.asr import Transcript
from wyoming.client import AsyncTcpClient
from wyoming.handle import Handled, NotHandled
from wyoming.info import Describe, Info

from bot.app import open_assist
from storage import grants, pins
from tests.integration.voice.conftest import ANNA, MAIN_CAR

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Assist:
    """Home Assistant with our service set up."""

    def __init__(self, port):
        self.port = port

    async def ask(self, event):
        async with AsyncTcpClient("127.0.0.1", self.port) as client:
            await client.write_event(event)
            return await client.read_event()

    async def say(self, text, conversation="kitchen", language="en"):
        context = {"conversation_id": conversation}
        heard = Transcript(text=text, language=language, context=context)
        answer = await self.ask(heard.event())
        if Handled.is_type(answer.type):
            return True, Handled.from_event(answer).text
        assert NotHandled.is_type(answer.type)
        return False, NotHandled.from_event(answer).text


async def opened(house, stack, token):
    settings = replace(house.app.base.settings, assist_uri="tcp://127.0.0.1:0", assist_token=token)
    app = replace(house.app, base=replace(house.app.base, settings=settings))
    return Assist(await open_assist(app, stack))


async def test_service_describes_itself(house):
    async with AsyncExitStack() as stack:
        assist = await opened(house, stack, await house.token())
        info = Info.from_event(await assist.ask(Describe().event()))

    assert [program.name for program in info.handle] == ["smart-companion"]
    assert set(info.handle[0].models[0].languages) == {"en", "de", "fr", "es", "it"}


async def test_question_is_handled_and_nonsense_is_not(house):
    async with AsyncExitStack() as stack:
        assist = await opened(house, stack, await house.token())
        question = await assist.say("is the car locked")
        german = await assist.say("ist das auto abgeschlossen", language="de")
        nonsense = await assist.say("xyzzy plugh frobnicate")

    assert question[0]
    assert "ocked" in question[1]
    assert "bgeschlossen" in german[1]
    assert nonsense[0] is False


async def test_action_is_done_after_a_yes_in_the_same_conversation(house):
    await house.control("PATCH", f"/sim/cloud/cars/{MAIN_CAR}", {"locked": False})
    house.world.advance(300)
    async with AsyncExitStack() as stack:
        assist = await opened(house, stack, await house.token())
        await assist.say("lock the car")
        await assist.say("yes", conversation="bathroom")
        assert not (await house.car())["locked"]
        await assist.say("yes")

    assert await house.becomes(locked=True)


async def test_risky_wish_needs_the_voice_pin(house):
    house.world.advance(300)
    await house.control("PATCH", f"/sim/cloud/cars/{MAIN_CAR}", {"locked": True})
    async with AsyncExitStack() as stack:
        assist = await opened(house, stack, await house.token())
        _, without = await assist.say("unlock the car")
        await house.set_pin(ANNA, "4711", pins.VOICE)
        try:
            await assist.say("unlock the car")
            _, yes = await assist.say("yes")
            _, wrong = await assist.say("1 2 3 4")
            assert (await house.car())["locked"]
            await assist.say("4711")
        finally:
            await house.set_pin(ANNA, None, pins.VOICE)

    assert "voice PIN" in without
    assert "PIN" in yes
    assert "2 tries" in wrong
    assert await house.becomes(locked=False)


async def test_reading_token_does_not_act(house):
    await house.control("PATCH", f"/sim/cloud/cars/{MAIN_CAR}", {"locked": False})
    async with AsyncExitStack() as stack:
        assist = await opened(house, stack, await house.token(ANNA, "read"))
        _, told = await assist.say("lock the car")
        await assist.say("yes")

    assert "only ask" in told
    assert not (await house.car())["locked"]


async def test_revoked_token_handles_nothing(house):
    token = await house.token()
    async with AsyncExitStack() as stack:
        assist = await opened(house, stack, token)
        async with house.database.transaction() as tx:
            grant = await grants.find(tx, "token", token, house.people())
            await grants.revoke(tx, grant.grant_id, ANNA, house.people())
        is_handled, told = await assist.say("is the car locked")

    assert not is_handled
    assert "/token" in told


@pytest.mark.parametrize("rubbish", [b"\n", b"{}\n", b"not json\n", b"\xff\xfe\n", b"x" * 100_000])
async def test_rubbish_ends_its_client_alone(house, rubbish):
    import asyncio

    async with AsyncExitStack() as stack:
        assist = await opened(house, stack, await house.token())
        reader, writer = await asyncio.open_connection("127.0.0.1", assist.port)
        writer.write(rubbish)
        writer.write_eof()
        await reader.read()
        writer.close()
        still = await assist.say("is the car locked")

    assert still[0]


@pytest.mark.parametrize(
    "sent",
    [
        b'{"type": "transcript", "payload_length": 2000000000}\n',
        b'{"type": "transcript", "data_length": 2000000000}\n',
        b'{"type": "transcript", "data": {"text": 5}}\n',
        b'{"type": "transcript", "data": {"text": "hi", "language": ["en"]}}\n',
        b'{"type": "transcript", "data": {"text": "hi", "context": "kitchen"}}\n',
        b'{"type": "transcript"}\n',
        b'{"type": "ping", "data": []}\n',
        b"GET / HTTP/1.1\r\n\r\n",
    ],
)
async def test_peer_that_speaks_otherwise_is_hung_up_on_and_others_are_served(house, sent):
    async with AsyncExitStack() as stack:
        assist = await opened(house, stack, await house.token())
        reader, writer = await asyncio.open_connection("127.0.0.1", assist.port)
        writer.write(sent)
        said = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        after = await assist.say("is the car locked")

    assert said == b""
    assert after[0]
