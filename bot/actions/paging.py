"""Long lists in pages: the newest first, and buttons that turn the page in the same message."""

from collections.abc import Sequence
from typing import TypeVar

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.buttons import REFRESH, pack
from bot.replies import Button
from intents.models import Intent

PAGE_LINES = 10
PAGE = "page"  # the slot of a button that turns the page; nobody says it

_T = TypeVar("_T")


def page_of(slots: Slots, count: int) -> int:
    """Return the page that is wanted, from 0, within what there is."""
    wanted = slots.get(PAGE, 0)
    last = max(0, (count - 1) // PAGE_LINES)
    return min(max(int(wanted), 0), last)


def on_page(items: Sequence[_T], page: int) -> Sequence[_T]:
    """Return the items of a page."""
    return items[page * PAGE_LINES : (page + 1) * PAGE_LINES]


def page_buttons(
    exchange: Exchange, name: str, slots: Slots, page: int, count: int
) -> tuple[tuple[Button, ...], ...]:
    """Return the row that turns the page; nothing for a list of one page."""
    steps = [("button-newer", page - 1)] if page else []
    if (page + 1) * PAGE_LINES < count:
        steps.append(("button-older", page + 1))
    car_id = exchange.car.car_id if exchange.car else None
    row = tuple(
        Button(
            text=exchange.wording.label(key),
            action=REFRESH,
            payload=pack(Intent(name=name, slots={**slots, PAGE: to}), car_id),
            once=False,
        )
        for key, to in steps
    )
    return (row,) if row else ()
