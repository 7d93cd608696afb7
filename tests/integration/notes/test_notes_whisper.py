"""The Whisper adapter and the real library, with a model that was made here and knows nothing."""

import inspect
import math
from array import array

import faster_whisper
import pytest

from bot.notes.audio import encode
from bot.notes.checking import check_transcriber
from bot.notes.findings import Finding
from bot.notes.hearing import open_ears
from bot.notes.models import Choice, MissingError
from bot.notes.whisper import Whisper
from tests.integration.notes.speech import RATE
from tests.integration.notes.tiny_whisper import make_model

HUM = array("h", (int(8000 * math.sin(at / 10)) for at in range(2 * RATE))).tobytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("whisper")
    make_model(place)
    return place


def test_library_takes_what_the_adapter_gives():
    opened = inspect.signature(faster_whisper.WhisperModel)
    asked = inspect.signature(faster_whisper.WhisperModel.transcribe)

    opened.bind("folder", device="cpu", compute_type="int8", local_files_only=True)
    asked.bind(None, HUM, language="en", beam_size=1)
    assert {"text", "no_speech_prob"} <= set(faster_whisper.transcribe.Segment.__annotations__)


def test_samples_become_one_line_of_text(folder):
    heard = Whisper(str(folder)).transcribe(HUM, "en")

    assert heard
    assert heard == heard.strip()


async def test_note_is_heard_in_the_child(folder):
    ears = open_ears(Choice(kind="whisper", place=str(folder)))
    heard = await ears.hear(encode(HUM, RATE), language="en", person_id=1)
    await ears.close()

    assert heard


async def test_model_without_its_tokenizer_is_refused_before_the_library_fetches_one(folder):
    (folder / "tokenizer.json").rename(folder / "elsewhere.json")
    try:
        with pytest.raises(MissingError):
            Whisper(str(folder))
        found = await check_transcriber(Choice(kind="whisper", place=str(folder)))
    finally:
        (folder / "elsewhere.json").rename(folder / "tokenizer.json")

    assert found == Finding(
        False, "TRANSCRIBER names a folder without a whole Whisper model: tokenizer.json."
    )
