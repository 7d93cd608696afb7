"""Secrets that nobody has published; who has them can bring them."""

from dataclasses import dataclass

from smartcloud.exceptions import MissingSecretError

_SETTINGS = {
    "xs_sign": "XS_SIGN_SECRET",
    "dcs_client_id": "DCS_CLIENT_ID",
    "dcs_client_secret": "DCS_CLIENT_SECRET",
    "dcs_company_code": "DCS_COMPANY_CODE",
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CloudSecrets:
    """Each belongs to one service; without it only that service is closed."""

    xs_sign: str = ""
    dcs_client_id: str = ""
    dcs_client_secret: str = ""
    dcs_company_code: str = ""

    def need(self, name: str) -> str:
        """Return a secret, or raise ``MissingSecretError`` naming its setting."""
        value = getattr(self, name)
        if not value:
            raise MissingSecretError(_SETTINGS[name])
        return str(value)


PLACEHOLDERS = CloudSecrets(
    xs_sign="EXAMPLE-XS-SECRET",
    dcs_client_id="EXAMPLE-CLIENT",
    dcs_client_secret="EXAMPLE-SECRET",
    dcs_company_code="EXAMPLE",
)
"""For a stand-in, which cannot know the real ones either."""
