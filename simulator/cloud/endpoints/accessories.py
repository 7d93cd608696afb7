"""Accessories whose services are only guessed: a car that has them not answers 1405."""

from dataclasses import replace

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.checks import find_car
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.answers import Json
from simulator.cloud.physics.car import Car, Extras

VISITOR_MINUTES, MAX_VISITOR_MINUTES = 30, 1440


def fitted(call: Call, name: str) -> Extras:
    """Return the accessories of the car; raise 1405 without this one."""
    extras = call.car.frame.car.extras
    if name not in extras.fitted:
        raise CloudError("1405")
    return extras


def fridge(call: Call) -> Json:
    """Return the refrigerator."""
    on = fitted(call, "fridge").fridge_on
    mode, temperature = ("cooling", "5") if on else ("off", "18")
    return {"fridgeStatus": "on" if on else "off", "temperature": temperature, "mode": mode}


def locker(call: Call) -> Json:
    """Return the locker."""
    locked = fitted(call, "locker").locker_locked
    return {"lockerStatus": "closed", "lockStatus": "locked" if locked else "unlocked"}


def locker_secret(call: Call) -> Json:
    """Say whether the locker has a PIN; posting one sets it."""
    fitted(call, "locker")
    stored = call.world.cabinet.one("locker", call.params["vin"])
    if call.request.method == "POST":
        stored["secret"] = call.text("secret")
    return {"hasSecret": True, "secretSet": "secret" in stored}


def fragrance(call: Call) -> Json:
    """Return the fragrance."""
    on = fitted(call, "fragrance").fragrance_on
    return {"fragranceActive": on, "fragranceLevel": "high", "fragranceType": "1"}


def theft_watch(call: Call) -> Json:
    """Return the theft watch of the selected car; it has no VIN in its path."""
    vin = call.world.selected.get(call.account.user_id)
    if vin is None:
        raise CloudError("8006")
    find_car(call, vin)
    on = fitted(call, "theft_watch").theft_watch
    return {
        "vtmEnabled": on,
        "notificationEnabled": on,
        "geofenceAlertEnabled": False,
        "movementAlertEnabled": on,
    }


def visitor_secret(call: Call) -> Json:
    """Return a code by which a visitor may open an own car for a while."""
    vin, minutes = call.text("vin"), call.json().get("validMinutes", VISITOR_MINUTES)
    if vin not in call.account.vins:
        raise CloudError("8040")
    if not isinstance(minutes, int) or not 0 < minutes <= MAX_VISITOR_MINUTES:
        raise CloudError("1400", "validMinutes is illegal")
    secret = f"{call.world.rng.randrange(1_000_000):06d}"
    return {"secret": secret, "expireTime": call.world.now_ms() + minutes * 60_000}


def wake_up(call: Call) -> Json:
    """Wake the telematics box, which reports then."""
    call.car.order(lambda car: car, call.world.settings.command_delay_s)
    return {"result": 1}


def activate(call: Call) -> Json:
    """Bring the telematics box to the network."""

    def online(car: Car) -> Car:
        return replace(car, link=replace(car.link, online=True))

    call.car.change(online)
    return {"result": 1}


def activation(call: Call) -> Json:
    """Say whether the telematics box is active."""
    return {"activateState": int(call.car.state.link.online)}


def data_volume(call: Call) -> Json:
    """Return the SIM's volume of the month, of which every day takes its part."""
    day = call.world.clock.now().day
    end = call.world.now_ms() + (31 - day) * 86_400_000
    return {"totalMb": "3072", "usedMb": str(40 * day), "endTime": end}


ACTIVATE = "/geelyTCAccess/tcservices/vehicle/telematics/activate/{vin}"
SECRET = "/remote-control/locker/secret/{vin}"
WAKE_UP = "/remote-control/vehicle/familyNumber/AppWakeUpTcam/{vin}"
ROUTES = (
    ecarx("GET", "/remote-control/getFridge/status/{vin}", fridge, "vehicle"),
    ecarx("GET", "/remote-control/getLocker/status/{vin}", locker, "vehicle"),
    ecarx("GET", SECRET, locker_secret, "vehicle"),
    ecarx("POST", SECRET, locker_secret, "vehicle", "write"),
    ecarx("GET", "/remote-control/vehicle/fragrance/{vin}", fragrance, "vehicle"),
    ecarx("GET", "/remote-control/getVtmSettingStatus", theft_watch, "session"),
    ecarx("POST", "/remote-control/visitor/secret", visitor_secret, "session", "write"),
    ecarx("POST", WAKE_UP, wake_up, "vehicle", "command"),
    ecarx("PUT", ACTIVATE, activate, "vehicle", "write"),
    ecarx("GET", ACTIVATE, activation, "vehicle"),
    ecarx("GET", "/api/v1/flowinfo", data_volume, "session"),
)
