"""What can be asked and told in the name of one account."""

import asyncio
from collections.abc import Mapping
from typing import Any

import msgspec

from smartcloud.auth import end_session
from smartcloud.calls import Params
from smartcloud.codes import EMPTY
from smartcloud.commands import ArgumentValue, build_bodies, command_of
from smartcloud.endpoints import Endpoint, endpoints
from smartcloud.envelope import Envelope, decode
from smartcloud.exceptions import CloudUnavailableError, CommandRejectedError, UnsupportedError
from smartcloud.models import (
    ChargeLimit,
    CommandReceipt,
    DcCharging,
    Sharing,
    StateFlags,
    Tokens,
    Vehicle,
    VehicleStatus,
)
from smartcloud.parsing import (
    parse_charge_limit,
    parse_receipt,
    parse_state_flags,
    parse_status,
    parse_vehicles,
)
from smartcloud.parsing.records import parse_dc_charging
from smartcloud.parsing.sharings import parse_sharings
from smartcloud.services import (
    Care,
    ChargingService,
    Identity,
    Keys,
    OlderSharing,
    People,
    Places,
    SharingService,
    Stations,
    Trips,
)
from smartcloud.session import AccountSession, Ask
from smartcloud.transport import REQUEST_TIMEOUT_S

INTERACTIVE_TIMEOUT_S = 10.0
"""Patience of a person who waits in a chat."""


class CloudAccount:
    """One account; safe to share between poller and conversation.

    Every method raises only ``SmartCloudError`` (and what ``on_tokens`` raises). ``timeout_s`` is
    the patience for the whole call, its repeats included.
    """

    def __init__(self, session: AccountSession) -> None:
        self._session = session
        self.trips = Trips(self)
        self.charging = ChargingService(self)
        self.places = Places(self)
        self.care = Care(self)
        self.sharing = SharingService(self)
        self.older_sharing = OlderSharing(self)
        self.keys = Keys(self)
        self.people = People(self)
        self.identity = Identity(self)
        self.stations = Stations(self)

    @property
    def tokens(self) -> Tokens:
        """The newest tokens."""
        return self._session.tokens

    async def get_vehicles(self, *, timeout_s: float = REQUEST_TIMEOUT_S) -> tuple[Vehicle, ...]:
        """Return all cars that the account sees, shared ones included."""
        envelope = await self._get("vehicle_list", None, timeout_s)
        return parse_vehicles(envelope.payload, self.tokens.region)

    async def get_status(
        self, vehicle: Vehicle, *, timeout_s: float = REQUEST_TIMEOUT_S
    ) -> VehicleStatus:
        """Return the newest snapshot that the cloud holds; it never wakes the car."""
        envelope = await self._get("vehicle_status", vehicle, timeout_s)
        if envelope.code in EMPTY:
            raise CloudUnavailableError("the cloud has no snapshot of this car now")
        return parse_status(envelope.payload, vehicle, self._session.wire.clock())

    async def get_charge_limit(
        self, vehicle: Vehicle, *, timeout_s: float = REQUEST_TIMEOUT_S
    ) -> ChargeLimit:
        """Return the charging target."""
        return parse_charge_limit((await self._get("charge_limit", vehicle, timeout_s)).payload)

    async def get_dc_charging(
        self, vehicle: Vehicle, *, timeout_s: float = REQUEST_TIMEOUT_S
    ) -> DcCharging:
        """Return the direct current of a #5, whose snapshot lacks it."""
        return parse_dc_charging(decode((await self._get("dc_charge", vehicle, timeout_s)).payload))

    async def get_state_flags(
        self, vehicle: Vehicle, *, timeout_s: float = REQUEST_TIMEOUT_S
    ) -> StateFlags:
        """Return the feature flags of a car."""
        return parse_state_flags((await self._get("vehicle_state", vehicle, timeout_s)).payload)

    async def get_sharings(
        self, vehicle: Vehicle, *, timeout_s: float = REQUEST_TIMEOUT_S
    ) -> tuple[Sharing, ...]:
        """Return the sharings of a car (PROPOSED shape)."""
        envelope = await self._get("sharings_of_car", vehicle, timeout_s)
        return parse_sharings(decode(envelope.payload))

    async def decide_sharing(
        self,
        vehicle: Vehicle,
        sharing_id: str,
        approve: bool,
        *,
        timeout_s: float = REQUEST_TIMEOUT_S,
    ) -> None:
        """Approve or decline a request for a car (PROPOSED shape)."""
        name = "accept_sharing" if approve else "reject_sharing"
        body = {"sharingId": sharing_id} if approve else {"sharingId": sharing_id, "reason": ""}
        await self.call(name, vehicle=vehicle, body=body, timeout_s=timeout_s)

    async def send_command(
        self,
        vehicle: Vehicle,
        name: str,
        arguments: Mapping[str, ArgumentValue] | None = None,
        *,
        timeout_s: float = INTERACTIVE_TIMEOUT_S,
    ) -> CommandReceipt:
        """Send a command, at most once; accepted by the cloud is not yet done by the car.

        Raises ``CommandRejectedError`` (``CommandBusyError`` if the car still works on another),
        ``CommandResultUnknownError`` if it left and no answer came, ``NotConnectedError`` if it
        cannot have left, ``InvalidArgumentError`` and ``UnsupportedError`` before anything is sent.
        """
        wire = self._session.wire
        endpoint = _endpoint(command_of(name).form_for(vehicle).endpoint)
        bodies = build_bodies(
            name,
            arguments or {},
            vehicle=vehicle,
            user_id=self.tokens.user_id,
            timestamp_ms=wire.signer.now_ms(),
        )
        session_id = ""
        for body in bodies:
            envelope = await self._ask(
                endpoint,
                vehicle=vehicle,
                body=body,
                timeout_s=timeout_s,
                is_command=True,
            )
            receipt = parse_receipt(envelope.payload)
            if envelope.code in EMPTY or receipt.is_refused or envelope.is_denied:
                raise CommandRejectedError("the cloud refused the command", receipt.reason)
            session_id = receipt.session_id
        return CommandReceipt(command=name, accepted_at=wire.clock(), session_id=session_id)

    async def call(
        self,
        endpoint_name: str,
        *,
        params: Params | None = None,
        body: Any = None,
        vehicle: Vehicle | None = None,
        timeout_s: float = REQUEST_TIMEOUT_S,
    ) -> Any:
        """Return what any catalogued endpoint answers, decoded; ``None`` where it has no data."""
        envelope = await self._ask(
            _endpoint(endpoint_name),
            vehicle=vehicle,
            params=params,
            body=b"" if body is None else msgspec.json.encode(body),
            timeout_s=timeout_s,
        )
        return decode(envelope.payload)

    async def log_out(self) -> None:
        """End the session at the cloud; the tokens are worthless afterwards."""
        await end_session(self._session.wire, self.tokens)

    async def _get(self, name: str, vehicle: Vehicle | None, timeout_s: float) -> Envelope:
        return await self._ask(_endpoint(name), vehicle=vehicle, timeout_s=timeout_s)

    async def _ask(
        self,
        endpoint: Endpoint,
        *,
        vehicle: Vehicle | None,
        timeout_s: float,
        params: Params | None = None,
        body: bytes = b"",
        is_command: bool = False,
    ) -> Envelope:
        return await self._session.ask(
            Ask(
                endpoint=endpoint,
                until=asyncio.get_running_loop().time() + timeout_s,
                vehicle=vehicle,
                params=params,
                body_of=lambda _tokens: body,
                is_command=is_command,
                wants_selection=is_command or endpoint.needs_selection,
            )
        )


def _endpoint(name: str) -> Endpoint:
    endpoint = endpoints().get(name)
    if endpoint is None:
        raise UnsupportedError(f"no such endpoint: {name}")
    return endpoint
