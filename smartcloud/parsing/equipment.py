"""Capability and ability lists, and the equipment that both describe together."""

from collections.abc import Sequence
from typing import Any

from smartcloud.models import Ability, Capability, Equipment, Vehicle
from smartcloud.parsing.converters import number, text, truth
from smartcloud.parsing.reading import Reader, entries, inside

_FEATURES: dict[str, tuple[str, ...]] = {
    "lock": ("remote_control_lock", "remote_control_lock_2", "remote_control_doorlock"),
    "trunk": ("remote_trunk_open", "trunk_status", "remote_control_hrunklock"),
    "climate": (
        "remote_air_condition_switch",
        "remote_climate_control_2",
        "combined_climate_control",
        "remote_contro_AC",
    ),
    "seat_heating": (
        "remote_seat_preheat_switch",
        "seat_heat_status",
        "remote_contro_seat_heating",
    ),
    "seat_ventilation": ("seat_ventilation_status", "remote_contro_seat_ventilating"),
    "steering_heating": ("remote_contro_steeringwheel_heating",),
    "windows": (
        "remote_window_close",
        "remote_window_open",
        "remote_control_window_2",
        "remote_control_window",
    ),
    "ventilation": ("remote_control_ventilate_2", "window_ventilation_duration"),
    "sunshade": ("remote_control_curtain_2", "curtain_status", "curtain_status_2"),
    "sunroof": ("remote_control_skylight_2", "skylight_rolling_status", "sunroof_automatic_close"),
    "charging": ("remote_charge_2", "charging_status", "charging_status_2"),
    "charging_lid": ("remote_recharge_lid_2", "recharge_lid_status", "recharge_lid_status_2"),
    "charging_schedule": (
        "remote_appointment_charging",
        "recharge_appointment",
        "apt_charging_single_cycle_G2",
        "remote_control_chargeplan",
    ),
    "fragrance": ("remote_control_fragrance", "fragrance_exhausted_warning_2"),
    "purification": ("remote_purification", "condition_PM2.5"),
    "parking_comfort": ("parking_comfortable_2", "remote_control_parkcomfort"),
    "find_car": ("honk_flash", "remote_control_honk_flash"),
    "tyre_pressure": ("tyre_pressure", "tire_pressure_warning_2"),
    "position": ("vehicle_position",),
}
"""Feature -> the ids in either list that show it, in the spellings of the wire."""


def _targets(raw: Any) -> tuple[str, ...] | None:
    return tuple(part for part in (text(raw) or "").split(",") if part) or None


def _bound(place: int) -> Any:
    def bound(raw: Any) -> float | None:
        parts = raw.split("|") if isinstance(raw, str) else []
        return number(parts[place], -10_000, 10_000) if len(parts) == 2 else None

    return bound


def _picture(raw: Any) -> str | None:
    address = text(raw)
    return address if address and address.startswith(("https://", "http://127.0.0.1")) else None


def _codes(raw: Any) -> frozenset[str]:
    codes = (text(inside(entry, "abilityCode")) for entry in entries(raw))
    return frozenset(code for code in codes if code)


parse_capability = Reader(
    Capability,
    needs=("function_id",),
    function_id=("functionId", text),
    is_enabled=("valueEnable", truth),
    targets=("valueEnum", _targets),
    minimum=("valueRange", _bound(0)),
    maximum=("valueRange", _bound(1)),
)
parse_ability = Reader(
    Ability,
    sale_name=("saleName", text),
    model_name=("modelName", text),
    colour=("vscData.colorNameMss", text),
    interior_colour=("vscData.interiorColorNameMss", text),
    wheels=("vscData.hubNameMSS", text),
    nickname=("vscData.vehicleNickname", text),
    plate=("vscData.licensePlateNumber", text),
    side_picture=("vscData.imagesPath", _picture),
    top_picture=("vscData.topImagesPath", _picture),
    codes=("abilities", _codes),
)


def equipment(
    vehicle: Vehicle, capabilities: Sequence[Capability] | None, ability: Ability | None
) -> Equipment:
    """Return what vehicle list, capability list and ability list say together.

    A feature counts as there if either list names it as enabled, as missing if a list came and
    names it as disabled or, where both lists came, in neither. One list alone proves no absence.
    """
    enabled = {one.function_id for one in capabilities or () if one.is_enabled}
    disabled = {one.function_id for one in capabilities or () if one.is_enabled is False}
    codes = ability.codes if ability else frozenset()
    are_both_known = bool(capabilities) and bool(codes)
    named = ability or Ability()
    return Equipment(
        model=vehicle.model,
        edition=named.sale_name or vehicle.trim,
        colour=named.colour or vehicle.colour,
        interior_colour=named.interior_colour,
        wheels=named.wheels,
        side_picture=named.side_picture,
        features={
            feature: True
            if not (enabled | codes).isdisjoint(ids)
            else False
            if are_both_known or not disabled.isdisjoint(ids)
            else None
            for feature, ids in _FEATURES.items()
        },
    )
