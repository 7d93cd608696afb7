"""What a session needs."""

from dataclasses import dataclass
from datetime import datetime

from smartcloud.models.vehicle import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Everything a session needs; kept encrypted, never logged."""

    region: Region
    user_id: str
    session_token: str
    session_refresh_token: str = ""
    oauth_token: str = ""
    oauth_refresh_token: str = ""
    id_token: str = ""
    client_id: str = ""
    device_id: str = ""
    issued_at: datetime

    def __repr__(self) -> str:
        """Say only the region: a token in a log is a stolen car."""
        return f"Tokens(region={self.region.value})"
