"""Makes requests of Alexa, signs them, and serves the certificate they are checked with.

``POST /sim/alexa/requests`` ``{"intent": "battery_status", "slots": {"temperature": "22"}}`` says
something as a loudspeaker would, and answers with the skill's answer. Without an intent the skill
is launched. ``user`` names the account, ``locale`` the language, ``new: false`` continues with the
attributes of the last answer.
"""

import base64
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import aiohttp
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from simulator.alexa import chain

HOST = "s3.amazonaws.com"
CHAIN_PATH = "/echo.api/echo-api-cert.pem"
CHAIN_URL = f"https://{HOST}{CHAIN_PATH}"
SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"


class Amazon:
    """One skill's Amazon."""

    def __init__(self, skill_id: str = SKILL_ID) -> None:
        self.skill_id = skill_id
        self.root = chain.new_root()
        self.authority = chain.new_authority(self.root)
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.signer = chain.issue(self.authority, self.key.public_key())
        self.chain = chain.pem(self.signer, self.authority.certificate)
        self.fetches: list[str] = []
        self._attributes: dict[str, dict[str, Any]] = {}

    @property
    def root_pem(self) -> bytes:
        """The root that the skill has to trust."""
        return chain.pem(self.root.certificate)

    def add_routes(self, app: web.Application) -> None:
        """Serve the certificate as ``/s3.amazonaws.com/...``, and the control port."""
        app.router.add_get(f"/{HOST}{{path:/.*}}", self._on_chain)
        app.router.add_post("/sim/alexa/requests", self._on_request)

    async def start(self) -> None:
        """Nothing runs by itself."""

    async def stop(self) -> None:
        """Nothing has to end."""

    def envelope(
        self,
        kind: str = "IntentRequest",
        intent: str = "",
        slots: Mapping[str, str | Mapping[str, str]] | None = None,
        *,
        user: str = "amzn1.ask.account.ANNA",
        locale: str = "en-GB",
        new: bool = True,
        attributes: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Return a request as Alexa makes it; a slot is a word, or a word with its id."""
        application, person = {"applicationId": self.skill_id}, {"userId": user}
        request: dict[str, Any] = {
            "type": kind,
            "requestId": f"amzn1.echo-api.request.{uuid4()}",
            "timestamp": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            "locale": locale,
        }
        if intent:
            named = {name: _slot(name, value) for name, value in (slots or {}).items()}
            request["intent"] = {"name": intent, "confirmationStatus": "NONE", "slots": named}
        return {
            "version": "1.0",
            "session": {
                "new": new,
                "sessionId": f"amzn1.echo-api.session.{uuid4()}",
                "application": dict(application),
                "attributes": dict(attributes or {}),
                "user": dict(person),
            },
            "context": {"System": {"application": application, "user": person}},
            "request": request,
        }

    def sign(self, body: bytes) -> dict[str, str]:
        """Return the headers that go with a body."""
        signature = self.key.sign(body, PKCS1v15(), SHA256())
        return {
            "Content-Type": "application/json",
            "SignatureCertChainUrl": CHAIN_URL,
            "Signature-256": base64.b64encode(signature).decode(),
        }

    async def _on_chain(self, request: web.Request) -> web.Response:
        self.fetches.append(request.match_info["path"])
        if request.match_info["path"] != CHAIN_PATH:
            return web.Response(status=404)
        return web.Response(body=self.chain, content_type="application/x-pem-file")

    async def _on_request(self, request: web.Request) -> web.Response:
        wish = await request.json()
        user = str(wish.get("user", "amzn1.ask.account.ANNA"))
        is_new = bool(wish.get("new", True))
        intent = str(wish.get("intent", ""))
        envelope = self.envelope(
            str(wish.get("type", "IntentRequest" if intent else "LaunchRequest")),
            intent,
            wish.get("slots"),
            user=user,
            locale=str(wish.get("locale", "en-GB")),
            new=is_new,
            attributes={} if is_new else self._attributes.get(user),
        )
        body = json.dumps(envelope).encode()
        url = f"{request.scheme}://{request.host}/alexa"
        async with (
            aiohttp.ClientSession() as http,
            http.post(url, data=body, headers=self.sign(body)) as answer,
        ):
            told = await answer.read()
            status = answer.status
        if status == 200:
            self._attributes[user] = json.loads(told).get("sessionAttributes", {})
        return web.Response(body=told, status=status, content_type="application/json")


def _slot(name: str, value: str | Mapping[str, str]) -> dict[str, Any]:
    if isinstance(value, str):
        return {"name": name, "value": value}
    match = {"value": {"name": value["value"], "id": value["id"]}}
    authority = {"status": {"code": "ER_SUCCESS_MATCH"}, "values": [match]}
    resolutions = {"resolutionsPerAuthority": [authority]}
    return {"name": name, "value": value["value"], "resolutions": resolutions}
