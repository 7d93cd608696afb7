"""The person on the platform: member, PIN, invitations, switches, texts. PROPOSED shapes."""

from dataclasses import replace

from simulator.cloud.cabinet import Document
from simulator.cloud.calls import Call, Handler, Route, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.answers import Json, Shelf, done, listed, switch

TRIES = 3
NOTIFICATIONS = ("CHARGING", "SECURITY", "VEHICLE", "OTA", "MARKETING")
MEMBER_FIELDS = ("mobile", "avatar")
PLACES = Shelf(
    name="place",
    id_field="collectionId",
    fields=("name", "address", "lat", "lon"),
    needed=("name", "lat", "lon"),
)
TEXTS = Shelf(name="protocol", id_field="protocolId", fields=("version",), needed=("version",))
EXAMS = Shelf(name="exam", id_field="examId", fields=("score",), needed=("score",))


def require_self(call: Call) -> None:
    """Raise 8160 if the path names another person."""
    if call.params["userId"] != call.account.user_id:
        raise CloudError("8160")


def read_member(call: Call) -> Json:
    """Return the person."""
    require_self(call)
    owner = call.account
    stored = call.world.cabinet.one("member", owner.user_id)
    more = {name: stored.get(name, "") for name in MEMBER_FIELDS}
    return {"userId": owner.user_id, "nickName": owner.name, "email": owner.email, **more}


def change_member(call: Call) -> Json:
    """Change name, telephone or picture."""
    require_self(call)
    body = call.json()
    stored = call.world.cabinet.one("member", call.account.user_id)
    stored |= {name: body[name] for name in MEMBER_FIELDS if name in body}
    if name := body.get("nickName"):
        call.owner = call.world.people.keep(replace(call.account, name=str(name)))
    return read_member(call)


def pin_of(call: Call) -> Document:
    """Return the PIN's document; an account has one from the car's hand-over."""
    pin = call.world.cabinet.one("pin", call.account.user_id)
    return pin or pin_written(pin, "")


def pin_written(pin: Document, digest: str) -> Document:
    """Store a new PIN.

    Whether the application hashes a PIN is not known, so the stand-in cannot know the digest of the
    first one: it takes the first that is shown.
    """
    pin.update(digest=digest, enabled=True, remaining=TRIES)
    return pin


def pin_status(call: Call) -> Json:
    """Say whether a PIN protects commands."""
    return {"pinSet": True, "enabled": pin_of(call)["enabled"]}


def create_pin(call: Call) -> Json:
    """Set a PIN; one that was blocked is good again."""
    pin_written(pin_of(call), call.text("pin"))
    return {"result": 1}


def tried(call: Call) -> tuple[bool, int]:
    """Return whether the body's PIN is right and how many tries are left; none are: 8160."""
    pin, given = pin_of(call), call.text("pin")
    left = int(str(pin["remaining"]))
    if left == 0:
        raise CloudError("8160", "The PIN is blocked")
    pin["digest"] = pin["digest"] or given
    pin["remaining"] = TRIES if given == pin["digest"] else left - 1
    return given == pin["digest"], int(str(pin["remaining"]))


def check_pin(call: Call) -> Json:
    """Say whether a PIN is right."""
    is_right, left = tried(call)
    return {"verified": is_right, "remaining": left}


def switch_pin(call: Call) -> Json:
    """Switch the PIN on or off, for who knows it."""
    enabled = switch(call.json(), "enabled")
    if not tried(call)[0]:
        raise CloudError("8160")
    pin_of(call)["enabled"] = enabled
    return {"result": 1}


def invitations(call: Call) -> dict[str, Document]:
    """Return all invitations by id."""
    return call.world.cabinet.drawer("invitations")


def invite(call: Call) -> Json:
    """Invite somebody as a member of an own car."""
    vin = call.text("vin")
    if vin not in call.account.vins:
        raise CloudError("8040")
    invitation: Document = {
        "invitationId": call.world.cabinet.next_id("inv-"),
        "vin": vin,
        "account": call.text("account"),
        "role": str(call.json().get("role") or "DRIVER"),
        "status": "PENDING",
        "inviterUserId": call.account.user_id,
        "createTime": call.world.now_ms(),
    }
    invitations(call)[str(invitation["invitationId"])] = invitation
    return {"invitationId": invitation["invitationId"]}


def read_invitation(call: Call) -> Json:
    """Return an invitation to its two sides."""
    found = invitations(call).get(call.params["invatationId"])
    sides = (call.account.user_id, call.account.email)
    if found is None or not {found["inviterUserId"], found["account"]} & set(sides):
        raise CloudError("1405")
    return found


def withdraw(call: Call) -> Json:
    """Take an invitation back."""
    invitation_id = call.asked("invitationId")
    found = invitations(call).get(invitation_id)
    if found is None or found["inviterUserId"] != call.account.user_id:
        raise CloudError("1405")
    del invitations(call)[invitation_id]
    return {"result": 1}


def switches(call: Call) -> Document:
    """Return the notification switches by kind, all on at first."""
    stored = call.world.cabinet.one("notifications", call.account.user_id)
    for kind in NOTIFICATIONS:
        stored.setdefault(kind, True)
    return stored


def read_switches(call: Call) -> Json:
    """Return which messages the phone application shows."""
    return {"list": [{"type": kind, "enabled": on} for kind, on in switches(call).items()]}


def write_switch(call: Call) -> Json:
    """Switch one kind of message."""
    kind = call.text("type")
    if kind not in NOTIFICATIONS:
        raise CloudError("1400", "type is illegal")
    switches(call)[kind] = switch(call.json(), "enabled")
    return {"result": 1}


def bluetooth(call: Call) -> Document:
    """Return the Bluetooth switch of a car of the account."""
    vin = call.text("vin")
    if vin not in call.account.vins:
        raise CloudError("8040")
    stored = call.world.cabinet.one("bluetooth", vin)
    stored.setdefault("enabled", True)
    return stored


def read_bluetooth(call: Call) -> Json:
    """Return the switch."""
    return {"enabled": bluetooth(call)["enabled"]}


def write_bluetooth(call: Call) -> Json:
    """Set the switch."""
    bluetooth(call)["enabled"] = switch(call.json(), "enabled")
    return read_bluetooth(call)


def withdraw_text(call: Call) -> Json:
    """Withdraw the acceptance of a legal text."""
    return TEXTS.remove("id")(call)


def find_exams(call: Call) -> Json:
    """Return exam results, of one exam if asked."""
    wanted = call.json().get("examId")
    return listed({k: e for k, e in EXAMS.of(call).items() if wanted in (None, "", k)})


def row(method: str, path: str, handler: Handler) -> Route:
    """Return a row of the person."""
    return ecarx(method, path, handler, "session", "read" if method == "GET" else "write")


ROUTES = (
    row("GET", "/member/user/{userId}", read_member),
    row("PUT", "/member/user/{userId}", change_member),
    row("GET", "/platform/user/info/{userId}", read_member),
    row("GET", "/member/pin/status", pin_status),
    row("PUT", "/member/pin/status", switch_pin),
    row("POST", "/member/pin", create_pin),
    row("POST", "/member/pin/verify", check_pin),
    row("POST", "/member/invitationrequest", invite),
    row("DELETE", "/member/invitationrequest", withdraw),
    row("GET", "/member/invitationrequest/{invatationId}", read_invitation),
    row("GET", "/profile/notification", read_switches),
    row("POST", "/profile/notification", write_switch),
    row("POST", "/profile/concurrently/switch", write_bluetooth),
    row("POST", "/profile/concurrently/switch/status", read_bluetooth),
    row("POST", "/profile/protocol", TEXTS.write),
    row("POST", "/profile/protocols", TEXTS.read),
    row("GET", "/profile/protocol/relieve/{id}", withdraw_text),
    row("POST", "/profile/examResult", EXAMS.write),
    row("POST", "/profile/examResult/search", find_exams),
    row("GET", "/api/v1/datasync/poistars", PLACES.read),
    row("POST", "/api/v1/datasync/poistar", PLACES.write),
    row("DELETE", "/api/v1/datasync/poistar/{collectionId}", PLACES.remove("collectionId")),
    row("PUT", "/platform/user/operation/{userId}", done),
)
