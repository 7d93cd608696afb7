"""What can be asked of a car: arguments with limits, request bodies, and how a status shows it."""

from smartcloud.commands.arguments import Arguments, ArgumentValue, checked
from smartcloud.commands.catalogue import COMMANDS, Command, ConfirmedBy
from smartcloud.commands.confirmation import is_confirmed
from smartcloud.commands.payloads import build_bodies

__all__ = [
    "COMMANDS",
    "ArgumentValue",
    "Arguments",
    "Command",
    "ConfirmedBy",
    "build_bodies",
    "checked",
    "is_confirmed",
]
