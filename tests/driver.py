"""Drives `smartbot demo`, started as a person starts it, as its people and cars would."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

BIN = Path(sys.executable).parent
FAMILY = -100200300
PEOPLE = {"anna": 1001, "ben": 1002, "mia": 1003, "stranger": 1004}

Told = dict[str, Any]


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(holds: Callable[[], bool], seconds: float = 20, pause_s: float = 0.05) -> None:
    """Wait until something holds; fail after ``seconds``."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s")
        time.sleep(pause_s)


class Demo:
    """A running demo, driven as its people and its cars would drive it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = httpx.Client(base_url=url, timeout=30, trust_env=False)

    def get(self, path: str, **params: Any) -> Any:
        """Read something from a control port."""
        answer = self.http.get(path, params=params)
        answer.raise_for_status()
        return answer.json()

    def post(self, path: str, body: Any) -> Any:
        """Do something at a control port."""
        answer = self.http.post(path, json=body)
        answer.raise_for_status()
        return answer.json()

    def chat(self, who: str) -> int:
        """Return the chat id of a person's private chat, or of the family group."""
        return FAMILY if who == "family" else PEOPLE[who]

    def transcript(self, chat: str) -> list[Told]:
        """Return the messages of a chat as they stand now."""
        told: list[Told] = self.get(f"/sim/telegram/chats/{self.chat(chat)}/transcript")
        return told

    def say(self, who: str, text: str, chat: str | None = None) -> int:
        """Say something; return the message id, after which the answers come."""
        place = self.chat(chat or who)
        told = self.post(f"/sim/telegram/chats/{place}/messages", {"from": who, "text": text})
        return int(told["message_id"])

    def tap(self, who: str, message: Told, label: str, chat: str | None = None) -> Told:
        """Press the button of a message whose text contains ``label``."""
        for row in message["buttons"]:
            for button in row:
                if label.lower() in button["text"].lower():
                    place = self.chat(chat or who)
                    body = {
                        "from": who,
                        "message_id": message["message_id"],
                        "data": button["data"],
                    }
                    answer: Told = self.post(f"/sim/telegram/chats/{place}/taps", body)
                    return answer
        raise AssertionError(f"no button {label!r} in {message.get('buttons')}")

    def wait(
        self,
        chat: str,
        matches: str | Callable[[Told], bool],
        *,
        after: int = 0,
        seconds: float = 25,
    ) -> Told:
        """Wait for a message of the bot after ``after`` that matches; fail with the transcript."""

        def fits(message: Told) -> bool:
            if callable(matches):
                return matches(message)
            return re.search(matches, message.get("text", ""), re.IGNORECASE) is not None

        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for message in self.transcript(chat):
                if message["message_id"] > after and message["from"] == "bot" and fits(message):
                    return message
            time.sleep(0.1)
        lines = [
            f"{m['message_id']} {m['from']}: {m.get('text', '(gone)')}"
            for m in self.transcript(chat)[-8:]
        ]
        raise AssertionError(f"nothing matched {matches!r} after {after}:\n" + "\n".join(lines))

    def ask(self, who: str, text: str, matches: str, *, chat: str | None = None) -> Told:
        """Say something and wait for the fitting answer."""
        said = self.say(who, text, chat)
        return self.wait(chat or who, matches, after=said)

    def last_message_id(self, chat: str) -> int:
        """Return the id of the newest message in a chat."""
        return max((m["message_id"] for m in self.transcript(chat)), default=0)

    def car(self, vin: str) -> Told:
        """Return the physical state of a simulated car."""
        state: Told = self.get(f"/sim/cloud/cars/{vin}")
        return state

    def set_car(self, vin: str, **changes: Any) -> None:
        """Change the physical state of a simulated car."""
        answer = self.http.patch(f"/sim/cloud/cars/{vin}", json=changes)
        answer.raise_for_status()

    def advance(self, seconds: float) -> None:
        """Let simulated time pass."""
        self.post("/sim/cloud/clock", {"advance_s": seconds})

    def wait_for_car(self, vin: str, fits: Callable[[Told], bool], seconds: float = 25) -> Told:
        """Wait until the physical car is as expected."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if fits(state := self.car(vin)):
                return state
            time.sleep(0.1)
        raise AssertionError(f"the car did not get there: {self.car(vin)}")


ONE, FIVE = "HESXR1C40PS000001", "HESYA4C40SG000005"
BENS_THREE, SYDNEY_THREE = "HESCA4C41PS000003", "HESCB4C43RS000009"


def start_demo(data: Path, *, speed: float, log: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start `smartbot demo`; return the process and its address."""
    port = free_port()
    environment = {**os.environ, "LOG_LEVEL": "debug"}
    command = [BIN / "smartbot", "demo", "--port", str(port), "--speed", str(speed)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--data", data], stdout=output, stderr=output, env=environment
        )
    return process, f"http://127.0.0.1:{port}"


@contextmanager
def running_demo(folder: Path, *, speed: float = 10) -> Iterator[Demo]:
    """Run a demo with its data and its log in a folder, and end it; six seconds are a minute."""
    log = folder / "demo.log"
    process, url = start_demo(folder / "data", speed=speed, log=log)
    try:
        demo = wait_until_ready(process, url, log)
        yield demo
        demo.http.close()
    finally:
        process.terminate()
        try:
            process.wait(8)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_ready(process: subprocess.Popen[bytes], url: str, log: Path) -> Demo:
    """Wait until the page answers and the bot knows Anna's cars."""
    demo = Demo(url)
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise AssertionError(f"the demo ended: {log.read_text()[-2000:]}")
        try:
            demo.get("/sim/telegram/people")
            break
        except httpx.HTTPError:
            time.sleep(0.1)
    try:
        demo.ask("anna", "/cars", r"#5")
    except (AssertionError, httpx.HTTPError) as error:
        raise AssertionError(f"{error}; the demo said: {log.read_text()[-2000:]}") from error
    return demo
