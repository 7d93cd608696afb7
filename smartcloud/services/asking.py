"""The one thing that every service needs: a way to call an endpoint."""

from datetime import datetime
from typing import Any, Protocol

from smartcloud.calls import Params
from smartcloud.models import Tokens, Vehicle


class Asker(Protocol):
    """An account, as its services see it."""

    @property
    def tokens(self) -> Tokens:
        """The newest tokens."""
        ...

    async def call(
        self,
        endpoint_name: str,
        *,
        params: Params | None = None,
        body: Any = None,
        vehicle: Vehicle | None = None,
    ) -> Any:
        """Return the decoded answer; None where the cloud has no data."""
        ...


def milliseconds(moment: datetime) -> str:
    """Return an instant as the cloud writes it in a query."""
    return str(round(moment.timestamp() * 1000))
