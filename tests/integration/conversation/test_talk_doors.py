"""/token and /alexa in the chat: made in private, and shown once."""

import re

import pytest

from intents.models import Intent
from storage import grants

ANNA, BEN, FAMILY = 1001, 1002, -100200300


async def open_menu(family, command, person=ANNA, **more):
    (shown,) = await family.room.say(person, f"/{command}", intent=Intent(name=command), **more)
    return shown


async def press(family, shown, label, person=ANNA):
    replies = await family.room.tap(person, shown, label)
    return await family.room.show_all(replies, shown.chat_id)


async def tokens(family, person=ANNA):
    async with family.database.reading() as tx:
        return await grants.list_of(tx, person, "token")


@pytest.mark.parametrize(("label", "scopes"), [("may ask", {"read"}), ("and act", {"read", "act"})])
async def test_token_is_shown_once_and_has_its_scopes(family, label, scopes):
    menu = await open_menu(family, "token")
    label = next(it for it in menu.labels if it.endswith(label))
    (made,) = await press(family, menu, label)

    secret = re.search(r"<code>([\w-]{43})</code>", made.reply.text)[1]
    async with family.database.reading() as tx:
        grant = await grants.find(tx, "token", secret, family.people_clock())
    assert grant.scopes == scopes
    again = await open_menu(family, "token")
    assert secret not in again.text
    assert "Token 1" in again.text


async def test_token_is_revoked_with_a_tap(family):
    menu = await open_menu(family, "token")
    await press(family, menu, "New: may ask and act")
    menu = await open_menu(family, "token")

    (gone,) = await press(family, menu, "Revoke")

    assert "revoked" in gone.text
    assert await tokens(family) == ()


async def test_nobody_has_more_than_ten_tokens(family):
    for _ in range(11):
        menu = await open_menu(family, "token")
        (last,) = await press(family, menu, "New: may ask and act")

    assert "10 tokens already" in last.text
    assert len(await tokens(family)) == 10


@pytest.mark.parametrize("command", ["token", "alexa"])
async def test_group_sees_neither_token_nor_code(family, command):
    shown = await open_menu(family, command, chat=FAMILY)

    assert "private" in shown.text
    assert shown.labels == []


async def test_alexa_is_off_where_no_skill_is_set_up(family):
    assert "not set up" in (await open_menu(family, "alexa")).text
