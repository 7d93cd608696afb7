"""What ends with somebody's rights: at once, in the transaction that ends them."""

from dataclasses import replace
from datetime import datetime

from bot.bookings import moving
from bot.bookings.news import Teller
from family.bookings import Verb
from family.models import Booking, BookingState, Member, MemberState
from family.slots import BookingError
from storage import bookings, cars, grants, invitations, members


async def end_rights(
    teller: Teller, member: Member, state: MemberState, people_now: datetime
) -> None:
    """Take a member's rights, links, secrets, invitations, proposals and coming bookings.

    A booking that runs stays: the car is still with them, and the family has to see that.
    """
    tx = teller.tx
    known = await bookings.list_open(tx, member.car_id)
    for booking in known:
        if booking.person_id == member.person_id and booking.state is not BookingState.ACTIVE:
            await _cancel(teller, booking, member)
    await members.save_member(tx, replace(member, state=state))
    await grants.revoke_for_car(tx, member.person_id, member.car_id, people_now)
    await invitations.withdraw_all_of(tx, member.car_id, member.person_id)
    await cars.unlink_chat(tx, member.person_id, member.car_id)  # a private chat's id is a person's
    for booking in known:
        if booking.proposed_by == member.person_id:
            await _take_back_proposal(teller, booking)


async def _cancel(teller: Teller, booking: Booking, member: Member) -> None:
    by = member
    if teller.by is not None and teller.by != member.person_id:
        by = await members.get_member(teller.tx, teller.by, member.car_id) or member
    await moving.make(teller, booking, Verb.CANCEL, by)


async def _take_back_proposal(teller: Teller, booking: Booking) -> None:
    """Put a request before the owners again whose answer came from somebody who is none now."""
    asker = await members.get_member(teller.tx, booking.person_id, booking.car_id)
    if booking.state is not BookingState.PROPOSED or asker is None:
        return
    try:
        await moving.make(teller, booking, Verb.INSIST, asker)
    except BookingError:
        return  # its time is over, or the asker has no rights either: the clock ends it
