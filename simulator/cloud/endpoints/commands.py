"""Remote commands: checked, accepted at once, carried out by the car some seconds later."""

from collections.abc import Callable
from dataclasses import replace

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.orders import Order, carried_out
from simulator.cloud.physics.car import Car

NEEDS_USER = ("ZAF", "RDO", "RDC")
RIGHTS = {
    **dict.fromkeys(("RDL_2", "RDU_2", "RHL"), "LOCK"),
    **dict.fromkeys(("RCE_2", "rce_2", "ZAF", "RWS_2"), "CLIMATE"),
    **dict.fromkeys(("rcs", "RCS", "RDO", "RDC"), "CHARGE"),
    "PAI": "LOCATION",
    **dict.fromkeys(("UFR", "RFD_2"), "CLIMATE"),
}
MIN_LIMIT, MAX_LIMIT, LIMIT_STEP = 500, 1000, 50


def read_order(body: dict[str, object]) -> Order:
    """Return the order in a telematics body; raise 1400 naming what is wrong."""
    service, command = body.get("serviceId"), body.get("command")
    if body.get("creator") != "tc" or not isinstance(service, str):
        raise CloudError("1400", "creator or serviceId is missing")
    if command not in ("start", "stop"):
        raise CloudError("1400", "command is illegal")
    if not (body.get("timestamp") or body.get("timeStamp")):
        raise CloudError("1400", "timestamp is missing")
    if service in NEEDS_USER and not body.get("userId"):
        raise CloudError("1400", "userId is missing")
    order = Order(
        service=service,
        start=command == "start",
        params=read_params(body.get("serviceParameters")),
        duration=read_duration(body.get("operationScheduling")),
    )
    check_limit(order)
    return order


def read_params(raw: object) -> tuple[tuple[str, str], ...]:
    """Return keys and values in their order; both must be texts."""
    if not isinstance(raw, list):
        raise CloudError("1400", "serviceParameters is missing")
    pairs = [(p.get("key"), p.get("value")) for p in raw if isinstance(p, dict)]
    if len(pairs) != len(raw) or not all(isinstance(x, str) for pair in pairs for x in pair):
        raise CloudError("1400", "serviceParameters is illegal")
    return tuple((str(key), str(value)) for key, value in pairs)


def read_duration(raw: object) -> float:
    """Return the scheduled duration in the unit of the wire, 0 without one."""
    duration = raw.get("duration", 0) if isinstance(raw, dict) else 0
    return float(duration) if isinstance(duration, int | float) else 0.0


def check_limit(order: Order) -> None:
    """Raise 1400 for a charge limit that the app would not offer (PROPOSED)."""
    if order.service not in ("rcs", "RCS") or order.first("operation") != "4":
        return
    raw = order.first("soc")
    limit = int(raw) if raw.isdigit() else 0
    if not MIN_LIMIT <= limit <= MAX_LIMIT or limit % LIMIT_STEP:
        raise CloudError("1400", "soc is illegal")


def telematics(call: Call) -> dict[str, object]:
    """Accept a command; only a later status tells whether the car has done it."""
    order = read_order(call.json())
    require_right(call, order.service)

    def change(car: Car) -> Car:
        return carried_out(car, order)

    place_order(call, order.service, change)
    session_id = call.world.rng.randbytes(16).hex()
    return {
        "diagnostics": None,
        "serviceResult": {"error": None, "operationResult": 1},
        "trackPoint": None,
        "vin": call.params["vin"],
        "sessionId": session_id,
        "serviceId": order.service,
        "taskId": None,
        "timestamp": str(int(call.world.now() * 1000)),
    }


def require_right(call: Call, service: str) -> None:
    """Raise 8160 if the car is only shared, without the right to this (PROPOSED)."""
    if call.rights is not None and RIGHTS.get(service, "OWNER") not in call.rights:
        raise CloudError("8160")


def place_order(call: Call, service: str, change: Callable[[Car], Car]) -> None:
    """Hand an order to the car, one at a time."""
    car, settings = call.car, call.world.settings
    if car.is_busy(service, settings.execution_window_s):
        raise CloudError("8070")
    if settings.command_outcome == "reject":
        raise CloudError("failure")
    car.note_order(service)
    if settings.command_outcome == "execute":
        car.order(change, settings.command_delay_s)


def journal_toggle(call: Call) -> dict[str, object]:
    """Switch the recording of trips on or off."""
    order = read_order(call.json())
    if order.service != "JOU" or order.first("jou") not in ("enable", "disable"):
        raise CloudError("1400", "jou is illegal")
    require_right(call, order.service)
    on = order.first("jou") == "enable"

    def change(car: Car) -> Car:
        return replace(car, link=replace(car.link, journal=on))

    place_order(call, order.service, change)
    return {}


ROUTES = (
    ecarx("PUT", "/remote-control/vehicle/telematics/{vin}", telematics, "vehicle", "command"),
    ecarx(
        "PUT",
        "/remote-control/vehicle/status/journalLog/{vin}",
        journal_toggle,
        "vehicle",
        "command",
    ),
)
