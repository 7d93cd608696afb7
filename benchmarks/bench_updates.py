"""CPU of handling one update, against python-telegram-bot's own reply in the same run.

Ours is a whole life: parsed, the person, the role and the car's last status read from SQLite, the
answer worded and sent. The yardstick parses the same update and sends a fixed text with the
library's `Application`. Both send through the same request class, which only stores what it is
given. Prints JSON: microseconds of CPU (median of rounds) and the ratio.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, ExtBot
from telegram.request import BaseRequest, RequestData

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.app import Clocks, build, open_base  # noqa: E402 - needs the path above
from bot.settings import load_settings  # noqa: E402
from family.models import Member, Role  # noqa: E402
from smartcloud.models import (  # noqa: E402
    Battery,
    Model,
    Region,
    Tokens,
    Vehicle,
    VehicleStatus,
)
from storage import accounts, cars, members, people  # noqa: E402
from storage.database import Database  # noqa: E402

ROUNDS, UPDATES, GOAL = 15, 100, 2.0
ANNA, VIN = 1001, "HESXR1C40PS000001"
TOKEN = "1000000001:demo-token-for-the-local-stand-in"
ME = {"id": 1, "is_bot": True, "first_name": "Smart", "username": "smart_bot"}
SENT = {"message_id": 1, "date": 1, "chat": {"id": ANNA, "type": "private"}, "text": "x"}

Handle = Callable[[dict[str, Any]], Awaitable[None]]


class Stored(BaseRequest):
    """Answers like Telegram, at once; keeps the last text."""

    def __init__(self) -> None:
        self.last = ""

    @property
    def read_timeout(self) -> float:
        """Nothing is waited for."""
        return 1.0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self, url: str, *_: Any, request_data: RequestData | None = None, **__: Any
    ) -> tuple[int, bytes]:
        """Return what Telegram would."""
        if url.endswith("/getMe"):
            return 200, json.dumps({"ok": True, "result": ME}).encode()
        self.last = (request_data.json_parameters if request_data else {}).get("text", "")
        return 200, json.dumps({"ok": True, "result": SENT}).encode()


def update(number: int) -> dict[str, Any]:
    """Return "/battery" as Telegram sends it."""
    sender = {"id": ANNA, "is_bot": False, "first_name": "Anna", "language_code": "en"}
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_795_000_000,
            "chat": {"id": ANNA, "type": "private", "first_name": "Anna"},
            "from": sender,
            "text": "/battery",
            "entities": [{"type": "bot_command", "offset": 0, "length": 8}],
        },
    }


async def save_car(database: Database, now: datetime) -> None:
    """Give Anna a car whose status is fresh, so that the answer needs no cloud."""
    session = Tokens(region=Region.EU, user_id="1", session_token="made-up", issued_at=now)
    async with database.transaction() as tx:
        await people.save_person(tx, person_id=ANNA, first_name="Anna", language_code="en", now=now)
        await people.save_chat(
            tx, chat_id=ANNA, is_group=False, title="Anna", language_code="en", now=now
        )
        account = await accounts.save_account(
            tx, chat_id=ANNA, region=Region.EU, tokens=session, now=now
        )
        vehicle = Vehicle(vin=VIN, region=Region.EU, model=Model.ONE, series_code="HX11")
        (car,) = await cars.save_vehicles(tx, account.account_id, [vehicle], now)
        await members.save_member(tx, Member(person_id=ANNA, car_id=car.car_id, role=Role.OWNER))
        await cars.link_chat(tx, ANNA, car.car_id)
        await people.select_car(tx, ANNA, car.car_id)
        status = VehicleStatus(
            vin=VIN,
            updated_at=now,
            fetched_at=now,
            battery=Battery(state_of_charge_percent=62.0, range_km=238.0),
        )
        await cars.save_snapshot(tx, car.car_id, status, None)


async def ours(stack: AsyncExitStack, folder: Path) -> tuple[Handle, Stored]:
    """Return the bot as it runs, with only its network replaced."""
    now, request = datetime.now(UTC), Stored()
    settings = load_settings(bot_token=TOKEN, data_dir=folder, database_url=None, session_keys=None)
    base = await open_base(settings, Clocks(world=lambda: now, people=lambda: now), stack)
    bot: ExtBot[Any] = ExtBot(TOKEN, request=request, get_updates_request=request)
    await bot.initialize()
    await save_car(base.database, now)
    application = build(replace(base, bot=bot)).application
    await application.initialize()
    stack.push_async_callback(application.shutdown)

    async def handle(raw: dict[str, Any]) -> None:
        await application.process_update(Update.de_json(raw, bot))

    return handle, request


async def theirs(stack: AsyncExitStack) -> tuple[Handle, Stored]:
    """Return an application of the library that answers with a fixed text."""
    request = Stored()
    bot: ExtBot[Any] = ExtBot(TOKEN, request=request, get_updates_request=request)
    application = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()

    async def reply(received: Update, _: Any) -> None:
        assert received.message is not None
        await received.message.reply_text("62 %", parse_mode="HTML")

    application.add_handler(CommandHandler("battery", reply))
    await application.initialize()
    stack.push_async_callback(application.shutdown)

    async def handle(raw: dict[str, Any]) -> None:
        await application.process_update(Update.de_json(raw, bot))

    return handle, request


async def cost_us(handle: Handle, start: int) -> float:
    """Return microseconds of CPU per update, all threads included."""
    started = time.process_time()
    for number in range(start, start + UPDATES):
        await handle(update(number))
    return (time.process_time() - started) / UPDATES * 1e6


async def main() -> None:
    """Measure in turns and print JSON."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (our_handle, our_request) = await ours(stack, folder)
        (their_handle, their_request) = await theirs(stack)
        our_costs, their_costs = [], []
        for turn in range(ROUNDS):
            our_costs.append(await cost_us(our_handle, turn * UPDATES + 1))
            their_costs.append(await cost_us(their_handle, turn * UPDATES + 1))
    assert "62" in our_request.last, our_request.last
    assert "62" in their_request.last
    our_us, their_us = statistics.median(our_costs), statistics.median(their_costs)
    result = {
        "our_us": round(our_us),
        "library_reply_us": round(their_us),
        "ratio": round(our_us / their_us, 2),
        "passed": our_us / their_us <= GOAL,
    }
    print(json.dumps({"benchmark": "updates", **result}))


if __name__ == "__main__":
    asyncio.run(main())
