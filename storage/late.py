"""What the database did not take in time: kept in memory, and stored before anything is claimed.

A message that was sent must not be sent again because the database was locked, or its disk full,
when that was to be noted; what a car told must not be lost. A process that is killed meanwhile
loses this, as it loses what it was doing (ADR 13).
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

import structlog

from storage.database import Database
from storage.exceptions import DatabaseUnavailableError
from storage.transaction import Transaction

T = TypeVar("T")

log = structlog.get_logger(__name__)


class Late(Generic[T]):
    """Stores results, at once or as soon as the database works again; none is stored twice."""

    def __init__(
        self, database: Database, store: Callable[[Transaction, Sequence[T]], Awaitable[None]]
    ) -> None:
        """``store`` has to lead to the same when it is done twice."""
        self._database = database
        self._store = store
        self._kept: list[T] = []
        self._catching_up = asyncio.Lock()

    async def store(self, results: Sequence[T]) -> None:
        """Store, or keep what the database does not take now; older ones go first."""
        if not self._kept:
            try:
                await self._database.run(lambda tx: self._store(tx, results))
            except DatabaseUnavailableError:
                pass
            else:
                return
        self._kept += results

    async def catch_up(self) -> None:
        """Store what was kept; raise ``DatabaseUnavailableError`` if that is still impossible.

        One by one: what cannot be stored for a reason of its own is dropped, as it would have been.
        """
        if not self._kept and not self._catching_up.locked():
            return
        async with self._catching_up:
            while self._kept:
                await self._store_one(self._kept[0])
                del self._kept[0]

    async def _store_one(self, result: T) -> None:
        try:
            await self._database.run(lambda tx: self._store(tx, [result]))
        except DatabaseUnavailableError:
            raise
        except Exception as error:  # a bug of ours must not keep everything else back for ever
            log.exception("late_result_dropped", error=type(error).__name__)
