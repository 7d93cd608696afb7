"""Asynchronous client of the Smart vehicle cloud; knows no bot and no database."""

from smartcloud.account import INTERACTIVE_TIMEOUT_S, CloudAccount
from smartcloud.backoff import LogInBackoff
from smartcloud.client import SmartCloud
from smartcloud.commands import COMMANDS, ConfirmedBy, is_confirmed
from smartcloud.endpoints import Endpoint, endpoints

__all__ = [
    "COMMANDS",
    "INTERACTIVE_TIMEOUT_S",
    "CloudAccount",
    "ConfirmedBy",
    "Endpoint",
    "LogInBackoff",
    "SmartCloud",
    "endpoints",
    "is_confirmed",
]
