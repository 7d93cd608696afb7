"""Care: faults, software, equipment, accessories."""

from smartcloud.exceptions import UnsupportedError
from smartcloud.models import (
    Ability,
    BookedService,
    Capability,
    DataVolume,
    Equipment,
    Fault,
    Fragrance,
    Fridge,
    Locker,
    PushMessage,
    Region,
    Software,
    SoftwareNotice,
    TelematicsUnit,
    TheftMonitoring,
    Vehicle,
)
from smartcloud.parsing.care import (
    parse_data_volume,
    parse_fault,
    parse_fragrance,
    parse_fridge,
    parse_locker,
    parse_message,
    parse_notice,
    parse_software,
    parse_telematics,
    parse_theft_monitoring,
)
from smartcloud.parsing.equipment import equipment, parse_ability, parse_capability
from smartcloud.parsing.people import parse_booked_service
from smartcloud.services.asking import Asker


class Care:
    """What a car is, has, and suffers from."""

    def __init__(self, account: Asker) -> None:
        self._account = account

    async def get_faults(self, vehicle: Vehicle) -> tuple[Fault, ...]:
        """Return trouble codes, past ones included (guessed shape); INTL has none."""
        raw = await self._account.call("fault_history", vehicle=vehicle)
        return parse_fault.all(raw, "diagnosticList")

    async def get_software(self, vehicle: Vehicle) -> Software:
        """Return software versions; empty for a car without record, as the #5."""
        return parse_software(await self._account.call("software_info", vehicle=vehicle))

    async def get_software_notices(self, vehicle: Vehicle) -> tuple[SoftwareNotice, ...]:
        """Return waiting updates (guessed shape)."""
        body = {"vin": vehicle.vin}
        raw = await self._account.call("firmware_notifications", body=body, vehicle=vehicle)
        return parse_notice.all(raw, "notifications")

    async def get_capabilities(self, vehicle: Vehicle) -> tuple[Capability, ...]:
        """Return the platform's list of functions; it changes rarely, ask once a day."""
        return parse_capability.all(await self._account.call("capabilities", vehicle=vehicle))

    async def get_ability(self, vehicle: Vehicle) -> Ability | None:
        """Return names, pictures and abilities; the EU's service needs a secret."""
        name = "abilities_eu" if self._account.tokens.region is Region.EU else "abilities_intl"
        return parse_ability(await self._account.call(name, vehicle=vehicle))

    async def get_equipment(self, vehicle: Vehicle) -> Equipment:
        """Return what both lists say; one that this account cannot read is left out."""
        try:
            capabilities = await self.get_capabilities(vehicle)
        except UnsupportedError:
            capabilities = ()
        try:
            ability = await self.get_ability(vehicle)
        except UnsupportedError:
            ability = None
        return equipment(vehicle, capabilities, ability)

    async def get_telematics(self, vehicle: Vehicle) -> TelematicsUnit:
        """Return the state of the car's modem (guessed shape)."""
        return parse_telematics.known(await self._account.call("telematics_unit", vehicle=vehicle))

    async def get_fridge(self, vehicle: Vehicle) -> Fridge:
        """Return the refrigerator; ``UnsupportedError`` for a car without."""
        return parse_fridge.known(await self._account.call("fridge", vehicle=vehicle))

    async def get_locker(self, vehicle: Vehicle) -> Locker:
        """Return the locker; ``UnsupportedError`` for a car without."""
        return parse_locker.known(await self._account.call("locker", vehicle=vehicle))

    async def get_fragrance(self, vehicle: Vehicle) -> Fragrance:
        """Return the scent; ``UnsupportedError`` for a car without."""
        return parse_fragrance.known(await self._account.call("fragrance", vehicle=vehicle))

    async def get_theft_monitoring(self, vehicle: Vehicle) -> TheftMonitoring:
        """Return the settings of theft monitoring of the selected car."""
        raw = await self._account.call("theft_monitoring", vehicle=vehicle)
        return parse_theft_monitoring.known(raw)

    async def get_data_volume(self) -> DataVolume:
        """Return the data of the car's SIM card (PROPOSED shape)."""
        return parse_data_volume.known(await self._account.call("data_volume"))

    async def get_messages(self, vehicle: Vehicle) -> tuple[PushMessage, ...]:
        """Return kept messages (PROPOSED shape)."""
        return parse_message.all(await self._account.call("stored_push_messages", vehicle=vehicle))

    async def get_booked_services(self, vehicle: Vehicle) -> tuple[BookedService, ...]:
        """Return services that were bought (PROPOSED shape)."""
        return parse_booked_service.all(
            await self._account.call("purchase_history", vehicle=vehicle)
        )
