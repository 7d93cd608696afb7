"""Digital keys: the owner sees who holds one, and takes it back after a confirmation."""

from datetime import timedelta

from storage import members

ANNA, BEN, FAMILY = 1001, 1002, -100200300
VIN_ONE = "HESXR1C40PS000001"


async def lend_a_key(world):
    """Let somebody ask for the car on Smart's platform, and approve it: a key comes with it."""
    now = world.clock.now()
    await world.control(
        "POST",
        "/sharing/requests",
        {
            "vin": VIN_ONE,
            "name": "Paula",
            "start": now.isoformat(),
            "end": (now + timedelta(hours=3)).isoformat(),
        },
    )
    account, vehicle = await account_of(world)
    (sharing,) = await account.get_sharings(vehicle)
    await account.decide_sharing(vehicle, sharing.sharing_id, True)


async def account_of(world):
    async with world.database.reading() as tx:
        owned = await members.get_cars_of(tx, ANNA, now=world.clock.now())
    car = next(car for car, _ in owned if car.vehicle.vin == VIN_ONE)
    return await world.garage.account(car.account_id), car.vehicle


async def names_of_keys(world):
    account, vehicle = await account_of(world)
    return [key.name for key in await account.keys.get_all(vehicle)]


async def test_owner_sees_the_keys_and_revokes_one(family):
    await lend_a_key(family)

    (listed,) = await family.room.say(ANNA, "show me the digital keys")
    (asked,) = await family.room.show_all(
        await family.room.tap(ANNA, listed, "Revoke: Key of Paula"), ANNA
    )
    before = await names_of_keys(family)
    (gone,) = await family.room.tap(ANNA, asked, "Yes, revoke")

    assert listed.text.startswith("🔑 Digital keys of #1\n• Phone, in your own phone, valid, until")
    assert "• Key of Paula, lent, valid, until" in listed.text
    assert "Revoke the digital key “Key of Paula”" in asked.text
    assert before == ["Phone", "Key of Paula"]
    assert "Revoked" in gone.text
    assert await names_of_keys(family) == ["Phone"]


async def test_key_is_revoked_by_the_name_of_its_holder(family):
    await lend_a_key(family)

    (asked,) = await family.room.say(ANNA, "Revoke Paula's digital key")
    await family.room.tap(ANNA, asked, "Yes, revoke")

    assert await names_of_keys(family) == ["Phone"]


async def test_name_that_fits_no_key_is_asked_back(family):
    await lend_a_key(family)

    (which,) = await family.room.say(ANNA, "Revoke Otto's digital key")

    assert "No single key fits “Otto”" in which.text
    assert which.labels == ["🔑 Revoke: Key of Paula"]
    assert await names_of_keys(family) == ["Phone", "Key of Paula"]


async def test_own_key_cannot_be_revoked_here(family):
    (kept,) = await family.room.say(ANNA, "Revoke the digital key of Anna")

    assert "Nobody else holds a digital key" in kept.text
    assert await names_of_keys(family) == ["Phone"]


async def test_only_the_owner_and_only_in_private(family):
    (driver,) = await family.room.say(BEN, "show me the digital keys")
    (group,) = await family.room.say(ANNA, "show me the digital keys", chat=FAMILY)

    assert "owner" in driver.text
    assert "private" in group.text.lower()
