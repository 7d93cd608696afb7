"""The charging partner's token, tariffs, contracts and Plug & Charge."""

from urllib.parse import parse_qs

from simulator.cloud.cabinet import Document
from simulator.cloud.calls import Call
from simulator.cloud.codes import CloudError, GatewayError
from simulator.cloud.endpoints.answers import Json, row, switch

TOKEN_LIFETIME_S = 3599
APPLICATION = ""  # the token names no person
AC_PRICE, DC_PRICE, SESSION_FEE = 0.48, 0.69, 0.35  # EUR
TARIFFS = (
    ("EXAMPLE", "Example tariff", AC_PRICE, DC_PRICE, 0.0),
    ("EXAMPLE-PLUS", "Example tariff plus", 0.39, 0.55, 4.99),
)


def token(call: Call) -> Json:
    """Sell a token for client credentials, in the words of the usual OAuth errors."""
    fields = parse_qs(call.body.decode("utf-8", "replace"))
    form = {name: values[0] for name, values in fields.items()}
    if form.get("grant_type") != "client_credentials":
        raise GatewayError(400, '{"error": "unsupported_grant_type"}')
    secret = call.world.settings.dcs_client_secret
    given = form.get("client_secret", "")
    if not form.get("client_id") or not given or (secret and given != secret):
        raise GatewayError(401, '{"error": "invalid_client"}')
    issued = call.world.vault.issue("partner", APPLICATION, TOKEN_LIFETIME_S)
    return {
        "token_type": "Bearer",
        "expires_in": TOKEN_LIFETIME_S,
        "access_token": issued.value,
    }


def priced(price: float) -> list[Json]:
    """Return one price for a kilowatt-hour, and a fee for the session."""
    return [
        {"type": "ENERGY", "price": price, "step_size": 1},
        {"type": "FLAT", "price": SESSION_FEE, "step_size": 0},
    ]


def tariffs(_: Call) -> list[Json]:
    """Return the tariffs of a company."""
    return [
        {
            "id": tariff_id,
            "name": name,
            "expired": False,
            "fixedFees": [{"type": "MONTHLY", "price": monthly}] if monthly else [],
            "chargingFees": {"ac": priced(ac), "dc": priced(dc)},
            "packages": [],
        }
        for tariff_id, name, ac, dc, monthly in TARIFFS
    ]


def contract(call: Call, user_id: str) -> Document:
    """Return the contract of a customer; every account has one."""
    found = call.world.cabinet.one("contract", user_id)
    number = user_id[-8:].rjust(8, "0")
    for name, value in {
        "contractId": f"c-{user_id}",
        "evcoId": f"DE-EXA-C{number}-1",
        "status": "ACTIVE",
        "tariffId": TARIFFS[0][0],
        "validFrom": "2026-01-01",
        "pncStatus": "ACTIVE",
    }.items():
        found.setdefault(name, value)
    return found


def contracts(call: Call) -> Json:
    """Return the contracts of a customer."""
    user_id = call.params["userId"]
    if call.world.owner(user_id) is None:
        raise CloudError("1405")
    said = dict(contract(call, user_id))
    del said["pncStatus"]
    return {"contracts": [said]}


def found_by(call: Call, name: str) -> Document:
    """Return the contract that the path names by one of its ids."""
    everybody = (contract(call, owner.user_id) for owner in call.world.people)
    found = next((one for one in everybody if one[name] == call.params[name]), None)
    if found is None:
        raise CloudError("1405")
    return found


def shown(found: Document) -> Json:
    """Return the Plug & Charge state of a contract."""
    return {name: found[name] for name in ("contractId", "pncStatus")}


def plug_and_charge(call: Call) -> Json:
    """Say whether a car may charge without a card."""
    return shown(found_by(call, "contractId"))


def change(call: Call) -> Json:
    """Switch Plug & Charge on or off; a terminated contract stays so."""
    found = found_by(call, "evcoId")
    if found["pncStatus"] == "TERMINATED":
        raise CloudError("8160")
    is_on = switch(call.json(), "pncEnabled")
    found["pncStatus"] = "ACTIVE" if is_on else "INACTIVE"
    return shown(found)


def terminate(call: Call) -> Json:
    """End Plug & Charge for good."""
    found = found_by(call, "contractId")
    found["pncStatus"] = "TERMINATED"
    return {"pncStatus": "TERMINATED"}


PRIVATE = "/usergateway/private"
PNC = f"{PRIVATE}/plug-and-charge-service/v1/contracts/{{contractId}}/pnc"
CUSTOMER = f"{PRIVATE}/customer-data/v3/oems/{{oemGroupId}}/customers/{{userId}}/contracts"
TARIFF = "/usergateway/public/customer-service/v3/companycodes/{companyCodeId}/tariffs"
ROUTES = (
    row("POST", "ms_login", "/{tenant}/oauth2/token", token, kind="login"),
    row("GET", "dcs", TARIFF, tariffs, "partner"),
    row("GET", "dcs", CUSTOMER, contracts, "partner"),
    row("PUT", "dcs", f"{PRIVATE}/pnc/v1/oems/{{oemId}}/contracts/{{evcoId}}", change, "partner"),
    row("GET", "dcs", PNC, plug_and_charge, "partner"),
    row("POST", "dcs", f"{PNC}/terminate", terminate, "partner"),
)
