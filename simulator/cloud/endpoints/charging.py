"""Charging beside the commands: status and records."""

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.diary import ChargeRecord
from simulator.cloud.frames import electric_block, milliarcseconds
from simulator.cloud.pages import page

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


BASE = "/charge-server"
ROUTES = (
    ecarx("GET", f"{BASE}/charge_status/{{vin}}", status, "vehicle"),
    ecarx("GET", f"{BASE}/charge_record/{{vin}}", records, "vehicle"),
    ecarx("GET", f"{BASE}/ecarx_charge_record/{{vin}}", records, "vehicle"),
)
