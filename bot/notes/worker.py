"""The parent's side of the child process: started when needed, ended when idle or too slow."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any

import structlog

from bot.notes import models
from bot.notes.models import NO_ENGINE, Choice, EndedError, SlowError, VoiceError

LIMIT_S = 20.0  # for one job
LOAD_S = 60.0  # for an engine to come up on a small machine
IDLE_S = 300.0  # after which the child's memory is given back

Told = tuple[dict[str, Any], bytes]

log = structlog.get_logger(__name__)


class Worker:
    """Does one job at a time; those who come meanwhile wait."""

    def __init__(
        self, engine: Choice = NO_ENGINE, *, limit_s: float = LIMIT_S, idle_s: float = IDLE_S
    ) -> None:
        """``engine`` is loaded with the child; without one it only decodes and encodes."""
        self._engine = {"kind": engine.kind, "place": engine.place} if engine != NO_ENGINE else None
        self._limit_s = limit_s
        self._idle_s = idle_s
        self._process: Process | None = None
        self._turn = asyncio.Lock()
        self._end: asyncio.TimerHandle | None = None

    async def hear(self, recording: bytes, language: str) -> str:
        """Return the words of a recording, or raise ``VoiceError``."""
        job = {"do": "hear", "language": language, **(self._engine or {})}
        return str((await self._run(job, recording))[0]["text"])

    async def decode(self, recording: bytes) -> bytes:
        """Return 16 kHz samples of a recording, or raise ``VoiceError``."""
        return (await self._run({"do": "decode"}, recording))[1]

    async def encode(self, samples: bytes, rate: int) -> bytes:
        """Return samples as OGG/Opus, or raise ``VoiceError``."""
        return (await self._run({"do": "encode", "rate": rate}, samples))[1]

    async def close(self) -> None:
        """End the child; the next job starts another."""
        if self._end is not None:
            self._end.cancel()
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _run(self, job: dict[str, Any], payload: bytes) -> Told:
        async with self._turn:
            if self._end is not None:
                self._end.cancel()
            try:
                process = await self._started()
                told = await _within(self._limit_s, _talk(process, job, payload))
            except BaseException as error:  # also when we are stopped: a half told job is no use
                if not isinstance(error, VoiceError) or isinstance(error, SlowError | EndedError):
                    await self.close()
                raise
            self._end = asyncio.get_running_loop().call_later(self._idle_s, self._retire)
            return _checked(told)

    async def _started(self) -> Process:
        process = self._process
        if process is None or process.returncode is not None:
            process = self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot.notes.child"), stdin=PIPE, stdout=PIPE, stderr=DEVNULL
            )
            if self._engine is not None:
                loaded = await _within(LOAD_S, _talk(process, {"do": "load", **self._engine}, b""))
                _checked(loaded)
        return process

    def _retire(self) -> None:
        """Hang up: the child ends when nothing more can come."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()


async def _within(seconds: float, talk: Awaitable[Told]) -> Told:
    try:
        async with asyncio.timeout(seconds):
            return await talk
    except TimeoutError:
        raise SlowError from None
    except (OSError, asyncio.IncompleteReadError, json.JSONDecodeError) as error:
        log.error("voice_child_ended", error=type(error).__name__)
        raise EndedError from None


async def _talk(process: Process, job: dict[str, Any], payload: bytes) -> Told:
    if process.stdin is None or process.stdout is None:
        raise OSError("the child has no pipes")
    process.stdin.write(json.dumps({**job, "size": len(payload)}).encode() + b"\n" + payload)
    await process.stdin.drain()
    told = json.loads(await process.stdout.readline())
    return told, await process.stdout.readexactly(told["size"])


def _checked(told: Told) -> Told:
    if name := told[0].get("error"):
        raise getattr(models, name)
    return told
