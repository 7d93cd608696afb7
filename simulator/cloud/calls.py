"""One request to the cloud as the endpoints see it, and the table row that serves it."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from aiohttp import web

from simulator.cloud.codes import CloudError
from simulator.cloud.fleet import Owner
from simulator.cloud.garage import SimulatedCar
from simulator.cloud.tokens import Token
from simulator.cloud.world import World

# What a request must bring: nothing, an ECARX signature, also a session, also a VIN of the account,
# also that VIN selected, or all this for a VIN in the query; or the INTL gateway's signature; or a
# token as the EU services, the INTL account service and the EU pairing service take it; or the
# signature of the EU's newer services; or the charging partner's own token.
Check: TypeAlias = Literal[
    "open",
    "signed",
    "session",
    "car",
    "vehicle",
    "query",
    "gateway",
    "bearer",
    "intl",
    "access",
    "xs",
    "partner",
]


@dataclass(slots=True, kw_only=True)
class Call:
    """A request, with what the checks have found out."""

    world: World
    request: web.Request
    host: str
    path: str  # without the host, as on the wire
    body: bytes
    query: dict[str, str]
    params: dict[str, str] = field(default_factory=dict)
    owner: Owner | None = None
    session: Token | None = None
    found_car: SimulatedCar | None = None
    rights: tuple[str, ...] | None = None  # what a sharing allows; None for the owner

    @property
    def account(self) -> Owner:
        """The account of the session; only behind a check that finds one."""
        if self.owner is None:
            raise CloudError("1402")
        return self.owner

    @property
    def car(self) -> SimulatedCar:
        """The car of the path; only behind a check that finds one."""
        if self.found_car is None:
            raise CloudError("8063")
        return self.found_car

    def any_json(self) -> object:
        """Return the body, whatever JSON it is; raise 1400 if it is none."""
        try:
            value: object = json.loads(self.body)
        except ValueError as error:
            raise CloudError("1400", "The body is not JSON") from error
        return value

    def json(self) -> dict[str, object]:
        """Return the body, a JSON object; raise 1400 if it is none."""
        value = self.any_json()
        if not isinstance(value, dict):
            raise CloudError("1400", "The body is not an object")
        return value

    def text(self, name: str) -> str:
        """Return a mandatory text of the body; raise 1400 naming the field."""
        value = self.json().get(name)
        if not isinstance(value, str) or not value:
            raise CloudError("1400", f"{name} is missing")
        return value

    def asked(self, name: str) -> str:
        """Return a mandatory query parameter; raise 1400 naming it."""
        if not (value := self.query.get(name, "")):
            raise CloudError("1400", f"{name} is missing")
        return value

    def header(self, name: str) -> str:
        """Return a header or the empty text."""
        return self.request.headers.get(name, "")

    def link(self, host: str, path: str) -> str:
        """Return the address of a path on another simulated host, in the stand-in's form."""
        return f"{self.request.scheme}://{self.request.host}/{host}{path}"


Handler: TypeAlias = Callable[[Call], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One endpoint: where it is, what it demands and who answers it."""

    method: str
    host: str  # a key of ``hosts.HOSTS``
    path: str  # with {placeholders}
    handler: Handler
    check: Check
    kind: str  # for counting: login, session, select, status, read, command, write, sharing

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled path."""
        escaped = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(self.path))
        return re.compile(escaped)


def ecarx(method: str, path: str, handler: Handler, check: Check, kind: str = "read") -> Route:
    """Return a row for the vehicle platform."""
    return Route(method=method, host="ecarx", path=path, handler=handler, check=check, kind=kind)
