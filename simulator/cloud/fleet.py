"""Who has an account and which cars, all invented."""

from dataclasses import dataclass, replace

from simulator.cloud.physics.car import Car, Charge, Climate, Health, Link, Motion, Point
from simulator.cloud.physics.models import MODELS
from simulator.cloud.physics.weather import temperature_c

REGIONS = ("EU", "INTL")
WARMER_INSIDE_C = 3.5  # a closed car in daylight


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """An account to log in with."""

    region: str
    email: str
    password: str
    user_id: str
    name: str
    vins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What the vehicle list says of a car beside its state."""

    model_code: str
    mat_code: str
    colour: str
    colour_code: str
    plate: str
    sale_name: str
    nation: str
    model_year: str = ""


OWNERS = (
    Owner(
        region="EU",
        email="anna@example.com",
        password="Anna-drives-1",
        user_id="112233",
        name="Anna",
        vins=("HESXR1C40PS000001", "HESYA4C40SG000005"),
    ),
    Owner(
        region="EU",
        email="ben@example.com",
        password="Ben-drives-3",
        user_id="223344",
        name="Ben",
        vins=("HESCA4C41PS000003",),
    ),
    Owner(
        region="INTL",
        email="anna@example.org",
        password="Anna-drives-9",
        user_id="445566",
        name="Anna",
        vins=("HESCB4C43RS000009",),
    ),
)

PAPERS = {
    "HESXR1C40PS000001": Papers(
        model_code="HX11_EUL_Premium_RWD_000",
        mat_code="HX1E2D2A0001000001",
        colour="G00 EXAMPLE BLUE",
        colour_code="087",
        plate="EX-AM 1E",
        sale_name="Premium",
        nation="DE",
    ),
    "HESYA4C40SG000005": Papers(
        model_code="HY11_EUL_Pro+_RWD_000",
        mat_code="HY1E2D1A0005000005",
        colour="B00 EXAMPLE GREY",
        colour_code="026",
        plate="EX-AM 5E",
        sale_name="Pro+",
        nation="DE",
    ),
    "HESCA4C41PS000003": Papers(
        model_code="HC11_EUL_Premium_RWD_000",
        mat_code="HC1E2D2A0003000003",
        colour="W00 EXAMPLE WHITE",
        colour_code="013",
        plate="EX-BE 3E",
        sale_name="Premium",
        nation="DE",
    ),
    "HESCB4C43RS000009": Papers(
        model_code="HC1EXAMPLE01-01_IL",
        mat_code="HC1E2D3A0009000009",
        colour="K00 EXAMPLE BLACK",
        colour_code="026",
        plate="EXAMPLE9",
        sale_name="BRABUS",
        nation="AU",
        model_year="2025",
    ),
}

PLACES: dict[str, Point] = {
    "home": (48.12870, 11.60240),
    "work": (48.17660, 11.55620),
    "charger": (48.14190, 11.63310),
    "ben_home": (48.11360, 11.53480),
    "sydney_home": (-33.89120, 151.20430),
    "sydney_beach": (-33.89060, 151.27410),
}


def place(name: str, at: float, heading: float, odometer: float) -> Motion:
    """Return a parked car's motion at a named place."""
    latitude, longitude = PLACES[name]
    return Motion(
        latitude=latitude,
        longitude=longitude,
        heading=heading,
        odometer=odometer,
        parked_since=at - 9_600,
    )


def built_fleet(at: float) -> list[Car]:
    """Return the cars as they stand at the simulated instant ``at`` (epoch seconds)."""
    one = Car(
        vin="HESXR1C40PS000001",
        region="EU",
        name="Anna's #1",
        model=MODELS["HX11"],
        at=at,
        charge=Charge(soc=62.0, limit=80.0, limit_set_at=at - 20_000),
        climate=Climate(cabin=0.0, outside=0.0),  # the weather decides, see below
        motion=place("home", at, 90, 12_345.0),
    )
    five = replace(
        one,
        vin="HESYA4C40SG000005",
        name="Anna's #5",
        model=MODELS["HY11"],
        charge=Charge(soc=48.0, limit=90.0, limit_set_at=at - 90_000),
        motion=place("work", at, 180, 8_210.4),
        health=Health(battery_12v=95.0),
    )
    three = replace(
        one,
        vin="HESCA4C41PS000003",
        name="Ben's #3",
        model=MODELS["HC11"],
        charge=Charge(soc=71.0, limit=80.0, limit_set_at=at - 50_000),
        motion=place("ben_home", at, 270, 21_903.7),
        link=Link(journal=False),
    )
    sydney = replace(
        one,
        vin="HESCB4C43RS000009",
        region="INTL",
        name="Anna's #3",
        model=MODELS["HC11_IL"],
        charge=Charge(soc=55.0, limit=80.0, limit_set_at=at - 30_000),
        motion=place("sydney_home", at, 45, 5_640.2),
    )
    return [acclimatised(car) for car in (one, five, three, sydney)]


def acclimatised(car: Car) -> Car:
    """Return the car as it has stood in the weather of its place."""
    outside = temperature_c(car.motion.latitude, car.motion.longitude, car.at)
    health = replace(car.health, tyre_temperature=outside, filled_at=outside)
    climate = replace(car.climate, outside=outside, cabin=outside + WARMER_INSIDE_C)
    return replace(car, climate=climate, health=health)
