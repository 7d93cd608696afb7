"""What the menu offers, as tables: by role, by what the car lacks, by the kind of chat."""

import pytest

from bot.localisation import Texts
from bot.menu import GROUPS, MOST_BUTTONS, ONLY_SAID, offered, screens
from bot.telegram.menu import commands
from intents.catalogue import ROLES, load_catalogue

CATALOGUE, TEXTS = load_catalogue(), Texts.load()


def of(role, *lacks, is_group=False):
    allowed = {it.name for it in CATALOGUE if ROLES.index(it.role) <= ROLES.index(role)}
    return offered(CATALOGUE, allowed, lacks, is_group=is_group)


def test_every_domain_and_every_intent_has_its_place():
    shown = [name for names in of("owner").values() for name in names]

    assert sorted(shown) == sorted({it.name for it in CATALOGUE} - ONLY_SAID)
    assert len(GROUPS) <= MOST_BUTTONS


@pytest.mark.parametrize(
    ("role", "lacks", "group", "names"),
    [
        ("guest", (), "charging", ("charging_status", "time_to_full", "find_charger")),
        ("guest", (), "climate", ("climate_status",)),
        ("guest", (), "alerts", None),
        ("guest", (), "places", None),
        (
            "young_driver",
            ("fridge", "fragrance", "locker"),
            "climate",
            (
                "climate_on",
                "climate_off",
                "climate_status",
                "set_seat_heating",
                "set_steering_heating",
                "defrost",
            ),
        ),
        (
            "young_driver",
            ("fragrance", "seat_heating", "steering_heating"),
            "climate",
            (
                "climate_on",
                "climate_off",
                "climate_status",
                "defrost",
                "fridge_on",
                "fridge_off",
                "locker_status",
            ),
        ),
    ],
)
def test_group_shows_what_one_may_do_with_what_the_car_has(role, lacks, group, names):
    assert of(role, *lacks).get(group) == names


def test_group_chat_is_offered_nothing_private():
    shown = of("owner", is_group=True)

    assert "account" not in shown
    assert "geofence_list" not in shown["places"]
    assert "trips" in shown["places"]


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [0]), (1, [1]), (7, [7]), (8, [6, 2]), (13, [6, 6, 1])]
)
def test_screen_has_room_for_its_own_buttons(count, sizes):
    names = [str(number) for number in range(count)]
    found = screens(names)

    assert [len(it) for it in found] == sizes
    assert [name for screen in found for name in screen] == names


@pytest.mark.parametrize(
    ("lacks", "missing"),
    [((), set()), (("seat_heating",), {"seat"}), (("fridge", "locker"), set())],
)
def test_commands_of_what_the_car_lacks_are_left_out(lacks, missing):
    def offers(lacking):
        return {
            it.command for it in commands(CATALOGUE, TEXTS, "en", is_group=False, lacks=lacking)
        }

    assert offers(()) - offers(lacks) == missing
