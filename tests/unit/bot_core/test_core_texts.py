"""Every sentence exists in every language, with the same variables, short enough for its place."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

import bot
from alerts.rules import RULES
from bot.actions.catalogue import ACTIONS
from bot.actions.models import CarCommand
from bot.actions.policy import CONFIRMED_BY_CHOICE
from bot.errors import TEXT_KEYS
from bot.localisation import Texts, read_sources
from intents.catalogue import load_catalogue
from intents.models import Risk
from smartcloud.commands import COMMANDS

FOLDER = Path(bot.__file__).parent
SOURCES = read_sources()
LANGUAGES = tuple(SOURCES)
USED = re.compile(r'(?:say|label|_toast)\(\s*(?:exchange, )?"([a-z0-9_.-]+)"')
LONGEST_LABEL = 40  # characters that a phone shows on a button of its own row


def messages(language: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield every key with the variables that it uses."""
    for entry in FluentParser().parse(SOURCES[language]).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            yield entry.id.name, variables(entry.value)
            for attribute in entry.attributes:
                yield f"{entry.id.name}.{attribute.id.name}", variables(attribute.value)


def variables(pattern: ast.Pattern | None) -> frozenset[str]:
    return frozenset(re.findall(r"'name': '(\w+)'", str(walk(pattern))))


def walk(node: object) -> object:
    match node:
        case ast.VariableReference():
            return {"name": node.id.name}
        case ast.BaseNode():
            return [walk(value) for value in vars(node).values()]
        case list():
            return [walk(item) for item in node]
    return None


def required_keys() -> set[str]:
    catalogue = load_catalogue()
    keys = {spec.name for spec in catalogue}
    for rule in RULES:
        keys |= {rule.name, f"{rule.name}.opened", f"{rule.name}.closed"}
    for name in COMMANDS:
        keys |= {f"{name}.doing", f"{name}.done"}
    for spec in catalogue:
        is_asked = spec.risk is Risk.RISKY and spec.name in ACTIONS
        if is_asked and spec.name not in CONFIRMED_BY_CHOICE:
            keys |= {f"{spec.name}.ask", f"{spec.name}.yes"}
    return keys | {key for _, key in TEXT_KEYS}


def keys_in_code() -> set[str]:
    sources = [path.read_text("utf-8") for path in FOLDER.rglob("*.py")]
    return {key for source in sources for key in USED.findall(source)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_the_keys_and_variables_of_english(language: str) -> None:
    assert dict(messages(language)) == dict(messages("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_written_twice(language: str) -> None:
    """Of two subjects that use one key, one would say what the other means."""
    keys = [key for key, _ in messages(language)]

    assert sorted({key for key in keys if keys.count(key) > 1}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_every_intent_alert_command_and_error(language: str) -> None:
    texts = Texts.load()

    missing = {key for key in required_keys() if not texts.has(key, language)}

    assert missing == set()


def test_every_key_in_the_code_exists() -> None:
    texts = Texts.load()

    assert {key for key in keys_in_code() if not texts.has(key)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_button_labels_fit_a_phone(language: str) -> None:
    texts = Texts.load()
    labels = {spec.name for spec in load_catalogue()}
    labels |= {key for key, used in messages(language) if key.startswith("button-") and not used}
    buttons = labels - {key for key in labels if key in {"button-unknown", "button-expired"}}
    buttons -= {"button-used"}

    long = {key for key in buttons if len(texts.format(key, language, {})) > LONGEST_LABEL}

    assert long == set()


def test_bad_news_carry_no_exclamation_mark() -> None:
    bad = (
        "error-",
        "command-rejected",
        "command-un",
        "login-wrong",
        "session_lost",
        "cloud_outage",
    )

    for language in LANGUAGES:
        loud = [
            line for line in SOURCES[language].splitlines() if line.startswith(bad) and "!" in line
        ]
        assert loud == []


def test_every_command_of_the_catalogue_has_an_action() -> None:
    commands = {name for name, action in ACTIONS.items() if isinstance(action, CarCommand)}

    assert commands == set(COMMANDS)
