"""Fetches a calendar from an address that a person gave, and from nowhere else.

Such an address is an open door into the network of the host (server-side request forgery): https
only, no port but 443, no name or address that is not public, and a redirect is looked at like the
first address. What the name resolves to is checked where the connection is made, so that a name
that changes its mind in between finds nothing.
"""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from bot.calendars.errors import CalendarError

LARGEST = 2 * 1024 * 1024  # bytes
TIMEOUT_S = 20.0
MOST_REDIRECTS = 3
LONGEST_ADDRESS = 2_000  # characters

NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052


def is_public(address: str) -> bool:
    """Return whether a numeric address belongs to the public network."""
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        if number.ipv4_mapped is None and (number in NAT64 or number.sixtofour or number.teredo):
            return False  # each hides another address, which may be a private one
        number = number.ipv4_mapped or number
    return number.is_global and not number.is_multicast


def is_loopback(address: str) -> bool:
    """Return whether a numeric address is this machine's own, as the demo's and the tests' are."""
    return address in {"127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far fetching may go."""

    is_allowed: Callable[[str], bool]  # of numeric addresses
    is_plain_allowed: bool = False  # http, and any port


PUBLIC = Reach(is_allowed=is_public)
OWN_MACHINE = Reach(is_allowed=is_loopback, is_plain_allowed=True)


def calendar_url(text: str, reach: Reach = PUBLIC) -> URL:
    """Return the address of a calendar; raise ``CalendarError`` for one that is not to be asked.

    ``webcal://`` is how calendar applications write an https address.
    """
    if len(text) > LONGEST_ADDRESS:
        raise CalendarError("That address is too long.")
    try:
        url = URL(text.strip())
    except ValueError as error:
        raise CalendarError("That is no address.") from error
    if url.scheme == "webcal":
        url = url.with_scheme("https")
    host = url.host or ""
    is_number = _is_number(host)
    is_safe = url.scheme == "https" and url.port == 443
    if not is_safe and not (reach.is_plain_allowed and url.scheme == "http"):
        raise CalendarError("The address has to begin with https://.")
    if not host or url.user or url.password or (is_number and not reach.is_allowed(host)):
        raise CalendarError("That address is not public.")
    return url


async def fetch(address: str, reach: Reach = PUBLIC) -> bytes:
    """Return what a public address serves; raise ``CalendarError`` for anything else."""
    connector = aiohttp.TCPConnector(resolver=_GuardedResolver(reach), use_dns_cache=False)
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
    async with aiohttp.ClientSession(
        connector=connector, timeout=timeout, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
    ) as http:
        try:
            return await _follow(http, address, reach)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise CalendarError("That address does not answer.") from error


async def _follow(http: aiohttp.ClientSession, address: str, reach: Reach) -> bytes:
    for _ in range(MOST_REDIRECTS + 1):
        url = calendar_url(address, reach)
        async with http.get(url, allow_redirects=False) as response:
            if response.status in {301, 302, 303, 307, 308}:
                address = urljoin(str(url), response.headers.get("Location", ""))
                continue
            if response.status != 200:
                raise CalendarError("That address has no calendar.")
            return await _limited(response)
    raise CalendarError("That address leads in circles.")


async def _limited(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > LARGEST:
            raise CalendarError("That calendar is too large.")
    return bytes(body)


class _GuardedResolver(AbstractResolver):
    """Resolves names as usual and drops every address that is not allowed."""

    def __init__(self, reach: Reach) -> None:
        self._inner = ThreadedResolver()
        self._reach = reach

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        allowed = [one for one in found if self._reach.is_allowed(one["host"])]
        if not allowed:
            raise OSError("the name has no allowed address")
        return allowed

    async def close(self) -> None:
        await self._inner.close()


def _is_number(host: str) -> bool:
    """Return whether a host is a numeric address in any spelling that a connection would take."""
    try:
        socket.inet_aton(host)  # also "127.1", "2130706433" and "0x7f000001"
    except OSError:
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return False
    return True
