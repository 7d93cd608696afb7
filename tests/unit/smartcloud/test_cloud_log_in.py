"""Both ways to log in, and every way to be refused, against a small server of its own."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web

from smartcloud.exceptions import (
    AuthenticationError,
    CloudUnavailableError,
    RateLimitError,
    UnexpectedReplyError,
)
from smartcloud.models import ChargeLimit, Model, Region, Tokens
from smartcloud.regions import GIGYA_API_KEY

START = "GET awsapi.future.smart.com/login-app/api/v1/authorize"
IDS = "GET socialize.eu1.gigya.com/socialize.getIDs"
LOGIN = "POST auth.smart.com/accounts.login"
CONTINUE = f"GET auth.smart.com/oidc/op/v1.0/{GIGYA_API_KEY}/authorize/continue"
OIDC = f"GET auth.smart.com/oidc/op/v1.0/{GIGYA_API_KEY}/authorize?"
FINAL = "GET awsapi.future.smart.com/login-app/api/v1/FinalPage"
EXCHANGE = "POST api.ecloudeu.com/auth/account/session/secure?identity_type=smart"
IAM_LOGIN = "POST sg-app-api.smart.com/iam/service/api/v1/login"
IAM_REFRESH = "POST sg-app-api.smart.com/iam/service/api/v1/refresh/"
IAM_CODE = "GET sg-app-api.smart.com/iam/service/api/v1/oauth20/authorize"
INTL_EXCHANGE = "POST apiv2.ecloudeu.com/auth/account/session/secure?identity_type=smart-israel"
SOC = "GET api.ecloudeu.com/remote-control/vehicle/status/soc/"
SESSION = {
    "accessToken": "session-1",
    "refreshToken": "refresh-1",
    "userId": 112233,
    "clientId": "CLIENT1",
}


def to(location: str) -> web.Response:
    return web.Response(status=302, headers={"Location": location})


def prepare_eu(scripted, envelope, *, has_stand_in_links: bool) -> None:
    """Answer as the European log-in does, with links to the real hosts or in our form."""
    root = scripted.base_url + "/" if has_stand_in_links else "https://"
    scripted.on(START, to(f"{root}auth.smart.com/oidc/op/v1.0/{GIGYA_API_KEY}/authorize?a=1"))
    scripted.on(OIDC, to(f"{root}app.id.smart.com/proxy?context=eu1_tk1.ctx.1&mode=login"))
    scripted.on(IDS, {"errorCode": 0, "gmid": "gmid.ver4.EX", "ucid": "UC1"})
    scripted.on(LOGIN, {"errorCode": 0, "sessionInfo": {"login_token": "st2.s.LOGIN"}})
    scripted.on(CONTINUE, to(f"{root}awsapi.future.smart.com/login-app/api/v1/FinalPage?code=c1"))
    prefix = "/awsapi.future.smart.com" if has_stand_in_links else ""
    found = "access_token=oauth-1&id_token=id-1&refresh_token=oauth-refresh-1"
    scripted.on(FINAL, to(f"{prefix}/login-app/api/v1/MobileData?{found}"))
    scripted.on(EXCHANGE, envelope(1000, SESSION))


@pytest.mark.parametrize("has_stand_in_links", [True, False])
async def test_eu(scripted, client, envelope, has_stand_in_links: bool) -> None:
    prepare_eu(scripted, envelope, has_stand_in_links=has_stand_in_links)

    tokens = await client.log_in(Region.EU, "driver@example.com", "Example & 1")

    assert tokens == Tokens(
        region=Region.EU,
        user_id="112233",
        session_token="session-1",
        session_refresh_token="refresh-1",
        oauth_token="oauth-1",
        oauth_refresh_token="oauth-refresh-1",
        id_token="id-1",
        client_id="CLIENT1",
        device_id=tokens.device_id,
        issued_at=tokens.issued_at,
    )
    assert len(tokens.device_id) == 16
    assert [asked.target.partition("?")[0] for asked in scripted.asked] == [
        START,
        OIDC.rstrip("?"),
        IDS,
        LOGIN,
        CONTINUE,
        FINAL,
        EXCHANGE.partition("?")[0],
    ]


async def test_eu_sends_what_the_services_want(scripted, client, envelope) -> None:
    prepare_eu(scripted, envelope, has_stand_in_links=True)

    await client.log_in(Region.EU, "driver@example.com", "Example & 1")

    start, _, _, login, walk, _, exchange = scripted.asked
    assert start.headers["x-app-id"] == "SmartAPPEU"
    assert "Android" in start.headers["user-agent"]
    form = parse_qs(login.body.decode())
    assert (form["loginID"], form["password"]) == (["driver@example.com"], ["Example & 1"])
    assert form["APIKey"] == [GIGYA_API_KEY]
    assert login.headers["origin"] == "https://app.id.smart.com"
    bootstrap = (
        f"gmid=gmid.ver4.EX; ucid=UC1; hasGmid=ver4; gig_bootstrap_{GIGYA_API_KEY}=auth_ver4"
    )
    assert login.headers["cookie"] == bootstrap
    assert walk.headers["cookie"] == f"{bootstrap}; glt_{GIGYA_API_KEY}=st2.s.LOGIN"
    query = parse_qs(urlsplit(walk.target).query)
    assert query == {"context": ["eu1_tk1.ctx.1"], "login_token": ["st2.s.LOGIN"]}
    assert json.loads(exchange.body) == {"accessToken": "oauth-1"}
    assert "authorization" not in exchange.headers
    assert exchange.headers["user-agent"].startswith("Hello smart/")


async def test_cookies_of_one_account_do_not_reach_the_next(scripted, client, envelope) -> None:
    prepare_eu(scripted, envelope, has_stand_in_links=True)
    answer = to(f"{scripted.base_url}/app.id.smart.com/proxy?context=c")
    answer.set_cookie("account", "anna")
    scripted.on(START, lambda _: answer)

    await client.log_in(Region.EU, "driver@example.com", "Example-1")

    assert not any("anna" in asked.headers.get("cookie", "") for asked in scripted.asked)


@pytest.mark.parametrize(
    ("gigya_code", "error"),
    [
        (403042, AuthenticationError),
        ("403120", AuthenticationError),
        (403048, RateLimitError),
        (400006, UnexpectedReplyError),
        (500001, UnexpectedReplyError),
    ],
)
async def test_eu_refused_with_http_200(scripted, client, envelope, gigya_code, error) -> None:
    prepare_eu(scripted, envelope, has_stand_in_links=True)
    scripted.on(LOGIN, {"errorCode": gigya_code, "errorMessage": "no", "statusCode": 403})

    with pytest.raises(error) as caught:
        await client.log_in(Region.EU, "driver@example.com", "Example-1")
    assert "driver@example.com" not in str(caught.value)


@pytest.mark.parametrize(
    ("target", "answer", "error"),
    [
        (START, web.Response(status=403, text="<html>"), RateLimitError),
        (START, web.Response(status=429, headers={"Retry-After": "60"}), RateLimitError),
        (START, web.Response(status=503), CloudUnavailableError),
        (START, web.Response(text="<html>no redirect"), UnexpectedReplyError),
        (START, to("https://evil.example.com/?x=1"), UnexpectedReplyError),
        (START, to("http://auth.smart.com/"), UnexpectedReplyError),
        (START, to("/awsapi.future.smart.com/login-app/api/v1/authorize"), UnexpectedReplyError),
        (IDS, web.Response(text="<html>"), CloudUnavailableError),
        (IDS, web.json_response({"errorCode": 0, "gmid": ""}), UnexpectedReplyError),
        (IDS, web.json_response([]), UnexpectedReplyError),
        (LOGIN, web.json_response({"errorCode": 0}), UnexpectedReplyError),
        (
            CONTINUE,
            to("https://app.id.smart.com/proxy?mode=error&errorCode=403042"),
            AuthenticationError,
        ),
        (EXCHANGE, web.json_response({"code": "1501"}), AuthenticationError),
        (EXCHANGE, web.json_response({"code": "1445"}), UnexpectedReplyError),
        (EXCHANGE, web.json_response({"code": "1000", "data": {}}), UnexpectedReplyError),
        (EXCHANGE, web.Response(text="<html>maintenance"), CloudUnavailableError),
    ],
)
async def test_eu_broken_step(scripted, client, envelope, target, answer, error) -> None:
    prepare_eu(scripted, envelope, has_stand_in_links=False)
    scripted.on(
        target,
        lambda _: web.Response(status=answer.status, headers=answer.headers, body=answer.body),
    )

    with pytest.raises(error):
        await client.log_in(Region.EU, "driver@example.com", "Example-1")
    assert not any("evil" in asked.target for asked in scripted.asked)
    assert len(scripted.asked) < 12


def prepare_intl(scripted, envelope) -> None:
    account = {
        "accessToken": "iam-1",
        "refreshToken": "iam-refresh-1",
        "idToken": "id-1",
        "userId": "445566",
        "expiresIn": 86400,
    }
    scripted.on(IAM_LOGIN, {"code": "200", "message": "Operation is Successful", "result": account})
    scripted.on(IAM_CODE, {"code": "200", "result": "CODE-1"})
    scripted.on(INTL_EXCHANGE, envelope(1000, {**SESSION, "userId": "445566"}))


async def test_intl(scripted, client, envelope) -> None:
    prepare_intl(scripted, envelope)

    tokens = await client.log_in(Region.INTL, "driver@example.com", "Example-1")

    assert tokens == Tokens(
        region=Region.INTL,
        user_id="445566",
        session_token="session-1",
        session_refresh_token="refresh-1",
        oauth_token="iam-1",
        oauth_refresh_token="iam-refresh-1",
        id_token="id-1",
        client_id="CLIENT1",
        device_id=tokens.device_id,
        issued_at=tokens.issued_at,
    )
    assert len(tokens.device_id) == 32
    login, code, exchange = scripted.asked
    assert json.loads(login.body) == {"email": "driver@example.com", "password": "Example-1"}
    assert login.headers["X-App-Id"] == "SmartAPPGlobal"
    assert code.headers["Xs-Auth-Token"] == "id-1"
    assert code.target.endswith("?accessToken=iam-1")
    assert json.loads(exchange.body) == {"authCode": "CODE-1"}
    assert exchange.headers["x-app-id"] == "SMARTAPP-ISRAEL"
    assert exchange.headers["platform"] == "NON-CMA"


@pytest.mark.parametrize(
    ("target", "answer", "error"),
    [
        (IAM_LOGIN, {"code": "401", "message": "Invalid credentials"}, AuthenticationError),
        (IAM_LOGIN, {"code": "200", "result": {}}, AuthenticationError),
        (
            IAM_LOGIN,
            {"code": "500", "message": "Too many requests, try again later"},
            RateLimitError,
        ),
        (IAM_LOGIN, [], UnexpectedReplyError),
        (IAM_CODE, {"code": "200", "result": None}, AuthenticationError),
        (INTL_EXCHANGE, {"code": "1501"}, AuthenticationError),
    ],
)
async def test_intl_refused(scripted, client, envelope, target, answer, error) -> None:
    prepare_intl(scripted, envelope)
    scripted.on(target, answer)

    with pytest.raises(error):
        await client.log_in(Region.INTL, "driver@example.com", "Example-1")


async def test_intl_session_carries_its_client_id(scripted, client, envelope, make_car) -> None:
    prepare_intl(scripted, envelope)
    scripted.on(SOC, envelope("1000", {"soc": "900"}))
    tokens = await client.log_in(Region.INTL, "driver@example.com", "Example-1")

    async def keep(_tokens: Tokens) -> None: ...

    limit = await client.open_account(tokens, on_tokens=keep).get_charge_limit(
        make_car(Model.THREE)
    )

    assert limit == ChargeLimit(percent=90)
    assert scripted.asked[-1].headers["x-client-id"] == "CLIENT1"
    assert len(scripted.asked[-1].headers["x-api-signature-nonce"]) == 36


async def test_intl_refresh(scripted, client, envelope, make_car) -> None:
    prepare_intl(scripted, envelope)
    tokens = await client.log_in(Region.INTL, "driver@example.com", "Example-1")
    stored: list[Tokens] = []

    async def keep(renewed: Tokens) -> None:
        stored.append(renewed)

    def code_for(asked: Any) -> dict[str, Any]:
        return {"code": "200", "result": "CODE-2"} if "iam-2" in asked.target else {"code": "401"}

    scripted.on(IAM_CODE, code_for)
    scripted.on(
        IAM_REFRESH,
        {"code": "200", "result": {"accessToken": "iam-2", "refreshToken": "iam-refresh-2"}},
    )
    scripted.on(INTL_EXCHANGE, envelope(1000, {**SESSION, "accessToken": "session-2"}))
    scripted.on(SOC, lambda asked: envelope("1000" if asked.session == "session-2" else "1402"))

    await client.open_account(tokens, on_tokens=keep).get_charge_limit(make_car(Model.THREE))

    assert [(one.session_token, one.oauth_token, one.oauth_refresh_token) for one in stored] == [
        ("session-1", "iam-2", "iam-refresh-2"),
        ("session-2", "iam-2", "iam-refresh-2"),
    ]
    assert stored[-1].device_id == tokens.device_id
    assert json.loads(next(a for a in scripted.asked if IAM_REFRESH in a.target).body) == {
        "refreshToken": "iam-refresh-1"
    }
