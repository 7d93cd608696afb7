"""PROPOSED bodies of fences, favourite places and dealers."""

from typing import Any

from smartcloud.models import Destination, Geofence

Body = dict[str, Any]
_EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]


def geofence(vin: str, fence: Geofence) -> Body:
    """Return the body that creates a fence, or changes it if it has an id."""
    body: Body = {
        "vin": vin,
        "name": fence.name or "",
        "centerLatitude": str(fence.latitude),
        "centerLongitude": str(fence.longitude),
        "radius": f"{fence.radius_m:g}" if fence.radius_m is not None else "",
        "enabled": fence.is_enabled is not False,
        "alertType": fence.alert_type or "OUT",
        "startTime": f"{fence.starts_at:%H:%M}" if fence.starts_at else "00:00",
        "endTime": f"{fence.ends_at:%H:%M}" if fence.ends_at else "23:59",
        "weekdays": _EVERY_DAY,
    }
    return {**body, "geofenceId": fence.geofence_id} if fence.geofence_id else body


def favourite(place_id: str, place: Destination) -> Body:
    """Return the body that keeps a place."""
    where = {"lat": place.latitude, "lon": place.longitude}
    return {"collectionId": place_id, "name": place.name, "address": place.address, **where}
