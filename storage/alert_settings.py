"""What a chat wants to hear, and when not."""

from datetime import datetime

import msgspec
from sqlalchemy import select

from alerts.models import AlertSettings
from storage.tables import alert_settings, mutes
from storage.transaction import Transaction

EVERY_RULE = ""


async def get(tx: Transaction, chat_id: int) -> AlertSettings:
    """Return the chat's settings, or the defaults."""
    stored = await tx.connection.scalar(
        select(alert_settings.c.settings).where(alert_settings.c.chat_id == chat_id)
    )
    return settings_of(stored)


async def save(tx: Transaction, chat_id: int, settings: AlertSettings) -> None:
    """Replace the chat's settings."""
    fresh = {"settings": msgspec.json.encode(settings).decode()}
    await tx.connection.execute(
        tx.insert(alert_settings)
        .values(chat_id=chat_id, **fresh)
        .on_conflict_do_update(index_elements=["chat_id"], set_=fresh)
    )


async def mute(
    tx: Transaction, chat_id: int, car_id: int, rule: str | None, until: datetime
) -> None:
    """Tell this chat nothing of a car (or of one rule) before ``until``; a past time ends it."""
    fresh = {"until": until}
    await tx.connection.execute(
        tx.insert(mutes)
        .values(chat_id=chat_id, car_id=car_id, rule=rule or EVERY_RULE, **fresh)
        .on_conflict_do_update(index_elements=["chat_id", "car_id", "rule"], set_=fresh)
    )


def settings_of(stored: str | None) -> AlertSettings:
    """Return settings from their column, or the defaults."""
    return AlertSettings() if stored is None else msgspec.json.decode(stored, type=AlertSettings)
