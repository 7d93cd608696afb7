"""One message or tap, with everything that answering it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from secrets import token_hex

from alerts.models import Geofence
from alerts.ports import Clock, Sleep
from bot.calendars.fetching import PUBLIC, Reach
from bot.equipment import Equipped
from bot.garage import Garage
from bot.localisation import Texts, Wording
from bot.rendering.view import CarView
from bot.replies import Button, Door, MenuFor, Message, Press, Question, Reply
from family.models import Member, Role
from family.permissions import may
from intents.catalogue import Catalogue
from intents.models import Intent
from intents.recogniser import Recogniser
from storage import bookings, cars, geofences, members, people
from storage.database import Database, Transaction
from storage.records import Car, Chat, Person

DEFAULT_TIMEZONE = "Europe/Berlin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What every exchange is made with."""

    database: Database
    garage: Garage
    recogniser: Recogniser
    catalogue: Catalogue
    texts: Texts
    clock: Clock  # time of the world: cars, polls, bookings
    people_clock: Clock  # time of people: confirmations, dialogs, buttons
    sleep: Sleep
    bot_username: str = ""
    invocation: Mapping[str, str] = field(default_factory=dict)  # Alexa's, by language; {}: off
    public_url: str = ""  # where the web half is reached; "" if nowhere
    reach: Reach = PUBLIC  # addresses that foreign calendars may have
    equipped: Equipped = field(default_factory=Equipped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A person, the chat, the cars that both may use, and the car that is meant."""

    parts: Parts
    chat: Chat
    person: Person
    wording: Wording
    message_id: int
    origin: str  # names the message or the tap: one origin makes at most one command
    cars: tuple[tuple[Car, Member], ...]
    car: Car | None
    edits: bool = False  # the answer goes into the message that was tapped
    door: Door = Door.CHAT
    held: frozenset[int] = frozenset()  # cars that a young driver has by a booking now
    is_heard: bool = False  # the words may have been misheard

    @property
    def is_private(self) -> bool:
        """Return whether only the person reads the answer."""
        return not self.chat.is_group

    @property
    def menu(self) -> MenuFor:
        """Return for whom the commands of a private chat are: the highest role at any car."""
        roles = (Role.OWNER, Role.DRIVER, Role.GUEST)
        members = [member for _, member in self.cars]
        highest = next(
            (role for role in roles if any(may(it, role, self.now).allowed for it in members)),
            Role.STRANGER,
        )
        return MenuFor(
            role=highest.name.lower(),
            language=self.wording.language,
            lacks=self.parts.equipped.lacks(self.car.car_id) if self.car else frozenset(),
        )

    @property
    def member(self) -> Member | None:
        """Return the person's place in the family of the car."""
        return self.member_of(self.car.car_id) if self.car else None

    @property
    def now(self) -> datetime:
        """Return the time of the world at which this is answered."""
        return self.wording.now

    def member_of(self, car_id: int) -> Member | None:
        """Return the person's place in the family of one of the cars."""
        return next((member for car, member in self.cars if car.car_id == car_id), None)

    def about(self, car_id: int | None) -> "Exchange":
        """Return the exchange about another of its cars; about none if it is not among them."""
        chosen = next((car for car, _ in self.cars if car.car_id == car_id), None)
        return replace(self, car=chosen)

    @property
    def alone(self) -> "Exchange":
        """Return the exchange as if nobody else read the answer; for what ``aside`` sends."""
        return replace(self, chat=replace(self.chat, is_group=False), edits=False)

    def aside(self, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
        """Keep replies for the asker: in a group nobody else gets to see them."""
        if self.is_private or not replies:
            return replies
        url = f"https://t.me/{self.parts.bot_username}"
        link = Button(text=self.wording.label("button-open-private"), url=url)
        told = self.say("aside-told", name=self.person.first_name)
        closed = self.say("aside-closed", name=self.person.first_name)
        first, *more = (
            replace(reply, only_for=self.person.person_id, edit=False) for reply in replies
        )
        return (
            replace(first, when_aside=told, when_closed=replace(closed, buttons=((link,),))),
            *more,
        )

    def say(self, key: str, **variables: str | float | int | datetime | None) -> Reply:
        """Return a reply of one sentence."""
        return Reply(text=self.wording.say(key, **variables), edit=self.edits)

    def ask(
        self,
        key: str,
        intent: Intent,
        wanted: tuple[str, ...],
        **variables: str | float | int | datetime | None,
    ) -> Reply:
        """Return a question for a part of a wish; the next words may answer it."""
        return replace(self.say(key, **variables), asks=Question(intent=intent, wanted=wanted))

    async def view(self, car: Car, *, is_late: bool = False) -> CarView | None:
        """Return the car as this chat may see it; ``None`` before its first data."""
        if car.status is None:
            return None
        fences: tuple[Geofence, ...] = ()
        if self.is_private:
            async with self.parts.database.reading() as tx:
                fences = await geofences.list_for(tx, car.car_id)
        return CarView.of(car, is_private=self.is_private, geofences=fences, is_late=is_late)


async def open_exchange(parts: Parts, said: Message | Press) -> Exchange:
    """Load the person, the chat and the cars; newcomers and changed names are stored."""
    now = parts.clock()
    async with parts.database.reading() as tx:
        person = await people.get_person(tx, said.person_id)
        chat = await people.get_chat(tx, said.chat_id)
        is_news = _is_news(said, person, chat)
        if person is not None and chat is not None and not is_news:
            usable = await _usable_cars(tx, person.person_id, chat, now)
            held = await _held(tx, usable, person.person_id, now)
    if is_news or person is None or chat is None:
        person, chat = await _introduce(parts, said)
        async with parts.database.reading() as tx:
            usable = await _usable_cars(tx, person.person_id, chat, now)
            held = await _held(tx, usable, person.person_id, now)
    chosen = person.language if said.door is Door.CHAT else None  # other doors name one by call
    spoken = chosen or said.language
    language = parts.texts.language_of(spoken)
    timezone = person.timezone or chat.timezone or DEFAULT_TIMEZONE
    return Exchange(
        parts=parts,
        chat=chat,
        person=person,
        wording=Wording(parts.texts, language, timezone, now, person.units),
        message_id=said.message_id,
        origin=_origin(said),
        cars=usable,
        car=_selected(usable, chat.selected_car_id),
        door=said.door,
        held=held,
        is_heard=isinstance(said, Message) and said.is_heard,
    )


def _is_news(said: Message | Press, person: Person | None, chat: Chat | None) -> bool:
    if person is None or chat is None or person.first_name != said.first_name:
        return True
    title = said.chat_title if isinstance(said, Message) else ""
    return chat.paused_reason is not None or (bool(title) and chat.title != title)


async def _introduce(parts: Parts, said: Message | Press) -> tuple[Person, Chat]:
    now = parts.people_clock()
    title = said.chat_title if isinstance(said, Message) else ""
    async with parts.database.transaction() as tx:
        person = await people.save_person(
            tx,
            person_id=said.person_id,
            first_name=said.first_name,
            language_code=said.language,
            now=now,
        )
        chat = await people.save_chat(
            tx,
            chat_id=said.chat_id,
            is_group=said.is_group,
            title=title,
            language_code=said.language,
            now=now,
        )
        if chat.paused_reason is not None:  # who writes again can be written to again
            await people.resume_chat(tx, said.chat_id)
    return person, chat


async def _usable_cars(
    tx: Transaction, person_id: int, chat: Chat, now: datetime
) -> tuple[tuple[Car, Member], ...]:
    """Return the person's cars; in a group only those that the group is about."""
    own = await members.get_cars_of(tx, person_id, now=now)
    if not chat.is_group:
        return own
    linked = await cars.get_linked_ids(tx, chat.chat_id)
    return tuple(pair for pair in own if pair[0].car_id in linked)


async def _held(
    tx: Transaction, usable: tuple[tuple[Car, Member], ...], person_id: int, now: datetime
) -> frozenset[int]:
    """Look at bookings only for those whose rights depend on them."""
    if all(member.role is not Role.YOUNG_DRIVER for _, member in usable):
        return frozenset()
    return frozenset(it.car_id for it in await bookings.list_held_by(tx, person_id, now))


def _selected(usable: tuple[tuple[Car, Member], ...], car_id: int | None) -> Car | None:
    chosen = (car for car, _ in usable if car.car_id == car_id)
    return next(chosen, usable[0][0] if usable else None)


def _origin(said: Message | Press) -> str:
    if isinstance(said, Press):
        return f"press:{said.token}"
    if said.door is not Door.CHAT:  # these have no numbered messages
        return f"{said.door}:{token_hex(16)}"
    return f"message:{said.chat_id}:{said.message_id}"
