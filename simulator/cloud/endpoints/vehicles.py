"""The vehicle list."""

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.fleet import PAPERS
from simulator.cloud.physics.car import Car

EPOCH_OF_RECORD_MS = 1_682_381_083_000


def entry(call: Call, car: Car, *, shared: bool, number: int) -> dict[str, object]:
    """Return one entry of the list."""
    papers = PAPERS[car.vin]
    serial = car.vin[-1]
    now_ms = int(call.world.now() * 1000)
    first = number == 0 and not shared
    said: dict[str, object] = {
        "vin": car.vin,
        "seriesCodeVs": car.model.series,
        "seriesName": car.model.series.partition("_")[0],
        "modelCode": papers.model_code,
        "modelName": papers.model_code,
        "matCode": papers.mat_code,
        "colorName": papers.colour,
        "colorCode": papers.colour_code,
        "factoryCode": "0001",
        "fccode": "0001",
        "plateNo": call.world.cabinet.one("names", car.vin).get("licensePlateNumber", papers.plate),
        "engineNo": f"EXENG000{serial}",
        "iccid": f"8900000000000000000{serial}",
        "msisdn": f"00000000000000{serial}",
        "temId": f"V0000000000000000000{serial}",
        "temType": "",
        "ihuId": f"0000000000000000000{serial}",
        "ihuPlatform": "tsp",
        "tboxPlatform": "tsp",
        "proprietaryPlatform": 1 if car.model.uses_v2 else 0,
        "vehicleType": 0,
        "fuelTankCapacity": "0",
        "defaultVehicle": first,
        "current": call.world.selected.get(call.account.user_id) == car.vin,
        "isIHUConfirm": False,
        "shareStatus": "Y" if shared else "N",
        "carProveStatus": "N",
        "simActivited": 0,
        "id": 1_000_000 + int(serial),
        "createTime": EPOCH_OF_RECORD_MS,
        "updateTime": now_ms,
        "recordTime": EPOCH_OF_RECORD_MS,
        "vehicleOwnerLastTime": now_ms,
        "vehiclePhotoSmall": "",
        "vehiclePhotoBig": "",
        "loginInfo": {"isLogined": 0, "loginUid": ""},
    }
    if papers.model_year:
        said["modelYear"] = papers.model_year
    return said


def vehicle_list(call: Call) -> dict[str, object]:
    """Return the account's cars, those shared with it only when asked for."""
    if call.asked("userId") != call.account.user_id:
        raise CloudError("1400", "userId is not the session's")
    own = call.account.vins
    shared: tuple[str, ...] = ()
    if call.query.get("needSharedCar") == "1":
        shared = call.world.sharings.shared_vins(call.account.user_id)
    found = [
        (car, vin in shared)
        for vin in (*own, *shared)
        if (car := call.world.garage.get(vin)) is not None
    ]
    return {
        "list": [
            entry(call, car.state, shared=is_shared, number=number)
            for number, (car, is_shared) in enumerate(found)
        ]
    }


ROUTES = (ecarx("GET", "/device-platform/user/vehicle/secure", vehicle_list, "session"),)
