"""Who may do what with a car, and why not."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from family.models import BookingState, Member, MemberState, Role

COMES_EARLY = timedelta(minutes=30)
"""Rights that hang on a booking begin this long before it: the seat can be warm by then."""


class Refusal(StrEnum):
    """Why a person may not; to outsiders all of them sound the same."""

    NOT_A_MEMBER = "not_a_member"
    NOT_CONFIRMED = "not_confirmed"  # invited, but has not accepted
    PAUSED = "paused"
    REVOKED = "revoked"
    EXPIRED = "expired"
    TOO_EARLY = "too_early"  # the guest's booking is still to come
    ROLE_TOO_LOW = "role_too_low"
    NOT_YOUR_TURN = "not_your_turn"  # a young driver, and no booking of theirs runs


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
    while it is active, from its ``begins_at`` and before its ``expires_at``, whatever its role.
    """
    if required is Role.STRANGER:
        return _ALLOWED
    if member is None or member.role is Role.STRANGER:
        return Permission(allowed=False, reason=Refusal.NOT_A_MEMBER)
    if member.state is not MemberState.ACTIVE:
        return Permission(allowed=False, reason=_WITHOUT_RIGHTS[member.state])
    if member.expires_at is not None and now >= member.expires_at:
        return Permission(allowed=False, reason=Refusal.EXPIRED)
    if member.begins_at is not None and now < member.begins_at:
        return Permission(allowed=False, reason=Refusal.TOO_EARLY)
    if member.role < required:
        return Permission(allowed=False, reason=Refusal.ROLE_TOO_LOW)
    return _ALLOWED


def may_command(
    member: Member | None, required: Role, now: datetime, *, has_the_car: bool
) -> Permission:
    """Return whether ``member`` may command the car or be told where it stands.

    A young driver may while a booking of theirs runs; everybody else like anything else.
    """
    permission = may(member, required, now)
    if not permission.allowed or member is None or member.role is not Role.YOUNG_DRIVER:
        return permission
    if has_the_car:
        return permission
    return Permission(allowed=False, reason=Refusal.NOT_YOUR_TURN)


def guest_of(
    member: Member,
    state: BookingState | None,
    starts_at: datetime | None,
    ends_at: datetime | None,
) -> Member:
    """Return the guest with the times of the booking; without rights if that is none any more."""
    if member.state is not MemberState.ACTIVE:
        return member
    is_held = state in {BookingState.APPROVED, BookingState.ACTIVE}
    if starts_at is None or not is_held:
        return replace(member, state=MemberState.EXPIRED)
    return replace(member, begins_at=starts_at - COMES_EARLY, expires_at=ends_at)
