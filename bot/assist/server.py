"""The wyoming protocol around the talk: describe, and transcripts that are handled or not."""

import asyncio
from contextlib import AsyncExitStack
from importlib.metadata import version
from urllib.parse import urlsplit

import structlog
from wyoming.asr import Transcript
from wyoming.event import Event, async_write_event
from wyoming.handle import Handled, NotHandled
from wyoming.info import Attribution, Describe, HandleModel, HandleProgram, Info
from wyoming.ping import Ping, Pong

from bot.assist.talk import AssistTalk, conversation_of
from bot.listening import StartError
from bot.localisation import Texts
from bot.wyoming import NO_PAYLOAD, read_event

LONGEST_TEXT = 1000  # characters
MOST_CLIENTS = 16
IDLE_S = 300.0  # a client that says nothing for so long is let go
_NAME, _PLACE = "smart-companion", "https://github.com/rhasspy/wyoming"

log = structlog.get_logger(__name__)


class AssistServer:
    """Serves clients until its stack closes."""

    def __init__(self, talk: AssistTalk, texts: Texts) -> None:
        self._talk = talk
        self._info = describe(texts).event()
        self._clients: set[asyncio.Task[None]] = set()

    async def open(self, uri: str, stack: AsyncExitStack) -> int:
        """Listen at ``tcp://host:port``; return the port, or raise ``StartError``."""
        parts = urlsplit(uri)
        try:
            server = await asyncio.start_server(self._serve, parts.hostname, parts.port or 0)
        except OSError:
            raise StartError(f"{uri} cannot be listened at; choose another address.") from None
        stack.push_async_callback(self._close, server)
        return int(server.sockets[0].getsockname()[1])

    async def _close(self, server: asyncio.Server) -> None:
        server.close()
        for client in list(self._clients):
            client.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None or len(self._clients) >= MOST_CLIENTS:
            writer.close()
            return
        self._clients.add(task)
        try:
            await self._converse(reader, writer)
        except (OSError, ValueError, KeyError, TimeoutError, asyncio.IncompleteReadError) as error:
            log.info("assist_client_lost", error=type(error).__name__)
        finally:
            self._clients.discard(task)
            writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        peer = str(writer.get_extra_info("peername", ("?",))[0])
        while (event := await asyncio.wait_for(_next(reader), IDLE_S)) is not None:
            if (answer := await self._answer(event, peer)) is not None:
                await async_write_event(answer, writer)

    async def _answer(self, event: Event, peer: str) -> Event | None:
        """Return the answer to an event; what is not for us is passed over."""
        if Describe.is_type(event.type):
            return self._info
        if Ping.is_type(event.type):
            return Pong(text=Ping.from_event(event).text).event()
        if not Transcript.is_type(event.type):
            return None
        heard = Transcript.from_event(event)
        if not _is_sound(heard):
            raise ValueError("not a transcript")
        text = heard.text[:LONGEST_TEXT]
        said = await self._talk.hear(text, heard.language, conversation_of(heard.context, peer))
        shape = Handled if said.is_handled else NotHandled
        return shape(text=said.text, context=heard.context).event()


async def _next(reader: asyncio.StreamReader) -> Event | None:
    return await read_event(reader, most_payload=NO_PAYLOAD)


def _is_sound(heard: Transcript) -> bool:
    """Return whether the parts have the types that the library only declares."""
    parts: tuple[object, object, object] = (heard.text, heard.language, heard.context)
    kinds = (str, str | None, dict | None)
    return all(isinstance(part, kind) for part, kind in zip(parts, kinds, strict=True))


def describe(texts: Texts) -> Info:
    """Return what this service is."""
    maker = Attribution(name="Smart Companion", url=_PLACE)
    own = version("smart-companion")
    model = HandleModel(
        name=_NAME,
        attribution=maker,
        installed=True,
        description="Questions about a Smart, and actions after a yes",
        version=own,
        languages=list(texts.languages),
    )
    program = HandleProgram(
        name=_NAME,
        attribution=maker,
        installed=True,
        description="Smart Companion",
        version=own,
        models=[model],
    )
    return Info(handle=[program])
