"""What a car is and has: capability list, ability list, and what both say together."""

from dataclasses import dataclass, field

from smartcloud.models.vehicle import Model


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """One function of the platform's list; True does not prove that the car obeys."""

    function_id: str
    is_enabled: bool | None = None
    targets: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """The other list, with the car's names and pictures."""

    sale_name: str | None = None
    model_name: str | None = None
    colour: str | None = None
    interior_colour: str | None = None
    wheels: str | None = None
    nickname: str | None = None
    plate: str | None = None
    side_picture: str | None = None
    top_picture: str | None = None
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """What is known about one car; a feature is True (has it), False (has it not) or None."""

    model: Model = Model.UNKNOWN
    edition: str | None = None
    colour: str | None = None
    interior_colour: str | None = None
    wheels: str | None = None
    side_picture: str | None = None
    features: dict[str, bool | None] = field(default_factory=dict)

    def has(self, feature: str) -> bool | None:
        """Say whether the car has a feature; None: unknown."""
        return self.features.get(feature)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fridge:
    """The refrigerator; the shape is guessed."""

    is_on: bool | None = None
    temperature_c: float | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Locker:
    """The locker; the shape is guessed."""

    is_open: bool | None = None
    is_locked: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LockerSecret:
    """Whether the locker has a code; the shape is guessed."""

    has_secret: bool | None = None
    is_set: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragrance:
    """The scent; the shape is guessed."""

    is_active: bool | None = None
    level: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TheftMonitoring:
    """Settings of theft monitoring; the shape is guessed."""

    is_enabled: bool | None = None
    has_notifications: bool | None = None
    has_geofence_alert: bool | None = None
    has_movement_alert: bool | None = None
