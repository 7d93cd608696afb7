"""The car as its owner names and keeps it, in both markets: binding, names, favourite settings."""

from simulator.cloud.cabinet import Document
from simulator.cloud.calls import Call, Check, Route
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.answers import Json, row
from simulator.cloud.endpoints.features import VERSIONS
from simulator.cloud.fleet import PAPERS

NAMES = ("vehicleNickname", "licensePlateNumber")
FAVOURITE_FIELDS = ("name", "temp", "seats")
BOUND_AT_MS = 1_760_000_000_000
CREDENTIALS_MS = 3_600_000
PAIRING_CODE = "000000"


def own_vin(call: Call) -> str:
    """Return the VIN of the body, which must be one of the account's."""
    vin = call.text("vin")
    if vin not in call.account.vins:
        raise CloudError("8040")
    return vin


def names(call: Call, vin: str) -> Document:
    """Return nickname and plate of a car, as stored or as on its papers."""
    stored = call.world.cabinet.one("names", vin)
    stored.setdefault("vehicleNickname", "")
    stored.setdefault("licensePlateNumber", PAPERS[vin].plate)
    return stored


def owned(call: Call) -> list[Json]:
    """Return the cars of the account."""
    return [
        {
            "vin": vin,
            "modelCode": PAPERS[vin].model_code,
            **names(call, vin),
            "bindTime": BOUND_AT_MS,
        }
        for vin in call.account.vins
    ]


def bind(call: Call) -> bool:
    """Bind a car that belongs to nobody and lives in this market."""
    vin, world = call.text("vin"), call.world
    car, holder = world.garage.get(vin), world.people.owner_of(vin)
    if car is None or car.state.region != call.account.region:
        raise CloudError("1405")
    if holder is not None and holder.user_id != call.account.user_id:
        raise CloudError("8160")
    call.owner = world.people.bind(call.account, vin)
    return True


def unbind(call: Call) -> bool:
    """Give a car up."""
    vin = own_vin(call)
    call.owner = call.world.people.unbind(call.account, vin)
    call.world.selected.pop(call.account.user_id, None)
    return True


def read_names(call: Call) -> Json:
    """Return nickname and plate."""
    vin = own_vin(call)
    return {"vin": vin, **names(call, vin)}


def write_names(call: Call) -> bool:
    """Store nickname or plate."""
    stored, body = names(call, own_vin(call)), call.json()
    stored |= {name: str(body[name]) for name in NAMES if name in body}
    return True


def clear_nickname(call: Call) -> bool:
    """Remove the nickname."""
    names(call, own_vin(call))["vehicleNickname"] = ""
    return True


def favourites(call: Call, vin: str) -> dict[str, Document]:
    """Return the favourite settings of a car by id."""
    return call.world.cabinet.drawer("favourites", vin)


def read_favourites(call: Call) -> Json:
    """Return the favourite settings."""
    vin = own_vin(call)
    return {"vin": vin, "settings": list(favourites(call, vin).values())}


def write_favourites(call: Call) -> bool:
    """Store settings, each by its id or under a new one."""
    vin, given = own_vin(call), call.json().get("settings")
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise CloudError("1400", "settings is missing")
    stored = favourites(call, vin)
    for one in given:
        setting_id = str(one.get("id") or call.world.cabinet.next_id("fav-"))
        known = {name: one[name] for name in FAVOURITE_FIELDS if name in one}
        stored[setting_id] = {**stored.get(setting_id, {}), "id": setting_id, **known}
    return True


def delete_favourite(call: Call) -> bool:
    """Remove one setting."""
    if favourites(call, own_vin(call)).pop(call.text("id"), None) is None:
        raise CloudError("1405")
    return True


def path_vin(call: Call) -> str:
    """Return the VIN of the path, which must be one of the account's."""
    if (vin := call.params["vin"]) not in call.account.vins:
        raise CloudError("8040")
    return vin


def power_offset(call: Call) -> Json:
    """Return the correction of the shown consumption."""
    return {"vin": path_vin(call), "offset": "0"}


def bluetooth_abilities(call: Call) -> Json:
    """Return what a near phone could do; the simulated cars hear none."""
    return {"vin": path_vin(call), "bluetooth": False, "abilities": []}


def versions(call: Call) -> Json:
    """Return the software of a car; a #5 has no record."""
    car = call.world.garage.get(own_vin(call))
    if car is None or car.state.model.uses_v2:
        raise CloudError("1003")
    return dict(zip(("currentVersion", "targetVersion"), VERSIONS, strict=True))


def credentials(call: Call) -> Json:
    """Return credentials of an object storage that does not exist."""
    said = dict.fromkeys(("accessKeyId", "accessKeySecret", "securityToken"), "EXAMPLE")
    return {**said, "expiration": call.world.now_ms() + CREDENTIALS_MS}


def pair(call: Call) -> Json:
    """Pair a car in the EU; the code is on the car's screen, here six zeros."""
    if call.text("pairingCode") != PAIRING_CODE:
        raise CloudError("1400", "pairingCode is wrong")
    bind(call)
    return {"status": "PAIRED"}


def unpair(call: Call) -> Json:
    """End a pairing in the EU."""
    unbind(call)
    return {"status": "UNPAIRED"}


def information(call: Call) -> Json:
    """Return what the pairing service knows about an own car."""
    if (vin := call.asked("vin")) not in call.account.vins:
        raise CloudError("8040")
    car, papers = call.world.garage.get(vin), PAPERS[vin]
    return {
        "vin": vin,
        "model": car.state.model.name if car else "",
        "trim": papers.sale_name,
        "modelYear": papers.model_year or "2024",
        "color": papers.colour,
        "productionDate": "2024-01-01",
        "warrantyStart": "2024-02-01",
        "status": "PAIRED",
    }


def market(host: str, prefix: str, check: Check) -> tuple[Route, ...]:
    """Return the rows that both markets have."""
    own = f"{prefix}/vehicle/v1/ownership"
    return (
        row("POST", host, f"{own}/bind", bind, check),
        row("POST", host, f"{own}/unbind", unbind, check),
        row("POST", host, f"{own}/list", owned, check, "read"),
    )


EU, INTL = "/vehicle/v1", "/vc/vehicle/v1"
FAVOURITES_EU, FAVOURITES_INTL = f"{EU}/favourite", "/vc/vehicleFavouriteSetting"
ROUTES = (
    *market("vc_eu", "", "xs"),
    *market("sg_app", "/vc", "gateway"),
    row("GET", "sg_app", "/uc/api/user/toc/vehicle/ownership/list", owned, "intl"),
    row("POST", "vc_eu", f"{EU}/vehicleCustomerInfo/query", read_names, "xs", "read"),
    row("POST", "vc_eu", f"{EU}/vehicleCustomerInfo/save", write_names, "xs"),
    row("POST", "vc_eu", f"{EU}/vehicleCustomerInfo/cleanVehicleNickname", clear_nickname, "xs"),
    row("POST", "sg_app", f"{INTL}/vehicleCustomerInfo", read_names, "gateway", "read"),
    row("POST", "sg_app", f"{INTL}/vehicleCustomerInfo/modify", write_names, "gateway"),
    row(
        "GET",
        "sg_app",
        f"{INTL}/vehicleCustomerInfo/averagePowerOffset/{{vin}}",
        power_offset,
        "gateway",
    ),
    row("GET", "sg_app", f"{INTL}/ability/bluetooth/{{vin}}", bluetooth_abilities, "gateway"),
    row("POST", "vc_eu", f"{FAVOURITES_EU}/query", read_favourites, "xs", "read"),
    row("POST", "vc_eu", f"{FAVOURITES_EU}/save", write_favourites, "xs"),
    row("POST", "vc_eu", f"{FAVOURITES_EU}/delete", delete_favourite, "xs"),
    row("POST", "sg_app", f"{FAVOURITES_INTL}/query", read_favourites, "gateway", "read"),
    row("POST", "sg_app", f"{FAVOURITES_INTL}/save", write_favourites, "gateway"),
    row("POST", "sg_app", f"{FAVOURITES_INTL}/delete", delete_favourite, "gateway"),
    row("POST", "vc_eu", f"{EU}/ota/findVersion", versions, "xs", "read"),
    row("POST", "vc_eu", f"{EU}/ota/findVersion/one", versions, "xs", "read"),
    row("GET", "vc_eu", "/aliCloud/credentials/{type}", credentials, "xs"),
    row("GET", "sg_app", "/vc/oss/credentials/{type}", credentials, "intl"),
    row("POST", "vcrm", "/v1/vehicle-pairing", pair, "access"),
    row("POST", "vcrm", "/v1/vehicle-unpairing", unpair, "access"),
    row("GET", "vcrm", "/v1/vehicle-information", information, "access"),
)
