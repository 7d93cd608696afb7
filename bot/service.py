"""The life of a running process: start, the periodic jobs, and an orderly end."""

import asyncio
import gc
import time
from contextlib import AsyncExitStack, suppress
from enum import Flag, auto
from random import SystemRandom
from typing import Any

import structlog
from telegram import Update
from telegram.error import InvalidToken, NetworkError

from alerts.limiter import SendLimiter
from alerts.notifier import send_pending
from alerts.poller import poll_due_cars
from bot.app import App, Base, Clocks, build, open_assist, open_base
from bot.bookings.clock import tick as tick_bookings
from bot.bookings.comparing import compare
from bot.bookings.following import follow
from bot.calendars.reading import read_due
from bot.goals import begin_goals, tell_goals
from bot.jobs import Job, Jobs
from bot.listening import first, open_site, stop_event
from bot.live import LiveCards
from bot.rendering.alerts import render_delivery
from bot.requests import Routes
from bot.settings import Settings, SettingsError
from bot.telegram.alerts import TelegramAlertSender
from bot.telegram.menu import set_menu
from bot.telegram.updates import (
    KINDS,
    SWEEP_S,
    TOKEN_REFUSED,
    Inbox,
    StopPollingError,
    poll_updates,
)
from bot.web.metrics import Metrics
from bot.web.server import WEBHOOK_PATH, Health, build_site, build_web, site_routes
from storage import inbox as inbox_rows
from storage.audit import overdue_deliveries
from storage.cleanup import delete_expired
from storage.commands import BUSY_FOR
from storage.episodes import AlertStoreSql
from storage.exceptions import DatabaseError, DatabaseUnavailableError

BOOKINGS_EVERY_S = 5.0
DRAIN_S = 3.0  # for handlers and jobs; commands get the rest of the five seconds of a SIGTERM
COMMAND_DRAIN_S = 1.0
SEND_EVERY_S = 0.4
HEAL_EVERY_S = 5.0
GOALS_EVERY_S = 5.0
LIVE_EVERY_S = 3.0
FLUSH_EVERY_S = 300.0
FOLLOW_EVERY_S = 5.0
CALENDARS_EVERY_S = 20.0
CLEAN_EVERY_S = 24 * 3600.0
RESUME_EVERY_S = 60.0
AUDIT_EVERY_S = 3600.0
BATCH = 50
ROUNDS_AT_ONCE = 2  # so that one chat that has to wait does not keep the others waiting
_RETRY_S = (1, 2, 5, 10)

log = structlog.get_logger(__name__)


class Part(Flag):
    """What one process does."""

    POLLING = auto()  # receives updates by long polling
    WEBHOOK = auto()  # receives updates by webhook
    WORK = auto()  # polls cars and delivers alerts
    DOORS = auto()  # serves the web half without a webhook
    ASSIST = auto()  # answers Home Assistant


async def run(settings: Settings, parts: Part, clocks: Clocks = Clocks()) -> None:  # noqa: B008 - frozen
    """Run until SIGTERM or SIGINT; raise an error whose text is for people."""
    if Part.WEBHOOK in parts and settings.public_url is None:
        raise SettingsError(
            "PUBLIC_URL is not set: the web half needs the https address at which Telegram "
            "reaches it. Without one use `smartbot run`."
        )
    if Part.POLLING in parts and settings.public_url is not None:
        parts |= Part.DOORS
    if settings.assist_uri is not None and (Part.POLLING | Part.WEBHOOK) & parts:
        parts |= Part.ASSIST
    if Part.ASSIST in parts and not (settings.assist_uri and settings.assist_token):
        raise SettingsError(
            "Home Assistant needs ASSIST_URI (tcp://127.0.0.1:10500) and ASSIST_TOKEN, a token "
            "that /token in the private chat has made."
        )
    stop = stop_event()
    async with AsyncExitStack() as stack:
        base = await open_base(settings, clocks, stack)
        if await first(stop, connect(base)):
            await Service(build(base), parts).serve(stop)


async def connect(base: Base) -> None:
    """Say hello to Telegram; a network that is not there yet is waited for."""
    failures = 0
    while True:
        try:
            await base.bot.initialize()
        except InvalidToken:
            raise StopPollingError(TOKEN_REFUSED) from None
        except NetworkError as error:
            log.warning("telegram_unreachable", error=type(error).__name__)
            await asyncio.sleep(_RETRY_S[min(failures, len(_RETRY_S) - 1)])
            failures += 1
        else:
            return


class Service:
    """One process at work."""

    def __init__(self, app: App, parts: Part) -> None:
        base = app.base
        self._app = app
        self._base = base
        self._parts = parts
        self._metrics = Metrics()
        self._inbox = Inbox(base.database, self._handle, base.clocks.people, base.clocks.pause)
        self._store = AlertStoreSql(base.database)
        self._refused = asyncio.Event()  # Telegram does not know our token any more
        self._alerts = TelegramAlertSender(
            app.sender,
            lambda delivery: render_delivery(delivery, app.texts),
            on_refused=self._refused.set,
        )
        self._live = LiveCards(parts=app.companion.parts, sender=app.sender)
        self._limiter = SendLimiter(base.clocks.monotonic)
        self._rng = SystemRandom()
        self._sending = asyncio.Semaphore(ROUNDS_AT_ONCE)
        self._stopping = asyncio.Event()
        self._is_telegram_up = True
        self._polled_at: float | None = None
        self._jobs = Jobs(self._table(), self._metrics.tick)

    async def serve(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set, then finish what has begun."""
        jobs = self._jobs
        async with AsyncExitStack() as stack:
            await self._app.application.initialize()
            stack.push_async_callback(self._app.application.shutdown)
            stack.push_async_callback(self._finish, jobs)
            await self._start(jobs, stack)
            menu = asyncio.create_task(
                set_menu(self._base.bot, self._app.catalogue, self._app.texts)
            )
            stack.callback(menu.cancel)
            log.info("started", parts=str(self._parts))
            await first(stop, self._receive())
            log.info("stopping")

    async def _start(self, jobs: Jobs, stack: AsyncExitStack) -> None:
        if Part.POLLING in self._parts:
            await self._base.bot.delete_webhook()
            await self._inbox.sweep(orphans=True)
            await self._app.companion.resume_commands()  # its predecessor's: no other one polls
        if Part.WEBHOOK in self._parts:
            await self._open_webhook(stack)
        elif Part.DOORS in self._parts:
            await self._open_doors(stack)
        if Part.ASSIST in self._parts:
            await open_assist(self._app, stack)
        if self._parts != Part.WORK:
            has_callers = bool((Part.WEBHOOK | Part.DOORS | Part.ASSIST) & self._parts)
            preparing = asyncio.create_task(self._app.companion.prepare(to_load=has_callers))
            stack.callback(preparing.cancel)
        if Part.WORK in self._parts:
            await self._store.free_polls(self._base.clocks.people())
        jobs.start()
        gc.freeze()  # what is loaded by now stays: the collector need not look at it again

    @property
    def routes(self) -> Routes:
        """The web half without the webhook: health, metrics, and the further doors."""
        return (*site_routes(self._health, self._metrics.registry), *self._app.doors)

    async def _open_doors(self, stack: AsyncExitStack) -> None:
        port = self._base.settings.port
        await open_site(build_site(self.routes), "0.0.0.0", port, stack)  # noqa: S104

    async def _open_webhook(self, stack: AsyncExitStack) -> None:
        settings = self._base.settings
        secret = self._base.keyring.digest("telegram-webhook", settings.require_token())
        app = build_web(
            secret=secret,
            accept=self._inbox.accept,
            health=self._health,
            registry=self._metrics.registry,
            doors=self._app.doors,
        )
        await open_site(app, "0.0.0.0", settings.port, stack)  # noqa: S104 - the host's router asks
        await self._base.bot.set_webhook(
            f"{settings.public_url}{WEBHOOK_PATH}", secret_token=secret, allowed_updates=KINDS
        )

    async def _receive(self) -> None:
        """Fetch updates, or just live: the webhook and the jobs run by themselves.

        Raises ``StopPollingError`` once Telegram refuses the token.
        """
        if Part.POLLING in self._parts:
            await poll_updates(self._base.request, self._base.bot.base_url, self._inbox)
        else:
            await self._refused.wait()
            raise StopPollingError(TOKEN_REFUSED)

    async def _finish(self, jobs: Jobs) -> None:
        self._stopping.set()
        await asyncio.gather(jobs.stop(DRAIN_S), self._inbox.drain(DRAIN_S))
        await self._app.voice.drain(COMMAND_DRAIN_S)
        await asyncio.gather(self._app.sender.drain(COMMAND_DRAIN_S), self._flush())
        await asyncio.gather(*(part.close() for part in self._app.listening))

    def _table(self) -> tuple[Job, ...]:
        """What is done again and again, and how often (real seconds)."""
        table = [
            Job("sweep_inbox", SWEEP_S, self._inbox.sweep),
            Job("resume_commands", RESUME_EVERY_S, self._resume),
            Job("heal_database", HEAL_EVERY_S, self._heal),
        ]
        if Part.WORK in self._parts:
            table += [
                Job("poll_due_cars", self._base.clocks.tick_s, self._poll),
                Job("send_pending", SEND_EVERY_S, self._send),
                Job("tell_goals", GOALS_EVERY_S, self._tell_goals),
                Job("begin_goals", GOALS_EVERY_S, self._begin_goals),
                Job("show_live_cards", LIVE_EVERY_S, self._live.show_due),
                Job("move_bookings", BOOKINGS_EVERY_S, self._move_bookings),
                Job("flush_counts", FLUSH_EVERY_S, self._app.garage.flush_counts),
                Job("follow_bookings", FOLLOW_EVERY_S, self._follow_bookings),
                Job("read_calendars", CALENDARS_EVERY_S, self._read_calendars),
                Job("delete_expired", CLEAN_EVERY_S, self._clean, at_start=True),
                Job("audit", AUDIT_EVERY_S, self._audit),
            ]
        if (Part.WEBHOOK | Part.WORK) & self._parts and Part.POLLING not in self._parts:
            table.append(Job("probe_telegram", self._base.clocks.probe_s, self._probe))
        return tuple(table)

    async def _handle(self, update: dict[str, Any]) -> None:
        parsed = Update.de_json(update, self._base.bot)
        if parsed is not None:
            with self._metrics.handling.time():
                try:
                    await self._app.application.process_update(parsed)
                except InvalidToken:  # nobody is answered any more
                    self._refused.set()
                    raise

    async def _poll(self) -> None:
        clocks = self._base.clocks
        polled = await poll_due_cars(
            self._store,
            self._app.garage,
            clocks.world,
            wall_clock=clocks.people,
            rng=self._rng,
            pace=clocks.pace,
        )
        self._polled_at = time.monotonic()
        self._metrics.last_poll.set_to_current_time()
        if polled:
            self._jobs.run_soon("send_pending")  # the next poll need not wait for Telegram

    async def _move_bookings(self) -> None:
        await tick_bookings(self._base.database, self._base.clocks.world)

    async def _send(self) -> None:
        """Deliver what is owed, until less than a batch is left."""
        if self._sending.locked():
            return
        async with self._sending:
            sent = BATCH
            while sent >= BATCH and not self._stopping.is_set():
                sent = await send_pending(
                    self._store,
                    self._alerts,
                    self._base.clocks.world,
                    wall_clock=self._base.clocks.people,
                    limiter=self._limiter,
                    sleep=self._wait,
                    rng=self._rng,
                    limit=BATCH,
                    is_stopping=self._stopping.is_set,
                )

    async def _wait(self, seconds: float) -> None:
        """Wait for a turn to send, but not beyond the end of the process."""
        with suppress(TimeoutError):
            real_s = seconds / self._base.clocks.people_speed
            await asyncio.wait_for(self._stopping.wait(), real_s)

    async def _heal(self) -> None:
        """Find out whether a failing database works again, and store what it has missed."""
        await self._base.database.heal()
        await self._app.garage.catch_up()

    async def _flush(self) -> None:
        """Store what is only in memory, unless the database keeps the end waiting."""
        with suppress(DatabaseUnavailableError, TimeoutError):
            async with asyncio.timeout(COMMAND_DRAIN_S):
                await self._app.garage.catch_up()
                await self._store.catch_up()
                await self._app.garage.flush_counts()

    async def _resume(self) -> None:
        """Look after what another process has left; a living one needs less than ``BUSY_FOR``."""
        await self._app.companion.resume_commands(
            before=self._base.clocks.world() - BUSY_FOR,
            running=self._app.sender.running_commands,
        )

    async def _follow_bookings(self) -> None:
        """Let Smart's platform hear of moved bookings, and the owners of what differs there."""
        database, garage = self._base.database, self._app.garage
        await follow(database, garage, self._base.clocks.world)
        await compare(database, garage, self._base.clocks.world)

    async def _read_calendars(self) -> None:
        clocks = self._base.clocks
        await read_due(self._base.database, self._app.fetch_calendar, clocks.people, clocks.world)

    async def _tell_goals(self) -> None:
        await tell_goals(self._app.companion.parts)

    async def _begin_goals(self) -> None:
        await begin_goals(self._app.companion.parts)

    async def _audit(self) -> None:
        async with self._base.database.reading() as tx:
            overdue = await overdue_deliveries(tx, self._base.clocks.world())
        self._metrics.overdue.set(overdue)
        if overdue:
            log.error("alerts_overdue", number=overdue)

    async def _clean(self) -> None:
        async with self._base.database.transaction() as tx:
            await delete_expired(tx, self._base.clocks.people())

    async def _probe(self) -> None:
        try:
            await self._base.bot.get_me()
            self._is_telegram_up = True
        except InvalidToken:
            self._is_telegram_up = False
            self._refused.set()
        except NetworkError:
            self._is_telegram_up = False

    async def _health(self) -> Health:
        try:
            async with self._base.database.reading() as tx:
                await inbox_rows.last_update_id(tx)
            is_database_up = self._base.database.works
        except Exception as error:  # whatever it is, the page has to say so
            if not isinstance(error, DatabaseError):  # which the database has told itself
                log.error("database_failing", error=type(error).__name__)
            is_database_up = False
        age = None if self._polled_at is None else round(time.monotonic() - self._polled_at, 1)
        return Health(database=is_database_up, telegram=self._is_telegram_up, last_poll_age_s=age)
