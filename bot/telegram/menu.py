"""The list of commands that Telegram shows: by language, kind of chat, and what one may do."""

import asyncio
from collections.abc import Collection

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.localisation import Texts
from bot.menu import fits
from bot.replies import MenuFor
from intents.catalogue import ROLES, Catalogue

FOR_EVERYBODY = frozenset(
    {"login", "help", "language", "timezone", "units", "pin", "account", "export", "forget"}
)
_PAUSE_S = 0.05
_MOST_KEPT = 5_000  # chats whose menu is remembered

log = structlog.get_logger(__name__)


def commands(
    catalogue: Catalogue,
    texts: Texts,
    language: str,
    *,
    is_group: bool,
    role: str = "owner",
    lacks: Collection[str] = (),
) -> list[BotCommand]:
    """Return the menu of one language and role; an intent's title is its text of the same key.

    ``lacks``: capabilities that the selected car is known not to have; their commands are left out.
    """
    allowed = ROLES[: ROLES.index(role) + 1] if role in ROLES else ()
    return [
        BotCommand(spec.command, texts.format(spec.name, language, {})[:256])
        for spec in catalogue
        if spec.command
        and fits(spec, lacks, is_group=is_group)
        and (spec.role in allowed or spec.name in FOR_EVERYBODY)
    ]


async def set_menu(bot: Bot, catalogue: Catalogue, texts: Texts) -> None:
    """Send the menus; English is also what other languages see. Failing is only logged.

    A private chat begins with what everybody may do, see ``ChatMenus``; a group has people of all
    roles, so its menu has all that a group may hear.
    """
    scopes = (
        (BotCommandScopeAllPrivateChats(), False, "stranger"),
        (BotCommandScopeAllGroupChats(), True, "owner"),
    )
    try:
        for language in texts.languages:
            for scope, is_group, role in scopes:
                menu = commands(catalogue, texts, language, is_group=is_group, role=role)
                code = None if language == "en" else language
                await bot.set_my_commands(menu, scope=scope, language_code=code)
                await asyncio.sleep(_PAUSE_S)
    except TelegramError as error:
        log.warning("menu_not_set", error=type(error).__name__)


class ChatMenus:
    """Gives each private chat the commands that fit its person and its car, in their language."""

    def __init__(self, bot: Bot, catalogue: Catalogue, texts: Texts) -> None:
        self._bot = bot
        self._catalogue = catalogue
        self._texts = texts
        self._shown: dict[int, MenuFor] = {}

    async def fit(self, chat_id: int, wanted: MenuFor) -> None:
        """Send the menu if this process has not sent the same; failing is only logged."""
        if self._shown.get(chat_id) == wanted:
            return
        menu = commands(
            self._catalogue,
            self._texts,
            wanted.language,
            is_group=False,
            role=wanted.role,
            lacks=wanted.lacks,
        )
        try:
            await self._bot.set_my_commands(menu, scope=BotCommandScopeChat(chat_id))
        except TelegramError as error:
            log.warning("menu_not_set", error=type(error).__name__)
            return
        if len(self._shown) >= _MOST_KEPT:
            self._shown.clear()
        self._shown[chat_id] = wanted
