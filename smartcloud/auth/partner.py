"""The charging partner's own token, bought with client credentials and kept while it is valid."""

import asyncio
from datetime import datetime, timedelta
from urllib.parse import urlencode

from smartcloud.auth.session import Wire
from smartcloud.credentials import CloudSecrets
from smartcloud.envelope import decode
from smartcloud.exceptions import UnexpectedReplyError
from smartcloud.parsing.converters import number, text
from smartcloud.parsing.reading import inside
from smartcloud.transport import Address, Request

_FORM = {"accept": "application/json", "content-type": "application/x-www-form-urlencoded"}
_EARLY = timedelta(minutes=1)
_SHORTEST_S, _LONGEST_S = 60.0, 86_400.0


def token_request(secrets: CloudSecrets) -> Request:
    """Return the request for a token (PROPOSED form); raise ``MissingSecretError`` without."""
    client_id = secrets.need("dcs_client_id")
    form = {
        "grant_type": "client_credentials",
        "client_id": client_id,
        "client_secret": secrets.need("dcs_client_secret"),
        "scope": f"{client_id}/.default",
    }
    return Request(
        method="POST",
        address=Address.of("ms_login", "/oauth2/token"),
        headers=_FORM,
        body=urlencode(form).encode(),
    )


class PartnerToken:
    """One token for all accounts: it names the application, not a person."""

    def __init__(self, secrets: CloudSecrets) -> None:
        self._secrets = secrets
        self._lock = asyncio.Lock()
        self._token = ""
        self._valid_until: datetime | None = None

    async def get(self, wire: Wire) -> str:
        """Return a valid token; many who wait cause one request."""
        async with self._lock:
            if self._valid_until is None or wire.clock() >= self._valid_until:
                response = await wire.transport.send(token_request(self._secrets))
                answer = decode(response.body)
                token = text(inside(answer, "access_token"))
                if token is None:
                    raise UnexpectedReplyError("the charging partner gave no token")
                lifetime = number(inside(answer, "expires_in"), _SHORTEST_S, _LONGEST_S)
                self._token = token
                self._valid_until = (
                    wire.clock() + timedelta(seconds=lifetime or _SHORTEST_S) - _EARLY
                )
            return self._token

    def forget(self) -> None:
        """Drop a token that was refused."""
        self._valid_until = None
