"""The charging partner's places, states and prices."""

import math
from typing import Any

from smartcloud.models import (
    Area,
    Availability,
    ChargePoint,
    ChargingContract,
    PointState,
    Price,
    Station,
    StationCluster,
    StationPlace,
    StationSearch,
    Tariff,
)
from smartcloud.parsing.converters import iso_time, number, text, truth, whole
from smartcloud.parsing.reading import Reader, entries, inside, latitude, longitude

_STATES = {state.value: state for state in PointState}
_DC_PLUGS = ("CCS", "CHADEMO")


def _ids(raw: Any) -> tuple[str, ...]:
    ids = (text(inside(entry, "id")) for entry in entries(raw))
    return tuple(one for one in ids if one)


_place = Reader(
    StationPlace,
    needs=("pool_id", "latitude", "longitude"),
    pool_id=("id", text),
    latitude=("latitude", latitude),
    longitude=("longitude", longitude),
    point_ids=("chargePoints", _ids),
)
_area = Reader(
    Area,
    needs=("north", "west", "south", "east"),
    north=("boundingBoxLatitudeNW", latitude),
    west=("boundingBoxLongitudeNW", longitude),
    south=("boundingBoxLatitudeSE", latitude),
    east=("boundingBoxLongitudeSE", longitude),
)
_cluster = Reader(
    StationCluster,
    needs=("count", "latitude", "longitude"),
    count=("chargePointCount", lambda raw: whole(raw, 0, 1_000_000)),
    latitude=("latitude", latitude),
    longitude=("longitude", longitude),
)
_availability = Reader(
    Availability,
    needs=("point_id",),
    point_id=("dcsChargePointId", text),
    state=("OperationalStateCP", lambda raw: _STATES.get(raw) if isinstance(raw, str) else None),
    updated_at=("Timestamp", iso_time),
)
parse_tariff = Reader(
    Tariff,
    needs=("tariff_id",),
    tariff_id=("id", text),
    name=("name", text),
    is_expired=("expired", truth),
)
parse_contract = Reader(
    ChargingContract,
    needs=("contract_id",),
    contract_id=("contractId", text),
    evco_id=("evcoId", text),
    status=("status", text),
    tariff_id=("tariffId", text),
)


def parse_search(raw: Any) -> StationSearch:
    """Return the places and clusters of an area."""
    clusters = []
    for entry in entries(inside(raw, "poolClusters")):
        cluster = _cluster(entry)
        if cluster:
            clusters.append(
                StationCluster(
                    count=cluster.count,
                    latitude=cluster.latitude,
                    longitude=cluster.longitude,
                    area=_area(entry),
                )
            )
    return StationSearch(places=_place.all(inside(raw, "pools")), clusters=tuple(clusters))


def _point(raw: Any) -> ChargePoint | None:
    point_id = text(inside(raw, "dcsCpId"))
    if point_id is None:
        return None
    connectors = entries(inside(raw, "connectors"))
    strongest = max(
        connectors,
        key=lambda one: number(inside(one, "powerLevel"), 0, 2000) or -math.inf,
        default=None,
    )
    plug = text(inside(strongest, "plugType"))
    return ChargePoint(
        point_id=point_id,
        plug=plug,
        power_kw=number(inside(strongest, "powerLevel"), 0, 2000),
        is_dc=None if plug is None else plug in _DC_PLUGS,
        has_state=truth(inside(raw, "dynamicInfoAvailable")),
    )


def _address(raw: Any) -> str | None:
    street = " ".join(filter(None, (text(inside(raw, key)) for key in ("street", "houseNumber"))))
    town = " ".join(filter(None, (text(inside(raw, key)) for key in ("zipCode", "city"))))
    return ", ".join(filter(None, (street, town))) or None


def _station(raw: Any) -> Station | None:
    pool_id = text(inside(raw, "dcsPoolId"))
    if pool_id is None:
        return None
    locations = entries(inside(raw, "poolLocations"))
    where = locations[0] if locations else None
    points = (
        _point(point)
        for station in entries(inside(raw, "chargingStations"))
        for point in entries(inside(station, "chargePoints"))
    )
    return Station(
        pool_id=pool_id,
        latitude=latitude(inside(where, "coordinates", "latitude")),
        longitude=longitude(inside(where, "coordinates", "longitude")),
        operator=text(inside(raw, "technicalChargePointOperatorName")),
        address=_address(where),
        is_always_open=truth(inside(raw, "open24h")),
        points=tuple(point for point in points if point),
    )


def parse_stations(raw: Any) -> tuple[Station, ...]:
    """Return places in detail."""
    stations = (_station(entry) for entry in entries(raw))
    return tuple(station for station in stations if station)


def parse_availability(raw: Any) -> tuple[Availability, ...]:
    """Return what charge points do; a state that nobody knows is ``UNKNOWN``."""
    return _availability.all(raw, "DCSChargePointDynStatusResponse")


_PARTS = {"ENERGY": "per_kwh", "TIME": "per_hour", "FLAT": "per_session"}


def _price(raw: Any) -> Price | None:
    point_id = text(inside(raw, "price_identifier", "charge_point"))
    if point_id is None:
        return None
    found: dict[str, float] = {}
    for element in entries(inside(raw, "elements")):
        for part in entries(inside(element, "price_components")):
            name = _PARTS.get(text(inside(part, "type")) or "")
            amount = number(inside(part, "price"), 0, 10_000)
            if name and amount is not None:
                found[name] = amount
                seconds = number(inside(element, "restrictions", "min_duration"), 0, 1e6)
                if name == "per_hour" and seconds is not None:
                    found["free_minutes"] = seconds / 60
    return Price(point_id=point_id, currency=text(inside(raw, "currency")), **found)


def parse_prices(raw: Any) -> tuple[Price, ...]:
    """Return what charging costs; a part that is not named is unknown, not free."""
    prices = (_price(entry) for entry in entries(raw))
    return tuple(price for price in prices if price)
