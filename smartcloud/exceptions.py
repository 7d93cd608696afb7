"""Everything that can go wrong with the cloud, named by cause."""

from dataclasses import dataclass
from datetime import timedelta


class SmartCloudError(Exception):
    """Base of all errors that leave this package; ``temporary`` says whether waiting helps."""

    temporary = False


class CloudUnavailableError(SmartCloudError):
    """Time-out, connection, HTTP 5xx, or an answer that is not JSON."""

    temporary = True


class NotConnectedError(CloudUnavailableError):
    """No connection was made, so the request cannot have had any effect."""


class RateLimitError(SmartCloudError):
    """HTTP 403/429 or the local quiet window after one; ``retry_after`` if known."""

    temporary = True

    def __init__(self, message: str, retry_after: timedelta | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class PausedError(RateLimitError):
    """The pause after an earlier refusal still lasts: nothing was asked."""


YIELD_WINDOW = timedelta(minutes=5)


class SessionEvictedError(SmartCloudError):
    """Another client took the session or the selected car: yield for ``retry_after``.

    Two clients that take it from each other in turns lock the person out of the phone application.
    """

    temporary = True
    retry_after = YIELD_WINDOW


class AuthenticationError(SmartCloudError):
    """The person has to log in again: wrong password, or a session that cannot be renewed."""


class VehicleNotLinkedError(SmartCloudError):
    """The car is not, or no longer, in this account."""


class CommandRejectedError(SmartCloudError):
    """The cloud or the car refused a command; ``reason`` is a cloud code or a short key."""

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason


class CommandBusyError(CommandRejectedError):
    """8070: the car still works on another command, and this one is lost."""

    temporary = True


class CommandResultUnknownError(SmartCloudError):
    """A command left and its answer did not come: never send it again by machine."""


class UnsupportedError(SmartCloudError):
    """This car or account cannot do that."""


class MissingSecretError(UnsupportedError):
    """A service wants a secret that is not published; ``setting`` would bring it."""

    def __init__(self, setting: str) -> None:
        super().__init__(f"this service needs the setting {setting}, which nobody has published")
        self.setting = setting


@dataclass(frozen=True, slots=True)
class Limits:
    """Inclusive limits of an argument, with its unit as people read it."""

    minimum: float
    maximum: float
    step: float
    unit: str


class InvalidArgumentError(SmartCloudError):
    """A value outside the limits of a command; ``limits`` attached."""

    def __init__(self, message: str, limits: Limits | None = None) -> None:
        super().__init__(message)
        self.limits = limits


class UnexpectedReplyError(SmartCloudError):
    """An answer that this client does not know; carries a redacted excerpt for the log."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code
