"""Log records for people or machines; what must stay private is hidden at the very last step."""

import logging
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import structlog

from smartcloud.redaction import redact

OWN = ("smartcloud", "intents", "family", "alerts", "storage", "bot", "simulator")

# A line break stays; every other control or direction mark could forge a line on a terminal.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


_OWN_PATHS: set[str] = set()
"""Paths of our own files: long ones look like tokens, but a person has to find the files."""


class SafeFormatter(structlog.stdlib.ProcessorFormatter):
    """Redacts the finished text, so that no logger and no traceback gets round it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text without secrets and without control characters."""
        return clean(super().format(record))


def clean(text: str) -> str:
    """Return ``text`` without secrets, personal data and control characters; our paths stay."""
    for path in _OWN_PATHS:
        before, found, after = text.partition(path)
        if found:
            return clean(before) + _UNSAFE.sub(_escaped, path) + clean(after)
    return _UNSAFE.sub(_escaped, redact(text))


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def configure_logs(
    level: str, log_format: str, stream: TextIO | None = None, *, own_paths: Iterable[Path] = ()
) -> None:
    """Send all records to ``stream`` (default: standard error); ``own_paths`` are never hidden.

    Libraries speak from WARNING on, also at level debug: at DEBUG they write whole requests.
    """
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%SZ", utc=True),
    ]
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        SafeFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.PositionalArgumentsFormatter()],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _renderer(log_format),
            ],
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    _OWN_PATHS.clear()
    _OWN_PATHS.update(str(path) for path in own_paths)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OWN:
        logging.getLogger(name).setLevel(level.upper())
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a slow job is skipped on purpose


def _renderer(log_format: str) -> structlog.typing.Processor:
    if log_format == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(
        colors=False, exception_formatter=structlog.dev.plain_traceback
    )
