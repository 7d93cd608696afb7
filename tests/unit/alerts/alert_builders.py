"""Cars and statuses that are valid by default, and a runner for stories of polls."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from alerts.detector import Detection, detect, is_newer
from alerts.models import (
    NOTHING_PLANNED,
    Agenda,
    AlertSettings,
    EpisodeChange,
    Geofence,
    Observation,
    RuleState,
    WatchedCar,
)
from smartcloud.models import (
    Access,
    Battery,
    ChargeLimit,
    Charging,
    ChargingState,
    Climate,
    Drive,
    LockState,
    Maintenance,
    Model,
    Openings,
    Position,
    Region,
    Sharing,
    SharingStatus,
    Tyre,
    Tyres,
    Vehicle,
    VehicleStatus,
)

VIN = "HESXR1C40PS000001"
START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOME = Geofence(geofence_id=7, car_id=1, name="Home", latitude=50.0, longitude=8.0, radius_m=200)
CLOSED = Openings(driver=False, passenger=False, rear_left=False, rear_right=False)
LIMIT_80 = ChargeLimit(percent=80.0)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def make_status(
    minutes: float = 0,
    *,
    level: float | None = 60,
    charging: ChargingState = ChargingState.DISCONNECTED,
    is_running: bool | None = False,
    north_m: float | None = 0,
    is_trusted: bool | None = True,
    is_shared: bool | None = True,
    lock: LockState = LockState.LOCKED,
    doors: Openings = CLOSED,
    windows: Openings = CLOSED,
    is_trunk_open: bool | None = False,
    is_climate_active: bool | None = False,
    pressure_kpa: float | None = 240,
    has_warning: bool | None = False,
    voltage_v: float | None = 12.6,
    percent_12v: float | None = None,
    days_to_service: int | None = 200,
    distance_to_service_km: float | None = 15000,
    odometer_km: float | None = 12000,
    parked_minutes: float | None = -60,
) -> VehicleStatus:
    tyre = Tyre(pressure_kpa=240, has_warning=False)
    place = None
    if north_m is not None:
        place = Position(latitude=50 + north_m / 111_195, longitude=8.0, is_trusted=is_trusted)
    return VehicleStatus(
        vin=VIN,
        updated_at=at(minutes),
        fetched_at=at(minutes),
        battery=Battery(state_of_charge_percent=level, range_km=300),
        charging=Charging(state=charging),
        climate=Climate(is_active=is_climate_active),
        access=Access(lock_state=lock, doors=doors, windows=windows, is_trunk_open=is_trunk_open),
        position=place,
        is_position_shared=is_shared,
        tyres=Tyres(
            driver=Tyre(pressure_kpa=pressure_kpa, has_warning=has_warning),
            passenger=tyre,
            rear_left=tyre,
            rear_right=tyre,
        ),
        maintenance=Maintenance(
            odometer_km=odometer_km,
            days_to_service=days_to_service,
            distance_to_service_km=distance_to_service_km,
            has_service_warning=False,
            battery_12v_voltage_v=voltage_v,
            battery_12v_percent=percent_12v,
        ),
        drive=Drive(
            is_running=is_running,
            parked_since=None if parked_minutes is None else at(parked_minutes),
        ),
    )


def make_car(
    status: VehicleStatus | None = None,
    *,
    car_id: int = 1,
    account_id: int = 1,
    rule_states: tuple[RuleState, ...] = (),
    charge_limit: ChargeLimit | None = LIMIT_80,
    geofences: tuple[Geofence, ...] = (HOME,),
    settings: AlertSettings | None = None,
    sharing_due: bool = False,
    failures: int = 0,
    agenda: Agenda = NOTHING_PLANNED,
) -> WatchedCar:
    return WatchedCar(
        car_id=car_id,
        account_id=account_id,
        region=Region.EU,
        vehicle=Vehicle(vin=VIN, region=Region.EU, model=Model.ONE, series_code="HX11"),
        status=status,
        charge_limit=charge_limit,
        rule_states=rule_states,
        geofences=geofences,
        settings=settings or AlertSettings(),
        failures=failures,
        agenda=agenda,
        sharing_due=sharing_due,
        lease="lease",
    )


def make_sharing(
    sharing_id: str = "shr-1",
    status: SharingStatus = SharingStatus.PENDING,
    acceptor: str = "u-2",
) -> Sharing:
    return Sharing(
        sharing_id=sharing_id,
        vin=VIN,
        status=status,
        owner_user_id="u-1",
        acceptor_user_id=acceptor,
        acceptor_name="Carla",
        starts_at=at(600),
        ends_at=at(840),
    )


class Watch:
    """Polls a car again and again; every poll starts from what the one before has stored."""

    def __init__(self, car: WatchedCar | None = None) -> None:
        self.car = car or make_car()
        self.changes: list[EpisodeChange] = []

    def see(
        self,
        status: VehicleStatus,
        *,
        now: datetime | None = None,
        sharings: tuple[Sharing, ...] | None = None,
    ) -> Detection:
        now = now or status.fetched_at
        observation = Observation(
            status=status,
            charge_limit=self.car.charge_limit,
            geofences=self.car.geofences,
            sharings=sharings,
        )
        detection = detect(self.car, observation, now)
        newest = status if is_newer(self.car, status, now) else self.car.status
        self.car = replace(self.car, status=newest, rule_states=detection.rule_states)
        self.changes += detection.changes
        return detection


def told(changes: Sequence[EpisodeChange]) -> list[str]:
    """Return the changes as short words: ``+battery_low``, ``-battery_low``."""
    signs = {"opened": "+", "updated": "~", "closed": "-"}
    return [signs[change.change.value] + change.rule for change in changes]
