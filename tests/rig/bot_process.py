"""One process of the bot as it is killed by the rig: the program's own service, on quick clocks.

The rig forks most of them from a process that has imported everything, which is quicker; some are
started from nothing, as a host does.
"""

import asyncio
import logging
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import structlog

from alerts import milestones
from alerts.schedule import Pace
from bot import service
from bot.app import Clocks
from bot.service import Part
from bot.settings import Settings
from tests.rig.broken import Breakage, break_store

TOKEN = "1000000001:demo-token-for-the-local-stand-in"
PACE = Pace(status=timedelta(seconds=8), sharing=timedelta(days=1))  # of the quick clock


@dataclass(frozen=True, slots=True)
class QuickClock:
    """Runs ``speed`` times as fast as the wall's since ``began`` (Unix time), in every process."""

    began: float
    speed: float

    def now(self) -> datetime:
        """Return the quick time."""
        passed = (time.time() - self.began) * self.speed
        return datetime.fromtimestamp(self.began + passed, UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait for quick seconds."""
        await asyncio.sleep(seconds / self.speed)

    def clocks(self) -> Clocks:
        """Return both clocks of a process."""
        return Clocks(
            world=self.now,
            people=self.now,
            sleep=self.sleep,
            tick_s=0.25,
            pace=PACE,
            people_speed=self.speed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a process is to do, and where it dies."""

    url: str  # of both stand-ins
    folder: str
    database_url: str
    clock: QuickClock
    is_polling: bool  # receives updates too; else it is a second worker
    kill_at: str = ""
    breakage: Breakage = Breakage.NONE

    def settings(self) -> Settings:
        """Return the settings, none of them from the environment."""
        return Settings(
            bot_token=TOKEN,
            bot_api_url=self.url,
            smart_cloud_url=self.url,
            data_dir=Path(self.folder),
            database_url=self.database_url,
            log_level="warning",
        )


def serve(order: Order) -> None:
    """Run until SIGTERM, or until a milestone."""
    log = os.open(Path(order.folder) / "bots.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    milestones.arm(order.kill_at)
    break_store(order.breakage)
    parts = Part.POLLING | Part.WORK if order.is_polling else Part.WORK
    asyncio.run(service.run(order.settings(), parts, order.clock.clocks()))


def main() -> None:
    """Serve by the order (JSON) of the command line."""
    serve(msgspec.json.decode(sys.argv[1], type=Order))
