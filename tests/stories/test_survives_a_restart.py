"""`smartbot run` is killed while a car charges: nothing is lost, nothing is said twice."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.driver import BIN, ONE, Demo, free_port, until

TOKEN = "1000000001:demo-token-for-the-local-stand-in"


class Service:
    """Stand-ins in processes of their own, and a bot that may be killed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cloud_port, self.telegram_port = free_port(), free_port()
        self.chat = Demo(f"http://127.0.0.1:{self.telegram_port}")
        self.cloud = Demo(f"http://127.0.0.1:{self.cloud_port}")
        self.processes: list[subprocess.Popen[bytes]] = []
        self.environment = {
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": f"http://127.0.0.1:{self.telegram_port}",
            "SMART_CLOUD_URL": f"http://127.0.0.1:{self.cloud_port}",
            "DATA_DIR": str(folder),
        }

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start one command of the program."""
        with (self.folder / "service.log").open("ab") as log:
            process = subprocess.Popen(
                [BIN / "smartbot", *command],
                env=self.environment,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        self.processes.append(process)
        return process

    def start_stand_ins(self) -> None:
        """Start both stand-ins and wait until they answer."""
        self.start("simulate", "cloud", "--port", str(self.cloud_port))
        self.start("simulate", "telegram", "--port", str(self.telegram_port))
        for port, path in (
            (self.cloud_port, "/sim/cloud/cars"),
            (self.telegram_port, "/sim/telegram/people"),
        ):
            until(lambda port=port, path=path: _answers(f"http://127.0.0.1:{port}{path}"))

    def stop(self) -> None:
        """End everything that was started."""
        self.chat.http.close()
        self.cloud.http.close()
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(10)


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, trust_env=False).is_success
    except httpx.HTTPError:
        return False


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """The stand-ins, running."""
    service = Service(tmp_path)
    service.start_stand_ins()
    yield service
    service.stop()


def test_a_kill_loses_no_alert_and_repeats_none(service: Service) -> None:
    chat, cloud = service.chat, service.cloud
    bot = service.start("run")
    log_in(chat)
    cloud.set_car(ONE, soc=75, plugged=True, charging=True, charge_limit=80)
    cloud.advance(120)
    refresh(chat, r"[Cc]harging")

    bot.send_signal(signal.SIGKILL)
    bot.wait(5)
    cloud.advance(3600)
    after = chat.last_message_id("anna")
    unread = chat.say("anna", "is the car locked?")
    service.start("run")

    chat.wait("anna", r"[Ll]ocked", after=unread)
    refresh(chat, r"^🔋 80")
    done = chat.wait("anna", r"is charged|charging is complete|charge complete", after=after)
    refresh(chat, r"^🔋 80")
    told = [
        m
        for m in chat.transcript("anna")
        if m["message_id"] > after and m.get("text") == done["text"]
    ]
    assert len(told) == 1
    answers = [
        m
        for m in chat.transcript("anna")
        if m["message_id"] > unread and m["from"] == "bot" and "Locked" in m.get("text", "")[:12]
    ]
    assert len(answers) == 1


def log_in(chat: Demo) -> None:
    """Link Anna's account as a new user does."""
    question = chat.ask("anna", "/login", r"Smart account")
    chat.tap("anna", question, "Europe")
    chat.wait("anna", r"e-mail", after=question["message_id"] - 1)
    said = chat.say("anna", "anna@example.com")
    chat.wait("anna", r"password", after=said)
    said = chat.say("anna", "Anna-drives-1")
    chat.wait("anna", r"#1", after=said)


def refresh(chat: Demo, matches: str) -> None:
    """Ask for the newest frame until it says what is expected; one request in 10 s is enough."""
    card = chat.ask("anna", "/status", r"^🔋")  # an alert may come between and names a level too
    after = card["message_id"] - 1

    def shows() -> bool:
        chat.tap("anna", card, "Refresh")
        shown = [m for m in chat.transcript("anna") if m["message_id"] > after]
        return any(re.search(matches, m.get("text", "")) for m in shown)

    until(shows, seconds=40, pause_s=2)
