"""Settings from the environment or a ``.env`` file, checked once at start."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

TELEGRAM_URL = "https://api.telegram.org"

_TOKEN_FORM = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{10,100}")
_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}
_THIS_MACHINE = {"127.0.0.1", "::1", "localhost"}  # where tests receive webhooks
_EXPECTED = {
    "bot_token": "has to look like 123456789:AbCdEf..., as @BotFather gives it",
    "bot_api_url": "has to be the address of a Bot API server, like https://api.telegram.org",
    "database_url": "has to be an address like sqlite+aiosqlite:///data/smartbot.db or "
    "postgresql+asyncpg://user@host/name",
    "smart_cloud_url": "has to be an address like http://127.0.0.1:8081",
    "public_url": "has to be an address that begins with https://",
    "log_level": "has to be one of debug, info, warning, error",
    "log_format": "has to be console or json",
    "port": "has to be a whole number from 1 to 65535",
}


class SettingsError(Exception):
    """A setting is missing or wrong; the text names the variable and never its value."""


def _http_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("not an HTTP address")
    return value.rstrip("/")


def _public_address(value: str) -> str:
    address = _http_address(value)
    if not address.startswith("https://") and urlsplit(address).hostname not in _THIS_MACHINE:
        raise ValueError("not an HTTPS address")
    return address


def _database_address(value: str) -> str:
    scheme, separator, rest = value.partition("://")
    scheme = _DRIVERS.get(scheme, scheme)
    if not separator or scheme.partition("+")[0] not in {"sqlite", "postgresql"}:
        raise ValueError("not a database address")
    return f"{scheme}://{rest}"


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN_FORM.fullmatch(value.get_secret_value()):
        raise ValueError("not a bot token")
    return value


HttpAddress = Annotated[str, AfterValidator(_http_address)]
LogLevel = Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(str.lower)]
LogFormat = Annotated[Literal["console", "json"], BeforeValidator(str.lower)]


class Settings(BaseSettings):
    """Everything the environment decides; the field's name in capitals is the variable."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    bot_api_url: HttpAddress = TELEGRAM_URL
    data_dir: Path = Path("data")
    database_url: Annotated[str, AfterValidator(_database_address)] | None = None
    session_keys: SecretStr | None = None
    session_key_file: Path | None = None
    smart_cloud_url: HttpAddress | None = None
    public_url: Annotated[str, AfterValidator(_public_address)] | None = None
    log_level: LogLevel = "info"
    log_format: LogFormat = "console"
    port: Annotated[int, Field(ge=1, le=65535)] = 8000

    @property
    def is_default_database(self) -> bool:
        """True if no database was chosen: the file is then made and kept up to date by us."""
        return self.database_url is None

    @property
    def database(self) -> str:
        """The SQLAlchemy address of the database."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'smartbot.db'}"

    @property
    def database_file(self) -> Path | None:
        """The file of a SQLite database."""
        scheme, _, path = self.database.partition(":///")
        return Path(path.partition("?")[0]) if scheme.startswith("sqlite") and path else None

    @property
    def key_file(self) -> Path:
        """Where the keys are kept when the environment does not hold them."""
        return self.session_key_file or self.data_dir / "session.keys"

    @property
    def telegram_url(self) -> str:
        """Base address of Bot API methods; the token follows without a slash."""
        return self._telegram_root + "/bot"

    @property
    def telegram_file_url(self) -> str:
        """Base address of downloads; the token follows without a slash."""
        return self._telegram_root + "/file/bot"

    @property
    def _telegram_root(self) -> str:
        return self.bot_api_url.removesuffix("/bot")

    def require_token(self) -> str:
        """Return the bot's token, or raise ``SettingsError`` saying how to get one."""
        if self.bot_token is None:
            raise SettingsError(
                "BOT_TOKEN is not set. Write /newbot to @BotFather in Telegram, then put the "
                "token it gives you into the environment or a .env file."
            )
        return self.bot_token.get_secret_value()


def load_settings(**overrides: object) -> Settings:
    """Read the settings; ``overrides`` win over the environment (the demo's addresses)."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        names = [str(problem["loc"][0]) for problem in error.errors()]
    except UnicodeDecodeError:
        raise SettingsError("The file .env is not a text file in UTF-8.") from None
    raise SettingsError(" ".join(_sentence(name) for name in dict.fromkeys(names)))


def _sentence(name: str) -> str:
    return f"{name.upper()} {_EXPECTED.get(name, 'is not understood')}."
