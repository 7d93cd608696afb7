"""Looks at the set-up and says in plain words what is missing or wrong."""

from http import HTTPStatus

import aiohttp
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app import has_data, load_keyring, new_http_session
from bot.notes.checking import check_speaker, check_transcriber
from bot.notes.findings import Finding
from bot.settings import Settings, SettingsError
from bot.telegram.transport import AiohttpRequest
from bot.telegram.updates import TOKEN_REFUSED
from smartcloud.regions import HOSTS
from storage.database import Database
from storage.exceptions import SchemaTooOldError, StorageError

_PATIENCE = aiohttp.ClientTimeout(total=10)


async def examine(settings: Settings) -> tuple[Finding, ...]:
    """Look at everything that ``smartbot run`` needs; nothing is changed but a missing key file."""
    async with new_http_session() as http:
        return (
            Finding(True, f"Settings are readable; logs at level {settings.log_level}."),
            await _telegram(settings, http),
            await _cloud(settings, http),
            await _database(settings),
            _web(settings),
            *_doors(settings),
            await check_transcriber(settings.transcriber),
            await check_speaker(settings.speaker),
        )


async def _telegram(settings: Settings, http: aiohttp.ClientSession) -> Finding:
    try:
        token = settings.require_token()
    except SettingsError as error:
        return Finding(False, str(error))
    request = AiohttpRequest(http)
    bot = Bot(token, base_url=settings.telegram_url, request=request, get_updates_request=request)
    try:
        me = await bot.get_me()
    except InvalidToken:
        return Finding(False, TOKEN_REFUSED)
    except TelegramError as error:
        return Finding(False, f"Telegram cannot be reached ({error.message}).")
    return Finding(True, f"Telegram knows the bot as @{me.username}.")


async def _cloud(settings: Settings, http: aiohttp.ClientSession) -> Finding:
    """Any answer will do: without a session the cloud can only say no."""
    host = HOSTS["ecarx_v1"]
    base = settings.smart_cloud_url
    url = f"{base}/{host}/" if base else f"https://{host}/"
    try:
        async with http.get(url, timeout=_PATIENCE) as answer:
            is_there = answer.status < HTTPStatus.INTERNAL_SERVER_ERROR
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        return Finding(False, f"Smart's cloud cannot be reached ({type(error).__name__}).")
    if not is_there:
        return Finding(False, "Smart's cloud answers with an error of its own.")
    return Finding(True, "Smart's cloud can be reached.")


async def _database(settings: Settings) -> Finding:
    try:
        keyring = load_keyring(settings)
        if settings.database_file is not None and not has_data(settings):
            return Finding(True, "There is no database yet; the first run makes it.")
        database = await Database.open(settings.database, keyring)
    except SchemaTooOldError as error:
        if settings.is_default_database:
            return Finding(True, "The database is older; the next run brings it up to date.")
        return Finding(False, str(error))
    except (StorageError, SettingsError) as error:
        return Finding(False, str(error))
    await database.close()
    return Finding(True, "Database and keys fit together.")


def _web(settings: Settings) -> Finding:
    if settings.public_url is None:
        return Finding(True, "PUBLIC_URL is not set: use `smartbot run`, not `web` and `worker`.")
    return Finding(True, "PUBLIC_URL is set: `smartbot web` registers the webhook there.")


def _doors(settings: Settings) -> tuple[Finding, ...]:
    """Say which further doors are open, and what is odd about them."""
    if settings.public_url is None:
        if settings.alexa_skill_id is None:
            return ()
        return (Finding(False, "ALEXA_SKILL_ID is set, but not PUBLIC_URL: Alexa cannot call."),)
    say = f"Tokens of /token work at {settings.public_url}/v1/say."
    return (Finding(True, say), _alexa(settings))


def _alexa(settings: Settings) -> Finding:
    if settings.alexa_skill_id is None:
        return Finding(True, "ALEXA_SKILL_ID is not set: there is no Alexa skill (docs/alexa.md).")
    from bot.alexa.certificates import trusted_roots  # only for those who have a skill

    try:
        roots = trusted_roots(settings.alexa_trust_file)
    except (OSError, ValueError):
        return Finding(False, "ALEXA_TRUST_FILE is no readable file of certificates.")
    if not roots:
        advice = "install ca-certificates"
        return Finding(False, f"This machine trusts no roots, so no request of Alexa: {advice}.")
    if settings.alexa_trust_file or settings.alexa_certificate_url:
        return Finding(
            False,
            "ALEXA_TRUST_FILE and ALEXA_CERTIFICATE_URL are for tests: with them a stranger who "
            "holds their keys speaks as Amazon. Leave them unset.",
        )
    return Finding(True, f"Alexa's endpoint is {settings.public_url}/alexa.")
