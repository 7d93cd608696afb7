"""Account services beside the log-in: EU token service, user, plate, pictures, e-mail."""

from aiohttp import web

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.checks import find_car
from simulator.cloud.codes import CloudError, GatewayError
from simulator.cloud.endpoints.answers import row
from simulator.cloud.endpoints.gigya import LOGIN_LIFETIME_S, id_token
from simulator.cloud.endpoints.status import status
from simulator.cloud.endpoints.vehicles import entry

API_KEY = "yHpsjnd9vzLq7GMowxBa"
TOKEN_LIFETIME_S = 3600
# One transparent pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def eco_token(call: Call) -> dict[str, object]:
    """Exchange a refresh token of the EU log-in, guarded by the app's key."""
    if call.header("x-api-key") != API_KEY:
        raise GatewayError(403, "Forbidden")
    body = call.json()
    value = body.get("refreshToken") or body.get("refresh_token")
    token = call.world.vault.find("oauth_refresh", str(value or ""))
    owner = call.world.owner(token.user_id) if token else None
    if owner is None:
        raise GatewayError(401, "Unauthorized")
    call.owner = owner
    vault = call.world.vault
    access = vault.issue("oauth", owner.user_id, TOKEN_LIFETIME_S)
    refresh = vault.issue_durable("oauth_refresh", owner.user_id, LOGIN_LIFETIME_S)
    return {
        "accessToken": access.value,
        "refreshToken": refresh.value,
        "idToken": id_token(call, owner.user_id),
        "expiresIn": TOKEN_LIFETIME_S,
    }


def eco_revoke(call: Call) -> web.Response:
    """End a refresh token and the access tokens that came with it."""
    if call.header("x-api-key") != API_KEY:
        raise GatewayError(403, "Forbidden")
    value, vault = str(call.json().get("refreshToken") or ""), call.world.vault
    if token := vault.find("oauth_refresh", value):
        call.owner = call.world.owner(token.user_id)
        vault.revoke_all("oauth", token.user_id)
    vault.revoke("oauth_refresh", value)
    return web.Response(status=204)


def eco_user(call: Call) -> dict[str, str]:
    """Return the present user (PROPOSED shape)."""
    owner = call.account
    return {
        "uid": owner.user_id.zfill(32),
        "email": owner.email,
        "firstName": owner.name,
        "lastName": "Driver",
        "country": "DE",
        "language": "en",
    }


def set_plate(call: Call) -> dict[str, object]:
    """Set the licence plate, as the name most likely means (PROPOSED body)."""
    plate = call.json().get("plantNo")
    if not isinstance(plate, str):
        raise CloudError("1400", "plantNo is missing")
    call.world.cabinet.one("names", call.params["vin"])["licensePlateNumber"] = plate
    return {"result": 1}


def get_plate(call: Call) -> dict[str, object]:
    """Return the licence plate, which one public client asks for."""
    said = entry(call, call.car.state, shared=call.rights is not None, number=0)
    return {"plantNo": said["plateNo"]}


def user_vehicles(call: Call) -> dict[str, object]:
    """Return the cars of a user, as in the vehicle list."""
    if call.params["userId"] != call.account.user_id:
        raise CloudError("8160")
    cars = [car for vin in call.account.vins if (car := call.world.garage.get(vin))]
    return {"list": [entry(call, c.state, shared=False, number=n) for n, c in enumerate(cars)]}


def by_target(call: Call) -> dict[str, object]:
    """Return the vehicle list's entry of one car, named by its VIN."""
    vin = call.params["targetId"]
    find_car(call, vin)
    return entry(call, call.car.state, shared=call.rights is not None, number=0)


def picture(_: Call) -> web.Response:
    """Return a picture of a car, without any check."""
    return web.Response(body=PICTURE, content_type="image/png")


def take_log(_: Call) -> web.Response:
    """Take a log of the phone application and forget it."""
    return web.json_response({"code": 200})


def agreement(call: Call) -> web.Response:
    """Return a legal text."""
    text = f"<html><body><h1>{call.params['type'].title()}</h1></body></html>"
    return web.Response(text=text, content_type="text/html")


LOGS = "/ecarx-terminal-service/logan/upload.json"
PLATE = "/geelyTCAccess/tcservices/customer/vehicle/plantNo/{vin}"
ROUTES = (
    row("POST", "eco", "/v1/token", eco_token, kind="session"),
    row("POST", "eco", "/v1/revoke", eco_revoke, kind="session"),
    row("GET", "eco", "/v1/user-info", eco_user, "bearer"),
    row("GET", "sg_static", "/static/vehicle/{stamp}/{name}", picture),
    row("GET", "sg_static", "/static/user/agreement/{type}", agreement),
    ecarx("POST", LOGS, take_log, "open", "write"),
    ecarx("PUT", PLATE, set_plate, "vehicle", "write"),
    ecarx("GET", PLATE, get_plate, "vehicle"),
    ecarx("GET", "/gid/vehicle/{userId}", user_vehicles, "session"),
    ecarx("GET", "/device-platform/ecarx_car/target/{targetId}", by_target, "session"),
    ecarx("GET", "/remote-control/vehicle/status", status, "query", "status"),
    ecarx(
        "GET",
        "/remote-control/user/authorization/vehicle/status/{vin}",
        status,
        "vehicle",
        "status",
    ),
)
