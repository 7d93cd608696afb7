"""Markets, models and the entries of a vehicle list."""

from dataclasses import dataclass
from enum import StrEnum


class Region(StrEnum):
    """Market of an account; the two clouds differ until the end of the log-in."""

    EU = "EU"
    INTL = "INTL"


class Model(StrEnum):
    """The car as people call it."""

    ONE = "#1"
    THREE = "#3"
    FIVE = "#5"
    UNKNOWN = "smart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """One entry of the account's vehicle list."""

    vin: str
    region: Region
    model: Model
    series_code: str  # "HX11", "HC11_IL", "HY11"; its prefix selects host and scaling
    model_code: str = ""
    mat_code: str = ""  # material code; goes into the VIN-binding headers
    model_year: str | None = None
    trim: str | None = None  # "Pure", "Pro", "Pulse", "Premium", "BRABUS", from mat_code[5:7]
    colour: str | None = None
    plate: str | None = None
    is_shared: bool | None = None  # True: somebody else's car, shared with this account
