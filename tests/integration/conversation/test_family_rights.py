"""Every intent for every role and membership: typed, by button old and new, by voice and web."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.exchange import open_exchange
from bot.actions.rights import OPEN_TO_ALL, refusal_of
from bot.actions.taps import ROLES, may_press
from bot.buttons import BOOKING, INTENT
from bot.replies import Door, Message, Press
from family.models import Member, MemberState, Role
from family.permissions import may
from intents.catalogue import load_catalogue
from storage import members
from storage.records import StoredButton
from tests.integration.conversation.family_life import BEN, car_of

CATALOGUE = load_catalogue()
GUARDED = [spec for spec in CATALOGUE if spec.name not in OPEN_TO_ALL]
STATES = [*MemberState, "overdue"]
TAPPED = ("lock_status", "lock", "stop_charging", "invite_driver")  # one for each least role


def membership(car_id: int, role: Role, state: str, now) -> Member:
    return Member(
        person_id=BEN,
        car_id=car_id,
        role=role,
        state=MemberState.ACTIVE if state == "overdue" else MemberState(state),
        expires_at=now - timedelta(seconds=1) if state == "overdue" else None,
    )


def stored(car_id: int, action: str, payload: dict, now) -> StoredButton:
    return StoredButton(
        token="t",
        chat_id=BEN,
        message_id=1,
        action=action,
        payload={"car_id": car_id, **payload},
        person_id=None,
        expires_at=now + timedelta(hours=1),
        used_at=None,
        used_by=None,
        result=None,
        once=False,
    )


@pytest.mark.parametrize("state", STATES, ids=str)
async def test_every_intent_at_every_door_and_by_button(family, state):
    car_id, now = await car_of(family), family.clock.now()
    for role in Role:
        member = membership(car_id, role, str(state), now)
        async with family.database.transaction() as tx:
            await members.save_member(tx, member)
        typed = Message(chat_id=BEN, is_group=False, person_id=BEN, first_name="Ben", language="en")
        tap = Press(
            chat_id=BEN,
            is_group=False,
            person_id=BEN,
            first_name="Ben",
            language="en",
            message_id=1,
            token="t",
        )
        by_program, by_voice = (replace(typed, door=it) for it in (Door.CALL, Door.SPEAKER))
        for said in (typed, tap, by_program, by_voice):
            exchange = replace(
                await open_exchange(family.companion.parts, said), held=frozenset({car_id})
            )
            about = exchange.about(car_id)
            for spec in GUARDED:
                allowed = may(member, Role[spec.role.upper()], now).allowed
                assert (refusal_of(about, spec.name) is None) is allowed, (role, spec.name)
                button = stored(car_id, INTENT, {"intent": spec.name}, now)
                assert may_press(about, button) is allowed, (role, spec.name)
            for action, least in ROLES.items():
                press = stored(car_id, action, {}, now)
                assert (
                    may_press(about, press)
                    is may(member if about.car else None, least, now).allowed
                ), (role, action)
    assert BOOKING in ROLES


@pytest.mark.parametrize("intent", TAPPED)
@pytest.mark.parametrize("state", [MemberState.REVOKED, MemberState.PAUSED, MemberState.EXPIRED])
async def test_old_button_is_worth_nothing_after_a_revoke(family, intent, state):
    car_id = await car_of(family)
    owner = Member(person_id=BEN, car_id=car_id, role=Role.OWNER)
    async with family.database.transaction() as tx:
        await members.save_member(tx, owner)
    (shown,) = await family.room.say(BEN, "How is my car?")
    async with family.database.transaction() as tx:
        from storage import buttons

        token = await buttons.add(
            tx,
            chat_id=BEN,
            action=INTENT,
            payload={"intent": intent, "car_id": car_id},
            person_id=None,
            now=family.people_clock(),
            lives=timedelta(days=1),
            once=True,
        )
        await members.save_member(tx, replace(owner, state=state))

    (refused,) = await family.room.tap_token(BEN, token, shown.message_id, chat=BEN)
    async with family.database.reading() as tx:
        button = await buttons.get(tx, token)

    assert refused.is_alert
    assert "#1" not in refused.toast
    assert button.used_at is None


def test_young_driver_stands_between_guest_and_driver() -> None:
    roles = {spec.name: spec.role for spec in CATALOGUE}

    assert [role.name.lower() for role in Role] == [
        "stranger",
        "guest",
        "young_driver",
        "driver",
        "owner",
    ]
    assert {roles[name] for name in ("lock", "unlock", "climate_on", "locate")} == {"young_driver"}
    assert {roles[name] for name in ("open_windows", "stop_charging", "set_charge_limit")} == {
        "driver"
    }
