"""Charging beside the commands: sessions, schedules, settings."""

from datetime import datetime, time
from typing import Any

from smartcloud.models import (
    ChargeRecord,
    ChargeSettings,
    ChargeStatus,
    ChargingReservation,
    ChargingSchedule,
    ClimateSchedule,
    DcCharging,
    TravelPlan,
    Vehicle,
)
from smartcloud.parsing.converters import time_of_ms
from smartcloud.parsing.reading import inside
from smartcloud.parsing.records import (
    parse_charge_records,
    parse_charge_settings,
    parse_charge_status,
    parse_charging_schedule,
    parse_climate_schedules,
    parse_dc_charging,
    parse_reservations,
    parse_travel_plan,
)
from smartcloud.proposed import charging as proposed
from smartcloud.services.asking import Asker

PAGE_SIZE = 50
MAX_PAGES = 10
_TRAVEL_PLAN, _SCHEDULE = "4", "6"


class ChargingService:
    """How, when and where a car charges."""

    def __init__(self, account: Asker) -> None:
        self._account = account

    async def get_dc(self, vehicle: Vehicle) -> DcCharging:
        """Return direct current and voltage; worth asking only of a #5 on a fast charger."""
        return parse_dc_charging(await self._account.call("dc_charge", vehicle=vehicle))

    async def get_records(
        self, vehicle: Vehicle, *, page: int = 1, size: int = 20
    ) -> tuple[ChargeRecord, ...]:
        """Return charging sessions, newest first (PROPOSED shape)."""
        params = {"pageIndex": str(page), "pageSize": str(size)}
        raw = await self._account.call("charge_records", params=params, vehicle=vehicle)
        return parse_charge_records(raw)

    async def get_records_between(
        self, vehicle: Vehicle, start: datetime, end: datetime
    ) -> tuple[ChargeRecord, ...]:
        """Return the charging sessions that began between two instants, newest first.

        The cloud is asked for older ones page by page, and not beyond ``MAX_PAGES``.
        """
        found: dict[str, ChargeRecord] = {}
        for page in range(1, MAX_PAGES + 1):
            records = await self.get_records(vehicle, page=page, size=PAGE_SIZE)
            is_known = all(record.record_id in found for record in records)
            found |= {record.record_id: record for record in records}
            times = [record.started_at for record in records if record.started_at]
            if is_known or len(records) < PAGE_SIZE or (times and min(times) < start):
                break
        return tuple(
            record
            for record in found.values()
            if record.started_at is not None and start <= record.started_at < end
        )

    async def get_status(self, vehicle: Vehicle) -> ChargeStatus:
        """Return the charge server's view (PROPOSED shape)."""
        raw = await self._account.call("charge_status", vehicle=vehicle)
        return parse_charge_status(raw, vehicle.model)

    async def get_settings(self, vehicle: Vehicle, variant: str = "") -> ChargeSettings:
        """Return the settings of a variant ("1" to "8"), or those stored last."""
        if not variant:
            return parse_charge_settings(
                await self._account.call("charge_settings", vehicle=vehicle)
            )
        return parse_charge_settings(await self._feature(vehicle, variant))

    async def get_schedule(self, vehicle: Vehicle) -> ChargingSchedule:
        """Return the daily window."""
        return parse_charging_schedule(await self._feature(vehicle, _SCHEDULE))

    async def set_schedule(
        self, vehicle: Vehicle, starts_at: time, ends_at: time, *, is_active: bool = True
    ) -> None:
        """Store the daily window, in the car's local time, and switch it on or off."""
        body = schedule_body(vehicle.vin, starts_at, ends_at, is_active=is_active)
        await self._account.call("schedule_charging", body=body, vehicle=vehicle)

    async def get_travel_plan(self, vehicle: Vehicle) -> TravelPlan:
        """Return the planned departure."""
        return parse_travel_plan(await self._feature(vehicle, _TRAVEL_PLAN))

    async def get_next_departure(self, vehicle: Vehicle) -> datetime | None:
        """Return the next departure that the cloud expects (PROPOSED shape)."""
        raw = await self._account.call("next_travel_time", vehicle=vehicle)
        return time_of_ms(inside(raw, "nextTravelTime"))

    async def plan_departure(self, vehicle: Vehicle, departs_at: datetime) -> None:
        """Prepare a departure (PROPOSED body)."""
        body = proposed.travel_plan(vehicle.vin, departs_at)
        await self._account.call("plan_travel", body=body, vehicle=vehicle)

    async def charge_now(self, vehicle: Vehicle) -> None:
        """Charge at once, whatever is planned (PROPOSED body)."""
        body = proposed.now(vehicle.vin)
        await self._account.call("charge_now", body=body, vehicle=vehicle)

    async def charge_once(self, vehicle: Vehicle, starts_at: time, ends_at: time) -> None:
        """Charge in one window (PROPOSED body)."""
        body = proposed.once(vehicle.vin, starts_at, ends_at)
        await self._account.call("charge_once", body=body, vehicle=vehicle)

    async def charge_in_cheap_hours(
        self, vehicle: Vehicle, starts_at: time, ends_at: time, target_percent: int
    ) -> None:
        """Charge in the hours of a cheap tariff (PROPOSED body)."""
        body = proposed.cheap_hours(vehicle.vin, starts_at, ends_at, target_percent)
        await self._account.call("charge_in_cheap_hours", body=body, vehicle=vehicle)

    async def get_reservations(self, vehicle: Vehicle) -> tuple[ChargingReservation, ...]:
        """Return planned charges in the older form (guessed shape)."""
        return parse_reservations(await self._account.call("charging_reservation", vehicle=vehicle))

    async def set_reservation(
        self, vehicle: Vehicle, starts_at: time, ends_at: time, target_percent: int
    ) -> None:
        """Plan a charge in the older form (guessed body)."""
        body = {
            "active": True,
            "startTime": f"{starts_at:%H:%M}",
            "endTime": f"{ends_at:%H:%M}",
            "targetSoc": target_percent,
        }
        await self._account.call("write_charging_reservation", body=body, vehicle=vehicle)

    async def get_climate_schedules(self, vehicle: Vehicle) -> tuple[ClimateSchedule, ...]:
        """Return planned pre-conditionings (guessed shape)."""
        raw = await self._account.call("climate_schedule", vehicle=vehicle)
        return parse_climate_schedules(raw)

    async def set_climate_schedule(
        self, vehicle: Vehicle, starts_at: time, temperature_c: float, *, is_enabled: bool = True
    ) -> None:
        """Plan a pre-conditioning, in the car's local time (guessed body)."""
        body = {
            "enabled": is_enabled,
            "scheduledTime": f"{starts_at:%H:%M}",
            "temperature": temperature_c,
            "duration": 30,
        }
        await self._account.call("write_climate_schedule", body=body, vehicle=vehicle)

    async def _feature(self, vehicle: Vehicle, variant: str) -> Any:
        params = {"bizType": variant}
        name = "charge_settings_of_feature"
        return await self._account.call(name, params=params, vehicle=vehicle)


def schedule_body(vin: str, starts_at: time, ends_at: time, *, is_active: bool) -> dict[str, str]:
    """Return the body of scheduled charging as a sister application sends it.

    The window is wanted also to switch it off; ``rbcModel``, the name of reading, is refused.
    """
    return {
        "bizType": _SCHEDULE,
        "command": "start" if is_active else "stop",
        "chargeModel": "0",
        "endTime": "",
        "pin": vin,
        "rbc": "2",
        "rbcEndTime": f"{ends_at:%H:%M}",
        "rbcStartTime": f"{starts_at:%H:%M}",
        "rbcTarget": "2",
        "scheduledTime": "",
        "sessionId": "",
        "vin": vin,
    }
