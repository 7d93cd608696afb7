"""Facts about home: where it is, and whether the car is there."""

from alerts.diary import usual_bed
from alerts.facts.place import distance_m, edge_m, trusted_position
from alerts.models import Geofence
from alerts.parking import position_of
from alerts.view import View
from smartcloud.models import Position

NAMES = frozenset(
    {
        *("home", "house", "my home", "my house"),
        *("zuhause", "zu hause", "daheim", "haus", "heim"),
        *("maison", "domicile", "chez moi", "chez nous", "la maison"),
        *("casa", "mi casa", "hogar", "a casa", "casa mia", "casa nostra"),
    }
)
NEAR_BED_M = 250.0


def home_of(view: View) -> Geofence | None:
    """Return home: the fence that is called so, or around where the car usually sleeps."""
    for fence in view.observation.geofences:
        if fence.name.strip().casefold() in NAMES:
            return fence
    bed = usual_bed(view.diary, _is_near)
    if bed is None:
        return None
    return Geofence(
        geofence_id=0, car_id=0, name="", latitude=bed[0], longitude=bed[1], radius_m=NEAR_BED_M
    )


def is_at_home(view: View) -> bool | None:
    """Return whether the car stands at home; ``None`` if either place is not known by now."""
    if not view.is_current:
        return None
    if view.status.drive.is_running:
        return False
    home, position = home_of(view), _where(view)
    if home is None or position is None:
        return None
    return distance_m(position, home) <= home.radius_m + edge_m(home)


def _where(view: View) -> Position | None:
    """Return where the car is: by this frame, or where it was parked if it stands there still."""
    position, spot = trusted_position(view.status), view.spot
    if position is None and spot is not None and view.status.is_position_shared is not False:
        stands_there = spot.parked_since == view.status.drive.parked_since
        return position_of(spot) if stands_there else None
    return position


def _is_near(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return distance_m(_position(a), _position(b)) <= NEAR_BED_M


def _position(pair: tuple[float, float]) -> Position:
    return Position(latitude=pair[0], longitude=pair[1])
