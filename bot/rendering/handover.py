"""The card of a car that changes hands: a line of its state, what was used, and who is next."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.localisation import Html, Wording

Card = Mapping[str, str | float]


def card_lines(card: Card, wording: Wording) -> list[Html]:
    """Return the lines of a card; a car that told nothing has none."""
    found = [_used(card, wording), _state(card, wording), _openings(card, wording)]
    found += [_next(card, wording), _age(card, wording)]
    return [line for line in found if line]


def _state(card: Card, wording: Wording) -> Html:
    if "level" not in card:
        return Html("")
    plugged = {None: "unknown", 0.0: "no", 1.0: "yes"}[_number(card, "plugged")]
    return wording.say(
        "handover-state",
        level=wording.percent(_number(card, "level")),
        range=wording.distance(_number(card, "range_km")),
        has_range="yes" if "range_km" in card else "no",
        plugged=plugged,
        lock=str(card.get("lock", "unknown")),
    )


def _openings(card: Card, wording: Wording) -> Html:
    names = [name for name in str(card.get("open", "")).split(",") if name]
    if names:
        return wording.say(
            "openings-open", names=wording.listing([wording.label(name) for name in names])
        )
    if "is_all_known" not in card:
        return Html("")
    return wording.say("openings-all-closed" if card["is_all_known"] else "openings-unknown")


def _used(card: Card, wording: Wording) -> Html:
    if "used_km" not in card:
        return Html("")
    told = "charged" if "charged_percent" in card else "energy" if "used_kwh" in card else "way"
    return wording.say(
        "handover-used",
        told=told,
        distance=wording.distance(_number(card, "used_km")),
        energy=wording.energy(_number(card, "used_kwh")),
        charged=wording.percent(_number(card, "charged_percent")),
    )


def _next(card: Card, wording: Wording) -> Html:
    if "next_at" not in card:
        return Html("")
    name = str(card.get("next_person") or wording.label("someone"))
    return wording.say("handover-next", name=name, at=_instant(card["next_at"]))


def _age(card: Card, wording: Wording) -> Html:
    if "car_said_at" not in card:
        return Html("")
    return wording.say("handover-age", age=wording.age(_instant(card["car_said_at"])))


def _number(card: Card, name: str) -> float | None:
    return float(card[name]) if name in card else None


def _instant(value: str | float) -> datetime:
    at = datetime.fromisoformat(str(value))
    return at if at.tzinfo else at.replace(tzinfo=UTC)
