"""The catalogue of the cloud's endpoints, loaded from the table beside this module."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from smartcloud.models import Region


class CatalogueError(Exception):
    """The packaged table is broken; raised at start only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One method and path; ``query`` holds default values, ``{…}`` are filled per call."""

    name: str
    interface: str
    domain: str
    method: str
    host: str  # key of ``regions.HOSTS``, or "ecarx": by the car's series
    path: str
    query: Mapping[str, str]
    regions: frozenset[Region]
    signing: str  # ecarx, iam, vc, xs, gigya, dcs, other, none
    status: str  # "documented", or "proposed": the shape is this project's invention
    feature: str  # who uses it; "" nobody yet
    description: str
    note: str = ""  # a decision about verb or path that the inventory leaves open

    @property
    def needs_selection(self) -> bool:
        """True if only the selected car tells the cloud which car is meant."""
        return self.path in _PATHS_OF_SELECTED_CAR

    @property
    def binds_vehicle(self) -> bool:
        """True if the VIN-binding headers belong to this call."""
        return not self.path.startswith(_PATHS_WITHOUT_BINDING)


_PATHS_OF_SELECTED_CAR = frozenset(
    {
        "/remote-control/getVtmSettingStatus",
        "/remote-control/vehicle/status/location",
        "/fota/geea/assignment/notification",
    }
)
_PATHS_WITHOUT_BINDING = (
    "/device-platform/user/session/update",
    "/geelyTCAccess/tcservices/capability/",
    "/auth/",
)


@cache
def endpoints() -> Mapping[str, Endpoint]:
    """Return all endpoints by name; raise ``CatalogueError`` for a broken table."""
    text = (files("smartcloud") / "endpoints.csv").read_text(encoding="utf-8")
    table: dict[str, Endpoint] = {}
    for row in csv.DictReader(text.splitlines()):
        if row["name"] in table:
            raise CatalogueError(f"endpoint {row['name']} is listed twice")
        table[row["name"]] = _endpoint(row)
    return MappingProxyType(table)


def _endpoint(row: dict[str, str]) -> Endpoint:
    try:
        return Endpoint(
            name=row["name"],
            interface=row["interface"],
            domain=row["domain"],
            method=row["method"],
            host=row["host"],
            path=row["path"],
            query=_pairs(row["query"]),
            regions=frozenset(Region(region) for region in row["regions"].split()),
            signing=row["signing"],
            status=row["status"],
            feature=row["feature"],
            description=row["description"],
            note=row["note"],
        )
    except (KeyError, ValueError, AttributeError) as error:
        raise CatalogueError(f"endpoint {row.get('name')}: {error}") from error


def _pairs(query: str) -> Mapping[str, str]:
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    return MappingProxyType({key: value for key, _, value in pairs})
