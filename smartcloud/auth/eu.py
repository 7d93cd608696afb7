"""The European log-in: a walk through redirects with a Gigya account, ending in OAuth tokens."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from smartcloud.auth.session import Wire, exchange, new_tokens
from smartcloud.codes import GIGYA_ERRORS
from smartcloud.envelope import decode
from smartcloud.exceptions import (
    SmartCloudError,
    UnexpectedReplyError,
)
from smartcloud.models import Region, Tokens
from smartcloud.regions import GIGYA_API_KEY, HOSTS, WEBVIEW_PACKAGE, WEBVIEW_USER_AGENT
from smartcloud.transport import Address, Request, Response

MAX_HOPS = 5
_PAGE_URL = "https://app.id.smart.com/login?gig_ui_locales=de-DE"
_WEBVIEW = {"user-agent": WEBVIEW_USER_AGENT, "x-requested-with": WEBVIEW_PACKAGE}
_LOGIN_FORM = {
    "sessionExpiration": "2592000",
    "targetEnv": "jssdk",
    "include": "profile,data,emails,subscriptions,preferences,",
    "includeUserInfo": "True",
    "loginMode": "standard",
    "lang": "de",
    "APIKey": GIGYA_API_KEY,
    "source": "showScreenSet",
    "sdk": "js_latest",
    "sdkBuild": "15482",
    "pageURL": _PAGE_URL,
    "format": "json",
}


async def log_in_eu(wire: Wire, email: str, password: str) -> Tokens:
    """Return a new session.

    1. Walk from the authorisation page until an address carries ``context``.
    2. Ask Gigya for the identifiers of a new browser, and log in with them.
    3. Walk on with the log-in token until an address carries the OAuth tokens.
    4. Exchange the OAuth token for a session of the vehicle platform.
    """
    context = await _context(wire)
    cookie = await _bootstrap_cookie(wire)
    login_token = await _login_token(wire, cookie, email, password)
    oauth = await _oauth_tokens(wire, context, cookie, login_token)
    tokens = replace(
        new_tokens(wire, Region.EU),
        oauth_token=oauth["access_token"],
        oauth_refresh_token=oauth.get("refresh_token", ""),
        id_token=oauth.get("id_token", ""),
    )
    return await exchange(wire, tokens, {"accessToken": tokens.oauth_token})


async def _context(wire: Wire) -> str:
    headers = {
        **_WEBVIEW,
        "x-app-id": "SmartAPPEU",
        "accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "accept-language": "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7",
        "content-type": "application/json; charset=utf-8",
    }
    start = Address.of("eu_authorize", "/login-app/api/v1/authorize", "uiLocales=de-DE")
    return (await _walk(wire, start, headers, "context"))["context"]


async def _bootstrap_cookie(wire: Wire) -> str:
    query = f"APIKey={GIGYA_API_KEY}&format=json&includeTicket=true"
    address = Address.of("gigya_socialize", "/socialize.getIDs", query)
    reply = await _gigya(wire, Request(method="GET", address=address, headers=_WEBVIEW))
    gmid, ucid = reply.get("gmid"), reply.get("ucid")
    if not isinstance(gmid, str) or not gmid:
        raise UnexpectedReplyError("the identity service gave no browser identifier")
    return f"gmid={gmid}; ucid={ucid}; hasGmid=ver4; gig_bootstrap_{GIGYA_API_KEY}=auth_ver4"


async def _login_token(wire: Wire, cookie: str, email: str, password: str) -> str:
    request = Request(
        method="POST",
        address=Address.of("gigya_auth", "/accounts.login"),
        headers={
            **_WEBVIEW,
            "accept": "*/*",
            "accept-language": "de",
            "content-type": "application/x-www-form-urlencoded",
            "origin": f"https://{HOSTS['smart_id']}",
            "cookie": cookie,
        },
        body=urlencode({"loginID": email, "password": password, **_LOGIN_FORM}).encode(),
    )
    reply = await _gigya(wire, request)
    session = reply.get("sessionInfo")
    token = session.get("login_token") if isinstance(session, dict) else None
    if not isinstance(token, str) or not token:
        raise UnexpectedReplyError("the identity service gave no log-in token")
    return token


async def _oauth_tokens(
    wire: Wire, context: str, cookie: str, login_token: str
) -> Mapping[str, str]:
    headers = {
        **_WEBVIEW,
        "accept": "*/*",
        "cookie": f"{cookie}; glt_{GIGYA_API_KEY}={login_token}",
    }
    start = Address.of(
        "gigya_auth",
        f"/oidc/op/v1.0/{GIGYA_API_KEY}/authorize/continue",
        urlencode({"context": context, "login_token": login_token}),
    )
    return await _walk(wire, start, headers, "access_token")


async def _walk(
    wire: Wire, start: Address, headers: Mapping[str, str], wanted: str
) -> Mapping[str, str]:
    """Return the parameters of the first redirect target that carries ``wanted``."""
    address = start
    for _ in range(MAX_HOPS):
        response = await wire.transport.send(
            Request(method="GET", address=address, headers=headers)
        )
        location = response.headers.get("Location")
        if not location:
            raise UnexpectedReplyError(
                f"{address.host} answered HTTP {response.status} without a redirect"
            )
        found = _parameters(location)
        if wanted in found:
            return found
        if found.get("mode") == "error" or "errorCode" in found:
            raise _gigya_error(found.get("errorCode", ""))
        address = wire.transport.resolve(location, address)
    raise UnexpectedReplyError("too many redirects")


def _parameters(location: str) -> dict[str, str]:
    """Return the parameters of an address; an older flow kept them in the fragment."""
    parts = urlsplit(location)
    return dict(parse_qsl(parts.fragment)) | dict(parse_qsl(parts.query))


async def _gigya(wire: Wire, request: Request) -> dict[str, Any]:
    """Send to Gigya, which answers HTTP 200 on failure, too."""
    response: Response = await wire.transport.send(request)
    reply = decode(response.body)
    if not isinstance(reply, dict):
        raise UnexpectedReplyError("the identity service answered no object")
    code = str(reply.get("errorCode", ""))
    if code != "0":
        raise _gigya_error(code)
    return reply


def _gigya_error(code: str) -> SmartCloudError:
    kind = GIGYA_ERRORS.get(code)
    if kind is None:
        return UnexpectedReplyError(f"the identity service answered {code[:12]}", code[:12])
    return kind(f"the identity service refused the log-in with {code}")
