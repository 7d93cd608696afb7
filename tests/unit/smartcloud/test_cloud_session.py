"""What the client cures by itself, against a small server of its own."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from smartcloud import SmartCloud
from smartcloud.exceptions import (
    AuthenticationError,
    CloudUnavailableError,
    CommandBusyError,
    CommandRejectedError,
    CommandResultUnknownError,
    InvalidArgumentError,
    NotConnectedError,
    RateLimitError,
    SessionEvictedError,
    SmartCloudError,
    UnexpectedReplyError,
    UnsupportedError,
    VehicleNotLinkedError,
)
from smartcloud.models import ChargeLimit, Model, Region, Tokens

SOC = "GET api.ecloudeu.com/remote-control/vehicle/status/soc/"
EXCHANGE = "POST api.ecloudeu.com/auth/account/session/secure"
REFRESH = "PUT api.ecloudeu.com/auth/account/session/secure"
SELECT = "POST api.ecloudeu.com/device-platform/user/session/update"
COMMAND = "PUT api.ecloudeu.com/remote-control/vehicle/telematics/"
LIMIT = {"soc": "800"}


class Book:
    """Remembers the tokens that were stored."""

    def __init__(self) -> None:
        self.stored: list[Tokens] = []

    async def keep(self, tokens: Tokens) -> None:
        self.stored.append(tokens)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def account(client, tokens, book):
    return client.open_account(tokens, on_tokens=book.keep)


@pytest.fixture
def car(make_car):
    return make_car(Model.ONE)


def session_of(number: int, envelope) -> dict[str, Any]:
    data = {
        "accessToken": f"session-{number}",
        "refreshToken": f"refresh-{number}",
        "userId": "112233",
        "clientId": "CLIENT1",
    }
    return envelope(1000, data)


def valid_for(session: str, envelope, data: Any = None):
    """Answer this session only; any other has expired."""
    return lambda asked: envelope("1000", data) if asked.session == session else envelope("1402")


async def test_read_needs_one_request(scripted, account, car, envelope) -> None:
    scripted.on(SOC, envelope("1000", LIMIT))

    assert await account.get_charge_limit(car) == ChargeLimit(percent=80)

    (asked,) = scripted.asked
    assert asked.target == f"{SOC}{car.vin}?setting=charging"
    assert asked.session == "session-1"
    assert asked.headers["X-Vehicle-IDENTIFIER"] == car.vin
    assert asked.headers["X-VEHICLE-SERIES"] == car.mat_code
    assert asked.headers["x-device-identifier"] == "00ff00ff00ff00ff"
    assert "Cookie" not in asked.headers


async def test_fifty_calls_at_expiry_renew_once(scripted, account, car, book, envelope) -> None:
    async def exchange(_asked: Any) -> dict[str, Any]:
        await asyncio.sleep(0.05)
        return session_of(2, envelope)

    scripted.on(SOC, valid_for("session-2", envelope, LIMIT))
    scripted.on(EXCHANGE, exchange)

    limits = await asyncio.gather(*(account.get_charge_limit(car) for _ in range(50)))

    assert limits == [ChargeLimit(percent=80)] * 50
    assert scripted.count(EXCHANGE) == 1
    assert scripted.count(SOC) == 100
    assert [tokens.session_token for tokens in book.stored] == ["session-2"]


async def test_fifty_calls_share_one_failed_renewal(scripted, account, car, envelope) -> None:
    async def exchange(_asked: Any) -> web.Response:
        await asyncio.sleep(0.1)
        return web.Response(status=503, text="<html>")

    scripted.on(SOC, envelope("1402"))
    scripted.on(EXCHANGE, exchange)

    outcomes = await asyncio.gather(
        *(account.get_charge_limit(car) for _ in range(50)), return_exceptions=True
    )

    assert {type(outcome) for outcome in outcomes} == {CloudUnavailableError}
    assert scripted.count(EXCHANGE) <= 2


async def test_http_401_is_an_expired_session(scripted, account, car, envelope) -> None:
    scripted.on(
        SOC,
        lambda asked: (
            envelope("1000", LIMIT)
            if asked.session == "session-2"
            else web.Response(status=401, text="{}")
        ),
    )
    scripted.on(EXCHANGE, session_of(2, envelope))

    assert (await account.get_charge_limit(car)).percent == 80


async def test_waiter_that_gives_up_does_not_stop_the_renewal(
    scripted, account, car, book, envelope
) -> None:
    async def exchange(_asked: Any) -> dict[str, Any]:
        await asyncio.sleep(0.2)
        return session_of(2, envelope)

    scripted.on(SOC, valid_for("session-2", envelope, LIMIT))
    scripted.on(EXCHANGE, exchange)

    with pytest.raises(CloudUnavailableError):
        await account.get_charge_limit(car, timeout_s=0.1)
    await asyncio.sleep(0.2)

    assert account.tokens.session_token == "session-2"
    assert [tokens.session_token for tokens in book.stored] == ["session-2"]


@pytest.mark.parametrize("code", ["1501", "8500", 1501])
async def test_dead_account_token_goes_to_the_refresh_token(
    scripted, account, car, book, envelope, code
) -> None:
    refreshed = envelope(
        "1000", {"accessToken": "oauth-2", "refreshToken": "refresh-2", "clientId": "CLIENT1"}
    )
    scripted.on(
        SOC,
        lambda asked: envelope("1000", LIMIT) if asked.session == "session-3" else envelope(code),
    )
    scripted.on(REFRESH, refreshed)
    scripted.on(
        EXCHANGE,
        lambda asked: (
            session_of(3, envelope)
            if json.loads(asked.body) == {"accessToken": "oauth-2"}
            else envelope("1501")
        ),
    )

    assert (await account.get_charge_limit(car)).percent == 80

    refresh = next(asked for asked in scripted.asked if REFRESH in asked.target)
    assert json.loads(refresh.body) == {"refreshToken": "refresh-1", "proprietaryPlatform": "0"}
    assert refresh.headers["X-CLIENT-ID"] == "CLIENT1"
    assert refresh.session == ""
    assert scripted.count(EXCHANGE) == 1
    # The rotated tokens are stored before the next step, which may be the last thing that happens.
    assert [(t.session_token, t.oauth_token) for t in book.stored] == [
        ("session-1", "oauth-2"),
        ("session-3", "oauth-2"),
    ]


async def test_refused_exchange_climbs_to_the_refresh_token(
    scripted, account, car, envelope
) -> None:
    scripted.on(SOC, valid_for("session-3", envelope, LIMIT))
    scripted.on(REFRESH, envelope("1000", {"accessToken": "oauth-2"}))
    scripted.on(
        EXCHANGE,
        lambda asked: session_of(3, envelope) if b"oauth-2" in asked.body else envelope("1501"),
    )

    assert (await account.get_charge_limit(car)).percent == 80
    assert scripted.count(EXCHANGE) == 2


async def test_end_of_the_ladder_asks_for_a_log_in_once(scripted, account, car, envelope) -> None:
    scripted.on(SOC, envelope("1402"))
    scripted.on(EXCHANGE, envelope("1501"))
    scripted.on(REFRESH, envelope("1400"))

    for _ in range(3):
        with pytest.raises(AuthenticationError):
            await account.get_charge_limit(car)

    assert (scripted.count(EXCHANGE), scripted.count(REFRESH)) == (1, 1)


async def test_last_rung_logs_in_again(scripted, client, tokens, car, book, envelope) -> None:
    async def log_in_again() -> Tokens:
        return Tokens(
            region=Region.EU, user_id="1", session_token="session-9", issued_at=tokens.issued_at
        )

    account = client.open_account(tokens, on_tokens=book.keep, log_in_again=log_in_again)
    scripted.on(SOC, valid_for("session-9", envelope, LIMIT))
    scripted.on(EXCHANGE, envelope("1501"))
    scripted.on(REFRESH, envelope("1400"))

    assert (await account.get_charge_limit(car)).percent == 80
    assert book.stored[-1].session_token == "session-9"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (
            lambda _: web.Response(status=503, text="<html>maintenance</html>"),
            CloudUnavailableError,
        ),
        (
            lambda _: web.Response(status=200, text="<html>maintenance</html>"),
            CloudUnavailableError,
        ),
        (lambda _: web.Response(status=429), RateLimitError),
        (lambda _: web.Response(status=403, text="<html>WAF</html>"), RateLimitError),
    ],
)
async def test_cloud_that_is_down_during_renewal_refuses_nobody(
    scripted, account, car, envelope, answer, error
) -> None:
    scripted.on(SOC, envelope("1402"))
    scripted.on(EXCHANGE, answer)

    with pytest.raises(error):
        await account.get_charge_limit(car)
    assert scripted.count(REFRESH) == 0

    scripted.on(EXCHANGE, session_of(2, envelope))
    scripted.on(SOC, valid_for("session-2", envelope, LIMIT))
    assert (await account.get_charge_limit(car)).percent == 80


async def test_fresh_session_that_is_refused_was_taken(scripted, account, car, envelope) -> None:
    scripted.on(SOC, envelope("1402"))
    scripted.on(EXCHANGE, session_of(2, envelope))

    with pytest.raises(SessionEvictedError):
        await account.get_charge_limit(car)
    assert scripted.count(EXCHANGE) == 1


@pytest.mark.parametrize("code", ["8006", "4038"])
async def test_stolen_car_is_selected_again(scripted, account, car, envelope, code) -> None:
    def soc(_asked: Any) -> dict[str, Any]:
        return envelope("1000", LIMIT) if scripted.count(SELECT) else envelope(code)

    scripted.on(SOC, soc)
    scripted.on(SELECT, envelope("1000", {"result": 1}))

    assert (await account.get_charge_limit(car)).percent == 80

    select = next(asked for asked in scripted.asked if SELECT in asked.target)
    assert json.loads(select.body) == {"vin": car.vin, "sessionToken": "session-1", "language": ""}
    assert "X-Vehicle-IDENTIFIER" not in select.headers


async def test_car_that_stays_stolen(scripted, account, car, envelope) -> None:
    scripted.on(SOC, envelope("8006"))
    scripted.on(SELECT, envelope("1000", {"result": 1}))

    with pytest.raises(SessionEvictedError):
        await account.get_charge_limit(car)
    assert (scripted.count(SOC), scripted.count(SELECT)) == (2, 1)


async def test_car_is_gone_only_at_the_third_call(scripted, account, car, envelope) -> None:
    scripted.on(SOC, envelope("8040"))
    scripted.on(SELECT, envelope("8040"))

    for _ in range(2):
        with pytest.raises(CloudUnavailableError):
            await account.get_charge_limit(car)
    with pytest.raises(VehicleNotLinkedError):
        await account.get_charge_limit(car)


async def test_success_forgets_that_the_car_was_gone(scripted, account, car, envelope) -> None:
    scripted.on(SELECT, envelope("8040"))
    for _ in range(3):
        scripted.on(SOC, envelope("8040"))
        with pytest.raises(CloudUnavailableError):
            await account.get_charge_limit(car)
        scripted.on(SOC, envelope("1000", LIMIT))
        await account.get_charge_limit(car)


async def test_repeated_nonce_is_signed_again(scripted, account, car, envelope) -> None:
    nonces: list[str] = []

    def soc(asked: Any) -> dict[str, Any]:
        nonces.append(asked.headers["x-api-signature-nonce"])
        return envelope("1443") if len(nonces) == 1 else envelope("1000", LIMIT)

    scripted.on(SOC, soc)

    assert (await account.get_charge_limit(car)).percent == 80
    assert len(set(nonces)) == 2


async def test_wrong_clock_takes_the_clouds_time(scripted, account, car, envelope) -> None:
    truth = datetime.now(UTC) + timedelta(hours=3)

    def soc(asked: Any) -> web.Response:
        stamp = datetime.fromtimestamp(int(asked.headers["x-timestamp"]) / 1000, UTC)
        is_right = abs(stamp - truth) < timedelta(minutes=1)
        date = truth.strftime("%a, %d %b %Y %H:%M:%S GMT")
        return web.json_response(
            envelope("1000", LIMIT) if is_right else envelope("1442"), headers={"Date": date}
        )

    scripted.on(SOC, soc)

    assert (await account.get_charge_limit(car)).percent == 80
    await account.get_charge_limit(car)
    assert scripted.count(SOC) == 3  # the correction is remembered


@pytest.mark.parametrize("code", ["8060", "8063"])
async def test_car_of_the_other_platform(scripted, account, car, envelope, code) -> None:
    scripted.on(SOC, envelope(code))
    scripted.on(SOC.replace("api.", "apiv2."), envelope("1000", LIMIT))

    await account.get_charge_limit(car)
    await account.get_charge_limit(car)

    assert (scripted.count("GET api."), scripted.count("GET apiv2.")) == (1, 2)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("1400", UnexpectedReplyError),
        ("1404", CommandRejectedError),
        ("1405", UnsupportedError),
        ("1445", UnexpectedReplyError),
        ("7065", CloudUnavailableError),
        ("8160", UnsupportedError),
        ("9999", UnexpectedReplyError),
        (True, UnexpectedReplyError),
        ([], UnexpectedReplyError),
    ],
)
async def test_code_that_nothing_cures(scripted, account, car, envelope, code, error) -> None:
    scripted.on(SOC, envelope(code))

    with pytest.raises(error):
        await account.get_charge_limit(car)
    assert scripted.count(SOC) == 1
    assert scripted.count(EXCHANGE) == 0


@pytest.mark.parametrize("code", ["8153", "1003"])
async def test_no_data_is_no_error(scripted, account, car, envelope, code) -> None:
    scripted.on(SOC, envelope(code))

    assert await account.get_charge_limit(car) == ChargeLimit()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        pytest.param(lambda _: web.Response(status=500), CloudUnavailableError, id="500"),
        pytest.param(
            lambda _: web.Response(status=503, text="<html>"), CloudUnavailableError, id="503"
        ),
        pytest.param(lambda _: web.Response(text="<html>"), CloudUnavailableError, id="html"),
        pytest.param(lambda _: web.Response(text=""), CloudUnavailableError, id="empty"),
        pytest.param(
            lambda _: web.Response(text='{"code":"1000","da'), CloudUnavailableError, id="truncated"
        ),
        pytest.param(
            lambda _: web.Response(body=b" " * 3_000_000), CloudUnavailableError, id="too large"
        ),
        pytest.param(lambda _: web.Response(text="[1]"), CloudUnavailableError, id="no object"),
        pytest.param(lambda _: web.Response(status=404, text="{}"), UnexpectedReplyError, id="404"),
        pytest.param(
            lambda _: web.Response(status=302, headers={"Location": "https://example.com"}),
            CloudUnavailableError,
            id="redirect",
        ),
    ],
)
async def test_broken_answer(scripted, account, car, answer, error) -> None:
    scripted.on(SOC, answer)

    with pytest.raises(error) as caught:
        await account.get_charge_limit(car)
    assert car.vin not in str(caught.value)


async def test_compressed_bomb_is_not_unpacked(scripted, account, car) -> None:
    def bomb(_asked: Any) -> web.Response:
        response = web.Response(body=b"0" * 50_000_000)
        response.enable_compression(web.ContentCoding.gzip)
        return response

    scripted.on(SOC, bomb)

    with pytest.raises(CloudUnavailableError):
        await account.get_charge_limit(car)


async def test_slow_body_ends_at_the_deadline(scripted, account, car) -> None:
    async def slow(_asked: Any) -> web.Response:
        await asyncio.sleep(5)
        return web.Response()

    scripted.on(SOC, slow)
    started = asyncio.get_running_loop().time()

    with pytest.raises(CloudUnavailableError):
        await account.get_charge_limit(car, timeout_s=0.2)
    assert asyncio.get_running_loop().time() - started < 1


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("30", 30), ("0", 0), ("soon", None), (None, None), ("1000000000", 21600)],
)
async def test_rate_limit_tells_how_long(scripted, account, car, value, seconds) -> None:
    headers = {} if value is None else {"Retry-After": value}
    scripted.on(SOC, lambda _: web.Response(status=429, headers=headers))

    with pytest.raises(RateLimitError) as caught:
        await account.get_charge_limit(car)

    wait = caught.value.retry_after
    assert (wait.total_seconds() if wait is not None else None) == seconds
    assert scripted.count(SOC) == 1


async def test_command_selects_once_and_is_sent_once(scripted, account, car, envelope) -> None:
    scripted.on(SELECT, envelope("1000", {"result": 1}))
    scripted.on(
        COMMAND, envelope("1000", {"sessionId": "0f1e", "serviceResult": {"operationResult": 1}})
    )

    receipt = await account.send_command(car, "lock")
    await account.send_command(car, "unlock")

    assert (receipt.command, receipt.session_id) == ("lock", "0f1e")
    assert [asked.target.split("?")[0].split("/")[-2:] for asked in scripted.asked] == [
        ["session", "update"],
        ["telematics", car.vin],
        ["telematics", car.vin],
    ]
    assert json.loads(scripted.asked[1].body)["serviceId"] == "RDL_2"


async def test_commands_to_two_cars_select_each(scripted, account, car, make_car, envelope) -> None:
    three = make_car(Model.THREE)
    active: list[str] = []

    async def select(asked: Any) -> dict[str, Any]:
        active.append(json.loads(asked.body)["vin"])
        await asyncio.sleep(0.01)
        return envelope("1000", {"result": 1})

    scripted.on(SELECT, select)
    scripted.on(COMMAND, lambda asked: envelope("1000" if active[-1] in asked.target else "8006"))

    await asyncio.gather(*(account.send_command(one, "lock") for one in (car, three, car, three)))

    assert len(active) == 4
    assert scripted.count(COMMAND) == 4


async def test_expired_session_is_renewed_before_a_command(
    scripted, account, car, envelope
) -> None:
    scripted.on(SELECT, valid_for("session-2", envelope, {"result": 1}))
    scripted.on(COMMAND, valid_for("session-2", envelope))
    scripted.on(EXCHANGE, session_of(2, envelope))

    await account.send_command(car, "lock")

    assert scripted.count(COMMAND) == 1


async def test_command_rejected_with_1402_selects_again_for_the_new_session(
    scripted, account, car, envelope
) -> None:
    scripted.on(SELECT, envelope("1000", {"result": 1}))
    scripted.on(COMMAND, valid_for("session-2", envelope))
    scripted.on(EXCHANGE, session_of(2, envelope))

    await account.send_command(car, "lock")

    assert (scripted.count(COMMAND), scripted.count(SELECT)) == (2, 2)


@pytest.mark.parametrize(
    ("answer", "error", "reason"),
    [
        ({"code": "8070", "success": False}, CommandBusyError, "8070"),
        ({"code": "failure"}, CommandRejectedError, "failure"),
        ({"code": "1404"}, CommandRejectedError, "1404"),
        ({"code": "8160"}, CommandRejectedError, "8160"),
        ({"code": "1400"}, CommandRejectedError, "1400"),
        ({"code": "1000", "success": False}, CommandRejectedError, ""),
        (
            {"code": "1000", "data": {"serviceResult": {"operationResult": 0}}},
            CommandRejectedError,
            "operationResult 0",
        ),
    ],
)
async def test_refused_command(scripted, account, car, envelope, answer, error, reason) -> None:
    scripted.on(SELECT, envelope("1000", {"result": 1}))
    scripted.on(COMMAND, answer)

    with pytest.raises(error) as caught:
        await account.send_command(car, "lock")
    assert caught.value.reason == reason
    assert scripted.count(COMMAND) == 1


async def never(_asked: Any) -> web.Response:
    await asyncio.sleep(5)
    return web.Response()


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(never, id="time-out"),
        pytest.param(lambda _: web.Response(status=500), id="500"),
        pytest.param(lambda _: web.Response(text="<html>"), id="html"),
        pytest.param(lambda _: web.Response(text='{"code":"10'), id="truncated"),
    ],
)
async def test_command_without_an_answer_is_not_sent_again(
    scripted, account, car, envelope, answer
) -> None:
    scripted.on(SELECT, envelope("1000", {"result": 1}))
    scripted.on(COMMAND, answer)

    with pytest.raises(CommandResultUnknownError):
        await account.send_command(car, "lock", timeout_s=0.5)
    assert scripted.count(COMMAND) == 1


async def test_broken_kept_connection_does_not_send_a_command_twice(
    scripted, account, car, envelope
) -> None:
    """The network library repeats a PUT by itself when a kept connection breaks."""

    async def hang_up(asked: Any) -> web.Response:
        asked.transport.abort()
        return web.Response()

    scripted.on(SELECT, envelope("1000", {"result": 1}))
    scripted.on(COMMAND, hang_up)

    with pytest.raises(CommandResultUnknownError):
        await account.send_command(car, "lock")
    assert scripted.count(COMMAND) == 1


async def test_broken_kept_connection_repeats_a_read(scripted, account, car, envelope) -> None:
    def hang_up_once(asked: Any) -> Any:
        if scripted.count(SOC) == 2:
            asked.transport.abort()
        return envelope("1000", LIMIT)

    scripted.on(SOC, hang_up_once)

    await account.get_charge_limit(car)
    await account.get_charge_limit(car)

    assert scripted.count(SOC) == 3


async def test_no_connection_means_not_sent(client, tokens, book, car, scripted) -> None:
    account = client.open_account(tokens, on_tokens=book.keep)
    await scripted.server.close()

    with pytest.raises(NotConnectedError):
        await account.send_command(car, "lock")


async def test_closed_connections_are_not_opened_again(scripted, tokens, book, car) -> None:
    async with aiohttp.ClientSession() as http:
        now = datetime.now(UTC)
        cloud = SmartCloud(
            http, clock=lambda: now, wall_clock=lambda: now, base_url=scripted.base_url
        )

    with pytest.raises(NotConnectedError):
        await cloud.open_account(tokens, on_tokens=book.keep).get_status(car)
    assert scripted.asked == []


async def test_wrong_argument_asks_nothing(scripted, account, car) -> None:
    with pytest.raises(InvalidArgumentError):
        await account.send_command(car, "climate_on", {"temperature": 40})
    assert scripted.asked == []


async def test_all_seats_of_a_five_are_four_requests(scripted, account, make_car, envelope) -> None:
    scripted.on("apiv2.ecloudeu.com/device-platform/user/session/update", envelope("1000"))
    scripted.on("apiv2.ecloudeu.com/remote-control/vehicle/telematics/", envelope("1000"))

    await account.send_command(
        make_car(Model.FIVE), "set_seat_heating", {"seat": "all", "level": 1}
    )

    keys = [json.loads(asked.body)["serviceParameters"][1]["key"] for asked in scripted.asked[1:]]
    assert keys == ["SH.11", "SH.19", "SH.21", "SH.29"]


async def test_log_out(scripted, account, envelope) -> None:
    scripted.on("DELETE api.ecloudeu.com/auth/account/session/secure", envelope("1000"))

    await account.log_out()

    (asked,) = scripted.asked
    assert asked.session == "session-1"


@pytest.mark.parametrize("code", ["1402", "1000"])
async def test_log_out_of_an_ended_session(scripted, account, envelope, code) -> None:
    scripted.on("DELETE", envelope(code))

    await account.log_out()


async def test_call_any_endpoint(scripted, account, car, envelope) -> None:
    scripted.on("capability", envelope("1000", {"list": [{"functionId": "x"}]}))

    assert await account.call("capabilities", vehicle=car) == {"list": [{"functionId": "x"}]}
    (asked,) = scripted.asked
    assert "X-Vehicle-IDENTIFIER" not in asked.headers

    with pytest.raises(UnsupportedError):
        await account.call("no_such_endpoint")


async def test_call_without_an_envelope(scripted, account, car) -> None:
    scripted.on("GET ota.srv.smart.com/app/info/", {"currentVersion": "smart OS 1.5.2 EU"})

    assert await account.call("software_info", vehicle=car) == {
        "currentVersion": "smart OS 1.5.2 EU"
    }
    assert scripted.asked[0].headers["access_token"] == "oauth-1"
    assert "authorization" not in scripted.asked[0].headers


async def test_call_that_depends_on_the_selected_car_selects(
    scripted, account, car, envelope
) -> None:
    scripted.on(SELECT, envelope("1000"))
    scripted.on("getVtmSettingStatus", envelope("1000", {"vtmEnabled": True}))

    assert await account.call("theft_monitoring", vehicle=car) == {"vtmEnabled": True}
    assert scripted.count(SELECT) == 1


async def test_sharings_and_decision(scripted, account, car, envelope) -> None:
    shares = "tsp-carsharing-platform/api-sign/"
    entry = {"sharingId": "shr-1", "vin": car.vin, "status": "PENDING", "acceptorUserId": "9"}
    scripted.on(f"{shares}v1/vehicle-sharing-list?vin=", envelope("1000", {"list": [entry]}))
    scripted.on(f"{shares}v2/accept-car-sharing", envelope("1000", entry))
    scripted.on(f"{shares}v1/reject-car-sharing", envelope("1000", {"result": 1}))

    (sharing,) = await account.get_sharings(car)
    await account.decide_sharing(car, sharing.sharing_id, True)
    await account.decide_sharing(car, sharing.sharing_id, False)

    assert [json.loads(asked.body) for asked in scripted.asked[1:]] == [
        {"sharingId": "shr-1"},
        {"sharingId": "shr-1", "reason": ""},
    ]


def test_every_error_belongs_to_the_family() -> None:
    from smartcloud import exceptions

    errors = [
        one
        for one in vars(exceptions).values()
        if isinstance(one, type) and issubclass(one, Exception)
    ]

    assert all(issubclass(error, SmartCloudError) for error in errors)
