"""What the cloud's result codes mean: which one is cured how, and which error is left."""

from enum import Enum
from types import MappingProxyType

from smartcloud.exceptions import (
    AuthenticationError,
    CloudUnavailableError,
    CommandBusyError,
    CommandRejectedError,
    RateLimitError,
    SessionEvictedError,
    SmartCloudError,
    UnexpectedReplyError,
    UnsupportedError,
    VehicleNotLinkedError,
)


class Cure(Enum):
    """What the client does about a code by itself, before it becomes an error."""

    NONE = "none"
    RENEW_SESSION = "renew session"
    RENEW_ACCOUNT = "renew account"  # the token behind the session has ended, too
    SELECT = "select the car again"
    NEW_NONCE = "sign again"
    FIX_CLOCK = "sign with the cloud's time"
    NEW_PARTNER_TOKEN = "buy a new token of the charging partner"
    OTHER_HOST = "ask the other generation of the platform"
    BINDING = "select once, then count"


SUCCESS = frozenset({"", "0", "200", "1000"})
EMPTY = frozenset({"1003", "8153"})
"""The cloud has no data: an empty result, not an error."""

CURES = MappingProxyType(
    {
        "401": Cure.RENEW_SESSION,  # HTTP status of the same meaning as 1402
        "1402": Cure.RENEW_SESSION,
        "1501": Cure.RENEW_ACCOUNT,
        "8500": Cure.RENEW_ACCOUNT,
        "4038": Cure.SELECT,
        "8006": Cure.SELECT,
        "1443": Cure.NEW_NONCE,
        "1442": Cure.FIX_CLOCK,
        "8060": Cure.OTHER_HOST,
        "8063": Cure.OTHER_HOST,
        "8040": Cure.BINDING,
    }
)

ERRORS: MappingProxyType[str, type[SmartCloudError]] = MappingProxyType(
    {
        "401": SessionEvictedError,
        "1402": SessionEvictedError,  # left only if a fresh session is refused, too
        "1400": UnexpectedReplyError,  # a parameter of ours is wrong
        "1404": CommandRejectedError,
        "1405": UnsupportedError,
        "1443": UnexpectedReplyError,  # left only if a new nonce is refused, too
        "1445": UnexpectedReplyError,  # our signature is wrong; renewing would not help
        "1501": AuthenticationError,
        "4038": SessionEvictedError,
        "7065": CloudUnavailableError,
        "8006": SessionEvictedError,
        "8040": VehicleNotLinkedError,
        "8070": CommandBusyError,
        "8160": UnsupportedError,
        "8500": CloudUnavailableError,
        "failure": CommandRejectedError,
    }
)

GIGYA_ERRORS: MappingProxyType[str, type[SmartCloudError]] = MappingProxyType(
    {
        "403042": AuthenticationError,  # wrong log-in name or password
        "403041": AuthenticationError,  # account disabled
        "403120": AuthenticationError,  # account locked
        "206001": AuthenticationError,  # registration not finished
        "206002": AuthenticationError,  # e-mail not verified
        "401020": AuthenticationError,  # captcha wanted
        "403048": RateLimitError,
    }
)


def error_of(code: str, message: str, *, is_command: bool = False) -> SmartCloudError:
    """Return the error of a code that could not be cured; an unlisted code is unexpected."""
    kind = ERRORS.get(code)
    if is_command and kind in (None, UnsupportedError, UnexpectedReplyError):
        return CommandRejectedError(f"the cloud refused the command with {code}", code)
    if kind is None or kind is UnexpectedReplyError:
        return UnexpectedReplyError(f"the cloud answered {code}: {message}", code)
    if issubclass(kind, CommandRejectedError):
        return kind(f"the cloud refused with {code}", code)
    return kind(f"the cloud answered {code}")
