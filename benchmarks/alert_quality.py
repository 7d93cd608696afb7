"""Scores the deciding half on simulated weeks: missed, false and late alerts, and requests.

Each car lives a week of its own (``alert_week``) behind a noisy cloud and is watched by the real
poller, detector and schedule. Prints JSON, or with ``--table`` the table of ``docs/alerts.md``.

    python benchmarks/alert_quality.py [--cars 200] [--table]
"""

import argparse
import asyncio
import json
import logging
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import ceil
from random import Random
from statistics import mean

import structlog

from alerts.agenda import AHEAD, BEHIND
from alerts.models import Agenda, AlertSettings, Change, PollOutcome, WatchedCar
from alerts.poller import Round, poll_car
from alerts.rules import RULES
from alerts.schedule import PATIENT
from benchmarks.alert_week import (
    DAYS,
    HOME,
    HOUR,
    LIMIT_PERCENT,
    MINUTE,
    VIN,
    Life,
    Truth,
    moment,
    seconds_of,
)
from smartcloud.exceptions import CloudUnavailableError
from smartcloud.models import (
    ChargeLimit,
    ChargingState,
    Fault,
    Model,
    Region,
    Sharing,
    Software,
    Vehicle,
    VehicleStatus,
)

EARLY_S, LATE_S = 150.0, 45 * MINUTE
"""How far an alert may be from its truth: wandering positions, and a cloud that was silent."""

ERRORS, STALE = 0.01, 0.03  # shares of requests that fail, and that bring an older frame
AWAITED_FOR_S = 15 * MINUTE
TROUBLES = frozenset({"cloud_outage", "session_evicted"})
GOALS = {"charge_complete": 60.0, "geofence_exit": 180.0, "car_sharing_request (awaited)": 60.0}
REQUESTS_GOAL = 300.0

SAYS: Mapping[str, Callable[[VehicleStatus], bool]] = {
    **dict.fromkeys(
        ("charge_complete", "charge_interrupted", "plugged_not_charging"),
        lambda it: it.charging.state is not ChargingState.UNKNOWN,
    ),
    "climate_running": lambda it: it.climate.is_active is not None,
}
"""Which frames tell of a kind at all; of the others every frame does."""

SEEN_FOR_S: Mapping[str, float] = {"plugged_not_charging": 10 * MINUTE}
"""How long it has to be seen: a cable that is seen for the last five minutes may be a new one."""

Told = tuple[str, float]
"""Kind, and seconds since Monday."""


@dataclass
class Week:
    """One car, its noisy cloud (a ``CarReader``), and what was told."""

    seed: int
    life: Life
    noise: Random
    now_s: float = 0.0
    requests: Counter[str] = field(default_factory=Counter)
    told: list[Told] = field(default_factory=list)
    older: VehicleStatus | None = None

    def clock(self) -> datetime:
        """Return the moment."""
        return moment(self.now_s)

    def frame_at(self, now_s: float) -> VehicleStatus:
        """Return the newest frame that the cloud has at a moment."""
        at = self.life.changed_at(now_s)
        return self.life.frame(at, Random(f"{self.seed}:{at:.0f}"))

    def could_tell(self, truth: Truth) -> bool:
        """Return whether anybody could have known: the cloud answers, with a frame that says it.

        A frame of the moment before tells nothing of it, so the moments begin after it did.
        """
        says, seen_for = SAYS.get(truth.kind, lambda _: True), SEEN_FOR_S.get(truth.kind, 0.0)
        moments = range(ceil(truth.at - seen_for), int(truth.until), 30)
        telling = [at for at in moments if not self.life.is_down(at) and says(self.frame_at(at))]
        return bool(telling) and telling[-1] >= max(truth.at, telling[0] + seen_for)

    async def get_status(self, _: WatchedCar) -> VehicleStatus:
        """Return the newest frame, the same again, or an older one."""
        self._ask("status")
        if self.noise.random() < STALE and self.older is not None:
            return replace(self.older, fetched_at=self.clock())
        frame = replace(self.frame_at(self.now_s), fetched_at=self.clock())
        if self.noise.random() < 0.05:
            self.older = frame
        return frame

    async def get_charge_limit(self, _: WatchedCar) -> ChargeLimit:
        """Return the target."""
        self._ask("charge_limit")
        return ChargeLimit(percent=LIMIT_PERCENT)

    async def get_sharings(self, _: WatchedCar) -> tuple[Sharing, ...]:
        """Return the requests of others."""
        self._ask("sharings")
        return self.life.sharings(self.now_s)

    async def get_software(self, _: WatchedCar) -> Software:
        """Return the offered version."""
        self._ask("software")
        at = self.life.software_at
        is_offered = at is not None and self.now_s >= at
        return Software(current_version="1.0", target_version="1.1", has_update=is_offered)

    async def get_faults(self, _: WatchedCar) -> tuple[Fault, ...]:
        """Return stored trouble codes."""
        self._ask("faults")
        fault = self.life.fault
        past = Fault(code="P0000", is_active=False)
        if fault is None or not fault[0] <= self.now_s:
            return (past,)
        return (past, Fault(code="P0A1F", is_active=self.now_s < fault[1]))

    def _ask(self, kind: str) -> None:
        self.requests[kind] += 1
        if self.life.is_down(self.now_s) or self.noise.random() < ERRORS:
            raise CloudUnavailableError("no answer")


async def live(seed: int) -> Week:
    """Watch one car for a week, with the real poller."""
    week = Week(seed, Life(Random(seed)), Random(seed + 10_000))
    work = Round(reader=week, clock=week.clock, rng=Random(seed + 20_000), pace=PATIENT)
    car, next_at, care_at = _car(), week.noise.uniform(0, 600), 0.0
    asks = sorted(
        at - week.noise.uniform(0, 10 * MINUTE) for at, _, is_ in week.life.requests if is_
    )
    while next_at < DAYS * 24 * HOUR:
        awaited = [at for at in asks if at <= next_at < at + AWAITED_FOR_S]
        if asks and car.next_sharing_at and _is_asked_between(asks, week.now_s, next_at):
            next_at = next(at for at in asks if at > week.now_s)
            car = replace(car, next_sharing_at=moment(next_at))
            awaited = [next_at]
        week.now_s = next_at
        now = week.clock()
        car = replace(
            car,
            status_due=car.next_status_at is None or car.next_status_at <= now,
            sharing_due=car.next_sharing_at is None or car.next_sharing_at <= now,
            sharing_awaited=bool(awaited),
            care_due=week.now_s >= care_at,
            agenda=_agenda(week.life, now),
        )
        outcome = await poll_car(work, car)
        for change in outcome.changes:
            if change.change is Change.OPENED:
                week.told.append((change.rule, week.now_s))
        care_at = seconds_of(outcome.next_care_at) if outcome.next_care_at else care_at
        car = _recorded(car, outcome)
        next_at = max(week.now_s + 1.0, seconds_of(outcome.next_poll_at))
    return week


def _is_asked_between(asks: list[float], since: float, until: float) -> bool:
    return any(since < at < until for at in asks)


def _car() -> WatchedCar:
    return WatchedCar(
        car_id=1,
        account_id=1,
        region=Region.EU,
        vehicle=Vehicle(vin=VIN, region=Region.EU, model=Model.ONE, series_code="HX11"),
        status=None,
        charge_limit=None,
        rule_states=(),
        geofences=(HOME,),
        settings=AlertSettings(),
    )


def _agenda(life: Life, now: datetime) -> Agenda:
    near = (it for it in life.bookings if it.ends_at > now - BEHIND and it.starts_at < now + AHEAD)
    return Agenda(bookings=tuple(near))


def _recorded(car: WatchedCar, outcome: PollOutcome) -> WatchedCar:
    """Return the car as the store would keep it."""
    states = outcome.rule_states
    return replace(
        car,
        status=outcome.status or car.status,
        charge_limit=outcome.charge_limit or car.charge_limit,
        rule_states=car.rule_states if states is None else states,
        failures=0 if outcome.error is None else car.failures + 1,
        next_status_at=outcome.next_status_at,
        next_sharing_at=outcome.next_sharing_at or car.next_sharing_at,
    )


@dataclass
class Score:
    """What became of the truths and the alerts of some cars."""

    expected: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    delays: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    requests: list[float] = field(default_factory=list)
    by_kind: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)  # what nobody could have known

    def add(self, week: Week) -> None:
        """Match each alert with at most one truth, and each truth with at most one alert."""
        left = list(week.told)
        for truth in sorted(week.life.truths, key=lambda it: it.at):
            if truth.at > DAYS * 24 * HOUR - HOUR:
                left = [told for told in left if not _fits(told, truth)]
                continue
            hit = next((told for told in left if _fits(told, truth)), None)
            if hit is not None:
                left.remove(hit)
                self._hit(week, truth, hit)
            elif truth.must and not week.could_tell(truth):
                self.untold.append(f"{week.seed}: {truth}")
                continue
            elif truth.must:
                self.missed[truth.kind] += 1
                self.wrong.append(f"{week.seed}: missed {truth}")
            self.expected[truth.kind] += truth.must or hit is not None
        for kind, at in left:
            if kind not in TROUBLES:
                self.false[kind] += 1
                self.wrong.append(f"{week.seed}: false {kind} at {at:.0f} ({at / HOUR:.2f} h)")
        self.requests.append(week.requests.total() / DAYS)
        self.by_kind += week.requests

    def _hit(self, week: Week, truth: Truth, hit: Told) -> None:
        """Keep the delay, unless the cloud was silent meanwhile: that is not ours to answer for."""
        if any(start <= hit[1] and end >= truth.at for start, end in week.life.gaps):
            return
        kind = truth.kind
        if kind == "car_sharing_request":
            is_awaited = next(it for at, _, it in week.life.requests if at == truth.at)
            kind += " (awaited)" if is_awaited else " (unexpected)"
        self.delays[kind].append(max(0.0, hit[1] - truth.at))

    def merge(self, other: "Score") -> None:
        """Take over what another process found."""
        self.expected += other.expected
        self.missed += other.missed
        self.false += other.false
        for kind, delays in other.delays.items():
            self.delays[kind] += delays
        self.requests += other.requests
        self.by_kind += other.by_kind
        self.wrong += other.wrong
        self.untold += other.untold


def _fits(told: Told, truth: Truth) -> bool:
    return told[0] == truth.kind and truth.at - EARLY_S <= told[1] <= truth.until + LATE_S


def score_cars(seeds: Iterable[int]) -> Score:
    """Live the weeks of some cars and score them."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    score = Score()

    async def run() -> None:
        for seed in seeds:
            score.add(await live(seed))

    asyncio.run(run())
    return score


def percentile(values: list[float], share: float) -> float:
    """Return a percentile of a list."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else 0.0


def report(score: Score, cars: int, seconds: float) -> dict[str, object]:
    """Return what is printed."""
    p95 = {kind: round(percentile(it, 0.95)) for kind, it in sorted(score.delays.items())}
    return {
        "cars": cars,
        "seconds": round(seconds, 1),
        "requests_per_car_and_day": round(mean(score.requests), 1),
        "requests_p95": round(percentile(score.requests, 0.95), 1),
        "requests_by_kind": {
            kind: round(number / cars / DAYS, 1) for kind, number in score.by_kind.most_common()
        },
        "expected": sum(score.expected.values()),
        "missed": sum(score.missed.values()),
        "false": sum(score.false.values()),
        "p95_delay_s": p95,
        "ratios_to_goal": {
            "requests": round(mean(score.requests) / REQUESTS_GOAL, 2),
            **{kind: round(p95[kind] / goal, 2) for kind, goal in GOALS.items() if kind in p95},
        },
        "wrong": score.wrong[:40],
        "nobody_could_have_known": score.untold,
    }


def table(score: Score) -> str:
    """Return the table of ``docs/alerts.md``."""
    rows = [
        "| alert | expected | missed | false | median delay | p95 delay |",
        "|---|---|---|---|---|---|",
    ]
    names = [rule.name for rule in RULES]
    for name in names:
        delays = [
            it for kind, its in score.delays.items() if kind.split(" ")[0] == name for it in its
        ]
        rows.append(
            f"| `{name}` | {score.expected[name]} | {score.missed[name]} | {score.false[name]} "
            f"| {_length(percentile(delays, 0.5))} | {_length(percentile(delays, 0.95))} |"
        )
    return "\n".join(rows)


def _length(seconds: float) -> str:
    if seconds < 200:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 2 * HOUR else f"{seconds / HOUR:.1f} h"


def main() -> None:
    """Run on two processes and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cars", type=int, default=200)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    begun = time.perf_counter()
    parts = [range(at, given.cars, given.processes) for at in range(given.processes)]
    score = Score()
    with ProcessPoolExecutor(given.processes) as pool:
        for part in pool.map(score_cars, parts):
            score.merge(part)
    if given.table:
        print(table(score))
    else:
        print(json.dumps(report(score, given.cars, time.perf_counter() - begun), indent=2))


if __name__ == "__main__":
    main()
