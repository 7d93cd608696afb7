"""The notifier against an outbox and a chat service in memory."""

import asyncio
from dataclasses import replace
from datetime import time, timedelta
from random import Random

import pytest

from alerts.limiter import SendLimiter
from alerts.models import SEND_LEASE, AlertSettings, Change, Delivery, DeliveryState, Urgency
from alerts.notifier import send_pending
from alerts.ports import SendError
from tests.integration.alerts.alerts_in_memory import MemorySender, MemoryStore, World
from tests.unit.alerts.alert_builders import START

PENDING, SENDING = DeliveryState.PENDING, DeliveryState.SENDING
SENT, DEAD = DeliveryState.SENT, DeliveryState.DEAD
PLAIN = Delivery(
    delivery_id=0,
    chat_id=1,
    car_id=1,
    kind="charge_complete",
    change=Change.OPENED,
    urgency=Urgency.NOTICE,
    at=START,
    details={"car": "#1", "latitude": 50.0},
    language="en",
    timezone="Europe/Berlin",
    is_group=False,
    attempt=0,
)


class Scene:
    """An outbox, a chat service, a limiter and a clock."""

    def __init__(self, *errors: Exception | None) -> None:
        self.world, self.store = World(START), MemoryStore()
        self.sender = MemorySender(self.world, list(errors))
        self.limiter = SendLimiter(self.world.monotonic)

    async def send(self, limit: int = 50, seed: int = 1) -> int:
        return await send_pending(
            self.store,
            self.sender,
            self.world.clock,
            wall_clock=self.world.wall_clock,
            limiter=self.limiter,
            sleep=self.world.sleep,
            rng=Random(seed + self.world.now.microsecond + int(self.world.slept_s)),
            limit=limit,
        )


async def test_message_is_sent_once_and_its_id_is_kept() -> None:
    scene = Scene()
    scene.store.owe(PLAIN)

    assert (await scene.send(), await scene.send()) == (1, 0)

    assert [d.kind for _, d in scene.sender.arrived] == ["charge_complete"]
    assert scene.store.states() == [SENT]
    assert scene.store.outbox[0].message_id == 1001


async def test_urgent_ones_leave_first() -> None:
    scene = Scene()
    for chat in range(40):
        urgency = Urgency.SECURITY if chat >= 30 else Urgency.INFO
        scene.store.owe(replace(PLAIN, chat_id=chat, urgency=urgency))

    await scene.send()

    urgencies = [d.urgency for _, d in sorted(scene.sender.arrived, key=lambda a: a[0])]
    assert urgencies[:10] == [Urgency.SECURITY] * 10


async def test_group_is_told_no_place() -> None:
    scene = Scene()
    scene.store.owe(replace(PLAIN, is_group=True))
    scene.store.owe(replace(PLAIN, chat_id=2))

    await scene.send()

    shown = {d.is_group: d.details for _, d in scene.sender.arrived}
    assert shown == {True: {"car": "#1"}, False: {"car": "#1", "latitude": 50.0}}


async def test_quiet_hours_hold_back_until_they_end() -> None:
    scene = Scene()
    quiet = AlertSettings(quiet_from=time(12), quiet_until=time(15))
    scene.store.owe(replace(PLAIN, settings=quiet))
    scene.store.owe(replace(PLAIN, settings=quiet, urgency=Urgency.SECURITY))

    await scene.send()
    assert scene.store.states() == [PENDING, SENT]
    scene.world.pass_(hours=1, minutes=59)  # START is 13:00 in Berlin
    await scene.send()
    assert scene.store.states() == [PENDING, SENT]
    scene.world.pass_(minutes=1)
    await scene.send()
    assert scene.store.states() == [SENT, SENT]


@pytest.mark.parametrize(
    ("error", "state", "reason"),
    [
        pytest.param(SendError("x", temporary=True), PENDING, "temporary", id="temporary"),
        pytest.param(SendError("x", temporary=False), DEAD, "refused", id="permanent"),
        pytest.param(
            SendError("x", temporary=False, chat_gone=True), DEAD, "chat_gone", id="blocked"
        ),
        pytest.param(
            SendError("x", temporary=True, maybe_sent=True), SENDING, None, id="unknown fate"
        ),
        pytest.param(RuntimeError("a bug"), SENDING, None, id="bug"),
    ],
)
async def test_failure(error: Exception, state: DeliveryState, reason: str | None) -> None:
    scene = Scene(error)
    scene.store.owe(PLAIN)
    scene.store.owe(replace(PLAIN, chat_id=2))

    await scene.send()

    assert scene.store.states() == [state, SENT]
    assert scene.store.outbox[0].reason == reason


async def test_temporary_failures_are_tried_again_until_they_are_over() -> None:
    scene = Scene(*[SendError("x", temporary=True)] * 5)
    scene.store.owe(PLAIN)

    for _ in range(40):
        await scene.send()
        scene.world.pass_(seconds=20)

    assert scene.store.states() == [SENT]
    assert len(scene.sender.arrived) == 1
    assert not scene.sender.arrived[0][1].is_repeat


async def test_endless_failures_end_when_the_news_is_too_old() -> None:
    scene = Scene(*[SendError("x", temporary=True)] * 200)
    scene.store.owe(PLAIN)

    for _ in range(4 * 18 + 2):
        await scene.send()
        scene.world.pass_(minutes=15)

    assert scene.store.states() == [DEAD]
    assert scene.store.outbox[0].reason == "too_old"


async def test_an_outage_of_six_hours_loses_nothing_and_ends_with_few_messages() -> None:
    scene = Scene(*[SendError("x", temporary=True)] * 10_000)
    alarms = [replace(PLAIN, kind="geofence_exit", urgency=Urgency.SECURITY)] * 3
    for delivery in (*[PLAIN] * 4, *alarms):
        scene.store.owe(delivery)
    for _ in range(24):
        await scene.send()
        scene.world.pass_(minutes=15)

    scene.sender.errors.clear()
    scene.world.pass_(minutes=15)
    await scene.send()

    assert scene.store.states() == [SENT] * 7
    told = [(d.kind, len(d.parts), len(d.also)) for _, d in scene.sender.arrived]
    assert told == [("geofence_exit", 0, 2), ("digest", 4, 0)]


async def test_a_sender_that_slept_beyond_its_lease_sends_nothing() -> None:
    scene = Scene()
    scene.store.owe(replace(PLAIN, chat_id=1))
    pause = scene.world.sleep

    async def long_sleep(seconds: float) -> None:
        await pause(seconds)
        scene.world.pass_(seconds=SEND_LEASE.total_seconds())

    scene.world.sleep = long_sleep  # type: ignore[method-assign] - as under SIGSTOP
    await scene.send()

    assert scene.sender.arrived == []


async def test_a_process_that_stops_gives_back_what_has_not_left() -> None:
    scene = Scene()
    scene.store.owe(PLAIN)

    await send_pending(
        scene.store,
        scene.sender,
        scene.world.clock,
        wall_clock=scene.world.wall_clock,
        limiter=scene.limiter,
        sleep=scene.world.sleep,
        rng=Random(1),
        is_stopping=lambda: True,
    )

    assert scene.sender.arrived == []
    assert scene.store.states() == [PENDING]


async def test_message_of_unknown_fate_comes_again_and_says_so() -> None:
    scene = Scene(SendError("x", temporary=True, maybe_sent=True))
    scene.store.owe(PLAIN)

    await scene.send()
    scene.world.pass_(seconds=59)
    assert await scene.send() == 0
    scene.world.pass_(seconds=2)
    await scene.send()

    assert [d.is_repeat for _, d in scene.sender.arrived] == [False, True]
    assert scene.store.states() == [SENT]


async def test_an_hour_of_the_world_that_passes_at_once_repeats_nothing() -> None:
    scene = Scene(SendError("x", temporary=True, maybe_sent=True))
    scene.store.owe(PLAIN)
    await scene.send()

    scene.world.jump(timedelta(hours=1))
    assert await scene.send() == 0

    scene.world.pass_(seconds=61)
    assert await scene.send() == 1


async def test_retry_after_of_one_chat_does_not_stop_the_others() -> None:
    scene = Scene(SendError("x", temporary=True, retry_after=timedelta(seconds=30)))
    for chat in (1, 1, 2, 2):
        scene.store.owe(replace(PLAIN, chat_id=chat))

    for _ in range(50):
        await scene.send()
        scene.world.pass_(seconds=1)

    times = {chat: [t for t, d in scene.sender.arrived if d.chat_id == chat] for chat in (1, 2)}
    assert max(times[2]) <= 2
    assert min(times[1]) >= 30
    assert scene.store.states() == [SENT] * 4


async def test_gone_chat_is_paused_with_all_that_it_was_owed() -> None:
    scene = Scene(SendError("x", temporary=False, chat_gone=True))
    for _ in range(3):
        scene.store.owe(PLAIN)

    await scene.send()

    assert scene.store.states() == [DEAD] * 3
    assert scene.store.paused == {1}


async def test_five_hundred_chats_at_once_keep_the_limits() -> None:
    scene = Scene()
    for chat in range(500):
        scene.store.owe(replace(PLAIN, chat_id=chat))

    while await scene.send():
        pass

    times = sorted(t for t, _ in scene.sender.arrived)
    assert len(times) == 500
    assert times[-1] <= 18.7  # 17 s and ten per cent
    assert all(
        later - earlier >= 1 - 1e-6 for earlier, later in zip(times, times[30:], strict=False)
    )


async def test_group_over_its_minute_gives_its_rows_back() -> None:
    scene = Scene()
    for _ in range(25):
        scene.store.owe(replace(PLAIN, chat_id=-1, is_group=True))

    await scene.send()
    assert scene.store.states().count(SENT) == 20
    scene.world.pass_(seconds=61)
    await scene.send()

    assert scene.store.states() == [SENT] * 25


async def test_racing_workers_send_nothing_twice() -> None:
    scene = Scene()
    for chat in range(60):
        scene.store.owe(replace(PLAIN, chat_id=chat))

    await asyncio.gather(*(scene.send(limit=20, seed=n) for n in range(4)))

    assert sorted(d.chat_id for _, d in scene.sender.arrived) == list(range(60))


async def test_killed_at_any_moment_loses_nothing_and_repeats_only_with_a_mark() -> None:
    """The n-th thing that happens is the last, for every n; then a new process goes on."""
    for step in range(1, 12):
        scene = Scene()
        for chat in (1, 2, 3):
            scene.store.owe(replace(PLAIN, chat_id=chat))
        task = asyncio.create_task(scene.send())
        for _ in range(step):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

        scene.world.pass_(minutes=2)
        await scene.send(seed=step)

        assert scene.store.states() == [SENT] * 3, step
        silent = [d.chat_id for _, d in scene.sender.arrived if not d.is_repeat]
        assert len(silent) == len(set(silent)), step
