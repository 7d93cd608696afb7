"""The cloud's result codes and the error that carries one."""

MESSAGES = {
    "1003": "No record for this vehicle",
    "1400": "Illegal parameter",
    "1402": "The access token is invalid",
    "1404": "The state does not allow it",
    "1405": "not found resource",
    "1442": "The inspection date has expired",
    "1443": "The nonce was repeated",
    "1445": "Check signature error",
    "1501": "The access token has expired",
    "4038": "The vehicle is not in use",
    "7065": "Authorisation is being processed",
    "8006": "Human and vehicle relationship does not exist",
    "8040": "There is no vehicle information bounded with this VIN and UID",
    "8060": "The vehicle for this VIN does not exist",
    "8063": "There is no vehicle information for this VIN",
    "8070": "The last request has not yet been executed",
    "8153": "Connection interruption",
    "8160": "No permission",
    "8500": "Internal error",
    "failure": "Operation failed",
}


class CloudError(Exception):
    """The cloud refuses with a code; the HTTP status stays 200."""

    def __init__(self, code: str, message: str | None = None) -> None:
        self.code = code
        self.message = message or MESSAGES.get(code, "Operation failed")
        super().__init__(f"{self.code}: {self.message}")


class GatewayError(Exception):
    """A gateway refuses with an HTTP status of its own."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        self.status = status
        self.message = message
        self.headers = headers or {}
        super().__init__(f"{status}: {message}")
