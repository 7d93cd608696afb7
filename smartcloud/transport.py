"""The one place that speaks HTTP: addresses, deadlines, size limit, and errors of the network."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import aiohttp
from yarl import URL

from smartcloud.breaker import Breaker
from smartcloud.exceptions import (
    CloudUnavailableError,
    NotConnectedError,
    RateLimitError,
    SmartCloudError,
    UnexpectedReplyError,
    UnsupportedError,
)
from smartcloud.gate import Gate, Pass
from smartcloud.governor import LONGEST_PAUSE, Refusal
from smartcloud.regions import HOSTS, KNOWN_HOSTS, MARKET_BOUND_HOSTS

Clock = Callable[[], datetime]

MAX_BODY_BYTES = 2 * 1024 * 1024
REFUSALS = (403, 429)
REQUEST_TIMEOUT_S = 30.0
_TIMEOUTS = aiohttp.ClientTimeout(total=None, sock_connect=10.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A place in the real cloud: host, and path with query exactly as sent."""

    host: str
    target: str

    @classmethod
    def of(cls, host_key: str, path: str, query: str = "") -> "Address":
        """Return the address of a path on one of the known hosts."""
        host, _, prefix = HOSTS[host_key].partition("/")
        target = f"/{prefix}/{path.lstrip('/')}" if prefix else f"/{path.lstrip('/')}"
        return cls(host=host, target=f"{target}?{query}" if query else target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One HTTP request, complete and signed."""

    method: str
    address: Address
    headers: Mapping[str, str]
    body: bytes = b""
    is_repeatable: bool = True  # False: it must reach the cloud at most once
    account: str = ""  # in whose name; nothing before a log-in has succeeded


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What came back, not yet understood."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport:
    """Sends requests over the caller's connections, to the real hosts or to a stand-in."""

    def __init__(
        self,
        http: aiohttp.ClientSession,
        wall_clock: Clock,
        base_url: str | None,
        gate: Gate | None = None,
    ) -> None:
        """``gate`` keeps the pauses that the cloud asks for; without one the caller does."""
        self._http = http
        self._wall_clock = wall_clock
        self._base_url = base_url.rstrip("/") if base_url else None
        self._cookieless: aiohttp.ClientSession | None = None
        self._breakers: dict[str, Breaker] = {}
        self._gate = gate

    async def send(self, request: Request, timeout_s: float = REQUEST_TIMEOUT_S) -> Response:
        """Return the answer with a status below 500, or raise a ``SmartCloudError``.

        ``PausedError`` means that the pause after an earlier refusal lasts, and nothing was sent.
        """
        if timeout_s <= 0:
            raise NotConnectedError("no time is left to ask")
        now_s = asyncio.get_running_loop().time
        breaker = self._breakers.setdefault(request.address.host, Breaker())
        if not breaker.may_ask(now_s()):
            raise NotConnectedError(f"{request.address.host} rests after many failures")
        granted = (
            await self._gate.enter(request.address.host, request.account) if self._gate else None
        )
        try:
            response = await self._answer(request, timeout_s)
            _raise_for_status(request, response)
        except CloudUnavailableError:
            breaker.note_failure(now_s())
            raise
        except SmartCloudError:
            breaker.note_answer()
            await self._note_answer(granted)
            raise
        breaker.note_answer()
        if response.status in REFUSALS:
            raise await self._refused(request, response, granted)
        await self._note_answer(granted)
        return response

    async def require_open(self, host_keys: Iterable[str]) -> None:
        """Raise ``PausedError`` if one of these hosts asked for a pause that still lasts."""
        if self._gate:
            await self._gate.require_open(HOSTS[key].partition("/")[0] for key in host_keys)

    async def _note_answer(self, granted: Pass | None) -> None:
        if self._gate and granted:
            await self._gate.answered(granted)

    async def _refused(
        self, request: Request, response: Response, granted: Pass | None
    ) -> RateLimitError:
        """Return the error of a refusal, with the pause that it began."""
        pause = retry_after(response.headers.get("Retry-After"), self._wall_clock())
        if self._gate and granted:
            is_wall = response.status == 403 and _is_page(response)
            refusal = Refusal(is_wall=is_wall, retry_after=pause)
            pause = await self._gate.refused(granted, refusal) or pause
        return RateLimitError(f"{request.address.host} answered HTTP {response.status}", pause)

    def resolve(self, location: str, origin: Address) -> Address:
        """Return where a redirect leads, whether it names the real host or the stand-in's form."""
        absolute = urljoin(self._url(origin), location)
        base = self._base_url
        if base and absolute.startswith(f"{base}/"):
            absolute = f"https://{absolute[len(base) + 1 :]}"
        parts = urlsplit(absolute)
        if base and parts.netloc == urlsplit(base).netloc:  # a path without the host segment
            parts = urlsplit(urljoin(f"https://{origin.host}{origin.target}", location))
        if parts.scheme != "https" or parts.netloc not in KNOWN_HOSTS:
            raise UnexpectedReplyError("a redirect leads out of the known hosts")
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        return Address(host=parts.netloc, target=target)

    def _url(self, address: Address) -> str:
        if self._base_url:
            return f"{self._base_url}/{address.host}{address.target}"
        return f"https://{address.host}{address.target}"

    def _session(self) -> aiohttp.ClientSession:
        """Return a session over the same connections that keeps no cookies: they mix accounts."""
        if self._http.closed:
            raise NotConnectedError("the connections are closed")
        if self._cookieless is None or self._cookieless.closed:
            self._cookieless = aiohttp.ClientSession(
                connector=self._http.connector,
                connector_owner=False,
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=self._http.trust_env,
                timeout=_TIMEOUTS,
            )
        return self._cookieless

    async def _answer(self, request: Request, timeout_s: float) -> Response:
        try:
            async with asyncio.timeout(timeout_s):
                return await self._exchange(request)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            # The network library's texts hold whole addresses, and those hold VINs.
            raise NotConnectedError(_network_failure(request, error)) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:  # TimeoutError is an OSError
            raise CloudUnavailableError(_network_failure(request, error)) from None

    async def _exchange(self, request: Request) -> Response:
        async with self._session().request(
            request.method,
            URL(self._url(request.address), encoded=True),
            data=request.body or None,
            headers=request.headers,
            allow_redirects=False,
            middlewares=() if request.is_repeatable else (_send_once(),),
        ) as answer:
            body = await _read_limited(answer)
            return Response(status=answer.status, headers=answer.headers, body=body)


async def _read_limited(answer: aiohttp.ClientResponse) -> bytes:
    chunks = []
    size = 0
    async for chunk in answer.content.iter_any():
        size += len(chunk)
        if size > MAX_BODY_BYTES:
            answer.close()
            raise aiohttp.ClientPayloadError("answer too large")
        chunks.append(chunk)
    return b"".join(chunks)


def _send_once() -> aiohttp.ClientMiddlewareType:
    """Return a guard against aiohttp's own second attempt when a kept connection breaks."""
    was_sent = False

    async def guard(
        request: aiohttp.ClientRequest,
        handler: Callable[[aiohttp.ClientRequest], Awaitable[aiohttp.ClientResponse]],
    ) -> aiohttp.ClientResponse:
        nonlocal was_sent
        if was_sent:
            raise aiohttp.ClientPayloadError("the connection broke after the request")
        was_sent = True
        return await handler(request)

    return guard


def _network_failure(request: Request, error: Exception) -> str:
    return f"{request.address.host} did not answer: {type(error).__name__}"


def _raise_for_status(request: Request, response: Response) -> None:
    host, status = request.address.host, response.status
    if status == 403 and host in MARKET_BOUND_HOSTS:
        raise UnsupportedError(f"{host} does not serve this market or car")
    if status >= 500:
        raise CloudUnavailableError(f"{host} answered HTTP {status}")


def _is_page(response: Response) -> bool:
    """Say whether a firewall answered: its refusals are pages, the cloud's are JSON."""
    kind = response.headers.get("Content-Type", "")
    return "html" in kind.lower() or response.body.lstrip()[:1] == b"<"


def retry_after(value: str | None, now: datetime) -> timedelta | None:
    """Return a ``Retry-After`` given in seconds or as a date, at most six hours; else None."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(timedelta(seconds=min(int(text[:12]), 10**9)), LONGEST_PAUSE)
    try:
        date = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    wait = (date if date.tzinfo else date.replace(tzinfo=UTC)) - now
    return min(max(wait, timedelta(0)), LONGEST_PAUSE)
