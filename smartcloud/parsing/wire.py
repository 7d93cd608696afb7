"""The fields of a status that are needed, by the cloud's own names; each may be anything.

A scalar may come as string, number, boolean, null, or as something else altogether, so nothing is
typed here: one odd field must never cost the rest. Converters judge the values.
"""

from typing import Any

import msgspec


class Wire(msgspec.Struct, gc=False, rename="camel"):
    """Base of the blocks: unknown fields are skipped without being decoded."""


class Position(Wire):
    latitude: Any = None
    longitude: Any = None
    pos_can_be_trusted: Any = None
    car_locator_stat_upload_en: Any = None
    mars_coordinates: Any = None


Scalar = bool | int | float | str | None
Odd = Scalar | list[Any]
"""What may stand in place of a block when the cloud is confused."""


class Basic(Wire):
    engine_status: Any = None
    speed: Any = None
    position: Position | Odd = None


class Electric(Wire):
    charge_level: Any = None
    distance_to_empty_on_battery_only: Any = None
    distance_to_empty_on_battery_100_soc: Any = None
    charger_state: Any = None
    status_of_charger_connection: Any = None
    charge_u_act: Any = None
    charge_i_act: Any = None
    dc_charge_i_act: Any = None
    dc_dc_connect_status: Any = None
    time_to_fully_charged: Any = None
    charge_lid_dc_ac_status: Any = None
    charge_lid_ac_status: Any = None


class LowVoltage(Wire):
    voltage: Any = None
    charge_level: Any = None


class Maintenance(Wire):
    odometer: Any = None
    days_to_service: Any = None
    distance_to_service: Any = None
    service_warning_status: Any = None
    main_battery_status: LowVoltage | Odd = None
    tyre_status_driver: Any = None
    tyre_status_passenger: Any = None
    tyre_status_driver_rear: Any = None
    tyre_status_passenger_rear: Any = None
    tyre_temp_driver: Any = None
    tyre_temp_passenger: Any = None
    tyre_temp_driver_rear: Any = None
    tyre_temp_passenger_rear: Any = None
    tyre_pre_warning_driver: Any = None
    tyre_pre_warning_passenger: Any = None
    tyre_pre_warning_driver_rear: Any = None
    tyre_pre_warning_passenger_rear: Any = None
    tyre_temp_warning_driver: Any = None
    tyre_temp_warning_passenger: Any = None
    tyre_temp_warning_driver_rear: Any = None
    tyre_temp_warning_passenger_rear: Any = None


class Climate(Wire):
    pre_climate_active: Any = None
    defrost: Any = None
    interior_temp: Any = None
    exterior_temp: Any = None
    drv_heat_sts: Any = None
    pass_heating_sts: Any = None
    rl_heating_sts: Any = None
    rr_heating_sts: Any = None
    steer_whl_heating_sts: Any = None
    frag_active: Any = None
    drv_vent_sts: Any = None
    pass_vent_sts: Any = None
    rl_vent_sts: Any = None
    rr_vent_sts: Any = None
    drv_vent_detail: Any = None
    pass_vent_detail: Any = None
    rl_vent_detail: Any = None
    rr_vent_detail: Any = None
    sunroof_pos: Any = None
    sunroof_open_status: Any = None
    curtain_pos: Any = None
    curtain_open_status: Any = None
    win_status_driver: Any = None
    win_status_passenger: Any = None
    win_status_driver_rear: Any = None
    win_status_passenger_rear: Any = None
    win_pos_driver: Any = None
    win_pos_passenger: Any = None
    win_pos_driver_rear: Any = None
    win_pos_passenger_rear: Any = None


class Safety(Wire):
    central_locking_status: Any = None
    door_lock_status_driver: Any = None
    door_lock_status_passenger: Any = None
    door_lock_status_driver_rear: Any = None
    door_lock_status_passenger_rear: Any = None
    door_open_status_driver: Any = None
    door_open_status_passenger: Any = None
    door_open_status_driver_rear: Any = None
    door_open_status_passenger_rear: Any = None
    trunk_open_status: Any = None
    trunk_lock_status: Any = None
    engine_hood_open_status: Any = None


NOTHING = msgspec.Raw(b"null")


class Additional(Wire):
    """Blocks that a parked car repeats word for word stay undecoded, see ``status``."""

    electric_vehicle_status: Electric | Odd = None
    maintenance_status: msgspec.Raw = NOTHING
    climate_status: msgspec.Raw = NOTHING
    driving_safety_status: msgspec.Raw = NOTHING


class ParkTime(Wire):
    status: Any = None


class Configuration(Wire):
    vin: Any = None


class Snapshot(Wire):
    update_time: Any = None
    configuration: Configuration | Odd = None
    park_time: ParkTime | Odd = None
    basic_vehicle_status: Basic | Odd = None
    additional_vehicle_status: Additional | Odd = None


class StatusData(Wire):
    vehicle_status: Snapshot | Odd = None


STATUS: msgspec.json.Decoder[StatusData] = msgspec.json.Decoder(StatusData)
MAINTENANCE: msgspec.json.Decoder[Maintenance] = msgspec.json.Decoder(Maintenance)
CLIMATE: msgspec.json.Decoder[Climate] = msgspec.json.Decoder(Climate)
SAFETY: msgspec.json.Decoder[Safety] = msgspec.json.Decoder(Safety)
