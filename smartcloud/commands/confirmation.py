"""Has the car done it: judged only by what the car itself says later."""

from collections.abc import Callable, Mapping

from smartcloud.commands.arguments import Arguments, checked
from smartcloud.commands.forms import ConfirmedBy
from smartcloud.commands.payloads import command_of
from smartcloud.models import (
    ChargeLimit,
    ChargingState,
    FourSeats,
    LockState,
    Model,
    StateFlags,
    VehicleStatus,
)

Effect = Callable[[Arguments, VehicleStatus], bool | None]


def is_confirmed(
    name: str,
    arguments: Arguments,
    before: VehicleStatus | None,
    status: VehicleStatus | None,
    charge_limit: ChargeLimit | None = None,
    *,
    model: Model = Model.UNKNOWN,
    flags: StateFlags | None = None,
) -> bool | None:
    """Return True if the effect is visible, False if the opposite is, None if nothing is known.

    A status counts only if it is newer than ``before`` by the car's own clock; without a
    ``before`` that has a time, nothing can be called newer. ``model`` matters only for all seats
    together: a #5 heats four, the others two. ``flags`` confirm the recording of trips.
    """
    command = command_of(name)
    given = checked(command.arguments, arguments)
    if command.confirmed_by in (ConfirmedBy.NOTHING, ConfirmedBy.OWN_REQUEST):
        return None
    if command.confirmed_by is ConfirmedBy.CHARGE_LIMIT:
        percent = charge_limit.percent if charge_limit else None
        return None if percent is None else percent == given["percent"]
    if command.confirmed_by is ConfirmedBy.STATE_FLAGS:
        is_on = flags.is_journal_on if flags else None
        return None if is_on is None else is_on is (name == "record_trips")
    if status is None or not _is_newer(status, before):
        return None
    if name == "set_seat_heating" and given["seat"] == "all":
        return _have_all_seats_level(int(given["level"]), status.climate.seat_heating, model)
    return _EFFECTS[name](given, status)


def _is_newer(status: VehicleStatus, before: VehicleStatus | None) -> bool:
    if before is None or before.updated_at is None or status.updated_at is None:
        return False
    return status.vin == before.vin and status.updated_at > before.updated_at


def _is_lock(wanted: LockState) -> Effect:
    def effect(_arguments: Arguments, status: VehicleStatus) -> bool | None:
        state = status.access.lock_state
        return None if state is LockState.UNKNOWN else state is wanted

    return effect


def _is_charging(wanted: bool) -> Effect:
    def effect(_arguments: Arguments, status: VehicleStatus) -> bool | None:
        state = status.charging.state
        if state is ChargingState.UNKNOWN:
            return None
        return (state is ChargingState.CHARGING) is wanted

    return effect


def _is_trunk_released(_arguments: Arguments, status: VehicleStatus) -> bool | None:
    if status.access.is_trunk_open or status.access.is_trunk_locked is False:
        return True
    return False if status.access.is_trunk_locked else None


def _is_climate_on(_arguments: Arguments, status: VehicleStatus) -> bool | None:
    return status.climate.is_active


def _is_climate_off(_arguments: Arguments, status: VehicleStatus) -> bool | None:
    return None if status.climate.is_active is None else not status.climate.is_active


def _is_defrosting(_arguments: Arguments, status: VehicleStatus) -> bool | None:
    return status.climate.is_defrosting


def _are_windows_open(_arguments: Arguments, status: VehicleStatus) -> bool | None:
    closed = status.access.windows.all_closed
    return None if closed is None else not closed


def _are_windows_closed(_arguments: Arguments, status: VehicleStatus) -> bool | None:
    return status.access.windows.all_closed


def _has_seat_level(arguments: Arguments, status: VehicleStatus) -> bool | None:
    level: int | None = getattr(status.climate.seat_heating, str(arguments["seat"]))
    return None if level is None else level == int(arguments["level"])


def _have_all_seats_level(wanted: int, seats: FourSeats, model: Model) -> bool | None:
    levels = [seats.driver, seats.passenger]
    if model is Model.FIVE:
        levels += [seats.rear_left, seats.rear_right]
    return None if None in levels else all(level == wanted for level in levels)


def _has_warm_wheel(arguments: Arguments, status: VehicleStatus) -> bool | None:
    is_warm = status.climate.is_steering_heating
    return None if is_warm is None else is_warm is (int(arguments["level"]) > 0)


def _part(part: str, name: str, wanted: bool) -> Effect:
    """Return an effect that one truth of the status shows."""

    def effect(_arguments: Arguments, status: VehicleStatus) -> bool | None:
        value: bool | None = getattr(getattr(status, part), name)
        return None if value is None else value is wanted

    return effect


def _has_air(arguments: Arguments, status: VehicleStatus) -> bool | None:
    seats = status.climate.seat_ventilation
    places = ("driver", "passenger") if arguments["seat"] == "all" else (str(arguments["seat"]),)
    levels: list[int | None] = [getattr(seats, place) for place in places]
    return None if None in levels else all(level == int(arguments["level"]) for level in levels)


_EFFECTS: Mapping[str, Effect] = {
    "lock": _is_lock(LockState.LOCKED),
    "unlock": _is_lock(LockState.UNLOCKED),
    "open_trunk": _is_trunk_released,
    "climate_on": _is_climate_on,
    "climate_off": _is_climate_off,
    "defrost": _is_defrosting,
    "start_charging": _is_charging(True),
    "stop_charging": _is_charging(False),
    "open_windows": _are_windows_open,
    "close_windows": _are_windows_closed,
    "set_seat_heating": _has_seat_level,
    "set_steering_heating": _has_warm_wheel,
    "set_seat_ventilation": _has_air,
    "defrost_off": _part("climate", "is_defrosting", False),
    "lock_trunk": _part("access", "is_trunk_locked", True),
    "open_sunshade": _part("access", "is_sunshade_open", True),
    "close_sunshade": _part("access", "is_sunshade_open", False),
    "open_sunroof": _part("access", "is_sunroof_open", True),
    "close_sunroof": _part("access", "is_sunroof_open", False),
    "lower_windows": _are_windows_open,
    "raise_windows": _are_windows_closed,
    "open_charging_lid": _part("charging", "is_lid_open", True),
    "close_charging_lid": _part("charging", "is_lid_open", False),
    "fragrance_on": _part("climate", "is_fragrance_active", True),
    "fragrance_off": _part("climate", "is_fragrance_active", False),
}
