"""Settings from the environment or a ``.env`` file, checked once at start."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bot.notes.models import NO_ENGINE, SPEAKERS, TRANSCRIBERS, Choice, read_choice
from smartcloud.credentials import CloudSecrets

TELEGRAM_URL = "https://api.telegram.org"
ENV_FILE = Path(".env")

_TOKEN_FORM = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{3,}")
_SKILL_FORM = re.compile(r"amzn1\.ask\.skill\.[A-Za-z0-9-]{3,}")
_INVOCATION_FORM = re.compile(r"[^\W\d_]+(?:[ '.]+[^\W\d_]+)+\.?")  # two words or more, no digits
_PORTS = range(1, 65536)
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
    "alexa_skill_id": "has to look like amzn1.ask.skill.<id>, as the developer console shows it",
    "alexa_invocation_name": "has to be two words or more, in letters, like smart companion",
    "assist_uri": "has to be an address like tcp://127.0.0.1:10500",
    "alexa_certificate_url": "has to be an address like http://127.0.0.1:8081",
    "transcriber": "has to be none, pocketsphinx, wyoming tcp://host:port or whisper /folder",
    "speaker": "has to be none, espeak-ng or wyoming tcp://host:port",
    "rich_messages": "has to be auto or off",
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


def _token(value: str) -> str:
    if not _TOKEN_FORM.fullmatch(value):
        raise ValueError("not a bot token")
    return value


def _port(value: str) -> int:
    if int(value) not in _PORTS:
        raise ValueError("not a port")
    return int(value)


def _tcp_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme != "tcp" or not parts.hostname or parts.port is None or parts.path:
        raise ValueError("not a TCP address")
    return value


def _skill_id(value: str) -> str:
    if not _SKILL_FORM.fullmatch(value):
        raise ValueError("not a skill's id")
    return value


def _invocation_name(value: str) -> str:
    name = " ".join(value.lower().split())
    if not _INVOCATION_FORM.fullmatch(name) or not 2 <= len(name) <= 50:
        raise ValueError("not an invocation name")
    return name


def _one_of(*words: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value.lower() not in words:
            raise ValueError("not one of the words")
        return value.lower()

    return read


def _engine(kinds: tuple[str, ...]) -> Callable[[str], Choice]:
    return lambda value: read_choice(value, kinds)


_READERS: Mapping[str, Callable[[str], object]] = {
    "bot_token": _token,
    "bot_api_url": _http_address,
    "data_dir": Path,
    "database_url": _database_address,
    "session_keys": str,
    "session_key_file": Path,
    "smart_cloud_url": _http_address,
    "public_url": _public_address,
    "log_level": _one_of("debug", "info", "warning", "error"),
    "log_format": _one_of("console", "json"),
    "port": _port,
    "rich_messages": _one_of("auto", "off"),
    "transcriber": _engine(TRANSCRIBERS),
    "speaker": _engine(SPEAKERS),
    "xs_sign_secret": str,
    "dcs_client_id": str,
    "dcs_client_secret": str,
    "dcs_company_code": str,
    "alexa_skill_id": _skill_id,
    "alexa_invocation_name": _invocation_name,
    "alexa_trust_file": Path,
    "alexa_certificate_url": _http_address,
    "assist_uri": _tcp_address,
    "assist_token": str,
}
"""How each setting is read from its text; what is not understood is a ``ValueError``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the environment decides; the field's name in capitals is the variable."""

    bot_token: str | None = field(default=None, repr=False)
    bot_api_url: str = TELEGRAM_URL
    data_dir: Path = Path("data")
    database_url: str | None = field(default=None, repr=False)  # may hold a password
    session_keys: str | None = field(default=None, repr=False)
    session_key_file: Path | None = None
    smart_cloud_url: str | None = None
    public_url: str | None = None
    log_level: str = "info"
    log_format: str = "console"
    port: int = 8000
    rich_messages: str = "auto"  # off: no tables, for families with apps that show none
    transcriber: Choice = NO_ENGINE  # what hears voice notes
    speaker: Choice = NO_ENGINE  # what speaks the answers to them
    xs_sign_secret: str = field(default="", repr=False)
    dcs_client_id: str = field(default="", repr=False)
    dcs_client_secret: str = field(default="", repr=False)
    dcs_company_code: str = field(default="", repr=False)
    alexa_skill_id: str | None = None
    alexa_invocation_name: str | None = None
    alexa_trust_file: Path | None = None
    alexa_certificate_url: str | None = None
    assist_uri: str | None = None
    assist_token: str | None = field(default=None, repr=False)

    @property
    def cloud_secrets(self) -> CloudSecrets | None:
        """What Smart does not publish; each opens one more service, none is needed for a car."""
        secrets = CloudSecrets(
            xs_sign=self.xs_sign_secret,
            dcs_client_id=self.dcs_client_id,
            dcs_client_secret=self.dcs_client_secret,
            dcs_company_code=self.dcs_company_code,
        )
        return None if secrets == CloudSecrets() else secrets

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
    def own_paths(self) -> tuple[Path, ...]:
        """The files that messages to the person who runs the bot name."""
        return (self.key_file, *filter(None, (self.database_file,)))

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
        return self.bot_token


def load_settings(**overrides: object) -> Settings:
    """Read the settings; ``overrides`` win over the environment (the demo's addresses)."""
    texts = {**_env_file(), **{name: text for name, text in os.environ.items() if text}}
    values, wrong = dict(overrides), []
    for name, read in _READERS.items():
        if name not in overrides and (text := texts.get(name.upper())):
            try:
                values[name] = read(text)
            except ValueError:
                wrong.append(name)
    if wrong:
        raise SettingsError(" ".join(f"{name.upper()} {_EXPECTED[name]}." for name in wrong))
    return Settings(**values)  # type: ignore[arg-type]


def _env_file() -> dict[str, str]:
    if not ENV_FILE.is_file():
        return {}
    from dotenv import dotenv_values  # many set-ups have no such file

    try:
        return {name: text for name, text in dotenv_values(ENV_FILE).items() if text}
    except UnicodeDecodeError:
        raise SettingsError("The file .env is not a text file in UTF-8.") from None
