"""Facts about Smart's own car sharing."""

from collections.abc import Mapping

from alerts.models import Fact
from alerts.view import View
from smartcloud.models import SharingStatus


def requests(view: View) -> Mapping[str, Fact | None]:
    """Return ``pending`` or ``decided`` per sharing id; what never asked is not remembered.

    A request that is gone from the list was decided elsewhere. A list with the same request twice
    (its pages moved while they were read) is one request.
    """
    sharings, memory = view.observation.sharings, view.memory
    if sharings is None:
        return dict.fromkeys(memory)
    told: dict[str, Fact | None] = dict.fromkeys(memory, "decided")
    for sharing in sharings:
        if sharing.is_request:
            told[sharing.sharing_id] = "pending"
        elif sharing.status is SharingStatus.UNKNOWN and sharing.sharing_id in memory:
            told[sharing.sharing_id] = None
    return told
