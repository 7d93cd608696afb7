"""What the car's status says of a command: when nothing is confirmed, and beside what is done."""

from collections.abc import Callable, Mapping

from bot.localisation import Wording
from bot.rendering.access import (
    cabin_line,
    climate_status,
    lock_status,
    openings_line,
    windows_status,
)
from bot.rendering.battery import charging_details, charging_status
from bot.rendering.view import CarView, Sentences, lines

SHOWN_BY: Mapping[str, Callable[[CarView, Wording], Sentences]] = {
    # Which part of the status says what became of a command.
    "lock": lock_status,
    "unlock": lock_status,
    "open_trunk": lock_status,
    "open_windows": windows_status,
    "close_windows": windows_status,
    "start_charging": charging_status,
    "stop_charging": charging_status,
    "set_charge_limit": charging_status,
}


def last_known(command: str, view: CarView, wording: Wording) -> str:
    """Return the sentence of the status that is about this command."""
    return SHOWN_BY.get(command, climate_status)(view, wording).answer


def beside(command: str, view: CarView, wording: Wording) -> str:
    """Return what is worth a line below "done" and does not say the same again; often nothing."""
    match command:
        case "lock" | "unlock":
            return openings_line(view.status.access, wording)
        case "open_trunk":
            return lock_status(view, wording).answer
        case "climate_on" | "climate_off" | "defrost":
            return cabin_line(view, wording)
        case "start_charging":
            return lines(charging_details(view, wording)[1:])
    return ""
