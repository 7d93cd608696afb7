"""What inline buttons do: stored rows behind random handles, and the intents packed into them."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from bot.confirmations import CONFIRM_WITHIN
from bot.localisation import Wording
from bot.replies import Button, Reply
from family.bookings import Verb
from family.models import Booking
from intents.models import Intent, SlotValue
from storage import buttons as stored_buttons
from storage.database import Transaction

IssuedButton = tuple[str, str | None, str | None]  # text, token, url

INTENT = "intent"  # runs an intent by the same policy as a sentence
CONFIRM = "confirm"  # the yes to a risky intent
DISMISS = "dismiss"  # the no to it
REFRESH = "refresh"  # the same answer again, from new data, in the same message
PRIVATE = "private"  # the same answer, only to the presser
SELECT = "select"  # talk about another car from now on
LINK = "link"  # this group may ask about a car and hears its alerts
REGION = "region"  # first step of the log-in
BOOKING = "booking"  # a move of one booking, or of all that repeat it
MEMBER = "member"  # an invitation withdrawn, an ownership accepted
DISTANCE = "distance"  # how far the trip of a booking is
SHARING = "sharing"  # decide a request on Smart's platform
PREFER = "prefer"  # a choice of language, time zone or units
PIN = "pin"  # change or remove the PIN
PIN_RESET = "pin_reset"  # an owner unlocks somebody's PIN
TOKEN = "token"  # noqa: S105 - a kind of button: make or revoke a token
SPEAKER = "speaker"  # voice PIN and links of loudspeakers
DESTINATION = "destination"  # send a place to the car
FENCE_HERE = "fence_here"  # watch a place that somebody has shown
TRIP = "trip"  # one trip of the journal: its way, or the way as a file
MUTE = "mute"  # no alerts of a kind for two hours, or till morning
SWITCH = "switch"  # a kind of alerts on or off in this chat
EVENING = "evening"  # remind in an hour, or fine tonight
OVERRUN = "overrun"  # ask who has the car, answer that, or shift the booking
LEND = "lend"  # lend a booking on Smart's platform, or take over what that says
DRIVER = "driver"  # who drove a trip
SPLIT = "split"  # the table of a month, or the question who drove
CALENDAR = "calendar"  # make or revoke a calendar's address, forget a foreign one

_SLOT = "slot."


def pack(intent: Intent, car_id: int | None) -> dict[str, SlotValue]:
    """Return the payload of a button that carries an intent."""
    payload: dict[str, SlotValue] = {"intent": intent.name, "car_id": car_id or 0}
    return payload | {f"{_SLOT}{name}": value for name, value in intent.slots.items()}


def unpack(payload: Mapping[str, SlotValue]) -> Intent:
    """Return the intent of a payload made by ``pack``."""
    slots = {
        key.removeprefix(_SLOT): value for key, value in payload.items() if key.startswith(_SLOT)
    }
    return Intent(name=str(payload["intent"]), slots=slots)


def car_of(payload: Mapping[str, SlotValue]) -> int | None:
    """Return the car that a button is about."""
    return int(payload.get("car_id", 0)) or None


def intent_button(
    wording: Wording, key: str, intent: Intent | str, car_id: int | None, *, once: bool = False
) -> Button:
    """Return a button that runs an intent for a car; ``key`` is the text on it."""
    wanted = Intent(name=intent) if isinstance(intent, str) else intent
    return Button(text=wording.label(key), action=INTENT, payload=pack(wanted, car_id), once=once)


def booking_button(
    wording: Wording, booking: Booking, verb: Verb, person_id: int | None, *, series: bool = False
) -> Button:
    """Return the button that makes a move of one booking, or of all that repeat it."""
    payload: dict[str, SlotValue] = {
        "booking_id": booking.booking_id,
        "car_id": booking.car_id,
        "verb": verb.value,
        "version": booking.version,
    }
    if series and booking.series_id is not None:
        payload["series_id"] = booking.series_id
    label = f"button-{verb}".replace("_", "-")
    text = wording.label(f"{label}-all" if "series_id" in payload else label)
    return Button(text=text, action=BOOKING, payload=payload, person_id=person_id)


def refresh_button(wording: Wording, intent: Intent, car_id: int) -> Button:
    """Return the button that every answer about a car has."""
    return Button(
        text=wording.label("button-refresh"),
        action=REFRESH,
        payload=pack(intent, car_id),
        once=False,
    )


def confirmation_buttons(
    wording: Wording, yes: str, payload: Mapping[str, SlotValue], person_id: int
) -> tuple[Button, ...]:
    """Return yes and no to an intent; both belong to one person and one minute.

    ``yes`` is the key of the text on the button.
    """
    seconds = int(CONFIRM_WITHIN.total_seconds())

    def button(key: str, action: str) -> Button:
        return Button(
            text=wording.label(key),
            action=action,
            payload=payload,
            person_id=person_id,
            lives_s=seconds,
        )

    return (button(yes, CONFIRM), button("button-cancel", DISMISS))


async def issue(
    tx: Transaction, reply: Reply, chat_id: int, now: datetime
) -> tuple[tuple[IssuedButton, ...], ...]:
    """Store the buttons of a reply; return text, handle and link of each, row by row."""
    return tuple(
        [
            tuple([await _issue_one(tx, button, chat_id, now) for button in row])
            for row in reply.buttons
        ]
    )


async def bind(tx: Transaction, tokens: Iterable[str], message_id: int) -> None:
    """Tie handles to the message that shows them; elsewhere they are refused."""
    await stored_buttons.bind(tx, tuple(tokens), message_id)


async def _issue_one(tx: Transaction, button: Button, chat_id: int, now: datetime) -> IssuedButton:
    if button.url:
        return button.text, None, button.url
    group = button.payload.get("group")
    token = await stored_buttons.add(
        tx,
        chat_id=chat_id,
        action=button.action,
        payload=dict(button.payload),
        person_id=button.person_id,
        now=now,
        lives=timedelta(seconds=button.lives_s),
        once=button.once,
        group=None if group is None else str(group),
    )
    return button.text, token, None
