"""Signs the data with which Telegram opens a Mini App.

Source: core.telegram.org/bots/webapps, "Validating data received via the Mini App".
"""

import hashlib
import hmac
import json
from urllib.parse import quote, urlencode

from simulator.telegram.people import Person


def init_data(person: Person, token: str, auth_date: int) -> str:
    """Return the signed query string; ``auth_date`` in Unix seconds."""
    fields = {
        "auth_date": str(auth_date),
        "query_id": f"AAH{person.id}{auth_date}",
        "user": json.dumps(
            {
                "id": person.id,
                "first_name": person.first_name,
                "last_name": "",
                "language_code": person.language_code,
            },
            separators=(",", ":"),
        ),
    }
    secret = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    check = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    signature = hmac.new(secret, check.encode(), hashlib.sha256).hexdigest()
    return urlencode(fields | {"hash": signature})


def web_app_url(url: str, person: Person, token: str, auth_date: int) -> str:
    """Return the address that a Telegram app opens."""
    data = quote(init_data(person, token, auth_date), safe="")
    return f"{url}#tgWebAppData={data}&tgWebAppVersion=9.0&tgWebAppPlatform=weba"
