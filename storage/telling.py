"""Episodes that begin, change and end, and the messages that are owed for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import update

from alerts.models import Change, EpisodeChange, PollOutcome, Urgency
from alerts.rules import least_role
from alerts.thresholds import variant_of
from storage import outbox
from storage.outages import OUTAGE, join_outage, leave_outage, outage_since
from storage.records import AudienceChat
from storage.tables import accounts, episodes
from storage.tables import outbox as outbox_table
from storage.transaction import Transaction


def listeners(audience: Iterable[AudienceChat], change: EpisodeChange) -> tuple[AudienceChat, ...]:
    """Return the chats that are told of a change.

    One that is meant for a person goes to their private chat; if that does not hear of the car, to
    every chat that does. Else somebody is told what their role lets them hear at that moment.
    """
    hearing = [
        chat
        for chat in audience
        if change.rule not in chat.settings.disabled
        and variant_of(change.rule, chat.settings) == change.variant
    ]
    if any(chat.chat_id == change.only_chat_id for chat in audience):
        return tuple(chat for chat in hearing if chat.chat_id == change.only_chat_id)
    least = least_role(change.rule)
    return tuple(chat for chat in hearing if chat.role >= least)


@dataclass(frozen=True, slots=True)
class Teller:
    """Episodes of one outcome, and who is told of them."""

    tx: Transaction
    outcome: PollOutcome
    audience: tuple[AudienceChat, ...]

    async def tell(self, change: EpisodeChange) -> None:
        """Store a change of an episode and owe it to who hears of it."""
        match change.change:
            case Change.OPENED:
                await self._open(change)
            case Change.UPDATED:
                await self._tell_again(change)
            case Change.CLOSED:
                await self._close(change)

    async def _open(self, change: EpisodeChange) -> None:
        """Begin an episode, unless it is open or was known before, and tell who wants to hear."""
        result = await self.tx.connection.execute(
            self.tx.insert(episodes)
            .values(
                car_id=self.outcome.car.car_id,
                rule=change.rule,
                key=change.key,
                episode=change.episode,
                urgency=change.urgency.value,
                opened_at=change.at,
            )
            .on_conflict_do_nothing()
        )
        if result.rowcount != 1:
            return
        if change.rule == OUTAGE:
            await join_outage(self.tx, self.outcome.car.region, self.outcome.polled_at)
        for chat in listeners(self.audience, change):
            await self._owe(chat.chat_id, change, None)

    async def _tell_again(self, change: EpisodeChange) -> None:
        """Have the messages of an episode show what is true now, without a sound."""
        for opening in await self._openings(change):
            await outbox.supersede(self.tx, opening.delivery_id)
            await self._owe(opening.chat_id, change, opening.delivery_id)

    async def _close(self, change: EpisodeChange) -> None:
        """End the open episode, and tell where its beginning was told."""
        episode = await self.tx.connection.scalar(
            update(episodes)
            .where(
                episodes.c.car_id == self.outcome.car.car_id,
                episodes.c.rule == change.rule,
                episodes.c.key == change.key,
                episodes.c.closed_at.is_(None),
            )
            .values(closed_at=change.at)
            .returning(episodes.c.episode)
        )
        if episode is None:
            return
        change = replace(change, episode=episode)
        for opening in await self._openings(change):
            await outbox.supersede(self.tx, opening.delivery_id)
            await self._owe(opening.chat_id, change, opening.delivery_id)
        if change.rule == OUTAGE:
            await leave_outage(self.tx, self.outcome.car.region)

    async def _openings(self, change: EpisodeChange) -> Sequence[Any]:
        """Return where the beginning of the episode was told, or is about to be."""
        opened = await self._identity(replace(change, change=Change.OPENED))
        return await outbox.find(
            self.tx, change.rule, change.key, outbox_table.c.identity == opened
        )

    async def _identity(self, change: EpisodeChange) -> str:
        """Return what a chat is told once: an outage once for all cars, an update each time."""
        car_id: int | None = self.outcome.car.car_id
        episode = change.episode
        if change.rule == OUTAGE:
            since = await outage_since(self.tx, self.outcome.car.region)
            car_id, episode = None, since.isoformat() if since is not None else episode
        if change.change is Change.UPDATED:
            episode = f"{episode}#{self.outcome.polled_at.timestamp():.0f}"
        return outbox.identity_of(change.rule, car_id, change.key, episode, change.change)

    async def _owe(self, chat_id: int, change: EpisodeChange, opening_id: int | None) -> None:
        await outbox.add(
            self.tx,
            chat_id=chat_id,
            car_id=self.outcome.car.car_id,
            kind=change.rule,
            key=change.key,
            identity=await self._identity(change),
            change=change.change,
            urgency=change.urgency,
            at=change.at,
            owed_since=self.outcome.polled_at,
            details=change.details,
            opening_id=opening_id,
        )


async def lose_session(tx: Transaction, outcome: PollOutcome) -> None:
    """Stop polling the account and say so, once until somebody logs in again."""
    row = (
        await tx.connection.execute(
            update(accounts)
            .where(
                accounts.c.account_id == outcome.car.account_id, accounts.c.needs_login.is_(False)
            )
            .values(needs_login=True)
            .returning(accounts.c.chat_id, accounts.c.region)
        )
    ).one_or_none()
    if row is None:
        return
    await outbox.add(
        tx,
        chat_id=row.chat_id,
        car_id=None,
        kind="session_lost",
        key=row.region,
        identity=outbox.identity_of(
            "session_lost", None, row.region, outcome.polled_at.isoformat(), Change.OPENED
        ),
        change=Change.OPENED,
        urgency=Urgency.NOTICE,
        at=outcome.polled_at,
        owed_since=outcome.polled_at,
        details={"region": row.region},
    )
