"""What an account allows the cloud to do with a car's data, and the end of an account."""

from dataclasses import replace

from simulator.cloud.calls import Call, ecarx
from simulator.cloud.checks import find_car
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.answers import Json
from simulator.cloud.grants import Grant

TRAVEL_LOG = "travelLogBusiCode"


def grant(call: Call) -> Json:
    """Store an authorisation; the session token that asks for it is replaced (see below).

    The real cloud was seen to reject the old token after a grant. A standing grant that is repeated
    by a session that has not asked before changes nothing, so a client that remembers the token of
    its grant comes to rest, and one that does not pays with a renewal again and again.
    """
    body, service, vin = call.json(), call.text("serviceCode"), call.text("vin")
    status = body.get("authStatus")
    if status not in (0, 1):
        raise CloudError("1400", "authStatus is illegal")
    find_car(call, vin)
    user, token = call.account.user_id, call.header("authorization")
    stood = call.world.grants.is_given(user, vin, service)
    before = call.world.grants.write(user, vin, service, is_given=status == 1, token=token)
    is_new = not stood or before.token == token
    if status == 1 and is_new and call.world.settings.grant_rotates_token:
        call.world.vault.revoke("session", token)
    return {"serviceCode": service, "authStatus": status}


def record_of(call: Call, vin: str, service: str) -> Grant:
    """Return a record; what was never written is not allowed."""
    found = call.world.grants.find(call.account.user_id, vin, service)
    return found or Grant(
        record_id="", vin=vin, service=service, is_given=False, created=0, updated=0
    )


def records(call: Call) -> Json:
    """Return all records of a car."""
    vin = call.text("vin")
    find_car(call, vin)
    return {"list": [one.as_json() for one in call.world.grants.of(call.account.user_id, vin)]}


def one_record(call: Call) -> Json:
    """Return the record of a service."""
    return record_of(call, call.text("vin"), call.text("serviceCode")).as_json()


def grant_status(call: Call) -> Json:
    """Say whether a service is authorised."""
    found = record_of(call, call.text("vin"), call.text("serviceCode"))
    return {"serviceCode": found.service, "authStatus": int(found.is_given)}


def send_grant(call: Call) -> Json:
    """Push a record to the car; there must be one."""
    vin, service = call.text("vin"), call.text("serviceCode")
    find_car(call, vin)
    if not call.world.grants.send(call.account.user_id, vin, service):
        raise CloudError("1405")
    return {"result": 1}


def erase_account(call: Call) -> Json:
    """Close the account for good; the body must name it."""
    if call.text("userId") != call.account.user_id:
        raise CloudError("8160")
    call.world.close_account(call.account.user_id)
    return {"result": 1}


def toggle_for_sharee(call: Call) -> Json:
    """Switch the recording of trips as somebody who only borrows the car (PROPOSED body)."""
    body, car = call.json(), call.car
    if body.get("command") not in ("start", "stop"):
        raise CloudError("1400", "command is illegal")
    is_on = body["command"] == "start"
    car.order(
        lambda now: replace(now, link=replace(now.link, journal=is_on)),
        call.world.settings.command_delay_s,
    )
    return {}


BASE = "/remote-control/user/authorization"
ROUTES = (
    ecarx("POST", f"{BASE}/insert", grant, "session", "write"),
    ecarx("POST", f"{BASE}/selectRecordList", records, "session"),
    ecarx("POST", f"{BASE}/selectRecord", one_record, "session"),
    ecarx("POST", f"{BASE}/selectStatus", grant_status, "session"),
    ecarx("POST", f"{BASE}/send/to/car", send_grant, "session", "write"),
    ecarx("POST", f"{BASE}/userDeleteAccount", erase_account, "session", "write"),
    ecarx("POST", f"{BASE}/status/journalLog/{{vin}}", toggle_for_sharee, "vehicle", "command"),
)
