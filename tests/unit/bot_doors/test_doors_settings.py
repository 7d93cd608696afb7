from pathlib import Path

import pytest

from bot.settings import SettingsError, load_settings

TOKEN = "1000000001:demo-token-for-the-local-stand-in"
VARIABLES = [
    "BOT_TOKEN",
    "BOT_API_URL",
    "DATABASE_URL",
    "SESSION_KEYS",
    "SESSION_KEY_FILE",
    "SMART_CLOUD_URL",
    "PUBLIC_URL",
    "LOG_LEVEL",
    "LOG_FORMAT",
    "PORT",
    "DATA_DIR",
]


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch, tmp_path):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_settings_without_an_environment_use_a_file_in_the_data_directory():
    settings = load_settings()

    assert settings.database == "sqlite+aiosqlite:///data/smartbot.db"
    assert settings.is_default_database
    assert settings.key_file == Path("data/session.keys")
    assert settings.telegram_url == "https://api.telegram.org/bot"
    assert settings.smart_cloud_url is None
    assert settings.public_url is None
    assert (settings.log_level, settings.log_format, settings.port) == ("info", "console", 8000)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "my-secret"),
        ("BOT_TOKEN", "12:to"),
        ("BOT_TOKEN", "123456789012345678901:secret"),
        ("BOT_TOKEN", "12:se cret"),
        ("BOT_API_URL", "telegram.example.com"),
        ("BOT_API_URL", "ftp://telegram.example.com"),
        ("DATABASE_URL", "mysql://secret@host/name"),
        ("DATABASE_URL", "smart.db"),
        ("SMART_CLOUD_URL", "localhost:8081"),
        ("PUBLIC_URL", "http://smart.example.com"),
        ("LOG_LEVEL", "loud"),
        ("LOG_FORMAT", "xml"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "web"),
    ],
)
def test_settings_wrong_value_names_the_variable_and_not_the_value(monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert str(caught.value).startswith(f"{name} has to ")
    assert len(value) < 3 or value not in str(caught.value)


@pytest.mark.parametrize("token", ["1:abc", "12:t_o-k", TOKEN, f"{10**19}:{'x' * 200}"])
def test_settings_any_number_and_word_is_a_token(monkeypatch, token):
    monkeypatch.setenv("BOT_TOKEN", token)

    assert load_settings().require_token() == token


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("postgres://u@h/n", "postgresql+asyncpg://u@h/n"),
        ("postgresql://u@h/n", "postgresql+asyncpg://u@h/n"),
        ("postgresql+psycopg://u@h/n", "postgresql+psycopg://u@h/n"),
        ("sqlite:///x.db", "sqlite+aiosqlite:///x.db"),
        ("sqlite+aiosqlite:////var/x.db", "sqlite+aiosqlite:////var/x.db"),
    ],
)
def test_settings_database_address_gets_its_asynchronous_driver(monkeypatch, value, expected):
    monkeypatch.setenv("DATABASE_URL", value)

    settings = load_settings()

    assert settings.database == expected
    assert not settings.is_default_database


@pytest.mark.parametrize("suffix", ["", "/", "/bot", "/bot/"])
def test_settings_bot_api_address_with_and_without_bot_is_the_same(monkeypatch, suffix):
    monkeypatch.setenv("BOT_API_URL", "http://127.0.0.1:8082" + suffix)

    settings = load_settings()

    assert settings.telegram_url == "http://127.0.0.1:8082/bot"
    assert settings.telegram_file_url == "http://127.0.0.1:8082/file/bot"


def test_settings_are_read_from_a_file_and_an_empty_variable_counts_as_unset(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text(f"BOT_TOKEN={TOKEN}\nLOG_LEVEL=DEBUG\nOTHER=1\n")
    monkeypatch.setenv("PUBLIC_URL", "")

    settings = load_settings()

    assert settings.require_token() == TOKEN
    assert settings.log_level == "debug"
    assert settings.public_url is None
    assert "demo-token" not in repr(settings)


def test_settings_environment_wins_over_the_file_and_overrides_over_both(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text("PORT=1111\nLOG_LEVEL='error' # quiet\nLOG_FORMAT=json\n")
    monkeypatch.setenv("PORT", "2222")
    monkeypatch.setenv("LOG_LEVEL", "loud")

    settings = load_settings(log_level="warning")

    assert (settings.port, settings.log_level, settings.log_format) == (2222, "warning", "json")


def test_settings_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / ".env").write_bytes(b"BOT_TOKEN=\xff\xfe")

    with pytest.raises(SettingsError, match=r"\.env is not a text file"):
        load_settings()


def test_settings_every_wrong_one_is_named(monkeypatch):
    monkeypatch.setenv("PORT", "web")
    monkeypatch.setenv("LOG_FORMAT", "xml")

    with pytest.raises(SettingsError, match=r"LOG_FORMAT has to .* PORT has to "):
        load_settings()


def test_settings_missing_token_says_how_to_get_one():
    with pytest.raises(SettingsError, match="@BotFather"):
        load_settings().require_token()
