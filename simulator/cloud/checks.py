"""What the cloud verifies before an endpoint answers, in its order."""

from collections.abc import Callable

from simulator.cloud import signatures
from simulator.cloud.calls import Call, Check
from simulator.cloud.codes import CloudError, GatewayError
from simulator.cloud.hosts import ECARX_V1

BEARER_KINDS = ("session", "iam", "oauth", "id")
INTL_APP_IDS = ("SMARTAPP-ISRAEL", "SmartAPPGlobal")


def signing_region(call: Call) -> str:
    """Return the region whose secret the request must use."""
    intl = call.header("x-app-id") in INTL_APP_IDS
    return "INTL" if intl or call.header("x-operator-code") == "SMART-ISRAEL" else "EU"


def check_signed(call: Call) -> None:
    """Verify the ECARX signature, then time, then nonce."""
    nonce, timestamp = call.header("x-api-signature-nonce"), call.header("x-timestamp")
    text = signatures.ecarx_string(
        accept=call.header("accept"),
        nonce=nonce,
        query=call.request.raw_path.partition("?")[2],
        body=call.body,
        timestamp=timestamp,
        method=call.request.method,
        path=call.path,
    )
    ours = signatures.ecarx_signature(signing_region(call), text)
    if not nonce or not signatures.equal(ours, call.header("x-signature")):
        raise CloudError("1445")
    now = call.world.wall_clock()
    if not call.world.nonces.is_timely(timestamp, now):
        raise CloudError("1442")
    if not call.world.nonces.use(nonce, now):
        raise CloudError("1443")


def find_session(call: Call) -> None:
    """Find the session of the raw token; ``Bearer`` is not part of it."""
    token = call.world.vault.find("session", call.header("authorization"))
    owner = call.world.owner(token.user_id) if token else None
    if token is None or owner is None or owner.region != signing_region(call):
        raise CloudError("1402")
    call.session, call.owner = token, owner


def check_session(call: Call) -> None:
    """Verify signature and session token."""
    check_signed(call)
    find_session(call)


def check_car(call: Call) -> None:
    """Verify also that the car of the path belongs to the account and lives on this host."""
    check_session(call)
    find_car(call, call.params["vin"])


def find_car(call: Call, vin: str) -> None:
    """Find a car of the account; raise 8040 for others and 8060 or 8063 on the wrong host."""
    car = call.world.garage.get(vin)
    if car is None:
        raise CloudError("8040")
    if vin not in call.account.vins:
        sharing = call.world.sharings.running(call.account.user_id, vin)
        if sharing is None:
            raise CloudError("8040")
        call.rights = sharing.rights
    if car.state.model.uses_v2 and call.host == ECARX_V1:
        raise CloudError("8060" if call.request.method == "PUT" else "8063")
    call.found_car = car


def check_vehicle(call: Call) -> None:
    """Verify also that the car is selected, or that the request binds itself to it by headers."""
    check_car(call)
    vin = call.params["vin"]
    if call.header("x-vehicle-identifier") == vin and call.header("x-vehicle-series"):
        return
    selected = call.world.selected.get(call.account.user_id)
    if selected is None:
        raise CloudError("8006")
    if selected != vin:
        raise CloudError("4038")


def check_gateway(call: Call) -> None:
    """Verify the INTL gateway's signature and the session behind it."""
    headers = {name.lower(): value for name, value in call.request.headers.items()}
    resource = "/" + call.request.raw_path.lstrip("/").partition("/")[2]
    content_md5 = signatures.body_md5(call.body) if call.body else ""
    text = signatures.gateway_string(
        method=call.request.method, headers=headers, content_md5=content_md5, resource=resource
    )
    named = headers.get("x-ca-signature-headers", "")
    now = call.world.wall_clock()
    if headers.get("x-ca-key") != signatures.GATEWAY_KEY or "x-ca-nonce" not in named:
        raise gateway_refusal("Invalid AppKey or signature headers")
    if not signatures.equal(signatures.gateway_signature(text), headers.get("x-ca-signature", "")):
        raise gateway_refusal("Invalid Signature")
    if not call.world.nonces.is_timely(headers.get("x-ca-timestamp", ""), now):
        raise gateway_refusal("Invalid Timestamp")
    if not call.world.nonces.use(headers.get("x-ca-nonce", ""), now):
        raise gateway_refusal("Nonce Used")
    find_bearer(call, "INTL")


def check_query(call: Call) -> None:
    """Verify what a car in the path would need, for a car in the query."""
    call.params["vin"] = call.query.get("vin", "")
    check_vehicle(call)


def check_intl(call: Call) -> None:
    """Verify the token of the INTL account service, which asks for no signature."""
    find_bearer(call, "INTL", call.header("xs-auth-token"))


def check_access(call: Call) -> None:
    """Verify the access token of the EU pairing service."""
    find_bearer(call, "EU", call.header("access-token"))


def check_bearer(call: Call) -> None:
    """Verify the token of the EU services, whose own signing secret is not public."""
    find_bearer(call, "EU")


def find_bearer(call: Call, region: str, other: str = "") -> None:
    """Find the account by a token of any kind, raw or with ``Bearer``, or in another header."""
    value = call.header("authorization").removeprefix("Bearer ") or other
    found = (call.world.vault.find(kind, value) for kind in BEARER_KINDS)
    token = next(filter(None, found), None)
    owner = call.world.owner(token.user_id) if token else None
    if owner is None or owner.region != region:
        raise GatewayError(401, "Unauthorized")
    call.owner, call.session = owner, token


def check_xs(call: Call) -> None:
    """Verify the signature of the EU's newer services as far as it is known, and the token.

    The secret is not published: while none is configured, only the form is checked.
    """
    uuid, stamp = call.header("xs-sign-uuid"), call.header("xs-sign-timestamp")
    value, now = call.header("xs-sign-value"), call.world.wall_clock()
    told = (call.header("xs-channel-id"), call.header("xs-sign-type"))
    if told != ("APP_EU", "SHA256") or not (uuid and value and call.header("xs-auth-token")):
        raise GatewayError(401, "Xs-Sign headers are missing")
    secret = call.world.settings.xs_secret
    if secret and value not in signatures.xs_signatures(uuid, stamp, secret):
        raise GatewayError(401, "Xs-Sign value is wrong")
    if not call.world.nonces.is_timely(stamp, now) or not call.world.nonces.use(uuid, now):
        raise GatewayError(401, "Xs-Sign time or UUID is used up")
    find_bearer(call, "EU", call.header("xs-auth-token"))


def check_partner(call: Call) -> None:
    """Verify the charging partner's token, which names an application and no person."""
    value = call.header("authorization").removeprefix("Bearer ")
    if call.world.vault.find("partner", value) is None:
        raise GatewayError(401, "Unauthorized")


def gateway_refusal(message: str) -> GatewayError:
    """Return the gateway's refusal; the reason travels in a header."""
    return GatewayError(400, message, {"x-ca-error-message": message})


CHECKS: dict[Check, Callable[[Call], None]] = {
    "open": lambda _: None,
    "signed": check_signed,
    "session": check_session,
    "car": check_car,
    "vehicle": check_vehicle,
    "query": check_query,
    "gateway": check_gateway,
    "bearer": check_bearer,
    "intl": check_intl,
    "access": check_access,
    "xs": check_xs,
    "partner": check_partner,
}
