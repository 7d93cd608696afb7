"""The same stories by hand: a real browser on the demo's page, with its buttons and its cars."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

from tests.driver import BENS_THREE, ONE, Demo

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
PATIENCE_MS = 30_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no Chromium on this machine"),
]


class Chat:
    """The page, used as a person uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.thread = page.locator("#thread")

    def become(self, name: str) -> None:
        """Look at the page as another person, in the chat with the bot."""
        self.page.get_by_role("radio", name=re.compile(f"^{name}")).click()
        self.page.locator(".conversation").first.click()

    def say(self, text: str) -> None:
        """Type a message and send it."""
        box = self.page.get_by_role("combobox", name="Message")
        box.fill(text)
        box.press("Enter")

    def last(self, text: str) -> Locator:
        """Return the newest message of the bot that matches."""
        return self.thread.locator(".row.theirs").filter(has_text=re.compile(text)).last

    def sees(self, text: str) -> Locator:
        """Wait for a message of the bot that matches."""
        message = self.last(text)
        expect(message).to_be_visible(timeout=PATIENCE_MS)
        return message

    def press(self, message: Locator, label: str) -> None:
        """Press an inline button."""
        message.get_by_role("button", name=re.compile(label)).first.click()


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A headless Chromium with one page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser.new_page(viewport={"width": 1440, "height": 900})
        browser.close()


@pytest.fixture
def chat(page: Page, demo: Demo) -> Chat:
    """The demo's page, seen by Anna."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(demo.url)
    chat = Chat(page)
    chat.become("Anna")
    assert errors == []
    return chat


def test_battery_and_warm_up(chat: Chat, demo: Demo, artefacts: Path) -> None:
    chat.say("How full is the battery?")
    chat.sees(r"\d+\s?%")

    chat.say("warm it up to 22")
    chat.sees(r"22\s?°C[\s\S]*confirmed")

    assert demo.car(ONE)["climate"] is True
    chat.page.screenshot(path=artefacts / "warm-up.png")


def test_unlock_needs_the_button(chat: Chat, demo: Demo) -> None:
    demo.set_car(ONE, locked=True)

    chat.say("unlock the car")
    question = chat.sees(r"Unlock #1\?")
    assert demo.car(ONE)["locked"] is True
    chat.press(question, "unlock")

    demo.wait_for_car(ONE, lambda car: car["locked"] is False)
    chat.sees(r"[Uu]nlocked[\s\S]*confirmed")


def test_ben_asks_and_anna_approves(chat: Chat, artefacts: Path) -> None:
    chat.become("Ben")
    chat.say("can I have the car Sunday 16 to 18?")
    chat.sees(r"asked for you")

    chat.become("Anna")
    request = chat.sees(r"Ben[\s\S]*Sun")
    chat.page.screenshot(path=artefacts / "request.png")
    chat.press(request, "Approve")
    chat.sees(r"Approved: Ben, Sun")

    chat.become("Ben")
    chat.sees(r"Sun[\s\S]*16:00|approved")


def test_log_in_leaves_no_secret_on_the_page(chat: Chat) -> None:
    for region, email, password in (
        ("Europe", "ben@example.com", "Ben-drives-3"),
        ("International", "anna@example.org", "Anna-drives-9"),
    ):
        chat.become("Ben")
        chat.say("/login")
        chat.press(chat.sees(r"Smart account"), region)
        chat.sees(r"e-mail")
        chat.say(email)
        chat.sees(r"password")
        chat.say(password)
        chat.sees(r"#3")

        expect(chat.thread).not_to_contain_text(password)
        expect(chat.thread).not_to_contain_text(email)


def test_panel_drives_away_and_the_alert_comes(chat: Chat, demo: Demo, artefacts: Path) -> None:
    chat.page.get_by_role("button", name=re.compile("Drive 3 km")).first.click()

    chat.sees(r"left.*Home|Home.*left")

    assert demo.car(ONE)["odometer_km"] > 0
    chat.page.screenshot(path=artefacts / "left-home.png")


def test_charging_ends_and_the_alert_comes(chat: Chat, demo: Demo) -> None:
    demo.wait_for_car(ONE, lambda car: not car["driving"])
    demo.set_car(ONE, soc=72, charge_limit=80)
    chat.page.get_by_role("button", name=re.compile("AC 11")).first.click()
    demo.wait_for_car(ONE, lambda car: car["charging"] is True)
    demo.advance(120)
    chat.say("/status")
    chat.sees(r"[Cc]harging")

    for _ in range(10):
        demo.advance(300)
        chat.page.wait_for_timeout(1200)

    chat.sees(r"#1 is charged|Charging is complete|finished charging")


def test_stranger_sees_no_car(chat: Chat, demo: Demo) -> None:
    chat.become("Sam")
    chat.say("where is the car?")

    chat.sees(r"private companion")

    expect(chat.thread).not_to_contain_text("#1")
    assert demo.car(BENS_THREE)["vin"] == BENS_THREE
