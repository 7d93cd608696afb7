"""What the sharing platform tells of cars, sharings and their two sides. PROPOSED shapes."""

from dataclasses import replace

from simulator.cloud.calls import Call
from simulator.cloud.codes import CloudError
from simulator.cloud.fleet import PAPERS
from simulator.cloud.frames import position_block
from simulator.cloud.pages import page
from simulator.cloud.sharing import OPEN, Sharing


def shown(call: Call, sharing: Sharing) -> dict[str, object]:
    """Return a sharing as it is now."""
    return sharing.as_json(call.world.sharings.now_ms())


def named(call: Call) -> Sharing:
    """Return the sharing that the body names."""
    return call.world.sharings.get(call.text("sharingId"))


def asked(call: Call) -> Sharing:
    """Return the sharing that the query names, for its two sides only."""
    sharing = call.world.sharings.get(call.asked("sharingId"))
    call.world.sharings.require_side(sharing, call.account)
    return sharing


def bind_list(call: Call) -> dict[str, object]:
    """Return the cars that may be shared."""
    return {
        "list": [
            {
                "vin": vin,
                "modelName": PAPERS[vin].model_code,
                "plateNo": PAPERS[vin].plate,
                "shareable": True,
            }
            for vin in call.account.vins
        ]
    }


def detail(call: Call) -> dict[str, object]:
    """Return one sharing."""
    return shown(call, asked(call))


def by_vin(call: Call) -> dict[str, object] | None:
    """Return the newest open sharing of a car, or null."""
    vin, sharings = call.asked("vin"), call.world.sharings
    mine = [*sharings.given(call.account.user_id), *sharings.received(call.account.user_id)]
    found = [s for s in mine if s.vin == vin and sharings.status(s) in OPEN]
    return shown(call, found[-1]) if found else None


def all_of_car(call: Call) -> dict[str, object]:
    """Return every sharing of an own car, newest first."""
    vin = call.asked("vin")
    if vin not in call.account.vins:
        raise CloudError("8040")
    found = [s for s in call.world.sharings.given(call.account.user_id) if s.vin == vin]
    return listed(call, found)


def listed(call: Call, found: list[Sharing]) -> dict[str, object]:
    """Return sharings in pages, newest first."""
    found = sorted(found, key=lambda s: (s.created, s.sharing_id), reverse=True)
    return page(found, lambda s: shown(call, s), call.query, sort_field="createTime")


def split_by_end(call: Call, found: list[Sharing], *, running: bool) -> dict[str, object]:
    """Return those that have ended, or those that have not."""
    status = call.world.sharings.status
    return listed(call, [s for s in found if (status(s) in OPEN) is running])


def given_running(call: Call) -> dict[str, object]:
    """Return what is shared now."""
    return split_by_end(call, call.world.sharings.given(call.account.user_id), running=True)


def given_past(call: Call) -> dict[str, object]:
    """Return what was shared."""
    return split_by_end(call, call.world.sharings.given(call.account.user_id), running=False)


def received_running(call: Call) -> dict[str, object]:
    """Return what others share with this account now."""
    return split_by_end(call, call.world.sharings.received(call.account.user_id), running=True)


def received_past(call: Call) -> dict[str, object]:
    """Return what others shared with this account."""
    return split_by_end(call, call.world.sharings.received(call.account.user_id), running=False)


def reduced_status(call: Call) -> dict[str, object]:
    """Return the little that both sides may see of the car during a sharing."""
    sharing = asked(call)
    car = call.world.garage.get(sharing.vin)
    if car is None or call.world.sharings.status(sharing) != "IN_PROGRESS":
        raise CloudError("8160")
    seen = car.frame.car
    if "LOCATION" not in sharing.rights:
        seen = replace(seen, link=replace(seen.link, location_sharing=False))
    return {
        "vin": seen.vin,
        "chargeLevel": f"{seen.charge.soc:.0f}",
        "centralLockingStatus": "2" if seen.body.locked else "0",
        "position": position_block(seen),
    }


def verify_acceptor(call: Call) -> dict[str, object]:
    """Say whether a person may be invited."""
    account = call.asked("account")
    call.asked("vin")
    if account.lower() == call.account.email:
        return {"eligible": False, "reason": "That is the owner"}
    if call.world.people.with_email(account) is None:
        return {"eligible": False, "reason": "There is no such account"}
    return {"eligible": True, "reason": ""}


def social_link(call: Call) -> dict[str, str]:
    """Return a link to send to a friend."""
    return {"url": f"https://example.invalid/s/{asked(call).sharing_id}"}


def reference_below(call: Call) -> dict[str, object]:
    """Return the limits for sharing on."""
    sharing = named(call)
    return {"maxEndTime": sharing.end, "rights": list(sharing.rights)}


def platform(call: Call) -> dict[str, str]:
    """Return the generation of the platform."""
    call.asked("vin")
    return {"platform": "v2"}


def poll(call: Call) -> dict[str, object]:
    """Say whether a sharing has been decided; a task has always ended."""
    body = call.json()
    if body.get("taskId"):
        return {"finished": True, "sharing": {}}
    sharing = named(call)
    call.world.sharings.require_side(sharing, call.account)
    shared = shown(call, sharing)
    return {"finished": shared["status"] != "PENDING", "sharing": shared}
