"""The catalogues agree: what can be wished is answered, and said in every language."""

import pytest

from alerts.rules import RULES
from bot.actions.catalogue import ACTIONS
from bot.actions.models import CarCommand
from bot.localisation import Texts
from bot.telegram.menu import commands
from intents.catalogue import load_catalogue
from smartcloud.commands import COMMANDS

CATALOGUE = load_catalogue()
TEXTS = Texts.load()
NAMES = frozenset(spec.name for spec in CATALOGUE)


def test_every_action_belongs_to_an_intent() -> None:
    assert set(ACTIONS) == NAMES


def test_every_command_row_is_a_command_of_the_cloud() -> None:
    sent = {name for name, action in ACTIONS.items() if isinstance(action, CarCommand)}

    assert sent - set(COMMANDS) == set()


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_intent_alert_and_command_is_said(language: str) -> None:
    needed = set(NAMES)
    for rule in RULES:
        needed |= {rule.name, f"{rule.name}.opened", f"{rule.name}.closed"}
    for name in COMMANDS:
        needed |= {f"{name}.doing", f"{name}.done"}
    needed.add("not-yet")  # the honest answer to an intent without an action

    assert {key for key in needed if not TEXTS.has(key, language)} == set()


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("is_group", [False, True])
def test_menu_fits_telegram(language: str, is_group: bool) -> None:
    menu = commands(CATALOGUE, TEXTS, language, is_group=is_group)

    assert 0 < len(menu) <= 100
    assert all(1 <= len(row.description) <= 256 for row in menu)
    assert all(row.command == row.command.lower() and len(row.command) <= 32 for row in menu)


def test_group_menu_offers_nothing_private() -> None:
    offered = {row.command for row in commands(CATALOGUE, TEXTS, "en", is_group=True)}

    assert offered & {"forget", "export", "pin", "login", "fence"} == set()
