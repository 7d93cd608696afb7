"""A public client of the real cloud works against the stand-in with only its addresses changed."""

import pytest
from pysmarthashtag.control.climate import HeatingLocation
from pysmarthashtag.models import SmartAPIError

ONE, THREE, FIVE = "HESXR1C40PS000001", "HESCA4C41PS000003", "HESYA4C40SG000005"


@pytest.fixture
async def anna(log_in):
    """Anna's account in the peer, logged in and refreshed once."""
    return await log_in("anna@example.com", "Anna-drives-1")


async def test_peer_reads_both_cars_of_an_account(stand, anna):
    car = await stand.control("GET", f"cars/{ONE}")

    one, five = anna.vehicles[ONE], anna.vehicles[FIVE]

    assert set(anna.vehicles) == {ONE, FIVE}
    assert one.battery.remaining_battery_percent.value == round(car["soc"])
    assert five.battery.remaining_battery_percent.value == 48
    assert one.battery.charging_target_soc.value == 80
    assert one.safety.central_locking_status == 2
    assert one.state.journal_log_state == 1
    assert one.climate.pre_climate_active is False
    assert one.maintenance.main_battery_voltage.value > 12
    assert [round(t.value) for t in one.tires.tire_pressure] == [242, 242, 242, 242]
    assert one.position.latitude / 3_600_000 == pytest.approx(car["latitude"], abs=1e-5)
    assert (one.data["ota"]["current_version"], "ota" in five.data) == ("smart OS 1.5.2 EU", False)


async def test_peer_reads_bens_three(log_in):
    ben = await log_in("ben@example.com", "Ben-drives-3")

    assert set(ben.vehicles) == {THREE}
    assert ben.vehicles[THREE].battery.remaining_battery_percent.value == 71
    assert ben.vehicles[THREE].state.journal_log_state == 0


async def test_peer_reads_its_last_trip_and_the_points_of_it(anna):
    trip = anna.vehicles[ONE].last_trip

    points = await anna.get_trip_trackpoints(
        ONE, int(trip.start_time.timestamp() * 1000), int(trip.end_time.timestamp() * 1000)
    )

    assert trip.distance.value > 5
    assert trip.total_trips == 24
    assert len(points.points) > 30
    assert points.points[0].lat == pytest.approx(trip.start_position[0] / 3_600_000)
    assert points.points[-1].lat == pytest.approx(trip.end_position[0] / 3_600_000)


async def test_peer_sees_a_dc_charge_of_the_five_as_the_car_has_it(stand, anna):
    await stand.control("PATCH", f"cars/{FIVE}", {"charger_kw": 200, "plugged": True})
    await anna.get_vehicles()

    car, battery = await stand.control("GET", f"cars/{FIVE}"), anna.vehicles[FIVE].battery

    assert battery.charging_status == "DC_CHARGING"
    assert battery.charging_power.value == pytest.approx(car["power_kw"] * 960, rel=0.02)
    assert battery.charging_time_remaining.value == pytest.approx(car["minutes_to_full"], abs=2)


async def test_peer_sees_an_ac_charge_of_the_one_and_its_end(stand, anna):
    await stand.control("PATCH", f"cars/{ONE}", {"plugged": True})
    await anna.get_vehicles()
    charging = anna.vehicles[ONE].battery
    assert charging.charging_status == "CHARGING"
    assert charging.charging_power.value == pytest.approx(11_000, rel=0.02)

    stand.clock.advance(charging.charging_time_remaining.value * 60 + 120)
    await anna.get_vehicles()

    ended = anna.vehicles[ONE].battery
    assert ended.remaining_battery_percent.value == 80
    assert ended.charging_status == "NOT_CHARGING"
    assert ended.charger_connection_status == 2


async def test_peer_commands_are_done_later_and_then_seen(stand, anna):
    one = anna.vehicles[ONE]
    assert await one.door_lock_control.unlock()
    await anna.get_vehicles()
    assert one.safety.central_locking_status == 2

    stand.clock.advance(25)
    assert await one.climate_control.set_climate_conditioning(22.0, True)
    stand.clock.advance(25)
    assert await one.charging_control.set_charging_limit(90)
    stand.clock.advance(25)
    assert await one.window_control.set_ventilation(True)
    stand.clock.advance(25)
    await anna.get_vehicles()

    assert one.safety.central_locking_status == 0
    assert one.climate.pre_climate_active is True
    assert one.battery.charging_target_soc.value == 90
    assert one.climate.window_driver_status == 1
    assert (await stand.control("GET", f"cars/{ONE}"))["target_temperature_c"] == 22.0


async def test_peer_heats_several_seats_of_the_five_one_request_each(stand, anna):
    five = anna.vehicles[FIVE]
    levels = {HeatingLocation.DRIVER_SEAT: 2, HeatingLocation.PASSENGER_SEAT: 1}

    assert await five.climate_control.set_heating(True, levels)
    stand.clock.advance(25)

    seats = (await stand.control("GET", f"cars/{FIVE}"))["seat_heating"]
    assert (seats["driver"], seats["passenger"]) == (2, 1)


async def test_peer_recovers_from_expired_tokens_by_its_ladder(stand, anna):
    await stand.control("POST", "sessions/expire", {"oauth": True})

    await anna.get_vehicles()

    stats = await stand.control("GET", "stats")
    assert anna.vehicles[ONE].battery.remaining_battery_percent.value == 62
    assert stats["by_path"]["/accounts.login"] == 1


async def test_peer_sends_a_destination(stand, anna):
    assert await anna.send_destination_to_car(ONE, 48.137154, 11.576124, "Marienplatz", "München")

    sent = (await stand.control("GET", f"cars/{ONE}"))["destination"]
    assert (sent["lat"], sent["name"], sent["address"]) == (48.137154, "Marienplatz", "München")


async def test_peer_is_told_a_wrong_password(log_in):
    with pytest.raises(SmartAPIError, match="403042"):
        await log_in("nobody@example.com", "wrong")
