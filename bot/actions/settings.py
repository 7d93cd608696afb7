"""Language, time zone, units, and the name of a car."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

from bot.actions.exchange import Exchange
from bot.actions.models import PART, Slots
from bot.buttons import PREFER
from bot.localisation import Wording, zone_of
from bot.replies import Button, Question, Reply
from intents.models import Intent
from storage import alert_settings, cars, dialogs, people
from storage.records import StoredButton

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
}
_CALLED: Mapping[str, str] = {
    "en": "english englisch anglais inglés ingles inglese",
    "de": "german deutsch allemand alemán aleman tedesco",
    "fr": "french französisch franzoesisch français francais francés frances francese",
    "es": "spanish spanisch espagnol español espanol castellano spagnolo",
    "it": "italian italienisch italien italiano",
}
_CALLED_UNITS: Mapping[str, str] = {
    "metric": "metric km kilometres kilometers kilometer kilometros kilómetros chilometri metrisch "
    "métrique metrique métrico metrico bar",
    "imperial": "imperial miles meilen millas miglia milles imperiales impérial imperiale psi",
}
ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "Europe/Paris",
    "Asia/Jerusalem",
    "Asia/Singapore",
    "Australia/Sydney",
)
LONGEST_NAME = 24  # characters that a button can show


async def language(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Speak another language from now on, or show which there are."""
    said = str(slots.get("name", ""))
    chosen = _named(said, _CALLED)
    if chosen is None or chosen not in exchange.parts.texts.languages:
        key = "setting-language-unknown" if said else "setting-language-ask"
        choices = [(LANGUAGES[code], code) for code in exchange.parts.texts.languages]
        asks = Question(intent=Intent(name="language"), wanted=("name",))
        return (replace(_offer(exchange, key, "language", choices), asks=asks),)
    return (await _keep(exchange, "language", chosen),)


async def timezone(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Tell times of another place from now on."""
    said = str(slots.get("place", ""))
    found = zones_named(said) if said else ()
    if len(found) == 1:
        return (await _keep(exchange, "timezone", found[0]),)
    key = "setting-timezone-unknown" if said else "setting-timezone-ask"
    choices = [(_city(zone), zone) for zone in found[:6] or ZONES]
    asks = Question(intent=Intent(name="timezone"), wanted=("place",))
    return (replace(_offer(exchange, key, "timezone", choices), asks=asks),)


async def units(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Count in kilometres and bar, or in miles and psi."""
    chosen = _named(str(slots.get("name", "")), _CALLED_UNITS)
    if chosen is None:
        choices = [(exchange.wording.label(f"units-{it}"), it) for it in _CALLED_UNITS]
        return (_offer(exchange, "setting-units-ask", "units", choices),)
    return (await _keep(exchange, "units", chosen),)


async def rename(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Give the car a name that all of its people see."""
    name, car = " ".join(str(slots.get("name", "")).split()), exchange.car
    if car is None or not name or len(name) > LONGEST_NAME or not any(map(str.isalnum, name)):
        wish = Intent(name="rename_car")
        return (exchange.ask("rename-bad", wish, ("name",), longest=LONGEST_NAME),)
    others = {other.name.casefold() for other, _ in exchange.cars if other.car_id != car.car_id}
    if name.casefold() in others:
        return (exchange.say("rename-taken", name=name),)
    async with exchange.parts.database.transaction() as tx:
        await cars.rename_car(tx, car.car_id, name)
    return (exchange.say("rename-done", car=car.name, name=name),)


async def prefer(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Take a tap on one of the offered choices."""
    kind, value = str(button.payload["kind"]), str(button.payload["value"])
    return (await _keep(replace(exchange, edits=True), kind, value),)


@cache
def _zones() -> frozenset[str]:
    return frozenset(zone for zone in available_timezones() if "/" in zone)


def zones_named(said: str) -> tuple[str, ...]:
    """Return the time zones that a name ("Berlin", "Europe/Berlin", "new york") can mean."""
    wanted = "_".join(said.casefold().split())
    exact = [zone for zone in _zones() if zone.casefold() == wanted]
    by_city = [zone for zone in _zones() if zone.casefold().rpartition("/")[2] == wanted]
    return tuple(sorted(exact or by_city))


def is_choice(setting: str, said: str) -> bool:
    """Return whether words name one of the choices of a setting."""
    match setting:
        case "language":
            return _named(said, _CALLED) is not None
        case "timezone":
            return bool(zones_named(said))
    return _named(said, _CALLED_UNITS) is not None


def _named(said: str, names: Mapping[str, str]) -> str | None:
    word = said.casefold().strip(" .!")
    return next(
        (key for key, called in names.items() if word == key or word in called.split()), None
    )


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _offer(exchange: Exchange, key: str, kind: str, choices: list[tuple[str, str]]) -> Reply:
    buttons = [
        Button(
            text=text,
            action=PREFER,
            payload={"kind": kind, "value": value},
            person_id=exchange.person.person_id,
            once=False,
        )
        for text, value in choices
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Reply(text=exchange.wording.say(key), buttons=rows, edit=exchange.edits)


async def _keep(exchange: Exchange, kind: str, value: str) -> Reply:
    """Store a choice: of a person, and in a group what the group hears in alerts."""
    person_id, chat_id = exchange.person.person_id, exchange.chat.chat_id
    async with exchange.parts.database.transaction() as tx:
        if exchange.is_private:
            await people.set_person_preferences(tx, person_id, **{kind: value})
        elif kind != "units":
            await people.set_chat_preferences(tx, chat_id, **{kind: value})
        else:
            await people.set_person_preferences(tx, person_id, units=value)
        await dialogs.end_kind(tx, chat_id, person_id, PART)  # the question that was open
        if kind == "timezone":  # quiet hours are told in it
            settings = await alert_settings.get(tx, chat_id)
            await alert_settings.save(tx, chat_id, replace(settings, timezone=value))
    spoken = _spoken(exchange.wording, kind, value)
    told = replace(exchange, wording=spoken)
    match kind:
        case "language":
            return told.say("setting-language-done", language=LANGUAGES[value])
        case "timezone":
            return told.say("setting-timezone-done", zone=_city(value), time=spoken.time(told.now))
    return told.say("setting-units-done", units=spoken.label(f"units-{value}"))


def _spoken(wording: Wording, kind: str, value: str) -> Wording:
    """Return the wording with the choice at work already."""
    return Wording(
        wording.texts,
        value if kind == "language" else wording.language,
        zone_of(value).key if kind == "timezone" else wording.timezone,
        wording.now,
        value if kind == "units" else wording.units,
    )
