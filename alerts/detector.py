"""What an observation changes: new memories of the rules, and episodes that begin or end; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.models import Change, EpisodeChange, Fact, Observation, RuleState, WatchedCar
from alerts.rules import RULES, AlertRule
from alerts.view import View
from smartcloud.models import VehicleStatus

FUTURE = timedelta(days=2)
"""A frame dated later than this is a broken clock; believed, it would outshine every later one."""

LAST_FRAME = "last_frame"
"""Name under which the time of the newest seen frame is kept among the memories of the rules."""

Memory = Mapping[str, RuleState]  # of one rule, by key

Step = tuple[RuleState | None, RuleState, Observation, datetime]
"""Memory before and after, the observation that this rests on, and its time at the car."""


@dataclass(frozen=True, slots=True)
class Detection:
    """The complete new memory of a car's rules, and what is to be told, in catalogue order."""

    rule_states: tuple[RuleState, ...]
    changes: tuple[EpisodeChange, ...]


def detect(
    car: WatchedCar,
    observation: Observation,
    now: datetime,
    rules: Iterable[AlertRule] = RULES,
) -> Detection:
    """Return what is new about ``car``.

    1. A frame that is not newer by the car's own clock, or has no time, brings no facts. What a
       newer frame told goes on lasting, though: a fact that waits for ``hold_for`` matures while
       the car stays silent.
    2. An unknown fact leaves its rule's memory alone; keys that no longer exist are forgotten.
    3. A key without memory begins with what the last stored frame says of it, so that a fence
       drawn around a parked car knows that the car was inside.
    4. A rule that is switched off remembers, and tells nothing.
    """
    states = [*_last_frame(car, observation, now)]
    changes: list[EpisodeChange] = []
    for rule in rules:
        memory = {state.key: state for state in car.rule_states if state.rule == rule.name}
        for before, state, seen, at in _advanced(rule, memory, car, observation, now):
            if rule.name in car.settings.disabled and (before is None or before.episode is None):
                state = replace(state, episode=None)
            change = _change(rule, before, state, car, seen, at)
            changes += [change] if change is not None else []
            states += [state] if state.fact not in rule.forgets else []
    return Detection(tuple(states), tuple(changes))


def is_newer(car: WatchedCar, status: VehicleStatus, now: datetime) -> bool:
    """Return whether the frame is newer, by the car's clock, than all that the rules have seen.

    The stored status alone does not tell: a person's question may have brought it, and then the
    rules have yet to see that frame.
    """
    updated_at = status.updated_at
    if updated_at is None or updated_at > now + FUTURE:
        return False
    seen_at = _seen_at(car)
    if seen_at is not None:
        return updated_at > seen_at
    stored_at = car.status.updated_at if car.status is not None else None
    return stored_at is None or updated_at >= stored_at


def _seen_at(car: WatchedCar) -> datetime | None:
    """Return the car's time of the last frame that the rules have seen."""
    return next((state.since for state in car.rule_states if state.rule == LAST_FRAME), None)


def _last_frame(car: WatchedCar, observation: Observation, now: datetime) -> tuple[RuleState, ...]:
    """Return the memory of the newest frame, kept like the memory of a rule."""
    at = observation.status.updated_at if is_newer(car, observation.status, now) else _seen_at(car)
    return () if at is None else (RuleState(rule=LAST_FRAME, key="", fact="seen", since=at),)


def advance(
    rule: AlertRule, key: str, state: RuleState | None, fact: Fact | None, at: datetime
) -> RuleState | None:
    """Return the rule's next memory of ``key``; its ``episode`` says what is open.

    An episode is named by the moment the stretch before it began, which a second look from the
    same memory repeats; one that is news at first is named by its key.
    """
    if fact is None:
        return state
    if state is None:
        is_news = rule.is_news_at_first and fact in rule.open_facts
        episode = key if is_news else None
        return RuleState(rule=rule.name, key=key, fact=fact, since=at, episode=episode)
    if fact == state.fact:
        return replace(state, candidate=None, candidate_since=None)
    since = at
    if state.candidate == fact and state.candidate_since is not None:
        since = state.candidate_since
    waiting = replace(state, candidate=fact, candidate_since=since)
    return _settled(rule, waiting, at)


def _settled(rule: AlertRule, state: RuleState, at: datetime) -> RuleState:
    """Return ``state`` with its candidate as the fact, unless that has to last longer."""
    fact, since = state.candidate, state.candidate_since
    if fact is None or since is None:
        return state
    episode = None if rule.closes(fact) else state.episode
    if rule.opens(state.fact, fact):
        if at - since < rule.hold_for:
            return state
        episode = f"{state.key}@{state.since.timestamp():.0f}"
    return RuleState(rule=rule.name, key=state.key, fact=fact, since=since, episode=episode)


def _advanced(
    rule: AlertRule, memory: Memory, car: WatchedCar, observation: Observation, now: datetime
) -> Iterator[Step]:
    """Advance every key of one rule."""
    updated_at = observation.status.updated_at
    if not rule.needs_new_frame:
        at = now
    elif updated_at is not None and is_newer(car, observation.status, now):
        at = updated_at
    else:
        yield from _matured(rule, memory, car, observation, now)
        return
    view = View(
        observation=observation,
        previous=_previous(car, observation),
        memory=memory,
        settings=car.settings,
    )
    facts = rule.facts(view)
    begun = _begun(rule, facts.keys() - memory.keys(), car, observation)
    for key, fact in facts.items():
        after = advance(rule, key, memory.get(key, begun.get(key)), fact, at)
        if after is not None:
            yield memory.get(key), after, observation, at


def _matured(
    rule: AlertRule, memory: Memory, car: WatchedCar, observation: Observation, now: datetime
) -> Iterator[Step]:
    """Yield the memories, settled where the newest frame still says what waits to be told."""
    last_seen, at = _last_seen(car, observation, now)
    if at is None:
        yield from ((state, state, observation, now) for state in memory.values())
        return
    facts = rule.facts(View(observation=last_seen, memory=memory, settings=car.settings))
    for key, state in memory.items():
        holds = state.candidate is not None and facts.get(key) == state.candidate
        yield state, _settled(rule, state, at) if holds else state, last_seen, at


def _previous(car: WatchedCar, observation: Observation) -> VehicleStatus | None:
    """Return the stored frame if it is older than the observed one."""
    if car.status is None or car.status.updated_at is None:
        return None
    updated_at = observation.status.updated_at
    return car.status if updated_at is not None and car.status.updated_at < updated_at else None


def _last_seen(
    car: WatchedCar, observation: Observation, now: datetime
) -> tuple[Observation, datetime | None]:
    """Return the newest frame that the rules have seen, and what time it is at the car by now.

    Both differences are taken within one clock, so that a car's wrong clock does no harm. There is
    no time if the stored frame is another one.
    """
    if car.status is None or car.status.updated_at is None:
        return observation, None
    if car.status.updated_at != _seen_at(car):
        return observation, None
    silence = max(timedelta(0), now - car.status.fetched_at)
    return replace(observation, status=car.status), car.status.updated_at + silence


def _begun(
    rule: AlertRule, keys: Iterable[str], car: WatchedCar, observation: Observation
) -> Memory:
    """Return memories of keys that have none, from the last stored frame."""
    previous = _previous(car, observation)
    if not rule.needs_new_frame or previous is None or previous.updated_at is None:
        return {}
    before = replace(observation, status=previous)
    facts = rule.facts(View(observation=before, settings=car.settings))
    starts = {key: advance(rule, key, None, facts.get(key), previous.updated_at) for key in keys}
    return {key: state for key, state in starts.items() if state is not None}


def _change(
    rule: AlertRule,
    before: RuleState | None,
    state: RuleState,
    car: WatchedCar,
    observation: Observation,
    at: datetime,
) -> EpisodeChange | None:
    was = before.episode if before is not None else None
    episode = state.episode or was
    if episode is None or was == state.episode:
        return None
    view = View(observation=observation, previous=_previous(car, observation), key=state.key)
    return EpisodeChange(
        rule=rule.name,
        key=state.key,
        episode=episode,
        change=Change.CLOSED if state.episode is None else Change.OPENED,
        urgency=rule.urgency,
        at=at,
        details={"car": car.vehicle.model.value, **rule.details(view)},
    )
