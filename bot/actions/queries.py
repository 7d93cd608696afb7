"""Answers questions about a car from its last data, or from one request."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.exchange import Exchange
from bot.actions.models import Query
from bot.actions.rights import refusal_of
from bot.buttons import intent_button, refresh_button, unpack
from bot.errors import text_of
from bot.localisation import Wording
from bot.rendering.view import CarView, framed, lines
from bot.replies import Button, Reply
from intents.models import Intent
from smartcloud.models import ChargingState, LockState

AT_ONCE = timedelta(seconds=10)  # even "refresh" costs nothing if somebody just did


async def answer_query(
    exchange: Exchange, query: Query, intent: Intent, *, refresh: bool = False
) -> tuple[Reply, ...]:
    """Return the answer about the exchange's car; a silent cloud gives the last data, marked."""
    wording, car = exchange.wording, exchange.car
    if car is None:
        return (exchange.say("no-car"),)
    if query.shows_place and not exchange.is_private:
        return exchange.aside(await answer_query(exchange.alone, query, intent, refresh=refresh))
    look = await exchange.parts.garage.look(
        car.car_id, within=AT_ONCE if refresh else query.fresh_for, known=car
    )
    if look is None:
        return (exchange.say("no-car"),)
    wording = wording.at(exchange.parts.clock())
    problem = "" if look.error is None else text_of(look.error, wording)
    view = await exchange.view(look.car, is_late=look.error is not None)
    if view is None:
        nothing = wording.say("no-data", car=car.name)
        return (Reply(text=lines([nothing, problem]), edit=exchange.edits),)
    if refusal_of(exchange, "locate"):  # whoever may not ask for the place is not told its name
        view = replace(view, geofences=())
    text = framed(query.render(view, wording), view, wording)
    first, *more = _answer(exchange, query, intent, view, lines([text, problem]))
    if query.picture is None:
        return (first, *more)
    return (replace(first, picture=await query.picture(exchange, view)), *more)


def _answer(
    exchange: Exchange, query: Query, intent: Intent, view: CarView, text: str
) -> tuple[Reply, ...]:
    refresh = refresh_button(exchange.wording, intent, view.car_id)
    steps = _allowed(exchange, query.next_steps(view, exchange.wording))
    reply = Reply(text=text, buttons=_rows([refresh, *steps]), edit=exchange.edits)
    position = view.status.position
    if query.shows_place and position is not None:
        # A place cannot be edited into an older message, so a new one follows.
        place = (position.latitude, position.longitude)
        return (replace(reply, location=place, edit=False),)
    return (reply,)


def _allowed(exchange: Exchange, steps: tuple[Button, ...]) -> tuple[Button, ...]:
    """Return the steps that this person may take; in a group others may press them, too."""
    if not exchange.is_private:
        return steps
    return tuple(it for it in steps if refusal_of(exchange, unpack(it.payload).name) is None)


def status_steps(view: CarView, wording: Wording) -> tuple[Button, ...]:
    """Return the next steps of the status card."""
    return (
        *lock_steps(view, wording),
        *climate_steps(view, wording),
        _step("where", "locate", view, wording),
    )


def lock_steps(view: CarView, wording: Wording) -> tuple[Button, ...]:
    """Return lock for an unlocked car and unlock for a locked one; both if it did not tell."""
    lock = _step("lock", "lock", view, wording)
    unlock = _step("unlock", "unlock", view, wording)
    match view.status.access.lock_state:
        case LockState.LOCKED:
            return (unlock,)
        case LockState.UNLOCKED:
            return (lock,)
    return (lock, unlock)


def climate_steps(view: CarView, wording: Wording) -> tuple[Button, ...]:
    """Return the switch that changes the climate."""
    if view.status.climate.is_active:
        return (_step("climate-off", "climate_off", view, wording),)
    return (_step("warm-up", "climate_on", view, wording),)


def charging_steps(view: CarView, wording: Wording) -> tuple[Button, ...]:
    """Return start or stop where a cable is in."""
    match view.status.charging.state:
        case ChargingState.CHARGING:
            return (_step("stop-charging", "stop_charging", view, wording),)
        case ChargingState.PLUGGED | ChargingState.COMPLETE:
            return (_step("start-charging", "start_charging", view, wording),)
    return ()


def window_steps(view: CarView, wording: Wording) -> tuple[Button, ...]:
    """Return closing for windows that are open."""
    if view.status.access.windows.all_closed is False:
        return (_step("close-windows", "close_windows", view, wording),)
    return ()


def _step(key: str, intent: str, view: CarView, wording: Wording) -> Button:
    return intent_button(wording, f"button-{key}", intent, view.car_id)


def _rows(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    """Lay buttons out two in a row, which a phone shows without cutting the words."""
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
