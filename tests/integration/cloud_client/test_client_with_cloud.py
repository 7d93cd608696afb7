"""Log in to both clouds, read every model, command it, and see the car do it."""

from typing import Any

import pytest

from smartcloud import is_confirmed
from smartcloud.exceptions import (
    AuthenticationError,
    CloudUnavailableError,
    CommandBusyError,
    CommandResultUnknownError,
    RateLimitError,
)
from smartcloud.models import ChargingState, LockState, Model, Region, SharingStatus

ONE, FIVE = "HESXR1C40PS000001", "HESYA4C40SG000005"
THREE, THREE_ABROAD = "HESCA4C41PS000003", "HESCB4C43RS000009"
OWNERS = {ONE: "anna", FIVE: "anna", THREE: "ben", THREE_ABROAD: "anna_abroad"}


@pytest.mark.parametrize(
    ("who", "region", "cars"),
    [
        ("anna", Region.EU, {ONE: Model.ONE, FIVE: Model.FIVE}),
        ("ben", Region.EU, {THREE: Model.THREE}),
        ("anna_abroad", Region.INTL, {THREE_ABROAD: Model.THREE}),
    ],
)
async def test_log_in_and_list(world, who, region, cars) -> None:
    account = await world.account(who)

    found = await account.get_vehicles()

    assert {car.vin: car.model for car in found} == cars
    assert {car.region for car in found} == {region}


@pytest.mark.parametrize("who", ["anna", "anna_abroad"])
async def test_wrong_password(world, who) -> None:
    region, email = (
        (Region.EU, "anna@example.com") if who == "anna" else (Region.INTL, "anna@example.org")
    )

    with pytest.raises(AuthenticationError):
        await world.client.log_in(region, email, "not-the-password")


@pytest.mark.parametrize("vin", OWNERS)
async def test_status_says_what_the_car_is(world, find_car, vin) -> None:
    account = await world.account(OWNERS[vin])
    car = await find_car(account, vin)
    before = await world.count("session/update")

    status = await account.get_status(car)
    truth = await world.control("GET", f"cars/{vin}")

    assert status.vin == vin
    assert status.unknown_codes == ()
    assert status.updated_at is not None
    assert status.battery.state_of_charge_percent == pytest.approx(truth["soc"], abs=1)
    assert (status.access.lock_state is LockState.LOCKED) is truth["locked"]
    assert status.charging.is_plugged is truth["plugged"]
    assert status.position.latitude == pytest.approx(truth["latitude"], abs=1e-3)
    assert status.position.longitude == pytest.approx(truth["longitude"], abs=1e-3)
    assert status.maintenance.odometer_km == pytest.approx(truth["odometer_km"], abs=1)
    assert status.tyres.driver.pressure_kpa == pytest.approx(truth["tyres"]["driver"], abs=10)
    assert status.access.doors.all_closed
    assert await world.count("session/update") == before  # one request for one status


@pytest.mark.parametrize("vin", OWNERS)
async def test_limit_and_flags(world, find_car, vin) -> None:
    account = await world.account(OWNERS[vin])
    car = await find_car(account, vin)

    limit = await account.get_charge_limit(car)
    flags = await account.get_state_flags(car)

    assert limit.percent == (await world.control("GET", f"cars/{vin}"))["charge_limit"]
    assert flags.is_journal_on is not None
    assert flags.power_mode is not None


async def confirmed(world, account, car, name: str, arguments: dict[str, Any]) -> bool | None:
    """Send a command and look at newer frames until one tells."""
    before = await account.get_status(car)
    await account.send_command(car, name, arguments)
    answer = None
    for _ in range(12):
        await world.control("POST", "clock", {"advance_s": 5})
        status = await account.get_status(car)
        limit = await account.get_charge_limit(car) if name == "set_charge_limit" else None
        answer = is_confirmed(name, arguments, before, status, limit, model=car.model)
        if answer:
            break
    await world.control("POST", "clock", {"advance_s": 15})
    return answer


@pytest.mark.parametrize("vin", OWNERS)
async def test_commands_are_confirmed_by_a_newer_status(world, find_car, vin) -> None:
    account = await world.account(OWNERS[vin])
    car = await find_car(account, vin)
    await world.control("PATCH", f"cars/{vin}", {"soc": 40, "plugged": True, "charger_kw": 11})
    await world.control("POST", "clock", {"advance_s": 60})
    commands: list[tuple[str, dict[str, Any]]] = [
        ("unlock", {}),
        ("open_trunk", {}),
        ("lock", {}),
        ("climate_on", {"temperature": 22.5}),
        ("set_seat_heating", {"seat": "passenger", "level": 2}),
        ("set_seat_heating", {"seat": "passenger", "level": "off"}),
        ("set_steering_heating", {"level": 1}),
        ("set_steering_heating", {"level": "off"}),
        ("climate_off", {}),
        ("defrost", {}),
        ("set_charge_limit", {"percent": 90}),
        ("stop_charging", {}),
        ("start_charging", {}),
        ("open_windows", {}),
        ("close_windows", {}),
    ]

    outcomes = [
        (name, arguments, await confirmed(world, account, car, name, arguments))
        for name, arguments in commands
    ]

    assert outcomes == [(name, arguments, True) for name, arguments in commands]


async def test_find_car_is_accepted(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)

    receipt = await account.send_command(car, "find_car", {"mode": "both"})

    assert receipt.command == "find_car"


async def test_second_command_at_once_is_lost(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)
    await account.send_command(car, "lock")

    with pytest.raises(CommandBusyError):
        await account.send_command(car, "unlock")


async def test_dc_charging_of_a_five(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, FIVE)
    await world.control(
        "PATCH", f"cars/{FIVE}", {"soc": 30, "plugged": True, "charger_kw": 150, "charging": True}
    )
    await world.control("POST", "clock", {"advance_s": 60})

    charging = (await account.get_status(car)).charging

    assert (charging.state, charging.is_dc) == (ChargingState.CHARGING, True)


async def test_restart_keeps_the_session(world, find_car) -> None:
    first = await world.account("anna")
    car = await find_car(first, ONE)
    logins = await world.count("accounts.login")

    again = world.open(first.tokens)

    assert (await again.get_status(car)).vin == ONE
    assert await world.count("accounts.login") == logins


@pytest.mark.parametrize("who", ["anna", "anna_abroad"])
async def test_expired_session_is_renewed_without_a_password(world, find_car, who) -> None:
    account = await world.account(who)
    car = (await account.get_vehicles())[0]
    await world.control(
        "POST",
        "faults",
        {"match": "/remote-control/vehicle/status", "kind": "code_1402", "times": 1},
    )

    status = await account.get_status(car)

    assert status.vin == car.vin
    assert world.stored[-1].session_token == account.tokens.session_token
    assert await world.count("accounts.login") <= 1


async def set_fault(world, kind: str) -> None:
    # A kept connection that breaks is tried once more by the network library.
    times = 2 if kind == "reset" else 1
    fault = {"match": "/remote-control/vehicle/status", "kind": kind, "times": times}
    await world.control("POST", "faults", fault)


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("http_500", CloudUnavailableError),
        ("html_503", CloudUnavailableError),
        ("http_403", RateLimitError),
        ("http_429", RateLimitError),
        ("truncated", CloudUnavailableError),
        ("reset", CloudUnavailableError),
        ("timeout", CloudUnavailableError),
        ("endless", CloudUnavailableError),
    ],
)
async def test_fault_that_a_caller_sees(world, find_car, kind, error) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)
    await set_fault(world, kind)

    with pytest.raises(error):
        await account.get_status(car, timeout_s=1.0)

    await world.control("DELETE", "faults")
    assert (await account.get_status(car)).battery.state_of_charge_percent is not None


@pytest.mark.parametrize(
    "kind", ["code_1402", "code_1501", "code_4038", "code_8006", "wrong_types", "nan", "stale"]
)
async def test_fault_that_a_caller_does_not_see(world, find_car, kind) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)
    await set_fault(world, kind)

    assert (await account.get_status(car)).vin == ONE


async def test_lost_answer_of_a_command_is_not_repeated(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)
    await world.control(
        "POST",
        "faults",
        {"match": "/remote-control/vehicle/telematics", "kind": "reset", "times": 1},
    )

    with pytest.raises(CommandResultUnknownError):
        await account.send_command(car, "lock")
    assert await world.count("PUT") <= 1


async def test_sharing_request_is_decided(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)
    await world.control("POST", "sharing/requests", {"vin": ONE, "name": "Mia"})

    (sharing,) = [one for one in await account.get_sharings(car) if one.is_request]
    await account.decide_sharing(car, sharing.sharing_id, True)

    decided = {one.sharing_id: one.status for one in await account.get_sharings(car)}
    assert decided[sharing.sharing_id] in (SharingStatus.ACCEPTED, SharingStatus.IN_PROGRESS)


async def test_log_out_ends_the_session(world, find_car) -> None:
    account = await world.account("anna")
    car = await find_car(account, ONE)
    token = account.tokens.session_token

    await account.log_out()
    await account.get_status(car)  # renewed: the account's own token still lives

    assert account.tokens.session_token != token
