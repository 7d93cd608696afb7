"""Composition root: builds the parts of one process, starts them and stops them with nothing lost.

Two clocks: the world's dates cars, polls and bookings (the demo's runs faster), people's dates
confirmations and signatures.
"""

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from random import SystemRandom
from typing import Any

import aiohttp
import structlog
from aiohttp import web
from telegram.ext import Application, ApplicationBuilder, ExtBot

from alerts.ports import Clock, Sleep
from alerts.schedule import PATIENT, Pace
from bot.calendars.fetching import PUBLIC, Reach, fetch
from bot.calendars.publishing import Calendars
from bot.calendars.reading import Fetch
from bot.conversation import Companion
from bot.garage import Garage
from bot.localisation import Texts
from bot.notes.hearing import Ears, open_ears, open_speaker
from bot.notes.models import Speaker
from bot.pauses import StoredPauses
from bot.say.door import SayDoor
from bot.settings import Settings, SettingsError
from bot.telegram.dispatching import Dispatcher
from bot.telegram.handlers import Handlers
from bot.telegram.limiter import ChatLimiter
from bot.telegram.notes import Notes
from bot.telegram.rich import RichMessages
from bot.telegram.sender import Sender
from bot.telegram.transport import AiohttpRequest
from bot.voice.turns import Voice
from bot.web.calendar import calendar_route
from intents.catalogue import Catalogue, load_catalogue
from intents.recogniser import Recogniser
from smartcloud import SmartCloud
from smartcloud.gate import Gate
from storage.database import Database
from storage.keys import Keyring, load_or_create_key_file
from storage.schema import migrate

TelegramApplication = Application[Any, Any, Any, Any, Any, Any]

log = structlog.get_logger(__name__)


def utc_now() -> datetime:
    """Return the moment; the only place outside the demo that asks for it."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """The world's time and people's time; the same in service."""

    world: Clock = utc_now
    people: Clock = utc_now
    sleep: Sleep = asyncio.sleep  # seconds of the world
    tick_s: float = 1.0  # real seconds between looks for cars that are due
    pace: Pace = PATIENT  # how long a car may be left alone at most
    probe_s: float = 60.0  # real seconds between questions whether Telegram still knows our token
    people_speed: float = 1.0  # seconds of people's clock in a real one; only a test is in a hurry

    def monotonic(self) -> float:
        """Return seconds by which limits of sending are kept: they belong to people's time."""
        return time.monotonic() * self.people_speed

    async def pause(self, seconds: float) -> None:
        """Wait for so many seconds of ``monotonic``."""
        await asyncio.sleep(seconds / self.people_speed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What has to be there before anything can be said."""

    settings: Settings
    clocks: Clocks
    keyring: Keyring
    database: Database
    http: aiohttp.ClientSession
    request: AiohttpRequest
    bot: ExtBot[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """The parts of one process: what answers, and its door to Telegram."""

    base: Base
    garage: Garage
    companion: Companion
    catalogue: Catalogue
    texts: Texts
    application: TelegramApplication
    sender: Sender
    voice: Voice
    listening: tuple[Ears | Speaker, ...]  # closed at the end
    fetch_calendar: Fetch
    doors: tuple[web.RouteDef, ...] = ()  # of the web half, besides Telegram's


def load_keyring(settings: Settings) -> Keyring:
    """Return the keys of the environment, or of the key file, which the first run makes."""
    if settings.session_keys is not None:
        return Keyring.parse(settings.session_keys)
    path = settings.key_file
    if path.exists():
        return load_or_create_key_file(path)
    if has_data(settings):
        raise SettingsError(
            f"The database is there, but its keys are not: put SESSION_KEYS or the file {path} "
            "back (SESSION_KEY_FILE names another place)."
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    keyring = load_or_create_key_file(path)
    log.warning("key_file_made", path=str(path), advice="keep a copy: without it data are lost")
    return keyring


def has_data(settings: Settings) -> bool:
    """True if the database is a file with something in it."""
    path = settings.database_file
    return path is not None and path.exists() and path.stat().st_size > 0


def refuse_lost_data(settings: Settings) -> None:
    """Do not begin anew in silence where there was something: a file that is gone, or emptied."""
    if settings.session_keys is not None or not settings.key_file.exists():
        return
    if settings.database_file is not None and not has_data(settings):
        raise SettingsError(
            f"The keys {settings.key_file} are there, but the database {settings.database_file} is "
            "not: put its last backup back. To begin without it: smartbot migrate"
        )


async def open_database(settings: Settings, keyring: Keyring) -> Database:
    """Open the database; our own file and a new file are brought to the newest revision first."""
    if settings.is_default_database or (settings.database_file and not has_data(settings)):
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        await migrate(settings.database)
    return await Database.open(settings.database, keyring)


def new_http_session() -> aiohttp.ClientSession:
    """Return the process's one session; it keeps no cookies, because accounts share it."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())


async def open_base(settings: Settings, clocks: Clocks, stack: AsyncExitStack) -> Base:
    """Open database and network until the stack closes."""
    token = settings.require_token()
    refuse_lost_data(settings)
    keyring = load_keyring(settings)
    database = await open_database(settings, keyring)
    stack.push_async_callback(database.close)
    http = await stack.enter_async_context(new_http_session())
    request = AiohttpRequest(http)
    bot = ExtBot(
        token,
        base_url=settings.telegram_url,
        base_file_url=settings.telegram_file_url,
        request=request,
        get_updates_request=request,
        rate_limiter=ChatLimiter(clocks.monotonic, clocks.pause),
    )
    return Base(
        settings=settings,
        clocks=clocks,
        keyring=keyring,
        database=database,
        http=http,
        request=request,
        bot=bot,
    )


def build(base: Base, *, public_url: str | None = None, reach: Reach = PUBLIC) -> App:
    """Put the parts together; the bot knows its own name by now.

    ``public_url`` is where the web half is reached, if the settings do not say it;
    ``reach`` is where foreign calendars may be fetched from.
    """
    clocks, database = base.clocks, base.database
    garage = Garage(database, _cloud(base), clocks.world)
    catalogue, texts = load_catalogue(), Texts.load()
    companion = Companion(
        database=database,
        garage=garage,
        recogniser=Recogniser.load(has_time=False),
        catalogue=catalogue,
        texts=texts,
        clock=clocks.world,
        people_clock=clocks.people,
        sleep=clocks.sleep,
        bot_username=base.bot.username,
        public_url=public_url or base.settings.public_url or "",
        reach=reach,
        invocation=_invocation(base.settings, texts),
    )
    sender = Sender(
        base.bot,
        database,
        clock=clocks.people,
        run_command=companion.run_command,
        rich=RichMessages(base.bot, is_wanted=base.settings.rich_messages == "auto"),
    )
    ears, speaker = open_ears(base.settings.transcriber), open_speaker(base.settings.speaker)
    notes = Notes(
        bot=base.bot, database=database, texts=texts, clock=clocks.world, ears=ears, speaker=speaker
    )
    voice = Voice(companion, sender, database, texts, clocks.people)
    return App(
        base=base,
        garage=garage,
        companion=companion,
        catalogue=catalogue,
        texts=texts,
        application=_telegram(base, companion, sender, notes),
        sender=sender,
        voice=voice,
        listening=tuple(part for part in (ears, speaker) if part is not None),
        fetch_calendar=partial(fetch, reach=reach),
        doors=_doors(base, voice, catalogue, texts),
    )


def _cloud(base: Base) -> SmartCloud:
    """Return the client of Smart's clouds, whose pauses survive a restart."""
    gate = Gate(
        StoredPauses(base.database),
        base.clocks.people,
        rng=SystemRandom(),
        digest=partial(base.keyring.digest, "cloud_account"),
    )
    return SmartCloud(
        base.http,
        clock=base.clocks.world,
        wall_clock=base.clocks.people,
        base_url=base.settings.smart_cloud_url,
        secrets=base.settings.cloud_secrets,
        gate=gate,
    )


def _telegram(
    base: Base, companion: Companion, sender: Sender, notes: Notes
) -> TelegramApplication:
    """Return the door to Telegram: what an update is for, and who answers it."""
    builder = ApplicationBuilder().application_class(Dispatcher)
    application = builder.bot(base.bot).updater(None).job_queue(None).build()
    Handlers(
        bot=base.bot,
        database=base.database,
        conversation=companion,
        sender=sender,
        catalogue=companion.parts.catalogue,
        texts=companion.parts.texts,
        notes=notes,
    ).register(application)
    return application


def _doors(
    base: Base, voice: Voice, catalogue: Catalogue, texts: Texts
) -> tuple[web.RouteDef, ...]:
    """Return the doors of the web half besides Telegram's: calendars, `/v1/say`, Alexa."""
    published = Calendars(base.database, texts, base.clocks.world, base.clocks.people)
    return (
        calendar_route(published),
        *SayDoor(voice, base.database, clock=base.clocks.people).routes(),
        *_alexa_routes(base, voice, catalogue, texts),
    )


def _invocation(settings: Settings, texts: Texts) -> dict[str, str]:
    """Return how the skill is opened, by language; nothing if there is no skill."""
    if settings.alexa_skill_id is None:
        return {}
    name = settings.alexa_invocation_name
    return {it: name or texts.format("alexa-name", it, {}) for it in texts.languages}


def _alexa_routes(
    base: Base, voice: Voice, catalogue: Catalogue, texts: Texts
) -> tuple[web.RouteDef, ...]:
    """Return the door for Alexa, if a skill is named."""
    settings, clock = base.settings, base.clocks.people
    if settings.alexa_skill_id is None:
        return ()
    from bot.alexa.certificates import (  # most bots have no skill
        Certificates,
        amazon_fetcher,
        trusted_roots,
    )
    from bot.alexa.skill import AlexaDoor  # most bots have no skill
    from bot.alexa.verification import Verifier  # most bots have no skill

    fetch = amazon_fetcher(base.http, settings.alexa_certificate_url)
    certificates = Certificates(fetch, lambda: trusted_roots(settings.alexa_trust_file))
    verifier = Verifier(settings.alexa_skill_id, certificates, base.database)
    door = AlexaDoor(verifier, voice, base.database, catalogue=catalogue, texts=texts, clock=clock)
    return door.routes()


async def open_assist(app: App, stack: AsyncExitStack) -> int:
    """Answer Home Assistant until the stack closes; return the port."""
    try:
        from bot.assist.server import AssistServer  # needs the extra "voice"
    except ImportError as error:
        raise SettingsError(
            "ASSIST_URI needs the wyoming package: install smart-companion[voice]."
        ) from error
    from bot.assist.talk import AssistTalk  # most bots have no Home Assistant

    settings, base = app.base.settings, app.base
    talk = AssistTalk(
        app.voice,
        base.database,
        app.texts,
        token=settings.assist_token or "",
        clock=base.clocks.people,
    )
    return await AssistServer(talk, app.texts).open(settings.assist_uri or "", stack)
