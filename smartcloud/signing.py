"""Request signatures of the three services, as pure functions of what is sent."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

ECARX_ACCEPT = "application/json;responseformat=3"
GATEWAY_SIGNED_HEADERS = "x-ca-key,x-ca-nonce,x-ca-signature-method,x-ca-timestamp"
_MD5_OF_NOTHING = "1B2M2Y8AsgTpgAmY7PhCfg=="


def canonical_query(params: Mapping[str, str]) -> str:
    """Return ``key=value`` pairs sorted by key and percent-encoded; sent and signed as it is."""
    return "&".join(f"{encoded(key)}={encoded(params[key])}" for key in sorted(params))


@lru_cache(maxsize=4096)  # VINs, user ids and the words of the interface come again and again
def encoded(text: str) -> str:
    """Return a text percent-encoded but for letters, digits and ``-._~``."""
    return text if text.isalnum() and text.isascii() else quote(text, "")


def md5_base64(body: bytes) -> str:
    """Return Base64(MD5(body)), the cloud's digest of a body."""
    return base64.b64encode(hashlib.md5(body).digest()).decode()


def ecarx_string_to_sign(
    *, method: str, path: str, query: str, body: bytes, nonce: str, timestamp_ms: str
) -> str:
    """Return the nine lines that the vehicle platform signs."""
    digest = md5_base64(body) if body else _MD5_OF_NOTHING
    return (
        f"{ECARX_ACCEPT}\nx-api-signature-nonce:{nonce}\nx-api-signature-version:1.0\n\n"
        f"{query}\n{digest}\n{timestamp_ms}\n{method}\n{path}"
    )


def ecarx_signature(secret: bytes, string_to_sign: str) -> str:
    """Return Base64(HMAC-SHA1), the value of ``x-signature``."""
    return base64.b64encode(hmac.digest(secret, string_to_sign.encode(), "sha1")).decode()


def gateway_string_to_sign(
    *,
    method: str,
    accept: str,
    content_md5: str,
    content_type: str,
    date: str,
    key: str,
    nonce: str,
    timestamp_ms: str,
    resource: str,
) -> str:
    """Return the lines that the INTL gateway signs; ``resource`` is path and query."""
    return (
        f"{method}\n{accept}\n{content_md5}\n{content_type}\n{date}\n"
        f"x-ca-key:{key}\nx-ca-nonce:{nonce}\nx-ca-signature-method:HmacSHA256\n"
        f"x-ca-timestamp:{timestamp_ms}\n{resource}"
    )


def gateway_signature(secret: bytes, string_to_sign: str) -> str:
    """Return Base64(HMAC-SHA256), the value of ``x-ca-signature``."""
    return base64.b64encode(hmac.digest(secret, string_to_sign.encode(), "sha256")).decode()


def xs_signature(secret: str, *, uuid: str, timestamp_ms: str) -> str:
    """Return lower-case hex SHA-256, the value of ``Xs-Sign-Value``.

    Only the formula is published; the secret is not, and hex is an assumption.
    """
    text = f"APP_EU&{uuid}&{timestamp_ms}&SHA256&{secret}"
    return hashlib.sha256(text.encode()).hexdigest()
