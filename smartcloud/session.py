"""The session of one account: sends calls and cures what can be cured without a person."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec

from smartcloud.auth import Keep, LogInAgain, PartnerToken, Wire, account_name, renew
from smartcloud.calls import Params, build_call
from smartcloud.codes import CURES, EMPTY, SUCCESS, Cure, error_of
from smartcloud.endpoints import Endpoint, endpoints
from smartcloud.envelope import Envelope, open_envelope
from smartcloud.exceptions import (
    AuthenticationError,
    CloudUnavailableError,
    CommandResultUnknownError,
    NotConnectedError,
    SmartCloudError,
    UnsupportedError,
)
from smartcloud.foreign import build_request
from smartcloud.models import Tokens, Vehicle
from smartcloud.regions import ecarx_host, other_ecarx_host
from smartcloud.signer import Call
from smartcloud.transport import Response

MAX_ATTEMPTS = 3
UNLINKED_AFTER = 3
"""So many calls in a row must answer 8040; it also appears once after a renewal."""

_SIDE_SERVICES = ("dcs", "other", "none")

BodyOf = Callable[[Tokens], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing to ask, through however many attempts."""

    endpoint: Endpoint
    until: float  # loop time at which patience ends
    vehicle: Vehicle | None = None
    params: Params | None = None
    body_of: BodyOf = lambda _tokens: b""
    is_command: bool = False
    is_selection: bool = False
    wants_selection: bool = False


class AccountSession:
    """Tokens, selected car and platform host per car; shared by all callers of one account."""

    def __init__(
        self,
        wire: Wire,
        tokens: Tokens,
        on_tokens: Keep,
        log_in_again: LogInAgain | None,
        partner: PartnerToken | None = None,
    ) -> None:
        self._partner = partner or PartnerToken(wire.secrets)
        self.wire = wire
        self.tokens = tokens
        self._on_tokens = on_tokens
        self._log_in_again = log_in_again
        self._renewal: asyncio.Task[None] | None = None
        self._refused = ""  # session token that nothing could renew
        self._selection = asyncio.Lock()
        self._selected = ""  # VIN
        self._hosts: dict[str, str] = {}  # VIN -> host key, where the series misleads
        self._calls: dict[tuple[str, ...], Call] = {}  # of plain questions
        self._unlinked: dict[str, int] = {}  # VIN -> answers 8040 in a row

    async def ask(self, ask: Ask) -> Envelope:
        """Return a successful answer, or raise the error of the code that is left."""
        if ask.wants_selection:
            async with self._selection:
                envelope = await self._attempts(ask, set())
        else:
            envelope = await self._attempts(ask, set())
        vin = ask.vehicle.vin if ask.vehicle else ""
        if envelope.code in SUCCESS | EMPTY:
            self._unlinked.pop(vin, None)
            return envelope
        raise self._error(envelope, ask, vin)

    async def _attempts(self, ask: Ask, used: set[Cure]) -> Envelope:
        """Return the answer that is left after every cure was tried at most once."""
        while True:
            if ask.wants_selection and ask.vehicle and self._selected != ask.vehicle.vin:
                chosen = await self._select(ask.vehicle, ask.until)
                if chosen.code not in SUCCESS:
                    return chosen
            tokens = self.tokens
            response, envelope = await self._send(ask, tokens)
            cure = _cure_of(envelope.code, ask.endpoint)
            if cure is Cure.NONE or cure in used or len(used) == MAX_ATTEMPTS - 1:
                return envelope
            used.add(cure)
            if not await self._is_cured(cure, ask, tokens, response):
                return envelope
            if cure in (Cure.SELECT, Cure.BINDING) and not ask.wants_selection:
                async with self._selection:
                    return await self._attempts(replace(ask, wants_selection=True), used)

    async def _is_cured(self, cure: Cure, ask: Ask, tokens: Tokens, response: Response) -> bool:
        vehicle = ask.vehicle
        match cure:
            case Cure.RENEW_SESSION | Cure.RENEW_ACCOUNT:
                await self._renew(tokens, ask.until, is_dead=cure is Cure.RENEW_ACCOUNT)
            case Cure.NEW_PARTNER_TOKEN:
                self._partner.forget()
            case Cure.FIX_CLOCK:
                return self.wire.signer.adjust_clock(response)
            case Cure.SELECT | Cure.BINDING:
                self._selected = ""
                return vehicle is not None and not ask.is_selection
            case Cure.OTHER_HOST:
                if vehicle is None:
                    return False
                self._hosts[vehicle.vin] = other_ecarx_host(self._host_of(vehicle))
        return True

    async def _send(self, ask: Ask, tokens: Tokens) -> tuple[Response, Envelope]:
        call = self._call(ask, tokens)
        bound = ask.vehicle if ask.endpoint.binds_vehicle else None
        request = build_request(
            self.wire.signer,
            ask.endpoint,
            call,
            tokens,
            bound,
            secrets=self.wire.secrets,
            partner_token=await self._partner_token(ask.endpoint),
        )
        try:
            response = await self.wire.transport.send(
                replace(request, account=account_name(tokens)),
                ask.until - asyncio.get_running_loop().time(),
            )
            envelope = open_envelope(response, may_be_list=ask.endpoint.signing in _SIDE_SERVICES)
        except NotConnectedError:
            raise
        except CloudUnavailableError as error:
            if ask.is_command:
                raise CommandResultUnknownError(
                    "the cloud did not say what became of it"
                ) from error
            raise
        return response, envelope

    def _call(self, ask: Ask, tokens: Tokens) -> Call:
        """Return the call of an attempt; a plain question is put together once per car."""
        vin = ask.vehicle.vin if ask.vehicle else ""
        host_key = self._host_of(ask.vehicle)
        body = ask.body_of(tokens)
        key = None if ask.params or body else (ask.endpoint.name, vin, host_key, tokens.user_id)
        call = self._calls.get(key) if key else None
        if call is None:
            call = build_call(
                ask.endpoint,
                tokens,
                vehicle=ask.vehicle,
                params=self._params(ask),
                body=body,
                host_key=host_key,
                is_repeatable=not ask.is_command,
            )
            if key:
                self._calls[key] = call
        return call

    def _params(self, ask: Ask) -> Params | None:
        """Return the parameters, with the company code that only the charging partner wants."""
        params = ask.params or {}
        if "{companyCodeId}" in ask.endpoint.path and "companyCodeId" not in params:
            return {**params, "companyCodeId": self.wire.secrets.need("dcs_company_code")}
        return ask.params

    async def _partner_token(self, endpoint: Endpoint) -> str:
        return await self._partner.get(self.wire) if endpoint.signing == "dcs" else ""

    async def _select(self, vehicle: Vehicle, until: float) -> Envelope:
        """Make a car the active one of this session; the caller holds the lock."""
        envelope = await self._attempts(
            Ask(
                endpoint=endpoints()["select_vehicle"],
                until=until,
                vehicle=vehicle,
                body_of=lambda tokens: _selection_body(vehicle, tokens),
                is_selection=True,
            ),
            set(),
        )
        if envelope.code in SUCCESS:
            self._selected = vehicle.vin
        return envelope

    async def _renew(self, seen: Tokens, until: float, *, is_dead: bool) -> None:
        """Renew once for all who wait; a waiter that gives up does not stop it."""
        if self.tokens.session_token != seen.session_token:
            return
        if self._refused == seen.session_token:
            raise AuthenticationError("the session has ended and cannot be renewed")
        if self._renewal is None or self._renewal.done():
            self._renewal = asyncio.create_task(self._climb(seen, is_dead=is_dead))
        try:
            async with asyncio.timeout_at(until):
                await asyncio.shield(self._renewal)
        except TimeoutError:
            raise CloudUnavailableError("the session is still being renewed") from None

    async def _climb(self, seen: Tokens, *, is_dead: bool) -> None:
        try:
            renewed = await renew(
                self.wire,
                seen,
                self._keep,
                is_account_token_dead=is_dead,
                log_in_again=self._log_in_again,
            )
        except AuthenticationError:
            self._refused = seen.session_token
            raise
        self._selected = ""
        await self._keep(renewed)

    async def _keep(self, tokens: Tokens) -> None:
        self.tokens = tokens
        await self._on_tokens(tokens)

    def _host_of(self, vehicle: Vehicle | None) -> str:
        moved = self._hosts.get(vehicle.vin) if vehicle else None
        return moved or ecarx_host(vehicle)

    def _error(self, envelope: Envelope, ask: Ask, vin: str) -> SmartCloudError:
        code = envelope.code
        if CURES.get(code) is Cure.BINDING:
            self._unlinked[vin] = self._unlinked.get(vin, 0) + 1
            if self._unlinked[vin] < UNLINKED_AFTER:
                return CloudUnavailableError("the cloud does not know this car just now")
        if code == "401" and ask.endpoint.signing in _SIDE_SERVICES:
            return UnsupportedError(f"{ask.endpoint.name} does not accept this account")
        return error_of(code, envelope.message, is_command=ask.is_command)


def _cure_of(code: str, endpoint: Endpoint) -> Cure:
    """Return the cure; HTTP 401 of a side service says nothing about the session."""
    if code == "401" and endpoint.signing in _SIDE_SERVICES:
        return Cure.NEW_PARTNER_TOKEN if endpoint.signing == "dcs" else Cure.NONE
    return CURES.get(code, Cure.NONE)


def _selection_body(vehicle: Vehicle, tokens: Tokens) -> bytes:
    body = {"vin": vehicle.vin, "sessionToken": tokens.session_token, "language": ""}
    return msgspec.json.encode(body)
