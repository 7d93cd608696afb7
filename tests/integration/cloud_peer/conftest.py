"""The cloud stand-in on a loopback port, its control, and a small client of its own."""

import base64
import hashlib
import hmac
import json
import time
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pysmarthashtag.vehicle.vehicle as peer_vehicle
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pysmarthashtag.account import SmartAccount
from pysmarthashtag.const import EndpointUrls
from yarl import URL

from simulator.cloud import Cloud, SimClock

BROWSER = {"user-agent": "Mozilla/5.0 (Linux; Android 14)"}
API_KEY = "3_L94eyQ-wvJhWm7Afp1oBhfTGXZArUfSHHW9p9Pncg513hZELXsxCfMWHrF8f5P5a"
SECRETS = {"EU": "74e7469aff5042bbbed7bbb1b36c15e9", "INTL": "30fb4a7b7fab4e2e8b52120d0087efdd"}
APPS = {"EU": ("SmartAPPEU", "SMART"), "INTL": ("SMARTAPP-ISRAEL", "SMART-ISRAEL")}


@dataclass
class Stand:
    """A running stand-in with its control interface."""

    url: str
    clock: SimClock
    http: aiohttp.ClientSession

    async def control(self, method: str, path: str, body: Any = None, *, status: int = 200) -> Any:
        """Ask the control interface."""
        async with self.http.request(method, f"{self.url}/sim/cloud/{path}", json=body) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()

    async def partner_token(self, **form: str) -> str:
        """Buy the charging partner's token; return the empty text if it is refused."""
        usual = {"grant_type": "client_credentials", "client_id": "c", "client_secret": "s"}
        address = f"{self.url}/login.microsoftonline.com/a-tenant/oauth2/token"
        async with self.http.post(address, data={**usual, **form}) as answer:
            return (await answer.json())["access_token"] if answer.status == 200 else ""

    def client(self, region: str = "EU") -> "Client":
        """Return a client that is not logged in."""
        return Client(self, region)


@dataclass
class Client:
    """Speaks the protocol from the published vectors, nothing more."""

    stand: Stand
    region: str
    token: str = ""
    user_id: str = ""
    client_id: str = ""
    oauth: str = ""
    refresh_token: str = ""
    id_token: str = ""
    oauth_refresh: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    def headers(
        self, method: str, path: str, query: str, body: bytes, *, nonce: str = "", at: int = 0
    ) -> dict[str, str]:
        """Return signed headers."""
        nonce, stamp = nonce or uuid.uuid4().hex[:16], str(at or int(time.time() * 1000))
        digest = base64.b64encode(hashlib.md5(body).digest()).decode()
        lines = ["application/json;responseformat=3", f"x-api-signature-nonce:{nonce}"]
        lines += ["x-api-signature-version:1.0", "", query, digest, stamp, method, path]
        secret, text = SECRETS[self.region].encode(), "\n".join(lines).encode()
        app, operator = APPS[self.region]
        signature = base64.b64encode(hmac.digest(secret, text, "sha1")).decode()
        return {
            "accept": lines[0],
            "x-api-signature-nonce": nonce,
            "x-api-signature-version": "1.0",
            "x-timestamp": stamp,
            "x-signature": signature,
            "x-app-id": app,
            "x-operator-code": operator,
            "x-device-identifier": "0123456789abcdef",
            **({"authorization": self.token} if self.token else {}),
            **self.extra,
        }

    async def ask(
        self,
        method: str,
        path: str,
        query: str = "",
        body: Any = None,
        *,
        host: str = "api.ecloudeu.com",
        headers: dict[str, str] | None = None,
    ) -> Any:
        """Send one signed request; return the decoded answer."""
        raw = b"" if body is None else json.dumps(body).encode()
        headers = headers or self.headers(method, path, query, raw)
        address = f"{self.stand.url}/{host}{path}" + (f"?{query}" if query else "")
        async with self.stand.http.request(
            method, URL(address, encoded=True), data=raw or None, headers=headers
        ) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def code(self, *args: Any, **kwargs: Any) -> str:
        """Send one signed request; return only the code."""
        return str((await self.ask(*args, **kwargs))["code"])

    async def log_in_eu(self, email: str, password: str) -> None:
        """Go through the web log-in and the session exchange."""
        http, url = self.stand.http, self.stand.url
        jar: dict[str, str] = {}

        async def hop(address: str, headers: dict[str, str]) -> str:
            async with http.get(
                URL(address, encoded=True), headers=headers, allow_redirects=False
            ) as answer:
                assert answer.status == 302, await answer.text()
                location = answer.headers["location"]
                return location if location.startswith("http") else f"{url}{location}"

        start = f"{url}/awsapi.future.smart.com/login-app/api/v1/authorize?uiLocales=de-DE"
        proxy = await hop(await hop(start, BROWSER), BROWSER)
        context = parse_qs(urlsplit(proxy).query)["context"][0]
        ids = f"{url}/socialize.eu1.gigya.com/socialize.getIDs?APIKey={API_KEY}&format=json"
        async with http.get(ids) as answer:
            gmid = (await answer.json())["gmid"]
        jar = {"gmid": gmid, "hasGmid": "ver4", f"gig_bootstrap_{API_KEY}": "auth_ver4"}
        cookie = "; ".join(f"{k}={v}" for k, v in jar.items())
        form = {"loginID": email, "password": password, "APIKey": API_KEY, "pageURL": "https://x"}
        headers = {**BROWSER, "cookie": cookie, "origin": "https://app.id.smart.com"}
        async with http.post(
            f"{url}/auth.smart.com/accounts.login", data=form, headers=headers
        ) as answer:
            login = (await answer.json())["sessionInfo"]["login_token"]
        headers["cookie"] = f"{cookie}; glt_{API_KEY}={login}"
        go_on = f"{url}/auth.smart.com/oidc/op/v1.0/{API_KEY}/authorize/continue"
        final = await hop(f"{go_on}?context={context}&login_token={login}", headers)
        tokens = parse_qs(urlsplit(await hop(final, headers)).query)
        self.oauth, self.id_token = tokens["access_token"][0], tokens["id_token"][0]
        self.oauth_refresh = tokens["refresh_token"][0]
        await self.exchange()

    async def log_in_intl(self, email: str, password: str) -> None:
        """Go through the three steps of the INTL log-in."""
        http = self.stand.http
        base = f"{self.stand.url}/sg-app-api.smart.com/iam/service/api/v1"
        async with http.post(
            f"{base}/login", json={"email": email, "password": password}
        ) as answer:
            result = (await answer.json())["result"]
        self.id_token = result["idToken"]
        async with http.get(
            f"{base}/oauth20/authorize", params={"accessToken": result["accessToken"]}
        ) as answer:
            self.oauth = (await answer.json())["result"]
        await self.exchange()

    async def exchange(self) -> None:
        """Exchange what the log-in gave for a session."""
        kind, name = (
            ("smart", "accessToken") if self.region == "EU" else ("smart-israel", "authCode")
        )
        self.token = ""
        said = await self.ask(
            "POST", "/auth/account/session/secure", f"identity_type={kind}", {name: self.oauth}
        )
        assert said["code"] == 1000, said
        data = said["data"]
        self.token, self.user_id = data["accessToken"], data["userId"]
        self.client_id, self.refresh_token = data["clientId"], data["refreshToken"]

    async def select(self, vin: str, host: str = "api.ecloudeu.com") -> str:
        """Select a car; return the code."""
        body = {"vin": vin, "sessionToken": self.token, "language": ""}
        return await self.code("POST", "/device-platform/user/session/update", "", body, host=host)

    async def status(self, vin: str, host: str = "api.ecloudeu.com") -> Any:
        """Return the full answer of a status request."""
        query = f"latest=True&target=basic%2Cmore&userId={self.user_id}"
        return await self.ask("GET", f"/remote-control/vehicle/status/{vin}", query, host=host)

    async def command(
        self, vin: str, service: str, *params: tuple[str, str], host: str = "api.ecloudeu.com"
    ) -> str:
        """Send a command; return the code."""
        body = {
            "creator": "tc",
            "command": "start",
            "operationScheduling": {"duration": 180},
            "serviceId": service,
            "timestamp": "1760000004000",
            "serviceParameters": [{"key": k, "value": v} for k, v in params],
        }
        path = f"/remote-control/vehicle/telematics/{vin}"
        return await self.code("PUT", path, "", body, host=host)

    def gateway_headers(self, resource: str) -> dict[str, str]:
        """Return headers signed for the INTL gateway."""
        named = "x-ca-key,x-ca-nonce,x-ca-signature-method,x-ca-timestamp"
        kind, date = "application/json;charset=UTF-8", formatdate(usegmt=True)
        values = {
            "x-ca-key": "204587190",
            "x-ca-nonce": str(uuid.uuid4()),
            "x-ca-signature-method": "HmacSHA256",
            "x-ca-timestamp": str(int(time.time() * 1000)),
        }
        lines = ["GET", kind, "", kind, date, *(f"{k}:{v}" for k, v in values.items()), resource]
        secret, text = b"vxnzkHbpQrkKKQKmFBZlOnL780rjXLFT", "\n".join(lines).encode()
        signature = base64.b64encode(hmac.digest(secret, text, "sha256")).decode()
        return {
            "accept": kind,
            "content-type": kind,
            "date": date,
            **values,
            "x-ca-signature-headers": named,
            "x-ca-signature": signature,
            "authorization": self.token,
            "xs-auth-token": self.id_token,
        }


@pytest.fixture
async def stand() -> AsyncIterator[Stand]:
    """A fresh pair of clouds."""
    clock = SimClock()
    cloud = Cloud(clock)
    app = web.Application()
    cloud.add_routes(app)
    server = TestServer(app)
    await server.start_server()
    await cloud.start()
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        yield Stand(str(server.make_url("")).rstrip("/"), clock, http)
    await cloud.stop()
    await server.close()


@pytest.fixture
async def anna_eu(stand: Stand) -> Client:
    """Anna's European session."""
    client = stand.client()
    await client.log_in_eu("anna@example.com", "Anna-drives-1")
    return client


def addresses(url: str) -> EndpointUrls:
    """Return the peer's endpoint configuration for a stand-in."""
    return EndpointUrls(
        server_url=f"{url}/awsapi.future.smart.com/login-app/api/v1/authorize?uiLocales=de-DE",
        auth_url=f"{url}/auth.smart.com/oidc/op/v1.0/{API_KEY}/authorize/continue",
        login_url=f"{url}/auth.smart.com/accounts.login",
        api_base_url=f"{url}/api.ecloudeu.com",
        api_base_url_v2=f"{url}/apiv2.ecloudeu.com",
        ota_server_url=f"{url}/ota.srv.smart.com/",
        gigya_socialize_url=f"{url}/socialize.eu1.gigya.com",
    )


@pytest.fixture
def log_in(stand, monkeypatch):
    """Build the peer's account for a user of the stand-in."""
    # The peer's vehicles ignore its own endpoint configuration.
    monkeypatch.setattr(peer_vehicle, "API_BASE_URL", f"{stand.url}/api.ecloudeu.com")
    monkeypatch.setattr(peer_vehicle, "API_BASE_URL_V2", f"{stand.url}/apiv2.ecloudeu.com")

    async def built(email: str, password: str) -> SmartAccount:
        account = SmartAccount(email, password, endpoint_urls=addresses(stand.url))
        await account.get_vehicles()
        return account

    return built
