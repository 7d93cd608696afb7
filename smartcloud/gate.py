"""Every request passes here: it leaves, or the pause that the cloud asked for still lasts."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Protocol

from smartcloud.exceptions import PausedError
from smartcloud.governor import (
    PROBE_LASTS,
    Pause,
    Pauses,
    Place,
    Refusal,
    after_refusal,
    places_of,
    time_left,
    with_probe,
)

REREAD_AFTER_S = 1.0
"""So late a process learns of a pause that another one was told."""

Decide = Callable[[Pauses], tuple[Pause, ...]]


class PauseStore(Protocol):
    """Where pauses outlive a process; several processes may share it."""

    async def read(self) -> Pauses:
        """Return all pauses."""

    async def change(self, decide: Decide) -> None:
        """Store what ``decide`` makes of the stored pauses; nobody else writes meanwhile."""

    async def claim(self, pause: Pause, now: datetime) -> bool:
        """Store a probe's pause if the one stored is over, and say so: one alone may."""

    async def end(self, places: Iterable[Place]) -> None:
        """Forget pauses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """The right to send one request, which may be the one that ends pauses."""

    places: tuple[Place, ...]
    probed: frozenset[Place] = frozenset()


class Gate:
    """Keeps pauses for all requests of a process; ``digest`` hides who an account is."""

    def __init__(
        self,
        store: PauseStore,
        wall_clock: Callable[[], datetime],
        *,
        rng: Random,
        digest: Callable[[str], str],
    ) -> None:
        self._store = store
        self._clock = wall_clock
        self._rng = rng
        self._digest = digest
        self._pauses: dict[Place, Pause] = {}
        self._read_at_s: float | None = None
        self._reading = asyncio.Lock()

    async def enter(self, host: str, account: str) -> Pass:
        """Return the right to ask, or raise ``PausedError`` with the time that is left."""
        await self._refresh()
        places = places_of(host, self._digest(account) if account else "")
        self._require_no_pause(places)
        probed: set[Place] = set()
        for place in places:
            pause = self._pauses.get(place)
            if pause is None:
                continue
            now = self._clock()
            probe = with_probe(pause, now)
            if not await self._store.claim(probe, now):
                self._read_at_s = None
                raise PausedError(
                    "another request finds out whether the pause is over", PROBE_LASTS
                )
            self._pauses[place] = probe
            probed.add(place)
        return Pass(places=places, probed=frozenset(probed))

    async def require_open(self, hosts: Iterable[str]) -> None:
        """Raise ``PausedError`` if one of several hosts wants a pause; nothing is claimed."""
        await self._refresh()
        self._require_no_pause([place for host in hosts for place in places_of(host, "")])

    async def refused(self, granted: Pass, refusal: Refusal) -> timedelta | None:
        """Remember a refusal; return the time that is left, if it began a pause."""
        now, jitter = self._clock(), self._rng.random()
        made: tuple[Pause, ...] = ()

        def decide(stored: Pauses) -> tuple[Pause, ...]:
            nonlocal made
            made = after_refusal(
                stored, granted.places, refusal, now, probed=granted.probed, jitter=jitter
            )
            return made

        await self._store.change(decide)
        self._pauses |= {pause.place: pause for pause in made}
        return time_left(self._pauses, granted.places, now) or None

    async def answered(self, granted: Pass) -> None:
        """End the pauses that the request was to end; nothing to do for all others."""
        if granted.probed:
            await self._store.end(granted.probed)
            for place in granted.probed:
                self._pauses.pop(place, None)

    def _require_no_pause(self, places: Iterable[Place]) -> None:
        if left := time_left(self._pauses, places, self._clock()):
            raise PausedError("the cloud asked for a pause", left)

    async def _refresh(self) -> None:
        """Read what other processes were told, not more often than needed."""
        now_s = asyncio.get_running_loop().time
        async with self._reading:
            if self._read_at_s is None or now_s() - self._read_at_s >= REREAD_AFTER_S:
                self._pauses = dict(await self._store.read())
                self._read_at_s = now_s()
