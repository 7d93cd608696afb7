"""Telegram's list of commands: what one may do, in the language that one speaks."""

import itertools

import pytest

from bot.localisation import Texts
from bot.telegram.menu import commands
from intents.catalogue import load_catalogue

CATALOGUE, TEXTS = load_catalogue(), Texts.load()


def offered(role, language="en"):
    return {it.command for it in commands(CATALOGUE, TEXTS, language, is_group=False, role=role)}


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("role", ["stranger", "guest", "young_driver", "driver", "owner"])
def test_menu_offers_exactly_what_the_role_may_do(role, language):
    roles = ("guest", "young_driver", "driver", "owner")
    allowed = roles[: roles.index(role) + 1] if role in roles else ()
    always = {"login", "help", "language", "timezone", "units", "pin", "account", "export"}
    expected = {
        spec.command
        for spec in CATALOGUE
        if spec.command and (spec.role in allowed or spec.name in always | {"forget"})
    }

    assert offered(role, language) == expected


def test_each_role_sees_more_than_the_one_below():
    menus = [offered(role) for role in ("stranger", "guest", "young_driver", "driver", "owner")]

    assert all(small < large for small, large in itertools.pairwise(menus))


def test_stranger_is_offered_the_log_in_and_no_lock():
    assert "login" in offered("stranger")
    assert "lock" not in offered("guest")
    assert "lock" in offered("driver")
