"""Owed messages in words: every alert in every language, with next steps, nothing private."""

from datetime import UTC, datetime

import pytest

from alerts.models import Change, Delivery, Urgency
from alerts.rules import RULES
from bot.localisation import Texts, plain
from bot.rendering.alerts import NEXT_STEPS, render_delivery
from intents.catalogue import load_catalogue

TEXTS = Texts.load()
DETAILS: dict[str, str | float] = {
    "car": "#1",
    "percent": 80.0,
    "limit_percent": 80.0,
    "name": "Home & garden",
    "person": "Ben",
    "open": "lock,door.driver,window.rear_left,trunk",
    "wheels": "driver,rear_right",
    "voltage_v": 11.6,
    "sharing_id": "17",
    "starts_at": "2026-11-28T09:00:00+00:00",
    "ends_at": "2026-11-28T13:00:00+00:00",
    "latitude": 48.1372,
    "longitude": 11.5756,
    "booking_id": 3,
    "person_id": 1002,
    "driver": "Mia",
    "driver_id": 1003,
    "need_percent": 70.0,
    "reason": "usual",
    "before_v": 12.5,
    "version": "1.6.0",
    "code": "P0A1F",
    "state": "approved",
    "by": "Anna",
    "command": "climate_on",
    "argument.temperature": 22.0,
}
KINDS = [rule.name for rule in RULES] + ["session_lost", "cloud_outage", "session_evicted"]


def delivery(kind: str, **changes: object) -> Delivery:
    values: dict[str, object] = {
        "delivery_id": 1,
        "chat_id": 1001,
        "car_id": 5,
        "kind": kind,
        "change": Change.OPENED,
        "urgency": Urgency.NOTICE,
        "at": datetime(2026, 11, 24, 12, tzinfo=UTC),
        "details": DETAILS,
        "language": "en",
        "timezone": "Europe/Berlin",
        "is_group": False,
        "attempt": 1,
    }
    return Delivery(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("change", list(Change))
@pytest.mark.parametrize("kind", [*KINDS, "share_request", "share_decided"])
def test_every_alert_reads_in_every_language(kind: str, change: Change, language: str) -> None:
    reply = render_delivery(delivery(kind, change=change, language=language), TEXTS)

    assert reply.text
    assert len(plain(reply.text)) < 600
    assert bool(reply.buttons) == (
        change is not Change.CLOSED
        and kind not in {"share_decided", "cloud_outage", "session_evicted"}
    )


@pytest.mark.parametrize("kind", KINDS)
def test_alert_without_details_still_reads(kind: str) -> None:
    details = {"sharing_id": "17"}

    assert render_delivery(delivery(kind, details=details), TEXTS).text


@pytest.mark.parametrize("kind", KINDS)
def test_group_message_names_no_coordinates_and_no_native_place(kind: str) -> None:
    reply = render_delivery(delivery(kind, is_group=True), TEXTS)

    assert "48.1" not in reply.text
    assert reply.location is None
    actions = {
        button.payload.get("intent"): button.action for row in reply.buttons for button in row
    }
    assert actions.get("locate", "private") == "private"


def test_next_steps_are_intents_of_the_catalogue() -> None:
    catalogue = load_catalogue()

    assert {
        name for steps in NEXT_STEPS.values() for _, name in steps if name not in catalogue
    } == set()


def test_left_open_names_the_parts() -> None:
    text = plain(render_delivery(delivery("left_open"), TEXTS).text)

    assert "Open: driver's door, rear left window and tailgate" in text.splitlines()


def test_names_are_escaped() -> None:
    assert "Home &amp; garden" in render_delivery(delivery("geofence_exit"), TEXTS).text


def test_repeat_says_that_it_may_be_one() -> None:
    reply = render_delivery(delivery("left_open", is_repeat=True), TEXTS)

    assert reply.text.endswith("(possibly a repeat)")


def test_end_edits_the_message_of_the_beginning() -> None:
    reply = render_delivery(delivery("charge_complete", change=Change.CLOSED, edits=9), TEXTS)

    assert reply.edit
    assert reply.buttons == ()


def test_request_is_shown_in_the_zone_of_the_chat() -> None:
    text = plain(render_delivery(delivery("share_request"), TEXTS).text)

    assert text == "📅 Ben asks for #1: Sat, Nov 28, 10:00–14:00."


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("confirmed", "Climate is on"),
        ("unconfirmed", "has not confirmed"),
        ("lost", "do not know"),
        ("rejected", "Not sent"),
    ],
)
def test_result_of_a_command_after_a_restart(state: str, words: str) -> None:
    details = DETAILS | {"state": state, "reason": ""}

    assert words in render_delivery(delivery("command_result", details=details), TEXTS).text
