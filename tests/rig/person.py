"""Anna, who wants something of her car now and then, and taps twice when she is asked."""

import asyncio
import time

from simulator.telegram import persons
from simulator.telegram.messages import Message
from simulator.telegram.world import World
from tests.rig.family import ANNA

COMMANDS = {"/lock": "RDL_2", "/find_car": "RHL", "/climate": "RCE_2", "/unlock": "RDU_2"}
ASKED_WITHIN_S = 2.0


class Person:
    """Commands, and when each was wanted (Unix times, by the cloud's name for it)."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._chat, self._anna = world.chats[ANNA], persons.person_named("anna")
        self._count = 0
        self._tapping: set[asyncio.Task[None]] = set()
        self.wished: dict[str, list[float]] = {}

    @property
    def is_waiting(self) -> bool:
        """Return whether something she said has not reached the bot, or a question is open."""
        return bool(self._tapping or self._world.updates.pending)

    def wish(self) -> None:
        """Want the next thing of the car."""
        self._count += 1
        words, service = list(COMMANDS.items())[self._count % len(COMMANDS)]
        persons.say(self._world, self._chat, self._anna, text=words)
        self.wished.setdefault(service, []).append(time.time())
        if words == "/unlock":
            task = asyncio.create_task(self._tap_twice())
            self._tapping.add(task)
            task.add_done_callback(self._tapping.discard)

    async def _tap_twice(self) -> None:
        """Press the newest confirmation button twice at almost the same time."""
        last = self._chat.last_message_id
        deadline = time.monotonic() + ASKED_WITHIN_S
        while time.monotonic() < deadline:
            await asyncio.sleep(0.03)
            for message in list(self._chat.messages.values())[-6:]:
                data = _confirms(message) if message.message_id > last else None
                if data:
                    taps = (self._tap(message.message_id, data) for _ in range(2))
                    await asyncio.gather(*taps, return_exceptions=True)
                    return

    async def _tap(self, message_id: int, data: str) -> None:
        await persons.tap(
            self._world, self._chat, self._anna, message_id=message_id, data=data, label=None
        )


def _confirms(message: Message) -> str | None:
    for row in message.inline_keyboard:
        for button in row:
            if "nlock" in button["text"]:
                return str(button["callback_data"])
    return None
