"""The real hosts and what they answer with."""

ECARX_V1 = "api.ecloudeu.com"
ECARX_V2 = "apiv2.ecloudeu.com"
AUTHORIZE = "awsapi.future.smart.com"
GIGYA = "auth.smart.com"
SOCIALIZE = "socialize.eu1.gigya.com"
SMART_ID = "app.id.smart.com"
SG_APP = "sg-app-api.smart.com"

HOSTS = {
    AUTHORIZE: "authorize",
    GIGYA: "gigya",
    SOCIALIZE: "socialize",
    SMART_ID: "smart_id",
    "api.app-auth.srv.smart.com": "eco",
    "vcrm.srv.smart.com": "vcrm",
    "app-api.push.srv.smart.com": "push",
    "api.prod.digitalchargingsolutions.com": "dcs",
    "login.microsoftonline.com": "ms_login",
    "hzm8dn2rt8.execute-api.eu-central-1.amazonaws.com": "ota",
    "ota.srv.smart.com": "ota",
    SG_APP: "sg_app",
    "sg-app.smart.com": "sg_static",
    "vehicle.vbs.srv.smart.com": "vc_eu",
    "api.xchanger.cn": "ecarx",
}
PLAIN_HOSTS = ("eco", "vcrm", "push", "dcs", "ms_login")  # these answer with HTTP statuses
RESULT_HOSTS = ("sg_app", "vc_eu")  # these answer with code "200" and "result"


def host_key(host: str) -> str | None:
    """Return the key of a host, or None if the cloud has no such host."""
    if host.endswith(".ecloudeu.com"):
        return "ecarx"
    return HOSTS.get(host)
