"""What lies around the car (weather), and what could run in it (software)."""

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.reports import report
from bot.localisation import Wording
from bot.rendering.view import lines
from bot.replies import Reply
from smartcloud import CloudAccount
from smartcloud.models import (
    AirQuality,
    Position,
    Software,
    Weather,
)
from storage.records import Car


async def show_software(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Say whether an update is offered, and what runs now."""
    return await report(
        exchange,
        "software",
        lambda account, car: account.care.get_software(car.vehicle),
        lambda found: software_text(found, exchange.wording),
    )


async def show_weather(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Say what the weather and the air are like at the car; a place only by implication."""
    position = _position(exchange)
    if position is None:
        return (exchange.say("place-unknown"),)

    async def ask(account: CloudAccount, _: Car) -> tuple[Weather, AirQuality | None]:
        weather = await account.places.get_weather(position)
        city = await account.places.get_city(position)
        return weather, await account.places.get_air_quality(city) if city else None

    return await report(
        exchange, "weather", ask, lambda it: weather_text(*it, exchange.wording), is_private=True
    )


def software_text(software: Software, wording: Wording) -> str:
    """Return the offered version, or that the car is up to date, as far as the cloud tells."""
    version = software.current_version
    running = wording.say("software-running", version=version) if version else ""
    if software.has_update is None:
        return lines([wording.say("software-unknown"), running])
    if not software.has_update:
        return lines([wording.say("software-current"), running])
    return lines([wording.say("software-offered", version=software.target_version), running])


def weather_text(weather: Weather, air: AirQuality | None, wording: Wording) -> str:
    """Return temperature and sky, then the air where it is known."""
    answer = wording.say("weather-line", temperature=wording.temperature(weather.temperature_c))
    index = air.index if air else None
    quality = "" if index is None else wording.say("weather-air", index=f"{index:g}")
    return lines([answer, quality])


def _position(exchange: Exchange) -> Position | None:
    car = exchange.parts.garage.newest(exchange.car) if exchange.car else None
    return car.status.position if car and car.status else None
