"""Nothing personal reaches a log, and what is harmless stays readable."""

import io
import json
import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcloud.models import Region, Tokens
from smartcloud.redaction import RedactingFilter, redact, redact_event, redact_value

SECRETS = {
    "VIN": "HESXR1C40PS000001",
    "e-mail": "driver.name+car@example.com",
    "session": "eyJhbGciOiJIUzI1NiJ9.eyJ1aWQiOiIxIn0.c2lnbmF0dXJlX2V4YW1wbGU",
    "OAuth": "st2.s.EXAMPLELOGIN.EXAMPLE.sc3",
    "gmid": "gmid.ver4.EXAMPLE.sc3",
    "refresh token": "RVhBTVBMRVJFRlJFU0hUT0tFTg==",
    "bot token": "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc",
    "latitude": "48.137154",
    "digest": "9b74c9897bac770ffc029102a200c5de",
}
FRAMES = (
    "{}",
    "GET /remote-control/vehicle/status/{}?latest=True",
    "https://api.example.com/a?x=1&value={}&y=2",
    '{{"note": "{}"}}',
    "('{}',)",
    "failed for {}.",
)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS.keys())
def test_secret_by_its_shape(frame: str, secret: str) -> None:
    assert secret not in redact(frame.format(secret))


@pytest.mark.parametrize(
    "text",
    [
        "authorization: abc.def",
        "authorization: Bearer short-one",
        '{"accessToken":"x1"}',
        "{'password': 'hunter two'}",
        "access_token=x1&id_token=x1",
        "X-Vehicle-IDENTIFIER: x1",
        '"latitude": "178200000", "longitude": 36000000',
        "cookie: gmid=1",
        "loginID=me&password=pa%20ss",
    ],
)
def test_secret_by_its_name(text: str) -> None:
    for secret in (
        "abc.def",
        "short-one",
        "x1",
        "hunter",
        "1782",
        "3600",
        "gmid=1",
        "pa%20",
        "=me",
    ):
        assert secret not in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "the cloud answered 8070",
        "GET /remote-control/vehicle/status/soc",
        "api.ecloudeu.com did not answer: TimeoutError",
        "chargerState=12",
        "12.5 km at 48.1 km/h, 241.648 kPa",
        "2026-11-24T03:12:10.321Z",
        "",
    ],
)
def test_harmless_text_stays(text: str) -> None:
    assert redact(text) == text


def test_values_of_any_depth() -> None:
    event = {
        "vin": "HESXR1C40PS000001",
        "count": 3,
        "ratio": 0.5,
        "is_ok": True,
        "none": None,
        "nested": [{"latitude": 178200000, "note": "me@example.com"}, b"st2.s.EXAMPLELOGIN"],
        "HESXR1C40PS000001": "key",
    }

    assert redact_value(event) == {
        "vin": "***",
        "count": 3,
        "ratio": 0.5,
        "is_ok": True,
        "none": None,
        "nested": [{"latitude": "***", "note": "***"}, "***"],
        "***": "key",
    }


def test_structlog_processor() -> None:
    event: dict[str, Any] = {"event": "polled HESXR1C40PS000001", "token": "x", "n": 1}

    assert redact_event(None, "info", event) == {"event": "polled ***", "token": "***", "n": 1}


def test_logging_filter_hides_arguments_and_tracebacks() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(RedactingFilter())
    logger = logging.Logger("example")
    logger.addHandler(handler)

    try:
        raise ValueError("no HESXR1C40PS000001")
    except ValueError:
        logger.exception("asked %s for %s", "me@example.com", "HESXR1C40PS000001")

    written = stream.getvalue()
    assert written.startswith("asked *** for ***\nTraceback")
    assert "HESXR1C40PS000001" not in written
    assert "example.com" not in written


def test_tokens_do_not_print_themselves(tokens: Tokens) -> None:
    assert repr(tokens) == f"{tokens}" == "Tokens(region=EU)"
    assert Region.EU in repr(tokens)


@given(
    st.recursive(
        st.none() | st.text() | st.floats() | st.integers(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_any_value(value: Any) -> None:
    redact_value(value)
    redact(json.dumps(value))


@given(st.text(max_size=2000))
def test_twice_is_the_same_as_once(text: str) -> None:
    assert redact(redact(text)) == redact(text)
