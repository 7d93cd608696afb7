"""How soon the demo shows its page, and how much memory an idle `smartbot run` needs.

Prints JSON: seconds until the page answers and until the bot answers its first message;
MiB of resident memory of `smartbot run` against a local Bot API, and of a bare import of its
libraries (the
floor of the same run).
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
import psutil

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.driver import Demo, free_port, start_demo  # noqa: E402 - needs the path above

BIN = Path(sys.executable).parent
IMPORTS = (
    "import aiohttp, aiosqlite, alembic, apscheduler, babel, cryptography, fluent.runtime, hassil, "
    "dotenv, msgspec, prometheus_client, psutil, sqlalchemy.ext.asyncio, structlog, "
    "telegram.ext, typer; print(psutil.Process().memory_info().rss)"
)
PAGE_GOAL_S, MEMORY_GOAL_MIB = 5.0, 110.0


def seconds_until(url: str, started: float) -> float:
    """Return the seconds until ``url`` answers."""
    while True:
        try:
            if httpx.get(url, trust_env=False).status_code == httpx.codes.OK:
                return time.monotonic() - started
        except httpx.HTTPError:
            time.sleep(0.02)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process that this script started."""
    process.terminate()
    process.wait(10)


def demo_start(folder: Path) -> dict[str, float]:
    """Start the demo and time its page and its first answer."""
    started = time.monotonic()
    process, url = start_demo(folder / "data", speed=1, log=folder / "demo.log")
    try:
        page = seconds_until(url + "/", started)
        demo = Demo(url)
        demo.ask("anna", "/help", r".")
        return {"page_s": round(page, 2), "answer_s": round(time.monotonic() - started, 2)}
    finally:
        stop(process)


def idle_memory(folder: Path) -> float:
    """Return MiB of an idle `smartbot run` after it has settled."""
    port = free_port()
    stand_in = subprocess.Popen([BIN / "smartbot", "simulate", "telegram", "--port", str(port)])
    try:
        seconds_until(f"http://127.0.0.1:{port}/sim/telegram/people", time.monotonic())
        token = os.environ.get("BOT_TOKEN", "1000000001:demo-token-for-the-local-stand-in")
        environment = {
            **os.environ,
            "BOT_TOKEN": token,
            "BOT_API_URL": f"http://127.0.0.1:{port}/bot",
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'idle.db'}",
            "SESSION_KEY_FILE": str(folder / "keys"),
        }
        bot = subprocess.Popen([BIN / "smartbot", "run"], env=environment, cwd=folder)
        try:
            demo = Demo(f"http://127.0.0.1:{port}")
            demo.ask("anna", "/help", r".")
            time.sleep(5)
            return psutil.Process(bot.pid).memory_info().rss / 2**20
        finally:
            stop(bot)
    finally:
        stop(stand_in)


def main() -> None:
    """Measure and print JSON."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        floor = int(subprocess.check_output([sys.executable, "-c", IMPORTS])) / 2**20
        result = demo_start(folder)
        memory = idle_memory(folder)
    passed = result["page_s"] <= PAGE_GOAL_S and memory <= MEMORY_GOAL_MIB
    sizes = {"import_floor_mib": round(floor, 1), "idle_mib": round(memory, 1)}
    ratio = {"memory_ratio": round(memory / floor, 2)}
    print(json.dumps({"benchmark": "start", **result, **sizes, **ratio, "passed": passed}))


if __name__ == "__main__":
    main()
