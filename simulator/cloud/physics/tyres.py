"""Tyre pressure, which follows the tyres' temperature a little (pure)."""

from dataclasses import replace

from simulator.cloud.physics.car import PLACES, Car, Four, Health

KPA_PER_DEGREE = 0.5


def pressures(car: Car) -> Four[float]:
    """Return the four pressures in kPa at the tyres' present temperature."""
    warmer = car.health.tyre_temperature - car.health.filled_at
    gain = warmer * KPA_PER_DEGREE

    def now(place: str) -> float:
        filled: float = getattr(car.health.tyres, place)
        return max(0.0, filled + gain) if filled else 0.0

    return Four(**{place: now(place) for place in PLACES})


def filled(health: Health, tyres: Four[float]) -> Health:
    """Return tyres that have these pressures at their present temperature."""
    return replace(health, tyres=tyres, filled_at=health.tyre_temperature)
