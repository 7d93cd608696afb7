"""What can be asked of an account, grouped by noun; each is reached as ``account.<noun>``."""

from smartcloud.services.asking import Asker
from smartcloud.services.care import Care
from smartcloud.services.charging import ChargingService
from smartcloud.services.identity import Identity
from smartcloud.services.keys import Keys
from smartcloud.services.people import People
from smartcloud.services.places import Places
from smartcloud.services.sharing import OlderSharing, SharingService
from smartcloud.services.stations import Stations
from smartcloud.services.trips import Trips

__all__ = [
    "Asker",
    "Care",
    "ChargingService",
    "Identity",
    "Keys",
    "OlderSharing",
    "People",
    "Places",
    "SharingService",
    "Stations",
    "Trips",
]
