"""What a reader may see of a car, and the frame that every answer about it has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from alerts.models import Geofence
from bot.localisation import Html, Wording
from smartcloud.models import ChargeLimit, Vehicle, VehicleStatus
from storage.records import Car


@dataclass(frozen=True, slots=True, kw_only=True)
class CarView:
    """One car as one chat may see it."""

    car_id: int
    name: str
    vehicle: Vehicle
    status: VehicleStatus
    charge_limit: ChargeLimit | None = None
    geofences: Sequence[Geofence] = ()
    is_private: bool = True  # False in a group: no place, no e-mail, no VIN, no plate
    is_late: bool = False  # True: a newer snapshot was asked for and did not come

    @classmethod
    def of(
        cls,
        car: Car,
        *,
        is_private: bool,
        geofences: Sequence[Geofence] = (),
        is_late: bool = False,
    ) -> "CarView | None":
        """Return what may be told of a car; ``None`` before its first data."""
        if car.status is None:
            return None
        return cls(
            car_id=car.car_id,
            name=car.name,
            vehicle=car.vehicle,
            status=car.status,
            charge_limit=car.charge_limit,
            geofences=geofences,
            is_private=is_private,
            is_late=is_late,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """An answer before it is framed: the first line, and details worth a line each."""

    answer: str
    details: tuple[str, ...] = ()


def data_line(view: CarView, wording: Wording) -> Html:
    """Return the car's name and how old its own data are."""
    if view.status.updated_at is None:
        return wording.say("data-line-undated", car=view.name)
    key = "data-line-late" if view.is_late else "data-line"
    return wording.say(key, car=view.name, age=Html(wording.age(view.status.updated_at)))


def framed(sentences: Sentences, view: CarView, wording: Wording) -> str:
    """Return the answer, the age of the data, then the details."""
    return lines([sentences.answer, data_line(view, wording), *sentences.details])


def lines(parts: Iterable[str]) -> str:
    """Join what is not empty, a line each."""
    return "\n".join(part for part in parts if part)


def is_fresh(view: CarView, within: timedelta, wording: Wording) -> bool:
    """Return whether the snapshot was fetched within this time."""
    return wording.now - view.status.fetched_at < within
