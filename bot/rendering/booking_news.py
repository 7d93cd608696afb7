"""What people hear of bookings in messages of their own, with the buttons that answer."""

from collections.abc import Mapping
from datetime import UTC, datetime

from alerts.models import Change, Delivery
from bot.buttons import BOOKING, LEND
from bot.localisation import Wording
from bot.rendering.handover import card_lines
from bot.rendering.view import lines
from bot.replies import Button
from family.bookings import Verb
from intents.models import SlotValue

Details = Mapping[str, str | float]

STEPS: Mapping[str, tuple[Verb, ...]] = {
    # Kind of news -> the moves that its buttons make.
    "proposed": (Verb.ACCEPT, Verb.INSIST, Verb.CANCEL),
    "offered": (Verb.TAKE, Verb.CANCEL),
    "lending-ended_there": (Verb.CANCEL,),
}
ADOPTED = frozenset({"lending-other_times", "lending-only_there"})
"""News of Smart's platform that a tap takes over."""
OWNER_STEPS = (Verb.APPROVE, Verb.DECLINE, Verb.PROPOSE)


def share_request(delivery: Delivery, wording: Wording) -> str:
    """Return the request as an owner reads it, or what became of it."""
    details = delivery.details
    name, when = str(details["person"]), interval(details, wording)
    if delivery.change is not Change.OPENED:
        state, by = str(details["state"]), str(details["by"])
        return wording.say("booking-request-decided", name=name, when=when, state=state, by=by)
    rows = [wording.say("booking-request", name=name, car=str(details["car"]), when=when)]
    if "count" in details:
        last = instant(details["until"])
        rows.append(wording.say("booking-weekly", count=int(details["count"]), last=last))
    return lines([*rows, _trip(details, wording)])


def share_decided(delivery: Delivery, wording: Wording) -> str:
    """Return the answer to who asked."""
    details = delivery.details
    return wording.say(
        "booking-decided",
        state=str(details["state"]),
        car=str(details["car"]),
        when=interval(details, wording),
        by=str(details["by"]),
    )


def booking_news(delivery: Delivery, wording: Wording) -> str:
    """Return anything else that happened to a booking."""
    details = delivery.details
    proposed = ""
    if "proposed_starts_at" in details:
        proposed = interval(details, wording, "proposed_")
    told = wording.say(
        f"booking-news-{details['event']}",
        car=str(details["car"]),
        name=str(details["person"]) or wording.label("someone"),
        by=str(details["by"]) or wording.label("someone"),
        when=interval(details, wording),
        proposed=proposed,
        state=str(details["state"]),
        acceptor=str(details.get("acceptor", "")) or wording.label("someone"),
    )
    return lines([told, *card_lines(details, wording)])


def request_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    """Return the three answers of an owner."""
    series = "series_id" in delivery.details and "count" in delivery.details
    verbs = OWNER_STEPS[:2] if series else OWNER_STEPS
    return [_button(delivery, wording, verb, series=series) for verb in verbs]


def news_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    """Return what can be done about the news."""
    event = str(delivery.details["event"])
    if event == "urgent":
        own = int(delivery.details["held_id"])
        give_way = _button(delivery, wording, Verb.CANCEL, booking_id=own)
        keep = _button(delivery, wording, Verb.KEEP)
        return [_named(give_way, wording.label("button-give-way")), keep]
    if event in ADOPTED:
        return [_adopt_button(delivery, wording)]
    return [_button(delivery, wording, verb) for verb in STEPS.get(event, ())]


def _adopt_button(delivery: Delivery, wording: Wording) -> Button:
    details = delivery.details
    return Button(
        text=wording.label("button-adopt"),
        action=LEND,
        payload={
            "step": "adopt",
            "booking_id": int(details["booking_id"]),
            "sharing_id": str(details["sharing_id"]),
            "car_id": delivery.car_id or 0,
        },
    )


def interval(details: Details, wording: Wording, prefix: str = "") -> str:
    """Return the times of a booking in the reader's zone."""
    return wording.interval(
        instant(details[f"{prefix}starts_at"]), instant(details[f"{prefix}ends_at"])
    )


def instant(value: str | float) -> datetime:
    """Return a stored time."""
    at = datetime.fromisoformat(str(value))
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _trip(details: Details, wording: Wording) -> str:
    """Return where to and how far, as far as it was said."""
    place = str(details.get("destination", ""))
    km = details.get("distance_km")
    distance = wording.distance(float(km)) if km is not None else ""
    parts = [part for part in (place, distance) if part]
    return wording.say("booking-trip", trip=" · ".join(parts)) if parts else ""


def _button(
    delivery: Delivery,
    wording: Wording,
    verb: Verb,
    *,
    series: bool = False,
    booking_id: int | None = None,
) -> Button:
    payload: dict[str, SlotValue] = {
        "booking_id": booking_id or int(delivery.details["booking_id"]),
        "car_id": delivery.car_id or 0,
        "verb": verb.value,
    }
    if series:
        payload["series_id"] = int(delivery.details["series_id"])
    label = f"button-{verb}".replace("_", "-")
    return Button(text=wording.label(label), action=BOOKING, payload=payload)


def _named(button: Button, text: str) -> Button:
    return Button(text=text, action=button.action, payload=button.payload)
