"""The frame around every answer: result code, text, and the part that matters."""

import json
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from smartcloud.codes import SUCCESS
from smartcloud.exceptions import CloudUnavailableError
from smartcloud.redaction import redact
from smartcloud.transport import Response

T = TypeVar("T")
_EXCERPT_LENGTH = 120


class Frame(msgspec.Struct, gc=False):
    """The frame as it is on the wire; the parts that matter stay undecoded until needed."""

    code: Any = None
    message: Any = None
    success: Any = None
    data: msgspec.Raw = msgspec.Raw(b"null")
    result: msgspec.Raw = msgspec.Raw(b"null")


@dataclass(frozen=True, slots=True)
class Envelope:
    """An answer of any of the clouds."""

    code: str  # the cloud sends strings and integers; "" if there is none
    payload: bytes  # JSON: ``data``, or ``result`` where a service uses that name
    message: str  # redacted, for logs
    is_denied: bool  # the frame says that it did not work, whatever the code


_FRAMES: msgspec.json.Decoder[Frame] = msgspec.json.Decoder(Frame)


def open_envelope(response: Response, *, may_be_list: bool = False) -> Envelope:
    """Return what is in the frame; raise ``CloudUnavailableError`` if it is not JSON.

    A service without a frame answers with the payload itself, some with a bare list.
    """
    if may_be_list and response.status < 400 and response.body.lstrip()[:1] == b"[":
        return Envelope(code="", payload=response.body, message="", is_denied=False)
    try:
        frame = _FRAMES.decode(response.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        frame = _read_frame_leniently(response)
    code = _code_text(frame.code)
    if not code and response.status >= 400:
        code = str(response.status)
    payload = bytes(frame.data)
    if payload == b"null":
        payload = bytes(frame.result) if code else response.body
    message = frame.message if isinstance(frame.message, str) and code not in SUCCESS else ""
    return Envelope(
        code=code,
        payload=payload,
        message=redact(message[:_EXCERPT_LENGTH]) if message else "",
        is_denied=frame.success is False,
    )


def _read_frame_leniently(response: Response) -> Frame:
    document = _decode_leniently(response.body)
    if not isinstance(document, dict):
        raise CloudUnavailableError(f"not an object, HTTP {response.status}")
    return Frame(
        code=document.get("code"),
        message=document.get("message"),
        success=document.get("success"),
        data=msgspec.Raw(_encode(document.get("data"))),
        result=msgspec.Raw(_encode(document.get("result"))),
    )


def _code_text(code: object) -> str:
    if code is None:
        return ""
    return str(code)[:16] if isinstance(code, str | int) and not isinstance(code, bool) else "?"


def decode(body: bytes) -> Any:
    """Return any JSON as Python values; raise ``CloudUnavailableError`` if it is none."""
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        lenient = _decode_leniently(body)
    try:
        return msgspec.json.decode(_encode(lenient))  # without halves of characters
    except (msgspec.DecodeError, RecursionError):
        raise CloudUnavailableError("the answer is not JSON") from None


def decode_as(decoder: "msgspec.json.Decoder[T]", payload: bytes, empty: T) -> T:
    """Return the typed payload, or ``empty`` where it has another shape altogether."""
    try:
        return decoder.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:
        return decoder.decode(_encode(_decode_leniently(payload)))
    except (msgspec.DecodeError, CloudUnavailableError, RecursionError):
        return empty


def _decode_leniently(body: bytes) -> Any:
    """Return JSON read as Python does, which knows NaN; such numbers become null."""
    try:
        return json.loads(body, parse_constant=lambda _: None, parse_float=_finite)
    except (ValueError, RecursionError):
        raise CloudUnavailableError("the answer is not JSON") from None


def _finite(text: str) -> float | None:
    number = float(text)
    return number if abs(number) < float("inf") else None


def _encode(value: Any) -> bytes:
    """Return JSON again, for the one decoder that reads payloads."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
