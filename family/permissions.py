"""Who may do what with a car, and why not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from family.models import Member, MemberState, Role


class Refusal(StrEnum):
    """Why a person may not; to outsiders all of them sound the same."""

    NOT_A_MEMBER = "not_a_member"
    NOT_CONFIRMED = "not_confirmed"  # invited, but has not accepted
    PAUSED = "paused"
    REVOKED = "revoked"
    EXPIRED = "expired"
    ROLE_TOO_LOW = "role_too_low"


@dataclass(frozen=True, slots=True)
class Permission:
    """The answer; ``reason`` is set exactly if it is no."""

    allowed: bool
    reason: Refusal | None = None


_ALLOWED = Permission(allowed=True)
_WITHOUT_RIGHTS = {
    MemberState.INVITED: Refusal.NOT_CONFIRMED,
    MemberState.PAUSED: Refusal.PAUSED,
    MemberState.REVOKED: Refusal.REVOKED,
    MemberState.EXPIRED: Refusal.EXPIRED,
}


def may(member: Member | None, required: Role, now: datetime) -> Permission:
    """Return whether ``member`` has at least the role ``required`` at ``now``.

    ``Role.STRANGER`` is required of nobody: help is for everyone. A membership gives rights only
    while it is active and before its ``expires_at``, whatever its role.
    """
    if required is Role.STRANGER:
        return _ALLOWED
    if member is None or member.role is Role.STRANGER:
        return Permission(allowed=False, reason=Refusal.NOT_A_MEMBER)
    if member.state is not MemberState.ACTIVE:
        return Permission(allowed=False, reason=_WITHOUT_RIGHTS[member.state])
    if member.expires_at is not None and now >= member.expires_at:
        return Permission(allowed=False, reason=Refusal.EXPIRED)
    if member.role < required:
        return Permission(allowed=False, reason=Refusal.ROLE_TOO_LOW)
    return _ALLOWED
