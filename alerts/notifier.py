"""Sends what is owed: take, decide, send or edit, and store what became of it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

import structlog

from alerts.delivery import decide, without_private_details
from alerts.gathering import URGENCY_ORDER, everything, gather
from alerts.limiter import SendLimiter
from alerts.milestones import reached
from alerts.models import SEND_LEASE, Delivery, DeliveryState, SendResult
from alerts.ports import AlertSender, AlertStore, Clock, MaySend, SendError, Sleep

LONGEST_WAIT_S = 5.0
"""A chat that must wait longer gives its row back instead of keeping the lease."""

MAX_ATTEMPTS = 20
"""For a bug of ours; an outage lasts until the news is too old (``alerts.delivery``)."""

FIRST_RETRY = timedelta(seconds=5)
LONGEST_RETRY = timedelta(minutes=15)

MARGIN = timedelta(seconds=20)
"""Nothing leaves so shortly before its lease ends, for sending may take nearly that long (5 s to
connect, 10 s for the answer), and after the lease somebody else sends it again."""

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
    may_send: MaySend


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
    is_stopping: Callable[[], bool] = lambda: False,
) -> int:
    """Tell what is due, the urgent first, and return how many rows were taken.

    Chats are served side by side, one chat in order. Leases run by ``wall_clock``, all else by
    ``clock``; ``sleep`` waits real seconds; ``rng`` (best a ``SystemRandom``) makes the lease and
    the jitter. A call again at once is worth it while the returned number reaches ``limit``.
    Once ``is_stopping``, or when the lease is nearly over (the process was paused), what has not
    left is given back.
    """
    now, leased_at = clock(), wall_clock()
    lease_until = leased_at + SEND_LEASE
    deliveries = await store.take_pending(
        now,
        limit=limit,
        lease=f"{rng.getrandbits(64):016x}",
        lease_now=leased_at,
        lease_until=lease_until,
    )
    reached("delivery.claimed")
    due, results = _sorted_out(deliveries, now)
    if results:
        await store.record_sent(results)

    def may_send() -> bool:
        return not is_stopping() and wall_clock() < lease_until - MARGIN

    work = _Round(store, sender, clock, limiter, sleep, rng, may_send)
    chats = [_serve_chat(work, of_chat) for of_chat in _by_chat(due, now)]
    ended = await asyncio.gather(*chats, return_exceptions=True)  # one waits for the others
    for error in ended:
        if error is not None:
            raise error
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


def _by_chat(deliveries: Sequence[Delivery], now: datetime) -> list[list[Delivery]]:
    """Return the messages for each chat, the chat with the most urgent one first."""
    chats: dict[int, list[Delivery]] = {}
    for delivery in sorted(deliveries, key=lambda d: (URGENCY_ORDER[d.urgency], d.at)):
        chats.setdefault(delivery.chat_id, []).append(delivery)
    return [gather(of_chat, now) for of_chat in chats.values()]


async def _serve_chat(work: _Round, deliveries: Sequence[Delivery]) -> None:
    """Send one after the other; a chat that must wait, or is gone, gives back the rest."""
    for index, delivery in enumerate(deliveries):
        rest = deliveries[index:]
        wait_s = work.limiter.delay_s(delivery.chat_id, is_group=delivery.is_group)
        if wait_s > LONGEST_WAIT_S:
            at = work.clock() + timedelta(seconds=wait_s)
            await work.store.record_sent([_later(d, at, "limit") for d in everything(rest)])
            return
        await work.sleep(work.limiter.book(delivery.chat_id, is_group=delivery.is_group))
        if not work.may_send():
            now = work.clock()
            await work.store.record_sent([_later(d, now, "given_back") for d in everything(rest)])
            return
        result = await _send(work, delivery)
        if result is None:
            continue
        results = _shared(result)
        if result.chat_gone:
            gone = everything(rest[1:])
            results += [replace(_dead(d, "chat_gone"), chat_gone=True) for d in gone]
        await work.store.record_sent(results)
        reached("delivery.noted")
        if result.chat_gone:
            return


def _shared(result: SendResult) -> list[SendResult]:
    """Return what became of everything that a message told.

    What shares a message has none of its own: the end of one must not overwrite the others.
    """
    told = everything((result.delivery,))
    if len(told) > 1:
        result = replace(result, message_id=None)
    return [
        _dead(one, "expired")
        if one.is_expired and result.state is DeliveryState.SENT
        else replace(result, delivery=one)
        for one in told
    ]


async def _send(work: _Round, delivery: Delivery) -> SendResult | None:
    """Send one; ``None`` if it may have arrived: its lease ends and it comes back as a repeat."""
    reached("delivery.sending")
    try:
        message_id = await work.sender.send(_as_shown(delivery), work.may_send)
        reached("delivery.sent")
    except SendError as error:
        return _after_error(work, delivery, error)
    except Exception as error:  # one bad message must not stop the others
        log.exception("delivery_failed", kind=delivery.kind, error=type(error).__name__)
        return _dead(delivery, "failed") if delivery.attempt >= MAX_ATTEMPTS else None
    return SendResult(
        delivery=delivery,
        state=DeliveryState.SENT,
        message_id=message_id,
    )


def _as_shown(delivery: Delivery) -> Delivery:
    """Return the delivery, and what it lists, without what its chat may not see."""
    listed = tuple(map(without_private_details, delivery.also))
    return replace(without_private_details(delivery), also=listed)


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
