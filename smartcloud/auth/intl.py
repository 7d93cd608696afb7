"""The international log-in: account token, authorisation code, session."""

from dataclasses import replace
from typing import Any

import msgspec

from smartcloud.auth.session import Wire, exchange, new_tokens
from smartcloud.codes import SUCCESS
from smartcloud.envelope import decode
from smartcloud.exceptions import AuthenticationError, RateLimitError, UnexpectedReplyError
from smartcloud.models import Region, Tokens
from smartcloud.signer import Call

_RATE_LIMIT_WORDS = (
    "rate limit",
    "rate-limit",
    "quota",
    "http 403",
    "http 429",
    "forbidden",
    "too many",
    "throttl",
    "try again later",
)


async def log_in_intl(wire: Wire, email: str, password: str) -> Tokens:
    """Return a new session, in three steps."""
    body = {"email": email, "password": password}
    account = await _account_token(wire, "/iam/service/api/v1/login", body)
    return await open_session(wire, _with_account(new_tokens(wire, Region.INTL), account))


async def refresh_account(wire: Wire, tokens: Tokens) -> Tokens:
    """Return tokens with a new account token, from its refresh token."""
    body = {"refreshToken": tokens.oauth_refresh_token}
    account = await _account_token(wire, "/iam/service/api/v1/refresh/", body)
    return _with_account(tokens, account)


async def open_session(wire: Wire, tokens: Tokens) -> Tokens:
    """Return a new session from the account's token: authorisation code, then exchange."""
    call = Call(
        method="GET",
        host_key="sg_app",
        path="/iam/service/api/v1/oauth20/authorize",
        params={"accessToken": tokens.oauth_token},
    )
    result = await _ask(wire, call, id_token=tokens.id_token)
    code = result.get("authCode") if isinstance(result, dict) else result
    if not isinstance(code, str) or not code:
        raise AuthenticationError("the account's token was not accepted")
    return await exchange(wire, tokens, {"authCode": code})


async def _account_token(wire: Wire, path: str, body: dict[str, str]) -> dict[str, Any]:
    call = Call(method="POST", host_key="sg_app", path=path, body=msgspec.json.encode(body))
    result = await _ask(wire, call)
    if not isinstance(result, dict) or not isinstance(result.get("accessToken"), str):
        raise AuthenticationError("the account service gave no token")
    return result


async def _ask(wire: Wire, call: Call, id_token: str = "") -> Any:
    """Return ``result`` (one client also saw ``data``); its absence means a refusal."""
    response = await wire.transport.send(wire.signer.gateway(call, id_token=id_token))
    reply = decode(response.body)
    if not isinstance(reply, dict):
        raise UnexpectedReplyError("the account service answered no object")
    message = str(reply.get("message", "")).lower()
    if any(word in message for word in _RATE_LIMIT_WORDS):
        raise RateLimitError("the account service asks for patience")
    code = str(reply.get("code", ""))
    if code not in SUCCESS or response.status >= 400:
        raise AuthenticationError(f"the account service refused with {code[:12]}")
    return reply.get("result", reply.get("data"))


def _with_account(tokens: Tokens, account: dict[str, Any]) -> Tokens:
    def text(name: str, known: str) -> str:
        value = account.get(name)
        return str(value) if isinstance(value, str | int) and value else known

    return replace(
        tokens,
        oauth_token=text("accessToken", tokens.oauth_token),
        oauth_refresh_token=text("refreshToken", tokens.oauth_refresh_token),
        id_token=text("idToken", tokens.id_token),
        user_id=text("userId", tokens.user_id),
    )
