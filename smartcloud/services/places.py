"""Places: destinations, fences, favourites, weather, dealers."""

from smartcloud.models import (
    AirQuality,
    City,
    Dealer,
    Destination,
    FavouritePlace,
    Geofence,
    Position,
    Vehicle,
    Weather,
)
from smartcloud.parsing.converters import text
from smartcloud.parsing.places import (
    parse_air,
    parse_city,
    parse_dealer,
    parse_favourite,
    parse_geofence,
    parse_weather,
)
from smartcloud.parsing.reading import inside
from smartcloud.proposed import places as proposed
from smartcloud.services.asking import Asker


class Places:
    """What lies around a car, and where it shall go."""

    def __init__(self, account: Asker) -> None:
        self._account = account

    async def send_to_car(self, vehicle: Vehicle, destination: Destination) -> None:
        """Hand a destination to the car's navigation; nothing shows whether it arrived."""
        body = {
            "lat": destination.latitude,
            "lon": destination.longitude,
            "name": destination.name,
            "address": destination.address,
        }
        await self._account.call("send_destination", body=body, vehicle=vehicle)

    async def get_geofences(self, vehicle: Vehicle) -> tuple[Geofence, ...]:
        """Return the fences that the cloud watches."""
        return parse_geofence.all(
            await self._account.call("geofences", vehicle=vehicle), "geofences"
        )

    async def get_newest_geofence(self, vehicle: Vehicle) -> Geofence | None:
        """Return the fence that was made last."""
        return parse_geofence(await self._account.call("newest_geofence", vehicle=vehicle))

    async def create_geofence(self, vehicle: Vehicle, fence: Geofence) -> str | None:
        """Make a fence and return its id (PROPOSED body)."""
        body = proposed.geofence(vehicle.vin, fence)
        raw = await self._account.call("create_geofence", body=body, vehicle=vehicle)
        return text(inside(raw, "geofenceId"))

    async def change_geofence(self, vehicle: Vehicle, fence: Geofence) -> None:
        """Change a fence (PROPOSED body)."""
        body = proposed.geofence(vehicle.vin, fence)
        await self._account.call("change_geofence", body=body, vehicle=vehicle)

    async def remove_geofence(self, vehicle: Vehicle, geofence_id: str) -> None:
        """Remove a fence."""
        params = {"id": geofence_id}
        await self._account.call("remove_geofence", params=params, vehicle=vehicle)

    async def get_favourites(self) -> tuple[FavouritePlace, ...]:
        """Return the places kept in the account (PROPOSED shape)."""
        return parse_favourite.all(await self._account.call("favourite_places"))

    async def store_favourite(self, place_id: str, place: Destination) -> None:
        """Keep a place in the account (PROPOSED body)."""
        body = proposed.favourite(place_id, place)
        await self._account.call("store_favourite_place", body=body)

    async def delete_favourite(self, place_id: str) -> None:
        """Forget a place."""
        await self._account.call("delete_favourite_place", params={"collectionId": place_id})

    async def get_weather(self, position: Position) -> Weather:
        """Return the weather at a place (PROPOSED shape)."""
        return parse_weather.known(
            await self._account.call("current_weather", params=_at(position))
        )

    async def get_city(self, position: Position) -> City | None:
        """Return the city of a place (PROPOSED shape)."""
        return parse_city(await self._account.call("city_of_a_coordinate", params=_at(position)))

    async def get_air_quality(self, city: City) -> AirQuality:
        """Return the air of a city (PROPOSED shape)."""
        params = {"cityCode": city.code}
        return parse_air.known(await self._account.call("air_quality", params=params))

    async def get_dealers(self, position: Position, radius_km: float = 50) -> tuple[Dealer, ...]:
        """Return service partners around a place (PROPOSED shape)."""
        params = {**_at(position), "radius": f"{radius_km:g}"}
        return parse_dealer.all(await self._account.call("dealers", params=params))

    async def get_preferred_dealer(self) -> Dealer | None:
        """Return the chosen service partner (PROPOSED shape)."""
        return parse_dealer(await self._account.call("preferred_dealer"))

    async def set_preferred_dealer(self, dealer_id: str) -> None:
        """Choose a service partner (PROPOSED body)."""
        await self._account.call("set_preferred_dealer", body={"dealerId": dealer_id})


def _at(position: Position) -> dict[str, str]:
    return {"lat": str(position.latitude), "lon": str(position.longitude)}
