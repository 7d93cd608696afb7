"""Answers that arrive but are spoilt in their content (pure)."""

import gzip
import json
import re
from collections.abc import Callable

from aiohttp import web

STALE_MS = 3_600_000
HUGE_BYTES = 50_000_000
NUMBER = re.compile(r'"-?\d+(\.\d+)?"')
HUGE_NUMBER = "1e30"
PAGE = b"<html><head><title>Welcome</title></head><body><h1>Welcome</h1></body></html>"
EVERY_NTH = 3  # of the keys of an object is missing


def wrong_types(value: object) -> object:
    """Return JSON whose scalars have other types than they should."""
    match value:
        case dict():
            return {key: wrong_types(item) for key, item in value.items()}
        case list():
            return [wrong_types(item) for item in value]
        case bool():
            return "perhaps"
        case str():
            return {"unexpected": len(value)}
        case int() | float():
            return [value]
    return 0


def each_object(value: object, change: Callable[[dict[str, object]], object]) -> object:
    """Return JSON with a change in every object, innermost first."""
    match value:
        case dict():
            return change({key: each_object(item, change) for key, item in value.items()})
        case list():
            return [each_object(item, change) for item in value]
    return value


def without_some(said: dict[str, object]) -> dict[str, object]:
    """Return an object without every third key."""
    return {k: v for place, (k, v) in enumerate(said.items(), 1) if place % EVERY_NTH}


def with_unknown_words(said: dict[str, object]) -> dict[str, object]:
    """Return an object whose short codes have values that nobody has seen."""
    return {
        key: "77" if isinstance(value, str) and len(value) == 1 and value.isdigit() else value
        for key, value in said.items()
    }


def in_data(change: Callable[[object], object]) -> Callable[[bytes], bytes]:
    """Return a rewriting of what an answer carries; its envelope stays readable."""

    def rewrite(body: bytes) -> bytes:
        said = json.loads(body)
        name = next((name for name in ("data", "result") if name in said), "")
        if name:
            said[name] = change(said[name])
        else:
            said = change(said)  # a service without an envelope
        return json.dumps(said).encode()

    return rewrite


def numbers_as(word: str) -> Callable[[object], object]:
    """Return a change of every numeric text to a word."""

    def change(data: object) -> object:
        changed: object = json.loads(NUMBER.sub(f'"{word}"', json.dumps(data)))
        return changed

    return change


def stale(body: bytes) -> bytes:
    """Return the answer as if it were an hour older by the car's own clock."""

    def older(match: re.Match[str]) -> str:
        return f'"updateTime": "{int(match.group(1)) - STALE_MS}"'

    return re.sub(r'"updateTime": "(\d+)"', older, body.decode()).encode()


def huge(body: bytes) -> bytes:
    """Return the answer behind fifty megabytes of blanks."""
    return b" " * HUGE_BYTES + body


REWRITES: dict[str, Callable[[bytes], bytes]] = {
    "wrong_types": in_data(wrong_types),
    "nan": in_data(numbers_as("NaN")),
    "huge_numbers": in_data(numbers_as(HUGE_NUMBER)),
    "missing_keys": in_data(lambda data: each_object(data, without_some)),
    "unknown_enum": in_data(lambda data: each_object(data, with_unknown_words)),
    "null_data": in_data(lambda _: None),
    "stale": stale,
    "truncated": lambda body: body[: len(body) // 2],
    "empty": lambda _: b"",
    "huge": huge,
}
SPOILT = (*REWRITES, "html_200", "gzip_bomb")


def rewritten(kind: str, answer: web.Response) -> web.Response:
    """Return the answer spoilt in its content."""
    body = answer.body if isinstance(answer.body, bytes) else b""
    if kind == "html_200":
        return web.Response(body=PAGE, content_type="text/html")
    if kind == "gzip_bomb":
        packed = gzip.compress(huge(body), compresslevel=1)
        headers = {"content-encoding": "gzip", "content-type": "application/json"}
        return web.Response(body=packed, headers=headers)
    try:
        body = REWRITES[kind](body)
    except (ValueError, AttributeError, TypeError):
        body = b'{"unexpected": []}'
    return web.Response(status=answer.status, body=body, content_type="application/json")
