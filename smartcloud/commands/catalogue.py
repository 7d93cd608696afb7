"""The command catalogue: one row per command, one form per way a model wants it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from smartcloud.commands.arguments import (
    LEVEL_ARGUMENT,
    MODE_ARGUMENT,
    PERCENT_ARGUMENT,
    SEAT_ARGUMENT,
    TEMPERATURE_ARGUMENT,
    Argument,
    Arguments,
)
from smartcloud.exceptions import UnsupportedError
from smartcloud.models import Model, Vehicle

Pair = tuple[str, str]
Scheduling = Mapping[str, int | bool | None]


class ConfirmedBy(StrEnum):
    """Where the effect of a command can be seen."""

    STATUS = "status"
    CHARGE_LIMIT = "charge_limit"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What varies within one service: start or stop, and its parameters in order."""

    parameters: tuple[Pair, ...]
    command: str = "start"
    duration: int | None = None  # replaces the form's, unit as the cloud takes it


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How one service of the cloud is asked; ``steps`` makes one request each."""

    service_id: str
    scheduling: Scheduling
    steps: Callable[[Arguments, Vehicle], tuple[Step, ...]]
    stamp_key: str = "timestamp"  # charging and ZAF spell it "timeStamp"
    has_user_id: bool = False
    has_latest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing a person can have the car do."""

    name: str
    form: Form
    form_of_five: Form | None = None  # the #5 where it differs
    arguments: tuple[Argument, ...] = ()
    confirmed_by: ConfirmedBy = ConfirmedBy.STATUS

    def form_for(self, vehicle: Vehicle) -> Form:
        """Return the form that this car's model understands."""
        is_five = vehicle.model is Model.FIVE
        return self.form_of_five if is_five and self.form_of_five else self.form


def _fixed(*parameters: Pair, command: str = "start") -> Callable[..., tuple[Step, ...]]:
    step = Step(parameters=parameters, command=command)
    return lambda _arguments, _vehicle: (step,)


def _plain(duration: int) -> Scheduling:
    return {"duration": duration, "interval": 0, "occurs": 1, "recurrentOperation": False}


_CHARGING_PLAN: Scheduling = {
    "scheduledTime": None,
    "interval": 0,
    "occurs": 1,
    "recurrentOperation": 0,
    "duration": 6,
}
_COMFORT_PLAN: Scheduling = {
    "scheduledTime": None,
    "interval": 0,
    "occurs": 0,
    "recurrentOperation": 1,
    "duration": 60,
}


def _lock_form(service_id: str, key: str, value: str) -> Form:
    return Form(service_id=service_id, scheduling=_plain(6), steps=_fixed((key, value)))


def _charging_form(steps: Callable[[Arguments, Vehicle], tuple[Step, ...]]) -> Form:
    return Form(service_id="rcs", scheduling=_CHARGING_PLAN, steps=steps, stamp_key="timeStamp")


def _climate_form(steps: Callable[[Arguments, Vehicle], tuple[Step, ...]]) -> Form:
    return Form(service_id="RCE_2", scheduling=_plain(180), steps=steps)


def _comfort_form(steps: Callable[[Arguments, Vehicle], tuple[Step, ...]]) -> Form:
    return Form(
        service_id="ZAF",
        scheduling=_COMFORT_PLAN,
        steps=steps,
        stamp_key="timeStamp",
        has_user_id=True,
        has_latest=True,
    )


def _window_form(command: str) -> Form:
    steps = _fixed(("target", "ventilate"), command=command)
    return Form(service_id="RWS_2", scheduling=_plain(0), steps=steps)


_HORN_VALUES = {"horn": "horn", "flash": "light-flash", "both": "horn-light-flash"}
_RCE_SEATS = {"driver": "front-left", "passenger": "front-right"}
_ZAF_SEATS = {"driver": "SH.11", "passenger": "SH.19", "rear_left": "SH.21", "rear_right": "SH.29"}


def _find(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    return (Step(parameters=(("rhl", _HORN_VALUES[str(arguments["mode"])]),)),)


def _warm(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    temperature = f"{float(arguments['temperature']):.1f}"
    return (Step(parameters=(("rce.conditioner", "1"), ("rce.temp", temperature))),)


def _limit(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    tenths = str(round(float(arguments["percent"]) * 10))
    return (Step(parameters=(("soc", tenths), ("operation", "4"), ("rcs.setting", "1"))),)


def _heat_places(level: int, places: tuple[str, ...]) -> tuple[Step, ...]:
    """RCE_2: pairs of place and level; off names all places first, then one level."""
    if level:
        pairs = [(("rce.heat", place), ("rce.level", str(level))) for place in places]
        return (Step(parameters=tuple(pair for two in pairs for pair in two)),)
    heats = tuple(("rce.heat", place) for place in places)
    return (Step(parameters=(*heats, ("rce.level", "0")), command="stop"),)


def _heat_front_seats(arguments: Arguments, vehicle: Vehicle) -> tuple[Step, ...]:
    seat = str(arguments["seat"])
    if seat not in (*_RCE_SEATS, "all"):
        raise UnsupportedError(f"a {vehicle.model.value} heats only its front seats from afar")
    if vehicle.trim == "Pure" and seat != "passenger":
        raise UnsupportedError(f"a {vehicle.model.value} Pure has no heated driver's seat")
    places = tuple(_RCE_SEATS.values()) if seat == "all" else (_RCE_SEATS[seat],)
    return _heat_places(int(arguments["level"]), places)


def _heat_wheel(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    return _heat_places(int(arguments["level"]), ("steering_wheel",))


def _comfort_step(key: str, level: int, *, has_duration: bool) -> Step:
    """ZAF: one function per request, always ``start``, also to switch it off."""
    if not level:
        return Step(parameters=(("operation", "4"), (key, "false")))
    duration = ((f"{key}.duration", "15"),) if has_duration else ()
    return Step(
        parameters=(("operation", "4"), (key, "true"), (f"{key}.level", str(level)), *duration)
    )


def _heat_any_seat(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    seat, level = str(arguments["seat"]), int(arguments["level"])
    keys = tuple(_ZAF_SEATS.values()) if seat == "all" else (_ZAF_SEATS[seat],)
    return tuple(_comfort_step(key, level, has_duration=True) for key in keys)


def _heat_wheel_of_five(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    return (_comfort_step("SW", int(arguments["level"]), has_duration=False),)


def _defrost(_arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    return (Step(parameters=(("rce.conditioner", "2"), ("rce.level", "2")), duration=90),)


_ROWS = (
    Command(name="lock", form=_lock_form("RDL_2", "door", "all")),
    Command(name="unlock", form=_lock_form("RDU_2", "door", "all")),
    Command(name="open_trunk", form=_lock_form("RDU_2", "target", "trunk")),
    Command(name="climate_on", form=_climate_form(_warm), arguments=(TEMPERATURE_ARGUMENT,)),
    Command(
        name="climate_off",
        form=_climate_form(_fixed(("rce.conditioner", "1"), ("rce.temp", "21.0"), command="stop")),
    ),
    Command(
        name="defrost",
        form=_climate_form(_defrost),
        form_of_five=_comfort_form(_fixed(("operation", "4"), ("DF", "true"))),
    ),
    Command(
        name="start_charging",
        form=_charging_form(_fixed(("operation", "1"), ("rcs.restart", "1"))),
    ),
    Command(
        name="stop_charging",
        form=_charging_form(_fixed(("operation", "0"), ("rcs.terminate", "1"))),
    ),
    Command(
        name="set_charge_limit",
        form=_charging_form(_limit),
        arguments=(PERCENT_ARGUMENT,),
        confirmed_by=ConfirmedBy.CHARGE_LIMIT,
    ),
    Command(name="open_windows", form=_window_form("start")),
    Command(name="close_windows", form=_window_form("stop")),
    Command(
        name="find_car",
        form=Form(service_id="RHL", scheduling=_plain(0), steps=_find),
        arguments=(MODE_ARGUMENT,),
        confirmed_by=ConfirmedBy.NOTHING,
    ),
    Command(
        name="set_seat_heating",
        form=_climate_form(_heat_front_seats),
        form_of_five=_comfort_form(_heat_any_seat),
        arguments=(SEAT_ARGUMENT, LEVEL_ARGUMENT),
    ),
    Command(
        name="set_steering_heating",
        form=_climate_form(_heat_wheel),
        form_of_five=_comfort_form(_heat_wheel_of_five),
        arguments=(LEVEL_ARGUMENT,),
    ),
)

COMMANDS: Mapping[str, Command] = MappingProxyType({row.name: row for row in _ROWS})
"""All commands by the name of their intent."""
