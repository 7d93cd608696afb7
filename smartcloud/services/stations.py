"""Public charging in the EU: search, details, availability, prices."""

from collections.abc import Sequence

from smartcloud.models import (
    Area,
    Availability,
    ChargingContract,
    Price,
    Station,
    StationSearch,
    Tariff,
)
from smartcloud.parsing.converters import text
from smartcloud.parsing.reading import inside
from smartcloud.parsing.stations import (
    parse_availability,
    parse_contract,
    parse_prices,
    parse_search,
    parse_stations,
    parse_tariff,
)
from smartcloud.services.asking import Asker

MAX_POOLS, MAX_POINTS, MAX_PRICES = 100, 500, 20
FINEST = 10
_IS_ACTIVE = {"ACTIVE": True, "TERMINATED": False, "INACTIVE": False}
_ANY: dict[str, list[str]] = {
    "authenticationMethods": [],
    "cableAttachedTypes": [],
    "paymentMethods": [],
    "plugTypes": [],
    "poolLocationTypes": [],
    "valueAddedServices": [],
    "dcsTcpoIds": [],
}


class Stations:
    """The charging partner's places; its credentials are nowhere published."""

    def __init__(self, account: Asker) -> None:
        self._account = account

    async def search(self, area: Area, precision: int = FINEST) -> StationSearch:
        """Return the places within an area; ``precision`` is 3 (coarse) to 10."""
        body = {
            "searchCriteria": {
                "latitudeNW": area.north,
                "longitudeNW": area.west,
                "latitudeSE": area.south,
                "longitudeSE": area.east,
                "precision": precision,
                "unpackSolitudeCluster": True,
                "unpackClustersWithSinglePool": True,
            },
            "withChargePointIds": True,
            "filterCriteria": _ANY,
        }
        return parse_search(await self._account.call("dcs_clusters_and_pools_in_a_box", body=body))

    async def get_details(
        self, pool_ids: Sequence[str], language: str = "en"
    ) -> tuple[Station, ...]:
        """Return places in detail, at most 100 at a time."""
        languages = {"language": language, "fallbackLanguage": "en"}
        body = {"dcsPoolIds": list(pool_ids[:MAX_POOLS]), "filterCriteria": {**_ANY, **languages}}
        return parse_stations(await self._account.call("dcs_pool_details", body=body))

    async def get_availability(self, point_ids: Sequence[str]) -> tuple[Availability, ...]:
        """Return what charge points do now, at most 500 at a time."""
        wanted = [{"dcsChargePointId": point_id} for point_id in point_ids[:MAX_POINTS]]
        body = {"DCSChargePointDynStatusRequest": wanted}
        return parse_availability(await self._account.call("dcs_availability", body=body))

    async def get_tariffs(self) -> tuple[Tariff, ...]:
        """Return the price lists of the company whose code is set."""
        return parse_tariff.all(await self._account.call("dcs_tariffs"), "tariffs")

    async def get_prices(
        self, tariff_id: str, points: Sequence[tuple[str, bool, float]]
    ) -> tuple[Price, ...]:
        """Return prices; a point is its id, True for direct current, and its power in kW."""
        body = [
            {"charge_point": point_id, "power_type": "DC" if is_dc else "AC", "power": power_kw}
            for point_id, is_dc, power_kw in points[:MAX_PRICES]
        ]
        params = {"tariffId": tariff_id}
        name = "dcs_prices_of_charge_points"
        return parse_prices(await self._account.call(name, params=params, body=body))

    async def get_contracts(self, oem_group_id: str) -> tuple[ChargingContract, ...]:
        """Return the contracts of this account (PROPOSED shape)."""
        params = {"oemGroupId": oem_group_id}
        raw = await self._account.call("dcs_charging_contracts", params=params)
        return parse_contract.all(raw, "contracts")

    async def has_plug_and_charge(self, contract_id: str) -> bool | None:
        """Say whether a contract charges by plugging in (PROPOSED shape)."""
        params = {"contractId": contract_id}
        raw = await self._account.call("dcs_plug_and_charge_state", params=params)
        return _IS_ACTIVE.get(text(inside(raw, "pncStatus")) or "")

    async def switch_plug_and_charge(self, oem_id: str, evco_id: str, *, is_enabled: bool) -> None:
        """Switch charging by plugging in (PROPOSED body)."""
        params, body = {"oemId": oem_id, "evcoId": evco_id}, {"pncEnabled": is_enabled}
        name = "dcs_change_plug_and_charge_contract"
        await self._account.call(name, params=params, body=body)

    async def end_plug_and_charge(self, contract_id: str) -> None:
        """End charging by plugging in for good (PROPOSED body)."""
        params = {"contractId": contract_id}
        await self._account.call("dcs_end_plug_and_charge", params=params, body={})
