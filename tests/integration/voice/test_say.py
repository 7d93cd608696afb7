"""The say door on the real bot: tokens, scopes, confirmations, idempotency, limits."""

import asyncio
import json

import pytest
from aiohttp.test_utils import TestServer

from bot.say.door import SayDoor
from bot.web.server import build_site
from storage import grants, pins
from tests.integration.voice.conftest import ANNA, BEN, MAIN_CAR, MIA

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def call(house, path, body, token=None, **headers):
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    data = body if isinstance(body, bytes) else json.dumps(body)
    headers.setdefault("Content-Type", "application/json")
    async with house.http.post(house.site.make_url(path), data=data, headers=headers) as response:
        return response.status, await response.json(content_type=None), response.headers


async def say(house, token, text, **more):
    headers = more.pop("headers", {})
    status, body, _ = await call(house, "/v1/say", {"text": text, **more}, token, **headers)
    return status, body


async def confirm(house, token, handle, **more):
    status, body, _ = await call(house, "/v1/confirm", {"handle": handle, **more}, token)
    return status, body


async def test_question_is_answered_from_the_last_snapshot(house):
    token = await house.token()
    before = await house.status_requests()

    status, body = await say(house, token, "how full is the battery?")

    assert (status, body["state"]) == (200, "answered")
    assert " %" in body["text"].replace("\N{NO-BREAK SPACE}", " ").replace("%", " %")
    assert "<" not in body["text"]
    assert "🔋" not in body["speech"]
    assert await house.status_requests() == before


@pytest.mark.parametrize(
    ("language", "word"), [("de", "abgeschlossen|Abgeschlossen"), ("fr", "errouill")]
)
async def test_answer_is_in_the_language_of_the_call(house, language, word):
    token = await house.token()
    texts = {"de": "ist das Auto abgeschlossen?", "fr": "la voiture est-elle verrouillée ?"}

    async with house.database.transaction() as tx:
        from storage import people

        await people.set_person_preferences(tx, ANNA, language=language)
    status, body = await say(house, token, texts[language], language=language)
    async with house.database.transaction() as tx:
        await people.set_person_preferences(tx, ANNA, language="en")

    assert status == 200
    assert any(part in body["text"] for part in word.split("|"))


async def test_place_is_told_to_the_person_of_the_token(house):
    status, body = await say(house, await house.token(), "where is the car?")

    assert status == 200
    assert set(body["place"]) == {"latitude", "longitude"}


async def test_action_is_asked_back_and_done_after_a_yes(house):
    token = await house.token()
    await house.control("PATCH", f"/sim/cloud/cars/{MAIN_CAR}", {"locked": False})

    status, asked = await say(house, token, "lock the car")
    assert (status, asked["state"]) == (200, "question")
    assert not (await house.car())["locked"]
    status, done = await confirm(house, token, asked["question"]["yes"])

    assert status == 200
    assert done["state"] in {"done", "asked"}
    assert await house.becomes(locked=True)
    assert any("ock" in text for text in await house.chat(ANNA))


async def test_no_leaves_the_car_alone_and_ends_the_question(house):
    token = await house.token()
    _, asked = await say(house, token, "unlock the car")

    _, answer = await confirm(house, token, asked["question"]["no"])
    _, late = await confirm(house, token, asked["question"]["yes"])

    assert "ancelled" in answer["text"]
    assert late["state"] == "answered"
    assert (await house.car())["locked"]


async def test_sure_caller_needs_no_second_yes_but_for_what_is_risky(house):
    token = await house.token()
    house.world.advance(300)

    _, done = await say(house, token, "lock the car", confirm=True)
    _, asked = await say(house, token, "unlock the car", confirm=True)

    assert done["state"] in {"done", "asked"}
    assert asked["state"] == "question"
    assert await house.becomes(locked=True)


async def test_handle_works_once(house):
    token = await house.token()
    house.world.advance(300)
    _, asked = await say(house, token, "unlock the car")

    answers = await asyncio.gather(
        *(confirm(house, token, asked["question"]["yes"]) for _ in range(4))
    )

    assert sorted(body["state"] in {"done", "asked"} for _, body in answers) == [False] * 3 + [True]


async def test_handle_is_nobody_elses_and_dies_after_a_minute(house):
    token, bens = await house.token(), await house.token(BEN)
    _, asked = await say(house, token, "open the trunk")

    _, by_ben = await confirm(house, bens, asked["question"]["yes"])
    house.people.advance(61)
    _, late = await confirm(house, token, asked["question"]["yes"])

    assert by_ben["state"] == late["state"] == "answered"
    assert "60 seconds" in late["text"]


async def test_chat_pin_goes_with_the_yes_and_three_wrong_ones_lock_it(house):
    token = await house.token()
    await house.set_pin(ANNA, "4711", pins.CHAT)
    try:
        _, asked = await say(house, token, "unlock the car")
        assert asked["question"]["needs_pin"] is True
        handle = asked["question"]["yes"]

        tries = [
            (await confirm(house, token, handle, **more))[1]["text"]
            for more in ({}, {"pin": "0000"}, {"pin": "0001"}, {"pin": "0002"}, {"pin": "4711"})
        ]
    finally:
        await house.set_pin(ANNA, None, pins.CHAT)

    assert "4 to 8 digits" in tries[0]
    assert "2 tries" in tries[1]
    assert "One try" in tries[2]
    assert "locked" in tries[3]
    assert "tries" not in tries[4]


async def test_guest_hears_what_a_guest_may_do(house):
    token = await house.token(MIA)

    status, body = await say(house, token, "schließ das Auto ab", language="de", confirm=True)

    assert status == 200
    assert body["state"] == "answered"


async def test_reading_token_asks_and_does_nothing_else(house):
    token = await house.token(ANNA, "read")

    asked = await say(house, token, "how far can I drive?")
    wished = await say(house, token, "warm it up to 22", confirm=True)
    confirmed = await confirm(house, token, "x" * 22)

    assert asked[0] == 200
    assert (wished[0], wished[1]["error"]["code"]) == (403, "scope")
    assert (confirmed[0], confirmed[1]["error"]["code"]) == (403, "scope")


@pytest.mark.parametrize(
    "text", ["/login", "log me in", "set a pin", "delete my data", "invite Ben"]
)
async def test_secrets_stay_in_the_chat(house, text):
    status, body = await say(house, await house.token(), text)

    assert status == 200
    assert "chat" in body["text"] or body["state"] != "done"
    assert "http" not in body["text"]


@pytest.mark.parametrize("given", [None, "", "Bearer", "wrong", "x" * 43, "é"])
async def test_call_without_a_living_token_is_refused(house, given):
    headers = {} if given is None else {"Authorization": f"Bearer {given}"}
    status, body, answered = await call(house, "/v1/say", {"text": "lock"}, None, **headers)

    assert (status, body["error"]["code"]) == (401, "token")
    assert answered["WWW-Authenticate"] == "Bearer"


async def test_revoked_token_opens_nothing_at_once(house):
    token = await house.token()
    async with house.database.transaction() as tx:
        grant = await grants.find(tx, "token", token, house.people())
        await grants.revoke(tx, grant.grant_id, ANNA, house.people())

    assert (await say(house, token, "is it locked?"))[0] == 401


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"text": ""}', "application/json", 400),
        (b'{"text": 5}', "application/json", 400),
        (b'{"text": "lock", "more": 1}', "application/json", 400),
        (b'{"text": "lock", "language": "xx"}', "application/json", 400),
        (b'{"text": "\xff"}', "application/json", 400),
        (b"[" * 10_000, "application/json", 400),
        (json.dumps({"text": "x" * 1001}).encode(), "application/json", 400),
        (b'{"text": "' + b"x" * 20_000 + b'"}', "application/json", 413),
        (b'{"text": "lock"}', "text/plain", 415),
    ],
)
async def test_body_that_is_no_call_is_refused(house, body, kind, status):
    token = await house.token()
    answered, problem, _ = await call(house, "/v1/say", body, token, **{"Content-Type": kind})

    assert answered == status
    assert set(problem["error"]) == {"code", "message"}


async def test_same_key_brings_the_same_answer_and_one_command(house):
    token = await house.token()
    house.world.advance(300)
    headers = {"Idempotency-Key": "morning-1"}

    first = await say(house, token, "lock the car", confirm=True, headers=headers)
    again = await say(house, token, "lock the car", confirm=True, headers=headers)
    other = await say(house, token, "unlock the car", confirm=True, headers=headers)

    assert first == again
    assert (other[0], other[1]["error"]["code"]) == (409, "key_reused")


async def test_too_many_calls_are_told_when_to_come_back(house):
    token = await house.token()
    for _ in range(25):
        status, body, headers = await call(house, "/v1/say", {"text": "help"}, token)
        if status == 429:
            break

    assert (status, body["error"]["code"]) == (429, "rate")
    assert int(headers["Retry-After"]) == body["error"]["retry_after_s"] > 0


async def test_processes_count_calls_together_and_the_bucket_fills_up_again(house):
    token, other = await house.token(), await house.token()
    second = SayDoor(house.app.voice, house.database, clock=house.people)
    async with TestServer(build_site(second.routes())) as site:

        async def ask(server, mine):
            headers = {"Authorization": f"Bearer {mine}"}
            async with house.http.post(
                server.make_url("/v1/say"), json={"text": "help"}, headers=headers
            ) as response:
                return response.status

        first = [await ask(house.site, token) for _ in range(12)]
        then = [await ask(site, token) for _ in range(12)]
        others = await ask(site, other)
        house.people.advance(60)
        later = await ask(site, token)

    assert (first.count(200), 429 in then, then[-1]) == (12, True, 429)
    assert (others, later) == (200, 200)


async def test_description_is_served_to_everybody(house):
    async with house.http.get(house.site.make_url("/v1/openapi.json")) as response:
        described = await response.json()

    assert described["openapi"] == "3.1.0"
    assert set(described["paths"]) == {"/v1/say", "/v1/confirm", "/v1/openapi.json"}
