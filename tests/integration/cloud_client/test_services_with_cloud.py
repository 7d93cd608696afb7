"""Every service of an account against the stand-in: what is written is read back as meant."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest

from smartcloud import SmartCloud
from smartcloud.endpoints import endpoints
from smartcloud.exceptions import MissingSecretError, SmartCloudError, UnsupportedError
from smartcloud.models import (
    AirQuality,
    Area,
    ChargingSchedule,
    ChargingState,
    ClimateSchedule,
    Destination,
    Geofence,
    Model,
    PinState,
    PointState,
    Position,
    Region,
    SharingStatus,
)

ONE = "HESXR1C40PS000001"
FIVE = "HESYA4C40SG000005"
HOME = Position(latitude=48.1374, longitude=11.5755)


@pytest.fixture
async def anna(world):
    return await world.account("anna")


@pytest.fixture
async def one(anna, find_car):
    return await find_car(anna, ONE)


async def test_trips_with_one_grant_only(world, anna, one) -> None:
    now = world.clock.now()

    trips = await anna.trips.get_trips(one, now - timedelta(days=14), now, pause_s=0)
    again = await anna.trips.get_trips(one, now - timedelta(days=14), now, pause_s=0)

    assert trips == again
    assert trips
    assert all(a.started_at >= b.started_at for a, b in pairwise(trips))
    newest = trips[0]
    assert newest.distance_km
    assert newest.duration
    assert newest.duration > timedelta(0)
    assert newest.energy_kwh
    assert newest.start
    assert newest.end
    assert await world.count("authorization/insert") == 1
    track = await anna.trips.get_track(one, newest)
    assert len(track) >= 2
    assert track[0].latitude == pytest.approx(newest.start.latitude, abs=1e-3)
    assert track[-1].latitude == pytest.approx(newest.end.latitude, abs=1e-3)


async def test_no_trips_cost_one_grant(world, anna, one) -> None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)

    for _ in range(3):
        assert await anna.trips.get_trips(one, long_ago, long_ago + timedelta(days=1)) == ()

    assert await world.count("authorization/insert") == 1


async def test_distances(anna, one) -> None:
    status = await anna.get_status(one)

    total = await anna.trips.get_total_distance(one)
    ranking = await anna.trips.get_ranking(one, "energy", HOME)

    assert total.distance_km == pytest.approx(status.maintenance.odometer_km, abs=1)
    assert (ranking.place, ranking.participants) == (42, 100)
    assert [entry.place for entry in ranking.best] == [1, 2]


async def test_charging(world, anna, one) -> None:
    records = await anna.charging.get_records(one)
    status = await anna.charging.get_status(one)

    assert records
    assert all(r.energy_kwh and r.duration and r.average_power_kw for r in records)
    assert all(r.end_percent > r.start_percent for r in records)
    assert status.charging.state is not ChargingState.UNKNOWN
    assert status.state_of_charge_percent is not None
    assert await anna.charging.get_next_departure(one) > world.clock.now()


async def test_charging_schedule(anna, one) -> None:
    await anna.charging.set_schedule(one, time(23), time(7))
    on = await anna.charging.get_schedule(one)
    await anna.charging.set_schedule(one, time(22, 30), time(6), is_active=False)
    off = await anna.charging.get_schedule(one)

    assert on == ChargingSchedule(is_active=True, starts_at=time(23), ends_at=time(7))
    assert off == ChargingSchedule(is_active=False, starts_at=time(22, 30), ends_at=time(6))


async def test_proposed_charge_settings(world, anna, one) -> None:
    departs = (world.clock.now() + timedelta(hours=8)).replace(microsecond=0)

    await anna.charging.plan_departure(one, departs)
    await anna.charging.charge_now(one)
    await anna.charging.charge_once(one, time(1), time(5))
    await anna.charging.charge_in_cheap_hours(one, time(22), time(6), 80)

    plan = await anna.charging.get_travel_plan(one)
    assert plan.departs_at == departs
    assert (await anna.charging.get_settings(one, "3")).values["targetSoc"] == "80"
    assert (await anna.charging.get_settings(one, "2")).values["startTime"] == "01:00"
    assert (await anna.charging.get_settings(one, "1")).variant == "1"


async def test_reservation_and_climate_schedule(anna, one) -> None:
    assert await anna.charging.get_reservations(one) == ()
    assert await anna.charging.get_climate_schedules(one) == ()

    await anna.charging.set_reservation(one, time(22), time(6), 80)
    await anna.charging.set_climate_schedule(one, time(7, 30), 21.5)

    (reservation,) = await anna.charging.get_reservations(one)
    assert (reservation.is_active, reservation.target_percent) == (True, 80)
    assert (reservation.starts_at, reservation.ends_at) == (time(22), time(6))
    assert await anna.charging.get_climate_schedules(one) == (
        ClimateSchedule(
            schedule_id="1",
            is_enabled=True,
            starts_at=time(7, 30),
            temperature_c=21.5,
            duration=30,
        ),
    )


async def test_direct_current_of_a_five(world, anna, find_car) -> None:
    five = await find_car(anna, FIVE)
    charge = {"soc": 30, "plugged": True, "charger_kw": 150, "charging": True}
    await world.control("PATCH", f"cars/{FIVE}", charge)
    await world.control("POST", "clock", {"advance_s": 120})

    dc = await anna.get_dc_charging(five)

    assert dc == await anna.charging.get_dc(five)
    assert dc.power_kw == pytest.approx(150, rel=0.1)


async def test_places(anna, one) -> None:
    await anna.places.send_to_car(
        one, Destination(latitude=48.1, longitude=11.5, name="Marienplatz", address="München")
    )
    fence = Geofence(
        geofence_id="", name="Home", latitude=48.1, longitude=11.5, radius_m=500, is_enabled=True
    )
    fence_id = await anna.places.create_geofence(one, fence)
    (made,) = await anna.places.get_geofences(one)

    assert (made.geofence_id, made.name, made.radius_m) == (fence_id, "Home", 500)
    assert made.ends_at == time(23, 59)

    await anna.places.change_geofence(
        one, Geofence(geofence_id=fence_id, name="Work", latitude=1, longitude=2, radius_m=100)
    )
    newest = await anna.places.get_newest_geofence(one)
    assert newest
    assert (newest.name, newest.latitude, newest.radius_m) == ("Work", 1, 100)

    await anna.places.remove_geofence(one, fence_id)
    assert await anna.places.get_geofences(one) == ()
    assert await anna.places.get_favourites() == ()


async def test_surroundings(anna) -> None:
    weather = await anna.places.get_weather(HOME)
    city = await anna.places.get_city(HOME)

    assert weather.temperature_c is not None
    assert 0 < weather.humidity_percent <= 100
    assert weather.updated_at
    assert city
    assert await anna.places.get_air_quality(city) == AirQuality(index=42, pm25_ug_per_m3=9)
    (dealer,) = await anna.places.get_dealers(HOME)
    assert (dealer.name, dealer.latitude) == ("Example Dealer", 48.15)


async def test_care(world, anna, one) -> None:
    software = await anna.care.get_software(one)
    equipment = await anna.care.get_equipment(one)

    assert software.has_update
    assert software.notes.keys() == {"en-GB", "de"}
    assert (equipment.model, equipment.has("seat_heating"), equipment.has("fragrance")) == (
        Model.ONE,
        True,
        False,
    )
    assert equipment.edition
    assert equipment.side_picture
    assert [fault.code for fault in await anna.care.get_faults(one)] == ["P0000"]
    assert [n.version for n in await anna.care.get_software_notices(one)] == ["1.6.0"]
    assert (await anna.care.get_data_volume()).total_mb == 3072
    assert (await anna.care.get_fragrance(one)).is_active is False
    assert await anna.care.get_messages(one) == ()
    with pytest.raises(UnsupportedError):
        await anna.care.get_locker(one)


async def test_software_of_a_five_is_unknown(anna, find_car) -> None:
    five = await find_car(anna, FIVE)

    software = await anna.care.get_software(five)

    assert (software.current_version, software.has_update) == (None, None)


async def test_life_of_a_sharing(world, anna, one) -> None:
    ben = await world.account("ben")
    now = world.clock.now()

    assert (await anna.sharing.check_acceptor(one, "ben@example.com")).is_eligible
    made = await anna.sharing.invite(one, "ben@example.com", now, now + timedelta(days=2))
    assert made
    assert made.status is SharingStatus.PENDING
    assert made.rights
    assert (await anna.sharing.get_decision(made.sharing_id)).is_finished is False

    accepted = await ben.sharing.accept(made.sharing_id)
    assert accepted
    assert accepted.status in (SharingStatus.ACCEPTED, SharingStatus.IN_PROGRESS)
    assert [s.sharing_id for s in await anna.sharing.get_given()] == [made.sharing_id]
    assert [s.sharing_id for s in await ben.sharing.get_received()] == [made.sharing_id]
    shared = await ben.sharing.get_car_status(made.sharing_id)
    assert shared
    assert shared.state_of_charge_percent is not None
    assert (await ben.sharing.get_limits(made.sharing_id)).ends_at == made.ends_at
    longer = await anna.sharing.extend(made.sharing_id, now + timedelta(days=3))
    assert longer
    assert longer.ends_at > made.ends_at

    await anna.sharing.force_finish(made.sharing_id)
    assert [s.sharing_id for s in await anna.sharing.get_given(is_past=True)] == [made.sharing_id]
    await anna.sharing.delete_past([made.sharing_id])
    assert await anna.sharing.get_given(is_past=True) == ()


async def test_small_reads_of_sharing(anna, one) -> None:
    assert [car.vin for car in await anna.sharing.get_shareable_cars()][:1] == [ONE]
    assert await anna.sharing.get_platform(one) == "v2"
    assert await anna.sharing.upload_file("a.txt", "YQ==") == "https://example.invalid/f/1"
    assert await anna.sharing.is_task_finished("t-1")


async def test_people(anna, one) -> None:
    member = await anna.people.get_member()

    assert member
    assert member.user_id == anna.tokens.user_id
    assert repr(member) == "Member(...)"
    assert await anna.people.get_pin_state() == PinState(is_set=True, is_enabled=True)
    assert (await anna.people.check_pin("digest")).is_right
    assert await anna.people.invite(one, "mia@example.com") == "inv-1"
    assert {s.kind for s in await anna.people.get_switches()} >= {"CHARGING", "SECURITY"}
    assert await anna.people.get_language() == "en"
    assert await anna.people.is_granted(one, "travelLogBusiCode") is False
    await anna.people.set_grant(one, "travelLogBusiCode", is_granted=True)
    assert await anna.people.is_granted(one, "travelLogBusiCode")
    assert set(await anna.people.export(one)) == {"member", "notifications", "grants", "language"}
    with pytest.raises(ValueError, match="not confirmed"):
        await anna.people.delete_account(confirmed_user_id="somebody else")


async def test_profile_of_either_market(world, anna) -> None:
    abroad = await world.account("anna_abroad")

    assert await anna.people.get_profile()
    assert await abroad.people.get_profile()
    assert await abroad.people.get_owned_cars()
    with pytest.raises(UnsupportedError):
        await anna.people.get_owned_cars()


async def test_keys(anna, one) -> None:
    (key, *_) = await anna.keys.get_all(one)

    assert key.vin
    assert await anna.keys.get_state(key.key_id)
    assert isinstance(await anna.keys.get_uses(one), tuple)
    assert isinstance(await anna.keys.get_owners(one), tuple)


async def test_stations(world, anna) -> None:
    area = Area(north=48.2, west=11.5, south=48.1, east=11.7)

    found = await anna.stations.search(area)
    stations = await anna.stations.get_details([place.pool_id for place in found.places])
    points = [point for station in stations for point in station.points]
    states = await anna.stations.get_availability([point.point_id for point in points])
    (tariff, *_) = await anna.stations.get_tariffs()
    prices = await anna.stations.get_prices(
        tariff.tariff_id, [(point.point_id, bool(point.is_dc), point.power_kw) for point in points]
    )

    assert len(found.places) == len(stations) == 4
    assert {point.plug for point in points} == {"CCS", "TYP2"}
    assert all(station.address and station.operator for station in stations)
    assert {state.state for state in states} <= set(PointState)
    assert all(state.updated_at for state in states)
    assert {price.per_kwh for price in prices} == {0.48, 0.69}
    assert await world.count("oauth2/token") == 1


async def test_a_missing_secret_is_named(world, anna) -> None:
    bare = SmartCloud(
        world.http, clock=world.clock.now, wall_clock=world.clock.now, base_url=None
    ).open_account(anna.tokens, on_tokens=None)

    with pytest.raises(MissingSecretError, match="DCS_COMPANY_CODE"):
        await bare.call("dcs_tariffs")
    with pytest.raises(MissingSecretError, match="DCS_CLIENT_ID"):
        await bare.stations.get_availability(["x"])
    with pytest.raises(MissingSecretError, match="XS_SIGN_SECRET"):
        await bare.call("vc_owned_cars_eu", body={})


SAMPLES = {
    "mobile": "000",
    "mobilePhone": "000",
    "id": "1",
    "token": "t",
    "type": "x",
    "appId": "a",
    "sessionId": "s",
    "fid": "f",
    "deviceId": "d",
    "targetId": "t",
    "targetClient": "c",
    "collectionId": "c",
    "invatationId": "i",
    "oemGroupId": "g",
    "oemId": "o",
    "evcoId": "e",
    "contractId": "c",
    "tariffId": "t",
    "stamp": "1",
    "name": "x",
    "keyId": "k",
    "APIKey": "k",
    "api_key": "k",
    "dynamic URL": "x",
}


@pytest.mark.parametrize("region", list(Region))
async def test_every_endpoint_of_the_catalogue_can_be_called(world, region: Region) -> None:
    """Whatever the answer, it is decoded or an error of the family."""
    account = await world.account("anna" if region is Region.EU else "anna_abroad")
    (car, *_) = await account.get_vehicles()
    ending = ("session_end", "iam_log_out", "iam_close_account", "erase_account", "key_file")
    answered = 0
    for name, endpoint in endpoints().items():
        if region not in endpoint.regions or name.startswith(ending):
            continue
        params = {key: value for key, value in SAMPLES.items() if f"{{{key}}}" in endpoint.path}
        body = None if endpoint.method == "GET" else {}
        try:
            await account.call(name, params=params, body=body, vehicle=car, timeout_s=5)
        except SmartCloudError:
            continue
        answered += 1

    assert answered > 120


async def test_identity_abroad(world) -> None:
    abroad = await world.account("anna_abroad")

    assert await abroad.identity.is_email_known("anna@example.org") is not None
    await abroad.identity.send_email_code("anna@example.org")
    assert await abroad.identity.check_email_code("anna@example.org", "000000") is not None
    await abroad.identity.link_google("EXAMPLE")
    await abroad.identity.unlink_google()


async def test_plug_and_charge(anna) -> None:
    (contract, *_) = await anna.stations.get_contracts("EXAMPLE")

    assert await anna.stations.has_plug_and_charge(contract.contract_id)
    await anna.stations.switch_plug_and_charge("EXAMPLE", contract.evco_id, is_enabled=False)
    await anna.stations.end_plug_and_charge(contract.contract_id)
