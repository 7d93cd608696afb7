"""When the cloud is left alone after it refused: pure values, which the caller stores.

A refusal is HTTP 429, or HTTP 403 with a page instead of data: that comes from a firewall before
the cloud and says nothing about a session. The first pauses one account, the second a whole host.
When a pause is over, one request goes ahead; its success ends the pause, its refusal makes a
longer one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from smartcloud.backoff import LONGEST_WINDOW, SHORTEST_WINDOW

LONGEST_PAUSE = timedelta(hours=6)
"""Whatever the cloud asks for."""
GROWTH = 2
JITTER = 0.1
"""The part of a window that chance adds, so that several installations do not return at once."""
PROBE_LASTS = timedelta(seconds=45)
"""So long nobody else asks; more than a request may take."""
SEVERAL = 3
"""So many accounts refused at the same time mean the host."""
PLATFORM = "ecloudeu.com"
"""Both generations of the vehicle platform are one to an account."""


class Scope(StrEnum):
    """Who is left alone."""

    HOST = "host"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A host, or an account on one: ``key`` is ``host`` or ``site digest``."""

    scope: Scope
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Nothing is asked before ``quiet_until``, and then by one alone."""

    place: Place
    quiet_until: datetime
    window: timedelta = SHORTEST_WINDOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What the cloud said; ``is_wall``: a firewall, not the service; ``retry_after`` if given."""

    is_wall: bool
    retry_after: timedelta | None = None


Pauses = Mapping[Place, Pause]


def places_of(host: str, account: str) -> tuple[Place, ...]:
    """Return what a request touches; ``account`` is a digest, or nothing during a log-in."""
    of_host = Place(scope=Scope.HOST, key=host)
    if not account:
        return (of_host,)
    return (of_host, Place(scope=Scope.ACCOUNT, key=f"{_site(host)} {account}"))


def time_left(pauses: Pauses, places: Iterable[Place], now: datetime) -> timedelta:
    """Return how long nothing may be asked at these places; zero if something may."""
    found = [pauses[place].quiet_until - now for place in places if place in pauses]
    return max((timedelta(0), *found))


def with_probe(pause: Pause, now: datetime) -> Pause:
    """Return the pause while one request finds out whether it is over."""
    return replace(pause, quiet_until=now + PROBE_LASTS)


def after_refusal(
    pauses: Pauses,
    places: tuple[Place, ...],
    refusal: Refusal,
    now: datetime,
    *,
    probed: frozenset[Place] = frozenset(),
    jitter: float = 0.0,
) -> tuple[Pause, ...]:
    """Return the pauses that a refusal begins or makes longer.

    ``places`` are those of the request, ``probed`` those whose pause it tried to end; ``jitter``
    lies in [0, 1). Requests under way at the first refusal do not make the window grow.
    """
    host, accounts = places[0], places[1:]
    meant = {*probed, *((host,) if refusal.is_wall else accounts)}
    made = {
        place: _paused(pauses.get(place), place, refusal, now, probed, jitter) for place in meant
    }
    if host not in made and _are_several({**pauses, **made}, host, now):
        made[host] = _paused(pauses.get(host), host, refusal, now, probed, jitter)
    return tuple(made.values())


def _paused(
    before: Pause | None,
    place: Place,
    refusal: Refusal,
    now: datetime,
    probed: frozenset[Place],
    jitter: float,
) -> Pause:
    window, until = SHORTEST_WINDOW, now
    if before is not None:
        is_same_wave = place not in probed and now < before.quiet_until
        window = before.window if is_same_wave else min(before.window * GROWTH, LONGEST_WINDOW)
        until = before.quiet_until
    wait = window * (1 + jitter * JITTER)
    if refusal.retry_after:
        wait = max(wait, refusal.retry_after) if refusal.is_wall else refusal.retry_after
    return Pause(place=place, quiet_until=max(until, now + min(wait, LONGEST_PAUSE)), window=window)


def _are_several(pauses: Pauses, host: Place, now: datetime) -> bool:
    start = f"{_site(host.key)} "
    refused = [
        pause
        for place, pause in pauses.items()
        if place.scope is Scope.ACCOUNT and place.key.startswith(start) and now < pause.quiet_until
    ]
    return len(refused) >= SEVERAL


def _site(host: str) -> str:
    return PLATFORM if host.endswith(f".{PLATFORM}") else host
