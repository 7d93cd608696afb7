"""What a rule may look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from alerts.diary import Diary
from alerts.models import (
    NOTHING_PLANNED,
    Agenda,
    AlertSettings,
    Fact,
    Observation,
    RuleState,
)
from alerts.parking import Spot
from smartcloud.models import VehicleStatus

CURRENT_FOR = timedelta(minutes=20)
"""How long an answer of the cloud tells where the car is; a sleeping car's answer is asked anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One observation, the frame before it, what is planned, and the asking rule's own memory."""

    observation: Observation
    now: datetime
    previous: VehicleStatus | None = None
    memory: Mapping[str, RuleState] = field(default_factory=dict)  # of this rule, by key
    settings: AlertSettings = field(default_factory=AlertSettings)
    agenda: Agenda = NOTHING_PLANNED
    diary: Diary = ()
    spot: Spot | None = None
    key: str = ""  # for details: the key of the episode

    @property
    def status(self) -> VehicleStatus:
        """Return the frame."""
        return self.observation.status

    @property
    def is_current(self) -> bool:
        """Return False if the cloud has been silent: the car may be anywhere by now."""
        return self.now - self.status.fetched_at <= CURRENT_FOR

    @property
    def before(self) -> RuleState | None:
        """Return the memory of a rule with one key."""
        return self.memory.get("")

    @property
    def last_fact(self) -> Fact | None:
        """Return the last known fact of a rule with one key."""
        return None if self.before is None else self.before.fact
