"""Named moments from detection to delivery, and of a command, at which a test may end the process.

Nothing happens unless ``SMARTBOT_KILL_AT`` names one: "delivery.sent:2" is the second time that
the process gets there. It then dies as by SIGKILL, without a goodbye to anybody.
"""

import os
import signal

VARIABLE = "SMARTBOT_KILL_AT"

MILESTONES = (
    "poll.claimed",
    "poll.asked",
    "poll.storing",  # all is written, nothing is committed
    "poll.stored",
    "delivery.claimed",
    "delivery.sending",
    "delivery.sent",
    "delivery.noting",
    "delivery.noted",
    "update.stored",  # and not yet acknowledged
    "update.handled",
    "update.noted",
    "command.journalling",
    "command.journalled",
    "command.begun",
    "command.sent",
    "command.told",
)

_left: dict[str, int] = {}


def arm(text: str | None) -> None:
    """Name the milestone that ends this process, or none."""
    _left.clear()
    if text:
        name, _, times = text.partition(":")
        _left[name] = int(times or 1)


def reached(name: str) -> None:
    """Pass a milestone."""
    if not _left or name not in _left:
        return
    _left[name] -= 1
    if _left[name] <= 0:
        os.kill(os.getpid(), signal.SIGKILL)


arm(os.environ.get(VARIABLE))
