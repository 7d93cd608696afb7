"""Anna says one sentence to the demo: a question is answered, and locking waits for her tap."""

from collections.abc import Iterator

import pytest

from tests.driver import ONE, Demo, running_demo
from tests.integration.notes.speech import has_espeak, say

pytestmark = pytest.mark.skipif(not has_espeak, reason="espeak-ng is not here")


@pytest.fixture(scope="module")
def listening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A demo that hears English without a model."""
    pytest.importorskip("pocketsphinx")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TRANSCRIBER", "pocketsphinx")
        with running_demo(tmp_path_factory.mktemp("listening")) as demo:
            yield demo


def send(demo: Demo, sound: bytes) -> int:
    """Send a voice note as Anna's phone does; return its message id."""
    path = f"/sim/telegram/chats/{demo.chat('anna')}/messages"
    files = {"voice": ("note.ogg", sound, "audio/ogg")}
    answer = demo.http.post(path, data={"from": "anna", "duration": "3"}, files=files)
    answer.raise_for_status()
    return int(answer.json()["message_id"])


def test_question_is_answered_and_an_action_waits_for_a_tap(listening: Demo) -> None:
    asked = send(listening, say("how full is the battery"))
    answer = listening.wait("anna", r"%", after=asked, seconds=60)

    listening.set_car(ONE, locked=False)
    listening.advance(120)
    wish = send(listening, say("lock the car"))
    question = listening.wait("anna", r"lock the car", after=wish, seconds=60)
    assert not listening.car(ONE)["locked"]
    listening.tap("anna", question, "do it")
    listening.wait_for_car(ONE, lambda car: bool(car["locked"]))

    assert "how full is the battery" in answer["text"]
