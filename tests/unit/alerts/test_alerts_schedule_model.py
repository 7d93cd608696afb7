"""A model of a week: how many requests the polling policy costs, and how late alerts are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import mean

import pytest

from alerts.models import Geofence
from alerts.schedule import Outlook, next_poll_at, next_sharing_at
from smartcloud.models import (
    Battery,
    ChargeLimit,
    Charging,
    ChargingState,
    Drive,
    Position,
    VehicleStatus,
)

pytestmark = pytest.mark.slow

HOME = Geofence(geofence_id=1, car_id=1, name="Home", latitude=50.0, longitude=8.0, radius_m=300)
WORK_NORTH_M = 15_000
DRIVE_M_PER_S = 10.0
MONDAY = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
LIMIT_PERCENT, AC_PERCENT_PER_S = 80.0, 11.0 / 62.0 / 36.0
T = timedelta


class Week:
    """One car's life: out in the morning, back in the evening, charged every second night."""

    def __init__(self, rng: Random) -> None:
        self.drives: list[tuple[datetime, datetime, bool]] = []  # start, end, is away from home
        self.charges: list[tuple[datetime, float]] = []  # start, level at the start
        for day in range(7):
            midnight = MONDAY + T(days=day)
            leave = midnight + T(hours=7 if day < 5 else 11, minutes=rng.uniform(-40, 60))
            home = leave + T(hours=9.5 if day < 5 else 2, minutes=rng.uniform(-60, 60))
            length = T(seconds=WORK_NORTH_M / DRIVE_M_PER_S)
            self.drives += [(leave, leave + length, True), (home, home + length, False)]
            if day % 2 == 0:
                plugged = home + length + T(minutes=rng.uniform(2, 120))
                self.charges.append((plugged, rng.uniform(35, 60)))

    def north_m(self, now: datetime) -> float:
        """Metres from home."""
        here = 0.0
        for start, end, is_away in self.drives:
            if now >= end:
                here = WORK_NORTH_M if is_away else 0.0
            elif now >= start:
                gone = (now - start).total_seconds() * DRIVE_M_PER_S
                return gone if is_away else WORK_NORTH_M - gone
        return here

    def status(self, now: datetime) -> VehicleStatus:
        """What the cloud would say."""
        is_driving = any(start <= now < end for start, end, _ in self.drives)
        parked_since = max((e for _, e, _ in self.drives if e <= now), default=MONDAY - T(days=1))
        level, state, to_full = 60.0, ChargingState.DISCONNECTED, None
        for start, begun in self.charges:
            if start <= now < start + T(hours=9):
                level = min(LIMIT_PERCENT, begun + (now - start).total_seconds() * AC_PERCENT_PER_S)
                is_done = level >= LIMIT_PERCENT
                state = ChargingState.PLUGGED if is_done else ChargingState.CHARGING
                to_full = T(minutes=round((100 - level) / AC_PERCENT_PER_S / 60))
        return VehicleStatus(
            vin="HESXR1C40PS000001",
            updated_at=now,
            fetched_at=now,
            battery=Battery(state_of_charge_percent=float(int(level))),
            charging=Charging(state=state, time_to_full=to_full),
            drive=Drive(is_running=is_driving, parked_since=None if is_driving else parked_since),
            position=Position(
                latitude=50.0 + self.north_m(now) / 111_195, longitude=8.0, is_trusted=True
            ),
        )


def simulate(seed: int, fences: tuple[Geofence, ...]) -> tuple[float, list[float], list[float]]:
    """Return requests a day, and delays in seconds of fence exits and of complete charges."""
    rng = Random(seed)
    week = Week(rng)
    exits = [s + T(seconds=350 / DRIVE_M_PER_S) for s, _, is_away in week.drives if is_away]
    ends = [s + T(seconds=(LIMIT_PERCENT - begun) / AC_PERCENT_PER_S) for s, begun in week.charges]
    exit_delays, charge_delays, requests = [], [], 0
    now, sharing_at = MONDAY + T(seconds=rng.uniform(0, 600)), MONDAY
    outlook = Outlook(
        status=week.status(now),
        charge_limit=ChargeLimit(percent=LIMIT_PERCENT),
        geofences=fences,
        timezone="Europe/Berlin",
    )
    while now < MONDAY + T(days=7):
        requests += 1
        if now >= sharing_at:
            requests += 1
            sharing_at = next_sharing_at(now, outlook.timezone)
        exit_delays += [(now - e).total_seconds() for e in exits if e <= now]
        exits = [e for e in exits if e > now]
        charge_delays += [(now - e).total_seconds() for e in ends if e <= now]
        ends = [e for e in ends if e > now]
        outlook = replace(outlook, status=week.status(now))
        now = next_poll_at(outlook, now, jitter=rng.random())
    return requests / 7, exit_delays, charge_delays


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def test_a_week_of_a_commuter_with_a_fence_stays_within_the_budget() -> None:
    weeks = [simulate(seed, (HOME,)) for seed in range(30)]

    exits = [delay for _, delays, _ in weeks for delay in delays]
    charges = [delay for _, _, delays in weeks for delay in delays]
    assert mean(requests for requests, _, _ in weeks) <= 300
    assert p95([requests for requests, _, _ in weeks]) <= 400
    assert p95(exits) <= 180
    assert p95(charges) <= 60


def test_a_car_without_fences_costs_less() -> None:
    assert mean(simulate(seed, ())[0] for seed in range(5)) <= 200
