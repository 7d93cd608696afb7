"""Times of day, parts of days and days, as people name them."""

from dataclasses import dataclass, replace
from datetime import date

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day, in hours after midnight; the night ends beyond 24."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; vague if morning or afternoon was not said."""

    hour: int
    minute: int = 0
    is_vague: bool = False
    is_halved: bool = False  # morning or afternoon was said with it

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return self.hour * 60 + self.minute

    def __str__(self) -> str:
        """Return ``HH:MM``."""
        return f"{self.hour % 24:02}:{self.minute:02}"

    def later(self) -> "Clock":
        """Return the same time in the afternoon."""
        return Clock(self.hour + 12, self.minute)

    def shifted(self, minutes: int) -> "Clock":
        """Return a time of the same half of the day, earlier or later."""
        total = (self.minutes + minutes) % _DAY
        hour = total // 60
        if self.is_vague and hour == 0:
            hour = 12
        return replace(self, hour=hour, minute=total % 60)

    def in_half(self, half: str) -> "Clock":
        """Return what "8 in the evening" means.

        Halves are ``am``, ``pm``, ``morning``, ``noon``, ``evening``, ``night`` and
        ``small_hours``, of languages in whose night nobody is awake at six. Twelve in the morning
        is noon, at night it is midnight.
        """
        hour = self.hour
        if 0 < hour <= 12:
            match half:
                case "am":
                    hour %= 12
                case "pm":
                    hour = hour % 12 + 12
                case "noon":
                    hour += 12 if hour < 10 else 0
                case "evening":
                    hour = (hour + 12) % 24
                case "night":
                    hour = (hour + 12) % 24 if hour >= 6 else hour
                case "small_hours":
                    hour = (hour + 12) % 24 if hour >= 9 else hour
        return Clock(hour, self.minute, is_halved=True)

    def within(self, part: DayPart | None) -> "Clock":
        """Return which half of the day a vague time is in, told by the part of the day."""
        if part is None or not self.is_vague:
            return self
        for hour in (self.hour % 12, self.hour % 12 + 12, self.hour % 12 + 24):
            if part.start <= hour < part.end:
                return Clock(hour, self.minute, is_halved=True)
        hour = self.hour + 12 if part.start >= 12 else self.hour
        return Clock(hour, self.minute, is_halved=True)

    def just_before(self, end: "Clock") -> "Clock":
        """Return a vague start in the half of the day that is nearer to its end."""
        halves = (Clock(self.hour % 12, self.minute), Clock(self.hour % 12 + 12, self.minute))
        return min(halves, key=lambda one: (end.minutes - one.minutes - 1) % _DAY)

    def just_after(self, start: "Clock") -> "Clock":
        """Return a vague end in the half of the day that is nearer to its start."""
        halves = (Clock(self.hour % 12, self.minute), Clock(self.hour % 12 + 12, self.minute))
        return min(halves, key=lambda one: (one.minutes - start.minutes - 1) % _DAY)


@dataclass(frozen=True, slots=True)
class Days:
    """One day, or several in a row."""

    first: date
    count: int = 1
    is_weekly: bool = False  # said as a weekday, which comes again
