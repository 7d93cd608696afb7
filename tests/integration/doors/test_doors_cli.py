"""The command as a person starts it: exit codes, and one or two lines when something is wrong."""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import unused_port

from bot.cli import explain
from storage.exceptions import DatabaseDamagedError
from storage.keys import Keyring
from tests.integration.doors.doors_chats import Chats

SMARTBOT = Path(sys.executable).parent / "smartbot"
TOKEN = "1000000001:demo-token-for-the-local-stand-in"
WRONG_TOKEN = "1000000002:some-other-token-nobody-must-see"


class Result:
    """What a finished command left behind."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out.decode(), err.decode()

    def explains(self, *words):
        """Failed with one or two lines that hold these words and no secret."""
        lines = self.err.strip().splitlines()
        assert self.code == 1, self.err
        assert 1 <= len([line for line in lines if "[" not in line]) <= 2, self.err
        assert "Traceback" not in self.err
        assert WRONG_TOKEN.partition(":")[2] not in self.err + self.out
        assert [word for word in words if word not in self.err] == []


@pytest.fixture
def command(tmp_path):
    """Start ``smartbot`` in an empty folder with an environment of its own."""

    async def start(*arguments, **variables):
        environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **variables}
        return await asyncio.create_subprocess_exec(
            SMARTBOT,
            *arguments,
            cwd=tmp_path,
            env=environment,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )

    return start


@pytest.fixture
def smartbot(command):
    """Run ``smartbot`` to its end."""

    async def run(*arguments, stdin="", **variables):
        process = await command(*arguments, **variables)
        try:
            async with asyncio.timeout(30):
                out, err = await process.communicate(stdin.encode())
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return Result(process.returncode, out, err)

    return run


@pytest.mark.parametrize("arguments", [["nonsense"], ["demo", "--speed", "fast"], ["keys", "eat"]])
async def test_cli_wrong_usage_is_2(smartbot, arguments):
    assert (await smartbot(*arguments)).code == 2


async def test_cli_run_without_a_token_says_how_to_get_one(smartbot, tmp_path):
    (await smartbot("run")).explains("BOT_TOKEN", "@BotFather")
    assert list(tmp_path.iterdir()) == []


async def test_cli_web_without_an_address_says_so(smartbot):
    (await smartbot("web", BOT_TOKEN=TOKEN)).explains("PUBLIC_URL")


async def test_cli_wrong_setting_names_the_variable(smartbot):
    (await smartbot("run", BOT_TOKEN=TOKEN, LOG_LEVEL="loud")).explains("LOG_LEVEL", "debug")


async def test_cli_run_with_a_token_that_telegram_refuses(smartbot, stand_in):
    _, url = stand_in

    result = await smartbot("run", BOT_TOKEN=WRONG_TOKEN, BOT_API_URL=url)

    result.explains("BOT_TOKEN", "@BotFather")


async def test_cli_run_serves_until_sigterm(command, stand_in, tmp_path):
    _, url = stand_in
    process = await command("run", BOT_TOKEN=TOKEN, BOT_API_URL=url, LOG_FORMAT="json")
    try:
        async with asyncio.timeout(20):
            async for line in process.stderr:
                if json.loads(line)["event"] == "started":
                    break
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(5):
            rest = await process.stderr.read()
            code = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
    assert code == 0
    assert b"Traceback" not in rest
    assert (tmp_path / "data" / "session.keys").stat().st_mode & 0o777 == 0o600


async def test_cli_web_receives_the_webhook_and_shows_health(command, stand_in):
    _, url = stand_in
    port = unused_port()
    process = await command(
        "web",
        BOT_TOKEN=TOKEN,
        BOT_API_URL=url,
        PUBLIC_URL=f"http://127.0.0.1:{port}",
        PORT=str(port),
        LOG_FORMAT="json",
    )
    try:
        async with asyncio.timeout(20):
            async for line in process.stderr:
                if json.loads(line)["event"] == "started":
                    break
        async with aiohttp.ClientSession() as http:
            chats = Chats(http, url)
            await chats.say("anna", "/help", 1001)
            assert await chats.from_bot(1001)
            async with http.get(f"http://127.0.0.1:{port}/health") as answer:
                assert (answer.status, (await answer.json())["ok"]) == (200, True)
            forged = {"update_id": 1, "message": {"text": "/unlock"}}
            hook = f"http://127.0.0.1:{port}/telegram/webhook"
            async with http.post(hook, json=forged) as answer:
                assert answer.status == 403
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(5):
            await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 0


@pytest.mark.parametrize("keys", ["rubbish", "a:dG9vIHNob3J0", "a:" + "!" * 44])
async def test_cli_damaged_key_is_refused_without_showing_it(smartbot, keys):
    result = await smartbot("run", BOT_TOKEN=TOKEN, SESSION_KEYS=keys)

    result.explains()
    assert keys not in result.err


async def test_cli_missing_keys_of_an_existing_database(smartbot, tmp_path):
    await smartbot("migrate")

    result = await smartbot("run", BOT_TOKEN=TOKEN)

    result.explains("SESSION_KEYS", "SESSION_KEY_FILE")
    assert not (tmp_path / "data" / "session.keys").exists()


async def test_cli_lost_or_emptied_database_does_not_begin_anew_in_silence(smartbot, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "session.keys").write_text(Keyring.generate_key())
    (tmp_path / "data" / "session.keys").chmod(0o600)
    lost = await smartbot("run", BOT_TOKEN=TOKEN)
    (tmp_path / "data" / "smartbot.db").touch()
    emptied = await smartbot("worker", BOT_TOKEN=TOKEN)

    for result in (lost, emptied):
        result.explains("smartbot.db", "session.keys", "backup", "smartbot migrate")
    assert (tmp_path / "data" / "smartbot.db").stat().st_size == 0


async def test_cli_database_of_a_newer_program_is_refused(smartbot, tmp_path):
    await smartbot("migrate")
    with sqlite3.connect(tmp_path / "data" / "smartbot.db") as database:
        database.execute("UPDATE alembic_version SET version_num = 'tomorrow'")
    database.close()

    keys = Keyring.generate_key()
    (await smartbot("run", BOT_TOKEN=TOKEN, SESSION_KEYS=keys)).explains("newer")
    (await smartbot("migrate")).explains("newer")


async def test_cli_damaged_database_is_refused(smartbot, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "smartbot.db").write_bytes(b"rubbish" * 1000)

    result = await smartbot("run", BOT_TOKEN=TOKEN, SESSION_KEYS=Keyring.generate_key())

    result.explains("damaged", "backup", "smartbot.db")


async def test_cli_chosen_database_that_is_old_asks_for_migrate(smartbot, tmp_path):
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE something (x)")
    database.close()

    result = await smartbot(
        "run",
        BOT_TOKEN=TOKEN,
        DATABASE_URL=f"sqlite:///{path}",
        SESSION_KEYS=Keyring.generate_key(),
    )

    result.explains("smartbot migrate")


@pytest.mark.parametrize("arguments", [["demo"], ["simulate", "telegram"], ["simulate", "cloud"]])
async def test_cli_taken_port_is_said_plainly(smartbot, stand_in, arguments):
    _, url = stand_in
    port = url.rpartition(":")[2]

    (await smartbot(*arguments, "--port", port)).explains(port, "taken")


async def test_cli_call_with_an_unreachable_cloud(smartbot):
    result = await smartbot(
        "call",
        "vehicle_status",
        SMART_EMAIL="anna@example.com",
        SMART_PASSWORD="never-shown-1",
        SMART_CLOUD_URL=f"http://127.0.0.1:{unused_port()}",
    )

    result.explains()
    assert "anna@" not in result.err
    assert "never-shown-1" not in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["call", "no_such_endpoint"],
        ["call", "vehicle_status", "--param", "novalue"],
        ["call", "vehicle_status", "--body", "{"],
        ["call", "vehicle_status", "--region", "MARS"],
        ["endpoints", "--region", "MARS"],
    ],
)
async def test_cli_explore_explains_what_was_not_understood(smartbot, arguments):
    (await smartbot(*arguments)).explains()


async def test_cli_endpoints_as_json_have_the_promised_fields(smartbot):
    rows = json.loads((await smartbot("endpoints", "--region", "INTL", "--json")).out)

    fields = {"name", "interface", "domain", "method", "path", "regions", "signing", "status"}
    assert rows
    assert all(set(row) == fields | {"feature"} for row in rows)
    assert all("INTL" in row["regions"] for row in rows)


async def test_cli_keys_new_prints_a_usable_key(smartbot):
    key = (await smartbot("keys", "new")).out.strip()

    assert len(Keyring.parse(key).key_ids) == 1


async def test_cli_keys_rotate_puts_a_new_key_in_front_and_everything_still_opens(
    smartbot, tmp_path
):
    await smartbot("doctor")  # makes the key file, as a first run would
    await smartbot("migrate")
    first = (tmp_path / "data" / "session.keys").read_text().split()

    rotated = await smartbot("keys", "rotate")
    checked = await smartbot("keys", "check")

    keys = (tmp_path / "data" / "session.keys").read_text().split()
    assert rotated.code == checked.code == 0
    assert keys[1:] == first
    assert keys[0].partition(":")[0] in checked.out


async def test_cli_recognise_answers_line_by_line(smartbot):
    lines = ['{"lang": "en", "text": "lock the car"}', "rubbish"]

    result = await smartbot("recognise", stdin="\n".join(lines) + "\n")

    first, second = map(json.loads, result.out.splitlines())
    assert (first["intent"], first["certain"]) == ("lock", True)
    assert second["intent"] is None


async def test_cli_doctor_finds_what_is_missing(smartbot, stand_in):
    _, url = stand_in
    cloud = f"http://127.0.0.1:{unused_port()}"

    bad = await smartbot("doctor", SMART_CLOUD_URL=cloud)
    good = await smartbot("doctor", BOT_TOKEN=TOKEN, BOT_API_URL=url, SMART_CLOUD_URL=url)

    assert bad.code == 1
    assert "BOT_TOKEN is not set" in bad.out
    assert "Smart's cloud cannot be reached" in bad.out
    assert good.code == 0, good.out
    assert "@smart_companion_bot" in good.out


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (DatabaseDamagedError("The file is damaged."), "The file is damaged."),
        (RuntimeError("secret"), "smartbot stopped because of an unexpected RuntimeError."),
    ],
)
def test_cli_explains_own_errors_and_only_names_others(capsys, monkeypatch, error, expected):
    monkeypatch.delenv("LOG_LEVEL", raising=False)

    explain(type(error), error, None)

    told = capsys.readouterr().err
    assert told.startswith(expected)
    assert "secret" not in told
