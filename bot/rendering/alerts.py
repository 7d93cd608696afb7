"""One owed message in words, with the buttons for what to do next; no private fact in a group."""

from collections.abc import Callable, Mapping

from alerts.delivery import DIGEST
from alerts.models import Change, Delivery
from bot.buttons import (
    EVENING,
    MUTE,
    OVERRUN,
    PRIVATE,
    REFRESH,
    SHARING,
    intent_button,
    pack,
)
from bot.localisation import Texts, Wording, plain
from bot.rendering.booking_news import (
    booking_news,
    instant,
    news_buttons,
    request_buttons,
    share_decided,
    share_request,
)
from bot.rendering.commands import stage
from bot.rendering.digest import with_listed
from bot.rendering.family_news import family_news, family_news_buttons
from bot.rendering.goals import goal_buttons, goal_step_buttons, goal_step_text, goal_text
from bot.rendering.view import lines
from bot.replies import Button, Reply
from intents.models import Intent, SlotValue
from smartcloud.models import CommandState

Details = Mapping[str, str | float]

COMMAND_STAGES: Mapping[str, str] = {
    CommandState.CONFIRMED: "command-confirmed",
    CommandState.UNCONFIRMED: "command-unconfirmed",
    CommandState.LOST: "command-unknown",
    CommandState.REJECTED: "command-not-sent",
}
NEXT_STEPS: Mapping[str, tuple[tuple[str, str], ...]] = {
    # Kind of alert -> (text key of the button, intent behind it).
    "charge_complete": (("button-charging", "charging_status"),),
    "charge_interrupted": (("button-start-charging", "start_charging"),),
    "plugged_not_charging": (("button-start-charging", "start_charging"),),
    "battery_low": (("button-find-charger", "find_charger"),),
    "geofence_exit": (("button-where", "locate"),),
    "geofence_enter": (("button-where", "locate"),),
    "moved_while_locked": (("button-where", "locate"), ("button-find-car", "find_car")),
    "left_open": (("button-lock", "lock"), ("button-close-windows", "close_windows")),
    "climate_running": (("button-climate-off", "climate_off"),),
    "tyre_pressure": (("button-details", "tyre_pressure"),),
    "battery_12v": (("button-details", "vehicle_health"),),
    "battery_12v_trend": (("button-details", "vehicle_health"),),
    "service_due": (("button-details", "vehicle_health"),),
    "software_update": (("button-details", "software_update"),),
    "fault_code": (("button-details", "vehicle_health"),),
    "booking_soon": (("button-where", "locate"), ("button-status", "status_summary")),
    "booking_low_battery": (("button-start-charging", "start_charging"),),
    "booking_overdue": (("button-where", "locate"),),
    "session_lost": (("button-log-in", "login"),),
}
QUIET_ACTIONS = frozenset({MUTE})
NOT_MUTED = {"session_lost", "session_evicted", "cloud_outage"}


def render_delivery(delivery: Delivery, texts: Texts) -> Reply:
    """Return the message that is owed, in the language and zone of its chat."""
    language = texts.language_of(delivery.language)
    wording = Wording(texts, language, delivery.timezone, delivery.at)
    word = SPECIAL.get(delivery.kind, _alert)
    text = with_listed(delivery, word(delivery, wording), render_headline, wording)
    buttons = BUTTONS.get(delivery.kind, _steps)(delivery, wording)
    rows = _rows(buttons) if delivery.change is not Change.CLOSED else ()
    return Reply(
        text=text, buttons=rows, edit=delivery.edits is not None, is_quiet=delivery.is_silent
    )


def _rows(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    """Return the next steps above, the buttons for silence below."""
    steps = tuple(button for button in buttons if button.action not in QUIET_ACTIONS)
    quiet = tuple(button for button in buttons if button.action in QUIET_ACTIONS)
    return tuple(row for row in (steps, quiet) if row)


def _alert(delivery: Delivery, wording: Wording) -> str:
    details = delivery.details
    change = "closed" if delivery.change is Change.CLOSED else "opened"
    headline = wording.say(f"{delivery.kind}.{change}", **_facts(details, wording))
    if delivery.change is Change.CLOSED:
        return headline
    left_out = LEFT_OUT.get(delivery.kind, frozenset())
    more = [
        line(details, wording)
        for key, line in DETAIL_LINES.items()
        if key in details and key not in left_out
    ]
    return lines([headline, *more])


def _facts(details: Details, wording: Wording) -> dict[str, str]:
    """Return what headlines name; what the car did not tell reads as unknown."""
    percent = details.get("percent")
    starts_at = details.get("starts_at")
    return {
        "time": wording.time(instant(starts_at)) if starts_at else wording.percent(None),
        "version": str(details.get("version") or wording.percent(None)),
        "code": str(details.get("code") or wording.percent(None)),
        "car": str(details.get("car", "Smart")),
        "name": str(details.get("name") or details.get("person") or wording.label("someone")),
        "level": wording.percent(float(percent) if percent is not None else None),
    }


def _open(details: Details, wording: Wording) -> str:
    parts = [part for part in str(details["open"]).split(",") if part and part != "lock"]
    names = [wording.label(part.replace(".", "-")) for part in parts]
    if not names:
        return wording.say("lock-unlocked")
    return wording.say("alert-open", names=wording.listing(names))


def _wheels(details: Details, wording: Wording) -> str:
    names = [wording.label(f"wheel-{name}") for name in str(details["wheels"]).split(",") if name]
    return wording.say("alert-wheels", names=wording.listing(names)) if names else ""


def _period(details: Details, wording: Wording) -> str:
    if "ends_at" not in details:
        return ""
    return wording.say("alert-period", when=_when(details, wording))


def _need(details: Details, wording: Wording) -> str:
    need = wording.percent(float(details.get("need_percent", 0)))
    key, at = f"alert-need-{details['reason']}", details.get("at")
    if at is None:
        return wording.say(key, need=need)
    return wording.say(key, need=need, when=instant(at))


def _digest(delivery: Delivery, wording: Wording) -> str:
    """Return one line for each alert that was held back, without its markup."""
    rows = []
    for part in delivery.parts[:MOST_IN_DIGEST]:
        headline = render_headline(part, wording)
        key = "digest-line-over" if part.is_over else "digest-line"
        rows.append(wording.say(key, what=headline, at=part.at))
    if (left := len(delivery.parts) - len(rows)) > 0:
        rows.append(wording.say("digest-more", number=left))
    return lines([wording.say("digest-title"), *rows])


def render_headline(delivery: Delivery, wording: Wording) -> str:
    """Return what a delivery says, in one plain line."""
    text = SPECIAL.get(delivery.kind, _alert)(delivery, wording)
    return plain(text).partition("\n")[0]


def _when(details: Details, wording: Wording) -> str:
    return wording.interval(instant(details["starts_at"]), instant(details["ends_at"]))


DETAIL_LINES: Mapping[str, Callable[[Details, Wording], str]] = {
    "limit_percent": lambda details, wording: wording.say(
        "alert-limit", limit=wording.percent(float(details["limit_percent"]))
    ),
    "open": _open,
    "wheels": _wheels,
    "voltage_v": lambda details, wording: wording.voltage(float(details["voltage_v"])),
    "before_v": lambda details, wording: wording.say(
        "alert-before", volts=wording.voltage(float(details["before_v"]))
    ),
    "reason": _need,
    "driver": lambda details, wording: wording.say("alert-driver", name=str(details["driver"])),
    "starts_at": _period,
}
LEFT_OUT: Mapping[str, frozenset[str]] = {
    kind: frozenset({"starts_at"})  # the headline tells it
    for kind in ("booking_soon", "booking_low_battery", "booking_overdue", "booking_overrun")
}
MOST_IN_DIGEST = 20


def _command_result(delivery: Delivery, wording: Wording) -> str:
    details = delivery.details
    arguments: dict[str, SlotValue] = {
        key.removeprefix("argument."): value
        for key, value in details.items()
        if key.startswith("argument.")
    }
    reason = str(details.get("reason", ""))
    return stage(
        "command-rejected" if reason else COMMAND_STAGES[str(details["state"])],
        str(details["command"]),
        arguments,
        str(details["car"]),
        wording,
        age=wording.say("age-now"),
        seconds=90,
        reason=reason,
    )


def _steps(delivery: Delivery, wording: Wording) -> list[Button]:
    """Return the next steps of an alert, then the silence button."""
    steps = NEXT_STEPS.get(delivery.kind, ())
    buttons = [_step(delivery, wording, key, intent) for key, intent in steps]
    if delivery.kind in NOT_MUTED:
        return buttons
    payload: dict[str, SlotValue] = {"car_id": delivery.car_id or 0, "kind": delivery.kind}
    return [
        *buttons,
        *(
            Button(
                text=wording.label(key), action=MUTE, payload=payload | {"until": until}, once=False
            )
            for key, until in (("button-mute", "hours"), ("button-mute-morning", "morning"))
        ),
    ]


def _evening_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    payload: dict[str, SlotValue] = {"car_id": delivery.car_id or 0}
    return [
        Button(
            text=wording.label(f"button-{verb}"),
            action=EVENING,
            payload=payload | {"verb": verb},
            once=False,
        )
        for verb in ("remind-hour", "fine-tonight")
    ]


def _overrun_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    details = delivery.details
    payload: dict[str, SlotValue] = {
        "car_id": delivery.car_id or 0,
        "booking_id": int(details.get("booking_id", 0)),
        "driver_id": int(details.get("driver_id", 0)),
    }
    verbs = ("ask-driver", "shift") if payload["driver_id"] else ("shift",)
    return [
        Button(
            text=wording.label(f"button-{verb}"), action=OVERRUN, payload=payload | {"verb": verb}
        )
        for verb in verbs
    ]


def _question_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    """Return what a driver may answer who is asked when the car is back."""
    payload: dict[str, SlotValue] = {
        "car_id": delivery.car_id or 0,
        "asker_id": int(delivery.details["asker_id"]),
        "verb": "answer",
    }
    return [
        Button(
            text=wording.label("driver-answer", minutes=minutes),
            action=OVERRUN,
            payload=payload | {"minutes": minutes},
        )
        for minutes in (10, 30, 60)
    ]


def _driver_question(delivery: Delivery, wording: Wording) -> str:
    details = delivery.details
    return wording.say(
        "driver-question",
        name=str(details["person"]),
        car=str(details["car"]),
        at=wording.time(instant(details["starts_at"])),
    )


def _driver_answer(delivery: Delivery, wording: Wording) -> str:
    details = delivery.details
    return wording.say(
        "driver-answered",
        name=str(details["person"]),
        car=str(details["car"]),
        at=wording.time(instant(details["at"])),
    )


def _step(delivery: Delivery, wording: Wording, key: str, intent: str) -> Button:
    if intent == "locate" and delivery.is_group:
        payload = pack(Intent(name=intent), delivery.car_id)
        label = wording.label("button-show-privately")
        return Button(text=label, action=PRIVATE, payload=payload, once=False)
    return intent_button(wording, key, intent, delivery.car_id)


def _sharing_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    details = delivery.details
    sharing: dict[str, SlotValue] = {
        "sharing_id": str(details["sharing_id"]),
        "car_id": delivery.car_id or 0,
        "person": str(details.get("person", "")),
    }
    return [
        Button(
            text=wording.label(f"button-{verb}"), action=SHARING, payload=sharing | {"verb": verb}
        )
        for verb in ("approve", "decline")
    ]


def _command_buttons(delivery: Delivery, wording: Wording) -> list[Button]:
    payload = pack(Intent(name="status_summary"), delivery.car_id)
    label = wording.label("button-try-again")
    return [Button(text=label, action=REFRESH, payload=payload, once=False)]


def _no_buttons(delivery: Delivery, wording: Wording) -> list[Button]:  # noqa: ARG001 -- a row's shape
    return []


SPECIAL: Mapping[str, Callable[[Delivery, Wording], str]] = {
    "share_request": share_request,
    "share_decided": share_decided,
    "booking_news": booking_news,
    "ownership_offer": family_news,
    "family_news": family_news,
    "command_result": _command_result,
    "goal_result": goal_text,
    "goal_begun": goal_step_text,
    "goal_not_begun": goal_step_text,
    "driver_question": _driver_question,
    "driver_answer": _driver_answer,
    DIGEST: _digest,
}
BUTTONS: Mapping[str, Callable[[Delivery, Wording], list[Button]]] = {
    "share_request": request_buttons,
    "share_decided": _no_buttons,
    "booking_news": news_buttons,
    "ownership_offer": family_news_buttons,
    "family_news": _no_buttons,
    "command_result": _command_buttons,
    "goal_result": goal_buttons,
    "goal_begun": goal_step_buttons,
    "goal_not_begun": goal_step_buttons,
    "car_sharing_request": _sharing_buttons,
    "booking_overrun": _overrun_buttons,
    "evening_plug_in": _evening_buttons,
    "driver_question": _question_buttons,
    "driver_answer": _no_buttons,
    DIGEST: _no_buttons,
}
