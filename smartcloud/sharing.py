"""PROPOSED bodies of Smart's sharing platform; no real shape is published, replace them here."""

import msgspec


def accept_body(sharing_id: str) -> bytes:
    """Return the body that approves a request."""
    return msgspec.json.encode({"sharingId": sharing_id})


def reject_body(sharing_id: str, reason: str = "") -> bytes:
    """Return the body that declines a request."""
    return msgspec.json.encode({"sharingId": sharing_id, "reason": reason})
