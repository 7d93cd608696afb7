"""The vehicle list -> ``Vehicle``."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from smartcloud.envelope import decode_as
from smartcloud.models import Region, Vehicle
from smartcloud.parsing.converters import text
from smartcloud.parsing.wire import Odd, Scalar, Wire
from smartcloud.regions import model_of

_VIN = re.compile(r"[A-Za-z0-9]{17}", re.ASCII)  # recordings anonymise with any letter
_TRIMS: Mapping[str, str] = {
    "80": "Pure",
    "D1": "Pro",
    "GN": "Pulse",
    "D2": "Premium",
    "D3": "BRABUS",
    "01": "Launch",
}
_TRIM_PLACE = slice(5, 7)
_SHARED = {"Y": True, "N": False}


class Entry(Wire):
    """One car of the list, as far as it is needed; engine and SIM numbers are not."""

    vin: Any = None
    series_code_vs: Any = None
    model_code: Any = None
    mat_code: Any = None
    model_year: Any = None
    color_name: Any = None
    plate_no: Any = None
    share_status: Any = None


class ListData(Wire):
    entries: list[Entry | Odd] | Wire | Scalar = msgspec.field(name="list", default=None)


_LIST: msgspec.json.Decoder[ListData] = msgspec.json.Decoder(ListData)


def parse_vehicles(payload: bytes, region: Region) -> tuple[Vehicle, ...]:
    """Return the cars of an account, each once; entries without a valid VIN are left out."""
    entries = decode_as(_LIST, payload, ListData()).entries
    cars: dict[str, Vehicle] = {}
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, Entry) and isinstance(entry.vin, str) and _VIN.fullmatch(entry.vin):
            cars.setdefault(entry.vin, _vehicle(entry, entry.vin, region))
    return tuple(cars.values())


def _vehicle(entry: Entry, vin: str, region: Region) -> Vehicle:
    series = text(entry.series_code_vs) or ""
    material = text(entry.mat_code) or ""
    return Vehicle(
        vin=vin,
        region=region,
        model=model_of(series),
        series_code=series,
        model_code=text(entry.model_code) or "",
        mat_code=material,
        model_year=text(entry.model_year),
        trim=_TRIMS.get(material[_TRIM_PLACE]),
        colour=text(entry.color_name),
        plate=text(entry.plate_no),
        is_shared=_SHARED.get(entry.share_status) if isinstance(entry.share_status, str) else None,
    )
