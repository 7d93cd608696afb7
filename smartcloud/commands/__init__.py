"""What can be asked of a car: arguments with limits, request bodies, and how a status shows it."""

from smartcloud.commands.arguments import Arguments, ArgumentValue, checked
from smartcloud.commands.catalogue import COMMANDS
from smartcloud.commands.confirmation import is_confirmed
from smartcloud.commands.forms import Command, ConfirmedBy
from smartcloud.commands.further import FURTHER_COMMANDS
from smartcloud.commands.payloads import build_bodies, command_of

__all__ = [
    "COMMANDS",
    "FURTHER_COMMANDS",
    "ArgumentValue",
    "Arguments",
    "Command",
    "ConfirmedBy",
    "build_bodies",
    "checked",
    "command_of",
    "is_confirmed",
]
