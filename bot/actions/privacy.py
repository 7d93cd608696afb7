"""What is stored about a person: handed out, or deleted."""

import json
from typing import Any

import msgspec

from alerts.history import KEPT
from alerts.thresholds import THRESHOLDS
from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.replies import Document, Reply
from storage import accounts, alert_settings, bookings, geofences, history, people, pins
from storage.database import Transaction
from storage.records import Car

FILE_NAME = "smart-companion.json"


async def forget(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Delete everything of the person and of the private chat, and end its sessions."""
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    chat_id = exchange.chat.chat_id
    async with exchange.parts.database.reading() as tx:
        known = await accounts.get_accounts_of(tx, chat_id)
    for account in known:
        await exchange.parts.garage.log_out(account.account_id)
    async with exchange.parts.database.transaction() as tx:
        await people.forget_chat(tx, chat_id)
    return (exchange.say("forget-done"),)


async def export(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Hand out what is stored as a document; nothing in it opens a session."""
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    async with exchange.parts.database.reading() as tx:
        stored = await _stored(tx, exchange)
    body = json.dumps(stored, ensure_ascii=False, indent=2).encode()
    document = Document(name=FILE_NAME, content=body)
    return (Reply(text=exchange.wording.say("export-done"), document=document),)


async def _stored(tx: Transaction, exchange: Exchange) -> dict[str, Any]:
    person, chat_id = exchange.person, exchange.chat.chat_id
    settings = await alert_settings.get(tx, chat_id)
    return {
        "person": {
            "id": person.person_id,
            "first_name": person.first_name,
            "language": person.language,
            "timezone": person.timezone,
            "units": person.units,
            "answers_are_spoken": person.hears_answers,
            "has_pin": await pins.get(tx, person.person_id) is not None,
        },
        "accounts": [
            {"region": account.region.value, "needs_login": account.needs_login}
            for account in await accounts.get_accounts_of(tx, chat_id)
        ],
        "alerts": {
            "switched_off": sorted(settings.disabled),
            "evening_at": settings.evening_at and settings.evening_at.isoformat("minutes"),
            **{row.name: getattr(settings, row.name) for row in THRESHOLDS},
            "quiet_from": settings.quiet_from and settings.quiet_from.isoformat("minutes"),
            "quiet_until": settings.quiet_until and settings.quiet_until.isoformat("minutes"),
        },
        "cars": [
            {"role": member.role.name.lower(), **await _car(tx, exchange, car)}
            for car, member in exchange.cars
        ],
    }


async def _car(tx: Transaction, exchange: Exchange, car: Car) -> dict[str, Any]:
    """Return what is stored of a car; its number and place only to whom its account is."""
    own = car.owner_chat_id == exchange.chat.chat_id
    position = car.status.position if car.status and own else None
    fences = await geofences.list_for(tx, car.car_id) if own else ()
    frames = await history.list_for(tx, car.car_id, exchange.now - KEPT) if own else ()
    open_ones = await bookings.list_open_of(tx, exchange.person.person_id)
    return {
        "name": car.name,
        "model": car.vehicle.model.value,
        "vin": car.vehicle.vin if own else None,
        "last_data_at": car.status.updated_at.isoformat()
        if car.status and car.status.updated_at
        else None,
        "last_position": [position.latitude, position.longitude] if position else None,
        "history": msgspec.to_builtins(frames),
        "places": [
            {"name": it.name, "latitude": it.latitude, "longitude": it.longitude, "m": it.radius_m}
            for it in fences
        ],
        "bookings": [
            {
                "from": it.starts_at.isoformat(),
                "until": it.ends_at.isoformat(),
                "state": it.state.value,
            }
            for it in open_ones
            if it.car_id == car.car_id
        ],
    }
