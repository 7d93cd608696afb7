"""The menu by taps: groups, what this car has and this person may do, and back."""

from intents.models import Intent

ANNA, MIA, FAMILY = 1001, 1003, -100200300
ONE = "HESXR1C40PS000001"
MENU = Intent(name="menu")


async def tapped(family, person, shown, label):
    """Tap and return the message as it is edited then."""
    replies = await family.room.tap(person, shown, label)
    assert [reply.edit for reply in replies] == [True]
    (edited,) = await family.room.show_all(replies, shown.chat_id)
    return edited


async def test_menu_follows_role_and_equipment(family):
    await family.control("PATCH", f"/cars/{ONE}", {"fitted": ["fragrance"]})
    (menu,) = await family.room.say(ANNA, "show me the menu")
    climate = await tapped(family, ANNA, menu, "Climate")
    more = await tapped(family, ANNA, climate, "More")
    again = await tapped(family, ANNA, more, "Back")
    back = await tapped(family, ANNA, again, "Back")
    (next_one,) = await family.room.say(ANNA, "/menu", intent=MENU)

    assert menu.text == "What about #1? Choose a group."
    assert len(menu.labels) == 8
    assert climate.text == "🌡 Climate · #1"
    assert len(climate.labels) == 8
    assert more.labels == ["Schedule climate", "Fragrance on", "Fragrance off", "◀ Back"]
    assert again.labels == climate.labels
    assert back.labels == menu.labels
    assert menu.reply.menu.lacks == frozenset()
    assert next_one.reply.menu.lacks == {"fridge", "locker"}


async def test_equipment_is_asked_once_and_an_outage_hides_nothing(family):
    await family.control("POST", "/faults", {"match": "", "kind": "http_500", "times": 5})
    (menu,) = await family.room.say(ANNA, "/menu", intent=MENU)
    climate = await tapped(family, ANNA, menu, "Climate")
    more = await tapped(family, ANNA, climate, "More")

    assert "Fridge on" in more.labels


async def test_guest_sees_the_guests_menu_and_a_button_runs_the_policy(family):
    (menu,) = await family.room.say(MIA, "/menu", intent=MENU)
    charging = await tapped(family, MIA, menu, "Charging")
    (answer,) = await family.room.tap(MIA, charging, "Time to full")

    groups = ["🚗 The car", "⚡ Charging", "🌡 Climate", "🔒 Doors", "👥 Family", "🔧 Account"]
    assert menu.labels == groups
    assert charging.labels == ["Charging", "Time to full", "Find a charger", "◀ Back"]
    assert not answer.edit
    assert answer.text


async def test_risky_button_still_asks(family):
    (menu,) = await family.room.say(ANNA, "/menu", intent=MENU)
    doors = await tapped(family, ANNA, menu, "Doors")
    (asked,) = await family.room.tap(ANNA, doors, "Unlock")

    assert asked.is_question


async def test_help_and_start_offer_the_menu(family):
    (helped,) = await family.room.say(ANNA, "help")
    (greeted,) = await family.room.say(ANNA, "/start")
    (menu,) = await family.room.tap(ANNA, helped, "Menu")

    assert "Menu" in greeted.labels
    assert menu.text.startswith("<b>What about #1?")


async def test_group_is_offered_nothing_private(family):
    (menu,) = await family.room.say(ANNA, "/menu", chat=FAMILY, intent=MENU)

    assert "🔧 Account" not in menu.labels
