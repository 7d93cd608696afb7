"""The frame around every answer: result code, text, and the part that matters."""

import json
from typing import Any, TypeVar

import msgspec

from smartcloud.exceptions import CloudUnavailableError
from smartcloud.redaction import redact
from smartcloud.transport import Response

T = TypeVar("T")
_EXCERPT_LENGTH = 120


class Envelope(msgspec.Struct, gc=False):
    """An answer of any of the clouds; ``data`` and ``result`` stay undecoded until needed."""

    code: Any = None
    message: Any = None
    data: msgspec.Raw = msgspec.Raw(b"null")
    result: msgspec.Raw = msgspec.Raw(b"null")
    error_code: Any = msgspec.field(name="errorCode", default=None)

    @property
    def code_text(self) -> str:
        """Return the code as text; the cloud sends strings and integers."""
        code = self.code if self.code is not None else self.error_code
        if isinstance(code, bool) or not isinstance(code, str | int | None):
            return "?"
        return "" if code is None else str(code)

    @property
    def message_text(self) -> str:
        """Return the redacted beginning of the cloud's text."""
        text = self.message if isinstance(self.message, str) else ""
        return redact(text[:_EXCERPT_LENGTH])

    @property
    def payload(self) -> bytes:
        """Return the undecoded ``data``, or ``result`` where a service uses that name."""
        data = bytes(self.data)
        return bytes(self.result) if data == b"null" else data


_ENVELOPES: msgspec.json.Decoder[Envelope] = msgspec.json.Decoder(Envelope)


def open_envelope(response: Response) -> Envelope:
    """Return the frame of an answer; raise ``CloudUnavailableError`` if it is not JSON."""
    try:
        return _ENVELOPES.decode(response.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        document = _decode_leniently(response.body)
    if not isinstance(document, dict):
        raise CloudUnavailableError(f"not an object, HTTP {response.status}")
    return Envelope(
        code=document.get("code"),
        message=document.get("message"),
        data=msgspec.Raw(_encode(document.get("data"))),
        result=msgspec.Raw(_encode(document.get("result"))),
        error_code=document.get("errorCode"),
    )


def decode(body: bytes) -> Any:
    """Return any JSON as Python values; raise ``CloudUnavailableError`` if it is none."""
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _decode_leniently(body)


def decode_as(decoder: "msgspec.json.Decoder[T]", payload: bytes, empty: T) -> T:
    """Return the typed payload, or ``empty`` where it has another shape altogether."""
    try:
        return decoder.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:
        return msgspec.convert(_decode_leniently(payload), decoder.type)
    except (msgspec.ValidationError, CloudUnavailableError, RecursionError):
        return empty


def _decode_leniently(body: bytes) -> Any:
    """Read JSON as Python does, which knows NaN; such numbers become null."""
    try:
        return json.loads(body, parse_constant=lambda _: None, parse_float=_finite)
    except (ValueError, RecursionError):
        raise CloudUnavailableError("the answer is not JSON") from None


def _finite(text: str) -> float | None:
    number = float(text)
    return number if abs(number) < float("inf") else None


def _encode(value: Any) -> bytes:
    """Return JSON again, for the one decoder that reads payloads."""
    return json.dumps(value).encode()
