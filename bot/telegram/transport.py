"""python-telegram-bot's door to the network on the one shared aiohttp session."""

from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

READ_TIMEOUT_S = 10.0
CONNECT_TIMEOUT_S = 5.0
_HEADERS = {"User-Agent": BaseRequest.USER_AGENT}

Seconds = DefaultValue[Any] | float | None


class LostAnswerError(NetworkError):
    """The request left and no answer came: Telegram may have done what it asks."""


class AiohttpRequest(BaseRequest):
    """Sends Bot API requests; whoever made the session closes it."""

    __slots__ = ("_session",)

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer when a call does not say."""
        return READ_TIMEOUT_S

    async def initialize(self) -> None:
        """Do nothing: the session is ready."""

    async def shutdown(self) -> None:
        """Do nothing: the session serves others too."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - no such limit in aiohttp
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the session has one pool
    ) -> tuple[int, bytes]:
        """Return status and body, or raise ``TimedOut`` or ``NetworkError``.

        The texts of the errors hold no address, because the address holds the token.
        """
        timeout = aiohttp.ClientTimeout(
            total=None,
            sock_connect=_seconds(connect_timeout, CONNECT_TIMEOUT_S),
            sock_read=_seconds(read_timeout, READ_TIMEOUT_S),
        )
        try:
            async with self._session.request(
                method, url, data=_body(request_data), headers=_HEADERS, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NetworkError(f"no connection: {type(error).__name__}") from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise LostAnswerError(f"connection lost: {type(error).__name__}") from None


def _seconds(value: Seconds, default: float) -> float | None:
    return default if isinstance(value, DefaultValue) else value


def _body(request_data: RequestData | None) -> dict[str, str] | aiohttp.FormData | None:
    if request_data is None or not request_data.contains_files:
        return request_data.json_parameters if request_data else None
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, content_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=content_type)
    return form
