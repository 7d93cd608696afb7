"""What a charge, a trip and the use of energy look like: values and words for the pictures."""

from collections.abc import Mapping, Sequence
from datetime import date

from alerts.history import Frame
from bot.localisation import Wording, plain
from bot.pictures.models import (
    Bar,
    BarsPicture,
    ChargePoint,
    ChargingPicture,
    Fact,
    Heading,
    Place,
    TripPicture,
)
from bot.rendering.battery import level_line
from bot.rendering.journal import noon, slot_of
from bot.rendering.view import CarView
from smartcloud.models import ChargeRecord, ChargingState, Position, Trip, VehicleStatus

MOST_SESSIONS = 8
FULL_PERCENT = 100.0


def charge(view: CarView, frames: Sequence[Frame], wording: Wording) -> ChargingPicture:
    """Return the charge that is under way: its level so far, its target, its expected end."""
    status = view.status
    target = view.charge_limit.percent if view.charge_limit else None
    measured = charge_so_far(status, frames, wording)
    end = _end_of(status, target, wording)
    return ChargingPicture(
        heading=Heading(
            title=view.name,
            value=plain(level_line(view, wording)).strip("🔋 "),
            detail=wording.age(status.updated_at) if status.updated_at else "",
        ),
        measured=measured,
        expected=(end,) if end else (),
        target_percent=target,
        target_label=plain(wording.say("charging-limit", limit=wording.percent(target)))
        if target is not None
        else "",
        end_label=wording.time(end.at) if end else "",
        empty_label=wording.label("picture-empty"),
        facts=_charge_facts(status, wording),
        clock=wording.time,
        percent=wording.percent,
    )


def charge_so_far(
    status: VehicleStatus, frames: Sequence[Frame], wording: Wording
) -> tuple[ChargePoint, ...]:
    """Return the levels since this charge began, oldest first; a break ends the look back."""
    points: list[ChargePoint] = []
    for one in (status, *(frame.status for frame in reversed(frames))):
        if one.charging.state is not ChargingState.CHARGING:
            break
        level = one.battery.state_of_charge_percent
        if level is not None and one.updated_at is not None:
            at = one.updated_at.astimezone(wording.zone)
            points.append(ChargePoint(at=at, level_percent=level))
    return tuple(sorted(points, key=lambda point: point.at))


def charges(records: Sequence[ChargeRecord], car: str, wording: Wording) -> BarsPicture:
    """Return the energy of the newest sessions, oldest first."""
    shown = [
        (record.started_at, record.energy_kwh)
        for record in records
        if record.started_at is not None and record.energy_kwh is not None
    ][:MOST_SESSIONS]
    total = sum(energy for _, energy in shown)
    return BarsPicture(
        heading=Heading(
            title=f"{car} · {wording.label('charging_history')}", value=wording.energy(total)
        ),
        series=("",),
        bars=tuple(Bar(label=wording.day(at), amounts=(energy,)) for at, energy in reversed(shown)),
        amount=wording.energy,
        empty_label=wording.label("picture-empty"),
    )


def trip(one: Trip, track: Sequence[Position], wording: Wording) -> TripPicture:
    """Return the way of a trip with its distance, time and consumption."""
    facts = (
        ("fact-duration", wording.duration(one.duration) if one.duration else ""),
        ("fact-consumption", wording.energy(one.energy_kwh) if one.energy_kwh else ""),
        ("fact-speed", wording.speed(one.average_speed_kmh) if one.average_speed_kmh else ""),
    )
    return TripPicture(
        heading=Heading(
            title=wording.day_and_time(one.started_at), value=wording.distance(one.distance_km)
        ),
        track=tuple(Place(latitude=it.latitude, longitude=it.longitude) for it in track),
        start_label=wording.time(one.started_at),
        end_label=wording.time(one.ended_at) if one.ended_at else "",
        empty_label=wording.label("picture-no-track"),
        facts=tuple(Fact(label=wording.label(key), value=value) for key, value in facts if value),
        distance=wording.map_scale,
        unit_m=wording.way_m,
    )


def energy(
    trips: Sequence[Trip], drivers: Mapping[str, str], car: str, wording: Wording
) -> BarsPicture:
    """Return the energy of trips by day, or by week for a long time, stacked by driver.

    ``drivers`` has a name by trip id; trips of nobody known are a row of their own.
    """
    known = [(it, it.energy_kwh) for it in trips if it.energy_kwh is not None]
    nobody = wording.label("driver-unknown")
    names = tuple(dict.fromkeys(drivers.get(it.trip_id, nobody) for it, _ in known)) or (nobody,)
    amounts: dict[date, list[float]] = {}
    for it, used in known:
        row = amounts.setdefault(slot_of(it.started_at, known[-1][0], wording), [0.0] * len(names))
        row[names.index(drivers.get(it.trip_id, nobody))] += used
    return BarsPicture(
        heading=Heading(
            title=f"{car} · {wording.label('energy_stats')}",
            value=wording.energy(sum(used for _, used in known)),
        ),
        series=names,
        bars=tuple(
            Bar(label=wording.day(noon(day, wording)), amounts=tuple(row))
            for day, row in sorted(amounts.items())
        ),
        amount=wording.energy,
        empty_label=wording.label("picture-empty"),
    )


def _end_of(status: VehicleStatus, target: float | None, wording: Wording) -> ChargePoint | None:
    left, at = status.charging.time_to_full, status.updated_at
    if status.charging.state is not ChargingState.CHARGING or left is None or at is None:
        return None
    end = (at + left).astimezone(wording.zone)
    return ChargePoint(at=end, level_percent=FULL_PERCENT if target is None else target)


def _charge_facts(status: VehicleStatus, wording: Wording) -> tuple[Fact, ...]:
    power, left = status.charging.power_kw, status.charging.time_to_full
    facts = (
        ("fact-power", wording.power(power) if power else ""),
        ("fact-left", wording.duration(left) if left else ""),
    )
    return tuple(Fact(label=wording.label(key), value=value) for key, value in facts if value)
