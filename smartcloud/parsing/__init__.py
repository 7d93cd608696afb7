"""Answers of the cloud -> models: pure, lenient, and never guessing."""

from smartcloud.parsing.small import (
    parse_charge_limit,
    parse_receipt,
    parse_state_flags,
)
from smartcloud.parsing.status import parse_status
from smartcloud.parsing.vehicles import parse_vehicles

__all__ = [
    "parse_charge_limit",
    "parse_receipt",
    "parse_state_flags",
    "parse_status",
    "parse_vehicles",
]
