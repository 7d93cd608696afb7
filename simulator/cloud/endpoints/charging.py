"""Charging beside the commands: status, records, schedules, reservations."""

from datetime import time

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.diary import ChargeRecord
from simulator.cloud.frames import electric_block, milliarcseconds
from simulator.cloud.pages import page

PARKING_COMFORT, SCHEDULED_CHARGING = "4", "6"
KNOWN_BIZ_TYPES = ("1", "2", "3", "4", "5", "6", "7", "8")
NEXT_TRAVEL_S = 41_800
STATUS_FIELDS = (
    *("chargerState", "statusOfChargerConnection", "chargeLevel", "chargeUAct"),
    *("chargeIAct", "timeToFullyCharged"),
)


def status(call: Call) -> dict[str, object]:
    """Return the charging part of the last snapshot (PROPOSED shape)."""
    frame = call.car.frame
    block = electric_block(frame.car)
    fields = {name: block[name] for name in STATUS_FIELDS}
    return {"vin": frame.car.vin, **fields, "updateTime": str(frame.updated_ms)}


def record_json(call: Call, record: ChargeRecord) -> dict[str, object]:
    """Return a charging session (PROPOSED shape)."""
    return {
        "recordId": record.record_id,
        "vin": call.params["vin"],
        "chargeType": record.kind,
        "startTime": int(record.started_at * 1000),
        "endTime": int(record.ended_at * 1000),
        "startSoc": f"{record.start_soc:.0f}",
        "endSoc": f"{record.end_soc:.0f}",
        "energy": f"{record.energy:.1f}",
        "location": {
            "latitude": milliarcseconds(record.place[0]),
            "longitude": milliarcseconds(record.place[1]),
        },
    }


def records(call: Call) -> dict[str, object]:
    """Return charging sessions in pages, newest first (PROPOSED shape)."""
    newest_first = list(call.car.diary.charges)[::-1]
    return page(newest_first, lambda record: record_json(call, record), call.query)


def set_key(call: Call, biz_type: str) -> str:
    """Return the key under which a setting is stored."""
    return f"charge:{call.params['vin']}:{biz_type}"


def read_setting(call: Call) -> object:
    """Return what was last stored; scheduled charging shows its mark only while it is on."""
    biz_type = call.query.get("bizType", SCHEDULED_CHARGING)
    if biz_type not in KNOWN_BIZ_TYPES:
        raise CloudError("1400", "bizType is illegal")
    empty: dict[str, object] = {"id": 779_000 + int(biz_type), "bizType": int(biz_type)}
    if biz_type == SCHEDULED_CHARGING:
        empty |= {"rbcStartTime": "", "rbcEndTime": "", "rbcTarget": "2", "rbcModel": ""}
    if biz_type == PARKING_COMFORT:
        empty |= {"scheduleList": [], "startTime": "", "endTime": "", "btTempActive": "false"}
    return call.world.documents.get(set_key(call, biz_type), empty)


def write_setting(call: Call) -> dict[str, int]:
    """Store a setting; illegal combinations are refused with a text that names the field."""
    body, biz_type = call.json(), str(call.json().get("bizType") or "")
    if biz_type not in KNOWN_BIZ_TYPES:
        raise CloudError("1400", "bizType is illegal")
    if not body.get("command"):
        raise CloudError("1400", "command is missing")
    stored: dict[str, object] = {"id": 779_000 + int(biz_type), "bizType": int(biz_type)}
    if biz_type == SCHEDULED_CHARGING:
        stored |= scheduled(body)
    else:
        stored |= {name: value for name, value in body.items() if name != "bizType"}
    call.world.documents[set_key(call, biz_type)] = stored
    return {"result": 1}


def scheduled(body: dict[str, object]) -> dict[str, object]:
    """Return the stored form of scheduled charging."""
    if "rbcModel" in body:
        raise CloudError("1400", "rbcStartTime must be empty")
    stored: dict[str, object] = {}
    for name in ("rbcStartTime", "rbcEndTime"):
        value = body.get(name)
        if not isinstance(value, str) or not is_clock_time(value):
            raise CloudError("1400", f"{name} is missing")
        stored[name] = value
    stored |= {
        "rbcTarget": str(body.get("rbcTarget") or "2"),
        "rbcModel": str(body.get("chargeModel") or ""),
    }
    if body.get("command") == "start":
        stored["bcCycleActive"] = "true"
    return stored


def is_clock_time(text: str) -> bool:
    """Say whether a text is a time of the form HH:MM."""
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("HH:MM")


def next_travel(call: Call) -> dict[str, object]:
    """Return the next planned departure (PROPOSED shape)."""
    at = int((call.world.now() + NEXT_TRAVEL_S) * 1000)
    return {"vin": call.asked("vin"), "nextTravelTime": str(at)}


def merge(call: Call, key: str) -> dict[str, object]:
    """Merge the body into a stored document."""
    stored = call.world.documents.get(key)
    merged = {**(stored if isinstance(stored, dict) else {}), **call.json()}
    call.world.documents[key] = merged
    return merged


def read_reservation(call: Call) -> dict[str, object]:
    """Return the command history of reservations; its list is null when nothing is planned."""
    stored = call.world.documents.get(f"reservation:{call.params['vin']}")
    said = page([stored] if stored else [], lambda one: one, {}, sort_field=None)
    said["serviceResult"] = {"error": None, "operationResult": 1}
    said["list"] = said["list"] or None
    return said


def write_reservation(call: Call) -> dict[str, object]:
    """Take a partial reservation (guessed shape)."""
    merged = merge(call, f"reservation:{call.params['vin']}")
    active = merged.get("active") is not False
    merged["reservationStatus"] = "active" if active else "inactive"
    return {}


def read_schedule(call: Call) -> dict[str, object]:
    """Return the climate schedule (guessed shape)."""
    stored = call.world.documents.get(f"schedule:{call.params['vin']}")
    return {"scheduleList": [stored] if stored else []}


def write_schedule(call: Call) -> dict[str, object]:
    """Take a partial climate schedule (guessed shape)."""
    merge(call, f"schedule:{call.params['vin']}").setdefault("scheduleId", "1")
    return {}


BASE = "/charge-server"
ROUTES = (
    ecarx("GET", f"{BASE}/charge_status/{{vin}}", status, "vehicle"),
    ecarx("GET", f"{BASE}/charge_record/{{vin}}", records, "vehicle"),
    ecarx("GET", f"{BASE}/ecarx_charge_record/{{vin}}", records, "vehicle"),
    ecarx("GET", f"{BASE}/ecarx_charge_set/{{vin}}", read_setting, "vehicle"),
    ecarx("GET", f"{BASE}/ecarx_charge_set/v2/{{vin}}", read_setting, "vehicle"),
    ecarx("POST", f"{BASE}/ecarx_charge_set/{{vin}}", write_setting, "vehicle", "write"),
    ecarx("GET", f"{BASE}/charge_config/nextTravelTime", next_travel, "session"),
    ecarx("GET", "/remote-control/charging/reservation/{vin}", read_reservation, "vehicle"),
    ecarx(
        "PUT",
        "/remote-control/charging/reservation/{vin}",
        write_reservation,
        "vehicle",
        "write",
    ),
    ecarx("GET", "/remote-control/schedule/{vin}", read_schedule, "vehicle"),
    ecarx("PUT", "/remote-control/schedule/{vin}", write_schedule, "vehicle", "write"),
)
