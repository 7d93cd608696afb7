"""The session of the vehicle platform: exchange, refresh, selected car, log-out."""

from aiohttp import web

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.checks import find_car
from simulator.cloud.codes import CloudError
from simulator.cloud.fleet import Owner
from simulator.cloud.tokens import jwt

IDENTITIES = {"smart": ("EU", "accessToken"), "smart-israel": ("INTL", "authCode")}
REFRESH_LIFETIME_S = 90 * 86_400.0


def exchange(call: Call) -> web.Response:
    """Exchange the token or code of the log-in for a session."""
    region, field = IDENTITIES.get(call.query.get("identity_type", ""), ("", ""))
    value = call.json().get(field) if field else None
    if not isinstance(value, str) or not value:
        raise CloudError("1400")
    vault = call.world.vault
    token = vault.find("oauth", value) if region == "EU" else vault.take("auth_code", value)
    owner = call.world.owner(token.user_id) if token else None
    if owner is None or owner.region != region:
        raise CloudError("1501")
    call.owner = owner
    if call.world.settings.single_session:
        vault.revoke_all("session", owner.user_id)
    return session_answer(call, owner, new_session(call, owner, client_id(call)))


def refresh(call: Call) -> web.Response:
    """Exchange the refresh token for a new access token, which is not yet a session."""
    body = call.json()
    value = body.get("refreshToken")
    token = call.world.vault.find("session_refresh", str(value or ""))
    owner = call.world.owner(token.user_id) if token else None
    if token is None or owner is None or "proprietaryPlatform" not in body:
        raise CloudError("1400")
    if call.header("x-client-id") != token.client_id:
        raise CloudError("1400")
    call.owner = owner
    lifetime = call.world.settings.oauth_lifetime_s
    access = call.world.vault.issue("oauth", owner.user_id, lifetime)
    return session_answer(call, owner, access.value, client=token.client_id)


def client_id(call: Call) -> str:
    """Return the client id that the platform builds from the device's headers."""
    brand = call.header("x-device-brand").upper() or "BROWSER"
    model = call.header("x-device-model").upper() or "CLIENT"
    device = call.header("x-device-identifier")[:8].upper().rjust(8, "0")
    return f"{brand}0000APP00{model}000P{device}"


def new_session(call: Call, owner: Owner, client: str) -> str:
    """Issue a session token."""
    lifetime, now = call.world.settings.session_lifetime_s, call.world.now()
    claims: dict[str, object] = {
        "uid": owner.user_id,
        "clientId": client,
        "moduleType": call.header("x-device-type") or "browser",
        "appId": call.header("x-app-id"),
        "businessId": call.world.vault.random_text(16),
        "exp": int(now + lifetime),
        "env": "production",
    }
    value = jwt(claims)
    call.world.vault.issue("session", owner.user_id, lifetime, value=value, client_id=client)
    return value


def session_answer(
    call: Call, owner: Owner, access: str, *, client: str | None = None
) -> web.Response:
    """Return the envelope whose code is a number, unlike everywhere else."""
    data = session_fields(call, owner, access, client or client_id(call))
    return web.json_response(
        {
            "code": 1000,
            "data": data,
            "success": True,
            "hint": None,
            "sessionId": None,
            "message": "Successful.",
        }
    )


def session_fields(call: Call, owner: Owner, access: str, client: str) -> dict[str, object]:
    """Return the tokens of a session, with a new one for its renewal."""
    renewal = call.world.vault.issue_durable(
        "session_refresh", owner.user_id, REFRESH_LIFETIME_S, client_id=client
    )
    return {
        "expiresIn": int(call.world.settings.session_lifetime_s),
        "deviceType": call.header("x-device-type") or "browser",
        "clientId": client,
        "idToken": "",
        "resultCode": "0",
        "alias": "",
        "accessToken": access,
        "tcToken": "",
        "resultMessage": "Success",
        "userId": owner.user_id,
        "refreshToken": renewal.value,
    }


def open_elsewhere(call: Call) -> web.Response:
    """Log in by the auth centre, as a sister application does; its fields are at the top level."""
    value = call.text("authCode")
    token = call.world.vault.take("auth_code", value) or call.world.vault.find("oauth", value)
    owner = call.world.owner(token.user_id) if token else None
    if owner is None:
        raise CloudError("1501")
    call.owner = owner
    session = new_session(call, owner, client_id(call))
    return web.json_response(
        {"code": "1000", "success": True, **session_fields(call, owner, session, client_id(call))}
    )


def log_out(call: Call) -> dict[str, object]:
    """End the session; the token is invalid afterwards (PROPOSED shape)."""
    call.world.vault.revoke("session", call.header("authorization"))
    return {"result": 1}


def select(call: Call) -> dict[str, object]:
    """Make a car the account's active one, taking it from other clients of the account."""
    vin = call.text("vin")
    call.text("sessionToken")
    find_car(call, vin)
    call.world.selected[call.account.user_id] = vin
    return {"result": 1}


SESSION = "/auth/account/session/secure"
ROUTES = (
    ecarx("POST", SESSION, exchange, "signed", "session"),
    ecarx("POST", "/auth-center/account/session", open_elsewhere, "signed", "session"),
    ecarx("PUT", SESSION, refresh, "signed", "session"),
    ecarx("DELETE", SESSION, log_out, "session", "session"),
    ecarx("POST", "/device-platform/user/session/update", select, "session", "select"),
)
