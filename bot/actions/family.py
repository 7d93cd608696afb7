"""Who belongs to a car: the list, pausing, farewells, and handing over ownership."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from alerts.models import Change, Urgency
from bot.actions import invitations as links
from bot.actions.booking_moving import teller_for
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.bookings.leaving import end_rights
from bot.buttons import intent_button
from bot.localisation import Html
from bot.rendering.view import lines
from bot.replies import Button, Reply
from family.models import Member, MemberState, Role
from family.permissions import may
from intents.models import Intent
from storage import episodes, invitations, members, people
from storage.database import Transaction
from storage.records import Car, StoredButton

OWNERSHIP = "ownership_offer"  # to the person who is to become owner
FAREWELL = "family_news"  # to whom a change of the family concerns


@dataclass(frozen=True, slots=True)
class _Named:
    """A member with the name that people know."""

    name: str
    member: Member


async def show(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List who may drive the car, with what an owner can do about it."""
    car, wording = exchange.car, exchange.wording
    if car is None:
        return (exchange.say("no-car"),)
    known = [it for it in await _members(exchange, car) if it.member.state in _SHOWN]
    rows = [
        wording.say(
            "family-line",
            name=it.name,
            role=it.member.role.name.lower(),
            state=it.member.state.value,
        )
        for it in known
    ]
    title = wording.say("family-title", car=car.name)
    if not exchange.is_private or not may(exchange.member, Role.OWNER, exchange.now).allowed:
        return (Reply(text=lines([title, *rows]), edit=exchange.edits),)
    async with exchange.parts.database.reading() as tx:
        waiting = await invitations.list_open(tx, car.car_id, exchange.parts.people_clock())
    at = wording.at(exchange.parts.people_clock())
    rows += [
        at.say(
            "family-invited",
            name=it.label or wording.label("invite-someone"),
            role=it.role.name.lower(),
            until=it.expires_at,
        )
        for it in waiting
    ]
    buttons = [
        _member_buttons(exchange, car, it) for it in known if _can_be_told(exchange, car, it)
    ]
    buttons += [
        (links.withdraw_button(exchange, it, wording.label("button-withdraw-of", name=it.label)),)
        for it in waiting
    ]
    return (Reply(text=lines([title, *rows]), buttons=tuple(buttons), edit=exchange.edits),)


def whom(key: str) -> Callable[[Exchange, Slots], Awaitable[Reply | None]]:
    """Return the objection to a wish about a member: nobody, or several, can be meant."""

    async def objection(exchange: Exchange, slots: Slots) -> Reply | None:
        car = exchange.car
        if car is None:
            return exchange.say("no-car")
        found = await _find(exchange, car, slots, key)
        return found if isinstance(found, Reply) else None

    return objection


async def remove(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """End somebody's rights at once, with all that hangs on them."""
    return await _change_state(exchange, slots, MemberState.REVOKED, "remove")


async def pause(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Take somebody's rights for a while."""
    return await _change_state(exchange, slots, MemberState.PAUSED, "pause")


async def resume(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Give the rights back that were paused."""
    return await _change_state(exchange, slots, MemberState.ACTIVE, "resume")


async def leave(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Give up one's own place; the last owner cannot go."""
    car, member = exchange.car, exchange.member
    if car is None or member is None:
        return (exchange.say("no-car"),)
    if car.owner_chat_id == exchange.person.person_id:
        return (exchange.say("leave-account", car=car.name),)
    async with exchange.parts.database.transaction() as tx:
        owners = await members.get_owners(tx, car.car_id)
        if owners == (member.person_id,):
            return (exchange.say("leave-last-owner", car=car.name),)
        teller = teller_for(exchange, tx, car)
        await end_rights(teller, member, MemberState.REVOKED, exchange.parts.people_clock())
        for owner_id in owners:
            if owner_id != member.person_id:
                await _tell(tx, exchange, car, owner_id, "left", member)
    return (exchange.say("leave-done", car=car.name),)


async def transfer(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Offer somebody one's own place as owner; they have to want it."""
    car = exchange.car
    if car is None:
        return (exchange.say("no-car"),)
    found = await _find(exchange, car, slots, "transfer")
    if isinstance(found, Reply):
        return (found,)
    if not may(found.member, Role.YOUNG_DRIVER, exchange.now).allowed:
        return (exchange.say("transfer-not-active", name=found.name),)
    async with exchange.parts.database.transaction() as tx:
        if await people.get_chat(tx, found.member.person_id) is None:
            return (exchange.say("transfer-no-chat", name=found.name),)
        await _tell(tx, exchange, car, found.member.person_id, "offer", found.member)
    return (exchange.say("transfer-offered", name=found.name, car=car.name),)


async def tap(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Take a tap on a button about people."""
    payload, edited = button.payload, replace(exchange, edits=True)
    if payload["verb"] == "withdraw":
        if not may(exchange.member, Role.OWNER, exchange.now).allowed:
            return (exchange.say("booking-not-allowed"),)
        return (await links.withdraw(edited, str(payload["token_hash"])),)
    if payload["verb"] == "decline":
        return (edited.say("transfer-declined"),)
    return (await _become_owner(edited, int(payload["from_id"])),)


async def _become_owner(exchange: Exchange, from_id: int) -> Reply:
    """Change places with the owner who offered it, if that is an owner still."""
    car, member = exchange.car, exchange.member
    if car is None or member is None:
        return exchange.say("no-car")
    async with exchange.parts.database.transaction() as tx:
        giver = await members.get_member(tx, from_id, car.car_id)
        taker = await members.get_member(tx, member.person_id, car.car_id)
        is_owner = may(giver, Role.OWNER, exchange.now).allowed
        is_member = may(taker, Role.YOUNG_DRIVER, exchange.now).allowed
        if giver is None or taker is None or not is_owner or not is_member:
            return exchange.say("transfer-gone")
        await members.save_member(tx, replace(taker, role=Role.OWNER))
        await members.save_member(tx, replace(giver, role=Role.DRIVER))
        await invitations.withdraw_all_of(tx, car.car_id, from_id)
        await _tell(tx, exchange, car, from_id, "transferred", taker)
    return exchange.say("transfer-done", car=car.name)


_SHOWN = frozenset({MemberState.ACTIVE, MemberState.PAUSED})
_WAS = {
    # What somebody has to be before their state is changed.
    MemberState.REVOKED: _SHOWN,
    MemberState.PAUSED: frozenset({MemberState.ACTIVE}),
    MemberState.ACTIVE: frozenset({MemberState.PAUSED}),
}


async def _change_state(
    exchange: Exchange, slots: Slots, state: MemberState, key: str
) -> tuple[Reply, ...]:
    car = exchange.car
    if car is None:
        return (exchange.say("no-car"),)
    found = await _find(exchange, car, slots, key)
    if isinstance(found, Reply):
        return (found,)
    if car.owner_chat_id == found.member.person_id:
        return (exchange.say("family-account", name=found.name, car=car.name),)
    if found.member.state not in _WAS[state]:
        return (exchange.say("family-already", name=found.name, state=found.member.state.value),)
    async with exchange.parts.database.transaction() as tx:
        if state is MemberState.REVOKED:
            teller = teller_for(exchange, tx, car)
            await end_rights(teller, found.member, state, exchange.parts.people_clock())
        else:
            await members.save_member(tx, replace(found.member, state=state))
        await _tell(tx, exchange, car, found.member.person_id, key, found.member)
    return (exchange.say(f"{key}-done", name=found.name, car=car.name),)


async def _find(exchange: Exchange, car: Car, slots: Slots, key: str) -> _Named | Reply:
    """Return the member who is meant, or what to ask back."""
    others = [
        it
        for it in await _members(exchange, car)
        if it.member.state in _SHOWN and it.member.person_id != exchange.person.person_id
    ]
    if (person_id := slots.get("person")) is not None:
        chosen = next((it for it in others if it.member.person_id == int(person_id)), None)
        return chosen or exchange.say("family-gone")
    name = " ".join(str(slots.get("name", "")).split()).casefold()
    names = exchange.wording.listing([it.name for it in others]) if others else Html("–")
    if not name:
        return exchange.ask(f"{key}-who", Intent(name=_INTENTS[key]), ("name",), names=names)
    found = [it for it in others if it.name.casefold() == name]
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        return _which(exchange, car, found, key)
    if exchange.person.first_name.casefold() == name:
        return exchange.say("remove-self")
    return exchange.say("remove-unknown", car=car.name, names=names)


def _which(exchange: Exchange, car: Car, found: list[_Named], key: str) -> Reply:
    """Ask which of several people of one name is meant, by their roles."""
    wording = exchange.wording
    rows = []
    for it in found:
        intent = Intent(name=_INTENTS[key], slots={"person": it.member.person_id})
        button = intent_button(wording, "button-details", intent, car.car_id, once=True)
        role = wording.label("role-name", role=it.member.role.name.lower())
        rows.append((replace(button, text=f"{it.name} · {role}"),))
    return Reply(text=wording.say("family-which", name=found[0].name), buttons=tuple(rows))


_INTENTS = {
    "remove": "remove_driver",
    "pause": "pause_driver",
    "resume": "resume_driver",
    "transfer": "transfer_ownership",
}


def _can_be_told(exchange: Exchange, car: Car, it: _Named) -> bool:
    """Return whether an owner can do something about a member: not themselves, nor the account."""
    return it.member.person_id not in {exchange.person.person_id, car.owner_chat_id}


def _member_buttons(exchange: Exchange, car: Car, it: _Named) -> tuple[Button, ...]:
    is_paused = it.member.state is MemberState.PAUSED
    keys = ("resume" if is_paused else "pause", "remove")
    buttons = []
    for key in keys:
        intent = Intent(name=_INTENTS[key], slots={"person": it.member.person_id, "name": it.name})
        button = intent_button(exchange.wording, "button-details", intent, car.car_id, once=True)
        text = exchange.wording.label(f"button-{key}-of", name=it.name)
        buttons.append(replace(button, text=text, person_id=exchange.person.person_id))
    return tuple(buttons)


async def _members(exchange: Exchange, car: Car) -> list[_Named]:
    async with exchange.parts.database.reading() as tx:
        known = await members.get_members(tx, car.car_id)
        named = [(await people.get_person(tx, it.person_id), it) for it in known]
    return [_Named(person.first_name, it) for person, it in named if person is not None]


async def _tell(
    tx: Transaction, exchange: Exchange, car: Car, person_id: int, event: str, member: Member
) -> None:
    """Owe somebody a word about who belongs to the car."""
    if await people.get_chat(tx, person_id) is None:
        return
    person = await people.get_person(tx, member.person_id)
    kind = OWNERSHIP if event == "offer" else FAREWELL
    await episodes.add_delivery(
        tx,
        chat_id=person_id,
        car_id=None if event == "remove" else car.car_id,
        kind=kind,
        key=f"{car.car_id}:{member.person_id}",
        episode=f"{event}:{exchange.now.isoformat()}",
        change=Change.OPENED,
        urgency=Urgency.SECURITY,
        at=exchange.now,
        details={
            "event": event,
            "car": car.name,
            "car_id": car.car_id,
            "person": person.first_name if person else "",
            "by": exchange.person.first_name,
            "from_id": exchange.person.person_id,
            "to_id": member.person_id,
        },
    )
