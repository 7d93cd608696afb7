"""What a car can do, its pictures and software, and destinations for its navigation."""

from simulator.cloud.calls import Call, Check, Handler, Route, ecarx
from simulator.cloud.checks import find_car
from simulator.cloud.codes import CloudError, GatewayError
from simulator.cloud.fleet import PAPERS

Json = dict[str, object]

# functionId, category, accepted targets, range, hint for the surface
CAPABILITIES = (
    ("remote_control_lock_2", "remote_control", "door,trunk", "", ""),
    ("remote_control_unlock_2", "remote_control", "door,trunk", "", ""),
    ("remote_trunk_open", "remote_control", "trunk", "", ""),
    ("remote_climate_control_2", "remote_control", "", "16|30", "0.5"),
    ("remote_seat_preheat_switch", "remote_control", "", "1|3", ""),
    ("seat_heat_status", "status", "", "", ""),
    ("climate_status", "status", "", "", ""),
    ("remote_control_window_2", "remote_control", "", "", ""),
    ("remote_control_ventilate_2", "remote_control", "", "", ""),
    ("remote_control_curtain_2", "remote_control", "", "", ""),
    ("curtain_status_2", "status", "", "", ""),
    ("windows_rolling_status", "status", "", "", ""),
    ("charging_status_2", "status", "", "", ""),
    ("remote_charge_2", "remote_control", "", "50|100", "5"),
    ("honk_flash", "remote_control", "", "", ""),
    ("tyre_pressure", "status", "", "", ""),
    ("tire_pressure_warning_2", "status", "", "", ""),
    ("vehicle_position", "status", "", "", ""),
    ("total_mileage", "status", "", "", ""),
    ("vehiecle_doors_status", "status", "", "", ""),
    ("trunk_status", "status", "", "", ""),
)
LID_CAPABILITIES = (
    ("remote_recharge_lid_2", "remote_control", "front-charge-lid", "", ""),
    ("recharge_lid_status_2", "status", "", "", ""),
    ("seat_ventilation_status", "status", "", "1|3", ""),
)
ABILITIES = (
    ("remote_control_window", "车窗"),
    ("remote_control_doorlock", "车锁"),
    ("remote_control_honk_flash", "鸣笛闪灯"),
    ("remote_control_hrunklock", "后备箱"),
    ("remote_contro_AC", "空调"),
    ("remote_contro_seat_heating", "座椅加热"),
    ("remote_contro_steeringwheel_heating", "方向盘加热"),
    ("remote_control_chargeplan", "充电计划"),
)
PICTURE_STAMP = 1_700_000_000_000
VERSIONS = ("smart OS 1.5.2 EU", "smart OS 1.6.0 EU")


def capabilities(call: Call) -> Json:
    """Return the feature list."""
    car = call.car.state
    rows = CAPABILITIES + (LID_CAPABILITIES if car.model.has_lid_motor else ())
    return {
        "list": [
            {
                "functionId": name,
                "valueEnable": True,
                "functionCategory": category,
                "name": name,
                "showType": hint,
                "tips": "",
                "valueEnum": targets,
                "valueRange": limits,
                "paramsJson": [],
                "configCode": "",
                "platform": "tsp",
                "priority": number,
                "vin": car.vin,
                "modelCode": car.model.series,
                "id": number,
            }
            for number, (name, category, targets, limits, hint) in enumerate(rows, 1)
        ],
        "serviceResult": {"error": None, "operationResult": 1},
    }


def ability(call: Call) -> Json:
    """Return the abilities and pictures of a car of the account."""
    vin = call.params["vin"]
    if vin not in call.account.vins:
        raise CloudError("8040")
    papers = PAPERS[vin]
    if call.params["modelCode"] != papers.model_code:
        raise CloudError("1405")
    find_car(call, vin)
    series = call.car.state.model.series.partition("_")[0]
    names = dict.fromkeys(("vehicleName", "vehicleCode", "vehicleYearCode"), series)
    return {
        "id": 1,
        "pno1810": 2,
        "bluetooth": False,
        **names,
        "modelCode": papers.model_code,
        "modelName": papers.model_code,
        "abilityCount": len(ABILITIES),
        "saleName": papers.sale_name,
        "nationCode": papers.nation,
        "abilities": [
            {
                "id": number,
                "abilityCode": code,
                "name": name,
                "controlWays": ["BLUETOOTH", "REMOTE"],
                "limitSettings": [],
                "extras": "",
            }
            for number, (code, name) in enumerate(ABILITIES, 1)
        ],
        "vscData": pictures(call, series),
    }


def pictures(call: Call, series: str) -> Json:
    """Return addresses of pictures, in the stand-in's form, and names of the equipment."""
    papers = PAPERS[call.params["vin"]]

    def picture(number: int) -> str:
        path = f"/static/vehicle/{PICTURE_STAMP}/{papers.mat_code}--{number}.png"
        return call.link("sg-app.smart.com", path)

    stored = call.world.cabinet.one("names", call.params["vin"])
    unknown = dict.fromkeys(("pno18", "modelCodeVdp", "modelCodeMss", "hubCode"), "EX")
    return {
        "imagesPath": picture(1),
        "topImagesPath": picture(2),
        "interiorImagesPath": "",
        "batteryImagesPath": picture(4),
        **unknown,
        "colorCode": papers.colour_code,
        "colorNameMss": papers.colour,
        "contrastColorCode": "EX",
        "contrastColorNameMSS": "Example",
        "interiorColorNameMss": "Example",
        "hubNameMSS": "Example 20 inch",
        "sideLogoLightNameMSS": "",
        "vehicleName": series,
        "modelName": papers.sale_name,
        "seriesCodeMss": series,
        "vehicleNickname": stored.get("vehicleNickname", ""),
        "licensePlateNumber": stored.get("licensePlateNumber", papers.plate),
        "nationCode": papers.nation,
    }


def ota_info(call: Call) -> Json:
    """Return software versions, without an envelope; the #5 has no record, INTL no service."""
    token = call.world.vault.find("oauth", call.header("access_token"))
    owner = call.world.owner(token.user_id) if token else None
    if owner is None or not call.header("id-token"):
        raise GatewayError(401, "Unauthorized")
    call.owner = owner
    car = call.world.garage.get(call.params["vin"])
    if car is None or owner.region != "EU" or car.state.vin not in owner.vins:
        raise GatewayError(403, "Forbidden")
    if car.state.model.uses_v2:
        raise CloudError("1003")
    current, target = VERSIONS
    return {
        "currentVersion": current,
        "currentReleaseNotes": [{"language": "en-GB", "description": "Example note."}],
        "targetVersion": target,
        "targetReleaseNotes": [
            {"language": "en-GB", "description": "Example note for the update."},
            {"language": "17", "description": "Beispielhinweis zur Aktualisierung."},
        ],
        "hasNewAssignment": True,
        "newStatus": "",
    }


def send_to_car(call: Call) -> None:
    """Take a destination; this is the only place with decimal degrees."""
    body = call.json()
    vin = call.query.get("vin") or call.text("vin")
    find_car(call, vin)
    for name, limit in (("lat", 90.0), ("lon", 180.0)):
        value = body.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > limit:
            raise CloudError("1400", f"{name} is illegal")
    call.text("name")
    call.car.destination = {name: body.get(name) for name in ("lat", "lon", "name", "address")}


def notification(_: Call) -> Json:
    """Return the notice of an update (guessed shape)."""
    notice = {"assignmentId": "asg-0001", "version": "1.6.0", "status": "available"}
    return {"hasNotification": True, "notifications": [notice]}


def diagnostics(call: Call) -> Json:
    """Return active and past fault codes (guessed shape); INTL has none."""
    if call.account.region == "INTL":
        raise CloudError("8153")
    at = int((call.world.now() - 1_000_000) * 1000)
    past = {"dtcCode": "P0000", "severity": "1", "timestamp": str(at), "status": "resolved"}
    car = call.world.garage.get(call.params["vin"])
    codes = car.state.health.fault_codes if car is not None else ()
    active = [past | {"dtcCode": code, "severity": "2", "status": "active"} for code in codes]
    return {"diagnosticList": [past, *active]}


def row(host: str, path: str, handler: Handler, check: Check) -> Route:
    """Return a reading row on another host."""
    return Route(method="GET", host=host, path=path, handler=handler, check=check, kind="read")


TC = "/geelyTCAccess/tcservices"
ABILITY = "/vehicle/v1/ability/{modelCode}/{vin}"
ROUTES = (
    ecarx("GET", f"{TC}/capability/{{vin}}", capabilities, "car"),
    ecarx("GET", "/hf-capability-center/api/v2/ability/{vin}", capabilities, "car"),
    row("sg_app", f"/vc{ABILITY}", ability, "gateway"),
    row("vc_eu", ABILITY, ability, "bearer"),
    row("ota", "/app/info/{vin}", ota_info, "open"),
    ecarx("POST", f"{TC}/ihu/send/to/car", send_to_car, "session", "write"),
    ecarx("POST", f"{TC}/sent2car/sent", send_to_car, "session", "write"),
    ecarx("POST", f"{TC}/appSent2Ihu/byTp", send_to_car, "session", "write"),
    ecarx("POST", "/fota/geea/assignment/notification", notification, "session"),
    ecarx("GET", "/fota/geea/assignment/notification", notification, "session"),
    ecarx("GET", "/remote-control/vehicle/status/history/diagnostic/{vin}", diagnostics, "vehicle"),
)
