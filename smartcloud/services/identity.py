"""The log-in itself as something to manage, in either market. PROPOSED bodies."""

from smartcloud.parsing.converters import truth
from smartcloud.services.asking import Asker


class Identity:
    """E-mail, password and linked log-ins; passwords pass through and are kept nowhere."""

    def __init__(self, account: Asker) -> None:
        self._account = account

    async def is_email_known(self, email: str) -> bool | None:
        """Say whether an account with this address exists (INTL)."""
        return truth(await self._account.call("iam_is_the_email_known", body={"email": email}))

    async def send_email_code(self, email: str, scene: str = "SIGN_UP") -> None:
        """Have a code sent to an address (INTL)."""
        params = {"appId": "SmartAPPGlobal", "sessionId": self._account.tokens.device_id}
        body = {"email": email, "scene": scene}
        await self._account.call("captcha_send_email_code", params=params, body=body)

    async def check_email_code(self, email: str, code: str) -> bool | None:
        """Say whether a code is right (INTL)."""
        body = {"email": email, "emailCode": code}
        return truth(await self._account.call("iam_check_email_code", body=body))

    async def change_email(self, new_email: str, code: str) -> None:
        """Change the address of the account (INTL)."""
        body = {"newEmail": new_email, "emailCode": code}
        await self._account.call("iam_change_email", body=body)

    async def set_forgotten_password(self, email: str, code: str, new_password: str) -> None:
        """Set a new password with a code (INTL)."""
        body = {"email": email, "emailCode": code, "newPassword": new_password}
        await self._account.call("iam_forgotten_password", body=body)

    async def change_profile(self, **fields: str) -> None:
        """Change the profile, field by field in the service's own names (INTL)."""
        await self._account.call("uc_change_profile", body=fields)

    async def link_google(self, id_token: str) -> None:
        """Link a Google account (INTL)."""
        await self._account.call("iam_link_google", body={"idToken": id_token})

    async def unlink_google(self) -> None:
        """Unlink the Google account (INTL)."""
        await self._account.call("iam_unlink_google", body={})

    async def revoke_platform_token(self) -> None:
        """End the platform's long-lived token (EU); the next renewal needs a log-in."""
        body = {"refreshToken": self._account.tokens.oauth_refresh_token}
        await self._account.call("eco_revoke", body=body)
