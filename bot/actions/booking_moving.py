"""Moves of bookings by a tap or a sentence: the first counts, and everybody concerned hears."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.exchange import Exchange
from bot.actions.lending import lend_button
from bot.actions.models import Slots
from bot.bookings import moving
from bot.bookings.handing import card_of
from bot.bookings.news import Teller
from bot.bookings.outlook import advise
from bot.bookings.wishes import read_wish
from bot.buttons import BOOKING, booking_button
from bot.localisation import KM_PER_MILE
from bot.rendering.bookings import moved_line, overlap_lines
from bot.rendering.handover import card_lines
from bot.rendering.view import lines
from bot.replies import Button, Question, Reply
from family.bookings import Verb
from family.models import Booking, BookingState, Member
from family.slots import HOLDING, BookingError, Reason, Slot, free_slots, offers
from intents.models import Intent, SlotValue
from storage import bookings, dialogs, people
from storage.database import Transaction
from storage.records import Car, Dialog, StoredButton

UNDO_WITHIN_S = 60
UNDOABLE = frozenset(
    {
        Verb.APPROVE,
        Verb.DECLINE,
        Verb.CANCEL,
        Verb.EXTEND,
        Verb.SHORTEN,
        Verb.PROPOSE,
        Verb.HAND_OVER,
    }
)
CARDED = frozenset({Verb.START, Verb.HAND_OVER})
DISTANCE_ASKED = "distance"  # kind of the dialog that "140 km" answers
DISTANCE_SAID = re.compile(r"(?P<n>\d+(?:[.,]\d+)?) ?(?P<unit>km|kms|miles?|mi|kilomet\w+)?\.?")
ASKED_FOR = timedelta(minutes=10)
LONGEST_TRIP_KM = 5000.0
PROPOSALS_AROUND = timedelta(hours=24)

_Work = Callable[[Teller, Booking, Member], Awaitable[Booking]]


def teller_for(exchange: Exchange, tx: Transaction, car: Car) -> Teller:
    """Return what tells others of what this person does."""
    return Teller(
        tx=tx,
        car=exchange.parts.garage.newest(car),
        now=exchange.now,
        by=exchange.person.person_id,
        by_name=exchange.person.first_name,
        answered_in=exchange.chat.chat_id if exchange.edits else None,
    )


async def decide(
    exchange: Exchange, booking_id: int, verb: Verb, *, times: Slot | None = None
) -> Reply:
    """Make a move and say what it led to."""

    async def work(teller: Teller, booking: Booking, member: Member) -> Booking:
        return await moving.make(teller, booking, verb, member, times=times)

    return await _do(exchange, booking_id, verb, work)


async def decide_series(exchange: Exchange, series_id: int, verb: Verb) -> Reply:
    """Make the same move with every booking that repeats one and is still open to it."""
    done: list[Booking] = []
    async with exchange.parts.database.transaction() as tx:
        for booking in await bookings.list_series(tx, series_id):
            member = exchange.member_of(booking.car_id)
            car = next((car for car, _ in exchange.cars if car.car_id == booking.car_id), None)
            if member is None or car is None:
                continue
            try:
                teller = teller_for(exchange, tx, car)
                done.append(await moving.make(teller, booking, verb, member))
            except BookingError:
                continue  # this one is decided already, over, or taken: it is not counted
    if not done:
        return exchange.say("booking-not-allowed")
    wording = exchange.wording
    more = wording.say("booking-series-done", count=len(done), last=done[-1].starts_at)
    name = await _name(exchange, done[0])
    return Reply(text=lines([moved_line(done[0], verb, name, wording), more]), edit=exchange.edits)


async def undo(exchange: Exchange, booking_id: int, version: int) -> Reply:
    """Take back the person's own last move, if nobody moved the booking since."""

    async def work(teller: Teller, booking: Booking, member: Member) -> Booking:
        if booking.version != version:
            raise BookingError(Reason.WRONG_STATE)
        return await moving.undo(teller, booking, member)

    return await _do(exchange, booking_id, Verb.UNDO, work)


async def tap(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Take a tap on a button of a booking."""
    payload = button.payload
    verb, booking_id = Verb(str(payload["verb"])), int(payload["booking_id"])
    edited = replace(exchange, edits=True)
    if verb is Verb.UNDO:
        return (await undo(edited, booking_id, int(payload["version"])),)
    if "series_id" in payload:
        return (await decide_series(edited, int(payload["series_id"]), verb),)
    if verb is Verb.PROPOSE and "starts_at" not in payload:
        return (await offer_other_times(exchange, booking_id),)
    return (await decide(edited, booking_id, verb, times=_times(payload)),)


async def offer_other_times(exchange: Exchange, booking_id: int) -> Reply:
    """Show an owner the free times around a request, each as a button that proposes it."""
    wording = exchange.wording
    async with exchange.parts.database.reading() as tx:
        booking = await bookings.get(tx, booking_id)
        if booking is None or exchange.member_of(booking.car_id) is None:
            return exchange.say("booking-not-allowed")
        known = await bookings.list_open(tx, booking.car_id)
    if booking.state is not BookingState.REQUESTED:
        return exchange.say("booking-already", state=booking.state.value)
    slots = _other_times(booking, [*known, replace(booking, state=BookingState.APPROVED)], exchange)
    if not slots:
        return replace(exchange.say("booking-no-free-slots"), asks=_other_time(booking))
    rows = tuple((_proposal_button(exchange, booking, slot),) for slot in slots)
    when = wording.interval(booking.starts_at, booking.ends_at)
    text = wording.say("booking-propose-which", when=when)
    return Reply(text=text, buttons=rows, asks=_other_time(booking))


def _other_time(booking: Booking) -> Question:
    """Return the question for another time; it may be written as well as tapped."""
    wish = Intent(name="share_request")
    return Question(intent=wish, wanted=("start",), booking_id=booking.booking_id)


async def propose(exchange: Exchange, booking_id: int, slots: Slots) -> tuple[Reply, ...]:
    """Propose the time that an owner has written instead of tapping one."""
    wish = read_wish(slots, exchange.wording.zone)
    if wish is None:
        return (exchange.say("booking-when"),)
    times = Slot(wish.starts_at, wish.ends_at)
    return (await decide(exchange, booking_id, Verb.PROPOSE, times=times),)


async def set_distance(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Take the kilometres of a trip whose length nobody knew, and check the charge."""
    return (
        await keep_distance(
            replace(exchange, edits=True),
            int(button.payload["booking_id"]),
            float(button.payload["km"]),
        ),
    )


async def keep_distance(exchange: Exchange, booking_id: int, km: float) -> Reply:
    """Store the kilometres of a booking of one's own."""
    async with exchange.parts.database.transaction() as tx:
        booking = await bookings.get(tx, booking_id)
        if booking is None or booking.person_id != exchange.person.person_id:
            return exchange.say("booking-not-allowed")
        booking = replace(booking, distance_km=km)
        await bookings.describe(tx, booking)
    advice = await advise(exchange, booking)
    return Reply(
        text=advice.text, buttons=(advice.buttons,) if advice.buttons else (), edit=exchange.edits
    )


async def ask_distance(exchange: Exchange, booking: Booking) -> None:
    """Wait for the kilometres of a trip, which may be tapped or written."""
    dialog = Dialog(
        chat_id=exchange.chat.chat_id,
        person_id=exchange.person.person_id,
        kind=DISTANCE_ASKED,
        data={"booking_id": booking.booking_id},
        expires_at=exchange.parts.people_clock() + ASKED_FOR,
    )
    async with exchange.parts.database.transaction() as tx:
        await dialogs.start(tx, dialog)


async def answer_distance(exchange: Exchange, dialog: Dialog, text: str) -> tuple[Reply, ...]:
    """Take "140 km" as the answer to how far it is; anything else is not one."""
    said = DISTANCE_SAID.fullmatch(text.strip().casefold())
    if said is None:
        return ()
    kilometres = float(said["n"].replace(",", "."))
    if said["unit"] and said["unit"].startswith("mi"):
        kilometres *= KM_PER_MILE
    if not 0 < kilometres <= LONGEST_TRIP_KM:
        return (exchange.say("booking-distance-odd"),)
    async with exchange.parts.database.transaction() as tx:
        await dialogs.end(tx, exchange.chat.chat_id, exchange.person.person_id)
    return (await keep_distance(exchange, int(dialog.data["booking_id"]), kilometres),)


def refusal_text(
    exchange: Exchange,
    error: BookingError,
    times: tuple[datetime, datetime] | None = None,
) -> str:
    """Return why a booking cannot be made or moved, in words."""
    wording = exchange.wording
    match error.reason:
        case Reason.OVERLAP if times is not None:
            return overlap_lines(error.free_slots, *times, wording)
        case Reason.IN_THE_PAST | Reason.TOO_LATE:
            return wording.say("booking-past")
        case Reason.ENDS_BEFORE_START:
            return wording.say("booking-backwards")
        case Reason.TOO_FAR:
            return wording.say("booking-too-far")
        case Reason.TOO_EARLY:
            return wording.say("booking-too-early")
        case Reason.NOT_LONGER | Reason.NOT_SHORTER:
            return wording.say("booking-same-times")
    return wording.say("booking-not-allowed")


async def _do(exchange: Exchange, booking_id: int, verb: Verb, work: _Work) -> Reply:
    async with exchange.parts.database.transaction() as tx:
        booking = await bookings.get(tx, booking_id)
        member = exchange.member_of(booking.car_id) if booking else None
        if booking is None or member is None:
            return exchange.say("booking-not-allowed")
        car = next(car for car, _ in exchange.cars if car.car_id == booking.car_id)
        try:
            teller = teller_for(exchange, tx, car)
            moved = await work(teller, booking, member)
        except BookingError as error:
            return _why_not(exchange, error, booking)
        card = await card_of(teller, moved) if verb in CARDED else {}
    name = await _name(exchange, moved)
    lend = lend_button(exchange, moved) if verb is Verb.APPROVE else None
    undo_row = (_undo_button(exchange, moved),) if verb in UNDOABLE else ()
    buttons = tuple(row for row in (undo_row, (lend,) if lend else ()) if row)
    told = moved_line(moved, verb, name, exchange.wording)
    text = lines([told, *card_lines(card, exchange.wording)])
    return Reply(text=text, buttons=buttons, edit=exchange.edits)


def _why_not(exchange: Exchange, error: BookingError, booking: Booking) -> Reply:
    if error.reason is Reason.WRONG_STATE:
        return exchange.say("booking-already", state=booking.state.value)
    text = refusal_text(exchange, error, (booking.starts_at, booking.ends_at))
    stays = error.reason in {Reason.NOT_ALLOWED, Reason.OVERLAP}
    return Reply(text=text, edit=exchange.edits and not stays)


def _undo_button(exchange: Exchange, moved: Booking) -> Button:
    button = booking_button(exchange.wording, moved, Verb.UNDO, exchange.person.person_id)
    return replace(button, lives_s=UNDO_WITHIN_S)


def _proposal_button(exchange: Exchange, booking: Booking, slot: Slot) -> Button:
    button = booking_button(exchange.wording, booking, Verb.PROPOSE, exchange.person.person_id)
    times = {"starts_at": slot.starts_at.isoformat(), "ends_at": slot.ends_at.isoformat()}
    return replace(
        button,
        text=exchange.wording.interval(*slot),
        action=BOOKING,
        payload={**button.payload, **times},
    )


def _other_times(booking: Booking, known: list[Booking], exchange: Exchange) -> tuple[Slot, ...]:
    """Return free times of the same length near the wish, other than the wish itself."""
    held = [it for it in known if it.state in HOLDING]
    length = booking.ends_at - booking.starts_at
    earliest = max(exchange.now, booking.starts_at - PROPOSALS_AROUND)
    free = free_slots(held, earliest, booking.ends_at + PROPOSALS_AROUND, length)
    return offers(free, booking.starts_at, booking.ends_at)


def _times(payload: Mapping[str, SlotValue]) -> Slot | None:
    if "starts_at" not in payload:
        return None
    return Slot(*(datetime.fromisoformat(str(payload[name])) for name in ("starts_at", "ends_at")))


async def _name(exchange: Exchange, booking: Booking) -> str:
    async with exchange.parts.database.reading() as tx:
        person = await people.get_person(tx, booking.person_id)
    return (person.first_name if person else "") or exchange.wording.label("someone")
