"""The stand-in answers every endpoint of the inventory, asked as the protocol wants to be asked."""

import base64
import csv
import hashlib
import hmac
import json
import re
import time
import uuid
from collections.abc import Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import formatdate
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from yarl import URL

from simulator.cloud import Cloud, SimClock
from simulator.cloud.changes import changed
from simulator.cloud.fleet import Owner

pytestmark = pytest.mark.slow

LINES = Path(__file__).with_name("inventory.csv").read_text(encoding="utf-8").splitlines()
INVENTORY = list(csv.DictReader(LINES))
NOW_S = 1_770_000_000
XS_SECRET = "EXAMPLE-XS-SECRET"
ECARX_SECRETS = {
    "EU": b"74e7469aff5042bbbed7bbb1b36c15e9",
    "INTL": b"30fb4a7b7fab4e2e8b52120d0087efdd",
}
APP_IDS = {"EU": "SmartAPPEU", "INTL": "SMARTAPP-ISRAEL"}
GATEWAY_SECRET = b"vxnzkHbpQrkKKQKmFBZlOnL780rjXLFT"
GIGYA_KEY = "3_L94eyQ-wvJhWm7Afp1oBhfTGXZArUfSHHW9p9Pncg513hZELXsxCfMWHrF8f5P5a"
BROWSER = "Mozilla/5.0 (Linux; Android 14)"

# Hosts: where a row lives, the longest beginning of its id wins, "" is the vehicle platform.
# Tokens: what the caller holds, by kind. Paths: values of placeholders. Queries and bodies: by a
# part of the path, the first that fits. Before: requests that a row needs to have been made.
REQUESTS = json.loads(Path(__file__).with_name("stand_in_requests.json").read_text("utf-8"))
HOSTS, TOKENS = REQUESTS["hosts"], REQUESTS["tokens"]


@dataclass(frozen=True, kw_only=True)
class Car:
    """A car with its owner and the host on which it lives."""

    region: str
    user_id: str
    email: str
    vin: str
    model_code: str
    host: str = "api.ecloudeu.com"
    # Rows that this car must refuse, with the documented code.
    refused: dict[str, str] = field(default_factory=dict)


ONE = Car(
    region="EU",
    user_id="112233",
    email="anna@example.com",
    vin="HESXR1C40PS000001",
    model_code="HX11_EUL_Premium_RWD_000",
    refused={"iov-007": "1405"},  # a #5 only
)
FIVE = Car(
    region="EU",
    user_id="112233",
    email="anna@example.com",
    vin="HESYA4C40SG000005",
    model_code="HY11_EUL_Pro+_RWD_000",
    host="apiv2.ecloudeu.com",
    refused=dict.fromkeys(("gsv-020", "gsv-021", "ota-001", "helper-001"), "1003"),
)
ABROAD = Car(
    region="INTL",
    user_id="445566",
    email="anna@example.org",
    vin="HESCB4C43RS000009",
    model_code="HC1EXAMPLE01-01_IL",
    refused={"iov-006": "8153", "iov-007": "1405"},
)
FACES = dict.fromkeys((f"iov-{n:03d}" for n in (*range(70, 75), *range(99, 102))), "8160")
FOREIGN_TOKENS = {"iov-077": "1400", "gid-002": "8160"}  # of other brands

GIGYA_COOKIE = f"gmid=gmid; gig_bootstrap_{GIGYA_KEY}=auth_ver4; glt_{GIGYA_KEY}=login-token"
LOG_IN_FORM = {
    "loginID": "anna@example.com",
    "password": "Anna-drives-1",
    "APIKey": GIGYA_KEY,
    "pageURL": "https://app.id.smart.com/login",
}


@dataclass
class Caller:
    """Signs and sends what a row of the inventory says."""

    url: str
    http: aiohttp.ClientSession
    car: Car
    cloud: Cloud
    owner: Owner

    def filled(self, value: Any) -> Any:
        """Fill placeholders of the car and its owner into a body."""
        said = json.dumps(value)
        names = {"vin": self.car.vin, "user_id": self.car.user_id, "email": self.car.email}
        for name, text in {**names, "key_id": self.key_id}.items():
            said = said.replace(f"{{{name}}}", text)
        return json.loads(said)

    @property
    def key_id(self) -> str:
        """The first key of the car."""
        return next(k.key_id for k in self.cloud.world.keys.visible(self.owner, self.car.vin))

    def ecarx(self, method: str, path: str, query: str, body: bytes) -> dict[str, str]:
        """Return headers signed for the vehicle platform."""
        nonce, stamp = uuid.uuid4().hex, str(int(time.time() * 1000))
        digest = base64.b64encode(hashlib.md5(body).digest()).decode()
        accept = "application/json;responseformat=3"
        head = [accept, f"x-api-signature-nonce:{nonce}", "x-api-signature-version:1.0", ""]
        text = "\n".join([*head, query, digest, stamp, method, path])
        secret = ECARX_SECRETS[self.car.region]
        return {
            "accept": accept,
            "x-api-signature-nonce": nonce,
            "x-timestamp": stamp,
            "x-signature": base64.b64encode(hmac.digest(secret, text.encode(), "sha1")).decode(),
            "x-app-id": APP_IDS[self.car.region],
            "x-client-id": "client",
            "authorization": TOKENS["session"],
            "x-vehicle-identifier": self.car.vin,
            "x-vehicle-series": "SERIES",
        }

    def gateway(self, method: str, resource: str, body: bytes) -> dict[str, str]:
        """Return headers signed for the INTL gateway."""
        kind, date = "application/json;charset=UTF-8", formatdate(usegmt=True)
        digest = base64.b64encode(hashlib.md5(body).digest()).decode() if body else ""
        signed = {
            "x-ca-key": "204587190",
            "x-ca-nonce": str(uuid.uuid4()),
            "x-ca-signature-method": "HmacSHA256",
            "x-ca-timestamp": str(int(time.time() * 1000)),
        }
        lines = [method, kind, digest, kind, date, *(f"{k}:{v}" for k, v in signed.items())]
        text = "\n".join([*lines, resource]).encode()
        return {
            "accept": kind,
            "content-type": kind,
            "date": date,
            **signed,
            "x-ca-signature-headers": ",".join(signed),
            "x-ca-signature": base64.b64encode(
                hmac.digest(GATEWAY_SECRET, text, "sha256")
            ).decode(),
            "authorization": TOKENS["session"],
            "xs-auth-token": TOKENS["id"],
        }

    def xs(self) -> dict[str, str]:
        """Return headers signed for the EU's newer services."""
        unique, stamp = str(uuid.uuid4()), str(int(time.time() * 1000))
        text = f"APP_EU&{unique}&{stamp}&SHA256&{XS_SECRET}"
        return {
            "xs-channel-id": "APP_EU",
            "xs-sign-type": "SHA256",
            "xs-sign-timestamp": stamp,
            "xs-sign-uuid": unique,
            "xs-sign-value": hashlib.sha256(text.encode()).hexdigest(),
            "xs-auth-token": TOKENS["oauth"],
            "authorization": TOKENS["session"],
        }

    def headers(self, row: dict[str, str], host: str, path: str, query: str, raw: bytes) -> Any:
        """Return the headers that a row's scheme wants."""
        if row["signing"] == "ecarx":
            return self.ecarx(row["method"], path, query, raw)
        if row["signing"] in ("vc", "iam"):
            resource = path + (f"?{query}" if query else "")
            return self.gateway(row["method"], resource, raw)
        if row["signing"] == "xs":
            return self.xs()
        if row["signing"] == "dcs":
            return {"authorization": f"Bearer {TOKENS['partner']}"}
        return {
            "user-agent": BROWSER,
            "cookie": GIGYA_COOKIE,
            "origin": "https://app.id.smart.com",
            "x-api-key": "yHpsjnd9vzLq7GMowxBa",
            "authorization": f"Bearer {TOKENS['oauth']}",
            "access-token": TOKENS["oauth"],
            "access_token": TOKENS["oauth"],
            "id-token": TOKENS["id"],
        }

    def log_in(self) -> None:
        """Have the account and every kind of token, whatever was ended before."""
        self.cloud.world.people.keep(self.owner)
        for kind, value in TOKENS.items():
            self.cloud.world.vault.issue(
                kind, self.car.user_id, 3600, value=value, client_id="client"
            )

    async def ask(self, row: dict[str, str], strange: bytes = b"") -> tuple[int, Any]:
        """Send a row's request; return the HTTP status and the answer, decoded if it is JSON."""
        template = row["path"]
        base = HOSTS[max((name for name in HOSTS if row["id"].startswith(name)), key=len)]
        path, query = self.filled_path(template), self.first(REQUESTS["queries"], template)
        host, _, prefix = (base or self.car.host).partition("/")
        path = "/" + f"{prefix}{path}".lstrip("/")
        body = None if row["method"] == "GET" else self.first(REQUESTS["bodies"], template)
        raw: Any = b"" if not body else json.dumps(self.filled(body)).encode()
        if strange:
            raw = strange
        elif row["id"] == "login-eu-005":
            raw = aiohttp.FormData(LOG_IN_FORM)
        elif row["id"] == "dcs-001":
            usual = {"grant_type": "client_credentials", "client_id": "c", "client_secret": "s"}
            raw = aiohttp.FormData(usual)
        signed = raw if isinstance(raw, bytes) else b""
        headers = self.headers(row, host, path, query, signed)
        address = f"{self.url}/{host}{path}" + (f"?{query}" if query else "")
        async with self.http.request(
            row["method"],
            URL(address, encoded=True),
            data=raw or None,
            headers=headers,
            allow_redirects=False,
        ) as answer:
            if answer.content_type != "application/json":
                return answer.status, None
            return answer.status, await answer.json()

    def filled_path(self, template: str) -> str:
        """Return a path without placeholders."""
        if template == "{dynamic URL}":  # wherever another answer points to
            return "/static/vehicle/1/x.png"
        names = {
            **REQUESTS["paths"],
            "vin": self.car.vin,
            "targetId": self.car.vin,
            "userId": self.car.user_id,
            "modelCode": self.car.model_code,
        }
        return re.sub(r"\{(\w+)\}", lambda found: names.get(found[1], "x"), template)

    def first(self, table: dict[str, Any], path: str) -> Any:
        """Return the first entry whose pattern occurs in a path, or the empty text."""
        found = next((value for pattern, value in table.items() if re.search(pattern, path)), "")
        if not isinstance(found, str):
            return found
        identity = "smart" if self.car.region == "EU" else "smart-israel"
        names = {"vin": self.car.vin, "user_id": self.car.user_id, "key_id": self.key_id}
        return found.format(**names, identity=identity)

    async def prepare(self, row: dict[str, str]) -> None:
        """Bring about what a row talks of."""
        text = f"{row['method']} {row['path']}"
        found = [one[1:] for one in REQUESTS["before"] if re.search(one[0], text)]
        for method, path, body in found:
            raw = json.dumps(self.filled(body)).encode()
            headers = self.ecarx(method, path, "", raw)
            address = f"{self.url}/{self.car.host}{path}"
            async with self.http.request(method, address, data=raw, headers=headers) as answer:
                said = await answer.json()
                assert said["code"] == "1000", (path, said)
        self.arrange(row)

    def arrange(self, row: dict[str, str]) -> None:
        """Bring about what only somebody else or the passing of time can."""
        world, path = self.cloud.world, row["path"]
        world.selected[self.car.user_id] = self.car.vin
        car = world.garage.get(self.car.vin)
        assert car is not None
        car.state = with_accessories(car.state)
        car.report()
        for email in (self.car.email, "new@example.com"):
            world.cabinet.drawer("email_codes")[email] = {}
        world.cabinet.one("google")["google-token"] = self.car.user_id
        world.cabinet.drawer("favourites", self.car.vin)["f"] = {"id": "f"}
        world.cabinet.one("names", self.car.vin)
        world.grants.write(
            self.car.user_id, self.car.vin, "travelLogBusiCode", is_given=True, token="other"
        )
        if sharing := world.sharings.known.get("shr-0001"):
            self.arrange_sharing(sharing, path)

    def arrange_sharing(self, sharing: Any, path: str) -> None:
        """Bring the sharing of a row into the state that the row supposes."""
        sharings = self.cloud.world.sharings
        if re.search("finish|vehicle-status|delete", path):
            ben = self.cloud.world.owner("223344")
            assert ben is not None
            sharings.decide(sharing, ben, "ACCEPTED")
        if "delete" in path:
            sharings.end(sharings.get("shr-0001"), self.owner, by_owner_only=True)
        if re.search(r"accept(-car-sharing)?$|reject", path) or "sub-create" in path:
            self.turn_round(sharing, accepted="sub-create" in path)

    def turn_round(self, sharing: Any, *, accepted: bool) -> None:
        """Make the caller the one who was invited, by Ben."""
        self.cloud.world.sharings.keep(
            replace(
                sharing,
                owner_user_id="223344",
                acceptor_account=self.car.email,
                acceptor_user_id=self.car.user_id,
                status="ACCEPTED" if accepted else "PENDING",
            )
        )


def with_accessories(car: Any) -> Any:
    """Return the car with everything that can be fitted."""
    return changed(car, {"fitted": ["fridge", "locker", "fragrance", "theft_watch"]})


@asynccontextmanager
async def caller(http: aiohttp.ClientSession, car: Car) -> Any:
    """Serve a fresh pair of clouds to somebody who is logged in everywhere."""
    cloud = Cloud(SimClock(start=datetime.fromtimestamp(NOW_S, UTC)))
    app = web.Application()
    cloud.add_routes(app)
    server = TestServer(app)
    await server.start_server()
    cloud.world.settings.xs_secret = XS_SECRET
    owner = cloud.world.owner(car.user_id)
    assert owner is not None
    one = Caller(str(server.make_url("")).rstrip("/"), http, car, cloud, owner)
    one.log_in()
    try:
        yield one
    finally:
        await server.close()


def rows_for(car: Car) -> Iterator[dict[str, str]]:
    """Go through the rows of a car's market."""
    return (row for row in INVENTORY if row["region"] in ("BOTH", car.region))


def problem(row: dict[str, str], car: Car, status: int, said: Any) -> str:
    """Say what does not fit the protocol, or nothing."""
    wanted = {**FACES, **FOREIGN_TOKENS, **car.refused}.get(row["id"], "")
    if status >= 400:
        return f"HTTP {status}: {said}"
    if not isinstance(said, dict) or "code" not in said:
        return "" if row["signing"] != "ecarx" else f"no envelope: {said}"
    usual = "200" if row["signing"] in ("vc", "iam", "xs", "other") else "1000"
    if str(said["code"]) != (wanted or usual):
        return f"{said['code']}: {said.get('message')}"
    if row["signing"] == "ecarx" and not wanted and "success" not in said:
        return f"not the platform's envelope: {sorted(said)}"
    return ""


@pytest.mark.parametrize("car", [ONE, FIVE, ABROAD], ids=["one", "five", "abroad"])
async def test_every_endpoint_of_the_inventory_is_answered(car: Car) -> None:
    problems, asked = {}, 0
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        for row in rows_for(car):
            async with caller(http, car) as one:
                await one.prepare(row)
                status, said = await one.ask(row)
            asked += 1
            if found := problem(row, car, status, said):
                problems[f"{row['id']} {row['method']} {row['path']}"] = found

    assert problems == {}, json.dumps(problems, indent=1)
    assert asked > 280


@pytest.mark.parametrize("car", [ONE, ABROAD], ids=["eu", "abroad"])
@pytest.mark.parametrize(
    "body",
    [b"{}", b"[1]", b'"x"', b"\xff{", b'{"vin": ["x"], "settings": [7], "tripIds": {"a": 1e999}}'],
    ids=["empty", "list", "text", "no JSON", "strange types"],
)
async def test_no_body_makes_the_stand_in_fall(car: Car, body: bytes) -> None:
    fallen = {}
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
        caller(http, car) as one,
    ):
        for row in rows_for(car):
            one.log_in()
            status, said = await one.ask(row, body if row["method"] != "GET" else b"")
            if status >= 500:
                fallen[row["id"]] = said

    assert fallen == {}


def test_the_inventory_is_complete() -> None:
    assert len(INVENTORY) == 341
    assert {row["region"] for row in INVENTORY} == {"BOTH", "EU", "INTL"}
