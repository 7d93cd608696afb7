"""Sessions with Smart's cloud, and which car is meant."""

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.actions.rights import refusal_of
from bot.blocks import Heading
from bot.buttons import SELECT, pack
from bot.localisation import Wording
from bot.login import start_login
from bot.rendering.blocks import columns, laid, table
from bot.replies import Button, Reply
from family.models import Role
from intents.models import Intent
from smartcloud.models import Model
from storage import accounts, people
from storage.records import Car


async def log_in(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """Begin the log-in; in a group only point to the private chat."""
    if exchange.is_private:
        return (await start_login(exchange),)
    wording, name = exchange.wording, exchange.parts.bot_username
    if not name:
        return (exchange.say("login-group"),)
    link = Button(text=wording.label("button-private-chat"), url=f"https://t.me/{name}?start=login")
    return (Reply(text=wording.say("login-group"), buttons=((link,),), edit=exchange.edits),)


async def log_out(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """End every session of this chat."""
    async with exchange.parts.database.reading() as tx:
        known = await accounts.get_accounts_of(tx, exchange.chat.chat_id)
    for account in known:
        await exchange.parts.garage.log_out(account.account_id)
    return (exchange.say("logout-done" if known else "logout-none"),)


async def switch_car(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
    """Talk about another car from now on; without a name the other one of two."""
    name = str(slots.get("name") or slots.get("car") or "")
    choices = find_cars(exchange, name) if name else _other_cars(exchange)
    if len(choices) != 1:
        return await list_cars(exchange, slots)
    async with exchange.parts.database.transaction() as tx:
        await people.select_car(tx, exchange.chat.chat_id, choices[0].car_id)
    return (exchange.say("cars-selected", car=choices[0].name),)


async def list_cars(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List the cars with a button each to talk about it."""
    wording = exchange.wording
    if not exchange.cars:
        return (exchange.say("no-car"),)
    roles = {member.role for _, member in exchange.cars}
    rows = [
        _car_row(exchange, car, None if roles == {Role.OWNER} else member.role)
        for car, member in exchange.cars
    ]
    buttons = tuple((_car_button(car),) for car, _ in exchange.cars)
    titles = columns(wording, "car", "level#", "range#", "age", "role")
    text = laid([Heading(text=wording.say("cars-title")), table(titles, rows, wording)])
    return (Reply(text=text, buttons=buttons if len(buttons) > 1 else (), edit=exchange.edits),)


def _car_row(exchange: Exchange, car: Car, role: Role | None) -> tuple[str, ...]:
    """Return the name, what the car told last to those who may ask, and the person's role.

    Who owns all their cars knows that.
    """
    is_meant = exchange.car is not None and car.car_id == exchange.car.car_id
    name = f"▸ {describe(car)}" if is_meant and len(exchange.cars) > 1 else describe(car)
    known = "" if role is None else exchange.wording.label(f"role-{role.name.lower()}")
    if refusal_of(exchange.about(car.car_id), "battery_status"):
        return name, "", "", "", known
    return name, *_last_told(car, exchange.wording), known


def _last_told(car: Car, wording: Wording) -> tuple[str, str, str]:
    """Return level and range, and how old they are."""
    status = car.status
    if status is None or status.updated_at is None:
        return "", "", ""
    level, reach = status.battery.state_of_charge_percent, status.battery.range_km
    return (
        "" if level is None else wording.percent(level),
        "" if reach is None else wording.distance(reach),
        wording.age(status.updated_at),
    )


def find_cars(exchange: Exchange, name: str) -> list[Car]:
    """Return the cars that a name can mean: given names first, then models."""
    wanted = name.casefold().strip()
    own = [car for car, _ in exchange.cars]
    by_name = [car for car in own if car.name.casefold() == wanted]
    by_model = [car for car in own if _model_word(car.vehicle.model) in wanted]
    return by_name or by_model


def describe(car: Car) -> str:
    """Return name, model and trim, without saying the same twice."""
    model = car.vehicle.model.value
    name = car.name if model in car.name else f"{car.name} ({model})"
    return f"{name} {car.vehicle.trim}" if car.vehicle.trim else name


def _model_word(model: Model) -> str:
    return model.value.removeprefix("#").casefold()


def _other_cars(exchange: Exchange) -> list[Car]:
    current = exchange.car.car_id if exchange.car else None
    return [car for car, _ in exchange.cars if car.car_id != current]


def _car_button(car: Car) -> Button:
    payload = pack(Intent(name="switch_car"), car.car_id)
    return Button(text=describe(car), action=SELECT, payload=payload, once=False)
