"""Arguments of commands and their limits; a value outside them never leaves this machine."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from smartcloud.exceptions import InvalidArgumentError, Limits

ArgumentValue = float | int | str
Arguments = Mapping[str, ArgumentValue]

TEMPERATURE = Limits(minimum=16.0, maximum=30.0, step=0.5, unit="°C")
CHARGE_LIMIT = Limits(minimum=50.0, maximum=100.0, step=5.0, unit="%")
LEVEL = Limits(minimum=0.0, maximum=3.0, step=1.0, unit="")
_LEVEL_WORDS = {"off": 0.0, "max": 3.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument: a number within limits, or one of some words."""

    name: str
    limits: Limits | None = None
    words: tuple[str, ...] = ()
    default: ArgumentValue | None = None  # None: it must be given

    def checked(self, value: ArgumentValue | None) -> ArgumentValue:
        """Return the value as it is sent, or raise ``InvalidArgumentError``."""
        if value is None:
            value = self.default
        if value is None:
            raise InvalidArgumentError(f"{self.name} is missing", self.limits)
        if self.limits is None:
            return self._checked_word(value)
        return self._checked_number(value, self.limits)

    def _checked_word(self, value: ArgumentValue) -> str:
        if value in self.words:
            return str(value)
        raise InvalidArgumentError(f"{self.name} must be one of {', '.join(self.words)}")

    def _checked_number(self, value: ArgumentValue, limits: Limits) -> float:
        number = _number(value, limits)
        steps = (number - limits.minimum) / limits.step
        if limits.minimum <= number <= limits.maximum and steps == int(steps):
            return number
        raise InvalidArgumentError(
            f"{self.name} must be {limits.minimum:g} to {limits.maximum:g} {limits.unit} "
            f"in steps of {limits.step:g}".replace("  ", " "),
            limits,
        )


def checked(arguments: tuple[Argument, ...], given: Arguments) -> dict[str, ArgumentValue]:
    """Return all arguments of a command with defaults filled in."""
    unknown = set(given) - {argument.name for argument in arguments}
    if unknown:
        raise InvalidArgumentError(f"unknown argument: {', '.join(sorted(unknown))}")
    return {argument.name: argument.checked(given.get(argument.name)) for argument in arguments}


def _number(value: ArgumentValue, limits: Limits) -> float:
    if limits is LEVEL and isinstance(value, str) and value in _LEVEL_WORDS:
        return _LEVEL_WORDS[value]
    try:
        number = float(value) if not isinstance(value, bool) else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise InvalidArgumentError("not a number", limits)
    return number


TEMPERATURE_ARGUMENT = Argument(name="temperature", limits=TEMPERATURE, default=21.0)
PERCENT_ARGUMENT = Argument(name="percent", limits=CHARGE_LIMIT)
LEVEL_ARGUMENT = Argument(name="level", limits=LEVEL)
SEAT_ARGUMENT = Argument(
    name="seat", words=("driver", "passenger", "rear_left", "rear_right", "all"), default="driver"
)
MODE_ARGUMENT = Argument(name="mode", words=("horn", "flash", "both"), default="both")
