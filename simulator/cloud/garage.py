"""The simulated cars: time passes for one when somebody looks at it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from simulator.cloud.diary import Diary
from simulator.cloud.history import past_diary
from simulator.cloud.physics.car import Car
from simulator.cloud.physics.passing import passed, step_s

REPORT_ACTIVE_S = 12.0
REPORT_IDLE_S = 240.0
SERIAL_SERVICE = "ZAF"
Change = Callable[[Car], Car]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A snapshot as the car reported it; ``updated_ms`` never repeats for a car."""

    car: Car
    updated_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A command that the car will carry out at ``due``."""

    due: float
    change: Change


@dataclass(slots=True)
class SimulatedCar:
    """One car with its last report, what it was told to do and its diary."""

    state: Car
    rng: random.Random
    frame: Frame = field(init=False)
    diary: Diary = field(default_factory=Diary)
    last_order_at: float = float("-inf")
    last_service: str = ""
    known_since: float = field(init=False)
    destination: dict[str, object] | None = None  # what was sent to its navigation
    _pending: list[Pending] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Report once: a car that has never reported has no frame."""
        self.frame = Frame(car=self.state, updated_ms=int(self.state.at * 1000))
        self.known_since = self.state.at

    def advance(self, at: float) -> None:
        """Let time pass up to ``at`` (simulated epoch seconds), reporting on the way."""
        while self.state.at < at - 1e-9:
            due = min((o.due for o in self._pending), default=at)
            pause = step_s(self.state)
            target = min(at, self.state.at + pause, max(due, self.state.at))
            if target > self.state.at:
                self._become(passed(self.state, target - self.state.at))
            self._carry_out()
            self._report_if_due()

    def _carry_out(self) -> None:
        if not self.state.link.online:
            if self._pending:  # heard when the box wakes up
                self._pending = [
                    replace(o, due=max(o.due, self.state.at + 60)) for o in self._pending
                ]
            return
        ready = [o for o in self._pending if o.due <= self.state.at]
        self._pending = [o for o in self._pending if o.due > self.state.at]
        for order in ready:
            self._become(order.change(self.state))
            self.report()

    def _become(self, state: Car) -> None:
        was, self.state = self.state, state
        self.diary.observe(was, state)
        if notable(was) != notable(state):
            self.report()

    def _report_if_due(self) -> None:
        pause = REPORT_ACTIVE_S if self.state.is_active else REPORT_IDLE_S
        if self.state.at - self.frame.car.at >= pause:
            self.report()

    def report(self) -> None:
        """Send a snapshot to the cloud, unless the telematics box is asleep."""
        if self.state.link.online:
            stamp = max(int(self.state.at * 1000), self.frame.updated_ms + 1)
            self.frame = Frame(car=self.state, updated_ms=stamp)

    def change(self, change: Change) -> None:
        """Change the physical car now, as a person beside it would; it reports at once."""
        woke = not self.state.link.online
        self._become(change(self.state))
        if woke and self.state.link.online:
            self._pending = [replace(o, due=self.state.at + 2) for o in self._pending]
        self.report()

    def order(self, change: Change, delay_s: tuple[float, float]) -> None:
        """Take a command; it is carried out after a random delay."""
        due = self.state.at + self.rng.uniform(*delay_s)
        self._pending.append(Pending(due=due, change=change))

    def is_busy(self, service: str, window_s: float) -> bool:
        """Say whether a command comes too soon after the last one.

        Comfort functions of the #5 are an exception: they take one request each by design.
        """
        if service == self.last_service == SERIAL_SERVICE:
            return False
        return self.state.at - self.last_order_at < window_s

    def note_order(self, service: str) -> None:
        """Note that a command was accepted, carried out or not."""
        self.last_order_at, self.last_service = self.state.at, service


def notable(car: Car) -> tuple[object, ...]:
    """Return what a car reports at once when it changes."""
    return (
        car.is_driving,
        car.charge.is_charging,
        car.charge.cable,
        car.climate.active,
        car.climate.defrost,
        car.extras,
        car.body,
        car.link,
    )


class Garage:
    """All cars by VIN, always as of the simulated time of looking."""

    def __init__(self, cars: list[Car], *, now: Callable[[], float], seed: int) -> None:
        self._now = now
        self._cars = {
            car.vin: SimulatedCar(
                state=car,
                rng=random.Random(f"{seed}-{car.vin}"),
                diary=past_diary(car, random.Random(f"past-{seed}-{car.vin}")),
            )
            for car in cars
        }

    def get(self, vin: str) -> SimulatedCar | None:
        """Return the car as it is now, or None."""
        if car := self._cars.get(vin):
            car.advance(self._now())
        return car

    def __iter__(self) -> Iterator[SimulatedCar]:
        """Go through all cars as they are now."""
        for vin in self._cars:
            if car := self.get(vin):
                yield car
