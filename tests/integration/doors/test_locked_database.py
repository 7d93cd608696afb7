"""Another program holds the database's lock for longer than we wait: nothing is lost or doubled."""

import pytest

from bot.service import Part
from tests.integration.doors.doors_halves import open_halves, until

LOCKED = {"ok": False, "database": False, "telegram": True, "last_poll_age_s": None}


@pytest.mark.parametrize(
    "moment",
    [
        None,  # before anything is said
        "/vehicle/status/",  # while the command is followed
        "/sendMessage",  # while the first answer is on its way, and before that is noted
        "/telematics/",  # while the command is on its way
    ],
)
async def test_web_half_handles_every_update_once_after_the_lock(tmp_path, moment):
    async with open_halves(tmp_path) as halves, halves.running(Part.WEBHOOK):
        updates = halves.outside.telegram.world.updates
        await until(lambda: bool(updates.webhook.url))
        if moment is None:
            halves.lock.take()
        else:
            halves.outside.meanwhile(moment, halves.lock.take)
        looks = len(halves.outside.log.polls)
        halves.outside.say("/lock")
        await until(lambda: halves.lock.is_held)
        if moment == "/vehicle/status/":  # one more look, which brings a newer frame
            await until(lambda: len(halves.outside.log.polls) >= looks + 2)
        for text in ("/battery", "thank you", "/battery"):
            halves.outside.say(text)
        await until(lambda: "503" in updates.webhook.last_error)  # Telegram is to come again
        seen = await halves.health()
        halves.lock.free()

        await until(lambda: len(halves.outside.answers()) >= 4 and not updates.pending)
        await until(lambda: not halves.unhandled())
        await until(lambda: "confirmed" in halves.outside.answers()[0].lower())

        assert seen == (503, LOCKED)
        assert len(halves.outside.answers()) == 4, halves.outside.answers()
        assert [it.service for it in halves.outside.log.ordered] == ["RDL_2"]
        assert ["62%" in it for it in halves.outside.answers()] == [False, True, False, True]


async def test_worker_half_tells_what_it_saw_and_repeats_nothing_after_the_lock(tmp_path):
    """Both locks outlast the leases of what they meet, and all attempts to store it at once."""
    async with open_halves(tmp_path) as halves, halves.running(Part.WORK) as worker:
        first, second, _ = halves.family
        log, store = halves.outside.log, worker._store
        await until(lambda: len(log.polls) >= 3)  # every car is known where it stands

        # A poll that cannot be stored, of a car that is gone again before the next one.
        halves.outside.meanwhile(f"/vehicle/status/{first.vin}", halves.lock.take)
        halves.put(first, first.places[0])
        await until(lambda: bool(store._outcomes._kept))
        halves.put(first, first.places[1])
        unheard = halves.told(first.places[0])
        halves.lock.free()
        await until(lambda: len(halves.told(first.places[1])) >= 2)

        # A message that has left and cannot be noted.
        halves.outside.meanwhile("/sendMessage", halves.lock.take)
        halves.put(second, second.places[0])
        await until(lambda: bool(store._results._kept))
        halves.lock.free()
        halves.put(second, second.places[1])
        await until(lambda: len(halves.told(second.places[1])) >= 2)

        assert unheard == []
        for car, name in ((first, "#1"), (second, "#5")):
            was, is_now = (place.name for place in car.places[:2])
            news = (f"{name} has come to {was}.", f"{name} has left {was}.")
            every = [(chat, text) for chat in car.chats for text in news]
            assert halves.told(car.places[0]) == every
            news = f"{name} has come to {is_now}."
            assert halves.told(car.places[1]) == [(chat, news) for chat in car.chats]
