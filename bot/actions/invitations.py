"""Invitations by one-time link: who is let in, as what, and for how long."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from bot.actions.booking_moving import refusal_text
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.bookings.wishes import read_wish
from bot.buttons import MEMBER
from bot.replies import Button, Reply
from family import bookings as moves
from family.models import Booking, Role
from family.slots import BookingError
from intents.models import Intent
from storage import bookings, cars, invitations, people
from storage.database import Transaction
from storage.records import Car, Invitation

TOKEN_BYTES = 16  # 128 bits: nobody guesses it within its life
LIVES = timedelta(hours=48)
INVITED_AS = {
    "guest": Role.GUEST,
    "young_driver": Role.YOUNG_DRIVER,
    "driver": Role.DRIVER,
    "owner": Role.OWNER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Welcome:
    """To what somebody is invited: a role, and for a guest a booking."""

    name: str
    role: Role
    booking: Booking | None = None


def invited_as(slots: Slots) -> str:
    """Return the role that was said; who is invited for a time is invited for that time only."""
    return str(slots.get("role", "guest" if "start" in slots else "driver"))


async def invite(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Make a link that lets in the first who opens it; only its hash is kept."""
    car = exchange.car
    if car is None or exchange.member is None:
        return (exchange.say("no-car"),)
    if not exchange.is_private:  # who reads the link may drive
        return (exchange.say("private-only"),)
    name = " ".join(str(slots.get("name", "")).split())
    wish = read_wish(slots, exchange.wording.zone)
    role = INVITED_AS.get(invited_as(slots), Role.DRIVER)
    if role is Role.GUEST and wish is None:
        asked = Intent(name="invite_driver", slots=slots)
        return (exchange.ask("invite-guest-when", asked, ("start",)),)
    token = token_urlsafe(TOKEN_BYTES)
    try:
        async with exchange.parts.database.transaction() as tx:
            booking = None
            if role is Role.GUEST and wish is not None:
                booking = await _book(tx, exchange, name, wish.starts_at, wish.ends_at)
            welcome = _Welcome(name=name, role=role, booking=booking)
            invitation = _invitation(exchange, car, token, welcome)
            await invitations.add(tx, invitation)
    except BookingError as error:
        times = (wish.starts_at, wish.ends_at) if wish else None
        return (Reply(text=refusal_text(exchange, error, times), edit=exchange.edits),)
    return (_made(exchange, car, token, invitation, welcome),)


async def take_invitation(exchange: Exchange, token: str) -> Reply:
    """Turn the holder of a link into a member; the first wins, all others read the same refusal."""
    parts, person = exchange.parts, exchange.person
    if not exchange.is_private:
        return exchange.say("private-only")
    async with parts.database.transaction() as tx:
        member = await invitations.take(
            tx, token_hash(token), person.person_id, now=parts.people_clock(), at=exchange.now
        )
        if member is None:
            return exchange.say("invite-refused")
        await cars.link_chat(tx, exchange.chat.chat_id, member.car_id)
        await people.select_car(tx, exchange.chat.chat_id, member.car_id)
        car = await cars.get_car(tx, member.car_id)
        booking = await bookings.get(tx, member.booking_id) if member.booking_id else None
    name = car.name if car else ""
    if booking is not None:
        when = exchange.wording.interval(booking.starts_at, booking.ends_at)
        return exchange.say("invite-taken-guest", name=person.first_name, car=name, when=when)
    return exchange.say(
        "invite-taken", name=person.first_name, car=name, role=member.role.name.lower()
    )


async def withdraw(exchange: Exchange, hash_of_token: str) -> Reply:
    """Make a link useless that nobody has taken, and free the time that it held."""
    car = exchange.car
    if car is None:
        return exchange.say("no-car")
    async with exchange.parts.database.transaction() as tx:
        waiting = await invitations.list_open(tx, car.car_id, exchange.parts.people_clock())
        found = next((it for it in waiting if it.token_hash == hash_of_token), None)
        if found is None or not await invitations.withdraw(tx, car.car_id, hash_of_token):
            return exchange.say("invite-gone")
        if found.booking_id is not None and exchange.member is not None:
            booking = await bookings.get(tx, found.booking_id)
            if booking is not None:
                cancelled = moves.move(booking, moves.Verb.CANCEL, exchange.member, exchange.now)
                await bookings.move(
                    tx,
                    cancelled,
                    booking.version,
                    verb=moves.Verb.CANCEL,
                    by=exchange.person.person_id,
                )
    return exchange.say("invite-withdrawn")


def withdraw_button(exchange: Exchange, invitation: Invitation, label: str) -> Button:
    """Return the button that makes a link useless."""
    return Button(
        text=label,
        action=MEMBER,
        payload={
            "verb": "withdraw",
            "car_id": invitation.car_id,
            "token_hash": invitation.token_hash,
        },
        person_id=exchange.person.person_id,
    )


def token_hash(token: str) -> str:
    """Return what is kept of a link's token; 128 random bits need no salt."""
    return sha256(token.encode()).hexdigest()


async def _book(
    tx: Transaction, exchange: Exchange, name: str, starts_at: datetime, ends_at: datetime
) -> Booking:
    """Book the time of a guest in the owner's name, until the guest comes."""
    assert exchange.member is not None  # noqa: S101 -- looked at by the only caller
    known = await bookings.list_open(tx, exchange.member.car_id)
    made = moves.request(exchange.member, starts_at, ends_at, exchange.now, known)
    return await bookings.add(tx, replace(made, note=name or None))


def _invitation(exchange: Exchange, car: Car, token: str, welcome: _Welcome) -> Invitation:
    """Return the invitation; a guest's link lives as long as the booking."""
    now = exchange.parts.people_clock()
    lives = LIVES
    if welcome.booking is not None:
        lives = welcome.booking.ends_at - exchange.now
    return Invitation(
        token_hash=token_hash(token),
        car_id=car.car_id,
        role=welcome.role,
        expires_at=now + lives,
        created_by=exchange.person.person_id,
        booking_id=welcome.booking.booking_id if welcome.booking else None,
        label=welcome.name,
    )


def _made(
    exchange: Exchange, car: Car, token: str, invitation: Invitation, welcome: _Welcome
) -> Reply:
    parts = exchange.parts
    wording = exchange.wording.at(parts.people_clock())
    name = welcome.name or wording.label("invite-someone")
    role = welcome.role.name.lower()
    until = invitation.expires_at
    if not parts.bot_username:
        text = wording.say("invite-made-token", name=name, until=until, token=token)
    else:
        link = f"https://t.me/{parts.bot_username}?start={token}"
        text = wording.say(
            "invite-made", name=name, car=car.name, until=until, link=link, role=role
        )
    button = withdraw_button(exchange, invitation, wording.label("button-withdraw"))
    return Reply(text=text, buttons=((button,),), edit=exchange.edits)
