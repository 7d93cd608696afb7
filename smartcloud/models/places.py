"""Fences, destinations, weather and dealers: what lies around a car."""

from dataclasses import dataclass
from datetime import datetime, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Geofence:
    """PROPOSED: a circle that the cloud watches; its alerts go to the phone application only."""

    geofence_id: str
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_m: float | None = None
    is_enabled: bool | None = None
    alert_type: str | None = None
    starts_at: time | None = None
    ends_at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A place to send to the car's navigation, in decimal degrees."""

    latitude: float
    longitude: float
    name: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FavouritePlace:
    """PROPOSED: a place kept in the account."""

    place_id: str
    name: str | None = None
    address: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """PROPOSED: the weather at a place."""

    temperature_c: float | None = None
    description: str | None = None
    humidity_percent: float | None = None
    wind_speed: float | None = None  # unit not published
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """PROPOSED: the city of a coordinate."""

    code: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AirQuality:
    """PROPOSED: the air of a city."""

    index: float | None = None
    pm25_ug_per_m3: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealer:
    """PROPOSED: a service partner."""

    dealer_id: str
    name: str | None = None
    address: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    phone: str | None = None
