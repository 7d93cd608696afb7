"""Where alerts are kept: ``alerts.ports.AlertStore`` on the database."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from alerts.models import Change, Delivery, PollOutcome, SendResult, Urgency, WatchedCar
from storage import due, outbox, owed, polls
from storage.database import Database
from storage.late import Late
from storage.outbox import get_deliveries_of
from storage.transaction import Transaction

__all__ = ["AlertStoreSql", "add_delivery", "get_deliveries_of"]


class AlertStoreSql:
    """Cars, episodes and the outbox; every method is one transaction.

    One that the database breaks off is done again: a claim finds what its own lease has claimed
    already, and a result whose lease is no longer the row's changes nothing. Results that it does
    not take for longer are kept, and stored before the next claim.
    """

    def __init__(self, database: Database) -> None:
        """Any number of processes may use the same database."""
        self._database = database
        self._outcomes = Late[PollOutcome](database, polls.record)
        self._results = Late[SendResult](database, outbox.record_sent)

    async def take_due_cars(
        self, now: datetime, *, limit: int, lease: str, lease_now: datetime, lease_until: datetime
    ) -> Sequence[WatchedCar]:
        """Claim cars whose poll is due and that nobody else has claimed.

        This is asked every second and nearly always for nothing, so it looks before it writes.
        """
        await self.catch_up()
        is_any_due = await self._database.run(
            lambda tx: due.is_any_due(tx, now, lease=lease, lease_now=lease_now), reads_only=True
        )
        if not is_any_due:
            return ()
        return await self._database.run(
            lambda tx: polls.take_due_cars(
                tx,
                now,
                limit=limit,
                lease=lease,
                lease_now=lease_now,
                lease_until=lease_until,
            )
        )

    async def catch_up(self) -> None:
        """Store what was kept; raise ``DatabaseUnavailableError`` if that is still impossible."""
        await self._outcomes.catch_up()
        await self._results.catch_up()

    async def free_polls(self, now: datetime) -> None:
        """End the claims of a process that was killed; a living one may ask once for nothing."""
        await self._database.run(lambda tx: due.free(tx, now))

    async def record(self, outcomes: Sequence[PollOutcome]) -> None:
        """Store status, rule states, episodes, outbox rows and due times together."""
        await self._outcomes.store(outcomes)

    async def take_pending(
        self, now: datetime, *, limit: int, lease: str, lease_now: datetime, lease_until: datetime
    ) -> Sequence[Delivery]:
        """Move due outbox rows to *sending*; rows of an expired lease come marked as repeats.

        Like the look for cars it is asked often for nothing: it looks before it writes.
        """
        await self.catch_up()
        is_any_due = await self._database.run(
            lambda tx: owed.is_any_due(tx, now, lease=lease, lease_now=lease_now),
            reads_only=True,
        )
        if not is_any_due:
            return ()
        return await self._database.run(
            lambda tx: outbox.take_pending(
                tx,
                now,
                limit=limit,
                lease=lease,
                lease_now=lease_now,
                lease_until=lease_until,
            )
        )

    async def record_sent(self, results: Sequence[SendResult]) -> None:
        """Store what became of each; a result of another lease is dropped."""
        await self._results.store(results)


async def add_delivery(
    tx: Transaction,
    *,
    chat_id: int,
    car_id: int | None,
    kind: str,
    key: str,
    change: Change,
    urgency: Urgency,
    at: datetime,
    details: Mapping[str, str | float],
    episode: str | None = None,
    opening_id: int | None = None,
    edits: int | None = None,
) -> bool:
    """Owe a chat something that is not from a poll; False if it is owed or told already.

    ``episode`` tells several things about one key apart; ``opening_id`` is the delivery whose
    message this one edits, once it was sent.
    """
    return await outbox.add(
        tx,
        chat_id=chat_id,
        car_id=car_id,
        kind=kind,
        key=key,
        identity=outbox.identity_of(kind, car_id, key, key if episode is None else episode, change),
        change=change,
        urgency=urgency,
        at=at,
        owed_since=at,
        details=details,
        opening_id=opening_id,
        edits=edits,
    )
