"""Amazon's signing keys: fetched from its one host, believed by the rules of TLS, remembered."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import structlog
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from bot.alexa.addresses import HOST
from bot.alexa.refusals import RefusedError

SIGNER = "echo-api.amazon.com"
MAX_CHAIN_BYTES, MAX_CHAIN = 32 * 1024, 6
KEPT = timedelta(hours=24)
FETCHES, FETCH_WINDOW = 6, timedelta(minutes=1)
MOST_KEPT = 8
_TIMEOUT = aiohttp.ClientTimeout(total=3)

Fetch = Callable[[str], Awaitable[bytes]]
Roots = Callable[[], Sequence[x509.Certificate]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Key:
    key: RSAPublicKey
    since: datetime
    until: datetime


class Certificates:
    """Hands out the public key behind a checked address."""

    def __init__(self, fetch: Fetch, roots: Roots) -> None:
        """``roots`` are loaded when the first chain is checked."""
        self._fetch = fetch
        self._roots = roots
        self._store: Store | None = None
        self._keys: dict[str, _Key] = {}
        self._fetching = asyncio.Lock()
        self._fetched: list[datetime] = []

    async def key(self, address: str, now: datetime) -> RSAPublicKey:
        """Return the key of a certificate that is valid now; raise ``RefusedError``."""
        if (known := self._known(address, now)) is not None:
            return known
        async with self._fetching:
            if (known := self._known(address, now)) is not None:
                return known
            self._take_fetch(now)
            found = self._checked(await self._fetch(address), now)
            while len(self._keys) >= MOST_KEPT:
                del self._keys[next(iter(self._keys))]
            self._keys[address] = found
            return found.key

    def _known(self, address: str, now: datetime) -> RSAPublicKey | None:
        found = self._keys.get(address)
        return found.key if found and found.since <= now < found.until else None

    def _take_fetch(self, now: datetime) -> None:
        """Let forged addresses of Amazon's host cost it, and us, only so many requests."""
        self._fetched = [at for at in self._fetched if abs(now - at) < FETCH_WINDOW]
        if len(self._fetched) >= FETCHES:
            raise RefusedError("too many certificates asked for")
        self._fetched.append(now)

    def _checked(self, pem: bytes, now: datetime) -> _Key:
        try:
            chain = x509.load_pem_x509_certificates(pem)
            if not 1 <= len(chain) <= MAX_CHAIN:
                raise RefusedError("certificate chain of a strange length")
            verifier = (
                PolicyBuilder()
                .store(self._trusted())
                .time(now)
                .build_server_verifier(x509.DNSName(SIGNER))
            )
            proven = verifier.verify(chain[0], chain[1:])
        except (ValueError, VerificationError) as error:
            raise RefusedError("certificate chain not trusted") from error
        key = chain[0].public_key()
        if not isinstance(key, RSAPublicKey):
            raise RefusedError("certificate without an RSA key")
        until = min(certificate.not_valid_after_utc for certificate in proven)
        since = max(certificate.not_valid_before_utc for certificate in proven)
        return _Key(key, since, min(until, now + KEPT))

    def _trusted(self) -> Store:
        if self._store is None:
            self._store = Store(list(self._roots()))
        return self._store


def amazon_fetcher(http: aiohttp.ClientSession, base_url: str | None) -> Fetch:
    """Return what fetches a checked address; a redirect is no answer.

    ``base_url`` stands before host and path instead of ``https://`` (a stand-in).
    """

    async def fetch(address: str) -> bytes:
        url = f"{base_url}/{address.removeprefix('https://')}" if base_url else address
        try:
            async with http.get(url, allow_redirects=False, timeout=_TIMEOUT) as answer:
                if answer.status != 200:
                    raise RefusedError("no certificate at this address")
                body = await answer.content.read(MAX_CHAIN_BYTES + 1)
                while len(body) <= MAX_CHAIN_BYTES and not answer.content.at_eof():
                    body += await answer.content.read(MAX_CHAIN_BYTES + 1 - len(body))
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("certificate_not_fetched", host=HOST, error=type(error).__name__)
            raise RefusedError("certificate could not be fetched") from error
        if len(body) > MAX_CHAIN_BYTES:
            raise RefusedError("certificate too long")
        return body

    return fetch


def trusted_roots(path: Path | None) -> Sequence[x509.Certificate]:
    """Return the roots of a file, or those that this machine trusts.

    A root that cannot be read is left out; Amazon's are ordinary ones.
    """
    if path is not None:
        return x509.load_pem_x509_certificates(path.read_bytes())
    found = []
    for der in ssl.create_default_context().get_ca_certs(binary_form=True):
        try:
            found.append(x509.load_der_x509_certificate(der))
        except ValueError:
            continue
    return found
