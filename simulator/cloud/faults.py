"""Faults that the next matching requests meet."""

import asyncio
import re
from dataclasses import asdict, dataclass, field

from aiohttp import web

from simulator.cloud.spoiling import SPOILT

HTTP = re.compile(r"http_([45]\d\d)")
CODE = re.compile(r"code_(\w+)")
BEFORE = ("timeout", "reset")  # the cloud never hears the request
DRIPPING = ("slow", "endless")
AFTER = (*SPOILT, *DRIPPING, "lost")
ALIASES = {"html_503": "http_503"}
HTML = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
TITLES = {403: "403 Forbidden", 429: "429 Too Many Requests", 503: "503 Under maintenance"}
TIMEOUT_S = 120.0
SLOW_BYTE_S = 1.0
ENDLESS_CHUNK = b" " * 65_536
ENDLESS_PAUSE_S = 0.01


@dataclass(slots=True, kw_only=True)
class Fault:
    """Something that goes wrong ``times`` times (None: until removed) for paths with ``match``."""

    match: str
    kind: str
    times: int | None = 1
    retry_after: str | None = None
    processed: bool = False  # the request takes effect although its answer fails

    def as_json(self) -> dict[str, object]:
        """Return the fault as the control interface shows it."""
        return asdict(self)


KINDS = ", ".join(("http_NNN", "code_NNNN", *ALIASES, *BEFORE, *AFTER))


def is_kind(kind: str) -> bool:
    """Say whether the stand-in knows this kind of fault."""
    plain = ALIASES.get(kind, kind)
    return plain in (*BEFORE, *AFTER) or bool(HTTP.fullmatch(plain) or CODE.fullmatch(plain))


@dataclass(slots=True)
class Faults:
    """The faults that wait for a request."""

    waiting: list[Fault] = field(default_factory=list)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, path: str) -> Fault | None:
        """Return the first fault for a path with its host, using it up by one."""
        for fault in self.waiting:
            if fault.match in path:
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self.waiting.remove(fault)
                return fault
        return None

    async def pause(self, seconds: float) -> None:
        """Wait in real time, but not beyond the end of the server."""
        try:
            await asyncio.wait_for(self.stopping.wait(), seconds)
        except TimeoutError:
            return


def http_status(fault: Fault) -> int | None:
    """Return the HTTP status that a fault answers with, if it is such a fault."""
    match = HTTP.fullmatch(ALIASES.get(fault.kind, fault.kind))
    return int(match.group(1)) if match else None


def cloud_code(fault: Fault) -> str | None:
    """Return the cloud's code that a fault answers with, if it is such a fault."""
    match = CODE.fullmatch(fault.kind)
    return match.group(1) if match else None


def http_answer(fault: Fault, status: int) -> web.Response:
    """Return an answer of a gateway or load balancer: a page, not JSON."""
    headers = {"Retry-After": fault.retry_after} if fault.retry_after else {}
    title = TITLES.get(status, f"{status} Error")
    return web.Response(
        status=status, text=HTML.format(title), content_type="text/html", headers=headers
    )


async def dripping(
    request: web.Request, faults: Faults, body: bytes, *, endless: bool
) -> web.StreamResponse:
    """Answer one byte a second, or without end."""
    answer = web.StreamResponse(headers={"content-type": "application/json"})
    await answer.prepare(request)
    position = 0
    while not faults.stopping.is_set() and (endless or position < len(body)):
        await answer.write(ENDLESS_CHUNK if endless else body[position : position + 1])
        position += 1
        await faults.pause(ENDLESS_PAUSE_S if endless else SLOW_BYTE_S)
    return answer
