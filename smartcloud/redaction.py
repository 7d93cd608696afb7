"""Hides VINs, tokens, e-mail addresses and positions in anything on its way to a log or a file."""

import logging
import re
from collections.abc import Mapping, MutableMapping
from typing import Any

HIDDEN = "***"

_SECRET_KEYS = frozenset(
    """
    accesstoken refreshtoken idtoken sessiontoken sessionrefreshtoken oauthtoken oauthrefreshtoken
    logintoken authorization token password passwd pin secret cookie setcookie gmid ucid gmidticket
    authcode codeverifier xsauthtoken xsignature xcasignature uidsignature loginid email
    acceptoraccount bottoken apikey xapikey
    vin xvehicleidentifier iccid msisdn imsi imei temid ihuid engineno plateno licenseplatenumber
    latitude longitude lat lon altitude centerlatitude centerlongitude tripstartaddr tripendaddr
    address
    """.split()  # noqa: SIM905 - a list literal would be forty lines long
)
"""Names of fields whose whole value is hidden, lower case without ``-`` and ``_``."""

_VIN = r"(?<![A-Za-z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])"
_EMAIL = r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,253}\.[A-Za-z]{2,24}"
_JWT = r"eyJ[A-Za-z0-9_\-]{4,}(?:\.[A-Za-z0-9_\-]+){0,2}"
_GIGYA = r"\b(?:st2\.s|gmid\.ver4|eu1_tk1|glt)[._A-Za-z0-9\-=]{6,}"
_TELEGRAM = r"\b\d{6,12}:[A-Za-z0-9_\-]{30,}"
_LONG_CHARACTERS = r"[A-Za-z0-9+/_\-]"
_LONG = (  # letters and digits mixed, as tokens and digests are
    rf"(?<!{_LONG_CHARACTERS})(?={_LONG_CHARACTERS}*[0-9])(?={_LONG_CHARACTERS}*[A-Za-z])"
    rf"{_LONG_CHARACTERS}{{24,}}={{0,2}}"
)
_DEGREES = r"(?<![\d.])-?\d{1,3}\.\d{4,}(?!\d|\.\d)"
_SHAPES = re.compile("|".join((_EMAIL, _JWT, _GIGYA, _TELEGRAM, _VIN, _LONG, _DEGREES)))
_PAIRS = re.compile(
    r"""(?ix) (?P<name>["']?[a-z][a-z0-9_\-]{1,40}["']?) (?P<mark>\s*[:=]\s*)
        (?P<value>"(?:[^"\\]|\\.)*"|'[^']*'|(?:bearer\s+)?[^\s,;&"'{}\[\]()]+)"""
)


def is_secret(name: str) -> bool:
    """True if the whole value of a field of this name is hidden."""
    return name.lower().replace("-", "").replace("_", "") in _SECRET_KEYS


def redact(text: str) -> str:
    """Return the text without anything that identifies a person, a car or a session."""
    return _SHAPES.sub(HIDDEN, _PAIRS.sub(_hide_value, text))


def redact_value(value: Any, name: str = "") -> Any:
    """Return a copy of any JSON-like value without its secrets; scalars become text if hidden."""
    if name and is_secret(name) and value not in (None, ""):
        return HIDDEN
    if isinstance(value, Mapping):
        return {redact(str(key)): redact_value(item, str(key)) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [redact_value(item) for item in value]
    if isinstance(value, bool | int | None):
        return value
    text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
    hidden = redact(text)
    return value if hidden == text and isinstance(value, str | float) else hidden


def redact_event(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Redact one event; a structlog processor, to stand last before the renderer."""
    for key in list(event):
        event[key] = redact_value(event[key], key)
    return event


class RedactingFilter(logging.Filter):
    """Redacts records of the standard library's logging, tracebacks included."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the message by its redacted, formatted form; never drop a record."""
        record.msg = redact(record.getMessage())
        record.args = None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = redact(record.exc_text)
        return True


def _hide_value(match: re.Match[str]) -> str:
    name, mark, value = match["name"], match["mark"], match["value"]
    if not is_secret(name.strip("\"'")):
        return match[0]
    quote = value[0] if value[0] in "\"'" else ""
    return f"{name}{mark}{quote}{HIDDEN}{quote}"
