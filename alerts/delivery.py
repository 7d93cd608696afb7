"""What is told to a chat now, later or never: quiet hours, mutes and privacy; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.models import AlertSettings, Change, Delivery, Urgency

PRIVATE_DETAILS = frozenset({"latitude", "longitude", "distance_m"})
"""Keys of details that a group never sees."""

DIGEST = "digest"
"""Kind of a message that tells several held ones at once."""

ASKS = frozenset({"car_sharing_request", "share_request", "driver_question", "command_result"})
"""Kinds that wait for an answer."""

HELD_FOR = timedelta(minutes=20)  # what waited longer was held back, and may come in one message

STALE_AFTER: Mapping[Urgency, timedelta] = {
    Urgency.SECURITY: timedelta(hours=24),
    Urgency.NOTICE: timedelta(hours=18),  # survives a night of quiet hours
    Urgency.INFO: timedelta(hours=18),
}
"""After this a message says nothing useful any more, and it is dropped."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Send now (both empty), ``at`` a later moment, or never, for ``dropped`` reason."""

    at: datetime | None = None
    dropped: str | None = None


SEND_NOW = Decision()


def decide(delivery: Delivery, now: datetime) -> Decision:
    """Return when ``delivery`` is told; security is told at once unless it is muted.

    The end of an episode only ever edits the message of its beginning: without one it is dropped,
    and being an edit it makes no sound, so quiet hours do not hold it back.
    """
    if delivery.kind in delivery.settings.disabled:
        return Decision(dropped="disabled")
    if delivery.change is not Change.OPENED:
        return SEND_NOW if delivery.edits is not None else Decision(dropped="never_opened")
    owed_since = delivery.owed_since or delivery.at
    if now - owed_since > STALE_AFTER[delivery.urgency]:
        return Decision(dropped="too_old")
    if delivery.muted_until is not None and now < delivery.muted_until:
        return Decision(dropped="muted")
    if delivery.urgency is Urgency.SECURITY:
        return SEND_NOW
    quiet_end = end_of_quiet(delivery.settings, delivery.timezone, now)
    return SEND_NOW if quiet_end is None else Decision(at=quiet_end)


def end_of_quiet(settings: AlertSettings, timezone: str, now: datetime) -> datetime | None:
    """Return when the quiet hours that hold at ``now`` end, or ``None`` if it is not quiet.

    The hours are wall clock times of ``timezone`` and may pass midnight; equal times mean none.
    """
    start, end = settings.quiet_from, settings.quiet_until
    if start is None or end is None or start == end:
        return None
    local = now.astimezone(ZoneInfo(timezone))
    if not _is_within(local.time(), start, end):
        return None
    day = local.date() if local.time() < end else local.date() + timedelta(days=1)
    quiet_end = datetime.combine(day, end, tzinfo=local.tzinfo)
    return quiet_end.astimezone(now.tzinfo)


def bundled(of_chat: Sequence[Delivery], now: datetime) -> list[Delivery]:
    """Return a chat's deliveries with those that were held back in one digest, at their place.

    One alone is told as ever, and so is what asks for an answer: its buttons are worth a message.
    """
    held = [it for it in of_chat if _was_held(it, now)]
    if len(held) < 2:
        return list(of_chat)
    first = held[0]
    digest = replace(
        first,
        kind=DIGEST,
        at=now,
        details={},
        parts=tuple(sorted(held, key=lambda it: it.at)),
        is_repeat=any(it.is_repeat for it in held),
    )
    rest = [it for it in of_chat if it not in held]
    return [digest, *rest]


def _was_held(delivery: Delivery, now: datetime) -> bool:
    owed_since = delivery.owed_since or delivery.at
    return (
        delivery.change is Change.OPENED
        and delivery.kind not in ASKS
        and delivery.urgency is not Urgency.SECURITY
        and now - owed_since > HELD_FOR
    )


def without_private_details(delivery: Delivery) -> Delivery:
    """Return the delivery as its chat may see it: a group gets no place."""
    if not delivery.is_group:
        return delivery
    shown = {k: v for k, v in delivery.details.items() if k not in PRIVATE_DETAILS}
    parts = tuple(without_private_details(part) for part in delivery.parts)
    return replace(delivery, details=shown, parts=parts)


def _is_within(moment: time, start: time, end: time) -> bool:
    if start < end:
        return start <= moment < end
    return moment >= start or moment < end
