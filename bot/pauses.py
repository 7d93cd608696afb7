"""The pauses of the cloud's gate in the database."""

from collections.abc import Iterable
from datetime import datetime

from smartcloud.gate import Decide
from smartcloud.governor import Pause, Pauses, Place
from storage import pauses
from storage.database import Database


class StoredPauses:
    """What ``smartcloud.gate.Gate`` remembers, shared by all processes of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self) -> Pauses:
        """Return all pauses."""
        async with self._database.reading() as tx:
            return await pauses.get_pauses(tx)

    async def change(self, decide: Decide) -> None:
        """Store what a decision makes of the stored pauses, with no other writer between."""
        async with self._database.transaction() as tx:
            for pause in decide(await pauses.get_pauses(tx)):
                await pauses.save_pause(tx, pause)

    async def claim(self, pause: Pause, now: datetime) -> bool:
        """Store a probe's pause if the stored one is over, and say so."""
        async with self._database.transaction() as tx:
            return await pauses.claim_pause(tx, pause, now)

    async def end(self, places: Iterable[Place]) -> None:
        """Forget pauses."""
        async with self._database.transaction() as tx:
            await pauses.end_pauses(tx, places)
