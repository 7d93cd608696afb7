"""What an observation changes: new memories of the rules, and episodes that begin or end; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from alerts import diary
from alerts.facts.place import trusted_position
from alerts.models import (
    AlertSettings,
    Change,
    EpisodeChange,
    Fact,
    Observation,
    RuleState,
    WatchedCar,
)
from alerts.parking import SPOT, Spot, next_spot, read_spot, write_spot
from alerts.rules import RULES, AlertRule
from alerts.thresholds import SETTING_OF, join_key, split_key, variants
from alerts.view import View
from smartcloud.models import VehicleStatus

FUTURE = timedelta(days=2)
"""A frame dated later than this is a broken clock; believed, it would outshine every later one."""

LAST_FRAME = "last_frame"
"""Name under which the time of the newest seen frame is kept among the memories of the rules."""

BY_CLOCK = tuple(rule for rule in RULES if not rule.needs_new_frame)

Memory = Mapping[str, RuleState]  # of one rule, by key

Step = tuple[RuleState | None, RuleState, View, datetime]
"""Memory before and after, the view that this rests on, and its time at the car."""


@dataclass(frozen=True, slots=True)
class Detection:
    """The complete new memory of a car's rules, and what is to be told, in catalogue order."""

    rule_states: tuple[RuleState, ...]
    changes: tuple[EpisodeChange, ...]


@dataclass(frozen=True, kw_only=True)
class _Look:
    """One observation of one car, with what every rule needs to know of it."""

    car: WatchedCar
    observation: Observation
    newest: Observation  # the observation, or the stored frame if that is newer
    now: datetime
    is_new: bool
    seen_at: datetime | None  # the car's time of the last frame before
    previous: VehicleStatus | None  # the stored frame, if it is older
    diary: diary.Diary
    spot: Spot | None  # where the car was parked

    def view(self, observation: Observation, memory: Memory, settings: AlertSettings) -> View:
        """Return what a rule may look at."""
        return View(
            observation=observation,
            now=self.now,
            previous=self.previous if observation is self.observation else None,
            memory=memory,
            settings=settings,
            agenda=self.car.agenda,
            diary=self.diary,
            spot=self.spot,
        )

    @cached_property
    def last_seen(self) -> tuple[Observation, datetime | None]:
        """Return the newest frame that the rules have seen, and what time it is at the car by now.

        Both differences are taken within one clock, so that a car's wrong clock does no harm. There
        is no time if the stored frame is another one.
        """
        stored = self.car.status
        if stored is None or stored.updated_at is None or stored.updated_at != self.seen_at:
            return self.observation, None
        silence = max(timedelta(0), self.now - stored.fetched_at)
        return replace(self.observation, status=stored), stored.updated_at + silence


def detect(
    car: WatchedCar,
    observation: Observation,
    now: datetime,
    rules: Iterable[AlertRule] = RULES,
) -> Detection:
    """Return what is new about ``car``.

    1. A frame that is not newer by the car's own clock, or has no time, brings no facts. What a
       newer frame told goes on lasting, though: a fact that waits to have lasted long enough
       matures while the car stays silent.
    2. An unknown fact leaves its rule's memory alone; keys that no longer exist are forgotten.
    3. A key without memory begins with what the last stored frame says of it, so that a fence
       drawn around a parked car knows that the car was inside.
    4. A rule that is switched off remembers, and tells nothing.
    5. A rule with a threshold runs once for each value that its chats have chosen.
    """
    look = _look(car, observation, now)
    by_rule: dict[str, list[RuleState]] = {}
    for state in car.rule_states:
        by_rule.setdefault(state.rule, []).append(state)
    states = [*_own_memories(look, by_rule)]
    changes: list[EpisodeChange] = []
    for rule in rules:
        if rule.needs_new_frame and not look.is_new and not _waits(by_rule.get(rule.name, ())):
            states += by_rule.get(rule.name, ())
            continue
        memories = _by_variant(rule, by_rule.get(rule.name, ()))
        wanted = variants(rule.name, car.settings, car.other_settings)
        for variant, settings in wanted.items():
            for step in _advanced(rule, memories.pop(variant, {}), look, settings):
                state, change = _told(rule, variant, step, car)
                changes += [change] if change is not None else []
                states += [state] if state.fact not in rule.forgets else []
        changes += _ended(rule, memories, now) if memories else []
    return Detection(tuple(states), tuple(changes))


def _waits(states: Iterable[RuleState]) -> bool:
    """Return whether a changed fact waits to have lasted long enough."""
    return any(state.candidate is not None for state in states)


def detect_by_clock(car: WatchedCar, observation: Observation, now: datetime) -> Detection:
    """Return what is new about plans, sharings and upkeep while the car itself was not asked.

    Nothing else matures: a car of which nobody knows how it is now raises no alert.
    """
    found = detect(car, observation, now, BY_CLOCK)
    told = {rule.name for rule in BY_CLOCK} | {LAST_FRAME, diary.DIARY, SPOT}
    rest = (state for state in car.rule_states if state.rule not in told)
    return replace(found, rule_states=(*found.rule_states, *rest))


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


def advance(
    rule: AlertRule,
    key: str,
    state: RuleState | None,
    fact: Fact | None,
    at: datetime,
    settings: AlertSettings | None = None,
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
        is_settled = state.candidate is None
        return state if is_settled else replace(state, candidate=None, candidate_since=None)
    since = at
    if state.candidate == fact and state.candidate_since is not None:
        since = state.candidate_since
    waiting = replace(state, candidate=fact, candidate_since=since)
    return _settled(rule, waiting, at, settings or AlertSettings())


def _look(car: WatchedCar, observation: Observation, now: datetime) -> _Look:
    is_new = is_newer(car, observation.status, now)
    previous = _previous(car, observation)
    newest = observation
    if not is_new and car.status is not None:
        newest = replace(observation, status=car.status)
    known = next((it for it in car.rule_states if it.rule == diary.DIARY), None)
    pages = diary.read(str(known.fact)) if known is not None else ()
    if is_new:
        status, zone = observation.status, car.settings.timezone
        pages = diary.continued(pages, previous, status, trusted_position(status), zone)
    return _Look(
        car=car,
        observation=observation,
        newest=newest,
        now=now,
        is_new=is_new,
        seen_at=_seen_at(car),
        previous=previous,
        diary=pages,
        spot=_spot(car, observation.status if is_new else None),
    )


def _spot(car: WatchedCar, status: VehicleStatus | None) -> Spot | None:
    """Return where the car was parked, with what a newer frame says of it."""
    known = next((it for it in car.rule_states if it.rule == SPOT), None)
    spot = read_spot(str(known.fact)) if known is not None else None
    return spot if status is None else next_spot(spot, status)


def _own_memories(look: _Look, by_rule: Mapping[str, list[RuleState]]) -> Iterator[RuleState]:
    """Yield the time of the newest frame, the diary and the spot, kept like memories of rules."""
    at = look.observation.status.updated_at if look.is_new else look.seen_at
    if at is not None:
        yield RuleState(rule=LAST_FRAME, key="", fact="seen", since=at)
    if not look.is_new:
        for name in (diary.DIARY, SPOT):
            yield from by_rule.get(name, ())
        return
    own = {diary.DIARY: diary.write(look.diary), SPOT: write_spot(look.spot)}
    for name, text in own.items():
        known = by_rule.get(name, ())
        if known and known[0].fact == text:
            yield known[0]
        elif text and at is not None:
            yield RuleState(rule=name, key="", fact=text, since=at)


def _seen_at(car: WatchedCar) -> datetime | None:
    """Return the car's time of the last frame that the rules have seen."""
    return next((state.since for state in car.rule_states if state.rule == LAST_FRAME), None)


def _by_variant(rule: AlertRule, states: Iterable[RuleState]) -> dict[str, dict[str, RuleState]]:
    """Return a rule's memories by variant and by its own key."""
    if rule.name not in SETTING_OF:
        return {"": {state.key: state for state in states}}
    memories: dict[str, dict[str, RuleState]] = {}
    for state in states:
        variant, key = split_key(rule.name, state.key)
        own = replace(state, key=key) if variant else state
        memories.setdefault(variant, {})[key] = own
    return memories


def _settled(rule: AlertRule, state: RuleState, at: datetime, settings: AlertSettings) -> RuleState:
    """Return ``state`` with its candidate as the fact, unless that has to last longer."""
    fact, since = state.candidate, state.candidate_since
    if fact is None or since is None:
        return state
    episode, shown = (None, "") if rule.closes(fact) else (state.episode, state.shown)
    if rule.opens(state.fact, fact):
        if at - since < rule.holds(fact, settings):
            return state
        episode, shown = f"{state.key}@{state.since.timestamp():.0f}", ""
    return RuleState(
        rule=rule.name, key=state.key, fact=fact, since=since, episode=episode, shown=shown
    )


def _advanced(
    rule: AlertRule, memory: Memory, look: _Look, settings: AlertSettings
) -> Iterator[Step]:
    """Advance every key of one rule."""
    updated_at = look.observation.status.updated_at
    if not rule.needs_new_frame:
        observation, at = look.newest, look.now
    elif look.is_new and updated_at is not None:
        observation, at = look.observation, updated_at
    else:
        yield from _matured(rule, memory, look, settings)
        return
    view = look.view(observation, memory, settings)
    facts = rule.facts(view)
    begun = _begun(rule, facts.keys() - memory.keys(), look, settings)
    for key, fact in facts.items():
        after = advance(rule, key, memory.get(key, begun.get(key)), fact, at, settings)
        if after is not None:
            yield memory.get(key), after, view, at


def _matured(
    rule: AlertRule, memory: Memory, look: _Look, settings: AlertSettings
) -> Iterator[Step]:
    """Yield the memories, settled where the newest frame still says what waits to be told."""
    last_seen, at = look.last_seen
    view = look.view(last_seen, memory, settings)
    if at is None:
        yield from ((state, state, view, look.now) for state in memory.values())
        return
    facts = rule.facts(view)
    for key, state in memory.items():
        holds = state.candidate is not None and facts.get(key) == state.candidate
        yield state, _settled(rule, state, at, settings) if holds else state, view, at


def _previous(car: WatchedCar, observation: Observation) -> VehicleStatus | None:
    """Return the stored frame if it is older than the observed one."""
    if car.status is None or car.status.updated_at is None:
        return None
    updated_at = observation.status.updated_at
    return car.status if updated_at is not None and car.status.updated_at < updated_at else None


def _begun(rule: AlertRule, keys: Iterable[str], look: _Look, settings: AlertSettings) -> Memory:
    """Return memories of keys that have none, from the last stored frame."""
    previous = look.previous
    if not keys or not rule.needs_new_frame or previous is None or previous.updated_at is None:
        return {}
    before = replace(look.observation, status=previous)
    facts = rule.facts(look.view(before, {}, settings))
    starts = {key: advance(rule, key, None, facts.get(key), previous.updated_at) for key in keys}
    return {key: state for key, state in starts.items() if state is not None}


def _told(
    rule: AlertRule, variant: str, step: Step, car: WatchedCar
) -> tuple[RuleState, EpisodeChange | None]:
    """Return the memory as it is kept, and what is to be told of the episode, if anything."""
    before, state, view, at = step
    if rule.name in car.settings.disabled and (before is None or before.episode is None):
        state = replace(state, episode=None)
    was = before.episode if before is not None else None
    episode = state.episode or was
    if episode is None or (was == state.episode and not rule.shows):
        return _kept(variant, state), None
    about = replace(view, key=state.key)
    details = rule.details(about)
    shown = "" if state.episode is None else _shown(rule, details)
    if was == state.episode and (shown == state.shown or not shown):
        return _kept(variant, state), None
    change = EpisodeChange(
        rule=rule.name,
        key=join_key(variant, state.key),
        episode=join_key(variant, episode),
        change=_kind(was, state.episode),
        urgency=rule.urgency,
        at=at,
        details={"car": car.vehicle.model.value, **details, **_useful_until(rule, about)},
        only_chat_id=rule.told_to(about),
        variant=variant,
    )
    return _kept(variant, replace(state, shown=shown)), change


def _useful_until(rule: AlertRule, view: View) -> dict[str, str]:
    """Return when the message loses its sense; ``alerts.gathering`` leaves it out from then on."""
    until = rule.useful_until(view)
    return {} if until is None else {"useful_until": until.isoformat()}


def _kind(was: str | None, episode: str | None) -> Change:
    if episode is None:
        return Change.CLOSED
    return Change.UPDATED if was == episode else Change.OPENED


def _kept(variant: str, state: RuleState) -> RuleState:
    return replace(state, key=join_key(variant, state.key)) if variant else state


def _shown(rule: AlertRule, details: Mapping[str, str | float]) -> str:
    """Return what the message shows; levels count in steps of five, a battery creeps."""
    values = (details.get(name) for name in rule.shows)
    return "|".join(_step(value) for value in values if value is not None)


def _step(value: str | float) -> str:
    return f"{value // 5:.0f}" if isinstance(value, float | int) else value


def _ended(
    rule: AlertRule, memories: Mapping[str, Memory], now: datetime
) -> Iterator[EpisodeChange]:
    """Yield the ends of episodes whose threshold nobody has any more."""
    for variant, memory in memories.items():
        for state in memory.values():
            if state.episode is not None:
                yield EpisodeChange(
                    rule=rule.name,
                    key=join_key(variant, state.key),
                    episode=join_key(variant, state.episode),
                    change=Change.CLOSED,
                    urgency=rule.urgency,
                    at=now,
                    variant=variant,
                )
