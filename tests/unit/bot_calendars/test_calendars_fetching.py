"""Addresses that a person may give for a calendar, and the many that lead inside."""

import socket

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.calendars.errors import CalendarError
from bot.calendars.fetching import LARGEST, OWN_MACHINE, Reach, calendar_url, fetch, is_public


@pytest.mark.parametrize(
    "address",
    [
        "http://calendar.example.com/a.ics",
        "https://calendar.example.com:8443/a.ics",
        "https://127.0.0.1/a.ics",
        "https://127.1/a.ics",
        "https://2130706433/a.ics",
        "https://0x7f000001/a.ics",
        "https://0177.0.0.1/a.ics",
        "https://10.0.0.7/a.ics",
        "https://169.254.169.254/latest/meta-data",
        "https://192.168.1.1/",
        "https://100.64.0.1/",
        "https://[::1]/a.ics",
        "https://[fe80::1]/a.ics",
        "https://[::ffff:127.0.0.1]/a.ics",
        "https://[64:ff9b::7f00:1]/a.ics",
        "https://[2002:7f00:1::]/a.ics",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://user:secret@calendar.example.com/a.ics",
        "https://@127.0.0.1/",
        "ftp://calendar.example.com/a.ics",
        "file:///etc/passwd",
        "calendar.example.com/a.ics",
        "https:///a.ics",
        "",
        "https://" + "a" * 3000 + ".example.com/",
    ],
)
def test_address_that_is_not_asked(address: str) -> None:
    with pytest.raises(CalendarError):
        calendar_url(address)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://calendar.example.com/a.ics?key=1", "https://calendar.example.com/a.ics?key=1"),
        ("webcal://calendar.example.com/a.ics", "https://calendar.example.com/a.ics"),
        ("  https://calendar.example.com/a.ics ", "https://calendar.example.com/a.ics"),
    ],
)
def test_address_that_is_asked(address: str, asked: str) -> None:
    assert str(calendar_url(address)) == asked


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1::1"])
def test_public_addresses(number: str) -> None:
    assert is_public(number)


async def test_name_that_leads_inside_is_not_connected_to() -> None:
    """``localhost`` passes as a name; what it resolves to does not."""
    asked: list[str] = []

    def is_allowed(number: str) -> bool:
        asked.append(number)
        return is_public(number)

    reach = Reach(is_allowed=is_allowed, is_plain_allowed=True)
    async with serving(lambda _: web.Response(body=b"secret")) as server:
        with pytest.raises(CalendarError):
            await fetch(f"http://localhost:{server.port}/a.ics", reach)

    assert set(asked) <= {"127.0.0.1", "::1"}
    assert asked


def serving(answer) -> TestServer:
    app = web.Application()

    async def handler(request: web.Request) -> web.StreamResponse:
        return answer(request)

    app.router.add_get("/{tail:.*}", handler)
    return TestServer(app, host="127.0.0.1", socket_factory=_socket)


def _socket(host: str, port: int, family: socket.AddressFamily) -> socket.socket:
    listener = socket.socket(socket.AF_INET if family == socket.AF_UNSPEC else family)
    listener.bind((host, port))
    return listener


async def test_calendar_is_fetched_through_a_redirect() -> None:
    def answer(request: web.Request) -> web.Response:
        if request.path == "/old.ics":
            raise web.HTTPFound("/new.ics")
        return web.Response(body=b"BEGIN:VCALENDAR")

    async with serving(answer) as server:
        found = await fetch(str(server.make_url("/old.ics")), OWN_MACHINE)

    assert found == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(
            lambda _: web.Response(status=302, headers={"Location": "http://10.0.0.7/"}),
            id="inside",
        ),
        pytest.param(
            lambda _: web.Response(status=302, headers={"Location": "/again"}), id="circle"
        ),
        pytest.param(lambda _: web.Response(status=302), id="nowhere"),
        pytest.param(lambda _: web.Response(status=404), id="nothing there"),
        pytest.param(lambda _: web.Response(body=b"x" * (LARGEST + 1)), id="too large"),
    ],
)
async def test_answer_that_is_refused(answer) -> None:
    async with serving(answer) as server:
        with pytest.raises(CalendarError):
            await fetch(str(server.make_url("/a.ics")), OWN_MACHINE)


async def test_silence_is_an_error_for_people() -> None:
    async with serving(lambda _: web.Response()) as server:
        address = str(server.make_url("/a.ics"))

    with pytest.raises(CalendarError, match="does not answer"):
        await fetch(address, OWN_MACHINE)
