"""Sentences, numbers and times in the language and time zone of one person or chat."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, cached_property, lru_cache
from html import escape, unescape
from importlib.resources import files
from unicodedata import bidirectional
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton
from babel.numbers import format_decimal
from babel.units import format_unit
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message, Pattern

from bot.cldr import locale_of

KM_PER_MILE = 1.609344
KPA_PER_BAR = 100.0
KPA_PER_PSI = 6.894757
CURRENCY_SIGNS = {"EUR": "€", "GBP": "£", "ILS": "₪"}  # those that mean one currency

_ALONE = "\N{FIRST STRONG ISOLATE}"
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_ENTRY = re.compile(r"^(?=-?[A-Za-z])", re.MULTILINE)
_PLAIN = re.compile(r"^([a-z][\w-]*) *= *([^\s{}][^\n{}]*?) *\n(?! +[^\s.])", re.MULTILINE)
"""Sentences of one line without variables, half of all: the text is what is said. Menus show these
in every language, and need no language's data for it."""

Value = str | float | int | datetime | timedelta | None


class Html(str):
    """Text that is escaped already and may hold our own markup."""

    __slots__ = ()


class TextError(Exception):
    """A text file is broken or a key is missing; found at start or by a test, never by a person."""


def read_sources() -> dict[str, str]:
    """Return the Fluent source of each language, English first: its ``<subject>.ftl``, joined."""
    folders = [folder for folder in (files("bot") / "texts").iterdir() if folder.is_dir()]
    return {
        folder.name: "\n".join(
            subject.read_text("utf-8")
            for subject in sorted(folder.iterdir(), key=lambda subject: subject.name)
            if subject.name.endswith(".ftl")
        )
        for folder in sorted(folders, key=lambda folder: (folder.name != "en", folder.name))
    }


class Texts:
    """Every sentence the bot says, by key (``lock`` or ``lock.sending``) and language."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """Take Fluent source texts by language; English has to be among them."""
        self._speeches = {language: _Speech(language, text) for language, text in sources.items()}
        self.languages = tuple(self._speeches)

    @classmethod
    def load(cls) -> "Texts":
        """Read every text file; English is asked first."""
        return cls(read_sources())

    def language_of(self, code: str | None) -> str:
        """Return the supported language nearest to a code such as ``de-AT``; English otherwise."""
        short = (code or "en").replace("_", "-").split("-")[0].lower()
        return short if short in self._speeches else "en"

    def has(self, key: str, language: str = "en") -> bool:
        """Return whether this language has the key itself."""
        return self._pattern(key, language) is not None

    def format(self, key: str, language: str, variables: Mapping[str, str | float | int]) -> str:
        """Return the sentence with its variables as they are."""
        for candidate in (language, "en"):
            if (plain := self._plain(key, candidate)) is not None:
                return plain
            pattern = self._pattern(key, candidate)
            if pattern is None:
                continue
            bundle = self._speeches[candidate].bundle
            text, errors = bundle.format_pattern(pattern, dict(variables))
            if errors:
                raise TextError(f"Text {key!r} in {candidate!r} cannot be formatted: {errors[0]}")
            return str(text)
        raise TextError(f"There is no text {key!r}.")

    def _plain(self, key: str, language: str) -> str | None:
        speech = self._speeches.get(language)
        return speech.plain.get(key) if speech is not None else None

    def _pattern(self, key: str, language: str) -> Pattern | None:
        name, _, attribute = key.partition(".")
        speech = self._speeches.get(language)
        message = speech.message(name) if speech is not None else None
        if message is None:
            return None
        return message.attributes.get(attribute) if attribute else message.value


class _Speech:
    """The sentences of one language; each is parsed when it is first said."""

    def __init__(self, language: str, source: str) -> None:
        """Cut the source into entries: each begins with its name at the start of a line."""
        self._language = language
        entries = (entry for entry in _ENTRY.split(source) if "=" in entry)
        self._unread = {entry.partition("=")[0].strip(): entry for entry in entries}
        self.plain = dict(_PLAIN.findall(source))

    @cached_property
    def bundle(self) -> FluentBundle:
        """Return the bundle of what was said so far."""
        locale_of(self._language)
        return FluentBundle([self._language], use_isolating=False)

    def message(self, name: str) -> Message | None:
        """Return a message; entries do not refer to each other."""
        if (entry := self._unread.pop(name, None)) is not None:
            self.bundle.add_resource(FluentResource(entry))
        return self.bundle.get_message(name) if self.bundle.has_message(name) else None


@dataclass(frozen=True)
class Wording:
    """Texts bound to a reader: language, time zone, units, and the moment of speaking."""

    texts: Texts
    language: str
    timezone: str
    now: datetime  # aware
    units: str = "metric"  # or "imperial": miles and psi

    def say(self, key: str, **variables: Value) -> Html:
        """Return the sentence for a message: variables are escaped for Telegram's HTML."""
        worded = {name: safe(self._word(value)) for name, value in variables.items()}
        return Html(self.texts.format(key, self.language, worded))

    def label(self, key: str, **variables: Value) -> str:
        """Return the sentence for a button or a toast, which know no markup."""
        worded = {name: self._word(value) for name, value in variables.items()}
        return self.texts.format(key, self.language, worded)

    def at(self, now: datetime) -> "Wording":
        """Return the same wording at another moment."""
        return Wording(self.texts, self.language, self.timezone, now, self.units)

    @cached_property
    def zone(self) -> ZoneInfo:
        """Return the reader's time zone."""
        return zone_of(self.timezone)

    def percent(self, value: float | None) -> str:
        """Return ``64 %`` as this language writes it."""
        return self._unit(value, "concentr-percent", "0")

    def distance(self, km: float | None) -> str:
        """Return kilometres, or miles, without decimals."""
        if self.units == "imperial" and km is not None:
            return self._unit(km / KM_PER_MILE, "length-mile", "#,##0")
        return self._unit(km, "length-kilometer", "#,##0")

    def hundred_km(self) -> float:
        """Return the way in kilometres that a mean use is told for: 100 km, or 100 miles."""
        return 100 * KM_PER_MILE if self.units == "imperial" else 100.0

    def metres(self, metres: float) -> str:
        """Return a short length: metres below one kilometre."""
        if metres < 1000:
            return self._unit(metres, "length-meter", "0")
        return self._unit(metres / 1000, "length-kilometer", "0.#")

    def map_scale(self, metres: float) -> str:
        """Return a length on a map: metres and kilometres, or miles."""
        if self.units == "imperial":
            return self._unit(metres / self.way_m, "length-mile", "0.##")
        return self.metres(metres)

    @property
    def way_m(self) -> float:
        """Return the metres of what ways are counted in: a kilometre, or a mile."""
        return 1000 * (KM_PER_MILE if self.units == "imperial" else 1)

    def temperature(self, celsius: float | None) -> str:
        """Return degrees Celsius with at most one decimal."""
        return self._unit(celsius, "temperature-celsius", "0.#")

    def power(self, kilowatt: float | None) -> str:
        """Return kilowatts with at most one decimal."""
        return self._unit(kilowatt, "power-kilowatt", "0.#")

    def speed(self, kmh: float | None) -> str:
        """Return kilometres, or miles, per hour without decimals."""
        if self.units == "imperial" and kmh is not None:
            return self._unit(kmh / KM_PER_MILE, "speed-mile-per-hour", "0")
        return self._unit(kmh, "speed-kilometer-per-hour", "0")

    def energy(self, kilowatt_hours: float | None) -> str:
        """Return kilowatt hours with at most one decimal."""
        return self._unit(kilowatt_hours, "energy-kilowatt-hour", "#,##0.#")

    def pressure(self, kpa: float | None) -> str:
        """Return bar, or psi."""
        if self.units == "imperial" and kpa is not None:
            return self._unit(kpa / KPA_PER_PSI, "pressure-pound-force-per-square-inch", "0")
        return self._unit(None if kpa is None else kpa / KPA_PER_BAR, "pressure-bar", "0.0")

    def voltage(self, volt: float | None) -> str:
        """Return volts with one decimal."""
        return self._unit(volt, "electric-volt", "0.0")

    def money(self, amount: float, currency: str) -> str:
        """Return an amount with at least two decimals; a price per kWh may have four."""
        decimals = "#,##0.00" if amount >= 1 else "0.00##"
        number = format_decimal(amount, decimals, locale=locale_of(self.language))
        sign = CURRENCY_SIGNS.get(currency)
        if sign is not None and self.language == "en":
            return f"{sign}{number}"
        return f"{number}\N{NO-BREAK SPACE}{sign or currency}"

    def duration(self, length: timedelta) -> str:
        """Return ``1 h 20 min``; never less than a minute."""
        minutes = max(1, round(length.total_seconds() / 60))
        days, rest = divmod(minutes, 24 * 60)
        hours, left = divmod(rest, 60)
        if days:
            return self.say("duration-days", days=days, hours=hours)
        if hours:
            return self.say("duration-hours", hours=hours, minutes=left)
        return self.say("duration-minutes", minutes=left)

    def age(self, at: datetime) -> str:
        """Return how long ago something was: ``3 min ago``, or the day and time beyond a day."""
        seconds = (self.now - at).total_seconds()
        if seconds < 60:
            return self.say("age-now")
        if seconds < 3600:
            return self.say("age-minutes", minutes=int(seconds // 60))
        if seconds < 24 * 3600:
            return self.say("age-hours", hours=int(seconds // 3600))
        return self.say("age-date", at=at)

    def time(self, at: datetime) -> str:
        """Return the time of day in the reader's zone."""
        return _skeleton("Hm", at.astimezone(self.zone), self.language)

    def weekday(self, at: datetime) -> str:
        """Return the short name of a day."""
        return _skeleton("E", at.astimezone(self.zone), self.language)

    def day(self, at: datetime) -> str:
        """Return the day and the short name of the month: in numbers, English has two orders."""
        return _skeleton("MMMd", at.astimezone(self.zone), self.language)

    def day_and_time(self, at: datetime) -> str:
        """Return the time, with the day unless it is today."""
        local = at.astimezone(self.zone)
        if local.date() == self.now.astimezone(self.zone).date():
            return self.time(at)
        return f"{_skeleton('MMMEd', local, self.language)}, {self.time(at)}"

    def interval(self, starts_at: datetime, ends_at: datetime) -> str:
        """Return ``Sat, Nov 28, 10:00–14:00`` with the second day only where it differs."""
        start, end = starts_at.astimezone(self.zone), ends_at.astimezone(self.zone)
        day = _skeleton("MMMEd", start, self.language)
        if start.date() == end.date():
            return f"{day}, {self.time(starts_at)}–{self.time(ends_at)}"
        until = f"{_skeleton('MMMEd', end, self.language)}, {self.time(ends_at)}"
        return f"{day}, {self.time(starts_at)} – {until}"

    def listing(self, parts: Iterable[str]) -> Html:
        """Join names as people do: ``a, b and c``."""
        *most, last = [str(safe(part)) for part in parts]
        if not most:
            return Html(last)
        return self.say("list-and", first=Html(", ".join(most)), last=Html(last))

    def _unit(self, value: float | None, unit: str, pattern: str) -> str:
        if value is None:
            return self.say("unknown-value")
        return _with_unit(value, unit, pattern, self.language)

    def _word(self, value: Value) -> str | float | int:
        match value:
            case None:
                return self.say("unknown-value")
            case datetime():
                return self.day_and_time(value)
            case timedelta():
                return self.duration(value)
            case str() if not isinstance(value, Html):
                return tamed(value)
        return value


def safe(value: str | float | int) -> str | float | int:
    """Escape a string for Telegram's HTML unless it is ``Html`` already."""
    if isinstance(value, str) and not isinstance(value, Html):
        return Html(escape(tamed(value), quote=False))
    return value


def tamed(name: str) -> str:
    """Return a name that turns no words around it: Hebrew stays in its own direction, alone."""
    if name.isascii():
        return name
    bare = name.translate(_DIRECTIONS)
    is_turned = any(bidirectional(letter) in {"R", "AL"} for letter in bare)
    return f"{_ALONE}{bare}\N{POP DIRECTIONAL ISOLATE}" if is_turned else bare


def plain(text: str) -> str:
    """Return a message without its markup, for where there is none."""
    return unescape(re.sub(r"</?[a-z][^>]*>", "", text))


@cache
def zone_of(name: str | None) -> ZoneInfo:
    """Return the zone of an IANA name, UTC for one that does not exist."""
    try:
        return ZoneInfo(name or "UTC")
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


@lru_cache(maxsize=2048)
def _with_unit(value: float, unit: str, pattern: str, language: str) -> str:
    """Format a number: the same few levels and distances are said again and again."""
    return format_unit(value, unit, length="short", format=pattern, locale=locale_of(language))


def _skeleton(skeleton: str, at: datetime, language: str) -> str:
    return format_skeleton(skeleton, at, locale=locale_of(language))
