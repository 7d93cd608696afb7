"""One way to ask the car's account for something, and to say what kept it from answering."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.actions.exchange import Exchange
from bot.errors import text_of
from bot.replies import Reply
from smartcloud import CloudAccount
from smartcloud.exceptions import SmartCloudError
from storage.records import Car

_T = TypeVar("_T")


async def report(
    exchange: Exchange,
    kind: str,
    request: Callable[[CloudAccount, Car], Awaitable[_T]],
    render: Callable[[_T], str | Reply | Awaitable[Reply]],
    *,
    is_private: bool = False,
) -> tuple[Reply, ...]:
    """Ask once and render the answer; what ``is_private`` is for the asker alone in a group."""
    car = exchange.car
    if car is None:
        return (exchange.say("no-car"),)
    if is_private and not exchange.is_private:
        return exchange.aside(await report(exchange.alone, kind, request, render))
    try:
        found = await exchange.parts.garage.ask(car, kind, lambda it: request(it, car))
    except SmartCloudError as error:
        return (Reply(text=text_of(error, exchange.wording), edit=exchange.edits),)
    said = render(found)
    if isinstance(said, str):
        return (Reply(text=said, edit=exchange.edits),)
    return (said if isinstance(said, Reply) else await said,)
