"""Who hears of a car: the chats that are linked to it, each with the rights of its person."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import and_, select

from family.models import Role
from family.permissions import may
from storage.alert_settings import settings_of
from storage.members import BOOKED, member_of
from storage.people import language_of_chat, timezone_of_chat
from storage.records import AudienceChat
from storage.tables import alert_settings, bookings, car_links, chats, members, people
from storage.transaction import Transaction

_MEMBERSHIP = [column for column in members.c if column is not members.c.car_id]


async def get_audience(tx: Transaction, car_id: int, now: datetime) -> tuple[AudienceChat, ...]:
    """Return the chats that are linked to a car and not paused."""
    return (await get_audiences(tx, (car_id,), now)).get(car_id, ())


async def get_audiences(
    tx: Transaction, car_ids: Iterable[int], now: datetime
) -> dict[int, tuple[AudienceChat, ...]]:
    """Return the audiences of several cars with one statement."""
    rows = await tx.connection.execute(
        select(
            car_links.c.car_id,
            chats.c.chat_id,
            chats.c.is_group,
            language_of_chat().label("chat_language"),
            timezone_of_chat().label("chat_timezone"),
            alert_settings.c.settings,
            *_MEMBERSHIP,
            *BOOKED,
        )
        .join(chats, chats.c.chat_id == car_links.c.chat_id)
        .outerjoin(people, people.c.person_id == chats.c.chat_id)
        .outerjoin(alert_settings, alert_settings.c.chat_id == chats.c.chat_id)
        .outerjoin(
            members,
            and_(
                members.c.person_id == car_links.c.chat_id,  # a private chat's id is a person's
                members.c.car_id == car_links.c.car_id,
            ),
        )
        .outerjoin(bookings, bookings.c.booking_id == members.c.booking_id)
        .where(car_links.c.car_id.in_(list(car_ids)), chats.c.paused_reason.is_(None))
        .order_by(car_links.c.car_id, chats.c.chat_id)
    )
    audiences: dict[int, tuple[AudienceChat, ...]] = {}
    for row in rows:
        chat = AudienceChat(
            chat_id=row.chat_id,
            is_group=row.is_group,
            language=row.chat_language,
            timezone=row.chat_timezone,
            settings=settings_of(row.settings),
            role=_role_of(row, now),
        )
        audiences[row.car_id] = (*audiences.get(row.car_id, ()), chat)
    return audiences


def _role_of(row: Any, now: datetime) -> Role:
    """Return what somebody in the chat may hear: a group was linked by an owner, for all of it."""
    if row.is_group:
        return Role.OWNER
    if row.person_id is None:
        return Role.STRANGER
    member = member_of(row)
    return member.role if may(member, Role.GUEST, now).allowed else Role.STRANGER
