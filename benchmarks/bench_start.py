"""How soon the demo and `smartbot run` answer, and how much memory an idle bot needs.

Prints JSON: for the demo, seconds until its page answers and until the bot answers a first message;
for `smartbot run` on a local Bot API where a message waits, seconds from its start to the answer
(with a database to make, and with one that is there) and the CPU they took; MiB of resident memory
when it is idle again, and of a bare import of all libraries, the floor of the same run.
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
PAGE_GOAL_S, ANSWER_GOAL_S, MEMORY_GOAL_MIB = 5.0, 1.5, 110.0
SETTLES_S = 5


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
        answer = time.monotonic() - started
        return {"demo_page_s": round(page, 2), "demo_answer_s": round(answer, 2)}
    finally:
        stop(process)


def run_starts(folder: Path) -> dict[str, float]:
    """Start `smartbot run` twice; return seconds to the first answer, and MiB when idle."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    stand_in = subprocess.Popen(
        [BIN / "smartbot", "simulate", "telegram", "--port", str(port)], stdout=subprocess.DEVNULL
    )
    try:
        seconds_until(f"{url}/sim/telegram/people", time.monotonic())
        first, second = (run_start(folder, Demo(url)) for _ in range(2))
    finally:
        stop(stand_in)
    return {
        "new_answer_s": first["answer_s"],
        **second,
        "idle_mib": max(first["idle_mib"], second["idle_mib"]),
    }


def run_start(folder: Path, people: Demo) -> dict[str, float]:
    """Let a message wait for `smartbot run`, start it, and measure."""
    said = people.say("anna", "/help")
    environment = {
        **os.environ,
        "BOT_TOKEN": "1000000001:demo-token-for-the-local-stand-in",
        "BOT_API_URL": f"{people.url}/bot",
        "DATA_DIR": str(folder / "run"),
        "LOG_LEVEL": "error",
    }
    started = time.monotonic()
    bot = subprocess.Popen([BIN / "smartbot", "run"], env=environment, cwd=folder)
    try:
        people.wait("anna", r".", after=said)
        answered, process = time.monotonic() - started, psutil.Process(bot.pid)
        used = process.cpu_times()
        time.sleep(SETTLES_S)
        return {
            "answer_s": round(answered, 2),
            "answer_cpu_s": round(used.user + used.system, 2),
            "idle_mib": round(process.memory_info().rss / 2**20, 1),
        }
    finally:
        stop(bot)


def main() -> None:
    """Measure and print JSON."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        floor = int(subprocess.check_output([sys.executable, "-c", IMPORTS])) / 2**20
        result = {**demo_start(folder), **run_starts(folder)}
    passed = (
        result["demo_page_s"] <= PAGE_GOAL_S
        and max(result["answer_s"], result["new_answer_s"]) <= ANSWER_GOAL_S
        and result["idle_mib"] <= MEMORY_GOAL_MIB
    )
    result |= {"import_floor_mib": round(floor, 1)}
    result |= {"memory_ratio": round(result["idle_mib"] / floor, 2)}
    print(json.dumps({"benchmark": "start", **result, "passed": passed}))


if __name__ == "__main__":
    main()
