"""People use the page in a headless Chromium while a scripted bot answers."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, Update

from tests.integration.chat_page.chat_page_cars import Cars
from tests.system import find_chromium

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

FAMILY = -100200300
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
YES_NO = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("🔓 Unlock", callback_data="unlock"),
            InlineKeyboardButton("Cancel", callback_data="cancel"),
        ]
    ]
)
RICH = (
    "<h4>🚗 Trips</h4><p><b>1,252 km</b> in two trips<br>last 7 days</p>"
    '<table bordered striped><tr><th align="left">Who</th><th align="right">Way</th></tr>'
    "<tr><td>&lt;img src=x onerror=alert(1)&gt;</td>"
    '<td align="right">1,240 km</td></tr>'
    '<tr><td>מיכל</td><td align="right">12 km</td></tr></table><footer>… and 3 more</footer>'
    "<details><summary>What it cost</summary><p>Tell me with /price 0.35. "
    '<a href="javascript:alert(1)">x</a></p></details>'
)


@pytest.fixture
def routes() -> list:
    """Add the cars to the page's server."""
    return [Cars()]


class ScriptedBot:
    """Answers a few sentences as our bot would."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.heard: asyncio.Queue[Update] = asyncio.Queue()

    async def run(self) -> None:
        """Poll until cancelled."""
        offset = 0
        while True:
            for update in await self.bot.get_updates(offset=offset, timeout=20):
                offset = update.update_id + 1
                self.heard.put_nowait(update)
                await self.answer(update)

    async def answer(self, update: Update) -> None:
        """Answer one update."""
        if query := update.callback_query:
            await query.answer("Only Anna may confirm this", show_alert=query.data == "cancel")
            if query.data == "unlock":
                await query.edit_message_text("🔓 <b>Unlocked</b>", parse_mode="HTML")
            return
        if (message := update.message) is None:
            return
        if message.voice:
            await message.reply_text(f"I heard {message.voice.file_size} bytes")
        elif "unlock" in (message.text or ""):
            await message.reply_text("Unlock the #1?", reply_markup=YES_NO)
        elif "drives" in (message.text or ""):
            await message.delete()
            await self.bot.send_message(message.chat_id, "I deleted your password.")
        elif "where" in (message.text or ""):
            await self.bot.send_location(message.chat_id, 48.1287, 11.6024)


@pytest_asyncio.fixture(loop_scope="module")
async def scripted(bot: Bot) -> AsyncIterator[ScriptedBot]:
    """A bot that answers while the test runs."""
    await bot.set_my_commands([BotCommand("status", "All of it"), BotCommand("lock", "Lock it")])
    scripted = ScriptedBot(bot)
    task = asyncio.create_task(scripted.run())
    yield scripted
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium for the whole module."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(stand, scripted: ScriptedBot, browser: Browser) -> AsyncIterator[Page]:
    """The page in a window of desktop size; an error in its console fails the test.

    The page asks whether there are cars, so that a 404 is no error.
    """
    context = await browser.new_context(
        viewport={"width": 1440, "height": 900}, permissions=["microphone"]
    )
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    await page.goto(stand.url)
    await page.wait_for_selector("body.ready")
    yield page
    await context.close()
    assert [problem for problem in problems if "404" not in problem] == []


async def write(page: Page, text: str) -> None:
    await page.fill("#input", text)
    await page.keyboard.press("Enter")


async def test_a_question_with_buttons(page: Page, artefacts: Path) -> None:
    await write(page, "unlock the car")
    await expect(page.locator(".mine .text")).to_contain_text("unlock the car")

    await page.locator("#thread .key", has_text="Unlock").click()

    await expect(page.locator(".theirs .text b")).to_have_text("Unlocked")
    await expect(page.locator(".theirs .meta")).to_contain_text("edited")
    await expect(page.locator(".theirs .keyboard")).to_have_count(0)
    await expect(page.locator(".toast")).to_have_text("Only Anna may confirm this")
    await page.screenshot(path=artefacts / "chat-page-desktop.png")


async def test_an_alert_needs_an_ok(page: Page) -> None:
    await write(page, "unlock the car")

    await page.get_by_role("button", name="Cancel").click()

    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Only Anna may confirm this")
    await dialog.get_by_role("button", name="OK").click()
    await expect(dialog).to_have_count(0)


async def test_a_deleted_secret_leaves_the_page(page: Page) -> None:
    await write(page, "Anna-drives-1")

    await expect(page.locator(".theirs .text")).to_contain_text("I deleted your password.")
    await expect(page.locator(".mine")).to_have_count(0)
    assert "Anna-drives-1" not in await page.locator(".app main").inner_html()


async def test_switching_people_and_unread(stand, page: Page) -> None:
    await stand.say("who has the car?", "ben", FAMILY)

    await expect(page.locator('[data-person="mia"] .badge')).to_have_text("1")
    await expect(page.locator(f'[data-chat="{FAMILY}"] .badge')).to_have_text("1")
    await page.click('[data-person="mia"]')
    await page.click(f'[data-chat="{FAMILY}"]')

    await expect(page.locator(".theirs .name")).to_have_text("Ben")
    await expect(page.locator(f'[data-chat="{FAMILY}"] .badge')).to_have_count(0)
    await page.click('[data-person="stranger"]')
    await expect(page.locator(f'[data-chat="{FAMILY}"]')).to_have_count(0)


async def test_a_message_for_one_is_seen_by_one(page: Page, bot: Bot) -> None:
    only_ben = {"ephemeral_message_parameters": {"receiver_user_id": 1002}}
    await bot.send_message(FAMILY, "The car is at home.", api_kwargs=only_ben)
    await page.click(f'[data-chat="{FAMILY}"]')
    await expect(page.locator(".bubble")).to_have_count(0)

    await page.click('[data-person="ben"]')
    await page.click(f'[data-chat="{FAMILY}"]')

    await expect(page.locator(".bubble .only-you")).to_be_visible()


async def test_slash_commands_by_keyboard(page: Page, scripted: ScriptedBot) -> None:
    await page.locator("#input").press_sequentially("/")
    await expect(page.get_by_role("option")).to_have_count(2)

    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    await expect(page.locator(".mine .text")).to_contain_text("/lock")
    await expect(page.get_by_role("option")).to_have_count(0)
    assert (await scripted.heard.get()).message.text == "/lock"


async def test_edit_own_message_with_arrow_up(page: Page, scripted: ScriptedBot) -> None:
    await write(page, "warm up to 2")
    await expect(page.locator(".mine .text")).to_be_visible()
    await page.keyboard.press("ArrowUp")
    await write(page, "warm up to 22")

    await expect(page.locator(".mine .text")).to_contain_text("warm up to 22")
    await scripted.heard.get()
    assert (await scripted.heard.get()).edited_message.text == "warm up to 22"


async def test_a_chip_asks_and_a_place_is_drawn(page: Page) -> None:
    await expect(page.locator(".chip")).to_have_count(5)
    await write(page, "where is it?")

    await expect(page.locator(".place .map")).to_be_visible()


async def test_a_voice_note_is_recorded_and_sent(page: Page) -> None:
    await page.get_by_role("button", name="Record a voice note").click()
    await expect(page.locator(".recording")).to_be_visible()
    await asyncio.sleep(0.5)
    await page.get_by_role("button", name="Send voice note").click()

    await expect(page.locator(".mine .voice")).to_be_visible()
    await expect(page.locator(".theirs .text")).to_contain_text("I heard")


async def test_the_cars_beside_the_chat(page: Page, routes: list) -> None:
    (cars,) = routes
    await page.get_by_role("button", name="Open driver door").click()
    await expect(page.locator(".facts .notable")).to_have_text("1 door open")
    await expect(page.locator(".car-card .art-door")).to_have_count(1)

    await page.get_by_role("button", name="DC 150 kW").click()
    await page.get_by_role("button", name="Drive 3 km away").click()
    await page.get_by_role("button", name="60×").click()

    await expect(page.get_by_role("button", name="60×")).to_have_attribute("aria-pressed", "true")
    assert (cars.cars[0]["plugged"], cars.cars[0]["charger_kw"]) == (True, 150)
    ((path, drive),) = cars.asked
    assert (path, drive["kmh"]) == ("/sim/cloud/cars/HESXR1C40PS000001/drive", 50)
    assert drive["to"] == pytest.approx([48.1557, 11.6024])


async def test_phone_shows_one_thing_at_a_time(page: Page, bot: Bot, artefacts: Path) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await bot.send_message(1001, "Locked. All doors and windows closed.", reply_markup=YES_NO)
    await expect(page.locator(".bubble")).to_be_visible()
    await page.screenshot(path=artefacts / "chat-page-phone.png")

    await page.get_by_role("button", name="Back to conversations").click()
    await expect(page.locator("#thread")).to_be_hidden()
    await page.locator(".conversation").first.click()
    await page.get_by_role("button", name="Cars", exact=True).click()
    await expect(page.locator(".car-card")).to_be_in_viewport()
    await page.get_by_role("button", name="Close", exact=True).click()

    await expect(page.locator("#thread")).to_be_visible()


async def test_dark(page: Page, bot: Bot, artefacts: Path) -> None:
    await page.emulate_media(color_scheme="dark")
    await bot.send_message(1001, "🔋 <b>62 %</b>, about 248 km", parse_mode="HTML")
    await expect(page.locator(".bubble")).to_be_visible()

    background = await page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert background == "rgb(12, 17, 20)"
    await page.screenshot(path=artefacts / "chat-page-dark.png")


async def test_hostile_text_stays_text(stand, page: Page, bot: Bot) -> None:
    evil = "<img src=x onerror=alert(1)>"
    await stand.say(evil)
    await bot.send_message(1001, "javascript:alert(1)", entities=[])
    await bot.send_message(1001, '<a href="javascript:alert(1)">press</a>', parse_mode="HTML")

    await expect(page.locator(".mine .text")).to_contain_text(evil)
    await expect(page.locator('.bubble a[href^="javascript"]')).to_have_count(0)
    await expect(page.locator(".bubble img")).to_have_count(0)


async def test_a_table_is_drawn_and_stays_text(page: Page, bot: Bot, artefacts: Path) -> None:
    await bot.do_api_request("sendRichMessage", {"chat_id": 1001, "rich_message": {"html": RICH}})

    rows = page.locator(".bubble .table tr")
    await expect(rows).to_have_count(3)
    cells = [await row.locator("th, td").all_text_contents() for row in await rows.all()]
    assert cells == [
        ["Who", "Way"],
        ["<img src=x onerror=alert(1)>", "1,240 km"],
        ["מיכל", "12 km"],
    ]
    sides = "cells => cells.map(cell => getComputedStyle(cell).textAlign)"
    assert await rows.last.locator("td").evaluate_all(sides) == ["left", "right"]
    await expect(page.locator(".bubble img")).to_have_count(0)
    await expect(page.locator('.bubble a[href^="javascript"]')).to_have_count(0)
    await page.screenshot(path=artefacts / "chat-page-table.png")

    section = page.locator(".bubble details")
    await expect(section.locator("p")).to_be_hidden()
    await section.locator("summary").click()
    await section.get_by_role("button", name="/price").click()

    await expect(page.locator(".mine .text")).to_contain_text("/price")


async def test_a_long_quote_opens(page: Page, bot: Bot) -> None:
    words = "<blockquote expandable>" + "\n".join("One more line." for _ in range(9))
    await bot.send_message(1001, f"{words}</blockquote>", parse_mode="HTML")
    quote = page.locator(".bubble .expandable")
    heights = "element => element.scrollHeight > element.clientHeight"
    assert await quote.evaluate(heights)

    await quote.click()

    await expect(quote).to_have_attribute("aria-expanded", "true")
    assert not await quote.evaluate(heights)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_wide_table_moves_within_its_message_on_a_phone(
    page: Page, bot: Bot, artefacts: Path, scheme: str
) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.emulate_media(color_scheme=scheme)
    row = "<tr>" + "<td>Something long</td>" * 9 + "</tr>"
    html = f"<h4>Wide</h4><table bordered striped>{row * 3}</table>"
    await bot.do_api_request("sendRichMessage", {"chat_id": 1001, "rich_message": {"html": html}})

    table = page.locator(".bubble .table")
    await expect(table).to_be_visible()
    assert await table.evaluate("element => element.scrollWidth > element.clientWidth")
    assert await page.evaluate("innerWidth >= document.documentElement.scrollWidth")
    await page.screenshot(path=artefacts / f"chat-page-wide-{scheme}.png")


async def test_long_chat_opens_at_its_end(stand, page: Page) -> None:
    for index in range(500):
        chat = stand.telegram.world.chats[1002]
        stand.telegram.world.add_message(chat, None, text=f"Message {index}.")

    await page.click('[data-person="ben"]')

    await expect(page.locator(".bubble")).to_have_count(500)
    await expect(page.locator(".bubble", has_text="Message 499.")).to_be_in_viewport()
    await stand.say("one more", "ben", 1002)
    await expect(page.locator(".bubble", has_text="one more")).to_be_in_viewport()


async def test_without_cars_there_is_no_panel(page: Page) -> None:
    await page.route("**/sim/cloud/**", lambda route: route.fulfill(status=404, body="{}"))
    await page.reload()
    await page.wait_for_selector("body.ready")

    await expect(page.locator("#cars")).to_be_hidden()
    await expect(page.locator("#show-cars")).to_be_hidden()
