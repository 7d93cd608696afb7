"""Telling that a car cannot be seen, once, and once that it can be seen again; pure.

Such a trouble has no frame of the car to rest on, so it is not a rule: it is noticed by failures in
a row. One car speaks for its account. What many accounts of a region meet at once is one outage:
the store tells it once to every chat, and an account needs fewer failures to join it. A lost
session is told by the store, because it ends with a log-in and not with a poll.
"""

from dataclasses import dataclass
from datetime import datetime

from alerts.models import Change, EpisodeChange, RuleState, Urgency, WatchedCar
from smartcloud.exceptions import CloudUnavailableError, SessionEvictedError, SmartCloudError


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """One reason why nothing is seen for a while."""

    kind: str
    error: type[SmartCloudError]
    after_failures: int  # in a row, of any kind
    after_failures_of_many: int  # while others of the region are in it already


TROUBLES = (
    # With the back-off of the schedule these are some 15 minutes without an answer.
    Trouble(
        kind="cloud_outage", error=CloudUnavailableError, after_failures=6, after_failures_of_many=2
    ),
    Trouble(
        kind="session_evicted",
        error=SessionEvictedError,
        after_failures=1,
        after_failures_of_many=1,
    ),
)
TROUBLE_KINDS = frozenset(trouble.kind for trouble in TROUBLES)


def trouble_begins(
    car: WatchedCar, error: Exception, failures: int, now: datetime
) -> tuple[RuleState, EpisodeChange] | None:
    """Return the memory and the news of a trouble, or ``None`` if there is nothing new to tell."""
    if not car.speaks_for_account or _open(car):
        return None
    for trouble in TROUBLES:
        enough = trouble.after_failures_of_many if car.is_cloud_down else trouble.after_failures
        if isinstance(error, trouble.error) and failures >= enough:
            episode = f"@{now.timestamp():.0f}"
            state = RuleState(rule=trouble.kind, key="", fact="down", since=now, episode=episode)
            return state, _told(car, state, Change.OPENED, now)
    return None


def troubles_end(car: WatchedCar, now: datetime) -> tuple[EpisodeChange, ...]:
    """Return that the car is seen again, if it was told that it is not."""
    return tuple(_told(car, state, Change.CLOSED, now) for state in _open(car))


def _open(car: WatchedCar) -> list[RuleState]:
    return [state for state in car.rule_states if state.rule in TROUBLE_KINDS]


def _told(car: WatchedCar, state: RuleState, change: Change, now: datetime) -> EpisodeChange:
    return EpisodeChange(
        rule=state.rule,
        key=state.key,
        episode=state.episode or "",
        change=change,
        urgency=Urgency.NOTICE,
        at=now,
        details={"car": car.vehicle.model.value},
    )
