"""A call of the catalogue -> a request with the headers that its service wants."""

from collections.abc import Mapping

from smartcloud.endpoints import Endpoint
from smartcloud.exceptions import UnsupportedError
from smartcloud.models import Tokens, Vehicle
from smartcloud.regions import ECO_API_KEY, ECO_USER_AGENT
from smartcloud.signer import Call, Signer, account_request
from smartcloud.transport import Request

_JSON = {"accept": "application/json", "content-type": "application/json"}


def build_request(
    signer: Signer, endpoint: Endpoint, call: Call, tokens: Tokens, vehicle: Vehicle | None
) -> Request:
    """Return the request; raise ``UnsupportedError`` where no credentials are published."""
    if endpoint.signing == "ecarx":
        return account_request(signer, call, tokens, vehicle)
    if endpoint.signing in ("vc", "iam"):
        extra = {"x-smart-id": tokens.user_id, "authorization": tokens.session_token}
        return signer.gateway(call, id_token=tokens.id_token, extra=extra)
    return Request(
        method=call.method,
        address=call.address,
        headers={**_JSON, **_headers_for(endpoint, tokens)},
        body=call.body,
        is_repeatable=call.is_repeatable,
    )


def _headers_for(endpoint: Endpoint, tokens: Tokens) -> Mapping[str, str]:
    """The tokens that a service asks for; nothing at all for those that are public."""
    match endpoint.host:
        case "ota_srv" | "ota_lambda":
            return {
                "access_token": tokens.oauth_token,
                "id-token": tokens.id_token or tokens.device_id,
            }
        case "vcrm":
            return {"access-token": tokens.oauth_token, "id-token": tokens.id_token}
        case "eco_auth":
            return {
                "x-api-key": ECO_API_KEY,
                "user-agent": ECO_USER_AGENT,
                "authorization": f"Bearer {tokens.oauth_token}",
            }
        case "vc_eu" | "push":
            return {"x-smart-id": tokens.user_id, "authorization": tokens.session_token}
        case "dcs" | "ms_login":
            raise UnsupportedError(f"{endpoint.name} needs credentials that are not published")
        case _:
            return {}
