"""The car leaves a fence: one alert, with the place only in private chats."""

import time

from tests.driver import ONE, Demo


def test_leaving_home_is_told_once_and_the_group_hears_no_place(demo: Demo) -> None:
    home = demo.car(ONE)
    demo.ask("anna", "/status", r"%")
    after, group_after = demo.last_message_id("anna"), demo.last_message_id("family")

    there = [home["latitude"] + 0.05, home["longitude"] + 0.03]
    demo.post(f"/sim/cloud/cars/{ONE}/drive", {"to": there, "kmh": 50})
    message = demo.wait("anna", r"left.*Home|Home.*left", after=after, seconds=60)

    assert message["buttons"]
    group = demo.wait("family", r"Home|left", after=group_after, seconds=20)
    shown = str([m for m in demo.transcript("family") if m["message_id"] > group_after])
    assert "location" not in group
    assert f"{home['latitude']:.2f}" not in shown
    time.sleep(5)
    alerts = [
        m
        for m in demo.transcript("anna")
        if m["message_id"] > after and "Home" in m.get("text", "") and "left" in m["text"].lower()
    ]
    assert len(alerts) == 1


def test_place_is_shown_as_a_native_location_to_the_asker_only(demo: Demo) -> None:
    said = demo.say("anna", "where is the car?")
    place = demo.wait("anna", lambda m: "location" in m, after=said)
    assert abs(place["location"]["latitude"] - demo.car(ONE)["latitude"]) < 0.1

    said = demo.say("anna", "@smart_companion_bot where is the car?", "family")
    demo.wait("family", lambda m: "location" in m, after=said)

    since = [m for m in demo.transcript("family") if m["message_id"] > said]
    assert {tuple(m.get("visible_to", ())) for m in since if "location" in m} == {("anna",)}
