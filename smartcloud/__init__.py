"""Asynchronous client of the Smart vehicle cloud; knows no bot and no database."""

from smartcloud.account import INTERACTIVE_TIMEOUT_S, CloudAccount
from smartcloud.backoff import LogInBackoff
from smartcloud.client import SmartCloud
from smartcloud.commands import COMMANDS, ConfirmedBy, is_confirmed
from smartcloud.credentials import CloudSecrets
from smartcloud.endpoints import Endpoint, endpoints
from smartcloud.exceptions import SmartCloudError
from smartcloud.models import CommandReceipt, Model, Region, Tokens, Vehicle, VehicleStatus

__all__ = [
    "COMMANDS",
    "INTERACTIVE_TIMEOUT_S",
    "CloudAccount",
    "CloudSecrets",
    "CommandReceipt",
    "ConfirmedBy",
    "Endpoint",
    "LogInBackoff",
    "Model",
    "Region",
    "SmartCloud",
    "SmartCloudError",
    "Tokens",
    "Vehicle",
    "VehicleStatus",
    "endpoints",
    "is_confirmed",
]
