"""A person and a loudspeaker: linking, asking, acting after a yes, and the voice PIN."""

import json
import re

import pytest

from storage import pins, speakers
from tests.integration.voice.conftest import ANNA, BEN, MAIN_CAR

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Speaker:
    """A loudspeaker of one account, with the session that Alexa keeps for it."""

    def __init__(self, house, user, locale="en-GB"):
        self.house = house
        self.user = user
        self.locale = locale
        self.attributes = {}
        self.new = True

    async def hear(self, intent="", kind="", **slots):
        envelope = self.house.amazon.envelope(
            kind or ("IntentRequest" if intent else "LaunchRequest"),
            intent,
            slots,
            user=self.user,
            locale=self.locale,
            new=self.new,
            attributes=self.attributes,
        )
        body = json.dumps(envelope).encode()
        async with self.house.http.post(
            self.house.site.make_url("/alexa"), data=body, headers=self.house.amazon.sign(body)
        ) as response:
            assert response.status == 200
            told = await response.json()
        self.attributes = told.get("sessionAttributes", {})
        self.new = told["response"].get("shouldEndSession", True)
        return told["response"]

    async def ask(self, intent="", **slots):
        return (await self.hear(intent, **slots))["outputSpeech"]["text"]


async def linked(house, person=ANNA, user="amzn1.ask.account.A", locale="en-GB"):
    async with house.database.transaction() as tx:
        code = await speakers.make_code(tx, person, house.people())
    speaker = Speaker(house, f"{user}.{house.people().timestamp()}", locale)
    assert "Linked" in await speaker.ask("say_digits", number=code) or locale != "en-GB"
    speaker.new = True
    return speaker


async def test_stranger_is_asked_for_a_code_whatever_is_said(house):
    speaker = Speaker(house, "amzn1.ask.account.STRANGER")

    told = {
        await speaker.ask(),
        await speaker.ask("battery_status"),
        await speaker.ask("unlock"),
        await speaker.ask("AMAZON.HelpIntent"),
    }

    assert len(told) == 1
    assert "/alexa" in told.pop()


async def test_code_links_once_and_the_chat_is_told(house):
    async with house.database.transaction() as tx:
        code = await speakers.make_code(tx, ANNA, house.people())
    first, second = Speaker(house, "amzn1.first"), Speaker(house, "amzn1.second")

    linked_now = await first.ask("say_digits", number=code)
    again = await second.ask("say_digits", number=code)
    await house.app.voice.drain(3)

    assert "Anna" in linked_now
    assert "not valid" in again
    assert any("Alexa account speaks for you" in text for text in await house.chat(ANNA))


async def test_code_is_worth_nothing_after_ten_minutes(house):
    async with house.database.transaction() as tx:
        code = await speakers.make_code(tx, ANNA, house.people())
    house.people.advance(601)
    try:
        async with house.database.transaction() as tx:
            tried = await speakers.pair(tx, "amzn1.late", code, house.people())
    finally:
        house.people.advance(-601)

    assert tried == (speakers.Pairing.WRONG, None)


async def test_question_is_answered_from_the_last_snapshot(house):
    speaker, before = await linked(house), await house.status_requests()

    response = await speaker.hear("battery_status")

    said = response["outputSpeech"]
    assert said["type"] == "PlainText"
    assert re.search(r"\d+", said["text"])
    assert not re.search("[<>#🔋]", said["text"])
    assert response["shouldEndSession"] is True
    assert await house.status_requests() == before


async def test_session_that_was_opened_stays_open(house):
    speaker = await linked(house)

    hello = await speaker.hear()
    answered = await speaker.hear("lock_status")
    goodbye = await speaker.hear("AMAZON.StopIntent")

    assert [it["shouldEndSession"] for it in (hello, answered, goodbye)] == [False, False, True]
    assert "reprompt" in answered


@pytest.mark.parametrize(
    ("locale", "word"),
    [("de-DE", "bgeschlossen"), ("fr-FR", "errouill"), ("es-ES", "errad"), ("it-IT", "hius")],
)
async def test_answer_is_in_the_language_of_the_loudspeaker(house, locale, word):
    speaker = await linked(house, locale=locale, user=f"amzn1.{locale}")

    assert word in await speaker.ask("lock_status")


async def test_action_is_asked_back_and_done_after_a_yes(house):
    speaker = await linked(house)
    await house.control("PATCH", f"/sim/cloud/cars/{MAIN_CAR}", {"locked": False})
    house.world.advance(300)

    asked = await speaker.hear("lock")
    assert asked["shouldEndSession"] is False
    assert not (await house.car())["locked"]
    await speaker.hear("AMAZON.YesIntent")

    assert await house.becomes(locked=True)


async def test_no_does_nothing_and_the_question_is_over(house):
    speaker = await linked(house)
    await house.control("PATCH", f"/sim/cloud/cars/{MAIN_CAR}", {"locked": False})
    await speaker.hear("lock")
    question = dict(speaker.attributes)

    no = await speaker.hear("AMAZON.NoIntent")
    speaker.attributes, speaker.new = question, False
    await speaker.hear("AMAZON.YesIntent")

    assert "nothing was done" in no["outputSpeech"]["text"]
    assert not (await house.car())["locked"]


@pytest.mark.parametrize("intent", ["AMAZON.YesIntent", "AMAZON.NoIntent"])
async def test_yes_and_no_without_a_question_do_nothing(house, intent):
    speaker = await linked(house)
    house.world.advance(300)

    assert await speaker.ask(intent)


async def test_risky_wish_is_refused_without_a_voice_pin(house):
    speaker = await linked(house)

    response = await speaker.hear("unlock")

    assert "voice PIN" in response["outputSpeech"]["text"]
    assert speaker.attributes == {}


async def test_risky_wish_needs_the_voice_pin_and_not_only_a_yes(house):
    await house.control("PATCH", f"/sim/cloud/cars/{MAIN_CAR}", {"locked": True})
    house.world.advance(300)
    await house.set_pin(ANNA, "0815", pins.VOICE)
    try:
        speaker = await linked(house)
        await speaker.hear("unlock")
        yes = await speaker.ask("AMAZON.YesIntent")
        assert (await house.car())["locked"]
        await speaker.hear("say_digits", number="815")
    finally:
        await house.set_pin(ANNA, None, pins.VOICE)

    assert "PIN" in yes
    assert await house.becomes(locked=False)


async def test_three_wrong_pins_lock_it_and_the_right_one_fails_then(house):
    await house.control("PATCH", f"/sim/cloud/cars/{MAIN_CAR}", {"locked": True})
    house.world.advance(300)
    await house.set_pin(ANNA, "4711", pins.VOICE)
    try:
        speaker = await linked(house)
        await speaker.hear("unlock")
        told = [
            await speaker.ask("say_digits", number=number) for number in ("1111", "2222", "3333")
        ]
        speaker.new = True
        refused = await speaker.ask("unlock")
        other = await linked(house, user="amzn1.other")
        also = await other.ask("unlock")
    finally:
        await house.set_pin(ANNA, None, pins.VOICE)

    assert "2 tries" in told[0]
    assert "One try" in told[1]
    assert all("locked" in text for text in (told[2], refused, also))
    assert (await house.car())["locked"]


async def test_pin_of_the_chat_is_not_the_voice_pin(house):
    await house.set_pin(ANNA, "9999", pins.CHAT)
    try:
        speaker = await linked(house)
        told = await speaker.ask("unlock")
    finally:
        await house.set_pin(ANNA, None, pins.CHAT)

    assert "voice PIN" in told


async def test_values_are_taken_and_limits_told(house):
    speaker = await linked(house)
    house.world.advance(300)

    asked = await speaker.ask("climate_on", temperature="22")
    speaker.new, speaker.attributes = True, {}
    beyond = await speaker.ask("climate_on", temperature="99")

    assert "22" in asked
    assert "99" in beyond
    assert speaker.attributes == {}


async def test_whole_sentences_go_through_our_own_recogniser(house):
    speaker = await linked(house)

    told = await speaker.ask("say_words", words="how far can i drive")
    trap = await speaker.ask("say_words", words="do not unlock the car")

    assert re.search(r"\d+", told)
    assert (await house.car())["locked"] or trap


async def test_follow_up_belongs_to_the_last_wish(house):
    speaker = await linked(house)
    await speaker.hear("lock_status")

    told = await speaker.ask("say_words", words="and the windows")

    assert "indow" in told


@pytest.mark.parametrize("intent", ["login", "forget", "token", "export", "invite_driver"])
async def test_secrets_stay_in_the_chat(house, intent):
    assert "Telegram" in await (await linked(house)).ask(intent)


async def test_unknown_intent_and_fallback_are_answered(house):
    speaker = await linked(house)

    assert await speaker.ask("AMAZON.FallbackIntent") == await speaker.ask("make_coffee")


async def test_end_of_a_session_is_answered_with_nothing(house):
    speaker = Speaker(house, "amzn1.any")
    envelope = house.amazon.envelope("SessionEndedRequest", user=speaker.user)
    body = json.dumps(envelope).encode()

    async with house.http.post(
        house.site.make_url("/alexa"), data=body, headers=house.amazon.sign(body)
    ) as response:
        assert await response.json() == {"version": "1.0", "response": {}}


async def test_driver_speaks_with_the_rights_of_a_driver(house):
    speaker = await linked(house, BEN)

    assert "owner" in await speaker.ask("remove_driver", name="Anna")


async def test_unlinked_account_is_a_stranger_again(house):
    speaker = await linked(house)
    async with house.database.transaction() as tx:
        await speakers.unlink(tx, ANNA)

    assert "/alexa" in await speaker.ask("lock_status")


async def test_forged_attributes_open_nothing(house):
    speaker = await linked(house)
    speaker.new, speaker.attributes = False, {"yes": "x" * 22, "needs_pin": False}

    told = await speaker.ask("AMAZON.YesIntent")
    speaker.attributes = {"yes": {"$ne": 1}, "no": 5}
    assert await speaker.ask("AMAZON.YesIntent")

    assert "button" in told.lower()
