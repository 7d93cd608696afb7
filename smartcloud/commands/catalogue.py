"""The command catalogue: one row per command that a person can say."""

from collections.abc import Mapping
from types import MappingProxyType

from smartcloud.commands.arguments import (
    LEVEL_ARGUMENT,
    MODE_ARGUMENT,
    PERCENT_ARGUMENT,
    SEAT_ARGUMENT,
    TEMPERATURE_ARGUMENT,
)
from smartcloud.commands.forms import (
    Command,
    ConfirmedBy,
    Form,
    charging_form,
    climate_form,
    comfort_form,
    defrost,
    find,
    fixed,
    guessed_form,
    heat_any_seat,
    heat_front_seats,
    heat_wheel,
    heat_wheel_of_five,
    limit,
    lock_form,
    plain,
    warm,
    window_form,
)

_ROWS = (
    Command(name="lock", form=lock_form("RDL_2", "door", "all")),
    Command(name="unlock", form=lock_form("RDU_2", "door", "all")),
    Command(name="open_trunk", form=lock_form("RDU_2", "target", "trunk")),
    Command(name="climate_on", form=climate_form(warm), arguments=(TEMPERATURE_ARGUMENT,)),
    Command(
        name="climate_off",
        form=climate_form(fixed(("rce.conditioner", "1"), ("rce.temp", "21.0"), command="stop")),
    ),
    Command(
        name="defrost",
        form=climate_form(defrost),
        form_of_five=comfort_form(fixed(("operation", "4"), ("DF", "true"))),
    ),
    Command(
        name="start_charging",
        form=charging_form(fixed(("operation", "1"), ("rcs.restart", "1"))),
    ),
    Command(
        name="stop_charging",
        form=charging_form(fixed(("operation", "0"), ("rcs.terminate", "1"))),
    ),
    Command(
        name="set_charge_limit",
        form=charging_form(limit),
        arguments=(PERCENT_ARGUMENT,),
        confirmed_by=ConfirmedBy.CHARGE_LIMIT,
    ),
    Command(name="open_windows", form=window_form("start")),
    Command(name="close_windows", form=window_form("stop")),
    Command(
        name="find_car",
        form=Form(service_id="RHL", scheduling=plain(0), steps=find),
        arguments=(MODE_ARGUMENT,),
        confirmed_by=ConfirmedBy.NOTHING,
    ),
    Command(
        name="set_seat_heating",
        form=climate_form(heat_front_seats),
        form_of_five=comfort_form(heat_any_seat),
        arguments=(SEAT_ARGUMENT, LEVEL_ARGUMENT),
    ),
    Command(
        name="set_steering_heating",
        form=climate_form(heat_wheel),
        form_of_five=comfort_form(heat_wheel_of_five),
        arguments=(LEVEL_ARGUMENT,),
    ),
    Command(
        name="fridge_on",
        form=guessed_form("UFR", "ufr.status", "1"),
        confirmed_by=ConfirmedBy.OWN_REQUEST,
        capability="fridge",
    ),
    Command(
        name="fridge_off",
        form=guessed_form("UFR", "ufr.status", "0", "stop"),
        confirmed_by=ConfirmedBy.OWN_REQUEST,
        capability="fridge",
    ),
    Command(
        name="fragrance_on",
        form=guessed_form("RFD_2", "rfd.status", "1"),
        capability="fragrance",
    ),
    Command(
        name="fragrance_off",
        form=guessed_form("RFD_2", "rfd.status", "0", "stop"),
        capability="fragrance",
    ),
)

COMMANDS: Mapping[str, Command] = MappingProxyType({row.name: row for row in _ROWS})
"""All commands by the name of their intent."""
