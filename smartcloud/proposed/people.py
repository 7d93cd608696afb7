"""PROPOSED bodies of member, PIN, invitations, grants and keys."""

from typing import Any

Body = dict[str, Any]


def pin(digest: str) -> Body:
    """Return the body that carries a PIN's digest; whether the cloud wants one is unknown."""
    return {"pin": digest}


def pin_switch(digest: str, *, is_enabled: bool) -> Body:
    """Return the body that switches the PIN on or off."""
    return {"enabled": is_enabled, "pin": digest}


def invitation(vin: str, account: str, role: str) -> Body:
    """Return the body that invites somebody as a member."""
    return {"vin": vin, "account": account, "role": role}


def notification_switch(kind: str, *, is_enabled: bool) -> Body:
    """Return the body that switches one kind of message."""
    return {"type": kind, "enabled": is_enabled}


def grant_query(vin: str, service_code: str = "") -> Body:
    """Return the body that asks for grants of a car."""
    return {"vin": vin, "serviceCode": service_code} if service_code else {"vin": vin}


def key(key_id: str) -> Body:
    """Return the body that names one digital key."""
    return {"keyId": key_id}


def owned_car(vin: str, nickname: str, plate: str) -> Body:
    """Return the body that names a car as its owner does."""
    return {"vin": vin, "vehicleNickname": nickname, "licensePlateNumber": plate}
