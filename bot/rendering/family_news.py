"""What people hear of who belongs to a car."""

from datetime import timedelta

from alerts.models import Delivery
from bot.buttons import MEMBER
from bot.localisation import Wording
from bot.replies import Button
from intents.models import SlotValue

OFFER_LIVES = timedelta(hours=24)


def family_news(delivery: Delivery, wording: Wording) -> str:
    """Return what somebody decided about a place in the family."""
    details = delivery.details
    return wording.say(
        f"family-news-{details['event']}",
        car=str(details["car"]),
        name=str(details["person"]) or wording.label("someone"),
        by=str(details["by"]) or wording.label("someone"),
    )


def family_news_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    """Return the answers to an offered ownership; they are one person's, for a day."""
    details = delivery.details
    payload: dict[str, SlotValue] = {
        "car_id": int(details["car_id"]),
        "from_id": int(details["from_id"]),
    }
    return [
        Button(
            text=wording.label(f"button-{verb}-ownership"),
            action=MEMBER,
            payload={**payload, "verb": verb},
            person_id=int(details["to_id"]),
            lives_s=int(OFFER_LIVES.total_seconds()),
        )
        for verb in ("accept", "decline")
    ]
