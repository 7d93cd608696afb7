"""Further commands against the stand-in: sent, carried out, and visible in a newer status."""

import pytest

from smartcloud.commands import is_confirmed

ONE, FIVE = "HESXR1C40PS000001", "HESYA4C40SG000005"


@pytest.mark.parametrize(
    ("vin", "name", "arguments"),
    [
        (ONE, "lock_trunk", {}),
        (ONE, "open_sunshade", {}),
        (ONE, "lower_windows", {}),
        (ONE, "defrost_off", {}),
        (FIVE, "defrost_off", {}),
        (FIVE, "open_charging_lid", {}),
        (FIVE, "set_seat_ventilation", {"seat": "driver", "level": 3}),
    ],
)
async def test_confirmed_by_a_newer_status(world, find_car, vin, name, arguments) -> None:
    account = await world.account("anna")
    car = await find_car(account, vin)
    before = await account.get_status(car)

    await account.send_command(car, name, arguments)
    await world.control("POST", "clock", {"advance_s": 60})

    after = await account.get_status(car)
    assert is_confirmed(name, arguments, before, after, model=car.model) is True


async def test_recording_of_trips_is_confirmed_by_the_flags(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)

    await account.send_command(car, "stop_recording_trips")
    await world.control("POST", "clock", {"advance_s": 60})

    flags = await account.get_state_flags(car)
    assert is_confirmed("stop_recording_trips", {}, None, None, flags=flags) is True
