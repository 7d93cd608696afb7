"""Pauses that the cloud asked for: one process alone may find out whether one is over."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.pauses import StoredPauses
from smartcloud.governor import Pause, Place, Scope, with_probe
from storage.cleanup import delete_expired

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
HOST = Place(scope=Scope.HOST, key="api.ecloudeu.com")
PAUSE = Pause(place=HOST, quiet_until=NOW, window=timedelta(minutes=8))


async def test_one_of_many_claims_what_is_over(database) -> None:
    store = StoredPauses(database)
    await store.change(lambda _: (PAUSE,))
    early = await store.claim(with_probe(PAUSE, NOW), NOW - timedelta(seconds=1))
    probe = with_probe(PAUSE, NOW)

    won = await asyncio.gather(*(store.claim(probe, NOW) for _ in range(8)))

    assert (early, sorted(won)) == (False, [False] * 7 + [True])
    assert await store.read() == {HOST: probe}


async def test_what_is_decided_rests_on_what_is_stored(database) -> None:
    store = StoredPauses(database)
    await store.change(lambda _: (PAUSE,))

    def longer(known):
        return tuple(
            Pause(place=it.place, quiet_until=it.quiet_until + it.window, window=it.window)
            for it in known.values()
        )

    await asyncio.gather(*(store.change(longer) for _ in range(5)))

    until = NOW + timedelta(minutes=40)
    assert await store.read() == {HOST: Pause(place=HOST, quiet_until=until, window=PAUSE.window)}
    await store.end([HOST])
    assert await store.read() == {}


async def test_forgotten_a_day_after_its_end(database) -> None:
    store = StoredPauses(database)
    await store.change(lambda _: (PAUSE,))

    async with database.transaction() as tx:
        await delete_expired(tx, NOW + timedelta(hours=24))
    kept = await store.read()
    async with database.transaction() as tx:
        await delete_expired(tx, NOW + timedelta(hours=24, seconds=1))

    assert kept == {HOST: PAUSE}
    assert await store.read() == {}
