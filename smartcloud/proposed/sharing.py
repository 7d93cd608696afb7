"""PROPOSED bodies of the sharing platform."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

Body = dict[str, Any]


def milliseconds(moment: datetime) -> int:
    """Return an instant as the platform writes it."""
    return round(moment.timestamp() * 1000)


def invitation(
    vin: str, account: str, starts_at: datetime, ends_at: datetime, rights: Sequence[str]
) -> Body:
    """Return the body that invites somebody to a car."""
    return {
        "vin": vin,
        "acceptorAccount": account,
        "startTime": milliseconds(starts_at),
        "endTime": milliseconds(ends_at),
        "rights": list(rights),
    }


def named(sharing_id: str, **more: Any) -> Body:
    """Return the body that names one sharing, for accept, cancel, finish and the like."""
    return {"sharingId": sharing_id, **more}


def change(
    sharing_id: str,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    rights: Sequence[str] | None = None,
) -> Body:
    """Return the body that changes times or rights; what is not given stays."""
    body: Body = {"sharingId": sharing_id}
    if starts_at is not None:
        body["startTime"] = milliseconds(starts_at)
    if ends_at is not None:
        body["endTime"] = milliseconds(ends_at)
    if rights is not None:
        body["rights"] = list(rights)
    return body
