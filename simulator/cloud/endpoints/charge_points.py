"""The charging network of the EU: places, details, availability and prices, around Munich."""

from dataclasses import dataclass
from datetime import UTC, datetime

from aiohttp import web

from simulator.cloud.calls import Call, Handler, Route
from simulator.cloud.codes import GatewayError
from simulator.cloud.diary import place_of
from simulator.cloud.endpoints.contracts import SESSION_FEE, TARIFFS
from simulator.cloud.physics.driving import distance_km

Json = dict[str, object]
MAX_POOLS, MAX_POINTS = 100, 500
NEAR_KM = 0.05
CHANGES_AFTER_S = 3600
OPERATOR = "DE:DCS:TECH_CHARGE_POINT_OPERATOR:00000000-0000-4000-8000-0000000000aa"
STATES = ("AVAILABLE", "CHARGING", "AVAILABLE", "OUT_OF_SERVICE")
BOX = ("latitudeNW", "longitudeNW", "latitudeSE", "longitudeSE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """A place with two charge points."""

    number: int
    latitude: float
    longitude: float
    street: str
    power_kw: int

    @property
    def pool_id(self) -> str:
        """The id of the place."""
        return f"DE:DCS:POOL:00000000-0000-4000-8000-{self.number:012d}"

    @property
    def point_ids(self) -> tuple[str, str]:
        """The ids of its two charge points."""
        base = "DE:DCS:CHARGE_POINT:00000000-0000-4000-8000-"
        return f"{base}{self.number * 10 + 1:012d}", f"{base}{self.number * 10 + 2:012d}"

    @property
    def is_dc(self) -> bool:
        """True for a fast charger."""
        return self.power_kw > 22


POOLS = (
    Pool(number=1, latitude=48.1419, longitude=11.6331, street="Example Street", power_kw=150),
    Pool(number=2, latitude=48.1351, longitude=11.5820, street="Market Street", power_kw=22),
    Pool(number=3, latitude=48.1766, longitude=11.5562, street="Park Street", power_kw=22),
    Pool(number=4, latitude=48.1136, longitude=11.5348, street="South Street", power_kw=300),
)


def bad_request() -> GatewayError:
    """Return the refusal of a body that does not fit."""
    return GatewayError(400, "Bad Request")


def listed(value: object, limit: int) -> list[object]:
    """Return a list of the body with at most ``limit`` items."""
    if not isinstance(value, list) or len(value) > limit:
        raise bad_request()
    return value


def clusters(call: Call) -> Json:
    """Return the places within a box; there are too few for clusters."""
    criteria = call.json().get("searchCriteria")
    if not isinstance(criteria, dict):
        raise bad_request()
    box = [criteria.get(name) for name in BOX]
    if not all(isinstance(side, int | float) for side in box):
        raise bad_request()
    north, west, south, east = (float(str(side)) for side in box)
    found = [
        pool for pool in POOLS if south <= pool.latitude <= north and west <= pool.longitude <= east
    ]
    return {
        "poolClusters": [],
        "pools": [
            {
                "id": pool.pool_id,
                "longitude": pool.longitude,
                "latitude": pool.latitude,
                "dcsTechnicalChargePointOperatorId": OPERATOR,
                "preferredPartnerStatus": False,
                "chargePointCount": len(pool.point_ids),
                "chargePoints": [{"id": point} for point in pool.point_ids],
            }
            for pool in found
        ],
    }


def details(call: Call) -> web.Response:
    """Return the details of places, a plain list."""
    wanted = listed(call.json().get("dcsPoolIds"), MAX_POOLS)
    return web.json_response([shown(pool) for pool in POOLS if pool.pool_id in wanted])


def shown(pool: Pool) -> Json:
    """Return one place."""
    coordinates = {"longitude": pool.longitude, "latitude": pool.latitude}
    where = {"street": pool.street, "houseNumber": "1", "zipCode": "80331", "city": "Example City"}
    connector = {
        "id": "1",
        "plugType": "CCS" if pool.is_dc else "TYP2",
        "cableAttached": "YES" if pool.is_dc else "NO",
        "phaseType": "DC" if pool.is_dc else "AC_3_PHASE",
        "ampere": 375 if pool.is_dc else 32,
        "powerLevel": pool.power_kw,
        "voltage": 800 if pool.is_dc else 400,
    }
    points = [
        {
            "dcsCpId": point,
            "incomingCpId": f"DE*EXA*E{pool.number}{place}",
            "dynamicInfoAvailable": True,
            "isoNormedId": True,
            "connectors": [connector],
        }
        for place, point in enumerate(pool.point_ids, 1)
    ]
    station = {
        "dcsCsId": f"DE:DCS:CHARGING_STATION:00000000-0000-4000-8000-{pool.number:012d}",
        "incomingCsId": f"EX-CS-{pool.number}",
        "chargingStationAuthMethods": ["RFID", "REMOTE"],
        "chargingStationLocation": {"type": "CS", "coordinates": coordinates},
        "chargePoints": points,
    }
    return {
        "dcsPoolId": pool.pool_id,
        "poolLocationType": "ON_STREET",
        "access": "FREE_PUBLICLY_ACCESSIBLE",
        "timeZone": "Europe/Berlin",
        "open24h": True,
        "technicalChargePointOperatorName": "Example Operator",
        "poolPaymentMethods": [],
        "poolContacts": [],
        "poolLocations": [{"type": "POOL", "coordinates": coordinates, **where}],
        "chargingStations": [station],
    }


def is_used(call: Call, pool: Pool) -> bool:
    """Say whether one of the simulated cars charges there."""
    here = (pool.latitude, pool.longitude)
    return any(
        one.state.charge.is_charging and distance_km(place_of(one.state), here) < NEAR_KM
        for one in call.world.garage
    )


def availability(call: Call) -> Json:
    """Return what charge points do now; unknown ones are unknown."""
    wanted = listed(call.json().get("DCSChargePointDynStatusRequest"), MAX_POINTS)
    at = datetime.fromtimestamp(call.world.now(), UTC).isoformat(timespec="milliseconds")
    hour = int(call.world.now() // CHANGES_AFTER_S)
    known = {
        point: STATES[(pool.number + place + hour) % len(STATES)]
        for pool in POOLS
        for place, point in enumerate(pool.point_ids)
    }
    known |= {pool.point_ids[0]: "CHARGING" for pool in POOLS if is_used(call, pool)}
    ids = [str(one.get("dcsChargePointId")) for one in wanted if isinstance(one, dict)]
    return {
        "DCSChargePointDynStatusResponse": [
            {
                "dcsChargePointId": point,
                "OperationalStateCP": known.get(point, "UNKNOWN"),
                "Timestamp": at,
            }
            for point in ids
        ],
        "ResponseStatus": {"code": 0, "description": "Success"},
    }


def prices(call: Call) -> web.Response:
    """Return a price for each asked charge point, per kWh and by the session."""
    asked = listed(call.any_json(), MAX_POINTS)
    tariff = call.params["tariffId"]
    _, _, ac, dc, _ = next((one for one in TARIFFS if one[0] == tariff), TARIFFS[0])
    return web.json_response([price(one, ac, dc) for one in asked if isinstance(one, dict)])


def price(asked: dict[str, object], ac: float, dc: float) -> Json:
    """Return the price of one charge point, per kWh and by the session."""
    is_dc = asked.get("power_type") == "DC"
    parts = (("ENERGY", dc if is_dc else ac, 1), ("FLAT", SESSION_FEE, 0))
    elements = [
        {
            "price_components": [{"type": kind, "price": amount, "step_size": step}],
            "restrictions": {},
        }
        for kind, amount, step in parts
    ]
    return {
        "id": "DE_VAT",
        "power_type": "DC" if is_dc else "AC_3_PHASE",
        "currency": "EUR",
        "elements": elements,
        "price_identifier": asked,
    }


def row(path: str, handler: Handler) -> Route:
    """Return a row; the outer gateway's headers are not published, so only its token is wanted."""
    path = f"/usergateway/public/{path}"
    return Route(
        method="POST", host="dcs", path=path, handler=handler, check="partner", kind="read"
    )


TARIFF = "customer-service/v3/companycodes/{companyCodeId}/tariffs/{tariffId}"
ROUTES = (
    row("poi-static-data/v1/poi-cluster-search", clusters),
    row("poi-static-data/v1/pool-search", details),
    row("poi-availability/v2/charge-points/query", availability),
    row(f"{TARIFF}/prices", prices),
)
