"""Complete, signed requests: the headers of each service around the exact bytes that are sent."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from functools import cached_property
from uuid import UUID

from smartcloud.models import Region, Tokens, Vehicle
from smartcloud.regions import (
    GATEWAY_KEY,
    GATEWAY_SECRET,
    GATEWAY_USER_AGENT,
    INTL_LOGIN_APP_ID,
    PROFILES,
    ecarx_headers,
)
from smartcloud.signing import (
    GATEWAY_SIGNED_HEADERS,
    canonical_query,
    ecarx_signature,
    ecarx_string_to_sign,
    encoded,
    gateway_signature,
    gateway_string_to_sign,
    md5_base64,
)
from smartcloud.transport import Address, Clock, Request, Response

Entropy = Callable[[int], bytes]
_GATEWAY_TYPE = "application/json;charset=UTF-8"
_LARGEST_CLOCK_ERROR = timedelta(days=3)
_KEPT_HEADERS = 4096  # sessions come and go; memory should not


@dataclass(frozen=True, kw_only=True)  # no slots: the derived parts are kept beside the fields
class Call:
    """What is asked, before it is signed."""

    method: str
    host_key: str
    path: str  # percent-encoded, without query
    params: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_repeatable: bool = True

    @cached_property
    def query(self) -> str:
        """The query exactly as it is signed and sent."""
        return canonical_query(self.params)

    @cached_property
    def address(self) -> Address:
        """Where the call goes."""
        return Address.of(self.host_key, self.path, self.query)


class Signer:
    """Signs with one clock and one source of nonces; the same for all accounts."""

    def __init__(self, wall_clock: Clock, entropy: Entropy = secrets.token_bytes) -> None:
        self._wall_clock = wall_clock
        self._entropy = entropy
        self._clock_error = timedelta(0)
        self._headers: dict[tuple[str, ...], dict[str, str]] = {}

    def now_ms(self) -> int:
        """Return the cloud's time, as far as it is known, in epoch milliseconds."""
        return int((self._wall_clock() + self._clock_error).timestamp() * 1000)

    def adjust_clock(self, response: Response) -> bool:
        """Take over the cloud's time from an answer; return False if it tells none."""
        try:
            date = parsedate_to_datetime(response.headers.get("Date", ""))
        except (TypeError, ValueError):
            return False
        error = date.astimezone(UTC) - self._wall_clock()
        if abs(error) > _LARGEST_CLOCK_ERROR:
            return False
        self._clock_error = error
        return True

    def new_device_id(self, region: Region) -> str:
        """Return a random device identifier, kept for the life of a log-in."""
        return self._entropy(PROFILES[region].device_id_bytes).hex()

    def uuid(self) -> str:
        """Return a random UUID, version 4."""
        return str(UUID(bytes=self._entropy(16), version=4))

    def ecarx(
        self,
        call: Call,
        *,
        region: Region,
        device_id: str,
        client_id: str = "",
        authorization: str = "",
        vehicle: Vehicle | None = None,
        extra: Mapping[str, str] | None = None,
    ) -> Request:
        """Return a request to the vehicle platform, with the VIN-binding headers of a car."""
        profile = PROFILES[region]
        nonce = self.uuid().upper() if profile.has_uuid_nonce else self._entropy(8).hex()
        stamp = str(self.now_ms())
        text = ecarx_string_to_sign(
            method=call.method,
            path=call.path,
            query=call.query,
            body=call.body,
            nonce=nonce,
            timestamp_ms=stamp,
        )
        headers = {
            **self._fixed_headers(region, device_id, client_id, authorization, vehicle),
            "x-api-signature-nonce": nonce,
            "x-timestamp": stamp,
            "x-signature": ecarx_signature(profile.secret, text),
            **(extra or {}),
        }
        return _request(call, headers)

    def gateway(
        self, call: Call, *, id_token: str = "", extra: Mapping[str, str] | None = None
    ) -> Request:
        """Return a request to the INTL gateway; it is signed also where nobody checks it."""
        nonce, stamp_ms = self.uuid(), self.now_ms()
        date = format_datetime(datetime.fromtimestamp(stamp_ms / 1000, UTC), usegmt=True)
        digest = md5_base64(call.body) if call.body else ""
        text = gateway_string_to_sign(
            method=call.method,
            accept=_GATEWAY_TYPE,
            content_md5=digest,
            content_type=_GATEWAY_TYPE,
            date=date,
            key=GATEWAY_KEY,
            nonce=nonce,
            timestamp_ms=str(stamp_ms),
            resource=call.address.target,
        )
        headers = {
            "accept": _GATEWAY_TYPE,
            "content-type": _GATEWAY_TYPE,
            "date": date,
            "user-agent": GATEWAY_USER_AGENT,
            "ca_version": "1",
            "x-app-id": INTL_LOGIN_APP_ID,
            "x-ca-key": GATEWAY_KEY,
            "x-ca-nonce": nonce,
            "x-ca-timestamp": str(stamp_ms),
            "x-ca-signature-method": "HmacSHA256",
            "x-ca-signature-headers": GATEWAY_SIGNED_HEADERS,
            "x-ca-signature": gateway_signature(GATEWAY_SECRET, text),
            **({"content-md5": digest} if digest else {}),
            **({"Xs-Auth-Token": id_token} if id_token else {}),
            **(extra or {}),
        }
        return _request(call, headers)

    def _fixed_headers(
        self,
        region: Region,
        device_id: str,
        client_id: str,
        authorization: str,
        vehicle: Vehicle | None,
    ) -> dict[str, str]:
        """Return what stays the same for one session and car."""
        car = f"{vehicle.vin} {vehicle.mat_code}" if vehicle else ""
        key = (device_id, client_id, authorization, car)
        headers = self._headers.get(key)
        if headers is None:
            if len(self._headers) >= _KEPT_HEADERS:
                self._headers.clear()
            headers = self._headers[key] = ecarx_headers(region, device_id, client_id)
            if authorization:
                headers["authorization"] = authorization
            if vehicle is not None:
                headers |= _binding_headers(vehicle)
        return headers


def account_request(signer: Signer, call: Call, tokens: Tokens, vehicle: Vehicle | None) -> Request:
    """Return a platform request in the name of a logged-in account."""
    return signer.ecarx(
        call,
        region=tokens.region,
        device_id=tokens.device_id,
        client_id=tokens.client_id,
        authorization=tokens.session_token,
        vehicle=vehicle,
    )


def _binding_headers(vehicle: Vehicle) -> dict[str, str]:
    """The headers that make the cloud independent of the selected car."""
    headers = {"X-Vehicle-IDENTIFIER": vehicle.vin}
    if vehicle.mat_code:
        headers["X-VEHICLE-SERIES"] = headers["X-VEHICLE-MODEL"] = encoded(vehicle.mat_code)
    return headers


def _request(call: Call, headers: Mapping[str, str]) -> Request:
    return Request(
        method=call.method,
        address=call.address,
        headers=headers,
        body=call.body,
        is_repeatable=call.is_repeatable,
    )
