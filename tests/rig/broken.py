"""Deliveries that break a promise on purpose: what the rig has to find, or it finds nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from alerts.models import Delivery, DeliveryState, SendResult
from bot import service
from storage.episodes import AlertStoreSql


class Breakage(StrEnum):
    """Which promise is broken."""

    NONE = ""
    NOTED_BEFORE_SENT = "noted before sent"  # a kill in between loses an alert
    MARK_FORGOTTEN = "mark forgotten"  # what may have been told is told again as if it were new


class _NotedBeforeSent(AlertStoreSql):
    async def take_pending(
        self, now: datetime, *, limit: int, lease: str, lease_now: datetime, lease_until: datetime
    ) -> Sequence[Delivery]:
        taken = await super().take_pending(
            now, limit=limit, lease=lease, lease_now=lease_now, lease_until=lease_until
        )
        sent = [SendResult(delivery=it, state=DeliveryState.SENT, message_id=1) for it in taken]
        await super().record_sent(sent)
        return taken


class _MarkForgotten(AlertStoreSql):
    async def take_pending(
        self, now: datetime, *, limit: int, lease: str, lease_now: datetime, lease_until: datetime
    ) -> Sequence[Delivery]:
        taken = await super().take_pending(
            now, limit=limit, lease=lease, lease_now=lease_now, lease_until=lease_until
        )
        return [replace(it, is_repeat=False) for it in taken]


def break_store(breakage: Breakage) -> None:
    """Let this process, which is the rig's, keep its outbox in the wrong way."""
    match breakage:
        case Breakage.NOTED_BEFORE_SENT:
            service.AlertStoreSql = _NotedBeforeSent  # type: ignore[misc]
        case Breakage.MARK_FORGOTTEN:
            service.AlertStoreSql = _MarkForgotten  # type: ignore[misc]
