"""A call of the catalogue -> a request with the headers that its service wants."""

from smartcloud.credentials import CloudSecrets
from smartcloud.endpoints import Endpoint
from smartcloud.models import Tokens, Vehicle
from smartcloud.regions import ECO_API_KEY, ECO_USER_AGENT
from smartcloud.signer import Call, Signer, account_request
from smartcloud.signing import xs_signature
from smartcloud.transport import Request

_JSON = {"accept": "application/json", "content-type": "application/json"}


def build_request(
    signer: Signer,
    endpoint: Endpoint,
    call: Call,
    tokens: Tokens,
    vehicle: Vehicle | None,
    *,
    secrets: CloudSecrets,
    partner_token: str = "",
) -> Request:
    """Return the request; raise ``MissingSecretError`` where an unpublished secret is wanted."""
    if endpoint.signing == "ecarx":
        return account_request(signer, call, tokens, vehicle)
    if endpoint.signing in ("vc", "iam"):
        extra = {"x-smart-id": tokens.user_id, "authorization": tokens.session_token}
        return signer.gateway(call, id_token=tokens.id_token, extra=extra)
    if endpoint.signing == "xs":
        headers = _xs_headers(signer, tokens, secrets)
    elif endpoint.signing == "dcs":
        headers = {"authorization": f"Bearer {partner_token}"}
    else:
        headers = _token_headers(endpoint.host, tokens)
    return Request(
        method=call.method,
        address=call.address,
        headers={**_JSON, **headers},
        body=call.body,
        is_repeatable=call.is_repeatable,
    )


def _xs_headers(signer: Signer, tokens: Tokens, secrets: CloudSecrets) -> dict[str, str]:
    """The headers of the EU's newer services; that milliseconds are meant is an assumption."""
    uuid, stamp = signer.uuid(), str(signer.now_ms())
    value = xs_signature(secrets.need("xs_sign"), uuid=uuid, timestamp_ms=stamp)
    return {
        "x-smart-id": tokens.user_id,
        "authorization": tokens.session_token,
        "Xs-Channel-Id": "APP_EU",
        "Xs-Sign-Type": "SHA256",
        "Xs-Sign-Timestamp": stamp,
        "Xs-Sign-UUID": uuid,
        "Xs-Sign-Value": value,
        "Xs-Auth-Token": tokens.oauth_token,
    }


def _token_headers(host: str, tokens: Tokens) -> dict[str, str]:
    """The tokens that a service asks for; nothing at all for those that are public."""
    match host:
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
        case _:
            return {}
