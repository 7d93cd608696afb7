import json
from urllib.parse import parse_qs, urlsplit

import pytest
from telegram.error import NetworkError
from telegram.request import BaseRequest

from bot.telegram.updates import KINDS, StopPollingError, poll_updates
from storage.exceptions import DatabaseUnavailableError

BASE = "http://127.0.0.1:1/bot123456789:a-token-that-must-not-be-seen"


class EndOfScript(BaseException):
    """Passes through the library, which turns other exceptions into its own."""


class Script(BaseRequest):
    """Answers getUpdates line by line, then ends the test."""

    read_timeout = 5.0

    def __init__(self, *answers):
        self.answers = list(answers)
        self.offsets = []

    async def initialize(self):
        pass

    async def shutdown(self):
        pass

    async def do_request(self, url, method, **_):
        query = parse_qs(urlsplit(url).query)
        assert json.loads(query["allowed_updates"][0]) == list(KINDS)
        self.offsets.append(query.get("offset", [None])[0])
        if not self.answers:
            raise EndOfScript
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        code, body = answer
        return code, json.dumps(body).encode()


class Shelf:
    """Stores updates in a list; may refuse at first."""

    def __init__(self, *errors):
        self.ids = []
        self.errors = list(errors)

    async def accept(self, updates):
        if self.errors:
            raise self.errors.pop()
        self.ids += [update["update_id"] for update in updates]


def updates(*ids):
    return 200, {"ok": True, "result": [{"update_id": number} for number in ids]}


def refusal(code, text="no", **parameters):
    body = {"ok": False, "error_code": code, "description": text}
    return code, body | ({"parameters": parameters} if parameters else {})


async def poll(*answers, shelf=None):
    script, shelf, pauses = Script(*answers), shelf or Shelf(), []

    async def sleep(seconds):
        pauses.append(seconds)

    with pytest.raises((EndOfScript, StopPollingError)) as caught:
        await poll_updates(script, BASE, shelf, sleep)
    return script, shelf, pauses, caught.value


async def test_polling_acknowledges_only_what_was_stored():
    script, shelf, _, _ = await poll(updates(7, 8), updates(9))

    assert shelf.ids == [7, 8, 9]
    assert script.offsets == [None, "9", "10"]


async def test_polling_forgets_its_offset_after_an_empty_answer():
    """After a silent week Telegram may count on from a lower number."""
    script, shelf, _, _ = await poll(updates(700), updates(), updates(3))

    assert script.offsets == [None, "701", None, "4"]
    assert shelf.ids == [700, 3]


@pytest.mark.parametrize("code", [401, 404])
async def test_polling_with_a_refused_token_stops_with_one_line(code):
    _, _, pauses, error = await poll(refusal(code, "Unauthorized"))

    assert "BOT_TOKEN" in str(error)
    assert "a-token" not in str(error)
    assert pauses == []


async def test_polling_beside_another_process_stops():
    _, shelf, _, error = await poll(*[refusal(409, "Conflict: terminated")] * 3)

    assert "Another process" in str(error)
    assert shelf.ids == []


async def test_polling_survives_a_short_conflict():
    conflict = refusal(409, "Conflict: terminated")

    _, shelf, _, error = await poll(conflict, conflict, updates(1), conflict, updates(2))

    assert shelf.ids == [1, 2]
    assert isinstance(error, EndOfScript)


async def test_polling_waits_longer_and_longer_while_telegram_is_away():
    away = (NetworkError("x"), refusal(502), NetworkError("x"), refusal(500), (200, "rubbish"))

    _, shelf, pauses, _ = await poll(*away, updates(1), NetworkError("x"))

    assert pauses == [1, 2, 5, 10, 30, 1]
    assert shelf.ids == [1]


async def test_polling_obeys_retry_after():
    _, _, pauses, _ = await poll(refusal(429, "Too Many Requests", retry_after=17))

    assert pauses == [17]


async def test_polling_that_cannot_store_does_not_acknowledge():
    shelf = Shelf(DatabaseUnavailableError("locked"))

    script, shelf, pauses, _ = await poll(updates(7), updates(7), shelf=shelf)

    assert script.offsets == [None, None, "8"]
    assert shelf.ids == [7]
    assert pauses == [1]
