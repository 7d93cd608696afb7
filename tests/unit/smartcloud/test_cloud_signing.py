"""Every published signing vector, string and signature."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from smartcloud.models import Region
from smartcloud.regions import GATEWAY_KEY, GATEWAY_SECRET, PROFILES
from smartcloud.signer import Call, Signer
from smartcloud.signing import (
    canonical_query,
    ecarx_signature,
    ecarx_string_to_sign,
    gateway_signature,
    gateway_string_to_sign,
    md5_base64,
    xs_signature,
)

VECTORS = json.loads((Path(__file__).parent / "signing_vectors.json").read_text("utf-8"))


def names(group: str) -> list[Any]:
    return [
        pytest.param(vector, id=vector.get("name", vector.get("uuid"))) for vector in VECTORS[group]
    ]


def assert_ecarx(vector: dict[str, Any], region: Region) -> None:
    body = (vector["body"] or "").encode()
    text = ecarx_string_to_sign(
        method=vector["method"],
        path=vector["path"],
        query=vector["query"],
        body=body,
        nonce=vector["nonce"],
        timestamp_ms=vector["timestamp"],
    )

    assert md5_base64(body) == vector["body_md5"]
    assert text == vector["string_to_sign"]
    assert ecarx_signature(PROFILES[region].secret, text) == vector["signature"]


@pytest.mark.parametrize("vector", names("ecarx_eu"))
def test_ecarx_eu(vector: dict[str, Any]) -> None:
    assert_ecarx(vector, Region.EU)


@pytest.mark.parametrize("vector", names("ecarx_intl"))
def test_ecarx_intl(vector: dict[str, Any]) -> None:
    assert_ecarx(vector, Region.INTL)


@pytest.mark.parametrize("vector", names("vc_hmac_sha256"))
def test_gateway(vector: dict[str, Any]) -> None:
    body = (vector["body"] or "").encode()
    text = gateway_string_to_sign(
        method=vector["method"],
        accept=vector["accept"],
        content_md5=md5_base64(body) if body else "",
        content_type=vector["content_type"],
        date=vector["date"],
        key=GATEWAY_KEY,
        nonce=vector["nonce"],
        timestamp_ms=vector["timestamp"],
        resource=vector["resource"],
    )

    assert text == vector["string_to_sign"]
    assert gateway_signature(GATEWAY_SECRET, text) == vector["signature"]


@pytest.mark.parametrize("vector", names("xs_sign"))
def test_xs(vector: dict[str, Any]) -> None:
    value = xs_signature(vector["secret"], uuid=vector["uuid"], timestamp_ms=vector["timestamp"])

    assert value == vector["sha256_hex_lower"]


@pytest.mark.parametrize(
    ("params", "query"),
    [
        ({}, ""),
        (
            {"topn": "100", "latitude": "31.25", "longitude": "34.79"},
            "latitude=31.25&longitude=34.79&topn=100",
        ),
        (
            {"userId": "1", "target": "basic,more", "latest": "True"},
            "latest=True&target=basic%2Cmore&userId=1",
        ),
        ({"name": "Café & Bar/1"}, "name=Caf%C3%A9%20%26%20Bar%2F1"),
    ],
)
def test_query_is_sorted_and_encoded(params: dict[str, str], query: str) -> None:
    assert canonical_query(params) == query


def test_signer_makes_the_full_status_request_of_the_vector() -> None:
    vector = VECTORS["ecarx_eu"][2]
    stamp = datetime.fromtimestamp(int(vector["timestamp"]) / 1000, UTC)
    signer = Signer(lambda: stamp, lambda _size: bytes.fromhex(vector["nonce"]))
    call = Call(
        method="GET",
        host_key="ecarx_v1",
        path=vector["path"],
        params={"latest": "True", "target": "basic,more", "userId": "112233"},
    )

    request = signer.ecarx(call, region=Region.EU, device_id="00ff00ff00ff00ff")

    assert request.address.target == f"{vector['path']}?{vector['query']}"
    assert request.headers["x-signature"] == vector["signature"]
    assert request.headers["x-timestamp"] == vector["timestamp"]
    assert request.headers["x-app-id"] == "SmartAPPEU"
    assert "authorization" not in request.headers


def test_signer_makes_the_gateway_request_of_the_vector() -> None:
    vector = VECTORS["vc_hmac_sha256"][0]
    stamp = datetime.fromtimestamp(int(vector["timestamp"]) / 1000, UTC)
    signer = Signer(lambda: stamp, lambda _size: UUID(vector["nonce"]).bytes)
    call = Call(method="GET", host_key="sg_vc", path=vector["resource"].removeprefix("/vc"))

    request = signer.gateway(call, id_token="eyJ.EXAMPLE.id")

    assert request.address.target == vector["resource"]
    assert request.headers["x-ca-signature"] == vector["signature"]
    assert request.headers["date"] == vector["date"]
    assert request.headers["Xs-Auth-Token"] == "eyJ.EXAMPLE.id"
