"""Car sharing v2: all 26 rows and the v1 names, with PROPOSED shapes."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.cloud.calls import Call, Check, Handler, Route, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints import sharing_views as views
from simulator.cloud.sharing import DEFAULT_RIGHTS, OPEN, Sharing

DONE = {"result": 1}


def milliseconds(body: dict[str, object], name: str, default: int | None = None) -> int:
    """Return a time of the body in epoch milliseconds; raise 1400 naming the field."""
    value = body.get(name, default)
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise CloudError("1400", f"{name} is missing")
    return value


def rights_of(body: dict[str, object], default: Sequence[str]) -> tuple[str, ...]:
    """Return the rights of the body."""
    raw = body.get("rights", list(default))
    if not isinstance(raw, list):
        raise CloudError("1400", "rights is illegal")
    return tuple(str(right) for right in raw)


def period(body: dict[str, object]) -> tuple[int, int]:
    """Return start and end; raise 1400 if the end is not later."""
    start, end = milliseconds(body, "startTime"), milliseconds(body, "endTime")
    if end <= start:
        raise CloudError("1400", "endTime is not after startTime")
    return start, end


def create(call: Call) -> dict[str, object]:
    """Invite somebody to an own car."""
    body, vin = call.json(), call.text("vin")
    if vin not in call.account.vins:
        raise CloudError("8040")
    start, end = period(body)
    sharing = call.world.sharings.create(
        owner=call.account,
        vin=vin,
        account=call.text("acceptorAccount"),
        start=start,
        end=end,
        rights=rights_of(body, DEFAULT_RIGHTS),
    )
    return views.shown(call, sharing)


def create_below(call: Call) -> dict[str, object]:
    """Share on a car that one has only for a time, within that time and those rights."""
    body, sharings = call.json(), call.world.sharings
    parent = sharings.get(call.text("parentSharingId"))
    if parent.acceptor_user_id != call.account.user_id:
        raise CloudError("8160")
    start, end = period(body)
    rights = rights_of(body, parent.rights)
    if end > parent.end or set(rights) - set(parent.rights):
        raise CloudError("1400", "endTime or rights exceed the sharing above")
    sharing = sharings.create(
        owner=call.account,
        vin=parent.vin,
        account=call.text("acceptorAccount"),
        start=start,
        end=end,
        rights=rights,
        parent=parent,
    )
    return views.shown(call, sharing)


def accept(call: Call) -> dict[str, object]:
    """Accept an invitation, or as the owner a request."""
    sharing = call.world.sharings.decide(views.named(call), call.account, "ACCEPTED")
    call.world.keys.create(
        sharing.vin,
        sharing.acceptor_user_id,
        kind="SHARED",
        valid_from=sharing.start,
        valid_to=sharing.end,
        name=f"Key of {sharing.acceptor_name}",
        sharing_id=sharing.sharing_id,
    )
    return views.shown(call, sharing)


def ended(call: Call, sharing: Sharing) -> None:
    """Take away the key that came with a sharing."""
    call.world.keys.end_sharing(sharing.sharing_id)


def prolonged(call: Call, sharing: Sharing, changed: Sharing) -> dict[str, object]:
    """Store a changed sharing and let its key follow."""
    kept = call.world.sharings.change(sharing, call.account, changed)
    call.world.keys.prolong_sharing(kept.sharing_id, kept.start, kept.end)
    return views.shown(call, kept)


def reject(call: Call) -> dict[str, int]:
    """Reject an invitation, or as the owner a request."""
    call.world.sharings.decide(views.named(call), call.account, "REJECTED")
    return DONE


def cancel(call: Call) -> dict[str, int]:
    """Take back a sharing before it starts."""
    ended(call, call.world.sharings.cancel(views.named(call), call.account))
    return DONE


def finish(call: Call) -> dict[str, int]:
    """End a sharing, by either side."""
    ended(call, call.world.sharings.end(views.named(call), call.account, by_owner_only=False))
    return DONE


def force_finish(call: Call) -> dict[str, int]:
    """End a sharing, by its owner."""
    ended(call, call.world.sharings.end(views.named(call), call.account, by_owner_only=True))
    return DONE


def update(call: Call) -> dict[str, object]:
    """Change times or rights."""
    sharing, body = views.named(call), call.json()
    start = milliseconds(body, "startTime", sharing.start)
    end = milliseconds(body, "endTime", sharing.end)
    period({"startTime": start, "endTime": end})
    rights = rights_of(body, sharing.rights)
    changed = replace(sharing, start=start, end=end, rights=rights)
    return prolonged(call, sharing, changed)


def extend(call: Call) -> dict[str, object]:
    """Let a sharing end later."""
    sharing = views.named(call)
    end = milliseconds(call.json(), "endTime")
    if end <= sharing.end:
        raise CloudError("1400", "endTime is not later than before")
    changed = replace(sharing, end=end)
    return prolonged(call, sharing, changed)


def delete_past(call: Call) -> dict[str, int]:
    """Forget ended sharings."""
    ids, sharings = call.json().get("sharingIds"), call.world.sharings
    if not isinstance(ids, list):
        raise CloudError("1400", "sharingIds is missing")
    for sharing in [sharings.get(one) for one in ids]:
        sharings.require_side(sharing, call.account)
        if sharings.status(sharing) in OPEN:
            raise CloudError("1400", "The sharing has not ended")
        sharings.forget(sharing)
    return DONE


def upload(call: Call) -> dict[str, str]:
    """Take a file and forget it."""
    call.text("fileName")
    call.text("content")
    return {"url": "https://example.invalid/f/1"}


BASE = "/tsp-carsharing-platform/api-sign"
OLD = "/tsp-carsharing-platform/api/v1"


def row(method: str, path: str, handler: Handler, base: str = BASE) -> Route:
    """Return a row of the platform."""
    check: Check = "session"
    return ecarx(method, f"{base}/{path}", handler, check, "sharing")


ROUTES = (
    row("GET", "v1/vehicle-bind-list", views.bind_list),
    row("POST", "v1/create-car-sharing", create),
    row("POST", "v1/sub-create-car-sharing", create_below),
    row("PUT", "v2/update-car-sharing", update),
    row("PUT", "v2/extend-car-sharing-time", extend),
    row("POST", "v2/accept-car-sharing", accept),
    row("POST", "v1/reject-car-sharing", reject),
    row("POST", "v2/cancel-car-sharing", cancel),
    row("POST", "v2/finish-car-sharing", finish),
    row("POST", "v2/force-finish-car-sharing", force_finish),
    row("GET", "v1/car-sharing-detail", views.detail),
    row("GET", "v1/car-sharing-info", views.by_vin),
    row("GET", "v1/car-sharing-in-progress", views.given_running),
    row("GET", "v1/accept-car-sharing-in-progress", views.received_running),
    row("GET", "v1/car-sharing-histories", views.given_past),
    row("GET", "v1/accept-car-sharing-histories", views.received_past),
    row("POST", "v1/delete-car-sharing-histories", delete_past),
    row("GET", "v1/vehicle-sharing-list", views.all_of_car),
    row("GET", "v1/vehicle-status", views.reduced_status),
    row("GET", "v1/verify-acceptor", views.verify_acceptor),
    row("GET", "v1/social-sharing-info", views.social_link),
    row("POST", "v1/sub-car-sharing-reference", views.reference_below),
    row("GET", "v1/vehicle-sharing-platform", views.platform),
    row("POST", "v2/limited-polling", views.poll),
    row("POST", "v1/upload-base64-file", upload),
    row("POST", "create", create, OLD),
    row("POST", "accept", accept, OLD),
    row("POST", "cancel", cancel, OLD),
    row("POST", "reject", reject, OLD),
    row("POST", "finish", finish, OLD),
    row("PUT", "update", update, OLD),
    row("GET", "detail", views.detail, OLD),
)
