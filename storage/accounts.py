"""Accounts of Smart's cloud: their sealed tokens, and pauses before the next log-in."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update

from smartcloud.models import Region, Tokens
from storage.records import Account
from storage.tables import accounts, login_pauses
from storage.transaction import Transaction


async def save_account(
    tx: Transaction, *, chat_id: int, region: Region, tokens: Tokens, now: datetime
) -> Account:
    """Store a log-in; a chat has one account per region, and a new log-in replaces its tokens."""
    fresh = {
        "needs_login": False,
        "tokens": await tx.seal(accounts.c.tokens, chat_id, tokens, region.value),
        "quiet_until": None,
        "quiet_window_s": 0,
    }
    row = (
        await tx.connection.execute(
            tx.insert(accounts)
            .values(chat_id=chat_id, region=region.value, created_at=now, **fresh)
            .on_conflict_do_update(index_elements=["chat_id", "region"], set_=fresh)
            .returning(accounts)
        )
    ).one()
    return await _account_of(tx, row)


async def get_account(tx: Transaction, account_id: int) -> Account | None:
    """Return one account."""
    found = await _get(tx, accounts.c.account_id == account_id)
    return found[0] if found else None


async def get_account_of(tx: Transaction, chat_id: int, region: Region) -> Account | None:
    """Return a chat's account in a region."""
    found = await _get(tx, accounts.c.chat_id == chat_id, accounts.c.region == region.value)
    return found[0] if found else None


async def get_accounts_of(tx: Transaction, chat_id: int) -> tuple[Account, ...]:
    """Return a chat's accounts, oldest first."""
    return await _get(tx, accounts.c.chat_id == chat_id)


async def save_tokens(tx: Transaction, account_id: int, tokens: Tokens) -> None:
    """Store renewed tokens; whoever has new tokens need not log in."""
    row = (
        await tx.connection.execute(
            select(accounts.c.chat_id, accounts.c.region).where(accounts.c.account_id == account_id)
        )
    ).one_or_none()
    if row is None:
        return  # logged out while the renewal was on its way
    sealed = await tx.seal(accounts.c.tokens, row.chat_id, tokens, row.region)
    await _update(tx, account_id, {"tokens": sealed, "needs_login": False})


async def mark_needs_login(tx: Transaction, account_id: int) -> None:
    """Remember that only the person can help; its cars are not polled meanwhile."""
    await _update(tx, account_id, {"needs_login": True})


async def save_account_quiet(
    tx: Transaction, account_id: int, quiet_until: datetime | None, window_s: int
) -> None:
    """Remember that the cloud wants no log-in of this account before ``quiet_until``."""
    await _update(tx, account_id, {"quiet_until": quiet_until, "quiet_window_s": window_s})


async def delete_account(tx: Transaction, account_id: int) -> None:
    """Log out: the tokens and everything about the account's cars are deleted."""
    await tx.connection.execute(delete(accounts).where(accounts.c.account_id == account_id))


async def get_quiet(
    tx: Transaction, region: Region, email_digest: str
) -> tuple[datetime | None, int]:
    """Return until when an account name may not log in, and the window in seconds (0: none).

    ``email_digest`` is ``keyring.digest("email", address)``: the address is never stored.
    """
    row = (
        await tx.connection.execute(
            select(login_pauses).where(
                login_pauses.c.region == region.value,
                login_pauses.c.email_digest == email_digest,
            )
        )
    ).one_or_none()
    return (None, 0) if row is None else (row.quiet_until, row.window_s)


async def save_quiet(
    tx: Transaction,
    region: Region,
    email_digest: str,
    quiet_until: datetime | None,
    window_s: int,
) -> None:
    """Remember the back-off of an account name over restarts."""
    fresh = {"quiet_until": quiet_until, "window_s": window_s}
    await tx.connection.execute(
        tx.insert(login_pauses)
        .values(region=region.value, email_digest=email_digest, **fresh)
        .on_conflict_do_update(index_elements=["region", "email_digest"], set_=fresh)
    )


async def _get(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[Account, ...]:
    query = select(accounts).where(*conditions).order_by(accounts.c.account_id)
    rows = (await tx.connection.execute(query)).all()
    return tuple([await _account_of(tx, row) for row in rows])


async def _account_of(tx: Transaction, row: Row[Any]) -> Account:
    return Account(
        account_id=row.account_id,
        chat_id=row.chat_id,
        region=Region(row.region),
        needs_login=row.needs_login,
        tokens=await tx.unseal_optional(
            accounts.c.tokens, row.chat_id, row.tokens, Tokens, row.region
        ),
        quiet_until=row.quiet_until,
        quiet_window_s=row.quiet_window_s,
    )


async def _update(tx: Transaction, account_id: int, values: dict[str, Any]) -> None:
    await tx.connection.execute(
        update(accounts).where(accounts.c.account_id == account_id).values(values)
    )
