"""What a car reports: full status, charge limit, state flags, DC current, wake-ups."""

from dataclasses import replace

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.frames import position_block, vehicle_status
from simulator.cloud.physics.charging import battery_power_kw, pack_volts

WAKES_AFTER_S = 86_400
QRVS_ZERO_CURRENT = 16_380
QRVS_PER_AMPERE = 10
QRVS_PER_VOLT = 4


def status(call: Call) -> dict[str, object]:
    """Return the newest snapshot that the car has sent, never a live look at it."""
    car, frame = call.car, call.car.frame
    if call.rights is not None and "LOCATION" not in call.rights:
        hidden = replace(frame.car, link=replace(frame.car.link, location_sharing=False))
        frame = replace(frame, car=hidden)
    return {
        "result": {
            "serviceResult": {"error": None, "operationResult": 1},
            "sessionId": f"{car.state.vin[-8:]}{'0' * 23}1",
        },
        "rvsEnable": "true",
        "vehicleStatus": vehicle_status(frame),
    }


def soc(call: Call) -> dict[str, object]:
    """Return the charge limit, in tenths of a percent; not the state of charge."""
    if call.asked("setting") != "charging":
        raise CloudError("1400", "setting is illegal")
    charge = call.car.state.charge
    return {
        "socTime": str(int(charge.limit_set_at * 1000)),
        "soc": str(round(charge.limit * 10)),
    }


def state(call: Call) -> dict[str, object]:
    """Return the state flags."""
    car = call.car.state
    driving, located = int(car.is_driving), int(car.link.location_sharing)
    return {
        "vin": car.vin,
        "journalLogState": int(car.link.journal),
        "positionUploadState": located,
        "carLocatorActive": located,
        "engineState": driving,
        "powerMode": "2" if driving else "1",
        "nextWakeupTime": str(int((car.at + WAKES_AFTER_S) * 1000)),
        "valetModeState": 0,
        "campingModeActive": 0,
        "driftModeActive": 0,
        "washCarModeActive": 0,
        "chatVideoMainActive": 0,
        "parkComfortState": 1,
        "privacyMode": 0,
        "pulseHeatActive": 0,
        "overheatState": 1,
        "btActive": 0,
        "btTempActive": 0,
        "svtState": 1,
        "pncStatus": 0,
        "vstdState": 2,
    }


def qrvs(call: Call) -> dict[str, object]:
    """Return current and voltage of a DC session of the #5, in raw units."""
    car = call.car.frame.car
    if not car.model.uses_v2:
        raise CloudError("1405")
    volts, amps = pack_volts(car), 0.0
    if car.charge.cable == "dc":
        amps = battery_power_kw(car) * 1000 / volts
    return {
        "chargeI": str(QRVS_ZERO_CURRENT + round(amps * QRVS_PER_AMPERE)),
        "chargeU": str(round(volts * QRVS_PER_VOLT)),
    }


def location(call: Call) -> dict[str, object]:
    """Return the position of the selected car (PROPOSED shape)."""
    vin = call.world.selected.get(call.account.user_id)
    car = call.world.garage.get(vin) if vin else None
    if car is None:
        raise CloudError("8006")
    frame = car.frame
    return {"position": position_block(frame.car), "updateTime": str(frame.updated_ms)}


def power_mode(call: Call) -> dict[str, object]:
    """Return the power mode (PROPOSED shape)."""
    frame = call.car.frame
    mode = "2" if frame.car.is_driving else "1"
    return {"powerMode": mode, "updateTime": str(frame.updated_ms)}


def telematics(_: Call) -> dict[str, object]:
    """Return the telematics box (guessed shape)."""
    return {
        "swVersion": "v1.2.3",
        "hwVersion": "HW2.0",
        "imei": "000000000000001",
        "connectivityStatus": "connected",
        "powerMode": "0",
        "backupBattery": {"voltage": "3.9", "stateOfCharge": "95", "stateOfHealth": "100"},
    }


REMOTE = "/remote-control/vehicle"
TC = "/geelyTCAccess/tcservices/vehicle"
ROUTES = (
    ecarx("GET", f"{REMOTE}/status/location", location, "session"),
    ecarx("GET", f"{REMOTE}/status/{{vin}}", status, "vehicle", "status"),
    ecarx("GET", f"{REMOTE}/status/soc/{{vin}}", soc, "vehicle"),
    ecarx("GET", f"{REMOTE}/status/state/{{vin}}", state, "vehicle"),
    ecarx("GET", f"{REMOTE}/telematics/{{vin}}", telematics, "vehicle"),
    ecarx("GET", f"{TC}/status/qrvs/{{vin}}", qrvs, "vehicle"),
    ecarx("GET", f"{TC}/status/powerMode/{{vin}}", power_mode, "vehicle"),
)
