"""Which host, application id and header belongs to which market and car series.

Every constant identifies the phone application, not a person; all are published in released
open-source clients of this cloud.
"""

from dataclasses import dataclass
from types import MappingProxyType

from smartcloud.models import Model, Region, Vehicle

GIGYA_API_KEY = "3_L94eyQ-wvJhWm7Afp1oBhfTGXZArUfSHHW9p9Pncg513hZELXsxCfMWHrF8f5P5a"
GATEWAY_KEY = "204587190"
GATEWAY_SECRET = b"vxnzkHbpQrkKKQKmFBZlOnL780rjXLFT"
ECO_API_KEY = "yHpsjnd9vzLq7GMowxBa"
WEBVIEW_USER_AGENT = (
    "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/120.0.0.0 Mobile Safari/537.36"
)
WEBVIEW_PACKAGE = "com.smart.hellosmart"
GATEWAY_USER_AGENT = "ALIYUN-ANDROID-DEMO"
ECO_USER_AGENT = "hello-smart/2.0.5 (Android)"

HOSTS = MappingProxyType(
    {
        "ecarx_v1": "api.ecloudeu.com",
        "ecarx_v2": "apiv2.ecloudeu.com",
        "eu_authorize": "awsapi.future.smart.com",
        "gigya_auth": "auth.smart.com",
        "gigya_socialize": "socialize.eu1.gigya.com",
        "smart_id": "app.id.smart.com",
        "eco_auth": "api.app-auth.srv.smart.com/v1",
        "vcrm": "vcrm.srv.smart.com/v1",
        "push": "app-api.push.srv.smart.com",
        "dcs": "api.prod.digitalchargingsolutions.com",
        "ms_login": "login.microsoftonline.com/a60cd2d9-82a0-4bff-b9e9-8d71626abb0e",
        "ota_lambda": "hzm8dn2rt8.execute-api.eu-central-1.amazonaws.com",
        "ota_srv": "ota.srv.smart.com",
        "sg_app": "sg-app-api.smart.com",
        "sg_vc": "sg-app-api.smart.com/vc",
        "sg_static": "sg-app.smart.com",
        "vc_eu": "vehicle.vbs.srv.smart.com",
    }
)
"""Host key -> host, with the path prefix that all of its paths share."""

KNOWN_HOSTS = frozenset(host.partition("/")[0] for host in HOSTS.values())
"""A redirect to any other host is not followed."""

LOG_IN_HOSTS = MappingProxyType(
    {
        Region.EU: ("eu_authorize", "gigya_socialize", "gigya_auth", "ecarx_v1"),
        Region.INTL: ("sg_app", "sg_vc", "ecarx_v2"),
    }
)
"""Host keys that a log-in of a market passes; it is not begun while one wants a pause."""

MARKET_BOUND_HOSTS = frozenset({HOSTS["ota_srv"], HOSTS["ota_lambda"]})
"""Hosts whose HTTP 403 is a refusal of the market, not a call for patience."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one market's application presents itself to the vehicle platform."""

    secret: bytes  # used as these 32 ASCII characters, never decoded from hex
    app_id: str
    operator_code: str
    identity_type: str
    exchange_host: str  # host key of the session exchange
    agent_version: str
    content_type: str
    user_agent: str
    extra_headers: tuple[tuple[str, str], ...]
    device_id_bytes: int
    has_uuid_nonce: bool
    latest: str  # value of the status query's "latest", opaque to the cloud


PROFILES = MappingProxyType(
    {
        Region.EU: Profile(
            secret=b"74e7469aff5042bbbed7bbb1b36c15e9",
            app_id="SmartAPPEU",
            operator_code="SMART",
            identity_type="smart",
            exchange_host="ecarx_v1",
            agent_version="17.1",
            content_type="application/json; charset=utf-8",
            user_agent="Hello smart/1.4.0 (iPhone; iOS 17.1; Scale/3.00)",
            extra_headers=(("x-version", "smartNew"),),
            device_id_bytes=8,
            has_uuid_nonce=False,
            latest="True",
        ),
        Region.INTL: Profile(
            secret=b"30fb4a7b7fab4e2e8b52120d0087efdd",
            app_id="SMARTAPP-ISRAEL",
            operator_code="SMART-ISRAEL",
            identity_type="smart-israel",
            exchange_host="ecarx_v2",
            agent_version="18.6.1",
            content_type="application/json",
            user_agent="GlobalSmart/1.0.7 (iPhone; iOS 18.6.1; Scale/3.00)",
            extra_headers=(("platform", "NON-CMA"),),
            device_id_bytes=16,
            has_uuid_nonce=True,
            latest="False",
        ),
    }
)
INTL_LOGIN_APP_ID = "SmartAPPGlobal"

MODELS = MappingProxyType({"HX": Model.ONE, "HC": Model.THREE, "HY": Model.FIVE})
"""First two characters of ``seriesCodeVs`` -> model."""


def model_of(series_code: str) -> Model:
    """Return the model of a series code such as ``HC11_IL``."""
    return MODELS.get(series_code[:2], Model.UNKNOWN)


def ecarx_host(vehicle: Vehicle | None) -> str:
    """Return the host key of a car's platform; account-wide calls and unknown series use v1."""
    is_five = vehicle is not None and vehicle.model is Model.FIVE
    return "ecarx_v2" if is_five else "ecarx_v1"


def other_ecarx_host(host_key: str) -> str:
    """Return the other generation of the platform, for cars that answer 8060 or 8063."""
    return "ecarx_v1" if host_key == "ecarx_v2" else "ecarx_v2"


def ecarx_headers(region: Region, device_id: str, client_id: str) -> dict[str, str]:
    """Return the headers that stay the same for the life of a log-in."""
    profile = PROFILES[region]
    headers = {
        "accept": "application/json;responseformat=3",
        "accept-language": "en_US",
        "content-type": profile.content_type,
        "user-agent": profile.user_agent,
        "x-agent-type": "iOS",
        "x-agent-version": profile.agent_version,
        "x-api-signature-version": "1.0",
        "x-app-id": profile.app_id,
        "x-device-brand": "Apple",
        "x-device-identifier": device_id,
        "x-device-manufacture": "Apple",
        "x-device-model": "iPhone",
        "x-device-type": "mobile",
        "x-env-type": "production",
        "x-operator-code": profile.operator_code,
        **dict(profile.extra_headers),
    }
    if region is Region.INTL and client_id:
        headers["x-client-id"] = client_id
    return headers
