"""The EU log-in: OIDC hops, the identity provider, and the tokens at their end."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, quote, urlencode

from aiohttp import web

from simulator.cloud.calls import Call, Handler, Route
from simulator.cloud.codes import GatewayError
from simulator.cloud.hosts import AUTHORIZE, GIGYA, SMART_ID
from simulator.cloud.tokens import jwt

API_KEY = "3_L94eyQ-wvJhWm7Afp1oBhfTGXZArUfSHHW9p9Pncg513hZELXsxCfMWHrF8f5P5a"
CLIENT_ID = "SeQMUFqDOSuEF0Iqi5bB2Dco"
CONTEXT_LIFETIME_S = 3600.0
CODE_LIFETIME_S = 600.0
LOGIN_LIFETIME_S = 2_592_000.0
ID_TOKEN_LIFETIME_S = 604_800
ID_COOKIE_LIFETIME_S = 30 * 86_400.0
NOBODY = ""

BLOCKED = (400006, "Invalid parameter value", "blocked because of security issues")
WRONG_PASSWORD = (403042, "Invalid LoginID", "invalid loginID or password")
WRONG_KEY = (400093, "Invalid ApiKey parameter", "invalid API key")
ANSWER_STATUS = {200: "OK", 400: "Bad Request", 403: "Forbidden"}


def require_browser(call: Call) -> None:
    """Refuse user agents that do not look like the app's web view."""
    if not call.header("user-agent").startswith("Mozilla/"):
        raise GatewayError(403, "Forbidden")


def redirect(location: str) -> web.Response:
    """Return a redirect."""
    return web.Response(status=302, headers={"location": location})


def authorize(call: Call) -> web.Response:
    """First hop: to the identity provider."""
    require_browser(call)
    query = urlencode({"client_id": CLIENT_ID, "response_type": "code"})
    return redirect(call.link(GIGYA, f"/oidc/op/v1.0/{API_KEY}/authorize?{query}"))


def oidc_authorize(call: Call) -> web.Response:
    """Second hop: to the log-in page, whose address carries the context."""
    stamp = int(call.world.now())
    context = f"eu1_tk1.{call.world.vault.random_text(24)}.{stamp}"
    call.world.vault.issue("context", NOBODY, CONTEXT_LIFETIME_S, value=context)
    query = urlencode(
        {
            "context": context,
            "client_id": CLIENT_ID,
            "mode": "login",
            "scope": "openid EmailScope profile MarketInformation",
            "gig_ui_locales": "de-DE",
            "gig_skipConsent": "true",
        }
    )
    return redirect(call.link(SMART_ID, f"/proxy?{query}"))


def answer(call: Call, status: int, code: int, **fields: object) -> dict[str, object]:
    """Return the identity provider's envelope."""
    at = datetime.fromtimestamp(call.world.now(), UTC)
    return {
        "callId": call.world.rng.randbytes(16).hex(),
        "errorCode": code,
        "apiVersion": 2,
        "statusCode": status,
        "statusReason": ANSWER_STATUS[status],
        "time": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        **fields,
    }


def refusal(call: Call, reason: tuple[int, str, str]) -> dict[str, object]:
    """Return a failure, which travels with HTTP status 200."""
    code, message, details = reason
    status = 403 if code == WRONG_PASSWORD[0] else 400
    return answer(call, status, code, errorMessage=message, errorDetails=details)


def get_ids(call: Call) -> dict[str, object]:
    """Return bootstrap identifiers."""
    if call.query.get("APIKey") != API_KEY:
        return refusal(call, WRONG_KEY)
    vault = call.world.vault
    gmid = f"gmid.ver4.{vault.random_text(32)}.sc3"
    vault.issue("gmid", NOBODY, ID_COOKIE_LIFETIME_S, value=gmid)
    ucid, ticket = vault.random_text(22), vault.random_text(12)
    return answer(call, 200, 0, gmid=gmid, ucid=ucid, gmidTicket=ticket)


def cookies(call: Call) -> dict[str, str]:
    """Return the request's cookies as written, without decoding."""
    pairs = (part.strip().partition("=") for part in call.header("cookie").split(";"))
    return {name: value for name, _, value in pairs if name}


def is_bootstrapped(call: Call, form: dict[str, str]) -> bool:
    """Say whether the request looks like one of the app's log-in page."""
    jar = cookies(call)
    return (
        call.world.vault.find("gmid", jar.get("gmid", "")) is not None
        and jar.get(f"gig_bootstrap_{API_KEY}") == "auth_ver4"
        and call.header("origin") == f"https://{SMART_ID}"
        and bool(form.get("pageURL"))
    )


def login(call: Call) -> dict[str, object]:
    """Check the credentials."""
    fields = parse_qs(call.body.decode("utf-8", "replace"))
    form = {name: values[0] for name, values in fields.items()}
    if not is_bootstrapped(call, form):
        return refusal(call, BLOCKED)
    if form.get("APIKey") != API_KEY:
        return refusal(call, WRONG_KEY)
    name, password = form.get("loginID", ""), form.get("password", "")
    owner = call.world.people.with_password("EU", name, password)
    if owner is None:
        return refusal(call, WRONG_PASSWORD)
    call.owner = owner
    token = call.world.vault.issue("login", owner.user_id, LOGIN_LIFETIME_S)
    now = int(call.world.now())
    profile = {
        "firstName": owner.name,
        "lastName": "Driver",
        "email": owner.email,
        "country": "DE",
    }
    return answer(
        call,
        200,
        0,
        UID=owner.user_id.zfill(32),
        UIDSignature="EXAMPLEsignature00000000000=",
        signatureTimestamp=str(now),
        created="2025-03-01T10:00:00.000Z",
        createdTimestamp=1_740_823_200,
        isActive=True,
        isRegistered=True,
        isVerified=True,
        lastLogin=datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        lastLoginTimestamp=now,
        loginProvider="site",
        profile=profile,
        newUser=False,
        sessionInfo={"login_token": token.value, "expires_in": str(int(LOGIN_LIFETIME_S))},
    )


def authorize_continue(call: Call) -> web.Response:
    """Turn the log-in into a code; the cookie is what authenticates."""
    require_browser(call)
    vault = call.world.vault
    token = vault.find("login", call.query.get("login_token", ""))
    cookie = cookies(call).get(f"glt_{API_KEY}", "")
    known = vault.find("context", call.query.get("context", ""))
    if token is None or cookie != token.value or known is None:
        query = urlencode(
            {
                "mode": "error",
                "errorCode": "403007" if known else "400006",
                "errorMessage": "Permission denied" if known else "Unknown context",
            }
        )
        return redirect(call.link(SMART_ID, f"/proxy?{query}"))
    code = vault.issue("code", token.user_id, CODE_LIFETIME_S)
    query = urlencode({"code": code.value})
    return redirect(call.link(AUTHORIZE, f"/login-app/api/v1/FinalPage?{query}"))


def final_page(call: Call) -> web.Response:
    """Exchange the code on the server's side; the tokens are in the next address."""
    require_browser(call)
    code = call.world.vault.take("code", call.query.get("code", ""))
    if code is None:
        raise GatewayError(400, "Bad Request")
    call.owner = call.world.owner(code.user_id)
    return redirect(f"/{AUTHORIZE}/login-app/api/v1/MobileData?{tokens_query(call, code.user_id)}")


def tokens_query(call: Call, user_id: str) -> str:
    """Return the query that carries access, identity and refresh token."""
    vault, lifetime = call.world.vault, call.world.settings.oauth_lifetime_s
    access = vault.issue("oauth", user_id, lifetime)
    refresh = vault.issue_durable("oauth_refresh", user_id, LOGIN_LIFETIME_S)
    return urlencode(
        {
            "access_token": access.value,
            "id_token": id_token(call, user_id),
            "refresh_token": refresh.value,
        },
        quote_via=quote,
    )


def id_token(call: Call, user_id: str) -> str:
    """Return an identity token."""
    now = int(call.world.now())
    claims: dict[str, object] = {
        "iss": f"https://{GIGYA}/oidc/op/v1.0/{API_KEY}/",
        "aud": CLIENT_ID,
        "azp": CLIENT_ID,
        "sub": user_id.zfill(32),
        "auth_time": now,
        "iat": now,
        "exp": now + ID_TOKEN_LIFETIME_S,
    }
    value = jwt(claims, algorithm="RS256")
    call.world.vault.issue("id", user_id, ID_TOKEN_LIFETIME_S, value=value)
    return value


def empty_page(_: Call) -> web.Response:
    """Answer a page that only exists to carry something in its address."""
    return web.Response(text="<html></html>", content_type="text/html")


def row(method: str, host: str, path: str, handler: Handler) -> Route:
    """Return an unsigned row of the log-in."""
    return Route(method=method, host=host, path=path, handler=handler, check="open", kind="login")


OIDC = f"/oidc/op/v1.0/{API_KEY}/authorize"
ROUTES = (
    row("GET", "authorize", "/login-app/api/v1/authorize", authorize),
    row("GET", "authorize", "/login-app/api/v1/FinalPage", final_page),
    row("GET", "authorize", "/login-app/api/v1/MobileData", empty_page),
    row("GET", "gigya", OIDC, oidc_authorize),
    row("GET", "gigya", f"{OIDC}/continue", authorize_continue),
    row("POST", "gigya", "/accounts.login", login),
    row("GET", "socialize", "/socialize.getIDs", get_ids),
    row("GET", "smart_id", "/proxy", empty_page),
)
