import asyncio
from collections import Counter

from bot.jobs import Job, Jobs

A_DAY_S = 86_400.0


async def test_jobs_tick_and_one_that_fails_stops_nobody():
    outcomes = Counter()
    enough = asyncio.Event()

    async def work():
        return None

    async def fail():
        raise RuntimeError("no")

    def count(name, is_well):
        outcomes[name, is_well] += 1
        if min(outcomes[row] for row in (("work", True), ("fail", False))) >= 3:
            enough.set()

    jobs = Jobs((Job("work", 0.01, work), Job("fail", 0.01, fail)), count)
    jobs.start()
    await asyncio.wait_for(enough.wait(), 5)
    await jobs.stop(1)

    assert set(outcomes) == {("work", True), ("fail", False)}


async def test_jobs_that_are_rare_run_once_at_the_start():
    ran = asyncio.Event()
    counted = []

    async def clean():
        ran.set()

    table = (Job("clean", A_DAY_S, clean, at_start=True), Job("later", A_DAY_S, clean))
    jobs = Jobs(table, lambda name, is_well: counted.append((name, is_well)))
    jobs.start()
    await asyncio.wait_for(ran.wait(), 5)
    await jobs.stop(1)

    assert counted == [("clean", True)]


async def test_jobs_stop_lets_what_runs_finish_but_not_for_ever():
    done = []

    async def work(seconds):
        await asyncio.sleep(seconds)
        done.append(seconds)

    table = (
        Job("short", A_DAY_S, lambda: work(0.05), at_start=True),
        Job("long", A_DAY_S, lambda: work(30), at_start=True),
    )
    jobs = Jobs(table, lambda name, is_well: None)
    jobs.start()
    await asyncio.sleep(0)
    await jobs.stop(0.3)

    assert done == [0.05]
