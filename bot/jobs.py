"""Periodic jobs: the scheduler only ticks, what is due is decided elsewhere."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from storage.exceptions import DatabaseError

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is done again and again, never twice at a time."""

    name: str
    every_s: float  # real seconds
    run: Callable[[], Awaitable[object]]
    at_start: bool = False  # for what happens so seldom that a process may not live to see it


class Jobs:
    """Runs a table of jobs."""

    def __init__(self, table: Sequence[Job], count: Callable[[str, bool], None]) -> None:
        """``count`` is told each run's name and whether it went well."""
        self._table = table
        self._count = count
        self._running: set[asyncio.Task[object]] = set()
        self._first_runs: set[asyncio.Task[None]] = set()
        self._failing: set[str] = set()
        self._extra_runs: set[asyncio.Task[None]] = set()
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Begin to tick."""
        for job in self._table:
            if job.at_start:
                self._first_runs.add(asyncio.ensure_future(self._run(job)))
            self._scheduler.add_job(
                self._run,
                "interval",
                seconds=job.every_s,
                args=(job,),
                id=job.name,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        self._scheduler.start()

    def run_soon(self, name: str) -> None:
        """Run a job now, beside its rhythm; it has to bear being called while it runs."""
        job = next(job for job in self._table if job.name == name)
        task = asyncio.ensure_future(self._run(job))
        self._extra_runs.add(task)
        task.add_done_callback(self._extra_runs.discard)

    async def stop(self, seconds: float) -> None:
        """Start nothing more and let what runs finish."""
        if self._scheduler.running:
            self._scheduler.pause()
            if self._running:
                await asyncio.wait(self._running, timeout=seconds)
            self._scheduler.shutdown(wait=False)

    async def _run(self, job: Job) -> None:
        task = asyncio.ensure_future(job.run())
        self._running.add(task)
        try:
            await task
        except DatabaseError:  # which the database has told itself, once for all jobs
            self._count(job.name, False)
        except Exception as error:  # one bad run must not end the ticking
            self._count(job.name, False)
            if job.name not in self._failing:
                self._failing.add(job.name)
                log.error("job_failing", job=job.name, exc_info=error)
        else:
            self._count(job.name, True)
            if job.name in self._failing:
                self._failing.discard(job.name)
                log.info("job_works_again", job=job.name)
        finally:
            self._running.discard(task)
