"""The ladder from an expired session to a new one, each rung tried only if the one below fails."""

from collections.abc import Awaitable, Callable

from smartcloud.auth.intl import open_session, refresh_account
from smartcloud.auth.session import Keep, Wire, exchange, exchange_refresh_token
from smartcloud.exceptions import AuthenticationError, SmartCloudError
from smartcloud.models import Region, Tokens

LogInAgain = Callable[[], Awaitable[Tokens]]
Rung = Callable[[Wire, Tokens, Keep], Awaitable[Tokens]]


async def renew(
    wire: Wire,
    tokens: Tokens,
    keep: Keep,
    *,
    is_account_token_dead: bool,
    log_in_again: LogInAgain | None,
) -> Tokens:
    """Return tokens with a new session, or raise.

    1. The account's token buys a new session; left out if the cloud has called it expired.
    2. A refresh token buys a new account token, which buys a session.
    3. The caller logs in again, if it can; else ``AuthenticationError``.

    A temporary failure ends the climb at once: a cloud that is down refuses nobody's password.
    """
    for rung in _rungs(tokens, is_account_token_dead):
        try:
            return await rung(wire, tokens, keep)
        except SmartCloudError as error:
            if error.temporary:
                raise
    if log_in_again is None:
        raise AuthenticationError("the session has ended and cannot be renewed")
    return await log_in_again()


def _rungs(tokens: Tokens, is_account_token_dead: bool) -> list[Rung]:
    is_eu = tokens.region is Region.EU
    rungs: list[Rung] = []
    if tokens.oauth_token and not is_account_token_dead:
        rungs.append(_exchange_eu if is_eu else _open_intl)
    if is_eu and tokens.session_refresh_token and tokens.client_id:
        rungs.append(_refresh_eu)
    if not is_eu and tokens.oauth_refresh_token:
        rungs.append(_refresh_intl)
    return rungs


async def _exchange_eu(wire: Wire, tokens: Tokens, _keep: Keep) -> Tokens:
    return await exchange(wire, tokens, {"accessToken": tokens.oauth_token})


async def _refresh_eu(wire: Wire, tokens: Tokens, keep: Keep) -> Tokens:
    refreshed = await exchange_refresh_token(wire, tokens)
    await keep(refreshed)
    return await _exchange_eu(wire, refreshed, keep)


async def _open_intl(wire: Wire, tokens: Tokens, _keep: Keep) -> Tokens:
    return await open_session(wire, tokens)


async def _refresh_intl(wire: Wire, tokens: Tokens, keep: Keep) -> Tokens:
    refreshed = await refresh_account(wire, tokens)
    await keep(refreshed)
    return await open_session(wire, refreshed)
