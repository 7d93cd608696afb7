"""Sends what is owed: take, decide, send or edit, and store what became of it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

import structlog

from alerts.delivery import bundled, decide, without_private_details
from alerts.limiter import SendLimiter
from alerts.models import SEND_LEASE, Delivery, DeliveryState, SendResult, Urgency
from alerts.ports import AlertSender, AlertStore, Clock, SendError, Sleep

LONGEST_WAIT_S = 5.0
"""A chat that must wait longer gives its row back instead of keeping the lease."""

MAX_ATTEMPTS = 20
FIRST_RETRY = timedelta(seconds=5)
LONGEST_RETRY = timedelta(minutes=15)

_URGENCY_ORDER = {Urgency.SECURITY: 0, Urgency.NOTICE: 1, Urgency.INFO: 2}

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Round:
    """The parts that one call of ``send_pending`` works with."""

    store: AlertStore
    sender: AlertSender
    clock: Clock
    limiter: SendLimiter
    sleep: Sleep
    rng: Random


async def send_pending(
    store: AlertStore,
    sender: AlertSender,
    clock: Clock,
    *,
    wall_clock: Clock,
    limiter: SendLimiter,
    sleep: Sleep,
    rng: Random,
    limit: int = 50,
) -> int:
    """Tell what is due, the urgent first, and return how many rows were taken.

    Chats are served side by side, one chat in order. Leases run by ``wall_clock``, all else by
    ``clock``; ``sleep`` waits real seconds; ``rng`` (best a ``SystemRandom``) makes the lease and
    the jitter. A call again at once is worth it while the returned number equals ``limit``.
    """
    now, leased_at = clock(), wall_clock()
    deliveries = await store.take_pending(
        now,
        limit=limit,
        lease=f"{rng.getrandbits(64):016x}",
        lease_now=leased_at,
        lease_until=leased_at + SEND_LEASE,
    )
    due, results = _sorted_out(deliveries, now)
    if results:
        await store.record_sent(results)
    work = _Round(store, sender, clock, limiter, sleep, rng)
    await asyncio.gather(*(_serve_chat(work, of_chat) for of_chat in _by_chat(due)))
    return len(deliveries)


def _sorted_out(
    deliveries: Sequence[Delivery], now: datetime
) -> tuple[list[Delivery], list[SendResult]]:
    """Split into what is sent now, and results for what is not."""
    due, results = [], []
    for delivery in deliveries:
        decision = decide(delivery, now)
        if decision.dropped is not None:
            results.append(_dead(delivery, decision.dropped))
        elif decision.at is not None:
            results.append(_later(delivery, decision.at, "quiet"))
        else:
            due.append(delivery)
    return due, results


def _by_chat(deliveries: Sequence[Delivery]) -> list[list[Delivery]]:
    """Return the deliveries of each chat, the chat with the most urgent one first."""
    chats: dict[int, list[Delivery]] = {}
    for delivery in sorted(deliveries, key=lambda d: (_URGENCY_ORDER[d.urgency], d.at)):
        chats.setdefault(delivery.chat_id, []).append(delivery)
    return list(chats.values())


async def _serve_chat(work: _Round, deliveries: Sequence[Delivery]) -> None:
    """Send one after the other; a chat that must wait, or is gone, gives back the rest."""
    messages = bundled(deliveries, work.clock())
    for index, delivery in enumerate(messages):
        rest = [part for message in messages[index:] for part in message.parts or (message,)]
        wait_s = work.limiter.delay_s(delivery.chat_id, is_group=delivery.is_group)
        if wait_s > LONGEST_WAIT_S:
            at = work.clock() + timedelta(seconds=wait_s)
            await work.store.record_sent([_later(d, at, "limit") for d in rest])
            return
        await work.sleep(work.limiter.book(delivery.chat_id, is_group=delivery.is_group))
        result = await _send(work, delivery)
        if result is None:
            continue
        results = _results(result)
        if result.chat_gone:
            left = rest[len(results) :]
            results += [replace(_dead(d, "chat_gone"), chat_gone=True) for d in left]
        await work.store.record_sent(results)
        if result.chat_gone:
            return


def _results(result: SendResult) -> list[SendResult]:
    """Return what became of each part of a digest.

    None of them has a message of its own: the end of one must not overwrite the others.
    """
    parts = result.delivery.parts
    if not parts:
        return [result]
    return [replace(result, delivery=part, message_id=None) for part in parts]


async def _send(work: _Round, delivery: Delivery) -> SendResult | None:
    """Send one; ``None`` if it may have arrived: its lease ends and it comes back as a repeat."""
    try:
        message_id = await work.sender.send(without_private_details(delivery))
    except SendError as error:
        return _after_error(work, delivery, error)
    except Exception as error:  # one bad message must not stop the others
        log.exception("delivery_failed", kind=delivery.kind, error=type(error).__name__)
        return _dead(delivery, "failed") if delivery.attempt >= MAX_ATTEMPTS else None
    return SendResult(delivery=delivery, state=DeliveryState.SENT, message_id=message_id)


def _after_error(work: _Round, delivery: Delivery, error: SendError) -> SendResult | None:
    log.info(
        "delivery_refused",
        kind=delivery.kind,
        attempt=delivery.attempt,
        temporary=error.temporary,
        maybe_sent=error.maybe_sent,
    )
    if error.chat_gone:
        return replace(_dead(delivery, "chat_gone"), chat_gone=True)
    if not error.temporary:
        return _dead(delivery, "refused")
    if delivery.attempt >= MAX_ATTEMPTS:
        return _dead(delivery, "gave_up")
    if error.maybe_sent:
        return None
    wait = retry_in(delivery.attempt, error.retry_after, work.rng.random())
    if error.retry_after is not None:
        work.limiter.block(delivery.chat_id, error.retry_after.total_seconds())
    return _later(delivery, work.clock() + wait, "temporary")


def retry_in(attempt: int, retry_after: timedelta | None, jitter: float) -> timedelta:
    """Return the wait after failed attempt number ``attempt``; ``jitter`` in [0, 1)."""
    grown = min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(attempt, 10))
    wait = grown * (0.5 + jitter / 2)
    return wait if retry_after is None else max(retry_after, FIRST_RETRY)


def _later(delivery: Delivery, at: datetime, reason: str) -> SendResult:
    return SendResult(delivery=delivery, state=DeliveryState.PENDING, reason=reason, retry_at=at)


def _dead(delivery: Delivery, reason: str) -> SendResult:
    return SendResult(delivery=delivery, state=DeliveryState.DEAD, reason=reason)
