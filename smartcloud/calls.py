"""An endpoint of the catalogue and what is known about the caller -> a call, ready to be signed."""

from collections.abc import Mapping

from smartcloud.endpoints import Endpoint
from smartcloud.exceptions import InvalidArgumentError, UnsupportedError
from smartcloud.models import Tokens, Vehicle
from smartcloud.regions import PROFILES, ecarx_host
from smartcloud.signer import Call
from smartcloud.signing import encoded

Params = Mapping[str, str]


def build_call(
    endpoint: Endpoint,
    tokens: Tokens,
    *,
    vehicle: Vehicle | None,
    params: Params | None = None,
    body: bytes = b"",
    host_key: str | None = None,
    is_repeatable: bool = True,
) -> Call:
    """Return the call; parameters fill the path first, and the query with what is left.

    Raises ``UnsupportedError`` where the endpoint does not exist in the account's market and
    ``InvalidArgumentError`` for a part of the path that nobody gave.
    """
    if tokens.region not in endpoint.regions:
        raise UnsupportedError(f"{endpoint.name} does not exist in {tokens.region.value}")
    known = _known(tokens, vehicle)
    given = dict(params or {})
    path = _filled(endpoint, known, given)
    query = _query(endpoint, known) | {key: str(value) for key, value in given.items()}
    key = endpoint.host
    return Call(
        method=endpoint.method,
        host_key=(host_key or ecarx_host(vehicle)) if key == "ecarx" else key,
        path=path,
        params=query,
        body=body,
        is_repeatable=is_repeatable,
    )


def _known(tokens: Tokens, vehicle: Vehicle | None) -> dict[str, str]:
    profile = PROFILES[tokens.region]
    known = {
        "user_id": tokens.user_id,
        "userId": tokens.user_id,
        "latest": profile.latest,
        "identity_type": profile.identity_type,
    }
    if vehicle is not None:
        known |= {"vin": vehicle.vin, "modelCode": vehicle.model_code}
    return known


def _filled(endpoint: Endpoint, known: dict[str, str], given: dict[str, str]) -> str:
    """Return the path with its places filled, each percent-encoded; used ones leave ``given``."""
    parts = []
    for part in endpoint.path.split("{"):
        name, mark, rest = part.partition("}")
        if not mark:
            parts.append(part)
            continue
        value = str(given.pop(name, "")) or known.get(name, "")
        if not value:
            raise InvalidArgumentError(f"{endpoint.name} needs {name}")
        parts.append(encoded(value) + rest)
    return "/" + "".join(parts).lstrip("/")


def _query(endpoint: Endpoint, known: dict[str, str]) -> dict[str, str]:
    """Return the default query; a default without a value waits for the caller."""
    query = {}
    for key, template in endpoint.query.items():
        value = known.get(template[1:-1], "") if template.startswith("{") else template
        value = value or known.get(key, "")
        if value:
            query[key] = value
    return query
