"""Fences that the cloud stores: three families of paths with the same PROPOSED shapes."""

from simulator.cloud.cabinet import Document as Fence
from simulator.cloud.calls import Call, ecarx
from simulator.cloud.checks import find_car
from simulator.cloud.codes import CloudError

FIELDS = (
    *("name", "centerLatitude", "centerLongitude", "radius", "enabled"),
    *("alertType", "startTime", "endTime", "weekdays"),
)
NEEDED = ("name", "centerLatitude", "centerLongitude", "radius")


def fences(call: Call) -> dict[str, Fence]:
    """Return all stored fences by id."""
    return call.world.cabinet.drawer("geofences")


def of_car(call: Call) -> list[Fence]:
    """Return the fences of a car, oldest first."""
    vin = call.params["vin"]
    return [without_vin(f) for f in fences(call).values() if f["vin"] == vin]


def without_vin(fence: Fence) -> Fence:
    """Return a fence as it is read."""
    return {name: value for name, value in fence.items() if name != "vin"}


def read_all(call: Call) -> list[Fence]:
    """Return the fences of a car; the list is not wrapped."""
    return of_car(call)


def read_latest(call: Call) -> Fence | None:
    """Return the newest fence of a car, or null."""
    found = of_car(call)
    return found[-1] if found else None


def create(call: Call) -> Fence:
    """Store a new fence."""
    body, vin = call.json(), call.text("vin")
    find_car(call, vin)
    if call.rights is not None:
        raise CloudError("8160")
    if missing := [name for name in NEEDED if not body.get(name)]:
        raise CloudError("1400", f"{missing[0]} is missing")
    stored = fences(call)
    fence_id = str(call.world.cabinet.next_number("geofence"))
    fields = {name: body[name] for name in FIELDS if name in body}
    stored[fence_id] = {"geofenceId": fence_id, "vin": vin, "enabled": True, **fields}
    return {"geofenceId": fence_id}


def own(call: Call, fence_id: object) -> Fence:
    """Return a fence of one of the account's cars; raise 1405 for any other."""
    found = fences(call).get(fence_id) if isinstance(fence_id, str) else None
    if found is None or found["vin"] not in call.account.vins:
        raise CloudError("1405")
    return found


def update(call: Call) -> Fence:
    """Change a fence."""
    body = call.json()
    fence = own(call, call.text("geofenceId"))
    fence |= {name: body[name] for name in FIELDS if name in body}
    return {"result": 1}


def delete(call: Call) -> Fence:
    """Remove a fence."""
    own(call, call.params["id"])
    del fences(call)[call.params["id"]]
    return {"result": 1}


TC = "/geelyTCAccess/tcservices/vehicle/geofence"
LBS = "/lbs/ecarx_electric_fence"
AUTHORISED = "/remote-control/user/authorization/vehicle/geofence"
ROUTES = (
    ecarx("GET", f"{TC}/all/{{vin}}", read_all, "vehicle"),
    ecarx("GET", f"{TC}/latest/{{vin}}", read_latest, "vehicle"),
    ecarx("GET", f"{LBS}s/all/{{vin}}", read_all, "vehicle"),
    ecarx("GET", f"{AUTHORISED}/all/{{vin}}", read_all, "vehicle"),
    *(ecarx("POST", base, create, "session", "write") for base in (TC, LBS, AUTHORISED)),
    *(ecarx("PUT", base, update, "session", "write") for base in (TC, LBS, AUTHORISED)),
    *(
        ecarx("DELETE", f"{base}/{{id}}", delete, "session", "write")
        for base in (TC, LBS, AUTHORISED)
    ),
)
