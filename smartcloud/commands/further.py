"""Commands beyond those that a person can say today; the same kind of rows.

Evidence differs: locks, sunshade, lid, ventilation of the #5 and the journal were seen at work;
ventilation of #1 and #3, sunroof and fresh position come from a sister brand; theft
monitoring and locker are guesses of one public client, which a cloud may accept and ignore.
"""

from collections.abc import Mapping
from types import MappingProxyType

from smartcloud.commands.arguments import LEVEL_ARGUMENT, SEAT_ARGUMENT
from smartcloud.commands.forms import (
    Command,
    ConfirmedBy,
    Form,
    Step,
    climate_form,
    comfort_form,
    fixed,
    guessed_form,
    lock_form,
    plain,
    ventilate_front_seats,
    ventilate_seats_of_five,
)
from smartcloud.models import Model

_FIVE = frozenset({Model.FIVE})


def _cover_form(target: str, command: str) -> Form:
    return Form(
        service_id="RWS_2", scheduling=plain(0), steps=fixed(("target", target), command=command)
    )


def _lid_form(service_id: str) -> Form:
    return Form(
        service_id=service_id,
        scheduling=plain(0),
        steps=fixed(("target", "front-charge-lid")),
        stamp_key="timeStamp",
        has_user_id=True,
    )


def _journal_form(value: str, command: str) -> Form:
    return Form(
        service_id="JOU",
        scheduling={
            "scheduledTime": 0,
            "interval": 0,
            "occurs": 0,
            "recurrentOperation": True,
            "duration": 60,
        },
        steps=fixed(("jou", value), command=command),
        latest=False,
        endpoint="switch_trip_recording",
    )


_DEFROST_OFF = Step(
    parameters=(("rce.conditioner", "2"), ("rce.level", "2")), command="stop", duration=0
)
_POSITION_FORM = Form(
    service_id="PAI",
    scheduling=None,
    steps=fixed(("operation", "4"), ("pai", "1")),
    has_user_id=True,
    latest=True,
)


def _row(name: str, form: Form, confirmed_by: ConfirmedBy, capability: str = "") -> Command:
    models = _FIVE if form.service_id in ("RDO", "RDC") else None
    return Command(
        name=name, form=form, confirmed_by=confirmed_by, capability=capability, models=models
    )


_STATUS, _FLAGS, _OWN, _NOTHING = (
    ConfirmedBy.STATUS,
    ConfirmedBy.STATE_FLAGS,
    ConfirmedBy.OWN_REQUEST,
    ConfirmedBy.NOTHING,
)
_ROWS = (
    Command(
        name="defrost_off",
        form=climate_form(lambda _arguments, _vehicle: (_DEFROST_OFF,)),
        form_of_five=comfort_form(fixed(("operation", "4"), ("DF", "false"))),
    ),
    Command(
        name="set_seat_ventilation",
        form=climate_form(ventilate_front_seats),
        form_of_five=comfort_form(ventilate_seats_of_five),
        arguments=(SEAT_ARGUMENT, LEVEL_ARGUMENT),
        capability="seat_ventilation",
    ),
    _row("lock_trunk", lock_form("RDL_2", "target", "trunk"), _STATUS, "trunk"),
    _row("open_sunshade", _cover_form("sunshade", "start"), _STATUS, "sunshade"),
    _row("close_sunshade", _cover_form("sunshade", "stop"), _STATUS, "sunshade"),
    _row("open_sunroof", _cover_form("sunroof", "start"), _STATUS, "sunroof"),
    _row("close_sunroof", _cover_form("sunroof", "stop"), _STATUS, "sunroof"),
    _row("lower_windows", _cover_form("window", "start"), _STATUS, "windows"),
    _row("raise_windows", _cover_form("window", "stop"), _STATUS, "windows"),
    _row("open_charging_lid", _lid_form("RDO"), _STATUS, "charging_lid"),
    _row("close_charging_lid", _lid_form("RDC"), _STATUS, "charging_lid"),
    _row("record_trips", _journal_form("enable", "start"), _FLAGS),
    _row("stop_recording_trips", _journal_form("disable", "stop"), _FLAGS),
    _row("refresh_position", _POSITION_FORM, _NOTHING, "position"),
    _row("theft_monitoring_on", guessed_form("VTM", "vtm.enabled", "1"), _OWN),
    _row("theft_monitoring_off", guessed_form("VTM", "vtm.enabled", "0", "stop"), _OWN),
    _row("lock_locker", guessed_form("RPC", "rpc.lock", "1"), _OWN),
    _row("unlock_locker", guessed_form("RPC", "rpc.unlock", "1"), _OWN),
)

FURTHER_COMMANDS: Mapping[str, Command] = MappingProxyType({row.name: row for row in _ROWS})
"""By name; a row moves to ``catalogue`` when it gets an intent."""
