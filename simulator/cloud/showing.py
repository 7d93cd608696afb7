"""The physical state of a car as the control interface shows it (pure)."""

from dataclasses import asdict
from datetime import UTC, datetime

from simulator.cloud.frames import battery_12v_volts, range_km
from simulator.cloud.garage import SimulatedCar
from simulator.cloud.physics.charging import charger_power_kw, minutes_to_limit
from simulator.cloud.physics.tyres import pressures


def car_json(car: SimulatedCar) -> dict[str, object]:
    """Return what the car is like now; ``updated_at`` is the time of its last report."""
    state = car.state
    charge, body, climate, motion = state.charge, state.body, state.climate, state.motion
    reported = datetime.fromtimestamp(car.frame.updated_ms / 1000, UTC)
    return {
        "vin": state.vin,
        "region": state.region,
        "model": state.model.name,
        "series": state.model.series,
        "name": state.name,
        "soc": round(charge.soc, 3),
        "range_km": round(range_km(state), 1),
        "locked": body.locked,
        "trunk_locked": body.trunk_locked,
        "plugged": bool(charge.cable),
        "charger": charge.cable or None,
        "charging": charge.is_charging,
        "charger_kw": charge.charger_kw,
        "charge_limit": charge.limit,
        "power_kw": round(charger_power_kw(state), 2),
        "minutes_to_full": minutes_to_limit(state),
        "charge_lid": charge.lid_open or bool(charge.cable),
        "latitude": round(motion.latitude, 7),
        "longitude": round(motion.longitude, 7),
        "heading": round(motion.heading, 1),
        "speed": motion.speed,
        "driving": state.is_driving,
        "odometer_km": round(motion.odometer, 3),
        "doors": asdict(body.doors),
        "windows": asdict(body.windows),
        "trunk": body.trunk,
        "hood": body.hood,
        "sunshade": body.sunshade_open,
        "honks": body.honks,
        "flashes": body.flashes,
        "destination": car.destination,
        "climate": climate.active,
        "defrost": climate.defrost,
        "target_temperature_c": climate.target,
        "interior_temperature_c": round(climate.cabin, 2),
        "outside_temperature_c": round(climate.outside, 2),
        "seat_heating": asdict(climate.seat_heating),
        "seat_ventilation": asdict(climate.seat_ventilation),
        "steering_wheel_heating": climate.steering_heating,
        "tyres": {place: round(kpa, 1) for place, kpa in asdict(pressures(state)).items()},
        "tyre_temperature_c": round(state.health.tyre_temperature, 1),
        "battery12v": round(battery_12v_volts(state), 2),
        "battery12v_percent": round(state.health.battery_12v, 1),
        "fault_codes": list(state.health.fault_codes),
        "online": state.link.online,
        "location_sharing": state.link.location_sharing,
        "journal": state.link.journal,
        "fitted": sorted(state.extras.fitted),
        "plans": asdict(state.plans),
        "updated_at": reported.isoformat(),
        "at": datetime.fromtimestamp(state.at, UTC).isoformat(),
    }
