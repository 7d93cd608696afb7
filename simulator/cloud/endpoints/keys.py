"""Digital keys in both versions of the service, certificates and cards. PROPOSED shapes."""

from simulator.cloud.calls import Call, Handler, Route, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.answers import Json
from simulator.cloud.keys import Key
from simulator.cloud.pages import page

TOKEN_LIFETIME_S = 60
CERTIFICATE_MS = 365 * 86_400_000
PEM = "-----BEGIN CERTIFICATE-----\nEXAMPLE{}\n-----END CERTIFICATE-----\n"
GEARS = ((1, "0"), (2, "4"), (3, "8"))


def shown(call: Call, key: Key) -> Json:
    """Return a key as it is now."""
    return key.as_json(call.world.now_ms())


def paged(call: Call, keys: list[Key]) -> Json:
    """Return keys in pages."""
    return page(keys, lambda key: shown(call, key), call.query, sort_field="validFrom")


def read_all(call: Call) -> Json:
    """List the keys that concern the account."""
    return paged(call, call.world.keys.visible(call.account, call.query.get("vin", "")))


def read_shared(call: Call) -> Json:
    """List the keys of own cars that others hold."""
    return paged(call, call.world.keys.shared(call.account, call.query.get("vin", "")))


def create(call: Call) -> Json:
    """Issue a key to the own phone, or to somebody who has an account."""
    body, vin = call.json(), call.text("vin")
    if vin not in call.account.vins:
        raise CloudError("8040")
    device, name = call.text("deviceId"), str(body.get("friendlyName") or "Phone")
    account = str(body.get("acceptorAccount") or "")
    if not account:
        key = call.world.keys.create(vin, call.account.user_id, device_id=device, name=name)
        return shown(call, key)
    acceptor = call.world.people.with_email(account)
    if acceptor is None or acceptor.user_id == call.account.user_id:
        raise CloudError("1400", "acceptorAccount is illegal")
    key = call.world.keys.create(vin, acceptor.user_id, kind="SHARED", device_id=device, name=name)
    return shown(call, key)


def revoke(call: Call) -> Json:
    """Take a key away."""
    call.world.keys.revoke(call.account, call.params["keyId"])
    return {"result": 1}


def freeze(call: Call) -> Json:
    """Make a key useless for a time."""
    key_id = call.text("keyId")
    return shown(call, call.world.keys.set_frozen(call.account, key_id, is_frozen=True))


def release(call: Call) -> Json:
    """Make a frozen key useful again."""
    key_id = call.text("keyId")
    return shown(call, call.world.keys.set_frozen(call.account, key_id, is_frozen=False))


def authenticate(call: Call) -> Json:
    """Prove a key to the cloud; the log notes it."""
    call.world.keys.use(call.account, call.text("keyId"), "AUTH")
    return {"token": call.world.vault.random_text(24), "expiresIn": TOKEN_LIFETIME_S}


def authenticate_parking(call: Call) -> Json:
    """Prove a key for remote parking."""
    call.world.keys.use(call.account, call.text("keyId"), "PARK")
    return {"token": call.world.vault.random_text(24), "expiresIn": TOKEN_LIFETIME_S}


def synchronise(call: Call) -> Json:
    """Begin to tell the car about its keys."""
    if not call.world.keys.visible(call.account, call.text("vin")):
        raise CloudError("8040")
    return {"taskId": call.world.keys.start_sync()}


def sync_result(call: Call) -> Json:
    """Say whether the car has heard."""
    return {"finished": call.world.keys.is_synced(call.asked("taskId"))}


def status(call: Call) -> Json:
    """Return the state of a key."""
    key = call.world.keys.get(call.account, call.asked("keyId"))
    return {"status": key.status(call.world.now_ms())}


def known_to_car(call: Call) -> Json:
    """Return the ids of the keys that the car accepts."""
    now = call.world.now_ms()
    found = call.world.keys.visible(call.account, call.query.get("vin", ""))
    return {"list": [key.key_id for key in found if key.status(now) == "ACTIVE"]}


def holders(call: Call) -> Json:
    """Return who holds keys of the account's cars."""
    found = call.world.keys.visible(call.account, call.query.get("vin", ""))
    people = (call.world.owner(user) for user in dict.fromkeys(key.user_id for key in found))
    return {"list": [{"userId": one.user_id, "name": one.name} for one in people if one]}


def uses(call: Call) -> Json:
    """Return what was done with the keys, newest first."""
    mine = {key.key_id for key in call.world.keys.visible(call.account)}
    vin = call.query.get("vin", "")
    found = [u for u in call.world.keys.uses if u["keyId"] in mine and vin in ("", u["vin"])]
    return page(found[::-1], lambda one: one, call.query, sort_field="time")


def gears(_: Call) -> Json:
    """Return the steps by which the distance of a phone is calibrated."""
    return {"list": [{"gear": gear, "value": value} for gear, value in GEARS]}


def card(state: str) -> Handler:
    """Return a handler that brings a card into a state; only a written one can be locked."""

    def answered(call: Call) -> Json:
        vin, card_id = call.text("vin"), call.text("cardId")
        if vin not in call.account.vins:
            raise CloudError("8040")
        cards = call.world.cabinet.drawer("cards", vin)
        if state != "WRITTEN" and card_id not in cards:
            raise CloudError("1405")
        cards[card_id] = {"cardId": card_id, "status": state}
        return {"result": 1}

    return answered


def certificate(call: Call) -> Json:
    """Issue or renew a client certificate for a request to sign."""
    call.text("csr")
    serial = f"{call.world.cabinet.next_number('certificate'):02d}"
    issued: Json = {
        "certificate": PEM.format(serial),
        "serialNumber": serial,
        "notAfter": call.world.now_ms() + CERTIFICATE_MS,
    }
    call.world.cabinet.drawer("certificates", call.account.user_id)[serial] = issued
    return issued


def find_certificate(call: Call, serial: str) -> Json:
    """Return the certificate with a number, or the newest; raise 1405 without any."""
    stored = call.world.cabinet.drawer("certificates", call.account.user_id)
    found = stored.get(serial) if serial else next(reversed(stored.values()), None)
    if found is None:
        raise CloudError("1405")
    return found


def read_certificate(call: Call) -> Json:
    """Return a certificate."""
    return find_certificate(call, call.query.get("serialNumber", ""))


def revoke_certificate(call: Call) -> Json:
    """End a certificate."""
    found = find_certificate(call, call.query.get("serialNumber", ""))
    stored = call.world.cabinet.drawer("certificates", call.account.user_id)
    del stored[str(found["serialNumber"])]
    return {"result": 1}


def check_certificate(call: Call) -> Json:
    """Say whether a certificate stands."""
    stored = call.world.cabinet.drawer("certificates", call.account.user_id)
    return {"valid": call.text("serialNumber") in stored}


BOTH = (
    ("GET", "digitalkeys", read_all),
    ("POST", "digitalkeys", create),
    ("DELETE", "digitalkeys/{keyId}", revoke),
    ("POST", "digitalkeys/auth", authenticate),
    ("POST", "digitalkeys/rpa/auth", authenticate_parking),
    ("POST", "digitalkeys/sync", synchronise),
    ("POST", "digitalkeys/freeze", freeze),
    ("POST", "digitalkeys/unFreeze", release),
    ("GET", "calibration-gears", gears),
    ("GET", "getDkStatus", status),
    ("GET", "getDkSyncResult", sync_result),
    ("GET", "getDksOfCem", known_to_car),
    ("GET", "shared-digitalkeys", read_shared),
    ("GET", "getKeyUseRecords", uses),
    ("POST", "nfc/card/lock", card("LOCKED")),
    ("POST", "nfc/card/unlock", card("UNLOCKED")),
    ("POST", "nfc/card/write", card("WRITTEN")),
)
CERTIFICATE = "/dk-pki/api/v1/cert/client"


def row(method: str, path: str, handler: Handler) -> Route:
    """Return a row of these services."""
    return ecarx(method, path, handler, "session", "read" if method == "GET" else "write")


ROUTES = (
    *(
        row(method, f"/digitalkey-service-20/api/{version}/{path}", handler)
        for version in ("v1", "v2")
        for method, path, handler in BOTH
    ),
    row("GET", "/digitalkey-service-20/api/v2/digitalkeys-owners", holders),
    row("POST", CERTIFICATE, certificate),
    row("PUT", CERTIFICATE, certificate),
    row("GET", CERTIFICATE, read_certificate),
    row("DELETE", CERTIFICATE, revoke_certificate),
    row("POST", "/auth/cert/info", check_certificate),
)
