"""The last step that both markets share: an account's token becomes a session, and its end."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from smartcloud.codes import CURES, EMPTY, SUCCESS, Cure, error_of
from smartcloud.credentials import CloudSecrets
from smartcloud.envelope import Envelope, decode_as, open_envelope
from smartcloud.exceptions import AuthenticationError, UnexpectedReplyError
from smartcloud.models import Region, Tokens
from smartcloud.regions import PROFILES
from smartcloud.signer import Call, Signer, account_request
from smartcloud.transport import Clock, Request, Transport

Keep = Callable[[Tokens], Awaitable[None]]
"""Stores tokens at once: a rotated token that is lost is a lost account."""

SESSION_PATH = "/auth/account/session/secure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """What a log-in needs of the outside: a way to send, a pen, and a clock."""

    transport: Transport
    signer: Signer
    clock: Clock
    secrets: CloudSecrets = field(default_factory=CloudSecrets)


class SessionData(msgspec.Struct, rename="camel"):
    """Answer of the session exchange and of the refresh-token exchange."""

    access_token: Any = None
    refresh_token: Any = None
    user_id: Any = None
    client_id: Any = None


_SESSION: msgspec.json.Decoder[SessionData] = msgspec.json.Decoder(SessionData)


async def exchange(wire: Wire, tokens: Tokens, proof: Mapping[str, str]) -> Tokens:
    """Return tokens with a new session; ``proof`` is ``accessToken`` (EU) or ``authCode``."""
    profile = PROFILES[tokens.region]
    envelope = await send_signed(
        wire,
        Call(
            method="POST",
            host_key=profile.exchange_host,
            path=SESSION_PATH,
            params={"identity_type": profile.identity_type},
            body=msgspec.json.encode(proof),
        ),
        tokens,
    )
    data = decode_as(_SESSION, envelope.payload, SessionData())
    if not isinstance(data.access_token, str) or not data.access_token:
        raise UnexpectedReplyError("a session exchange without a session")
    return replace(
        tokens,
        session_token=data.access_token,
        session_refresh_token=_text(data.refresh_token) or tokens.session_refresh_token,
        user_id=_text(data.user_id) or tokens.user_id,
        client_id=_text(data.client_id) or tokens.client_id,
        issued_at=wire.clock(),
    )


async def exchange_refresh_token(wire: Wire, tokens: Tokens) -> Tokens:
    """Return tokens with a new OAuth token, from the session's refresh token (EU)."""
    body = {"refreshToken": tokens.session_refresh_token, "proprietaryPlatform": "0"}
    envelope = await send_signed(
        wire,
        Call(
            method="PUT",
            host_key="ecarx_v1",
            path=SESSION_PATH,
            body=msgspec.json.encode(body),
        ),
        tokens,
        extra={"X-CLIENT-ID": tokens.client_id},
    )
    data = decode_as(_SESSION, envelope.payload, SessionData())
    if not isinstance(data.access_token, str) or not data.access_token:
        raise UnexpectedReplyError("a refresh-token exchange without a token")
    return replace(
        tokens,
        oauth_token=data.access_token,
        session_refresh_token=_text(data.refresh_token) or tokens.session_refresh_token,
        client_id=_text(data.client_id) or tokens.client_id,
    )


async def end_session(wire: Wire, tokens: Tokens) -> None:
    """End a session at the cloud; one that has already ended is fine."""
    call = Call(method="DELETE", host_key=PROFILES[tokens.region].exchange_host, path=SESSION_PATH)
    request = account_request(wire.signer, call, tokens, None)
    response = await wire.transport.send(replace(request, account=account_name(tokens)))
    envelope = open_envelope(response)
    code = envelope.code
    if code not in SUCCESS | EMPTY and CURES.get(code) is not Cure.RENEW_SESSION:
        raise error_of(code, envelope.message)


async def send_signed(
    wire: Wire, call: Call, tokens: Tokens, extra: Mapping[str, str] | None = None
) -> Envelope:
    """Send a call of the log-in itself: signed, without a session; again if only that was wrong."""
    for is_last in (False, True):
        request = _anonymous_request(wire.signer, call, tokens, extra)
        response = await wire.transport.send(replace(request, account=account_name(tokens)))
        envelope = open_envelope(response)
        code = envelope.code
        if code in SUCCESS:
            break
        cure = CURES.get(code)
        is_curable = cure is Cure.NEW_NONCE or (
            cure is Cure.FIX_CLOCK and wire.signer.adjust_clock(response)
        )
        if cure in (Cure.RENEW_SESSION, Cure.RENEW_ACCOUNT):
            raise AuthenticationError(f"the account's token was refused with {code}")
        if is_last or not is_curable:
            raise error_of(code, envelope.message)
    return envelope


def _anonymous_request(
    signer: Signer, call: Call, tokens: Tokens, extra: Mapping[str, str] | None
) -> Request:
    client_id = tokens.client_id if tokens.region is Region.INTL else ""
    return signer.ecarx(
        call, region=tokens.region, device_id=tokens.device_id, client_id=client_id, extra=extra
    )


def account_name(tokens: Tokens) -> str:
    """Return what names an account to the cloud; nothing during its log-in."""
    return f"{tokens.region.value}:{tokens.user_id}" if tokens.user_id else ""


def new_tokens(wire: Wire, region: Region) -> Tokens:
    """Return the tokens of a log-in under way: none yet, but an own device."""
    return Tokens(
        region=region,
        user_id="",
        session_token="",
        device_id=wire.signer.new_device_id(region),
        issued_at=wire.clock(),
    )


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
