"""Is this request Amazon's, for our skill, and new? Cheap questions first, a fetch near the end.

Only ``Signature-256`` counts. Amazon also sends ``Signature``, made with SHA-1, for old skills: who
could forge that would need no more than it, so it is never looked at.
"""

import base64
import binascii
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from bot.alexa.addresses import certificate_address
from bot.alexa.certificates import Certificates
from bot.alexa.envelope import Envelope, parse_envelope
from bot.alexa.refusals import RefusedError
from storage import seen_requests
from storage.database import Database

CHAIN_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"
TOLERANCE = timedelta(seconds=150)  # Amazon's
MAX_SIGNATURE = 1024  # characters


class Verifier:
    """Lets through what Amazon signed for one skill, once."""

    def __init__(self, skill_id: str, certificates: Certificates, database: Database) -> None:
        """``skill_id`` is the application id of the developer console."""
        self._skill_id = skill_id
        self._certificates = certificates
        self._database = database

    async def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Envelope:
        """Return the request; raise ``RefusedError``.

        1. The headers are there and well formed, the certificate's address is Amazon's.
        2. The body is a request, of the last 150 seconds, for our skill.
        3. The certificate is valid (from memory, or fetched), and signs these very bytes.
        4. It was not seen before; what passed 1 to 3 is remembered over restarts.
        """
        address = certificate_address(headers.get(CHAIN_HEADER, ""))
        if address is None:
            raise RefusedError("address of the certificate")
        signature = _decoded(headers.get(SIGNATURE_HEADER, ""))
        envelope = parse_envelope(body)
        if abs(now - envelope.at) > TOLERANCE:
            raise RefusedError("timestamp")
        if not all(_is_same(it, self._skill_id) for it in envelope.application_ids):
            raise RefusedError("application id")
        key = await self._certificates.key(address, now)
        try:
            key.verify(signature, body, PKCS1v15(), SHA256())
        except InvalidSignature as error:
            raise RefusedError("signature") from error
        async with self._database.transaction(lasts=False) as tx:
            if not await seen_requests.is_first(tx, envelope.request_id, now):
                raise RefusedError("request seen before")
        return envelope


def _decoded(header: str) -> bytes:
    if not 0 < len(header) <= MAX_SIGNATURE:
        raise RefusedError("no signature")
    try:
        return base64.b64decode(header, validate=True)
    except (binascii.Error, ValueError) as error:
        raise RefusedError("signature is not base64") from error


def _is_same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())
