"""Puts the stand-in together."""

import time
from collections.abc import Callable
from random import Random, SystemRandom

from aiohttp import web

from simulator.telegram.control import Control
from simulator.telegram.limits import SendLimits
from simulator.telegram.page import add_page_routes
from simulator.telegram.people import BotAccount
from simulator.telegram.server import BotApi
from simulator.telegram.webhook import WebhookSender
from simulator.telegram.world import NEWEST, World

TOKEN = "1000000001:demo-token-for-the-local-stand-in"
_IDS_SINCE = 1_767_225_600  # 2026-01-01; message ids count seconds from here at the start


class Telegram:
    """Telegram as a bot and its people see it, on one machine."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        bot_username: str = "smart_companion_bot",
        bot_name: str = "Smart Companion",
        wall_clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        rng: Random | None = None,
        started: bool = True,
        limits: bool = True,
        can_read_all_group_messages: bool = True,
        is_group_admin: bool = True,
        first_message_id: int | None = None,
        bot_api: tuple[int, int] = NEWEST,
    ) -> None:
        """``started``: Anna, Ben and Mia have pressed Start, the stranger never has.

        Without ``first_message_id`` the ids begin where the clock says, so that a stand-in that is
        started again never gives out an id that a bot still remembers.
        """
        bot = BotAccount(
            id=int(token.partition(":")[0]),
            token=token,
            username=bot_username,
            first_name=bot_name,
            reads_all=can_read_all_group_messages,
        )
        self.token = token
        self.world = World(
            bot,
            started=started,
            is_group_admin=is_group_admin,
            wall_clock=wall_clock,
            monotonic=monotonic,
            rng=rng or SystemRandom(),
            first_message_id=first_message_id or max(1, int(wall_clock()) - _IDS_SINCE),
            bot_api=bot_api,
        )
        self._api = BotApi(self.world, SendLimits() if limits else None)
        self._webhook = WebhookSender(self.world.updates, wall_clock)

    def add_routes(self, app: web.Application) -> None:
        """Mount the Bot API, the control port and the page."""
        self._api.add_routes(app)
        Control(self.world, self._api).add_routes(app)
        add_page_routes(app)
        app.on_shutdown.append(self._on_shutdown)

    async def start(self) -> None:
        """Begin to deliver to webhooks."""
        await self._webhook.start()

    async def stop(self) -> None:
        """Let every waiting request go, and stop delivering."""
        self._api.closing.set()
        self.world.changes.next()
        self.world.updates.is_closed = True
        self.world.updates.wake()
        await self._webhook.stop()

    async def _on_shutdown(self, _: web.Application) -> None:
        await self.stop()
