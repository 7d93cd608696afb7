"""What a menu offers: by what one may do and what the car has; pure."""

from collections.abc import Collection, Mapping, Sequence

from intents.catalogue import Catalogue, IntentSpec

MOST_BUTTONS = 8  # on one screen
GROUPS: Mapping[str, tuple[str, ...]] = {
    "car": ("overview",),
    "charging": ("charging",),
    "climate": ("climate",),
    "access": ("access",),
    "places": ("location", "geofences"),
    "alerts": ("alerts",),
    "family": ("family",),
    "account": ("account",),
}
"""The groups in their order, with the domains of the intent catalogue that each shows."""

PRIVATE_DOMAINS = frozenset({"account", "geofences"})  # nothing for a group's ears
ONLY_SAID = frozenset({"menu", "cancel", "thanks_smalltalk"})  # no use as a button


def fits(spec: IntentSpec, lacks: Collection[str], *, is_group: bool) -> bool:
    """Return whether an intent suits the kind of chat and a car that lacks these capabilities."""
    return spec.capability not in lacks and not (is_group and spec.domain in PRIVATE_DOMAINS)


def offered(
    catalogue: Catalogue, allowed: Collection[str], lacks: Collection[str], *, is_group: bool
) -> Mapping[str, tuple[str, ...]]:
    """Return the intents of each group, in the order of the catalogue; empty groups are left out.

    ``allowed``: names of the intents that this person may do; ``lacks``: capabilities that the car
    is known not to have.
    """
    shown = {
        group: tuple(
            spec.name
            for spec in catalogue
            if spec.domain in domains
            and spec.name in allowed
            and spec.name not in ONLY_SAID
            and fits(spec, lacks, is_group=is_group)
        )
        for group, domains in GROUPS.items()
    }
    return {group: names for group, names in shown.items() if names}


def screens(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return a group's intents screen by screen; the buttons to turn them need their room."""
    if len(names) < MOST_BUTTONS:
        return (tuple(names),)
    size = MOST_BUTTONS - 2
    return tuple(tuple(names[at : at + size]) for at in range(0, len(names), size))
