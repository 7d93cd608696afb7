"""Facts from the slow clocks: software that is offered, faults that the car has stored."""

from collections.abc import Mapping

from alerts.models import Fact
from alerts.view import View

UNNAMED = "?"  # an update without a version


def software(view: View) -> Mapping[str, Fact | None]:
    """Return ``offered`` or ``gone`` (installed, or withdrawn) per version."""
    told, memory = view.observation.software, view.memory
    if told is None or told.has_update is None:
        return dict.fromkeys(memory)
    facts: dict[str, Fact | None] = dict.fromkeys(memory, "gone")
    if told.has_update:
        facts[told.target_version or UNNAMED] = "offered"
    return facts


def faults(view: View) -> Mapping[str, Fact | None]:
    """Return ``present`` or ``gone`` per trouble code; the list holds past ones too.

    A code whose state is not told is neither.
    """
    told, memory = view.observation.faults, view.memory
    if told is None:
        return dict.fromkeys(memory)
    facts: dict[str, Fact | None] = dict.fromkeys(memory, "gone")
    for fault in told:
        if fault.is_active:
            facts[fault.code] = "present"
        elif fault.is_active is None and fault.code in memory and facts[fault.code] == "gone":
            facts[fault.code] = None
    return facts
