"""What a message tells besides its own alert: late ones, and those that may be known already."""

from collections.abc import Callable, Sequence

from alerts.models import Delivery
from bot.localisation import Wording
from bot.rendering.view import lines

MOST_LINES = 20
"""A longer list says how many more there are; a message has 4,096 characters."""

Headline = Callable[[Delivery, Wording], str]


def with_listed(delivery: Delivery, text: str, headline: Headline, wording: Wording) -> str:
    """Return the text of a message with its notes and with a line for each alert it lists."""
    late = [one for one in delivery.also if one.is_late]
    unsure = [one for one in delivery.also if not one.is_late and not one.is_expired]
    expired = [one for one in delivery.also if one.is_expired]
    if delivery.is_expired:  # nothing else is owed to this chat
        return wording.say("also-expired", number=len(expired) + 1)
    notes = []
    if delivery.is_late:
        notes.append(wording.say("late-as-of", at=_when(delivery, wording)))
    if delivery.is_repeat and delivery.edits is None:
        notes.append(wording.say("alert-repeat"))
    rows = [text, *notes, *_rows(late, headline, wording)]
    if unsure:
        rows += [wording.say("also-unsure"), *_rows(unsure, headline, wording)]
    if expired:
        rows.append(wording.say("also-expired", number=len(expired)))
    return lines(rows)


def _rows(deliveries: Sequence[Delivery], headline: Headline, wording: Wording) -> list[str]:
    rows: list[str] = [
        wording.say("also-line", text=headline(one, wording.at(one.at)), at=_when(one, wording))
        for one in deliveries[:MOST_LINES]
    ]
    if (left := len(deliveries) - len(rows)) > 0:
        rows.append(wording.say("also-more", number=left))
    return rows


def _when(delivery: Delivery, wording: Wording) -> str:
    return f"{wording.weekday(delivery.at)} {wording.time(delivery.at)}"
