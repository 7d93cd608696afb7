"""How the cloud's patience is spent, and with which account."""

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.errors import text_of
from bot.rendering.budget import pace
from bot.rendering.view import lines
from bot.replies import Reply
from smartcloud.exceptions import SmartCloudError
from storage import accounts, counters, geofences
from storage.records import Account


async def show(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Tell requests of today, the next poll and why, and how late an alert can be."""
    if exchange.car is None:
        return (exchange.say("no-car"),)
    car = exchange.parts.garage.newest(exchange.car)
    await exchange.parts.garage.flush_counts()
    async with exchange.parts.database.reading() as tx:
        number = await counters.requests_today(tx, car.account_id, exchange.now.date())
        account = await accounts.get_account(tx, car.account_id)
        fences = await geofences.list_for(tx, car.car_id)
    needs_login = account is None or account.needs_login
    text = pace(car, fences, number, exchange.wording, needs_login=needs_login)
    return (Reply(text=text, edit=exchange.edits),)


async def account(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Ask the cloud what each account of this chat sees, and guide to a second account."""
    wording = exchange.wording
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    async with exchange.parts.database.reading() as tx:
        known = await accounts.get_accounts_of(tx, exchange.chat.chat_id)
    if not known:
        return (exchange.say("account-none"),)
    seen = [await _seen_by(exchange, one) for one in known]
    is_owner = any(owns for _, owns in seen)
    advice = wording.say("account-advice" if is_owner else "account-good")
    return (Reply(text=lines([wording.say("account-title"), *(text for text, _ in seen), advice])),)


async def _seen_by(exchange: Exchange, one: Account) -> tuple[str, bool]:
    """Return what an account sees right now, in words, and whether it owns a car."""
    wording = exchange.wording
    region = wording.label(f"region-{one.region}")
    try:
        session = await exchange.parts.garage.account(one.account_id)
        vehicles = await session.get_vehicles()
    except SmartCloudError as error:
        reason = text_of(error, wording)
        return wording.say("account-silent", region=region, reason=reason), False
    names = {car.vehicle.vin: car.name for car, _ in exchange.cars}
    rows = [
        wording.say(
            "account-shared" if vehicle.is_shared else "account-owned",
            car=names.get(vehicle.vin, vehicle.model.value),
        )
        for vehicle in vehicles
    ]
    head = wording.say("account-sees", region=region, count=len(vehicles))
    return lines([head, *rows]), any(not vehicle.is_shared for vehicle in vehicles)
