"""The two signatures of the cloud, computed again from what was received (pure)."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import quote, unquote

SECRETS = {
    "EU": b"74e7469aff5042bbbed7bbb1b36c15e9",
    "INTL": b"30fb4a7b7fab4e2e8b52120d0087efdd",
}
GATEWAY_KEY = "204587190"
GATEWAY_SECRET = b"vxnzkHbpQrkKKQKmFBZlOnL780rjXLFT"


def body_md5(body: bytes) -> str:
    """Return the Base64 form of a body's MD5."""
    return base64.b64encode(hashlib.md5(body).digest()).decode()


def canonical_query(raw: str) -> str:
    """Return the received query decoded, sorted by key and encoded again."""
    pairs = [part.partition("=") for part in raw.split("&") if part]
    decoded = sorted((unquote(key), unquote(value)) for key, _, value in pairs)
    return "&".join(f"{quote(key, safe='')}={quote(value, safe='')}" for key, value in decoded)


def ecarx_string(
    *, accept: str, nonce: str, query: str, body: bytes, timestamp: str, method: str, path: str
) -> str:
    """Return the nine lines that an ECARX request signs; ``query`` is the raw one."""
    return "\n".join(
        (
            accept,
            f"x-api-signature-nonce:{nonce}",
            "x-api-signature-version:1.0",
            "",
            canonical_query(query),
            body_md5(body),
            timestamp,
            method,
            path,
        )
    )


def ecarx_signature(region: str, text: str) -> str:
    """Return the signature of the nine lines with a region's secret."""
    return base64.b64encode(hmac.digest(SECRETS[region], text.encode(), "sha1")).decode()


def gateway_string(
    *, method: str, headers: Mapping[str, str], content_md5: str, resource: str
) -> str:
    """Return what the INTL gateway signs; header names in ``headers`` are lower case."""
    named = sorted(n for n in headers.get("x-ca-signature-headers", "").split(",") if n)
    return "\n".join(
        (
            method,
            headers.get("accept", ""),
            content_md5,
            headers.get("content-type", ""),
            headers.get("date", ""),
            *(f"{name}:{headers.get(name, '')}" for name in named),
            resource,
        )
    )


def gateway_signature(text: str) -> str:
    """Return the gateway's signature."""
    return base64.b64encode(hmac.digest(GATEWAY_SECRET, text.encode(), "sha256")).decode()


def xs_signatures(uuid: str, stamp: str, secret: str) -> tuple[str, str]:
    """Return the EU's newer signature in both encodings; which one is real is not published."""
    digest = hashlib.sha256(f"APP_EU&{uuid}&{stamp}&SHA256&{secret}".encode()).digest()
    return digest.hex(), base64.b64encode(digest).decode()


def equal(ours: str, theirs: str) -> bool:
    """Compare two signatures in constant time."""
    return hmac.compare_digest(ours.encode(), theirs.encode())
