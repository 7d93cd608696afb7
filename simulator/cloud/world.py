"""Everything that the simulated cloud remembers, in one place."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.cloud.cabinet import Cabinet
from simulator.cloud.clock import SimClock
from simulator.cloud.fleet import OWNERS, Owner, built_fleet
from simulator.cloud.garage import Garage
from simulator.cloud.grants import Grants
from simulator.cloud.keys import Keys
from simulator.cloud.nonces import Nonces
from simulator.cloud.people import People
from simulator.cloud.sharing import Sharings
from simulator.cloud.tokens import TokenVault

TOKEN_KINDS = (
    *("session", "session_refresh", "oauth", "oauth_refresh", "login", "id"),
    *("iam", "iam_refresh", "auth_code"),
)
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
    xs_secret: str = ""  # of the EU's newer services; while empty, only the form is checked
    dcs_client_secret: str = ""  # of the charging partner; while empty, any is good


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
    people: People
    grants: Grants
    keys: Keys
    cabinet: Cabinet = field(default_factory=Cabinet)
    selected: dict[str, str] = field(default_factory=dict)  # user id -> VIN

    def now(self) -> float:
        """Return the simulated epoch seconds."""
        return self.clock.now().timestamp()

    def owner(self, user_id: str) -> Owner | None:
        """Return the account with this user id."""
        return self.people.get(user_id)

    def now_ms(self) -> int:
        """Return the simulated epoch milliseconds."""
        return int(self.now() * 1000)

    def close_account(self, user_id: str) -> None:
        """End an account with everything that it may still use."""
        for kind in TOKEN_KINDS:
            self.vault.revoke_all(kind, user_id)
        self.grants.forget(user_id)
        self.people.leave(user_id)


def built_world(
    clock: SimClock,
    *,
    wall_clock: Callable[[], float],
    seed: int,
    command_delay_s: tuple[float, float],
) -> World:
    """Return a fresh world at the clock's time."""
    rng, people = random.Random(seed), People(OWNERS)

    def now() -> float:
        return clock.now().timestamp()

    def now_ms() -> int:
        return int(now() * 1000)

    return World(
        clock=clock,
        wall_clock=wall_clock,
        rng=rng,
        settings=Settings(command_delay_s=command_delay_s),
        garage=Garage(built_fleet(now()), now=now, seed=seed),
        vault=TokenVault(now=now, rng=rng),
        nonces=Nonces(),
        people=people,
        sharings=Sharings(now_ms=now_ms, people=people),
        grants=Grants(now_ms=now_ms),
        keys=Keys(now_ms=now_ms, people=people),
    )
