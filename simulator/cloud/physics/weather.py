"""The weather of a place by season and hour, smooth and without chance (pure)."""

import math
from dataclasses import dataclass

DAY_S, YEAR_DAYS = 86_400.0, 365.2425
MEAN_AT_EQUATOR_C, COOLER_PER_DEGREE_C = 30.0, 0.42
SEASON_PER_DEGREE_C = 0.2
DAILY_SWING_C = 4.0
WARMEST_HOUR = 15.0
WARMEST_DAY = 200.0  # of the year, north of the equator
SKIES = ("Sunny", "Cloudy", "Rain", "Cloudy", "Sunny", "Fog", "Cloudy")
FREEZING_C = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """Temperature in degrees Celsius, humidity in percent, wind in metres a second."""

    temperature: float
    sky: str
    humidity: int
    wind: int


def temperature_c(latitude: float, longitude: float, at: float) -> float:
    """Return the outside temperature at a place and an epoch second."""
    days = at / DAY_S
    hour = (days % 1 * 24 + longitude / 15) % 24
    half_a_year = 0.0 if latitude >= 0 else YEAR_DAYS / 2
    season = math.cos(2 * math.pi * (days % YEAR_DAYS - WARMEST_DAY - half_a_year) / YEAR_DAYS)
    daily = math.cos(2 * math.pi * (hour - WARMEST_HOUR) / 24)
    mean = MEAN_AT_EQUATOR_C - COOLER_PER_DEGREE_C * abs(latitude)
    return mean + SEASON_PER_DEGREE_C * abs(latitude) * season + DAILY_SWING_C * daily


def observed(latitude: float, longitude: float, at: float) -> Weather:
    """Return all that an observation tells; the sky changes from day to day."""
    temperature = temperature_c(latitude, longitude, at)
    day = int(at // DAY_S) + round(latitude) * 3 + round(longitude)
    sky = SKIES[day % len(SKIES)]
    if sky == "Rain" and temperature < FREEZING_C:
        sky = "Snow"
    wet = {"Sunny": 50, "Cloudy": 65, "Rain": 88, "Snow": 85, "Fog": 97}
    return Weather(temperature=temperature, sky=sky, humidity=wet[sky], wind=2 + day % 5)
