"""Ben asks for the car and Anna approves; a friend asks on Smart's platform."""

import time

from tests.driver import ONE, Demo


def test_ben_asks_anna_approves_and_an_overlap_is_refused_with_free_times(demo: Demo) -> None:
    after = demo.last_message_id("anna")
    said = demo.say("ben", "can I have the car Saturday 10 to 2?")
    demo.wait("ben", r"ask|owner|Anna", after=said)

    request = demo.wait("anna", r"Ben.*(10|Sat)", after=after)
    demo.tap("anna", request, "Approve")

    demo.wait("ben", r"approved|yours|have the car|said yes", after=said)
    edited = demo.wait("anna", r"approved|said yes", after=after)
    assert edited["message_id"] == request["message_id"]
    assert "Approve" not in str(edited.get("buttons", ""))

    said = demo.say("ben", "can I have the car Saturday 11 to 13?")

    answer = demo.wait("ben", r"taken|booked|free", after=said)

    assert "14" in answer["text"] or "2:00" in answer["text"]


def test_request_on_smarts_platform_can_be_approved_here(demo: Demo) -> None:
    after = demo.last_message_id("anna")
    sharing = demo.post("/sim/cloud/sharing/requests", {"vin": ONE, "name": "Carla"})

    for _ in range(8):
        demo.advance(300)
        if any("Carla" in m.get("text", "") for m in demo.transcript("anna")):
            break
        time.sleep(1.5)  # a tick of the worker
    request = demo.wait("anna", r"Carla", after=after, seconds=30)
    demo.tap("anna", request, "Approve")

    demo.wait("anna", r"approved|said yes", after=after)
    assert sharing["sharingId"]
