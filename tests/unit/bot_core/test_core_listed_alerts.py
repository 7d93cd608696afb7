"""Messages that tell more than one alert, in words."""

from dataclasses import replace

import pytest

from alerts.models import Change, Delivery, Urgency
from bot.localisation import Texts, plain
from bot.rendering.alerts import render_delivery
from tests.unit.alerts.alert_builders import START

TEXTS = Texts.load()
ALARM = Delivery(
    delivery_id=1,
    chat_id=1,
    car_id=1,
    kind="geofence_exit",
    change=Change.OPENED,
    urgency=Urgency.SECURITY,
    at=START,
    details={"car": "#1", "name": "Home"},
    language="en",
    timezone="Europe/Berlin",
    is_group=False,
    attempt=1,
)
CHARGED = replace(
    ALARM, kind="charge_complete", urgency=Urgency.NOTICE, details={"car": "#5", "percent": 80.0}
)


def words(delivery: Delivery) -> list[str]:
    return plain(render_delivery(delivery, TEXTS).text).split("\n")


def test_what_may_be_known_is_listed_below() -> None:
    told = words(replace(ALARM, also=(CHARGED,)))

    assert told[0] == "📍 #1 has left Home."
    assert told[1] == "Perhaps you know this already:"
    assert told[2].startswith("• ")
    assert "#5" in told[2]
    assert told[2].endswith("13:00)")


def test_late_alarms_say_from_when_they_are() -> None:
    told = words(replace(ALARM, is_late=True, also=(replace(ALARM, is_late=True),)))

    assert told[0] == "📍 #1 has left Home."
    assert told[1].startswith("(as of ")
    assert told[2].startswith("• 📍 #1 has left Home. (")


@pytest.mark.parametrize(
    ("also", "expected"),
    [
        pytest.param((), "One reminder is left out: its time has passed.", id="one"),
        pytest.param(
            (replace(CHARGED, is_expired=True),),
            "2 reminders are left out: their time has passed.",
            id="two",
        ),
    ],
)
def test_only_the_number_of_expired_ones_is_told(also: tuple[Delivery, ...], expected: str) -> None:
    assert words(replace(CHARGED, is_expired=True, also=also)) == [expected]


def test_a_long_list_ends_with_a_number() -> None:
    told = words(replace(ALARM, also=(CHARGED,) * 25))

    assert told[-1] == "… and 5 more"
    assert len(told) == 1 + 1 + 20 + 1


def test_a_message_with_sound_and_one_without() -> None:
    assert render_delivery(ALARM, TEXTS).is_quiet is False
    assert render_delivery(replace(CHARGED, is_silent=True), TEXTS).is_quiet is True
