"""The INTL account beside its log-in: joining, leaving, passwords, addresses, profile. PROPOSED."""

from dataclasses import replace

from simulator.cloud.cabinet import Document
from simulator.cloud.calls import Call
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.answers import Json, row
from simulator.cloud.endpoints.iam import REFUSED, tokens
from simulator.cloud.fleet import Owner

REGION = "INTL"
EMAIL_CODE = "000000"  # what every message of the stand-in says
PROFILE_FIELDS = ("country", "avatar", "phone")
TAKEN = "409"


def needed(call: Call, *names: str) -> tuple[str, ...]:
    """Return texts of the body; raise 400 naming the first that is missing."""
    body = call.json()
    for name in names:
        if not isinstance(body.get(name), str) or not body[name]:
            raise CloudError("400", f"{name} is mandatory")
    return tuple(str(body[name]) for name in names)


def send_code(call: Call) -> bool:
    """Send a code to an address; nothing is sent, but the address is noted."""
    (email,) = needed(call, "email")
    call.world.cabinet.drawer("email_codes")[email.strip().lower()] = {}
    return True


def is_right(call: Call, email: str, code: str) -> bool:
    """Say whether a code was sent to this address and is the one."""
    asked = email.strip().lower() in call.world.cabinet.drawer("email_codes")
    return asked and code == EMAIL_CODE


def require_code(call: Call, email: str, code: str) -> None:
    """Use a code up; raise 400 if it is wrong."""
    if not is_right(call, email, code):
        raise CloudError("400", "The code is wrong or has expired")
    del call.world.cabinet.drawer("email_codes")[email.strip().lower()]


def check_code(call: Call) -> bool:
    """Say whether a code is right."""
    return is_right(call, *needed(call, "email", "emailCode"))


def email_exists(call: Call) -> bool:
    """Say whether an account has this address."""
    (email,) = needed(call, "email")
    return call.world.people.with_email(email, REGION) is not None


def sign_up(call: Call) -> Json:
    """Open an account and log in."""
    email, password, code = needed(call, "email", "password", "emailCode")
    if call.world.people.with_email(email, REGION):
        raise CloudError(TAKEN, "The account exists")
    require_code(call, email, code)
    owner = call.world.people.join(region=REGION, email=email, password=password)
    profile(call, owner)["country"] = str(call.json().get("country") or "")
    accepted = call.json().get("agreements")
    for one in accepted if isinstance(accepted, list) else []:
        if isinstance(one, dict):
            accept(call, owner, str(one.get("type")), str(one.get("version")))
    return tokens(call, owner)


def accept(call: Call, owner: Owner, kind: str, version: str) -> None:
    """Note that somebody has accepted a legal text."""
    agreement: Document = {"type": kind, "version": version, "signTime": call.world.now_ms()}
    call.world.cabinet.drawer("agreements", owner.user_id)[kind] = agreement


def log_off(call: Call) -> bool:
    """Close the account for good."""
    call.world.close_account(call.account.user_id)
    return True


def forgot_password(call: Call) -> bool:
    """Set a new password by a code; every session ends."""
    email, code, password = needed(call, "email", "emailCode", "newPassword")
    require_code(call, email, code)
    owner = call.world.people.with_email(email, REGION)
    if owner is None:
        raise CloudError(REFUSED, "The account does not exist")
    call.world.people.keep(replace(owner, password=password))
    for kind in ("session", "iam", "iam_refresh"):
        call.world.vault.revoke_all(kind, owner.user_id)
    return True


def change_email(call: Call) -> bool:
    """Move the account to another address by a code sent there."""
    email, code = needed(call, "newEmail", "emailCode")
    if call.world.people.with_email(email, REGION):
        raise CloudError(TAKEN, "The account exists")
    require_code(call, email, code)
    call.owner = call.world.people.keep(replace(call.account, email=email.strip().lower()))
    return True


def push_client(call: Call) -> bool:
    """Note where push messages go."""
    (client,) = needed(call, "clientId")
    call.world.cabinet.one("push_client", call.account.user_id)["clientId"] = client
    return True


def google(call: Call) -> Document:
    """Return who belongs to which identity token of the other service."""
    return call.world.cabinet.one("google")


def bind_google(call: Call) -> bool:
    """Link the account to an identity elsewhere, by its token."""
    (token,) = needed(call, "idToken")
    google(call)[token] = call.account.user_id
    return True


def unbind_google(call: Call) -> bool:
    """Remove the link."""
    linked = google(call)
    for token in [t for t, user in linked.items() if user == call.account.user_id]:
        del linked[token]
    return True


def linked_services(call: Call) -> list[Json]:
    """Return other services by which one may log in."""
    return [{"type": "google", "bound": call.account.user_id in google(call).values()}]


def log_in_elsewhere(call: Call) -> Json:
    """Log in by a linked identity."""
    (token,) = needed(call, "token")
    known = google(call).get(token) if call.params["type"] == "google" else None
    owner = call.world.owner(str(known or ""))
    if owner is None:
        raise CloudError(REFUSED, "The account is not linked")
    return tokens(call, owner)


def profile(call: Call, owner: Owner) -> Document:
    """Return what the person has told about itself."""
    stored = call.world.cabinet.one("profile", owner.user_id)
    stored.setdefault("country", "AU")
    return stored


def read_profile(call: Call) -> Json:
    """Return the person."""
    owner = call.account
    told = profile(call, owner)
    more = {name: told.get(name, "") for name in PROFILE_FIELDS}
    return {"userId": owner.user_id, "email": owner.email, "nickName": owner.name, **more}


def change_profile(call: Call) -> Json:
    """Change the person's words."""
    body = call.json()
    told = profile(call, call.account)
    told |= {name: body[name] for name in PROFILE_FIELDS if name in body}
    if name := body.get("nickName"):
        call.owner = call.world.people.keep(replace(call.account, name=str(name)))
    return read_profile(call)


def agreements(call: Call) -> list[Document]:
    """Return the legal texts that were accepted; everybody has accepted the first."""
    stored = call.world.cabinet.drawer("agreements", call.account.user_id)
    if not stored:
        accept(call, call.account, "privacy", "1")
    return list(stored.values())


IAM = "/iam/service/api/v1"
UC = "/uc/api/user/toc"
ROUTES = (
    row("POST", "sg_app", "/captcha/generator/captcha/email/{appId}/{sessionId}", send_code),
    row("POST", "sg_app", f"{IAM}/checkEmailCode", check_code, kind="read"),
    row("POST", "sg_app", f"{IAM}/checkEmailExist", email_exists, kind="read"),
    row("POST", "sg_app", f"{IAM}/signUp", sign_up, kind="login"),
    row("POST", "sg_app", f"{IAM}/login/{{type}}", log_in_elsewhere, kind="login"),
    row("POST", "sg_app", f"{IAM}/forgotPassword", forgot_password),
    row("POST", "sg_app", f"{IAM}/logoff", log_off, "intl"),
    row("POST", "sg_app", f"{IAM}/changeEmail", change_email, "intl"),
    row("POST", "sg_app", f"{IAM}/device/updateClientId", push_client, "intl"),
    row("POST", "sg_app", f"{IAM}/thirdPart/google/bind", bind_google, "intl"),
    row("POST", "sg_app", f"{IAM}/thirdPart/google/unbind", unbind_google, "intl"),
    row("GET", "sg_app", f"{IAM}/thirdPart/query", linked_services, "intl"),
    row("GET", "sg_app", f"{UC}/base/info", read_profile, "intl"),
    row("GET", "sg_app", "/api/user/toc/base/detail", read_profile, "intl"),
    row("POST", "sg_app", f"{UC}/base/modify", change_profile, "intl"),
    row("POST", "sg_app", f"{UC}/agreement/list", agreements, "intl", "read"),
)
