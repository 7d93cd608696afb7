"""Sharings: PROPOSED shapes throughout."""

from typing import Any

from smartcloud.models import (
    AcceptorCheck,
    ShareableCar,
    SharedCarStatus,
    Sharing,
    SharingDecision,
    SharingLimits,
    SharingStatus,
)
from smartcloud.parsing.converters import text, time_of_ms, truth
from smartcloud.parsing.reading import Reader, arcsecond_position, inside, percent

_STATUSES = {status.value: status for status in SharingStatus}
_LOCKED = {"0": False, "1": True, "2": True}


def _rights(raw: Any) -> tuple[str, ...] | None:
    rights = (text(right) for right in raw) if isinstance(raw, list) else ()
    return tuple(right for right in rights if right) or None


_sharing = Reader(
    Sharing,
    needs=("sharing_id", "vin", "status", "owner_user_id"),
    sharing_id=("sharingId", text),
    vin=("vin", text),
    status=("status", lambda raw: _STATUSES.get(text(raw) or "", SharingStatus.UNKNOWN)),
    owner_user_id=("ownerUserId", lambda raw: text(raw) or ""),
    acceptor_user_id=("acceptorUserId", text),
    acceptor_name=("acceptorName", text),
    starts_at=("startTime", time_of_ms),
    ends_at=("endTime", time_of_ms),
    rights=("rights", _rights),
)
parse_shareable_car = Reader(
    ShareableCar,
    needs=("vin",),
    vin=("vin", text),
    name=("modelName", text),
    plate=("plateNo", text),
    is_shareable=("shareable", truth),
)
parse_shared_status = Reader(
    SharedCarStatus,
    needs=("vin",),
    vin=("vin", text),
    state_of_charge_percent=("chargeLevel", percent),
    is_locked=("centralLockingStatus", lambda raw: _LOCKED.get(text(raw) or "")),
    position=("position", arcsecond_position),
)
parse_acceptor_check = Reader(
    AcceptorCheck, is_eligible=("eligible", truth), reason=("reason", text)
)
parse_limits = Reader(SharingLimits, ends_at=("maxEndTime", time_of_ms), rights=("rights", _rights))


def parse_sharing(raw: Any) -> Sharing | None:
    """Return one sharing; its acceptor may be known by the account only."""
    if not isinstance(raw, dict):
        return None
    return _sharing({**raw, "acceptorName": raw.get("acceptorName") or raw.get("acceptorAccount")})


def parse_sharings(raw: Any) -> tuple[Sharing, ...]:
    """Return sharings, each id once."""
    listed = inside(raw, "list") if isinstance(raw, dict) else raw
    found = (parse_sharing(entry) for entry in listed) if isinstance(listed, list) else ()
    return tuple({one.sharing_id: one for one in found if one}.values())


def parse_decision(raw: Any) -> SharingDecision:
    """Return whether a sharing has been decided."""
    return SharingDecision(
        is_finished=truth(inside(raw, "finished")), sharing=parse_sharing(inside(raw, "sharing"))
    )
