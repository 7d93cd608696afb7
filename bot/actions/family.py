"""Who belongs to a car: invitations by one-time link, and farewells."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.localisation import Html
from bot.replies import Reply
from family.models import Member, MemberState, Role
from storage import cars, grants, invitations, members, people
from storage.records import Car, Invitation

TOKEN_BYTES = 16  # 128 bits: nobody guesses it within its two days
LIVES = timedelta(hours=48)


async def invite(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Make a link that turns the first who opens it into a driver; only its hash is kept."""
    if exchange.car is None:
        return (exchange.say("no-car"),)
    if not exchange.is_private:  # who reads the link may drive
        return (exchange.say("private-only"),)
    token, parts = token_urlsafe(TOKEN_BYTES), exchange.parts
    expires_at = parts.people_clock() + LIVES
    async with parts.database.transaction() as tx:
        invitation = Invitation(
            token_hash=token_hash(token),
            car_id=exchange.car.car_id,
            role=Role.DRIVER,
            expires_at=expires_at,
            created_by=exchange.person.person_id,
            label=str(slots.get("name", "")),
        )
        await invitations.add(tx, invitation)
    wording = exchange.wording.at(parts.people_clock())
    name = str(slots.get("name") or exchange.wording.label("invite-someone"))
    if not parts.bot_username:
        made = wording.say("invite-made-token", name=name, until=expires_at, token=token)
        return (Reply(text=made, edit=exchange.edits),)
    link = f"https://t.me/{parts.bot_username}?start={token}"
    made = wording.say("invite-made", name=name, car=exchange.car.name, until=expires_at, link=link)
    return (Reply(text=made, edit=exchange.edits),)


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
    name = car.name if car else ""
    return exchange.say(
        "invite-taken", name=person.first_name, car=name, role=member.role.name.lower()
    )


async def remove(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """End somebody's rights at once."""
    car = exchange.car
    if car is None:
        return (exchange.say("no-car"),)
    name = str(slots.get("name", "")).strip().casefold()
    others = await _others(exchange, car)
    names = exchange.wording.listing([it for it, _ in others]) if others else Html("–")
    if not name:
        return (exchange.say("remove-who", names=names),)
    found = [(known, member) for known, member in others if known.casefold() == name]
    if len(found) != 1:
        if exchange.person.first_name.casefold() == name:
            return (exchange.say("remove-self"),)
        return (exchange.say("remove-unknown", car=car.name, names=names),)
    (known, member) = found[0]
    async with exchange.parts.database.transaction() as tx:
        await members.save_member(tx, replace(member, state=MemberState.REVOKED))
        await grants.revoke_for_car(tx, member.person_id, car.car_id, exchange.parts.people_clock())
        await cars.unlink_chat(
            tx, member.person_id, car.car_id
        )  # a private chat has its person's id
    return (exchange.say("remove-done", name=known, car=car.name),)


def token_hash(token: str) -> str:
    """Return what is kept of a link's token; 128 random bits need no salt."""
    return sha256(token.encode()).hexdigest()


async def _others(exchange: Exchange, car: Car) -> list[tuple[str, Member]]:
    async with exchange.parts.database.reading() as tx:
        known = await members.get_members(tx, car.car_id)
        named = [(await people.get_person(tx, it.person_id), it) for it in known]
    return [
        (person.first_name, member)
        for person, member in named
        if person is not None
        and member.state is MemberState.ACTIVE
        and person.person_id != exchange.person.person_id
    ]
