"""CPU of one status poll over TLS: signed and typed, against bare aiohttp with json.

Prints JSON: microseconds of CPU per poll (median of rounds) and the ratio to the floor of the same
run. The server answers from its own process with the complete example status.
"""

import asyncio
import json
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import aiohttp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from smartcloud import Model, Region, SmartCloud, Tokens, Vehicle

ROUNDS, POLLS = 15, 150
VIN = "HESXR1C40PS000001"
GOAL = 1.5


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """Write a throw-away certificate for 127.0.0.1; return its path and its key's path."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate_path, key_path = folder / "cert.pem", folder / "key.pem"
    certificate_path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return certificate_path, key_path


async def cpu_of(poll: Callable[[], Awaitable[object]]) -> float:
    """Return microseconds of this process's CPU per call."""
    started = time.process_time()
    for _ in range(POLLS):
        await poll()
    return (time.process_time() - started) / POLLS * 1e6


async def measure(base_url: str, trust: ssl.SSLContext) -> dict[str, float]:
    """Measure floor and client in turns, so that both see the same machine."""
    connector = aiohttp.TCPConnector(ssl=trust)
    async with aiohttp.ClientSession(connector=connector) as http:
        clock = lambda: datetime.now(UTC)  # noqa: E731 - the one clock of this script
        cloud = SmartCloud(http, clock=clock, wall_clock=clock, base_url=base_url)
        tokens = Tokens(
            region=Region.EU, user_id="112233", session_token="eyJ.EXAMPLE", issued_at=clock()
        )

        async def keep(_: Tokens) -> None:
            """Tokens do not change here."""

        account = cloud.open_account(tokens, on_tokens=keep)
        vehicle = Vehicle(vin=VIN, region=Region.EU, model=Model.ONE, series_code="HX11")
        url = f"{base_url}/api.ecloudeu.com/remote-control/vehicle/status/{VIN}"

        async def floor() -> object:
            async with http.get(url) as answer:
                return json.loads(await answer.read())["data"]["vehicleStatus"]

        async def ours() -> object:
            return await account.get_status(vehicle)

        await cpu_of(floor), await cpu_of(ours)
        rounds = [(await cpu_of(floor), await cpu_of(ours)) for _ in range(ROUNDS)]
    floor_us, ours_us = (statistics.median(values) for values in zip(*rounds, strict=True))
    ratio = statistics.median(b / a for a, b in rounds)
    return {"floor_us": round(floor_us), "client_us": round(ours_us), "ratio": round(ratio, 2)}


@contextmanager
def serve_status(*certificate_and_key: Path) -> Iterator[int]:
    """Run the server process, over TLS if there is a certificate; yield its port."""
    command = [sys.executable, str(Path(__file__).with_name("status_server.py"))]
    server = subprocess.Popen(
        [*command, *map(str, certificate_and_key)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        yield int(server.stdout.readline())
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Start the server process, measure, print JSON."""
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = make_certificate(Path(folder))
        trust = ssl.create_default_context(cafile=certificate)
        with serve_status(certificate, key) as port:
            result = asyncio.run(measure(f"https://127.0.0.1:{port}", trust))
    passed = result["ratio"] <= GOAL
    print(json.dumps({"benchmark": "status_poll", **result, "goal": GOAL, "passed": passed}))


if __name__ == "__main__":
    main()
