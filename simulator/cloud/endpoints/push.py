"""Where the EU's push messages go, and the messages that the platform keeps. PROPOSED shapes."""

from aiohttp import web

from simulator.cloud.cabinet import Document
from simulator.cloud.calls import Call, ecarx
from simulator.cloud.codes import CloudError
from simulator.cloud.endpoints.answers import Json, row

FIELDS = ("token", "language", "topics", "vins")


def subscriptions(call: Call) -> dict[str, Document]:
    """Return the subscriptions of the path's user, who must be the token's."""
    if call.params["userId"] != call.account.user_id:
        raise CloudError("8160")
    return call.world.cabinet.drawer("push", call.account.user_id)


def subscribe(call: Call) -> Json:
    """Store the preferences of one installation of the phone application."""
    body = call.json()
    call.text("token")
    if not set(map(str, as_list(body.get("vins")))) <= set(call.account.vins):
        raise CloudError("8040")
    kept = {name: body[name] for name in FIELDS if name in body}
    subscriptions(call)[call.params["fid"]] = kept
    return {}


def as_list(value: object) -> list[object]:
    """Return a list, empty for nothing; raise 1400 for anything else."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise CloudError("1400", "vins is illegal")
    return value


def unsubscribe(call: Call) -> web.Response:
    """Remove a subscription; one that is not there is removed already."""
    subscriptions(call).pop(call.params["id"], None)
    return web.Response(status=204)


def messages(call: Call) -> Json:
    """Return what the platform would have pushed of the car's charging, newest first."""
    car = call.car
    return {
        "list": [
            {
                "messageId": f"m-{record.record_id}",
                "type": "CHARGING",
                "title": "Charging ended",
                "content": f"{record.end_soc:.0f} %",
                "time": int(record.ended_at * 1000),
            }
            for record in reversed(car.diary.charges)
            if record.ended_at > car.known_since
        ]
    }


ROUTES = (
    row("POST", "push", "/sync/{userId}/{fid}", subscribe, "xs"),
    row("DELETE", "push", "/sync/{userId}/{type}/{id}", unsubscribe, "xs"),
    ecarx("GET", "/push-platform/cache/message/{vin}", messages, "vehicle"),
)
