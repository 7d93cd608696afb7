"""Keeps pinned cards current: one message a chat, edited when it would say something else."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.actions.exchange import DEFAULT_TIMEZONE, Parts
from bot.localisation import Wording
from bot.rendering.live import as_of, live_text
from bot.rendering.view import CarView, lines
from bot.replies import Reply
from bot.telegram.sender import Sender
from family.models import Booking, BookingState, Role
from family.permissions import may
from storage import bookings, cars, live_cards, members, people
from storage.records import Car, Chat, LiveCard, Person

LOOK_EVERY = timedelta(seconds=15)  # of a person's time; four edits a minute in a chat at most
SAME_FOR = timedelta(minutes=10)  # the time on the card is refreshed at least so often

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveCards:
    """Shows cards that are due; the rows survive restarts, and one worker takes each."""

    parts: Parts
    sender: Sender

    async def show_due(self) -> None:
        """Edit what changed, make what was wished for."""
        now = self.parts.people_clock()
        async with self.parts.database.transaction() as tx:
            due = await live_cards.take_due(tx, now, LOOK_EVERY)
        for card in due:
            try:
                await self._show(card)
            except Forbidden:
                await self._forget(card.chat_id)
            except TelegramError as error:  # the next look tries again
                log.warning("live_card_not_shown", error=type(error).__name__)

    async def _show(self, card: LiveCard) -> None:
        async with self.parts.database.reading() as tx:
            car, chat = await cars.get_car(tx, card.car_id), await people.get_chat(tx, card.chat_id)
            member = await members.get_member(tx, card.chat_id, card.car_id)
            reader = await people.get_person(tx, card.chat_id)  # a group is no person
        if car is None or chat is None or chat.paused_reason is not None:
            return
        if not chat.is_group and not may(member, Role.GUEST, self.parts.clock()).allowed:
            await self._forget(card.chat_id)  # the rights have ended, and so does the card
            return
        text, digest = await self._card(self.parts.garage.newest(car), self._wording(chat, reader))
        if not text or digest == card.digest:
            return
        if card.message_id is None:
            message_id = await self._make(card.chat_id, text)
        elif await self.sender.edit(Reply(text=text), card.chat_id, card.message_id):
            message_id = card.message_id
        else:  # somebody deleted it: it is made anew only when it is asked for
            await self._forget(card.chat_id)
            return
        async with self.parts.database.transaction() as tx:
            await live_cards.show(tx, card.chat_id, message_id, digest)

    async def _make(self, chat_id: int, text: str) -> int:
        message_id = await self.sender.send(Reply(text=text), chat_id=chat_id, once=True)
        try:
            await self.sender.pin(chat_id, message_id)
        except BadRequest as error:  # no right to pin: the card is kept current all the same
            log.info("live_card_not_pinned", error=error.message)
        return message_id

    async def _forget(self, chat_id: int) -> None:
        async with self.parts.database.transaction() as tx:
            await live_cards.remove(tx, chat_id)

    def _wording(self, chat: Chat, reader: Person | None) -> Wording:
        """Return the words of the person in a private chat, those of the chat in a group."""
        texts, now = self.parts.texts, self.parts.clock()
        language = texts.language_of(chat.language if reader is None else reader.language)
        zone = (reader and reader.timezone) or chat.timezone or DEFAULT_TIMEZONE
        return Wording(texts, language, zone, now, "metric" if reader is None else reader.units)

    async def _card(self, car: Car, wording: Wording) -> tuple[str, str]:
        """Return the words, and what tells them from other words; empty without data."""
        view = CarView.of(car, is_private=False)
        if view is None:
            return "", ""
        booking, holder = await self._holder(car)
        words = live_text(view, booking, holder, wording)
        at = view.status.updated_at
        age = "" if at is None else str(at.timestamp() // SAME_FOR.total_seconds())
        digest = blake2b(f"{words}|{age}".encode(), digest_size=12).hexdigest()
        return lines([words, as_of(at, wording)]), digest

    async def _holder(self, car: Car) -> tuple[Booking | None, str]:
        now = self.parts.clock()
        async with self.parts.database.reading() as tx:
            around = await bookings.list_for(tx, car.car_id, now, now + timedelta(seconds=1))
            taken = {BookingState.APPROVED, BookingState.ACTIVE}
            booking = next((it for it in around if it.state in taken), None)
            person = await people.get_person(tx, booking.person_id) if booking else None
        return booking, person.first_name if person else ""
