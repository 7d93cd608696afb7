"""Which owed messages of one chat leave as one; pure.

What was held back, in quiet hours or because nothing could be sent, is one digest
(``alerts.delivery.bundled``). Besides that some news is only listed below another message:

- several *late* ones about security: below the most important of them;
- what *may have been told* by a process that was killed while it sent: information is listed below
  the chat's next message. What somebody waits for, and security, is sent again, marked;
- what has *expired* by then ("leave in 10 minutes"): only its number is told.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.delivery import ASKS, DIGEST, bundled
from alerts.models import Change, Delivery, Urgency

LATE = timedelta(minutes=20)
"""Older news says from when it is; so nothing from before a restored backup looks new."""

URGENCY_ORDER = {Urgency.SECURITY: 0, Urgency.NOTICE: 1, Urgency.INFO: 2}


def gather(deliveries: Sequence[Delivery], now: datetime) -> list[Delivery]:
    """Return the messages for one chat, the urgent first, each with what it lists (``also``)."""
    listed = [d for d in deliveries if _is_new(d) and (is_unsure(d) or is_expired(d, now))]
    rest = [d for d in deliveries if d not in listed]
    alarms = [d for d in rest if _is_new(d) and d.urgency is Urgency.SECURITY and is_late(d, now)]
    messages = bundled([d for d in rest if d not in alarms], now)
    messages = [replace(d, is_late=True) if _is_dated(d, now) else d for d in messages]
    if alarms:
        first, *others = [replace(d, is_late=True) for d in sorted(alarms, key=_rank)]
        messages.append(replace(first, also=tuple(others)))
    messages.sort(key=_rank)
    if listed:
        dated = [replace(d, is_expired=is_expired(d, now)) for d in listed]
        _list(messages, sorted(dated, key=lambda d: (d.is_expired, _rank(d))))
    return messages


def everything(messages: Sequence[Delivery]) -> list[Delivery]:
    """Return all the deliveries that these messages tell."""
    return [
        delivery
        for message in messages
        for delivery in (*(message.parts or (message,)), *message.also)
    ]


def is_unsure(delivery: Delivery) -> bool:
    """Return whether the chat may know it, and it is not worth a second sound."""
    is_awaited = delivery.urgency is Urgency.SECURITY or delivery.kind in ASKS
    return delivery.is_repeat and not is_awaited


def is_late(delivery: Delivery, now: datetime) -> bool:
    """Return whether it should have been told some time ago."""
    since = delivery.due_since or delivery.owed_since or delivery.at
    return now - since > LATE


def is_expired(delivery: Delivery, now: datetime) -> bool:
    """Return whether it helps nobody any more: its detail ``useful_until`` (ISO 8601) is past."""
    until = delivery.details.get("useful_until")
    return until is not None and datetime.fromisoformat(str(until)) <= now


def _list(messages: list[Delivery], listed: Sequence[Delivery]) -> None:
    """Put lines below a new message, else into one of their own, without a sound."""
    for place, message in enumerate(messages):
        if _is_new(message):
            messages[place] = replace(message, also=(*message.also, *listed))
            return
    first, *rest = listed
    messages.append(replace(first, is_silent=True, also=tuple(rest)))


def _is_new(delivery: Delivery) -> bool:
    return delivery.change is Change.OPENED and delivery.edits is None


def _is_dated(delivery: Delivery, now: datetime) -> bool:
    """Return whether its text has to say from when it is; a digest's lines do anyway."""
    return _is_new(delivery) and delivery.kind != DIGEST and is_late(delivery, now)


def _rank(delivery: Delivery) -> tuple[int, datetime]:
    return URGENCY_ORDER[delivery.urgency], delivery.at
