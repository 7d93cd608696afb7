"""Tokens of every kind: who got them, and until when they are good."""

import base64
import hashlib
import hmac
import json
import random
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

KEPT_PER_KIND = 500
DURABLE_CLAIMS = 5
JWT_SECRET = b"the-simulated-cloud-signs-with-this"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One issued token; ``expires_at`` in simulated epoch seconds."""

    kind: str
    value: str
    user_id: str
    expires_at: float
    client_id: str = ""


class TokenVault:
    """Issues, finds and forgets tokens."""

    def __init__(self, *, now: Callable[[], float], rng: random.Random) -> None:
        self._now = now
        self._rng = rng
        self._revoked: set[str] = set()
        self._kinds: dict[str, OrderedDict[str, Token]] = {}

    def _issued(self, kind: str) -> OrderedDict[str, Token]:
        return self._kinds.setdefault(kind, OrderedDict())

    def random_text(self, length: int) -> str:
        """Return random URL-safe characters."""
        raw = base64.urlsafe_b64encode(self._rng.randbytes(length)).decode()
        return raw.replace("=", "")[:length]

    def issue(
        self, kind: str, user_id: str, lifetime_s: float, *, value: str = "", client_id: str = ""
    ) -> Token:
        """Issue a token of a kind for an account."""
        token = Token(
            kind=kind,
            value=value or f"st2.s.{self.random_text(40)}",
            user_id=user_id,
            expires_at=self._now() + lifetime_s,
            client_id=client_id,
        )
        issued = self._issued(kind)
        issued[token.value] = token
        while len(issued) > KEPT_PER_KIND:
            issued.popitem(last=False)
        return token

    def issue_durable(
        self, kind: str, user_id: str, lifetime_s: float, *, client_id: str = ""
    ) -> Token:
        """Issue a token that a restarted stand-in still knows, as the real cloud would."""
        expires_at = int(self._now() + lifetime_s)
        claims = [kind, user_id, str(expires_at), client_id, self.random_text(12)]
        value = base64.b64encode("|".join([*claims, seal(claims)]).encode()).decode()
        return self.issue(kind, user_id, lifetime_s, value=value, client_id=client_id)

    def find(self, kind: str, value: str) -> Token | None:
        """Return a token that is still good, or None."""
        token = self._issued(kind).get(value)
        if token is None and value not in self._revoked:
            token = unsealed(kind, value)
        return token if token and token.expires_at > self._now() else None

    def take(self, kind: str, value: str) -> Token | None:
        """Return a token that is good only once."""
        token = self.find(kind, value)
        self.revoke(kind, value)
        return token

    def revoke(self, kind: str, value: str) -> None:
        """Make a token invalid at once."""
        self._issued(kind).pop(value, None)
        if unsealed(kind, value):
            self._revoked.add(value)

    def revoke_all(self, kind: str, user_id: str | None = None) -> int:
        """Make all tokens of a kind (of one account) invalid; return how many there were."""
        issued = self._issued(kind)
        gone = [v for v, t in issued.items() if user_id is None or t.user_id == user_id]
        for value in gone:
            self.revoke(kind, value)
        return len(gone)


def seal(claims: list[str]) -> str:
    """Return a signature of claims."""
    return hmac.digest(JWT_SECRET, "|".join(claims).encode(), hashlib.sha256).hex()


def unsealed(kind: str, value: str) -> Token | None:
    """Return the durable token that a value is, or None."""
    try:
        *claims, signature = base64.b64decode(value, validate=True).decode().split("|")
    except ValueError:
        return None
    if len(claims) != DURABLE_CLAIMS or claims[0] != kind:
        return None
    if not hmac.compare_digest(seal(claims), signature):
        return None
    _, user_id, expires_at, client_id, _ = claims
    return Token(
        kind=kind,
        value=value,
        user_id=user_id,
        expires_at=float(expires_at),
        client_id=client_id,
    )


def jwt(claims: dict[str, object], *, algorithm: str = "HS256") -> str:
    """Return a signed token of the usual three parts."""

    def part(raw: bytes) -> str:
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    head = part(json.dumps({"alg": algorithm}).encode())
    body = part(json.dumps(claims).encode())
    signature = hmac.digest(JWT_SECRET, f"{head}.{body}".encode(), hashlib.sha256)
    return f"{head}.{body}.{part(signature)}"
