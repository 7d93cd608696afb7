"""From a password to a session, and from an expired session to a new one."""

from smartcloud.auth.log_in import log_in
from smartcloud.auth.partner import PartnerToken
from smartcloud.auth.renewal import LogInAgain, renew
from smartcloud.auth.session import Keep, Wire, account_name, end_session

__all__ = [
    "Keep",
    "LogInAgain",
    "PartnerToken",
    "Wire",
    "account_name",
    "end_session",
    "log_in",
    "renew",
]
