"""Digital keys: list, freeze, release, revoke. Using one needs Bluetooth. PROPOSED shapes."""

from smartcloud.models import DigitalKey, KeyOwner, KeyUse, Vehicle
from smartcloud.parsing.converters import text
from smartcloud.parsing.people import parse_key, parse_key_owner, parse_key_use
from smartcloud.parsing.reading import inside
from smartcloud.proposed import people as proposed
from smartcloud.services.asking import Asker


class Keys:
    """The digital keys of a car, by the newer of two interfaces."""

    def __init__(self, account: Asker) -> None:
        self._account = account

    async def get_all(self, vehicle: Vehicle) -> tuple[DigitalKey, ...]:
        """Return the keys of a car."""
        raw = await self._account.call("digital_keys_v2", params=_of(vehicle), vehicle=vehicle)
        return parse_key.all(raw)

    async def get_shared(self, vehicle: Vehicle) -> tuple[DigitalKey, ...]:
        """Return the keys that were given to others."""
        name = "key_shared_keys_version_2"
        raw = await self._account.call(name, params=_of(vehicle), vehicle=vehicle)
        return parse_key.all(raw)

    async def get_owners(self, vehicle: Vehicle) -> tuple[KeyOwner, ...]:
        """Return who has a key."""
        name = "key_owners_version_2"
        raw = await self._account.call(name, params=_of(vehicle), vehicle=vehicle)
        return parse_key_owner.all(raw)

    async def get_uses(self, vehicle: Vehicle) -> tuple[KeyUse, ...]:
        """Return when keys were used."""
        name = "key_usage_log_version_2"
        raw = await self._account.call(name, params=_of(vehicle), vehicle=vehicle)
        return parse_key_use.all(raw)

    async def get_state(self, key_id: str) -> str | None:
        """Return the state of a key, in the cloud's words."""
        raw = await self._account.call("key_state_version_2", params={"keyId": key_id})
        return text(inside(raw, "status"))

    async def freeze(self, key_id: str) -> DigitalKey | None:
        """Make a key useless until it is released."""
        body = proposed.key(key_id)
        return parse_key(await self._account.call("key_freeze_key_version_2", body=body))

    async def release(self, key_id: str) -> DigitalKey | None:
        """Make a frozen key useful again."""
        body = proposed.key(key_id)
        return parse_key(await self._account.call("key_unfreeze_key_version_2", body=body))

    async def revoke(self, key_id: str) -> None:
        """Take a key away for good."""
        await self._account.call("key_revoke_version_2", params={"keyId": key_id})

    async def synchronise(self, vehicle: Vehicle) -> str | None:
        """Start to bring keys to the car; return the task's id."""
        name, body = "key_synchronise_keys_version_2", {"vin": vehicle.vin}
        raw = await self._account.call(name, body=body, vehicle=vehicle)
        return text(inside(raw, "taskId"))


def _of(vehicle: Vehicle) -> dict[str, str]:
    return {"vin": vehicle.vin, "pageIndex": "1", "pageSize": "100"}
