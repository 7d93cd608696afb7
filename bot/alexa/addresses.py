"""Where Amazon's signing certificates may come from; pure, decided before anything is fetched."""

import re
from posixpath import normpath
from urllib.parse import urlsplit

HOST = "s3.amazonaws.com"
_FOLDER = "/echo.api/"
_PLAIN = re.compile(r"[A-Za-z0-9:/._-]{1,512}")
"""Amazon's addresses need no more; escapes, queries and other hosts in disguise need some of it."""


def certificate_address(header: str) -> str | None:
    """Return the address to fetch, or ``None`` for one that is not Amazon's.

    By Amazon's rules: HTTPS, its host in any case, port 443 if any, and after the dots are
    resolved a path inside ``/echo.api/``, in exactly this case. The address that comes back is
    made anew from the path alone.
    """
    if not _PLAIN.fullmatch(header):
        return None
    try:
        parts = urlsplit(header)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() != "https" or port not in {None, 443}:
        return None
    if parts.netloc.lower() not in {HOST, f"{HOST}:443"}:
        return None
    path = normpath(parts.path)
    if not path.startswith(_FOLDER):
        return None
    return f"https://{HOST}{path}"
