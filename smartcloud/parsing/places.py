"""Fences, favourite places, weather and dealers."""

from smartcloud.models import AirQuality, City, Dealer, FavouritePlace, Geofence, Weather
from smartcloud.parsing.converters import clock_time, text, time_of_ms, truth
from smartcloud.parsing.reading import Reader, latitude, longitude, percent, within

parse_geofence = Reader(
    Geofence,
    needs=("geofence_id",),
    geofence_id=("geofenceId", text),
    name=("name", text),
    latitude=("centerLatitude", latitude),
    longitude=("centerLongitude", longitude),
    radius_m=("radius", within(0, 1_000_000)),
    is_enabled=("enabled", truth),
    alert_type=("alertType", text),
    starts_at=("startTime", clock_time),
    ends_at=("endTime", clock_time),
)
parse_favourite = Reader(
    FavouritePlace,
    needs=("place_id",),
    place_id=("collectionId", text),
    name=("name", text),
    address=("address", text),
    latitude=("lat", latitude),
    longitude=("lon", longitude),
)
parse_weather = Reader(
    Weather,
    temperature_c=("temperature", within(-90, 70)),
    description=("weather", text),
    humidity_percent=("humidity", percent),
    wind_speed=("windSpeed", within(0, 500)),
    updated_at=("updateTime", time_of_ms),
)
parse_city = Reader(City, needs=("code",), code=("cityCode", text), name=("cityName", text))
parse_air = Reader(
    AirQuality, index=("aqi", within(0, 2000)), pm25_ug_per_m3=("pm25", within(0, 5000))
)
parse_dealer = Reader(
    Dealer,
    needs=("dealer_id",),
    dealer_id=("dealerId", text),
    name=("name", text),
    address=("address", text),
    latitude=("lat", latitude),
    longitude=("lon", longitude),
    phone=("phone", text),
)
