import io
import json
import logging

import pytest
import structlog

from bot.logs import configure_logs

SECRETS = (
    "HESXR1C40PS000001",
    "anna@example.com",
    "1000000001:demo-token-for-the-local-stand-in",
    "48.137154",
)


@pytest.fixture
def written():
    stream = io.StringIO()
    before = logging.getLogger().handlers[:], logging.getLogger().level
    yield stream
    logging.getLogger().handlers[:], _ = before
    logging.getLogger().setLevel(before[1])
    structlog.reset_defaults()


@pytest.mark.parametrize("log_format", ["console", "json"])
def test_logs_hide_secrets_in_events_messages_and_tracebacks(written, log_format):
    configure_logs("debug", log_format, written)

    structlog.get_logger("bot.x").info("seen", what=" ".join(SECRETS))
    logging.getLogger("telegram.x").warning("seen %s", " ".join(SECRETS))
    try:
        raise ValueError(" ".join(SECRETS))
    except ValueError:
        logging.getLogger("bot.y").exception("failed")

    text = written.getvalue()
    assert text.count("seen") == 2
    assert "ValueError" in text
    assert [secret for secret in SECRETS if secret in text] == []


def test_logs_of_libraries_are_quiet_below_warning_at_level_debug(written):
    configure_logs("debug", "console", written)

    for name in ("telegram.ext", "aiohttp.client", "httpx", "sqlalchemy.engine", "asyncio"):
        logging.getLogger(name).info("whole request")
    structlog.get_logger("bot.x").debug("own detail")

    assert "whole request" not in written.getvalue()
    assert "own detail" in written.getvalue()


def test_logs_cannot_be_forged_by_names(written):
    configure_logs("info", "console", written)

    structlog.get_logger("bot.x").info("car_renamed", name="x\n2026 [error] \x1b[31mforged\u202e")

    assert written.getvalue().count("\n") == 1
    assert "\x1b" not in written.getvalue()
    assert "\u202e" not in written.getvalue()


def test_logs_as_json_are_one_object_a_line(written):
    configure_logs("info", "json", written)

    structlog.get_logger("bot.x").info("started", parts="run")

    line = json.loads(written.getvalue())
    assert (line["event"], line["parts"], line["level"]) == ("started", "run", "info")
