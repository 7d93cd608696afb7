"""Journals a wish for the car, so that it is sent exactly once or never."""

from collections.abc import Mapping
from dataclasses import replace

from alerts.milestones import reached
from bot.actions.accessories import missing
from bot.actions.exchange import Exchange
from bot.actions.models import CarCommand, Slots
from bot.errors import text_of
from bot.rendering.commands import doing, stage
from bot.replies import PendingCommand, Question, Reply
from intents.models import Intent, SlotValue
from smartcloud.commands import COMMANDS, checked
from smartcloud.exceptions import InvalidArgumentError, UnsupportedError
from storage import commands, goals
from storage.records import Car

LEVELS: Mapping[str, int] = {"off": 0, "max": 3}


async def begin_command(
    exchange: Exchange, row: CarCommand, name: str, slots: Slots
) -> tuple[Reply, ...]:
    """Write the journal line and return the message that will tell how it goes."""
    if exchange.car is None:
        return (exchange.say("no-car"),)
    car = exchange.parts.garage.newest(exchange.car)
    if refusal := await missing(exchange, car, COMMANDS[name].capability):
        return (refusal,)
    try:
        arguments = arguments_for(car, row, name, slots)
    except UnsupportedError:
        what = exchange.wording.label(name)
        return (exchange.say("capability-missing", car=_full_name(car), what=what),)
    except InvalidArgumentError as error:
        told = Reply(text=text_of(error, exchange.wording), edit=exchange.edits)
        return (replace(told, asks=_missing(row, name, slots)),)
    return (await _journalled(exchange, car, name, arguments),)


def _missing(row: CarCommand, name: str, slots: Slots) -> Question | None:
    """Return the question for the first argument that was not said and has no default."""
    said = {**(row.defaults or {}), **slots}
    needed = (it for it in COMMANDS[name].arguments if it.default is None and it.name not in said)
    lacking = next(needed, None)
    if lacking is None:
        return None
    return Question(intent=Intent(name=name, slots=slots), wanted=(lacking.name,))


def arguments_for(car: Car, row: CarCommand, name: str, slots: Slots) -> dict[str, SlotValue]:
    """Return the arguments of a command with what was not said filled in.

    Raises ``InvalidArgumentError`` outside the limits and ``UnsupportedError`` for a car that
    cannot do it: both before anything is written or sent.
    """
    command = COMMANDS[name]
    said = {**(row.defaults or {}), **slots}
    given = {
        argument.name: _argument(argument.name, said[argument.name])
        for argument in command.arguments
        if argument.name in said
    }
    arguments = dict(checked(command.arguments, given))
    command.form_for(car.vehicle).steps(arguments, car.vehicle)
    return dict(arguments)


async def _journalled(
    exchange: Exchange, car: Car, name: str, arguments: dict[str, SlotValue]
) -> Reply:
    parts, now, wording = exchange.parts, exchange.now, exchange.wording
    async with parts.database.transaction() as tx:
        if name == "stop_charging":  # whatever comes of it: no goal may begin against this word
            await goals.end_waiting_of(tx, car.car_id)
        busy = await commands.busy_command(tx, car.car_id, now)
        if busy is not None:
            what = doing(busy.command, busy.arguments, wording)
            return exchange.say("command-busy", car=car.name, doing=what)
        entry = await commands.add(
            tx,
            car_id=car.car_id,
            chat_id=exchange.chat.chat_id,
            person_id=exchange.person.person_id,
            command=name,
            arguments=arguments,
            baseline_at=car.status.updated_at if car.status else None,
            now=now,
            key=exchange.origin,
        )
        reached("command.journalling")
    reached("command.journalled")
    if entry is None:
        return exchange.say("command-repeated")
    text = stage("command-sending", name, arguments, car.name, wording)
    pending = PendingCommand(command_id=entry.command_id)
    return Reply(text=text, edit=exchange.edits, command=pending)


def _argument(slot: str, value: SlotValue) -> SlotValue:
    """Return a slot as the command takes it: levels are numbers there."""
    return LEVELS.get(str(value), value) if slot == "level" else value


def _full_name(car: Car) -> str:
    """Return name and trim: the trim is why a car lacks something."""
    return f"{car.name} {car.vehicle.trim}" if car.vehicle.trim else car.name
