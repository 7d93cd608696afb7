"""Request bodies of commands, exactly as documented, and their limits."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from smartcloud.commands import COMMANDS, build_bodies
from smartcloud.exceptions import InvalidArgumentError, Limits, UnsupportedError
from smartcloud.models import Model, Vehicle

MakeCar = Callable[..., Vehicle]
STAMP = 1760000004000
LOCK_PLAN = {"duration": 6, "interval": 0, "occurs": 1, "recurrentOperation": False}
CLIMATE_PLAN = LOCK_PLAN | {"duration": 180}
CHARGING_PLAN = {
    "scheduledTime": None,
    "interval": 0,
    "occurs": 1,
    "recurrentOperation": 0,
    "duration": 6,
}
COMFORT_PLAN = {
    "scheduledTime": None,
    "interval": 0,
    "occurs": 0,
    "recurrentOperation": 1,
    "duration": 60,
}


def body(
    service: str, plan: dict[str, Any], *pairs: tuple[str, str], command: str = "start", **more: Any
) -> dict[str, Any]:
    return {
        "creator": "tc",
        "command": command,
        "operationScheduling": plan,
        "serviceId": service,
        "serviceParameters": [{"key": key, "value": value} for key, value in pairs],
        **(more or {"timestamp": str(STAMP)}),
    }


def comfort(*pairs: tuple[str, str]) -> dict[str, Any]:
    return body(
        "ZAF",
        COMFORT_PLAN,
        ("operation", "4"),
        *pairs,
        latest=False,
        timeStamp=str(STAMP),
        userId="112233",
    )


def charging(*pairs: tuple[str, str]) -> dict[str, Any]:
    return body("rcs", CHARGING_PLAN, *pairs, timeStamp=str(STAMP))


def heated(key: str, level: str) -> dict[str, Any]:
    return comfort((key, "true"), (f"{key}.level", level), (f"{key}.duration", "15"))


LIGHTS = {"horn": "horn", "flash": "light-flash", "both": "horn-light-flash"}

EVERY_MODEL = [
    ("lock", {}, [body("RDL_2", LOCK_PLAN, ("door", "all"))]),
    ("unlock", {}, [body("RDU_2", LOCK_PLAN, ("door", "all"))]),
    ("open_trunk", {}, [body("RDU_2", LOCK_PLAN, ("target", "trunk"))]),
    (
        "climate_on",
        {"temperature": 22.5},
        [body("RCE_2", CLIMATE_PLAN, ("rce.conditioner", "1"), ("rce.temp", "22.5"))],
    ),
    (
        "climate_on",
        {},
        [body("RCE_2", CLIMATE_PLAN, ("rce.conditioner", "1"), ("rce.temp", "21.0"))],
    ),
    (
        "climate_off",
        {},
        [
            body(
                "RCE_2",
                CLIMATE_PLAN,
                ("rce.conditioner", "1"),
                ("rce.temp", "21.0"),
                command="stop",
            )
        ],
    ),
    ("start_charging", {}, [charging(("operation", "1"), ("rcs.restart", "1"))]),
    ("stop_charging", {}, [charging(("operation", "0"), ("rcs.terminate", "1"))]),
    (
        "set_charge_limit",
        {"percent": 80},
        [charging(("soc", "800"), ("operation", "4"), ("rcs.setting", "1"))],
    ),
    ("open_windows", {}, [body("RWS_2", LOCK_PLAN | {"duration": 0}, ("target", "ventilate"))]),
    (
        "close_windows",
        {},
        [body("RWS_2", LOCK_PLAN | {"duration": 0}, ("target", "ventilate"), command="stop")],
    ),
    *(
        ("find_car", {"mode": mode}, [body("RHL", LOCK_PLAN | {"duration": 0}, ("rhl", value))])
        for mode, value in LIGHTS.items()
    ),
]
ONE_AND_THREE = [
    (
        "defrost",
        {},
        [
            body(
                "RCE_2",
                LOCK_PLAN | {"duration": 90},
                ("rce.conditioner", "2"),
                ("rce.level", "2"),
            )
        ],
    ),
    (
        "set_seat_heating",
        {"seat": "driver", "level": 2},
        [body("RCE_2", CLIMATE_PLAN, ("rce.heat", "front-left"), ("rce.level", "2"))],
    ),
    (
        "set_seat_heating",
        {"seat": "all", "level": "max"},
        [
            body(
                "RCE_2",
                CLIMATE_PLAN,
                ("rce.heat", "front-left"),
                ("rce.level", "3"),
                ("rce.heat", "front-right"),
                ("rce.level", "3"),
            )
        ],
    ),
    (
        "set_seat_heating",
        {"seat": "all", "level": "off"},
        [
            body(
                "RCE_2",
                CLIMATE_PLAN,
                ("rce.heat", "front-left"),
                ("rce.heat", "front-right"),
                ("rce.level", "0"),
                command="stop",
            )
        ],
    ),
    (
        "set_steering_heating",
        {"level": 1},
        [body("RCE_2", CLIMATE_PLAN, ("rce.heat", "steering_wheel"), ("rce.level", "1"))],
    ),
    (
        "set_steering_heating",
        {"level": 0},
        [
            body(
                "RCE_2",
                CLIMATE_PLAN,
                ("rce.heat", "steering_wheel"),
                ("rce.level", "0"),
                command="stop",
            )
        ],
    ),
]
FIVE = [
    ("defrost", {}, [comfort(("DF", "true"))]),
    ("set_seat_heating", {"seat": "passenger", "level": 3}, [heated("SH.19", "3")]),
    ("set_seat_heating", {"seat": "rear_right", "level": 0}, [comfort(("SH.29", "false"))]),
    (
        "set_seat_heating",
        {"seat": "all", "level": 1},
        [heated(key, "1") for key in ("SH.11", "SH.19", "SH.21", "SH.29")],
    ),
    ("set_steering_heating", {"level": 2}, [comfort(("SW", "true"), ("SW.level", "2"))]),
    ("set_steering_heating", {"level": "off"}, [comfort(("SW", "false"))]),
]
CASES = [
    *((model, *case) for model in (Model.ONE, Model.THREE, Model.FIVE) for case in EVERY_MODEL),
    *((model, *case) for model in (Model.ONE, Model.THREE) for case in ONE_AND_THREE),
    *((Model.FIVE, *case) for case in FIVE),
]


def bodies(name: str, arguments: dict[str, Any], car: Vehicle) -> list[Any]:
    built = build_bodies(name, arguments, vehicle=car, user_id="112233", timestamp_ms=STAMP)
    return [json.loads(one) for one in built]


@pytest.mark.parametrize(("model", "name", "arguments", "expected"), CASES)
def test_body(
    make_car: MakeCar, model: Model, name: str, arguments: dict[str, Any], expected: list[Any]
) -> None:
    assert bodies(name, arguments, make_car(model)) == expected


def test_every_command_has_a_body_in_the_tables() -> None:
    guessed = {"fridge_on", "fridge_off", "fragrance_on", "fragrance_off"}  # see the further ones

    assert {name for _, name, *_ in CASES} | guessed == set(COMMANDS)


TEMPERATURE = Limits(minimum=16, maximum=30, step=0.5, unit="°C")
PERCENT = Limits(minimum=50, maximum=100, step=5, unit="%")
LEVEL = Limits(minimum=0, maximum=3, step=1, unit="")


@pytest.mark.parametrize(
    ("name", "arguments", "limits"),
    [
        *(
            ("climate_on", {"temperature": t}, TEMPERATURE)
            for t in (15.5, 30.5, 21.3, "warm", True)
        ),
        *(("climate_on", {"temperature": t}, TEMPERATURE) for t in (float("nan"), float("inf"))),
        *(("set_charge_limit", {"percent": p}, PERCENT) for p in (45, 105, 82, "full")),
        ("set_charge_limit", {}, PERCENT),
        *(("set_seat_heating", {"level": level}, LEVEL) for level in (-1, 4, 1.5, "hot")),
        ("set_seat_heating", {"seat": "boot", "level": 1}, None),
        ("find_car", {"mode": "quietly"}, None),
        ("lock", {"door": "all"}, None),
    ],
)
def test_value_outside_its_limits(
    make_car: MakeCar, name: str, arguments: dict[str, Any], limits: Limits | None
) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        bodies(name, arguments, make_car(Model.ONE))

    assert caught.value.limits == limits


@pytest.mark.parametrize("temperature", [16, 16.0, 30, "22.5"])
def test_temperature_within_its_limits(make_car: MakeCar, temperature: float | str) -> None:
    (sent,) = bodies("climate_on", {"temperature": temperature}, make_car(Model.ONE))

    assert sent["serviceParameters"][1]["value"] == f"{float(temperature):.1f}"


@pytest.mark.parametrize(
    ("name", "arguments", "changes"),
    [
        ("set_seat_heating", {"seat": "rear_left", "level": 1}, {}),
        ("set_seat_heating", {"seat": "driver", "level": 1}, {"trim": "Pure"}),
        ("fly", {}, {}),
    ],
)
def test_car_that_cannot(
    make_car: MakeCar, name: str, arguments: dict[str, Any], changes: dict[str, Any]
) -> None:
    with pytest.raises(UnsupportedError):
        bodies(name, arguments, make_car(Model.ONE, **changes))
