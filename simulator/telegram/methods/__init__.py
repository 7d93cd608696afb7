"""The methods of the Bot API, by name in lower case (Telegram does not look at case)."""

from collections.abc import Callable
from typing import Any

from simulator.telegram.methods import chats, editing, profile, sending, updates
from simulator.telegram.parameters import Parameters
from simulator.telegram.world import World

Method = Callable[[World, Parameters], Any]

SINCE: dict[str, tuple[int, int]] = {
    # The version of the Bot API that brought a method; of those that a bot may meet without.
    "sendrichmessage": (10, 1),
    "deleteephemeralmessage": (10, 2),
    "editephemeralmessagetext": (10, 2),
}

METHODS: dict[str, Method] = {
    name.lower(): method
    for module in (updates, sending, editing, chats, profile)
    for name, method in module.METHODS.items()
}
