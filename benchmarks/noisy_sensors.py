"""What the sensors of a simulated car say, with their noise: locks, place and tyres."""

from random import Random

from smartcloud.models import Access, LockState, Openings, Position, Tyre, Tyres

METRES_PER_DEGREE = 111_195.0
CLOSED = Openings(driver=False, passenger=False, rear_left=False, rear_right=False)


def access_of(names: set[str], noise: Random) -> Access:
    """Return what is open; the lock is unknown in one frame of fifty."""
    lock = LockState.UNLOCKED if {"unlocked", "door"} & names else LockState.LOCKED
    if noise.random() < 0.02:
        lock = LockState.UNKNOWN
    doors = CLOSED if "door" not in names else Openings(driver=True, passenger=False)
    windows = CLOSED if "window" not in names else Openings(driver=False, rear_left=True)
    return Access(
        lock_state=lock, doors=doors, windows=windows, is_trunk_open=False, is_hood_open=None
    )


def position_at(north_m: float, noise: Random) -> Position | None:
    """Return the place: 12 m off as a rule, sometimes kilometres off and then not trusted."""
    if noise.random() < 0.02:
        return None
    is_wild = noise.random() < 0.02
    off_m = noise.gauss(0, 3_000 if is_wild else 12)
    return Position(
        latitude=50.0 + (north_m + off_m) / METRES_PER_DEGREE,
        longitude=8.0 + noise.gauss(0, 12) / (METRES_PER_DEGREE * 0.64),
        is_trusted=not is_wild,
    )


def tyres_of(names: set[str], noise: Random) -> Tyres:
    """Return the pressures in kPa, 4 up or down; one of a hundred is missing."""
    soft = 185.0 if "soft_tyre" in names else 238.0
    wheels = [soft, 240.0, 241.0, 239.0]
    driver, passenger, rear_left, rear_right = (
        Tyre(
            pressure_kpa=None if noise.random() < 0.01 else kpa + noise.uniform(-4, 4),
            has_warning=False,
        )
        for kpa in wheels
    )
    return Tyres(driver=driver, passenger=passenger, rear_left=rear_left, rear_right=rear_right)
