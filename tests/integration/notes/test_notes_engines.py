"""The engines behind a note: the child process, servers that speak wyoming, and what is missing."""

import asyncio
import sys
from contextlib import suppress

import pytest
from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.server import AsyncEventHandler, AsyncTcpServer
from wyoming.tts import Synthesize

from bot.notes.audio import decode, encode
from bot.notes.checking import check_speaker, check_transcriber
from bot.notes.findings import Finding
from bot.notes.hearing import Ears, open_ears, open_speaker
from bot.notes.models import BusyError, Choice, MissingError, NotHeardError, SlowError
from bot.notes.worker import Worker
from tests.driver import free_port
from tests.integration.notes.speech import RATE

BEEP = encode(b"\x10\x20" * RATE, RATE)  # a second


class House(AsyncEventHandler):
    """Hears the same words in everything, and speaks a second of hum a word."""

    seen: list[object]
    words = "how full is the battery"

    async def handle_event(self, event):
        if Transcribe.is_type(event.type):
            self.seen.append(Transcribe.from_event(event).language)
        elif AudioChunk.is_type(event.type):
            self.seen.append(len(AudioChunk.from_event(event).audio))
        elif AudioStop.is_type(event.type):
            await self.write_event(Transcript(text=self.words).event())
        elif Synthesize.is_type(event.type):
            asked = Synthesize.from_event(event)
            self.seen.append((asked.text, asked.voice.language))
            form = {"rate": 22050, "width": 2, "channels": 1}
            await self.write_event(AudioStart(**form).event())
            for _ in asked.text.split():
                await self.write_event(AudioChunk(audio=b"\1\2" * 22050, **form).event())
            await self.write_event(AudioStop().event())
        return True


@pytest.fixture
async def house():
    """A wyoming server on a port of its own; its address, and what it has seen."""
    seen, port = [], free_port()
    handler = type("Handler", (House,), {"seen": seen})
    server = AsyncTcpServer("127.0.0.1", port)
    await server.start(handler)
    yield f"tcp://127.0.0.1:{port}", seen, handler
    await server.stop()


async def test_wyoming_hears_all_of_the_note_in_the_persons_language(house):
    address, seen, _ = house
    ears = open_ears(Choice(kind="wyoming", place=address))

    heard = await ears.hear(BEEP, language="de", person_id=1)
    await ears.close()

    assert heard == "how full is the battery"
    assert seen[0] == "de"
    assert sum(seen[1:]) == 2 * RATE


async def test_wyoming_hears_nothing_and_a_slash_is_no_command(house):
    address, _, handler = house
    ears = open_ears(Choice(kind="wyoming", place=address))
    handler.words = "  "
    with pytest.raises(NotHeardError):
        await ears.hear(BEEP, language="en", person_id=1)
    handler.words = "/unlock  the car"

    assert await ears.hear(BEEP, language="en", person_id=1) == "unlock the car"
    await ears.close()


async def test_wyoming_speaks_as_opus(house):
    address, seen, _ = house
    speaker = open_speaker(Choice(kind="wyoming", place=address))

    sound = await speaker.speak("Alles ist zu", "de")
    await speaker.close()

    assert seen == [("Alles ist zu", "de")]
    assert len(decode(sound)) == pytest.approx(3 * 2 * RATE, rel=0.02)


async def errors_of_both(place):
    """Hear and speak by the server at an address; return what kinds of errors that gives."""
    ears = open_ears(Choice(kind="wyoming", place=place))
    speaker = open_speaker(Choice(kind="wyoming", place=place))

    ended = await asyncio.gather(
        ears.hear(BEEP, language="en", person_id=1),
        speaker.speak("hello", "en"),
        return_exceptions=True,
    )
    await ears.close()
    await speaker.close()
    return [type(it) for it in ended]


async def test_a_server_that_is_not_there_is_missing():
    place = f"tcp://127.0.0.1:{free_port()}"
    assert await errors_of_both(place) == [MissingError, MissingError]
    found = await check_transcriber(Choice(kind="wyoming", place=place))
    assert (found.is_good, "cannot be reached" in found.text) == (False, True)


@pytest.mark.parametrize(
    "said",
    [
        b'{"type": "transcript", "payload_length": 2000000000}\n',
        b'{"type": "transcript", "data_length": 2000000000}\n',
        b'{"type": "transcript", "data_length": 500}\n{}',
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"",
    ],
)
async def test_a_server_that_is_none_is_missing_and_its_announcements_take_no_memory(said):
    async def answer(reader, writer):
        await reader.readline()
        writer.write(said)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    place = f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    assert await errors_of_both(place) == [MissingError, MissingError]
    server.close()
    await server.wait_closed()


async def test_whisper_without_its_package_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "faster_whisper", None)  # as where it is not installed
    ears = open_ears(Choice(kind="whisper", place=str(tmp_path)))

    with pytest.raises(MissingError):
        await ears.hear(BEEP, language="en", person_id=1)
    await ears.close()

    assert await check_transcriber(Choice(kind="whisper", place=str(tmp_path))) == Finding(
        False, "TRANSCRIBER needs faster_whisper: run `make voice whisper`."
    )


async def test_doctor_tells_what_is_set():
    assert await check_transcriber(Choice(kind="pocketsphinx")) == Finding(
        True, "Voice notes are heard in English by pocketsphinx."
    )
    assert (await check_speaker(Choice(kind="none"))).text == (
        "SPEAKER is none: answers are written only."
    )


async def test_a_slow_child_is_ended_and_the_next_note_gets_a_new_one():
    worker = Worker(limit_s=0.0)
    with pytest.raises(SlowError):
        await worker.decode(BEEP)
    patient = Worker()
    first = await patient.decode(BEEP)
    patient._process.kill()
    await patient._process.wait()

    assert await patient.decode(BEEP) == first
    await patient.close()
    await worker.close()


async def test_an_idle_child_gives_its_memory_back():
    worker = Worker(idle_s=0.0)
    await worker.decode(BEEP)
    process = worker._process

    assert await process.wait() == 0
    await worker.close()


async def test_a_person_waits_for_a_few_notes_only():
    class Slowly:
        def __init__(self):
            self.go = asyncio.Event()

        async def transcribe(self, recording, language):
            await self.go.wait()
            return "status"

        async def close(self):
            """Nothing is open."""

    slowly = Slowly()
    ears = Ears(slowly)
    waiting = [asyncio.create_task(ears.hear(b"", language="en", person_id=1)) for _ in range(3)]
    await asyncio.sleep(0)

    with pytest.raises(BusyError):
        await ears.hear(b"", language="en", person_id=1)
    slowly.go.set()
    assert await ears.hear(b"", language="en", person_id=2) == "status"
    assert await asyncio.gather(*waiting) == ["status"] * 3


async def test_an_idle_bot_loads_nothing_of_it():
    code = (
        "import bot.app, sys; print(sorted({'av', 'pocketsphinx', 'wyoming'} & set(sys.modules)))"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )

    assert (await process.communicate())[0] == b"[]\n"
