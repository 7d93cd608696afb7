"""Locks, doors, windows and the climate of the cabin in words."""

from bot.localisation import Wording
from bot.rendering.view import CarView, Sentences
from smartcloud.models import Access, Openings

SEATS = ("driver", "passenger", "rear_left", "rear_right")


def lock_status(view: CarView, wording: Wording) -> Sentences:
    """Return whether the car is locked, and everything that is open."""
    access = view.status.access
    lock = wording.say(f"lock-{access.lock_state.value}")
    return Sentences(answer=f"{lock} {openings_line(access, wording)}")


def doors_status(view: CarView, wording: Wording) -> Sentences:
    """Return the doors, the tailgate and the bonnet."""
    access = view.status.access
    names = _open_lids(access, wording)
    lock = wording.say(f"lock-{access.lock_state.value}")
    return Sentences(answer=_openings("doors", access.doors, names, wording), details=(lock,))


def windows_status(view: CarView, wording: Wording) -> Sentences:
    """Return the four windows."""
    windows = view.status.access.windows
    names = [wording.label(f"window-{name}") for name in windows.open_names]
    return Sentences(answer=_openings("windows", windows, names, wording))


def openings_line(access: Access, wording: Wording) -> str:
    """Return one sentence about all that opens; unknown is never called closed."""
    windows = [wording.label(f"window-{name}") for name in access.windows.open_names]
    names = [*_open_lids(access, wording), *windows]
    if names:
        return wording.say("openings-open", names=wording.listing(names))
    everything = (access.doors.all_closed, access.windows.all_closed)
    return wording.say("openings-unknown" if None in everything else "openings-all-closed")


def climate_status(view: CarView, wording: Wording) -> Sentences:
    """Return climate, cabin, and what is heated."""
    climate = view.status.climate
    state = {True: "on", False: "off", None: "unknown"}[climate.is_active]
    details = [cabin_line(view, wording)]
    if climate.is_defrosting:
        details.append(wording.say("defrost-on"))
    heated = [
        wording.say("seat-level", seat=wording.label(f"seat-{seat}"), level=level)
        for seat in SEATS
        if (level := getattr(climate.seat_heating, seat))
    ]
    if heated:
        details.append(wording.say("seat-heat-line", seats=wording.listing(heated)))
    if climate.is_steering_heating:
        details.append(wording.say("steering-heat-on"))
    return Sentences(answer=wording.say(f"climate-is-{state}"), details=tuple(details))


def cabin_line(view: CarView, wording: Wording) -> str:
    """Return the temperatures that are known, inside and outside."""
    climate = view.status.climate
    inside = wording.temperature(climate.interior_temperature_c)
    outside = wording.temperature(climate.exterior_temperature_c)
    match climate.interior_temperature_c, climate.exterior_temperature_c:
        case None, None:
            return ""
        case _, None:
            return wording.say("cabin-inside", inside=inside)
        case None, _:
            return wording.say("cabin-outside", outside=outside)
    return wording.say("cabin-line", inside=inside, outside=outside)


def _open_lids(access: Access, wording: Wording) -> list[str]:
    doors = [wording.label(f"door-{name}") for name in access.doors.open_names]
    lids = {"trunk": access.is_trunk_open, "hood": access.is_hood_open}
    return doors + [wording.label(name) for name, is_open in lids.items() if is_open]


def _openings(what: str, openings: Openings, names: list[str], wording: Wording) -> str:
    if names:
        return wording.say(f"{what}-open", names=wording.listing(names))
    return wording.say(f"{what}-unknown" if openings.all_closed is None else f"{what}-closed")
