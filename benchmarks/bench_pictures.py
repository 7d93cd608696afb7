"""How long a picture takes, how long it blocks the event loop, and how much memory it needs.

Prints JSON: milliseconds of the first picture of a new process (with the import), median and 95th
percentile of later ones, the longest pause of the loop while one picture is drawn in a thread
(median of the rounds, and the same of an idle loop), and MiB of resident memory pictures add.
"""

import asyncio
import json
import math
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

import psutil

sys.path.insert(0, str(Path(__file__).parent.parent))

FIRST_GOAL_MS, LATER_GOAL_MS, P95_GOAL_MS, PAUSE_GOAL_MS = 2000.0, 150.0, 300.0, 20.0
ROUNDS = 20
START = datetime(2026, 11, 23, 8, tzinfo=UTC)


def resident_mib() -> float:
    """Return MiB of resident memory."""
    return psutil.Process().memory_info().rss / 2**20


def samples() -> dict[str, Callable[[], bytes]]:
    """Return one full picture of each kind."""
    from bot import pictures as p  # the import is a part of the first picture

    heading = p.Heading(title="Smart #1", value="63 %", detail="1 h 24 min to go")
    facts = tuple(p.Fact(label=name, value="7.2 kW") for name in ("Power", "Energy", "Cost"))
    levels = tuple(
        p.ChargePoint(at=START + timedelta(minutes=m), level_percent=20 + m / 5) for m in range(240)
    )
    charge = p.ChargingPicture(
        heading=heading,
        measured=levels,
        expected=(p.ChargePoint(at=START + timedelta(hours=5), level_percent=80),),
        target_percent=80,
        target_label="Target 80%",
        end_label="13:00",
        facts=facts,
        clock=lambda at: f"{at:%H:%M}",
        percent="{:.0f} %".format,
    )
    way = tuple(
        p.Place(latitude=48 + 0.1 * math.sin(i / 300), longitude=11 + i / 9000) for i in range(3000)
    )
    trip = p.TripPicture(
        heading=heading,
        track=way,
        start_label="A",
        end_label="B",
        facts=facts,
        distance="{} m".format,
    )
    bars = p.BarsPicture(
        heading=heading,
        series=("Anna", "Ben", "Cleo"),
        bars=tuple(p.Bar(label=str(i), amounts=(i, 20, 5)) for i in range(31)),
        amount="{:g} km".format,
        facts=facts,
    )
    wheel = p.Tyre(name="Front left", value="2.4", is_warning=True, note="21 °C")
    tyres = p.TyrePicture(
        heading=heading,
        unit="bar",
        front_left=wheel,
        front_right=wheel,
        rear_left=wheel,
        rear_right=wheel,
    )
    week = p.CalendarPicture(
        heading=heading,
        days=tuple(
            p.CalendarDay(day=date(2026, 11, 23 + i), name="Mon", number=str(23 + i))
            for i in range(7)
        ),
        bookings=tuple(
            p.CalendarBooking(
                person=f"Person {i % 4}",
                start_at=START + timedelta(hours=6 * i),
                end_at=START + timedelta(hours=6 * i + 4),
                detail="8:00–12:00",
            )
            for i in range(26)
        ),
        now=START,
        hour="{}:00".format,
    )
    return {
        "charging": lambda: p.charging_picture(charge),
        "trip": lambda: p.trip_picture(trip),
        "bars": lambda: p.bars_picture(bars),
        "tyres": lambda: p.tyre_picture(tyres),
        "week": lambda: p.calendar_picture(week),
    }


async def longest_pause(work: Callable[[], bytes] | None) -> float:
    """Return the longest time in ms between two turns of the loop, in the median picture."""
    from bot.pictures import draw

    pauses = []
    for _ in range(ROUNDS):
        task = asyncio.ensure_future(draw(work) if work else asyncio.sleep(0.05))
        longest, before = 0.0, time.perf_counter()
        while not task.done():
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            longest, before = max(longest, now - before - 0.001), now
        pauses.append(longest)
    return round(median(pauses) * 1000, 1)


def milliseconds(work: Callable[[], bytes]) -> float:
    """Return how long one call takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def first_picture() -> None:
    """Print what the first picture of this process needs: milliseconds and MiB."""
    before, started = resident_mib(), time.perf_counter()
    samples()["charging"]()
    first = (time.perf_counter() - started) * 1000
    after_one = resident_mib() - before
    for _ in range(ROUNDS):
        for work in samples().values():
            work()
    print(json.dumps([first, after_one, resident_mib() - before]))


def main() -> None:
    """Measure and print JSON."""
    fresh = subprocess.check_output([sys.executable, __file__, "first"])
    first, after_one, after_many = json.loads(fresh)
    medians, slowest, pauses = {}, {}, {}
    for name, work in samples().items():
        work()
        times = [milliseconds(work) for _ in range(ROUNDS)]
        medians[name] = round(median(times), 1)
        slowest[name] = round(quantiles(times, n=20)[-1], 1)
        pauses[name] = asyncio.run(longest_pause(work))
    result = {
        "benchmark": "pictures",
        "first_ms": round(first, 1),
        "later_median_ms": medians,
        "later_p95_ms": slowest,
        "longest_pause_ms": pauses,
        "idle_pause_ms": asyncio.run(longest_pause(None)),
        "memory_after_one_mib": round(after_one, 1),
        "memory_after_many_mib": round(after_many, 1),
        "passed": first <= FIRST_GOAL_MS
        and max(medians.values()) <= LATER_GOAL_MS
        and max(slowest.values()) <= P95_GOAL_MS
        and max(pauses.values()) <= PAUSE_GOAL_MS,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    first_picture() if sys.argv[1:] == ["first"] else main()
