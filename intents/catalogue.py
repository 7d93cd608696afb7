"""Everything a person can want, read from ``catalogue.yaml`` and checked once at the start."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from intents.models import Risk

LANGUAGES = ("en", "de", "fr", "es", "it")
ROLES = ("guest", "young_driver", "driver", "owner")
DOMAINS = (
    "overview",
    "charging",
    "climate",
    "access",
    "location",
    "geofences",
    "alerts",
    "family",
    "account",
)
_CATALOGUE_PATH = Path(__file__).parent / "catalogue.yaml"


class CatalogueError(Exception):
    """A data file of this package is wrong; found at the start, never while talking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a number may be, in the unit of its slot."""

    minimum: float
    maximum: float
    step: float

    def allow(self, value: float) -> bool:
        """Return True if the value lies inside and on a step."""
        if not self.minimum <= value <= self.maximum:
            return False
        steps = (value - self.minimum) / self.step
        return abs(steps - round(steps)) < 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentSpec:
    """One row of the catalogue."""

    name: str
    domain: str
    role: str  # "guest" | "young_driver" | "driver" | "owner": the least role that may do it
    risk: Risk
    slots: tuple[str, ...] = ()
    limits: Mapping[str, Limits] = field(default_factory=dict)
    capability: str | None = None  # equipment that the car needs
    command: str | None = None  # slash command, without the slash
    asked: bool = False  # people put it as a question
    example: Mapping[str, str] = field(default_factory=dict)  # language -> sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All intents by name, in the order of the file."""

    intents: Mapping[str, IntentSpec]

    def __getitem__(self, name: str) -> IntentSpec:
        """Return the row of an intent; ``KeyError`` if there is none."""
        return self.intents[name]

    def __contains__(self, name: object) -> bool:
        """Return True if there is an intent of this name."""
        return name in self.intents

    def __iter__(self) -> Iterator[IntentSpec]:
        """Iterate over the rows in the order of the file."""
        return iter(self.intents.values())

    def __len__(self) -> int:
        """Return the number of intents."""
        return len(self.intents)

    def by_command(self, command: str) -> IntentSpec | None:
        """Return the intent behind a slash command (without the slash), if there is one."""
        return next((spec for spec in self if spec.command == command), None)


def load_yaml(path: Path) -> Any:
    """Return the content of a data file; the C reader is used where it exists, it is 8x faster."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 -- both are safe loaders
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CatalogueError(f"{path.name}: cannot be read") from error


def load_catalogue() -> Catalogue:
    """Return the catalogue; raise ``CatalogueError`` naming the row that is wrong."""
    rows = load_yaml(_CATALOGUE_PATH)
    catalogue = Catalogue(intents={name: _parse_row(name, row) for name, row in rows.items()})
    commands = [spec.command for spec in catalogue if spec.command]
    if twice := {command for command in commands if commands.count(command) > 1}:
        raise CatalogueError(f"catalogue.yaml: commands used twice: {sorted(twice)}")
    return catalogue


def _parse_row(name: str, row: Mapping[str, Any]) -> IntentSpec:
    try:
        spec = IntentSpec(
            name=name,
            domain=row["domain"],
            role=row["role"],
            risk=Risk(row["risk"]),
            slots=tuple(row.get("slots", ())),
            limits={slot: Limits(**limits) for slot, limits in row.get("limits", {}).items()},
            capability=row.get("capability"),
            command=row.get("command"),
            asked=row.get("asked", False),
            example=row["example"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(f"catalogue.yaml: {name}: {error}") from error
    _check_row(spec)
    return spec


def _check_row(spec: IntentSpec) -> None:
    if spec.role not in ROLES:
        raise CatalogueError(f"catalogue.yaml: {spec.name}: unknown role {spec.role!r}")
    if spec.domain not in DOMAINS:
        raise CatalogueError(f"catalogue.yaml: {spec.name}: unknown domain {spec.domain!r}")
    if set(spec.example) != set(LANGUAGES):
        raise CatalogueError(f"catalogue.yaml: {spec.name}: needs one example per language")
    if unknown := set(spec.limits) - set(spec.slots):
        raise CatalogueError(f"catalogue.yaml: {spec.name}: limits of unknown slots {unknown}")
