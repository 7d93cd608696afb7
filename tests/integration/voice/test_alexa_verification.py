"""Every way in which a request may be forged is refused, and costs no request to anybody."""

import base64
import copy
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA1

from bot.alexa.certificates import Certificates, amazon_fetcher
from bot.alexa.refusals import RefusedError
from simulator.alexa import chain
from simulator.alexa.amazon import CHAIN_PATH, CHAIN_URL

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def send(house, envelope, headers=None, body=None):
    body = json.dumps(envelope).encode() if body is None else body
    headers = house.amazon.sign(body) if headers is None else headers
    async with house.http.post(
        house.site.make_url("/alexa"), data=body, headers=headers
    ) as response:
        return response.status


def stamped(moment):
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


async def test_signed_request_is_answered_and_the_certificate_fetched_once(house):
    for _ in range(3):
        assert await send(house, house.amazon.envelope("LaunchRequest")) == 200

    assert house.amazon.fetches == [CHAIN_PATH]


async def test_replayed_request_is_refused(house):
    envelope = house.amazon.envelope("LaunchRequest")

    assert [await send(house, envelope) for _ in range(3)] == [200, 400, 400]


def without(name):
    def change(headers):
        del headers[name]

    return change


def with_header(name, value):
    def change(headers):
        headers[name] = value

    return change


def flipped(headers):
    signature = bytearray(base64.b64decode(headers["Signature-256"]))
    signature[7] ^= 1
    headers["Signature-256"] = base64.b64encode(bytes(signature)).decode()


def only_sha1(headers):
    headers["Signature"] = headers.pop("Signature-256")


HEADERS = {
    "no address": without("SignatureCertChainUrl"),
    "no signature": without("Signature-256"),
    "only the old signature": only_sha1,
    "empty signature": with_header("Signature-256", ""),
    "signature that is not base64": with_header("Signature-256", "%%%"),
    "long signature": with_header("Signature-256", "A" * 5000),
    "one bit of the signature": flipped,
    "other signature": with_header("Signature-256", base64.b64encode(b"x" * 256).decode()),
    "http": with_header("SignatureCertChainUrl", CHAIN_URL.replace("https", "http")),
    "other host": with_header(
        "SignatureCertChainUrl", "https://evil.example/echo.api/echo-api-cert.pem"
    ),
    "other folder": with_header("SignatureCertChainUrl", "https://s3.amazonaws.com/evil/cert.pem"),
    "other case": with_header("SignatureCertChainUrl", CHAIN_URL.replace("echo.api", "Echo.Api")),
    "other port": with_header("SignatureCertChainUrl", CHAIN_URL.replace(".com/", ".com:563/")),
    "up and out": with_header(
        "SignatureCertChainUrl", "https://s3.amazonaws.com/echo.api/../evil/cert.pem"
    ),
}


@pytest.mark.parametrize("change", HEADERS.values(), ids=HEADERS.keys())
async def test_altered_header_is_refused_without_a_fetch(house, change):
    await send(house, house.amazon.envelope("LaunchRequest"))
    body = json.dumps(house.amazon.envelope("LaunchRequest")).encode()
    headers, before = house.amazon.sign(body), len(house.amazon.fetches)
    change(headers)

    assert await send(house, None, headers, body) == 400
    assert len(house.amazon.fetches) == before


def put(*path, value):
    def change(envelope):
        inner = envelope
        for name in path[:-1]:
            inner = inner[name]
        inner[path[-1]] = value

    return change


def moved(seconds):
    def change(envelope):
        at = datetime.now(UTC) + timedelta(seconds=seconds)
        envelope["request"]["timestamp"] = stamped(at)

    return change


BODIES = {
    "too old": moved(-160),
    "from the future": moved(160),
    "no zone": put("request", "timestamp", value="2026-11-28T12:00:00"),
    "no time": put("request", "timestamp", value="yesterday"),
    "number for a time": put("request", "timestamp", value=1764000000),
    "other skill": put(
        "context", "System", "application", "applicationId", value="amzn1.ask.skill.evil"
    ),
    "other skill in the session": put(
        "session", "application", "applicationId", value="amzn1.ask.skill.evil"
    ),
    "unprintable skill": put("context", "System", "application", "applicationId", value="ä\u0000"),
    "other user in the session": put("session", "user", "userId", value="somebody else"),
    "no request id": put("request", "requestId", value=""),
    "long request id": put("request", "requestId", value="x" * 600),
    "no context": put("context", value=None),
    "no request": put("request", value=[]),
}


@pytest.mark.parametrize("change", BODIES.values(), ids=BODIES.keys())
async def test_signed_body_that_is_not_for_us_now_is_refused(house, change):
    envelope = house.amazon.envelope("LaunchRequest")
    change(envelope)

    assert await send(house, envelope) == 400


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"{}", b"\xff", b"[" * 20_000, b'{"request": {}}']
)
async def test_body_that_is_no_request_is_refused(house, body):
    assert await send(house, None, None, body) == 400


async def test_body_changed_after_signing_is_refused(house):
    envelope = house.amazon.envelope("IntentRequest", "lock_status")
    headers = house.amazon.sign(json.dumps(envelope).encode())
    changed = copy.deepcopy(envelope)
    changed["request"]["intent"]["name"] = "unlock"

    assert await send(house, changed, headers) == 400
    assert await send(house, envelope, {**headers}, json.dumps(envelope, indent=1).encode()) == 400


async def test_huge_body_is_cut_off(house):
    envelope = house.amazon.envelope("LaunchRequest")
    envelope["padding"] = "x" * 100_000

    assert await send(house, envelope) == 413


async def test_sha1_signature_is_refused(house):
    body = json.dumps(house.amazon.envelope("LaunchRequest")).encode()
    old = house.amazon.key.sign(body, PKCS1v15(), SHA1())
    headers = house.amazon.sign(body)
    headers["Signature-256"] = headers["Signature"] = base64.b64encode(old).decode()

    assert await send(house, None, headers, body) == 400


async def test_get_is_no_request(house):
    async with house.http.get(house.site.make_url("/alexa")) as response:
        assert response.status == 405


# The chain itself, with a fetcher of our own.

ROOT, STRANGER = chain.new_root(), chain.new_root("Somebody's Root")
BETWEEN = chain.new_authority(ROOT)
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC_KEY = ec.generate_private_key(ec.SECP256R1())
LEAF = chain.issue(BETWEEN, KEY.public_key())
DAY = chain.Validity


def leaf(**more):
    return chain.issue(BETWEEN, KEY.public_key(), **more)


CHAINS = {
    "of another root": chain.pem(
        chain.issue(chain.new_authority(STRANGER), KEY.public_key()), BETWEEN.certificate
    ),
    "signed by itself": chain.pem(chain.new_root("echo-api.amazon.com").certificate),
    "for another host": chain.pem(leaf(host="evil.example"), BETWEEN.certificate),
    "for a host below": chain.pem(leaf(host="x.echo-api.amazon.com"), BETWEEN.certificate),
    "that ended": chain.pem(leaf(validity=DAY(since_days=-60, until_days=-1)), BETWEEN.certificate),
    "that begins later": chain.pem(leaf(validity=DAY(since_days=1)), BETWEEN.certificate),
    "without the one between": chain.pem(LEAF),
    "in the wrong order": chain.pem(BETWEEN.certificate, LEAF),
    "with an elliptic key": chain.pem(
        chain.issue(BETWEEN, EC_KEY.public_key()), BETWEEN.certificate
    ),
    "far too long": chain.pem(LEAF, *[BETWEEN.certificate] * 9),
    "that is empty": b"",
    "that is no certificate": b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
}


def served(pem):
    asked = []

    async def fetch(address):
        asked.append(address)
        return pem

    return Certificates(fetch, lambda: [ROOT.certificate]), asked


async def test_chain_of_the_trusted_root_gives_its_key():
    certificates, asked = served(chain.pem(LEAF, BETWEEN.certificate))
    now = datetime.now(UTC)

    keys = [await certificates.key(CHAIN_URL, now) for _ in range(3)]

    assert {key.public_numbers() for key in keys} == {KEY.public_key().public_numbers()}
    assert asked == [CHAIN_URL]


@pytest.mark.parametrize("pem", CHAINS.values(), ids=CHAINS.keys())
async def test_chain_is_refused(pem):
    certificates, _ = served(pem)

    with pytest.raises(RefusedError):
        await certificates.key(CHAIN_URL, datetime.now(UTC))


async def test_remembered_key_ends_with_its_certificate():
    short = leaf(validity=DAY(since_days=-1, until_days=0.5))
    certificates, asked = served(chain.pem(short, BETWEEN.certificate))
    now = datetime.now(UTC)
    await certificates.key(CHAIN_URL, now)

    with pytest.raises(RefusedError):
        await certificates.key(CHAIN_URL, now + timedelta(hours=13))

    assert len(asked) == 2


async def test_forged_addresses_cost_amazon_few_requests():
    certificates, asked = served(b"")
    now = datetime.now(UTC)
    for number in range(50):
        with pytest.raises(RefusedError):
            await certificates.key(f"{CHAIN_URL}{number}", now)

    assert len(asked) == 6


async def test_redirect_is_no_certificate(house):
    from aiohttp import web
    from aiohttp.test_utils import TestServer

    visited = []

    async def move(request):
        visited.append(request.path)
        raise web.HTTPFound("/elsewhere")

    app = web.Application()
    app.router.add_get("/{path:.*}", move)
    async with TestServer(app) as server:
        fetch = amazon_fetcher(house.http, str(server.make_url("")).rstrip("/"))
        with pytest.raises(RefusedError):
            await fetch(CHAIN_URL)

    assert visited == [f"/s3.amazonaws.com{CHAIN_PATH}"]


async def test_endless_certificate_is_cut_off(house):
    from aiohttp import web
    from aiohttp.test_utils import TestServer

    async def pour(request):
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(64):
            await response.write(b"x" * 4096)
        return response

    app = web.Application()
    app.router.add_get("/{path:.*}", pour)
    async with TestServer(app) as server:
        fetch = amazon_fetcher(house.http, str(server.make_url("")).rstrip("/"))
        with pytest.raises(RefusedError):
            await fetch(CHAIN_URL)
