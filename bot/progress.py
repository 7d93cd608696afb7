"""One command from journal to confirmation, told in one message that is edited as it goes."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.milestones import reached
from alerts.models import Change, Urgency
from bot.actions.accessories import SWITCHED
from bot.actions.exchange import DEFAULT_TIMEZONE, Parts
from bot.buttons import REFRESH, intent_button, pack
from bot.errors import text_of
from bot.localisation import Wording, plain
from bot.rendering.commands import stage
from bot.rendering.outcomes import beside, last_known
from bot.rendering.view import CarView, lines
from bot.replies import Button, Reply
from intents.models import Intent
from smartcloud.commands import COMMANDS, ConfirmedBy, is_confirmed
from smartcloud.exceptions import CommandResultUnknownError, SmartCloudError
from smartcloud.models import ChargeLimit, ChargingState, CommandState, VehicleStatus
from storage import cars, commands, episodes, people
from storage.records import Car, CommandEntry

Show = Callable[[Reply], Awaitable[None]]

CONFIRM_WITHIN = timedelta(seconds=90)
PAUSES_S = (4, 4, 5, 5, 6, 8, 10, 12, 16, 20)  # a car answers after 5-20 s; 90 s in all
SHOWN_SINCE = timedelta(minutes=5)  # a cable that is not in by a frame as new as this is not in


class NotShownError(Exception):
    """A chat cannot be reached now; what is done goes on, and its outcome is owed to the chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One command on its way, with the reader's words for it."""

    parts: Parts
    entry: CommandEntry
    car: Car
    wording: Wording
    show: Show

    @property
    def view(self) -> CarView | None:
        """What may be told of the car in any chat; ``None`` without data."""
        return CarView.of(self.car, is_private=False)

    async def tell(self, state: CommandState, key: str, *more: str, **variables: str | int) -> None:
        """Write the state into the journal, then show it, or owe it if it cannot be shown now."""
        entry = self.entry
        await self.parts.database.run(lambda tx: commands.advance(tx, entry.command_id, state))
        wording = self.wording.at(self.parts.clock())
        text = stage(key, entry.command, entry.arguments, self.car.name, wording, **variables)
        buttons = _after(state, entry, self.car, wording)
        try:
            await self.show(Reply(text=lines([text, *more]), buttons=buttons, edit=True))
        except NotShownError:
            if state not in commands.OPEN:
                reason = plain(str(variables.get("reason", "")))
                await owe_outcome(self.parts, entry.command_id, self.car, state, reason)


async def run_command(parts: Parts, command_id: int, show: Show) -> None:
    """Send a journalled command once, then look until a newer frame shows it.

    Whoever comes second finds the journal line begun and leaves: a command is never sent twice,
    also when nobody knows whether it arrived.
    """
    async with parts.database.transaction() as tx:
        if not await commands.begin(tx, command_id, parts.clock()):
            return
    reached("command.begun")
    course = await _course(parts, command_id, show)
    if course is None:
        return
    car, entry = course.car, course.entry
    try:
        if course.car.status is None:  # nothing to compare a later frame with
            course = replace(course, car=await parts.garage.look_again(car))
        if await _lacks_cable(course):
            without = course.wording.say("command-no-cable")
            await course.tell(CommandState.REJECTED, "command-rejected", reason=without)
            return
        arguments = dict(entry.arguments)
        await parts.garage.send(car.account_id, car.vehicle, entry.command, arguments)
        reached("command.sent")
    except CommandResultUnknownError:
        await course.tell(CommandState.LOST, "command-unknown")
        return
    except SmartCloudError as error:
        reason = text_of(error, course.wording.at(parts.clock()))
        await course.tell(CommandState.REJECTED, "command-rejected", reason=reason)
        return
    await _follow(course)


async def resume_commands(
    parts: Parts, *, before: datetime | None = None, running: Collection[int] = ()
) -> None:
    """Say of each abandoned command what is known; nothing is sent to a car again.

    Abandoned is an open one from ``before`` (default: every one, as after a restart) that is not
    ``running`` here. What is told goes through the outbox and edits the command's own message.
    """
    async with parts.database.reading() as tx:
        unfinished = [
            entry
            for entry in await commands.open_commands(tx)
            if (before is None or entry.created_at < before) and entry.command_id not in running
        ]
    for entry in unfinished:
        course = await _course(parts, entry.command_id, _silent)
        if course is None:
            continue
        state = await _state_after_restart(course)
        await owe_outcome(parts, entry.command_id, course.car, state)


async def owe_outcome(
    parts: Parts, command_id: int, car: Car, state: CommandState, reason: str = ""
) -> None:
    """Write down how a command ended, and that its chat is to be told, through the outbox.

    ``reason``: why a command was refused that did leave.
    """
    async with parts.database.transaction() as tx:
        await commands.advance(tx, command_id, state)
        entry = await commands.get(tx, command_id)
        if entry is None:  # forgotten meanwhile, with its chat
            return
        await episodes.add_delivery(
            tx,
            chat_id=entry.chat_id,
            car_id=entry.car_id,
            kind="command_result",
            key=str(command_id),
            change=Change.OPENED,
            urgency=Urgency.SECURITY,
            at=parts.clock(),
            details=_result_details(entry, car, state) | ({"reason": reason} if reason else {}),
            edits=entry.message_id,
        )


async def _lacks_cable(course: Course) -> bool:
    """Return whether a charge cannot begin: the car says, asked again, that no cable is in.

    A parked car may not have noticed a cable since its last frame: an old one proves nothing.
    """
    status, parts = course.car.status, course.parts
    if course.entry.command != "start_charging" or not _is_unplugged(status):
        return False
    status = (await parts.garage.look_again(course.car)).status
    if status is None or status.updated_at is None or not _is_unplugged(status):
        return False
    return parts.clock() - status.updated_at <= SHOWN_SINCE


def _is_unplugged(status: VehicleStatus | None) -> bool:
    return status is not None and status.charging.state is ChargingState.DISCONNECTED


async def _follow(course: Course) -> None:
    """Tell that the cloud accepted, then look at ever longer intervals."""
    confirmed_by = COMMANDS[course.entry.command].confirmed_by
    if confirmed_by is ConfirmedBy.NOTHING:
        await course.tell(CommandState.CONFIRMED, "command-delivered")
        return
    await course.tell(CommandState.ACCEPTED, "command-accepted")
    reached("command.told")
    deadline = course.parts.clock() + CONFIRM_WITHIN
    before, car = course.car.status, course.car
    for pause in PAUSES_S:
        await course.parts.sleep(pause)
        car, is_done = await _look(course, car, before, confirmed_by)
        if is_done:
            await _tell_confirmed(replace(course, car=car))
            return
        if course.parts.clock() >= deadline:
            break
    await _tell_unconfirmed(replace(course, car=car))


async def _look(
    course: Course, car: Car, before: VehicleStatus | None, confirmed_by: ConfirmedBy
) -> tuple[Car, bool]:
    """Return the car after one more look; a cloud that fails now may answer the next."""
    garage, entry = course.parts.garage, course.entry
    limit: ChargeLimit | None = None
    if confirmed_by is ConfirmedBy.OWN_REQUEST:
        return car, await _is_switched(course)
    try:
        if confirmed_by is ConfirmedBy.CHARGE_LIMIT:
            limit = await garage.read_charge_limit(car.account_id, car.vehicle)
        else:
            car = await garage.look_again(car)
    except SmartCloudError:
        return car, False
    model = car.vehicle.model
    done = is_confirmed(entry.command, entry.arguments, before, car.status, limit, model=model)
    if done and limit is not None:
        car = await garage.keep_charge_limit(car, limit)
    return car, bool(done)


async def _is_switched(course: Course) -> bool:
    """Ask the accessory's own service, which has no time of its own, for the wanted state."""
    name, car = course.entry.command, course.car
    is_on = SWITCHED[COMMANDS[name].capability]
    try:
        state = await course.parts.garage.ask(
            car, "accessory", lambda account: is_on(account, car.vehicle)
        )
    except SmartCloudError:
        return False
    return state is name.endswith("_on")


async def _tell_confirmed(course: Course) -> None:
    wording = course.wording.at(course.parts.clock())
    at = course.car.status.updated_at if course.car.status else None
    age = wording.age(at) if at else wording.say("age-now")
    if COMMANDS[course.entry.command].capability in SWITCHED:
        await course.tell(CommandState.CONFIRMED, "command-switched")
        return
    view = course.view
    more = "" if view is None else beside(course.entry.command, view, wording)
    await course.tell(CommandState.CONFIRMED, "command-confirmed", more, age=age)


async def _tell_unconfirmed(course: Course) -> None:
    wording = course.wording.at(course.parts.clock())
    view, known = course.view, ""
    is_shown = COMMANDS[course.entry.command].capability not in SWITCHED
    if is_shown and view is not None and view.status.updated_at is not None:
        known = wording.say(
            "command-last-known",
            age=wording.age(view.status.updated_at),
            state=last_known(course.entry.command, view, wording),
        )
    seconds = int(CONFIRM_WITHIN.total_seconds())
    await course.tell(CommandState.UNCONFIRMED, "command-unconfirmed", known, seconds=seconds)


def _after(
    state: CommandState, entry: CommandEntry, car: Car, wording: Wording
) -> tuple[tuple[Button, ...], ...]:
    """Return the next step where a command did not simply work."""
    if state in {CommandState.UNCONFIRMED, CommandState.LOST}:
        intent = Intent(name="status_summary")
        again = wording.label("button-try-again")
        payload = pack(intent, car.car_id)
        return ((Button(text=again, action=REFRESH, payload=payload, once=False),),)
    if entry.command == "climate_on" and state is CommandState.CONFIRMED:
        return ((intent_button(wording, "button-climate-off", "climate_off", car.car_id),),)
    if entry.command == "unlock" and state is CommandState.CONFIRMED:
        return ((intent_button(wording, "button-lock", "lock", car.car_id),),)
    return ()


async def _course(parts: Parts, command_id: int, show: Show) -> Course | None:
    async with parts.database.reading() as tx:
        entry = await commands.get(tx, command_id)
        if entry is None:
            return None
        car = await cars.get_car(tx, entry.car_id)
        person = await people.get_person(tx, entry.person_id)
    if car is None or person is None:
        return None
    language = parts.texts.language_of(person.language)
    zone = person.timezone or DEFAULT_TIMEZONE
    wording = Wording(parts.texts, language, zone, parts.clock(), person.units)
    car = _with_baseline(car, entry.baseline_at)
    return Course(parts=parts, entry=entry, car=car, wording=wording, show=show)


def _with_baseline(car: Car, baseline_at: datetime | None) -> Car:
    """Return the car as it was when the command was wished for."""
    if car.status is None or baseline_at is None:
        return car
    return replace(car, status=replace(car.status, updated_at=baseline_at))


async def _state_after_restart(course: Course) -> CommandState:
    """Look once at what was accepted; what was under way is lost, never sent again."""
    if course.entry.sent_at is None:
        return CommandState.REJECTED
    if course.entry.state is not CommandState.ACCEPTED:
        return CommandState.LOST
    confirmed_by = COMMANDS[course.entry.command].confirmed_by
    _, is_done = await _look(course, course.car, course.car.status, confirmed_by)
    return CommandState.CONFIRMED if is_done else CommandState.UNCONFIRMED


def _result_details(entry: CommandEntry, car: Car, state: CommandState) -> dict[str, str | float]:
    arguments = {f"argument.{name}": value for name, value in entry.arguments.items()}
    return {"car": car.name, "command": entry.command, "state": state.value, **arguments}


async def _silent(_: Reply) -> None:
    """Show nothing: after a restart the outbox tells."""
