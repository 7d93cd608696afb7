"""The log-in dialog: region, e-mail, password; both secrets are deleted from the chat at once."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.actions.exchange import Exchange
from bot.buttons import REGION, intent_button
from bot.errors import text_of
from bot.rendering.view import lines
from bot.replies import Button, Reply
from smartcloud.exceptions import AuthenticationError, RateLimitError, SmartCloudError
from smartcloud.models import Region
from storage import dialogs, pins
from storage.database import Transaction
from storage.records import Car, Dialog

KIND = "login"
LIVES = timedelta(minutes=10)
MOST_TRIES = 5
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


async def start_login(exchange: Exchange) -> Reply:
    """Ask for the region; whatever was asked before is forgotten."""
    wording, person_id = exchange.wording, exchange.person.person_id
    async with exchange.parts.database.transaction() as tx:
        await dialogs.end(tx, exchange.chat.chat_id, person_id)
    row = tuple(
        Button(
            text=wording.label(f"region-{region}"),
            action=REGION,
            payload={"region": region.value},
            person_id=person_id,
            lives_s=int(LIVES.total_seconds()),
        )
        for region in Region
    )
    return Reply(text=wording.say("login-region"), buttons=(row,), edit=exchange.edits)


async def choose_region(exchange: Exchange, region: Region) -> Reply:
    """Ask for the e-mail address."""
    async with exchange.parts.database.transaction() as tx:
        await _ask(tx, exchange, {"step": "email", "region": region.value, "tries": 0})
    name = exchange.wording.label(f"region-{region}")
    return exchange.say("login-email", region=name)


async def continue_login(exchange: Exchange, dialog: Dialog, text: str) -> tuple[Reply, ...]:
    """Take the next secret; its message is deleted whatever it holds."""
    if dialog.data["step"] == "email":
        reply = await _take_email(exchange, dialog, text.strip())
    else:
        reply = await _take_password(exchange, dialog, text)
    return (replace(reply, delete_message_ids=(exchange.message_id,)),)


async def _take_email(exchange: Exchange, dialog: Dialog, email: str) -> Reply:
    if not EMAIL.fullmatch(email):
        return exchange.say("login-email-bad")
    async with exchange.parts.database.transaction() as tx:
        await _ask(tx, exchange, {**dialog.data, "step": "password", "email": email})
    return exchange.say("login-password")


async def _take_password(exchange: Exchange, dialog: Dialog, password: str) -> Reply:
    chat_id, person_id = exchange.chat.chat_id, exchange.person.person_id
    async with exchange.parts.database.transaction() as tx:
        await dialogs.end(tx, chat_id, person_id)
    region, email = Region(dialog.data["region"]), str(dialog.data["email"])
    wording = exchange.wording
    try:
        cars = await exchange.parts.garage.log_in(chat_id, person_id, region, email, password)
    except AuthenticationError:
        return await _ask_again(exchange, dialog)
    except RateLimitError as error:
        pause = error.retry_after or timedelta(minutes=2)
        return exchange.say("login-limited", at=exchange.parts.clock() + pause)
    except SmartCloudError as error:
        return exchange.say("login-failed", reason=text_of(error, wording))
    if any(not car.vehicle.is_shared for car in cars):
        async with exchange.parts.database.transaction() as tx:
            await pins.unlock(tx, person_id)
    return _welcome(exchange, cars)


async def _ask_again(exchange: Exchange, dialog: Dialog) -> Reply:
    tries = int(dialog.data["tries"]) + 1
    if tries < MOST_TRIES:
        data = {"step": "email", "region": dialog.data["region"], "tries": tries}
        async with exchange.parts.database.transaction() as tx:
            await _ask(tx, exchange, data)
    return exchange.say("login-wrong")


def _welcome(exchange: Exchange, cars: tuple[Car, ...]) -> Reply:
    wording = exchange.wording
    rows = [
        wording.say("login-car-shared" if car.vehicle.is_shared else "login-car", car=car.name)
        for car in cars
    ]
    if not cars:
        return exchange.say("login-done", count=0)
    first = cars[0].car_id
    buttons = (
        intent_button(wording, "button-status", "status_summary", first),
        intent_button(wording, "button-help", "help", first),
    )
    done = wording.say("login-done", count=len(cars))
    return Reply(text=lines([done, *rows, wording.say("login-next")]), buttons=(buttons,))


async def _ask(tx: Transaction, exchange: Exchange, data: dict[str, object]) -> None:
    await dialogs.start(
        tx,
        Dialog(
            chat_id=exchange.chat.chat_id,
            person_id=exchange.person.person_id,
            kind=KIND,
            data=data,
            expires_at=exchange.parts.people_clock() + LIVES,
        ),
    )
