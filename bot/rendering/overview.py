"""The whole car at a glance, its health, and where it is."""

from math import asin, cos, radians, sin, sqrt

from alerts.models import Geofence
from bot.localisation import Wording
from bot.rendering.access import SEATS, cabin_line, climate_status, lock_status
from bot.rendering.battery import charging_details, level_line
from bot.rendering.view import CarView, Sentences
from smartcloud.models import Position

EARTH_RADIUS_M = 6_371_000.0
LOW_12V_V = 12.0  # below this a resting lead battery is close to empty


def status_summary(view: CarView, wording: Wording) -> Sentences:
    """Return the status card: level, lock, charging, cabin, and the place in private."""
    climate = climate_status(view, wording).answer if view.status.climate.is_active else ""
    details = (
        lock_status(view, wording).answer,
        *charging_details(view, wording),
        climate,
        cabin_line(view, wording),
        _movement(view, wording),
        _place_hint(view, wording),
    )
    return Sentences(answer=level_line(view, wording), details=tuple(filter(None, details)))


def odometer(view: CarView, wording: Wording) -> Sentences:
    """Return the distance driven in the life of the car."""
    distance = view.status.maintenance.odometer_km
    if distance is None:
        return Sentences(answer=wording.say("odometer-unknown"))
    return Sentences(answer=wording.say("odometer-line", distance=wording.distance(distance)))


def tyre_pressure(view: CarView, wording: Wording) -> Sentences:
    """Return the four pressures, those with a warning first."""
    tyres = {seat: getattr(view.status.tyres, seat) for seat in SEATS}
    details = tuple(
        wording.say(
            "tyre-line",
            wheel=wording.label(f"wheel-{seat}"),
            pressure=wording.pressure(tyre.pressure_kpa),
        )
        for seat, tyre in tyres.items()
        if tyre.pressure_kpa is not None
    )
    if names := warned_wheels(view, wording):
        answer = wording.say("tyres-warning", names=wording.listing(names))
    elif any(tyre.has_warning is None and tyre.pressure_kpa is None for tyre in tyres.values()):
        answer = wording.say("tyres-unknown")
    else:
        answer = wording.say("tyres-fine")
    return Sentences(answer=answer, details=details)


def vehicle_health(view: CarView, wording: Wording) -> Sentences:
    """Return what needs attention, then service and the 12 V battery."""
    wanted = _attention(view, wording)
    care = view.status.maintenance
    details = list(wanted)
    if care.days_to_service is not None and not care.has_service_warning:
        details.append(wording.say("health-service-days", days=care.days_to_service))
    if care.distance_to_service_km is not None and not care.has_service_warning:
        distance = wording.distance(care.distance_to_service_km)
        details.append(wording.say("health-service-distance", distance=distance))
    if care.battery_12v_voltage_v is not None and care.battery_12v_voltage_v >= LOW_12V_V:
        voltage = wording.voltage(care.battery_12v_voltage_v)
        details.append(wording.say("health-battery-12v", voltage=voltage))
    answer = (
        wording.say("health-attention", count=len(wanted)) if wanted else wording.say("health-fine")
    )
    return Sentences(answer=answer, details=tuple(details))


def locate(view: CarView, wording: Wording) -> Sentences:
    """Return where the car is; the caller adds the native place, and only in private."""
    status = view.status
    if not view.is_private:
        return Sentences(answer=wording.say("place-hidden"))
    if status.position is None:
        key = "place-not-shared" if status.is_position_shared is False else "place-unknown"
        return Sentences(answer=wording.say(key))
    fence = fence_at(status.position, view)
    answer = wording.say("place-line", name=fence.name) if fence else wording.say("place-known")
    doubt = (wording.say("place-untrusted"),) if status.position.is_trusted is False else ()
    movement = _movement(view, wording)
    return Sentences(answer=answer, details=(*doubt, *([movement] if movement else [])))


def warned_wheels(view: CarView, wording: Wording) -> list[str]:
    """Return the names of the wheels that the car warns about."""
    tyres = view.status.tyres
    return [wording.label(f"wheel-{seat}") for seat in SEATS if getattr(tyres, seat).has_warning]


def fence_at(position: Position, view: CarView) -> Geofence | None:
    """Return the smallest named place around a position."""
    around = [
        fence
        for fence in view.geofences
        if distance_m(position, fence.latitude, fence.longitude) <= fence.radius_m
    ]
    return min(around, key=lambda fence: fence.radius_m, default=None)


def _attention(view: CarView, wording: Wording) -> list[str]:
    care = view.status.maintenance
    wanted: list[str] = []
    if care.has_service_warning:
        wanted.append(wording.say("health-service-warning"))
    if care.battery_12v_voltage_v is not None and care.battery_12v_voltage_v < LOW_12V_V:
        voltage = wording.voltage(care.battery_12v_voltage_v)
        wanted.append(wording.say("health-battery-12v-low", voltage=voltage))
    if names := warned_wheels(view, wording):
        wanted.append(wording.say("health-tyre", names=wording.listing(names)))
    return wanted


def _movement(view: CarView, wording: Wording) -> str:
    drive = view.status.drive
    if drive.is_running:
        if drive.speed_kmh:
            return wording.say("driving-speed", speed=round(drive.speed_kmh))
        return wording.say("driving-now")
    return wording.say("parked-since", at=drive.parked_since) if drive.parked_since else ""


def _place_hint(view: CarView, wording: Wording) -> str:
    if not view.is_private or view.status.position is None:
        return ""
    fence = fence_at(view.status.position, view)
    return wording.say("place-line", name=fence.name) if fence else ""


def distance_m(position: Position, latitude: float, longitude: float) -> float:
    """Return the great-circle distance by the haversine formula."""
    lat1, lat2 = radians(position.latitude), radians(latitude)
    dlat, dlon = lat2 - lat1, radians(longitude - position.longitude)
    half = sin(dlat / 2) ** 2 + cos(lat1) * cos(lat2) * sin(dlon / 2) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(half)))
