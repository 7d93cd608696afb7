"""What lies around: weather and air of a place, its city, and dealers by distance. PROPOSED."""

from dataclasses import dataclass

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.answers import Json, number, point_asked
from simulator.cloud.physics.car import Point
from simulator.cloud.physics.driving import distance_km
from simulator.cloud.physics.weather import observed

DEFAULT_RADIUS_KM, MAX_RADIUS_KM = 50.0, 20_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city with its usual air: index and fine dust in micrograms a cubic metre."""

    code: str
    name: str
    place: Point
    aqi: int
    pm25: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealer:
    """An invented service partner."""

    dealer_id: str
    name: str
    address: str
    place: Point


CITIES = (
    City(code="DE-M", name="Munich", place=(48.137, 11.575), aqi=42, pm25=9),
    City(code="DE-B", name="Berlin", place=(52.520, 13.405), aqi=48, pm25=11),
    City(code="GB-LON", name="London", place=(51.507, -0.128), aqi=51, pm25=12),
    City(code="FR-PAR", name="Paris", place=(48.857, 2.352), aqi=55, pm25=13),
    City(code="IT-RM", name="Rome", place=(41.903, 12.496), aqi=58, pm25=14),
    City(code="IL-TA", name="Tel Aviv", place=(32.085, 34.782), aqi=70, pm25=20),
    City(code="AU-SYD", name="Sydney", place=(-33.869, 151.209), aqi=30, pm25=6),
)
DEALERS = (
    Dealer(
        dealer_id="d-1",
        name="Example Dealer",
        address="Example Street 1, Example City",
        place=(48.15, 11.55),
    ),
    Dealer(
        dealer_id="d-2",
        name="Example Dealer West",
        address="Example Road 2, Example Town",
        place=(48.37, 10.89),
    ),
    Dealer(
        dealer_id="d-3",
        name="Example Dealer North",
        address="Example Avenue 3, Example Town",
        place=(49.45, 11.08),
    ),
    Dealer(
        dealer_id="d-4",
        name="Example Dealer South",
        address="Example Parade 4, Example Bay",
        place=(-33.90, 151.18),
    ),
)


def weather(call: Call) -> Json:
    """Return the weather of a place, by season and hour."""
    place = point_asked(call)
    seen = observed(*place, call.world.now())
    return {
        "temperature": f"{seen.temperature:.0f}",
        "weather": seen.sky,
        "humidity": str(seen.humidity),
        "windSpeed": str(seen.wind),
        "updateTime": call.world.now_ms(),
    }


def city(call: Call) -> Json:
    """Return the nearest known city."""
    place = point_asked(call)
    found = min(CITIES, key=lambda one: distance_km(one.place, place))
    return {"cityCode": found.code, "cityName": found.name}


def air(call: Call) -> Json:
    """Return the air of a city."""
    code = call.asked("cityCode")
    found = next((one for one in CITIES if one.code == code), None)
    if found is None:
        raise CloudError("1405")
    return {"aqi": str(found.aqi), "pm25": str(found.pm25)}


def shown(dealer: Dealer) -> Json:
    """Return a service partner."""
    return {
        "dealerId": dealer.dealer_id,
        "name": dealer.name,
        "address": dealer.address,
        "lat": dealer.place[0],
        "lon": dealer.place[1],
        "phone": "+49 000 0000000",
    }


def dealers(call: Call) -> Json:
    """Return the service partners around a place (radius in km), nearest first."""
    place = point_asked(call)
    radius = number(call.query.get("radius") or DEFAULT_RADIUS_KM, "radius", MAX_RADIUS_KM)
    far = sorted((distance_km(dealer.place, place), dealer.dealer_id) for dealer in DEALERS)
    by_id = {dealer.dealer_id: dealer for dealer in DEALERS}
    return {
        "list": [
            {**shown(by_id[dealer_id]), "distance": round(km, 1)}
            for km, dealer_id in far
            if km <= radius
        ]
    }


def preferred_dealer(call: Call) -> Json:
    """Return the chosen service partner, or nothing."""
    chosen = call.world.cabinet.one("dealer", call.account.user_id).get("dealerId")
    return next((shown(dealer) for dealer in DEALERS if dealer.dealer_id == chosen), {})


def choose_dealer(call: Call) -> Json:
    """Choose a service partner."""
    wanted = call.text("dealerId")
    if wanted not in {dealer.dealer_id for dealer in DEALERS}:
        raise CloudError("1405")
    call.world.cabinet.one("dealer", call.account.user_id)["dealerId"] = wanted
    return {"result": 1}


ROUTES = (
    ecarx("GET", "/security2/v2/weather/observe", weather, "session"),
    ecarx("GET", "/security2/v2/city_code/geo_location", city, "session"),
    ecarx("GET", "/security2/v2/weather/index", air, "session"),
    ecarx("GET", "/device-platform/dealers", dealers, "session"),
    ecarx("GET", "/device-platform/user/dealer", preferred_dealer, "session"),
    ecarx("POST", "/device-platform/user/dealer", choose_dealer, "session", "write"),
)
