"""Lends a booked car on Smart's platform, too, and takes over what the platform says."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.exchange import Exchange
from bot.bookings import moving
from bot.bookings.news import Teller
from bot.buttons import LEND
from bot.errors import text_of
from bot.login import EMAIL
from bot.replies import Button, Reply
from family.bookings import Verb
from family.models import Booking, BookingState, Role
from family.permissions import may
from family.slots import BookingError, Slot
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import AcceptorCheck, Sharing, SharingStatus
from storage import bookings, dialogs, lendings
from storage.records import Car, Dialog, StoredButton

KIND = "lend"  # of the dialog that waits for an address
LIVES = timedelta(minutes=10)
OFFER, ADOPT = "offer", "adopt"


def lend_button(exchange: Exchange, booking: Booking) -> Button | None:
    """Return the button below an approved booking, if its car can be lent on the platform."""
    car = next((car for car, _ in exchange.cars if car.car_id == booking.car_id), None)
    is_open = booking.state is BookingState.APPROVED and booking.sharing_id is None
    member = exchange.member_of(booking.car_id)
    if car is None or car.vehicle.is_shared or not is_open or booking.person_id == 0:
        return None
    if not may(member, Role.OWNER, exchange.now).allowed or (
        booking.person_id == exchange.person.person_id
    ):
        return None
    return Button(
        text=exchange.wording.label("button-lend"),
        action=LEND,
        payload={"step": OFFER, "booking_id": booking.booking_id, "car_id": booking.car_id},
    )


async def tap(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Lend a booking, or take over times or a sharing of the platform."""
    payload, fresh = button.payload, replace(exchange, edits=False)
    async with exchange.parts.database.reading() as tx:
        booking = await bookings.get(tx, int(payload["booking_id"]))
    if payload["step"] == ADOPT:
        return (await _adopt(replace(exchange, edits=True), booking, str(payload["sharing_id"])),)
    if booking is None or booking.car_id != int(payload["car_id"]):
        return (exchange.say("button-unknown"),)
    async with exchange.parts.database.reading() as tx:
        address = await lendings.get_account(tx, booking.car_id, booking.person_id)
    if address is not None:
        return (await _lend(fresh, booking, address),)
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    await _wait(fresh, booking.booking_id)
    return (fresh.say("lending-whose-account"),)


async def take_address(exchange: Exchange, dialog: Dialog, text: str) -> tuple[Reply, ...]:
    """Take the address of a Smart account; its message is deleted whatever it holds."""
    address, gone = text.strip(), (exchange.message_id,)
    async with exchange.parts.database.transaction() as tx:
        booking = await bookings.get(tx, int(dialog.data["booking_id"]))
        if EMAIL.fullmatch(address):
            await dialogs.end(tx, exchange.chat.chat_id, exchange.person.person_id)
    if not EMAIL.fullmatch(address):
        return (replace(exchange.say("login-email-bad"), delete_message_ids=gone),)
    if booking is None or exchange.member_of(booking.car_id) is None:
        return (replace(exchange.say("booking-not-allowed"), delete_message_ids=gone),)
    return (replace(await _lend(exchange, booking, address), delete_message_ids=gone),)


async def _lend(exchange: Exchange, booking: Booking, address: str) -> Reply:
    """Invite the person on the platform; what was refused leaves the booking as it is."""
    car = next(car for car, _ in exchange.cars if car.car_id == booking.car_id)
    parts, member = exchange.parts, exchange.member_of(booking.car_id)
    if not may(member, Role.OWNER, exchange.now).allowed:
        return exchange.say("booking-not-allowed")
    if booking.state is not BookingState.APPROVED or booking.sharing_id is not None:
        return exchange.say("booking-already", state=booking.state.value)
    try:
        check = await parts.garage.ask(
            car, "sharing", lambda it: it.sharing.check_acceptor(car.vehicle, address)
        )
        if check.is_eligible is False:
            return await _refused(exchange, booking, check)
        sharing = await parts.garage.ask(
            car,
            "sharing",
            lambda it: it.sharing.invite(car.vehicle, address, booking.starts_at, booking.ends_at),
        )
    except SmartCloudError as error:
        return Reply(text=text_of(error, exchange.wording))
    if sharing is None:
        return exchange.say("lending-unclear")
    async with parts.database.transaction() as tx:
        await lendings.save_account(tx, booking.car_id, booking.person_id, address)
        await lendings.link(tx, booking, sharing.sharing_id, exchange.now)
    return exchange.say("lending-done", car=car.name)


async def _refused(exchange: Exchange, booking: Booking, check: AcceptorCheck) -> Reply:
    async with exchange.parts.database.transaction() as tx:
        await lendings.forget_account(tx, booking.car_id, booking.person_id)
    return exchange.say("lending-not-eligible", reason=check.reason or "-")


async def _adopt(exchange: Exchange, booking: Booking | None, sharing_id: str) -> Reply:
    """Let the booking say what the platform says; a sharing without one gets one."""
    car = exchange.car
    if car is None:
        return exchange.say("no-car")
    try:
        sharing = await exchange.parts.garage.ask(
            car, "sharing", lambda it: it.sharing.get(sharing_id)
        )
    except SmartCloudError as error:
        return Reply(text=text_of(error, exchange.wording))
    if sharing is None or sharing.starts_at is None or sharing.ends_at is None:
        return exchange.say("lending-unclear")
    try:
        if booking is None:
            await book_sharing(exchange, car, sharing)
        else:
            await _take_times(exchange, car, booking, Slot(sharing.starts_at, sharing.ends_at))
    except BookingError:
        return exchange.say("lending-taken")
    when = exchange.wording.interval(sharing.starts_at, sharing.ends_at)
    return exchange.say("lending-adopted", when=when)


async def book_sharing(exchange: Exchange, car: Car, sharing: Sharing) -> Booking | None:
    """Book the car here for somebody who borrows it on the platform and is not in this family.

    Raises ``BookingError`` if somebody else has the car then.
    """
    if sharing.starts_at is None or sharing.ends_at is None:
        return None
    if sharing.status not in {SharingStatus.ACCEPTED, SharingStatus.IN_PROGRESS}:
        return None
    now = exchange.now
    wish = Booking(
        booking_id=0,
        car_id=car.car_id,
        person_id=0,
        starts_at=sharing.starts_at,
        ends_at=sharing.ends_at,
        state=BookingState.APPROVED,
        decided_by=exchange.person.person_id,
        decided_at=now,
        changed_at=now,
        note=sharing.acceptor_name or None,
    )
    async with exchange.parts.database.transaction() as tx:
        booking = await bookings.add(tx, wish)
        await lendings.link(tx, booking, sharing.sharing_id, now)
    return booking


async def _take_times(exchange: Exchange, car: Car, booking: Booking, times: Slot) -> None:
    member = exchange.member_of(car.car_id)
    verb = Verb.EXTEND if times.ends_at > booking.ends_at else Verb.SHORTEN
    async with exchange.parts.database.transaction() as tx:
        teller = Teller(tx=tx, car=car, now=exchange.now, by=exchange.person.person_id)
        moved = await moving.make(
            teller, booking, verb, member, times=Slot(booking.starts_at, times.ends_at)
        )
        await lendings.followed(tx, moved, exchange.now)


async def _wait(exchange: Exchange, booking_id: int) -> None:
    async with exchange.parts.database.transaction() as tx:
        await dialogs.start(
            tx,
            Dialog(
                chat_id=exchange.chat.chat_id,
                person_id=exchange.person.person_id,
                kind=KIND,
                data={"booking_id": booking_id},
                expires_at=exchange.parts.people_clock() + LIVES,
            ),
        )
