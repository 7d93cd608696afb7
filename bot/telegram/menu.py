"""The list of commands that Telegram shows, in every language, for private chats and groups."""

import asyncio

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.localisation import Texts
from intents.catalogue import Catalogue

PRIVATE_DOMAINS = frozenset({"account", "geofences"})  # nothing for a group's ears
_PAUSE_S = 0.05

log = structlog.get_logger(__name__)


def commands(
    catalogue: Catalogue, texts: Texts, language: str, *, is_group: bool
) -> list[BotCommand]:
    """Return the menu of one language; an intent's title is its text of the same key."""
    return [
        BotCommand(spec.command, texts.format(spec.name, language, {})[:256])
        for spec in catalogue
        if spec.command and not (is_group and spec.domain in PRIVATE_DOMAINS)
    ]


async def set_menu(bot: Bot, catalogue: Catalogue, texts: Texts) -> None:
    """Send the menus; English is also what other languages see. Failing is only logged."""
    scopes = ((BotCommandScopeAllPrivateChats(), False), (BotCommandScopeAllGroupChats(), True))
    try:
        for language in texts.languages:
            for scope, is_group in scopes:
                menu = commands(catalogue, texts, language, is_group=is_group)
                code = None if language == "en" else language
                await bot.set_my_commands(menu, scope=scope, language_code=code)
                await asyncio.sleep(_PAUSE_S)
    except TelegramError as error:
        log.warning("menu_not_set", error=type(error).__name__)
