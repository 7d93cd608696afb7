"""Somebody asks for requests on Smart's platform: for a while it is asked often, not seldom."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.replies import Reply
from storage import cars

AWAITED_FOR = timedelta(minutes=15)

Answer = Callable[[Exchange, Slots], Awaitable[tuple[Reply, ...]]]


def awaited(answer: Answer) -> Answer:
    """Return ``answer``, which also has the platform looked at until a request may have come."""

    async def answered(exchange: Exchange, slots: Slots) -> tuple[Reply, ...]:
        if exchange.car is not None and not exchange.car.vehicle.is_shared:
            async with exchange.parts.database.transaction() as tx:
                until = exchange.now + AWAITED_FOR
                await cars.await_sharing(tx, exchange.car.car_id, exchange.now, until)
        return await answer(exchange, slots)

    return answered
