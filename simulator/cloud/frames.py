"""The complete status document of a car, with every field of the wire (pure)."""

import math

from simulator.cloud.garage import Frame
from simulator.cloud.physics.car import PLACES, Car, Four
from simulator.cloud.physics.charging import (
    AC_VOLTS,
    battery_power_kw,
    charger_power_kw,
    minutes_to_limit,
    pack_volts,
)
from simulator.cloud.physics.climate import electric_load_kw
from simulator.cloud.physics.driving import consumption_kwh_per_100km
from simulator.cloud.physics.tyres import pressures

Json = dict[str, object]

SUFFIXES = dict(zip(PLACES, ("Driver", "Passenger", "DriverRear", "PassengerRear"), strict=True))
SEATS = dict(zip(PLACES, ("drv", "pass", "rl", "rr"), strict=True))
NO_VALUE = "2047"
NOT_FITTED = "101"
LOW_TYRE_KPA = 200.0
WEAK_12V_PERCENT, CHARGED_12V_VOLTS = 50.0, 14.1
HOT_TYRE_C = 70.0
SERVICE_EVERY_KM = 30_000
MAS_PER_DEGREE = 3_600_000
LIGHTS = (
    *("loBeam", "hiBeam", "drl", "frntFog", "reFog", "posLiFrnt", "posLiRe", "trunIndrLe"),
    *("trunIndrRi", "reverseLi", "stopLi", "dbl", "ahbc", "afs", "ahl", "hwl", "cornrgLi"),
    *("welcome", "goodbye", "homeSafe", "approach", "ltgShow", "allwl", "flash"),
)
FUEL = ("fuelLevelPct", "fuelEnLevel", "fuelEnCns", "fuelEnCnsFild", "indFuelConsumption")
BELTS = (*SUFFIXES.values(), "MidRear", "ThDriverRear", "ThPassengerRear")
LAMPS = ("TurningLamp", "FogLamp", "BreakLamp", "ReversingLamp", "PosLamp")


def text(*, value: bool) -> str:
    """Return a truth value as most fields write it."""
    return "true" if value else "false"


def one_zero(*, value: bool) -> str:
    """Return a truth value as "1" or "0"."""
    return "1" if value else "0"


def milliarcseconds(degrees: float) -> int:
    """Return a coordinate as the platform writes it."""
    return round(degrees * MAS_PER_DEGREE)


def position_block(car: Car) -> Json:
    """Return the position; everything is empty when its owner does not share it."""
    if not car.link.location_sharing:
        empty = dict.fromkeys(
            ("altitude", "posCanBeTrusted", "latitude", "marsCoordinates", "longitude"), ""
        )
        return {**empty, "carLocatorStatUploadEn": "false"}
    return {
        "altitude": "105",
        "posCanBeTrusted": "true",
        "latitude": str(milliarcseconds(car.motion.latitude)),
        "longitude": str(milliarcseconds(car.motion.longitude)),
        "carLocatorStatUploadEn": "true",
        "marsCoordinates": "false",
    }


def basic_block(car: Car) -> Json:
    """Return usage, speed, heading and position."""
    dc = car.charge.is_charging and car.charge.cable == "dc"
    mode = "13" if car.is_driving else "2" if dc else "1"
    return {
        "usageMode": mode,
        "engineStatus": "engine_running" if car.is_driving else "engine_off",
        "carMode": "0",
        "speed": f"{car.motion.speed:.1f}",
        "speedValidity": text(value=car.is_driving),
        "direction": f"{car.motion.heading:.0f}",
        "position": position_block(car),
    }


def range_km(car: Car, soc: float | None = None) -> float:
    """Return the range at a state of charge (default: the present one)."""
    percent = car.charge.soc if soc is None else soc
    cold = 1 + max(0.0, 15 - car.climate.outside) * 0.008
    usual = car.model.base_consumption * 1.13 * cold
    return car.model.capacity_kwh * percent / 100 / usual * 100


def charging_codes(car: Car) -> tuple[str, str, str]:
    """Return chargerState, statusOfChargerConnection and dcDcConnectStatus."""
    charge = car.charge
    if not charge.cable:
        return "0", "0", "0"
    if charge.cable == "dc":
        return ("15", "1", "3") if charge.is_charging else ("0", "1", "3")
    return ("2", "3", "0") if charge.is_charging else ("0", "2", "0")


def electric_block(car: Car) -> Json:
    """Return charge, range, charger and currents."""
    state, connection, dc = charging_codes(car)
    power, into_battery = charger_power_kw(car), battery_power_kw(car)
    ac_amps = power * 1000 / AC_VOLTS / math.sqrt(3) if state == "2" else 0.0
    amps = -into_battery * 1000 / pack_volts(car) if power else drain_amps(car)
    minutes = minutes_to_limit(car)
    lid = "1" if car.charge.lid_open or car.charge.cable else "2"
    return {
        "chargeLevel": f"{car.charge.soc:.0f}",
        "distanceToEmptyOnBatteryOnly": f"{range_km(car):.0f}",
        "distanceToEmptyOnBattery100Soc": f"{range_km(car, 100):.0f}",
        "distanceToEmptyOnBattery20Soc": f"{range_km(car, 20):.0f}",
        "chargerState": state,
        "statusOfChargerConnection": connection,
        "chargeSts": "0",
        "dcChargeSts": "0",
        "bookChargeSts": "0",
        "chargeUAct": f"{AC_VOLTS:.1f}" if ac_amps else "0.0",
        "chargeIAct": f"{ac_amps:.3f}",
        "dcChargeIAct": f"{amps * car.model.dc_current_scale:.1f}",
        "dcDcConnectStatus": dc,
        "dcDcActvd": "1",
        "timeToFullyCharged": NO_VALUE if minutes is None else str(minutes),
        "timeToTargetDisCharged": NO_VALUE,
        "averPowerConsumption": f"{-consumption_kwh_per_100km(car):.1f}",
        "indPowerConsumption": "0.0",
        "chargeLidAcStatus": "1" if lid == "1" and car.charge.cable != "dc" else "2",
        "chargeLidDcAcStatus": lid,
        "disChargeSts": "0",
        "disChargeUAct": "0.0",
        "disChargeIAct": "0.0",
        "disChargeConnectStatus": one_zero(value=dc == "3"),
        "wptFineAlignt": "0",
        "ptReady": one_zero(value=car.is_driving),
    }


def drain_amps(car: Car) -> float:
    """Return the battery current while nothing charges: driving and cabin, positive."""
    per_hour = consumption_kwh_per_100km(car) * car.motion.speed / 100 if car.is_driving else 0.0
    return (per_hour + electric_load_kw(car.climate)) * 1000 / pack_volts(car)


def per_place(prefix: str, values: Four[str]) -> Json:
    """Return one field per door, window or wheel."""
    return {f"{prefix}{SUFFIXES[place]}": getattr(values, place) for place in PLACES}


def strings(values: Four[object], form: str = "{}") -> Four[str]:
    """Return four values as texts."""
    return Four(**{place: form.format(getattr(values, place)) for place in PLACES})


def battery_12v_volts(car: Car) -> float:
    """Return the 12-volt battery's voltage; a weak one stays low even while it is charged."""
    filling = car.is_driving or car.charge.is_charging
    if filling and car.health.battery_12v > WEAK_12V_PERCENT:
        return CHARGED_12V_VOLTS
    return 10.8 + car.health.battery_12v / 100 * 2.0


def maintenance_block(car: Car) -> Json:
    """Return odometer, service, tyres and the 12-volt battery."""
    health, tyres = car.health, pressures(car)
    odometer = car.motion.odometer
    warnings = {place: one_zero(value=getattr(tyres, place) < LOW_TYRE_KPA) for place in PLACES}
    hot = one_zero(value=health.tyre_temperature > HOT_TYRE_C)
    every = Four(**dict.fromkeys(PLACES, f"{health.tyre_temperature:.3f}"))
    return {
        "odometer": f"{odometer:.3f}",
        "daysToService": "210",
        "distanceToService": f"{max(0.0, SERVICE_EVERY_KM - odometer % SERVICE_EVERY_KM):.0f}",
        "engineHrsToService": "500",
        "serviceWarningStatus": "0",
        "brakeFluidLevelStatus": "3",
        "washerFluidLevelStatus": "1",
        **per_place("tyreStatus", strings(tyres, "{:.3f}")),
        **per_place("tyreTemp", every),
        **per_place("tyrePreWarning", Four(**warnings)),
        **per_place("tyreTempWarning", Four(**dict.fromkeys(PLACES, hot))),
        "mainBatteryStatus": {
            "stateOfCharge": "1",
            "chargeLevel": f"{health.battery_12v:.1f}",
            "energyLevel": "0",
            "stateOfHealth": "0",
            "powerLevel": "0",
            "voltage": f"{battery_12v_volts(car):.3f}",
        },
    }


def seats_block(car: Car) -> Json:
    """Return heating and ventilation of the seats."""
    climate, said = car.climate, Json()
    for place, seat in SEATS.items():
        heat = getattr(climate.seat_heating, place)
        ventilation = getattr(climate.seat_ventilation, place)
        verb = "Heat" if place == "driver" else "Heating"
        said[f"{seat}{verb}Sts"] = str(heat)
        said[f"{seat}{verb}Detail"] = "2" if place in ("driver", "passenger") else "0"
        said[f"{seat}VentSts"] = one_zero(value=ventilation > 0)
        said[f"{seat}VentDetail"] = str(ventilation)
    said["steerWhlHeatingSts"] = "1" if climate.steering_heating else "2"
    return said


def climate_block(car: Car) -> Json:
    """Return pre-conditioning, temperatures, seats, windows and shades."""
    climate = car.climate
    windows = {place: "1" if getattr(car.body.windows, place) > 0 else "2" for place in PLACES}
    shade = "1" if car.body.sunshade_open else "2"
    return {
        "preClimateActive": climate.active,
        "fragActive": car.extras.fragrance_on,
        "defrost": text(value=climate.defrost),
        "airBlowerActive": text(value=climate.active),
        "cdsClimateActive": "false",
        "climateOverHeatProActive": "false",
        "interiorTemp": f"{climate.cabin:.3f}",
        "exteriorTemp": f"{climate.outside:.3f}",
        **seats_block(car),
        **per_place("winStatus", Four(**windows)),
        **per_place("winPos", strings(car.body.windows)),
        "sunroofPos": NOT_FITTED,
        "sunroofOpenStatus": "1",
        "curtainPos": "0" if car.body.sunshade_open else "100",
        "curtainOpenStatus": shade,
        "sunCurtainRearPos": NOT_FITTED,
        "sunCurtainRearOpenStatus": "1",
    }


def safety_block(car: Car) -> Json:
    """Return locks, doors, lids and belts."""
    body = car.body
    doors = {place: one_zero(value=getattr(body.doors, place)) for place in PLACES}
    locks = Four(**dict.fromkeys(PLACES, one_zero(value=body.locked)))
    return {
        "centralLockingStatus": "2" if body.locked else "0",
        **per_place("doorLockStatus", locks),
        **per_place("doorOpenStatus", Four(**doors)),
        **per_place("doorPos", Four(**dict.fromkeys(PLACES, "0"))),
        "trunkOpenStatus": one_zero(value=body.trunk),
        "trunkLockStatus": one_zero(value=body.trunk_locked),
        "engineHoodOpenStatus": one_zero(value=body.hood),
        "tankFlapStatus": "2",
        "electricParkBrakeStatus": "0" if car.is_driving else "1",
        "srsCrashStatus": "0",
        **{
            f"seatBeltStatus{belt}": text(value=car.is_driving and belt == "Driver")
            for belt in BELTS
        },
        "vehicleAlarm": {"alrmTrgSrc": "0"},
    }


def running_block(car: Car) -> Json:
    """Return lights, trip meters and the fields of a fuel tank that is not there."""
    lights = dict.fromkeys(LIGHTS, "0")
    if car.is_driving:
        lights |= {"loBeam": "1", "posLiFrnt": "1", "posLiRe": "1"}
    return {
        **lights,
        "tripMeter1": f"{car.motion.odometer % 1000:.1f}",
        "tripMeter2": f"{car.motion.odometer % 100:.1f}",
        "avgSpeed": "31",
        "engineCoolantLevelStatus": "3",
        **dict.fromkeys(FUEL, "0"),
    }


def telematics_block() -> Json:
    """Return the telematics box, all unknown as in every recording."""
    nothing: Json = dict.fromkeys(
        ("swVersion", "serialNumber", "powerSource", "mcuVersion", "mpuVersion", "hwVersion")
    )
    nothing |= dict.fromkeys(
        ("powerMode", "healthStatus", "sleepCycleNextWakeupTime", "imei", "state")
    )
    sim = dict.fromkeys(("iccId", "imsi", "msisdn"))
    backup = dict.fromkeys(("stateOfCharge", "stateOfHealth", "voltage"))
    return {
        **nothing,
        "connectivityStatus": None,
        "networkAccessStatus": {"mobileNetwork": None, "simInfo": sim},
        "backupBattery": backup,
    }


def additional_block(car: Car) -> Json:
    """Return everything beside speed and place."""
    return {
        "chargeHvSts": "1",
        "electricVehicleStatus": electric_block(car),
        "maintenanceStatus": maintenance_block(car),
        "climateStatus": climate_block(car),
        "drivingSafetyStatus": safety_block(car),
        "runningStatus": running_block(car),
        "drivingBehaviourStatus": {
            "gearAutoStatus": "4" if car.is_driving else "0",
            "gearManualStatus": "0",
            "engineSpeed": "0.000",
        },
        "pollutionStatus": {
            "interiorPM25": "4",
            "interiorPM25Level": "0",
            "interiorSecondPM25Level": "0",
            "exteriorPM25Level": "0",
            "relHumSts": "58",
        },
        "trailerStatus": {f"trailer{lamp}Sts": "0" for lamp in LAMPS},
    }


def vehicle_status(frame: Frame) -> Json:
    """Return the ``vehicleStatus`` object of a frame."""
    car = frame.car
    return {
        "updateTime": str(frame.updated_ms),
        "configuration": {"propulsionType": "4", "fuelType": "4", "vin": car.vin},
        "parkTime": {"status": str(int(car.motion.parked_since * 1000))},
        "notification": {"notifForEmgyCallStatus": "0"},
        "theftNotification": {"time": "1750000000", "activated": "2"},
        "eg": {"enableRunning": "false", "blocked": {"status": "0"}, "panicStatus": "false"},
        "basicVehicleStatus": basic_block(car),
        "additionalVehicleStatus": additional_block(car),
        "temStatus": telematics_block(),
    }
