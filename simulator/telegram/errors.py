"""Refusals, in Telegram's own words."""

from typing import Any


class ApiError(Exception):
    """A call that the Bot API refuses; what ``description`` says is Telegram's wording."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        """Return the body of the answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})


class ControlError(Exception):
    """A request of the person's side that makes no sense; the text says why."""


def bad_request(reason: str) -> ApiError:
    """Return the error for a call with wrong parameters."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """Return the error for a chat that the bot may not write to."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """Return the error for two ways of getting updates at a time."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(retry_after_s: int) -> ApiError:
    """Return the error for a bot that sends too fast."""
    return ApiError(
        429, f"Too Many Requests: retry after {retry_after_s}", retry_after=retry_after_s
    )
