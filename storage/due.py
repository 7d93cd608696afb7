"""Which cars are due: a look that costs next to nothing, and the claim of those that are."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, exists, or_, select, update

from storage.tables import accounts, car_links, cars, chats, polls
from storage.transaction import Transaction

_NOW = polls.c.next_poll_at <= bindparam("now", type_=polls.c.next_poll_at.type)


async def is_any_due(tx: Transaction, now: datetime, *, lease: str, lease_now: datetime) -> bool:
    """Return whether ``claim`` would find a car; reads only, and nearly always only an index."""
    if await tx.connection.scalar(_ANY, {"now": now}) is None:
        return False
    moment = {"now": now, "lease": lease, "lease_now": lease_now, "limit": 1}
    return await tx.connection.scalar(_CHOICE, moment) is not None


async def claim(
    tx: Transaction,
    now: datetime,
    *,
    limit: int,
    lease: str,
    lease_now: datetime,
    lease_until: datetime,
) -> list[int]:
    """Claim due cars, the longest overdue first, and return their ids; another's are skipped."""
    claimed = await tx.connection.scalars(
        _CLAIM,
        {
            "now": now,
            "limit": limit,
            "lease": lease,
            "lease_now": lease_now,
            "lease_until": lease_until,
        },
    )
    return list(claimed.all())


async def free(tx: Transaction, now: datetime) -> None:
    """End all claims that still hold at ``now``; what their owners bring is refused then."""
    await tx.connection.execute(
        update(polls).where(polls.c.leased_until > now).values(lease=None, leased_until=None)
    )


def _choice() -> Select[Any]:
    """Return the query for cars to poll that somebody hears of and whose account is logged in."""
    listens = (
        exists()
        .where(car_links.c.car_id == polls.c.car_id)
        .where(chats.c.chat_id == car_links.c.chat_id, chats.c.paused_reason.is_(None))
    )
    return (
        select(polls.c.car_id)
        .join(cars, cars.c.car_id == polls.c.car_id)
        .join(accounts, accounts.c.account_id == cars.c.account_id)
        .where(
            _NOW,
            or_(
                polls.c.leased_until.is_(None),
                polls.c.leased_until <= bindparam("lease_now", type_=polls.c.leased_until.type),
                polls.c.lease == bindparam("lease"),
            ),
            cars.c.detached_at.is_(None),
            accounts.c.needs_login.is_(False),
            listens,
        )
        .order_by(polls.c.next_poll_at)
        .limit(bindparam("limit"))
    )


_ANY = select(polls.c.next_poll_at).where(_NOW).limit(1)
_CHOICE = _choice()
_CHOSEN = _choice().with_for_update(of=polls, skip_locked=True).cte("chosen")
_CLAIM = (
    update(polls)
    .where(polls.c.car_id.in_(select(_CHOSEN.c.car_id)))
    .values(lease=bindparam("lease"), leased_until=bindparam("lease_until"))
    .returning(polls.c.car_id)
)
