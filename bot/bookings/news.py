"""Who hears what about a booking: messages that are owed, in the transaction that causes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from alerts.models import Change, Urgency
from family.models import Booking
from storage import episodes, members, people
from storage.records import Car
from storage.transaction import Transaction

REQUEST = "share_request"  # to owners, with the buttons that decide it; closed when decided
DECIDED = "share_decided"  # to who asked
NEWS = "booking_news"  # everything else; ``event`` in the details says what

Details: TypeAlias = Mapping[str, str | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Tells the people of a car; made for one transaction.

    ``by`` is the person who caused it, ``None`` the clock. ``answered_in`` is the chat whose
    message is edited by the answer itself, so that it needs no second word.
    """

    tx: Transaction
    car: Car
    now: datetime
    by: int | None = None
    by_name: str = ""
    answered_in: int | None = None

    async def ask_owners(self, booking: Booking, *, count: int = 1, until: str = "") -> None:
        """Put a request before every owner but the one who makes it."""
        details: Details = {"count": count, "until": until} if count > 1 else {}
        for owner_id in await members.get_owners(self.tx, self.car.car_id):
            if owner_id != booking.person_id:
                await self._owe(owner_id, REQUEST, booking, str(booking.version), details)

    async def close_requests(self, booking: Booking) -> None:
        """Edit the messages that asked owners: somebody has answered, or nobody needs to."""
        sent = await episodes.get_deliveries_of(self.tx, REQUEST, str(booking.booking_id))
        for delivery in sent:
            if delivery.chat_id != self.answered_in:
                await self._owe(
                    delivery.chat_id,
                    REQUEST,
                    booking,
                    f"{booking.version}:{delivery.delivery_id}",
                    {},
                    change=Change.CLOSED,
                    opening_id=delivery.delivery_id,
                )

    async def tell_decision(self, booking: Booking) -> None:
        """Tell who asked, unless they did it themselves."""
        if booking.person_id != self.by:
            await self._owe(booking.person_id, DECIDED, booking, str(booking.version), {})

    async def tell(self, person_id: int, event: str, booking: Booking, **more: str | float) -> None:
        """Tell one person, unless it is the one who caused it."""
        if person_id != self.by:
            episode = f"{booking.version}:{event}:{more.get('other_id', '')}"
            await self._owe(person_id, NEWS, booking, episode, {"event": event, **more})

    async def tell_owners(self, event: str, booking: Booking, **more: str | float) -> None:
        """Tell every owner but the one who caused it and the one whose booking it is."""
        for owner_id in await members.get_owners(self.tx, self.car.car_id):
            if owner_id != booking.person_id:
                await self.tell(owner_id, event, booking, **more)

    async def tell_every_owner(
        self, event: str, booking: Booking, *, once: str = "", **more: str | float
    ) -> None:
        """Tell every owner, also of their own booking; ``once`` names what is said only once."""
        for owner_id in await members.get_owners(self.tx, self.car.car_id):
            await self.tell(owner_id, event, booking, other_id=once, **more)

    async def name_of(self, person_id: int) -> str:
        """Return a person's first name, empty for one who is forgotten."""
        person = await people.get_person(self.tx, person_id)
        return person.first_name if person else ""

    async def _owe(
        self,
        person_id: int,
        kind: str,
        booking: Booking,
        episode: str,
        more: Details,
        *,
        change: Change = Change.OPENED,
        opening_id: int | None = None,
    ) -> None:
        if await people.get_chat(self.tx, person_id) is None:
            return  # who never wrote to the bot cannot be written to
        await episodes.add_delivery(
            self.tx,
            chat_id=person_id,  # a private chat has its person's id
            car_id=booking.car_id,
            kind=kind,
            key=str(booking.booking_id),
            episode=episode,
            change=change,
            urgency=Urgency.SECURITY,  # somebody waits for it
            at=self.now,
            details={**await self._details(booking), **more},
            opening_id=opening_id,
        )

    async def _details(self, booking: Booking) -> dict[str, str | float]:
        details: dict[str, str | float] = {
            "car": self.car.name,
            "car_id": booking.car_id,
            "booking_id": booking.booking_id,
            "version": booking.version,
            "state": booking.state.value,
            "person": await self.name_of(booking.person_id),
            "by": self.by_name,
            "starts_at": booking.starts_at.isoformat(),
            "ends_at": booking.ends_at.isoformat(),
        }
        if booking.series_id is not None:
            details["series_id"] = booking.series_id
        if booking.destination:
            details["destination"] = booking.destination
        if booking.distance_km:
            details["distance_km"] = booking.distance_km
        if booking.proposed_starts_at and booking.proposed_ends_at:
            details["proposed_starts_at"] = booking.proposed_starts_at.isoformat()
            details["proposed_ends_at"] = booking.proposed_ends_at.isoformat()
        return details
