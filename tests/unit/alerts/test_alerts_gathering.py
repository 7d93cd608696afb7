"""What leaves as one message: late news, and what may have been told before."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.gathering import LATE, everything, gather
from alerts.models import Change, Delivery, Urgency
from tests.unit.alerts.alert_builders import START

FRESH = Delivery(
    delivery_id=1,
    chat_id=1,
    car_id=1,
    kind="charge_complete",
    change=Change.OPENED,
    urgency=Urgency.NOTICE,
    at=START,
    details={},
    language="en",
    timezone="Europe/Berlin",
    is_group=False,
    attempt=1,
    owed_since=START,
)
ALARM = replace(FRESH, delivery_id=2, kind="geofence_exit", urgency=Urgency.SECURITY)
UNSURE = replace(FRESH, delivery_id=3, is_repeat=True)
END = replace(FRESH, delivery_id=4, change=Change.CLOSED, edits=7)
NOW, LATER = START, START + LATE + timedelta(minutes=1)
REMINDER = replace(
    FRESH, delivery_id=5, details={"useful_until": (START + timedelta(minutes=5)).isoformat()}
)


TYRES = replace(FRESH, delivery_id=6, kind="tyre_pressure")
MOVED = replace(ALARM, delivery_id=7, kind="moved_while_locked", at=START + timedelta(seconds=1))


def shape(messages: list[Delivery]) -> list[tuple[list[int], list[int]]]:
    """Return for each message the alerts that it tells, and those that it lists."""
    return [
        (
            [one.delivery_id for one in m.parts or (m,)],
            [one.delivery_id for one in m.also],
        )
        for m in messages
    ]


@pytest.mark.parametrize(
    ("deliveries", "now", "expected"),
    [
        pytest.param([FRESH, ALARM], NOW, [([2], []), ([1], [])], id="fresh ones stay apart"),
        pytest.param(
            [FRESH, ALARM, MOVED, TYRES], LATER, [([2], [7]), ([1, 6], [])], id="two late digests"
        ),
        pytest.param([FRESH], LATER, [([1], [])], id="one late one"),
        pytest.param([FRESH, UNSURE], NOW, [([1], [3])], id="unsure below a fresh one"),
        pytest.param([UNSURE], NOW, [([3], [])], id="unsure alone"),
        pytest.param([FRESH, TYRES, UNSURE], LATER, [([1, 6], [3])], id="unsure below a digest"),
        pytest.param([END, UNSURE], NOW, [([4], []), ([3], [])], id="an edit lists nothing"),
        pytest.param([REMINDER, FRESH], LATER, [([1], [5])], id="expired ones are only counted"),
    ],
)
def test_messages_of_a_chat(
    deliveries: list[Delivery], now: datetime, expected: list[tuple[list[int], list[int]]]
) -> None:
    assert shape(gather(deliveries, now)) == expected


def test_security_that_may_have_been_told_is_a_message_of_its_own_with_sound() -> None:
    again = replace(ALARM, is_repeat=True)

    assert gather([again, UNSURE], NOW) == [replace(again, also=(UNSURE,))]


def test_unsure_alone_makes_no_sound() -> None:
    assert gather([UNSURE], NOW) == [replace(UNSURE, is_silent=True)]


def test_late_and_expired_are_noted() -> None:
    assert gather([REMINDER, FRESH], LATER) == [
        replace(FRESH, is_late=True, also=(replace(REMINDER, is_expired=True),))
    ]


def test_held_back_by_quiet_hours_is_not_late() -> None:
    morning = START + timedelta(hours=8)
    held = replace(FRESH, due_since=morning)

    assert gather([held], morning) == [held]


def test_everything_counts_parts_and_lists() -> None:
    messages = gather([FRESH, TYRES, UNSURE, ALARM, MOVED], LATER)

    assert sorted(one.delivery_id for one in everything(messages)) == [1, 2, 3, 6, 7]
