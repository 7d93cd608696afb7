"""The way in: log in, and open the account of stored tokens."""

from secrets import token_bytes

import aiohttp

from smartcloud import auth
from smartcloud.account import CloudAccount
from smartcloud.credentials import PLACEHOLDERS, CloudSecrets
from smartcloud.gate import Gate
from smartcloud.models import Region, Tokens
from smartcloud.regions import LOG_IN_HOSTS
from smartcloud.session import AccountSession
from smartcloud.signer import Entropy, Signer
from smartcloud.transport import Clock, Transport


class SmartCloud:
    """Both of Smart's clouds.

    ``http`` stays the caller's, who closes it; its cookies are neither used nor changed.
    ``clock`` dates what is fetched, ``wall_clock`` signs. With ``base_url`` every request to host
    ``H`` goes to ``base_url/H`` instead of ``https://H``. ``secrets`` opens services whose secrets
    nobody has published; a stand-in gets placeholders. ``gate`` keeps the pauses that the cloud
    asks for.
    """

    def __init__(
        self,
        http: aiohttp.ClientSession,
        *,
        clock: Clock,
        wall_clock: Clock,
        base_url: str | None = None,
        entropy: Entropy = token_bytes,
        secrets: CloudSecrets | None = None,
        gate: Gate | None = None,
    ) -> None:
        known = secrets or (PLACEHOLDERS if base_url else CloudSecrets())
        self._partner = auth.PartnerToken(known)
        self._wire = auth.Wire(
            transport=Transport(http, wall_clock, base_url, gate),
            signer=Signer(wall_clock, entropy),
            clock=clock,
            secrets=known,
        )

    async def log_in(self, region: Region, email: str, password: str) -> Tokens:
        """Return a new session.

        Raises ``AuthenticationError`` (wrong password), ``RateLimitError``,
        ``CloudUnavailableError`` or ``UnexpectedReplyError``; ``PausedError`` while a host that the
        log-in needs wants a pause, before anything is sent. The quiet window between log-ins is
        the caller's, see ``LogInBackoff``.
        """
        await self._wire.transport.require_open(LOG_IN_HOSTS[region])
        return await auth.log_in(self._wire, region, email, password)

    def open_account(
        self,
        tokens: Tokens,
        *,
        on_tokens: auth.Keep,
        log_in_again: auth.LogInAgain | None = None,
    ) -> CloudAccount:
        """Return the account of stored tokens, without any request.

        ``on_tokens`` stores renewed tokens and is awaited at once. ``log_in_again`` is the last
        resort of a renewal, for people who chose to stay signed in.
        """
        return CloudAccount(
            AccountSession(self._wire, tokens, on_tokens, log_in_again, self._partner)
        )
