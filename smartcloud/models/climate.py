"""Schedules of pre-conditioning."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimateSchedule:
    """One planned pre-conditioning, in the car's local time; the shape is guessed."""

    schedule_id: str = ""
    is_enabled: bool | None = None
    starts_at: time | None = None
    temperature_c: float | None = None
    duration: int | None = None  # as the cloud writes it; nobody has shown its unit
