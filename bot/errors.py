"""One table from what went wrong to what a person reads about it."""

import re
from datetime import timedelta

from bot.localisation import Wording
from smartcloud.exceptions import (
    AuthenticationError,
    CloudUnavailableError,
    CommandBusyError,
    CommandRejectedError,
    CommandResultUnknownError,
    InvalidArgumentError,
    MissingSecretError,
    RateLimitError,
    SessionEvictedError,
    SmartCloudError,
    UnexpectedReplyError,
    UnsupportedError,
    VehicleNotLinkedError,
)

TEXT_KEYS: tuple[tuple[type[Exception], str], ...] = (
    # The first row that matches decides, so children stand before their parents.
    (CommandBusyError, "error-busy"),
    (CommandRejectedError, "error-rejected"),
    (CommandResultUnknownError, "error-unavailable"),
    (CloudUnavailableError, "error-unavailable"),
    (RateLimitError, "error-rate-limit"),
    (SessionEvictedError, "error-evicted"),
    (AuthenticationError, "error-authentication"),
    (VehicleNotLinkedError, "error-not-linked"),
    (UnsupportedError, "error-unsupported"),
    (InvalidArgumentError, "error-argument"),
    (UnexpectedReplyError, "error-unexpected"),
    (SmartCloudError, "error-other"),
)

SETTING = re.compile("[A-Z_]+")  # only the name of a setting is ever shown, no other words


def text_of(error: Exception, wording: Wording) -> str:
    """Return what a person reads about an error; never the error's own words."""
    if isinstance(error, RateLimitError) and error.retry_after:
        pause = min(error.retry_after, timedelta(hours=6))
        return wording.say("error-rate-limit-until", at=wording.now + pause)
    if isinstance(error, MissingSecretError) and SETTING.fullmatch(error.setting):
        return wording.say("error-missing-secret", setting=error.setting)
    if isinstance(error, InvalidArgumentError) and error.limits:
        limits = error.limits
        return wording.say(
            "error-argument-limits",
            minimum=f"{limits.minimum:g}",
            maximum=f"{limits.maximum:g} {limits.unit}".strip(),
            step=f"{limits.step:g}",
        )
    return wording.say(key_of(error))


def key_of(error: Exception) -> str:
    """Return the text key of an error's class."""
    return next((key for kind, key in TEXT_KEYS if isinstance(error, kind)), "error-other")
