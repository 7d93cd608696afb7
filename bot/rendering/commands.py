"""What a command does and has done, in words."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.localisation import Html, Value, Wording
from intents.models import SlotValue

ARGUMENT_WORDS: Mapping[str, Callable[[SlotValue, Wording], str]] = {
    "temperature": lambda value, wording: wording.temperature(float(value)),
    "percent": lambda value, wording: wording.percent(float(value)),
    "mode": lambda value, wording: wording.label(f"mode-{value}"),
    "seat": lambda value, wording: wording.label(f"seat-{value}"),
    "radius": lambda value, wording: wording.metres(float(value)),
    "duration": lambda value, wording: wording.duration(timedelta(minutes=float(value))),
    "level": lambda value, wording: level_words(value, wording),
}


def doing(command: str, arguments: Mapping[str, SlotValue], wording: Wording) -> Html:
    """Return ``Climate to 22 °C``: what is under way."""
    return wording.say(f"{command}.doing", **argument_words(arguments, wording))


def done(command: str, arguments: Mapping[str, SlotValue], wording: Wording) -> Html:
    """Return ``Climate is on, target 22 °C.``: what the car has confirmed."""
    return wording.say(f"{command}.done", **argument_words(arguments, wording))


def stage(
    key: str,
    command: str,
    arguments: Mapping[str, SlotValue],
    car: str,
    wording: Wording,
    **more: Value,
) -> Html:
    """Return one state of the message that tells how a command goes."""
    return wording.say(
        key,
        doing=doing(command, arguments, wording),
        done=done(command, arguments, wording),
        car=car,
        **more,
    )


def argument_words(arguments: Mapping[str, SlotValue], wording: Wording) -> dict[str, Value]:
    """Return the arguments as a reader writes them, with their units."""
    return {
        name: ARGUMENT_WORDS[name](value, wording) if name in ARGUMENT_WORDS else str(value)
        for name, value in arguments.items()
    }


def level_words(value: SlotValue, wording: Wording) -> str:
    """Return a heating level: 0 and ``off`` read the same."""
    if value in {0, "off"}:
        return wording.label("level-off")
    return "3" if value == "max" else f"{float(value):g}"
