"""The ways in which a model wants a command: service, plan, parameters in their order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from smartcloud.commands.arguments import (
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
    STATE_FLAGS = "state_flags"
    OWN_REQUEST = "own_request"  # of the accessory, see ``Care``
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
    scheduling: Scheduling | None
    steps: Callable[[Arguments, Vehicle], tuple[Step, ...]]
    stamp_key: str = "timestamp"  # charging and ZAF spell it "timeStamp"
    has_user_id: bool = False
    latest: bool | None = None
    endpoint: str = "command"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing a person can have the car do."""

    name: str
    form: Form
    form_of_five: Form | None = None  # the #5 where it differs
    arguments: tuple[Argument, ...] = ()
    confirmed_by: ConfirmedBy = ConfirmedBy.STATUS
    capability: str = ""  # feature of ``Equipment`` that the car must have; "" every car has it
    models: frozenset[Model] | None = None  # None: all

    def form_for(self, vehicle: Vehicle) -> Form:
        """Return the form that this car's model understands, or raise ``UnsupportedError``."""
        if self.models is not None and vehicle.model not in self.models:
            raise UnsupportedError(f"a {vehicle.model.value} has no {self.name}")
        is_five = vehicle.model is Model.FIVE
        return self.form_of_five if is_five and self.form_of_five else self.form


def fixed(*parameters: Pair, command: str = "start") -> Callable[..., tuple[Step, ...]]:
    step = Step(parameters=parameters, command=command)
    return lambda _arguments, _vehicle: (step,)


def guessed_form(service_id: str, key: str, value: str, command: str = "start") -> Form:
    """Return the form of an accessory as one public client guesses it; a cloud may ignore it."""
    return Form(
        service_id=service_id, scheduling=plain(6), steps=fixed((key, value), command=command)
    )


def plain(duration: int) -> Scheduling:
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


def lock_form(service_id: str, key: str, value: str) -> Form:
    return Form(service_id=service_id, scheduling=plain(6), steps=fixed((key, value)))


def charging_form(steps: Callable[[Arguments, Vehicle], tuple[Step, ...]]) -> Form:
    return Form(service_id="rcs", scheduling=_CHARGING_PLAN, steps=steps, stamp_key="timeStamp")


def climate_form(steps: Callable[[Arguments, Vehicle], tuple[Step, ...]]) -> Form:
    return Form(service_id="RCE_2", scheduling=plain(180), steps=steps)


def comfort_form(steps: Callable[[Arguments, Vehicle], tuple[Step, ...]]) -> Form:
    return Form(
        service_id="ZAF",
        scheduling=_COMFORT_PLAN,
        steps=steps,
        stamp_key="timeStamp",
        has_user_id=True,
        latest=False,
    )


def window_form(command: str) -> Form:
    steps = fixed(("target", "ventilate"), command=command)
    return Form(service_id="RWS_2", scheduling=plain(0), steps=steps)


_HORN_VALUES = {"horn": "horn", "flash": "light-flash", "both": "horn-light-flash"}
_RCE_SEATS = {"driver": "front-left", "passenger": "front-right"}
_ZAF_SEATS = {"driver": "SH.11", "passenger": "SH.19", "rear_left": "SH.21", "rear_right": "SH.29"}


def find(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    return (Step(parameters=(("rhl", _HORN_VALUES[str(arguments["mode"])]),)),)


def warm(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    temperature = f"{float(arguments['temperature']):.1f}"
    return (Step(parameters=(("rce.conditioner", "1"), ("rce.temp", temperature))),)


def limit(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    tenths = str(round(float(arguments["percent"]) * 10))
    return (Step(parameters=(("soc", tenths), ("operation", "4"), ("rcs.setting", "1"))),)


def heat_places(level: int, places: tuple[str, ...]) -> tuple[Step, ...]:
    """RCE_2: pairs of place and level; off names all places first, then one level."""
    if level:
        pairs = [(("rce.heat", place), ("rce.level", str(level))) for place in places]
        return (Step(parameters=tuple(pair for two in pairs for pair in two)),)
    heats = tuple(("rce.heat", place) for place in places)
    return (Step(parameters=(*heats, ("rce.level", "0")), command="stop"),)


def heat_front_seats(arguments: Arguments, vehicle: Vehicle) -> tuple[Step, ...]:
    seat = str(arguments["seat"])
    if seat not in (*_RCE_SEATS, "all"):
        raise UnsupportedError(f"a {vehicle.model.value} heats only its front seats from afar")
    if vehicle.trim == "Pure" and seat != "passenger":
        raise UnsupportedError(f"a {vehicle.model.value} Pure has no heated driver's seat")
    places = tuple(_RCE_SEATS.values()) if seat == "all" else (_RCE_SEATS[seat],)
    return heat_places(int(arguments["level"]), places)


def heat_wheel(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    return heat_places(int(arguments["level"]), ("steering_wheel",))


def comfort_step(key: str, level: int, *, has_duration: bool) -> Step:
    """ZAF: one function per request, always ``start``, also to switch it off."""
    if not level:
        return Step(parameters=(("operation", "4"), (key, "false")))
    duration = ((f"{key}.duration", "15"),) if has_duration else ()
    return Step(
        parameters=(("operation", "4"), (key, "true"), (f"{key}.level", str(level)), *duration)
    )


def heat_any_seat(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    seat, level = str(arguments["seat"]), int(arguments["level"])
    keys = tuple(_ZAF_SEATS.values()) if seat == "all" else (_ZAF_SEATS[seat],)
    return tuple(comfort_step(key, level, has_duration=True) for key in keys)


def heat_wheel_of_five(arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    return (comfort_step("SW", int(arguments["level"]), has_duration=False),)


def defrost(_arguments: Arguments, _vehicle: Vehicle) -> tuple[Step, ...]:
    return (Step(parameters=(("rce.conditioner", "2"), ("rce.level", "2")), duration=90),)


def ventilate_front_seats(arguments: Arguments, vehicle: Vehicle) -> tuple[Step, ...]:
    """RCE_2, as a sister brand sends it: place and level, 90 of the wire's units."""
    level = int(arguments["level"])
    command = "start" if level else "stop"
    pairs = tuple(
        pair
        for place in _front(arguments, vehicle, _RCE_SEATS)
        for pair in (("rce.ventilation", place), ("rce.level", str(level)))
    )
    return (Step(parameters=pairs, command=command, duration=90),)


def ventilate_seats_of_five(arguments: Arguments, vehicle: Vehicle) -> tuple[Step, ...]:
    """ZAF: the two front seats, one request each, without a duration."""
    level = int(arguments["level"])
    keys = _front(arguments, vehicle, {"driver": "SV.11", "passenger": "SV.19"})
    return tuple(comfort_step(key, level, has_duration=False) for key in keys)


def _front(arguments: Arguments, vehicle: Vehicle, places: Mapping[str, str]) -> tuple[str, ...]:
    seat = str(arguments["seat"])
    if seat not in (*places, "all"):
        raise UnsupportedError(f"a {vehicle.model.value} ventilates only its front seats")
    return tuple(places.values()) if seat == "all" else (places[seat],)
