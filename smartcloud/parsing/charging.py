"""What the charging system does, from several fields that contradict each other now and then."""

import math

from smartcloud.models import Charging, ChargingState, Model
from smartcloud.parsing.converters import CodeReader, minutes, number
from smartcloud.parsing.wire import Electric

_CONNECTIONS = {"0": "none", "1": "dc", "2": "idle", "3": "ac"}
_CHARGER_STATES = {
    "0": "idle",
    "2": "ac",
    "15": "dc",
    "24": "dc",
    "25": "plugged",
    "28": "charging",
    "30": "wireless",
    # Weakly evidenced "target reached" codes; believed only together with a cable.
    "4": "complete",
    "5": "complete",
    "6": "complete",
    "11": "complete",
}
_CHARGING = frozenset({"ac", "dc", "charging", "wireless"})
_DC_CONNECTED = {"0": False, "3": True}
_LID = {"0": False, "1": True, "2": False}
_CLEAR_CHARGE_A = -1.0  # battery current of a DC session; noise at rest is smaller
_LINE_TO_LINE_V = 260.0  # above it the reading is between two phases of three
_PACK_VOLTS = ((0.0, 370.0), (50.0, 417.0), (100.0, 465.0))
"""Estimated pack voltage by state of charge of a #1 or #3, which do not send it."""


def parse_charging(
    raw: Electric, model: Model, charge: float | None, codes: CodeReader
) -> Charging:
    """Return the charging state; ``charge`` is the state of charge in percent."""
    connection = codes.read(
        "statusOfChargerConnection", raw.status_of_charger_connection, _CONNECTIONS
    )
    charger = codes.read("chargerState", raw.charger_state, _CHARGER_STATES)
    has_odd_charger = charger is None and raw.charger_state not in (None, "")
    is_dc_connected = codes.read("dcDcConnectStatus", raw.dc_dc_connect_status, _DC_CONNECTED)
    dc_current = _dc_current(raw, model)
    takes_dc = bool(is_dc_connected and dc_current is not None and dc_current <= _CLEAR_CHARGE_A)
    if connection == "ac" or takes_dc or charger in _CHARGING:
        state = ChargingState.CHARGING
    else:
        state = _state_at_rest(connection, None if has_odd_charger else charger, has_odd_charger)
    is_plugged = _is_plugged(connection, charger, state)
    is_dc = _is_dc(connection, charger, is_dc_connected) if is_plugged is not False else None
    return Charging(
        state=state,
        is_plugged=is_plugged,
        is_dc=is_dc,
        power_kw=_power_kw(raw, state, is_dc, dc_current, model, charge),
        time_to_full=minutes(raw.time_to_fully_charged),
        is_lid_open=_is_lid_open(raw, codes),
    )


def _state_at_rest(connection: str | None, charger: str | None, is_odd: bool) -> ChargingState:
    """No sign of charging: say why, or that it cannot be told."""
    is_cable_known = connection in ("idle", "dc")
    match charger:
        case "complete" if is_cable_known:
            return ChargingState.COMPLETE
        case "plugged" if connection != "none":
            return ChargingState.PLUGGED
        case "idle" if is_cable_known:
            return ChargingState.PLUGGED
        case "idle" | None if connection == "none" and not is_odd:
            return ChargingState.DISCONNECTED
        case None if connection == "idle" and not is_odd:
            return ChargingState.PLUGGED
    return ChargingState.UNKNOWN


def _is_plugged(connection: str | None, charger: str | None, state: ChargingState) -> bool | None:
    if connection is not None and connection != "none":
        return True
    if charger == "wireless":
        return None
    if connection == "none":
        return None if state is ChargingState.CHARGING else False
    return True if charger in ("ac", "dc", "plugged") else None


def _is_dc(
    connection: str | None, charger: str | None, is_dc_connected: bool | None
) -> bool | None:
    if connection == "dc" or charger == "dc" or is_dc_connected:
        return True
    return False if connection == "ac" or charger == "ac" else None


def _dc_current(raw: Electric, model: Model) -> float | None:
    current = number(raw.dc_charge_i_act, -10_000, 10_000)
    if current is None:
        return None
    return current / 10 if model is Model.FIVE else current


def _power_kw(
    raw: Electric,
    state: ChargingState,
    is_dc: bool | None,
    dc_current: float | None,
    model: Model,
    charge: float | None,
) -> float | None:
    if state in (ChargingState.DISCONNECTED, ChargingState.PLUGGED, ChargingState.COMPLETE):
        return 0.0
    if state is not ChargingState.CHARGING:
        return None
    if is_dc is False:
        return _ac_power_kw(raw)
    # A #5 tells its DC voltage in another request only; an unknown series is not estimated.
    if is_dc and dc_current is not None and model in (Model.ONE, Model.THREE):
        return None if charge is None else round(abs(dc_current) * _pack_volts(charge) / 1000, 1)
    return None


def _ac_power_kw(raw: Electric) -> float | None:
    volts = number(raw.charge_u_act, 0, 1000)
    amperes = number(raw.charge_i_act, -200, 200)
    if volts is None or amperes is None:
        return None
    phases = math.sqrt(3) if volts > _LINE_TO_LINE_V else 1.0
    return round(volts * abs(amperes) * phases / 1000, 2)


def _pack_volts(charge: float) -> float:
    """Interpolate between the published points."""
    (low, low_v), (high, high_v) = _PACK_VOLTS[:2] if charge <= 50 else _PACK_VOLTS[1:]
    return low_v + (high_v - low_v) * (charge - low) / (high - low)


def _is_lid_open(raw: Electric, codes: CodeReader) -> bool | None:
    combined = codes.read("chargeLidDcAcStatus", raw.charge_lid_dc_ac_status, _LID)
    ac_only = codes.read("chargeLidAcStatus", raw.charge_lid_ac_status, _LID)
    if combined or ac_only:
        return True
    return ac_only if combined is None else combined
