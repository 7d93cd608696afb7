"""The INTL log-in: account service and the code for the session exchange."""

from simulator.cloud.calls import Call, Check, Handler, Route
from simulator.cloud.codes import CloudError
from simulator.cloud.fleet import Owner
from simulator.cloud.tokens import jwt

ACCESS_LIFETIME_S = 86_400.0
REFRESH_LIFETIME_S = 30 * 86_400.0
CODE_LIFETIME_S = 600.0
REFUSED = "401"


def tokens(call: Call, owner: Owner) -> dict[str, object]:
    """Issue the tokens of a log-in."""
    vault, now = call.world.vault, int(call.world.now())
    access = vault.issue("iam", owner.user_id, ACCESS_LIFETIME_S)
    refresh = vault.issue_durable("iam_refresh", owner.user_id, REFRESH_LIFETIME_S)
    identity = jwt({"sub": owner.user_id, "iat": now, "jti": vault.random_text(8)})
    vault.issue("id", owner.user_id, ACCESS_LIFETIME_S, value=identity)
    call.owner = owner
    return {
        "accessToken": access.value,
        "refreshToken": refresh.value,
        "idToken": identity,
        "userId": owner.user_id,
        "expiresIn": int(ACCESS_LIFETIME_S),
    }


def login(call: Call) -> dict[str, object]:
    """Check the credentials; the gateway does not ask for a signature here."""
    body = call.json()
    email, password = str(body.get("email") or ""), str(body.get("password") or "")
    if not email or not password:
        raise CloudError("400", "email and password are mandatory")
    owner = call.world.people.with_password("INTL", email, password)
    if owner is None:
        raise CloudError(REFUSED, "Incorrect account or password")
    return tokens(call, owner)


def authorize(call: Call) -> str:
    """Return an authorisation code, good once."""
    token = call.world.vault.find("iam", call.query.get("accessToken", ""))
    if token is None:
        raise CloudError(REFUSED, "The access token is invalid")
    call.owner = call.world.owner(token.user_id)
    value = f"CODE-{call.world.vault.random_text(24)}"
    return call.world.vault.issue("auth_code", token.user_id, CODE_LIFETIME_S, value=value).value


def refresh(call: Call) -> dict[str, object]:
    """Exchange a refresh token for new tokens."""
    token = call.world.vault.find("iam_refresh", str(call.json().get("refreshToken") or ""))
    owner = call.world.owner(token.user_id) if token else None
    if owner is None:
        raise CloudError(REFUSED, "The refresh token is invalid")
    return tokens(call, owner)


def logout(call: Call) -> bool:
    """End the account's tokens, if the request names one."""
    vault = call.world.vault
    if token := vault.find("iam", call.header("authorization").removeprefix("Bearer ")):
        vault.revoke_all("iam", token.user_id)
        vault.revoke_all("iam_refresh", token.user_id)
        vault.revoke_all("session", token.user_id)
    return True


def row(method: str, path: str, handler: Handler, check: Check = "open") -> Route:
    """Return a row of the account service."""
    path = f"/iam/service/api/v1/{path}"
    return Route(
        method=method, host="sg_app", path=path, handler=handler, check=check, kind="login"
    )


ROUTES = (
    Route(
        method="GET",
        host="sg_app",
        path="/service/api/v1/oauth20/authorize",
        handler=authorize,
        check="open",
        kind="login",
    ),
    row("POST", "login", login),
    row("GET", "oauth20/authorize", authorize),
    row("POST", "refresh/", refresh),
    row("POST", "refresh", refresh),
    row("POST", "logout", logout),
)
