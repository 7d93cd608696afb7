import io
import json
import logging
from pathlib import Path

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


@pytest.mark.parametrize("log_format", ["console", "json"])
def test_logs_name_our_own_files_whatever_they_look_like(written, log_format):
    path = Path("/srv/HESXR1C40PS000001/anna@example.com/a1b2c3d4e5f6a7b8c9d0e1f2a3b4/session.keys")
    configure_logs("info", log_format, written, own_paths=(path,))

    structlog.get_logger("bot.x").warning("key_file_made", path=str(path), by="anna@example.com")
    structlog.get_logger("bot.x").warning("again", of=f"{path}, {path} by ben@example.com")

    text = written.getvalue()
    assert text.count(str(path)) == 3
    assert "***" in text
    assert "ben@" not in text
    assert text.count("anna@") == 3


def test_logs_hide_paths_that_are_not_ours_again_after_the_next_start(written):
    configure_logs("info", "json", written, own_paths=(Path("/srv/HESXR1C40PS000001"),))
    configure_logs("info", "json", written)

    structlog.get_logger("bot.x").warning("seen", path="/srv/HESXR1C40PS000001")

    assert "HESXR1C40PS000001" not in written.getvalue()
