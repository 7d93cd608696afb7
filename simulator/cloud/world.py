"""Everything that the simulated cloud remembers, in one place."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.cloud.clock import SimClock
from simulator.cloud.fleet import OWNERS, Owner, built_fleet
from simulator.cloud.garage import Garage
from simulator.cloud.nonces import Nonces
from simulator.cloud.sharing import Sharings
from simulator.cloud.tokens import TokenVault

OUTCOMES = ("execute", "ignore", "reject")


@dataclass(slots=True, kw_only=True)
class Settings:
    """Switches of the stand-in; times in simulated seconds."""

    single_session: bool = False  # a new log-in ends the account's other sessions
    session_lifetime_s: float = 4_579_200.0
    oauth_lifetime_s: float = 604_800.0
    execution_window_s: float = 10.0  # a second command within it is lost with 8070
    command_delay_s: tuple[float, float] = (5.0, 20.0)
    command_outcome: str = "execute"
    grant_rotates_token: bool = True


@dataclass(slots=True, kw_only=True)
class World:
    """The state behind every endpoint."""

    clock: SimClock
    wall_clock: Callable[[], float]
    rng: random.Random
    settings: Settings
    garage: Garage
    vault: TokenVault
    nonces: Nonces
    sharings: Sharings
    owners: tuple[Owner, ...] = OWNERS
    selected: dict[str, str] = field(default_factory=dict)  # user id -> VIN
    # Who may read which records of which car: user, VIN and service -> session token of the grant
    grants: dict[tuple[str, str, str], str] = field(default_factory=dict)
    documents: dict[str, object] = field(default_factory=dict)  # what clients stored, by key

    def now(self) -> float:
        """Return the simulated epoch seconds."""
        return self.clock.now().timestamp()

    def owner(self, user_id: str) -> Owner | None:
        """Return the account with this user id."""
        return next((o for o in self.owners if o.user_id == user_id), None)

    def owner_of(self, vin: str) -> Owner | None:
        """Return the account that owns a car."""
        return next((o for o in self.owners if vin in o.vins), None)

    def with_password(self, region: str, email: str, password: str) -> Owner | None:
        """Return the account with these credentials."""
        wanted = (region, email.strip().lower(), password)
        return next((o for o in self.owners if (o.region, o.email, o.password) == wanted), None)


def built_world(
    clock: SimClock,
    *,
    wall_clock: Callable[[], float],
    seed: int,
    command_delay_s: tuple[float, float],
) -> World:
    """Return a fresh world at the clock's time."""
    rng = random.Random(seed)

    def now() -> float:
        return clock.now().timestamp()

    return World(
        clock=clock,
        wall_clock=wall_clock,
        rng=rng,
        settings=Settings(command_delay_s=command_delay_s),
        garage=Garage(built_fleet(now()), now=now, seed=seed),
        vault=TokenVault(now=now, rng=rng),
        nonces=Nonces(),
        sharings=Sharings(now_ms=lambda: int(now() * 1000)),
    )
