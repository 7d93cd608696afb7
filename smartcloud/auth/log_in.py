"""The full log-in of either market."""

from smartcloud.auth.eu import log_in_eu
from smartcloud.auth.intl import log_in_intl
from smartcloud.auth.session import Wire
from smartcloud.models import Region, Tokens


async def log_in(wire: Wire, region: Region, email: str, password: str) -> Tokens:
    """Return a new session; the password is used once and not kept."""
    if region is Region.EU:
        return await log_in_eu(wire, email, password)
    return await log_in_intl(wire, email, password)
