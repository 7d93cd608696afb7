"""Failures that were ordered for the next calls."""

from dataclasses import dataclass
from typing import Any

from simulator.telegram.errors import ApiError, ControlError, forbidden, too_many_requests

KINDS = ("429", "500", "502", "503", "outage", "blocked", "timeout", "reset")
_WHEN = ("before", "after")
_SERVER_ERRORS = {
    "500": "Internal Server Error",
    "502": "Bad Gateway",
    "503": "Service Unavailable",
}


@dataclass(slots=True, kw_only=True)
class Fault:
    """One failure; ``when`` says whether the call has its effect before it fails."""

    kind: str
    method: str = ""  # lower case; empty: any
    chat: int | None = None
    times: int | None = 1  # None: until cleared
    retry_after_s: int = 5
    when: str = "before"

    def fits(self, method: str, chat: int | None) -> bool:
        """Say whether a call is to fail."""
        return (not self.method or self.method == method) and self.chat in (None, chat)

    def error(self) -> ApiError | None:
        """Return the answer to give; None for a connection that breaks or stays silent."""
        match self.kind:
            case "429":
                return too_many_requests(self.retry_after_s)
            case "blocked":
                return forbidden("bot was blocked by the user")
            case "500" | "502" | "503":
                return ApiError(int(self.kind), _SERVER_ERRORS[self.kind])
        return None


class Faults:
    """The failures that are still to come."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Order a failure."""
        self._faults.append(fault)

    def clear(self) -> None:
        """Let everything succeed again."""
        self._faults.clear()

    def take(self, method: str, chat: int | None) -> Fault | None:
        """Return the failure for a call, if there is one, and count it."""
        for fault in self._faults:
            if fault.fits(method, chat):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._faults.remove(fault)
                return fault
        return None


def read_fault(body: dict[str, Any]) -> Fault:
    """Read a fault of the control port; raise ``ControlError`` if it makes no sense."""
    kind, when = str(body.get("kind", "")), str(body.get("when", "before"))
    if kind not in KINDS:
        raise ControlError(f"kind is one of {', '.join(KINDS)}")
    if when not in _WHEN:
        raise ControlError(f"when is one of {', '.join(_WHEN)}")
    try:
        chat = None if body.get("chat") is None else int(body["chat"])
        times = body.get("times", None if kind == "outage" else 1)
        return Fault(
            kind=kind,
            method=str(body.get("method") or "").lower(),
            chat=chat,
            times=None if times is None else int(times),
            retry_after_s=int(body.get("retry_after") or 5),
            when=when,
        )
    except (TypeError, ValueError):
        raise ControlError("chat, times and retry_after are whole numbers") from None
