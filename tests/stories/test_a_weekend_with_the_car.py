"""A family's weekend: another time, the car taken and brought back, a guest, and who is out."""

import re

from tests.driver import Demo


def test_another_time_is_written_taken_and_shown(demo: Demo) -> None:
    after = demo.last_message_id("anna")
    demo.ask("ben", "/book", r"When do you need it")
    said = demo.say("ben", "tomorrow 10 to 2")
    demo.wait("ben", r"I asked for you", after=said)
    request = demo.wait("anna", r"Ben asks for", after=after)

    demo.tap("anna", request, "Another time")
    demo.wait("anna", r"Which time instead", after=after)
    demo.ask("anna", "tomorrow 15 to 18", r"I proposed .*15:00–18:00|I proposed .*3:00")
    proposal = demo.wait("ben", r"Anna proposes another time", after=said)
    demo.tap("ben", proposal, "Take it")

    demo.wait("ben", r"Agreed", after=said)
    week = demo.ask("anna", "who has the car tomorrow?", r"Ben\tbooked")
    assert [block["type"] for block in week["rich"]["blocks"]] == ["photo", "heading", "table"]


def test_car_is_taken_and_brought_back(demo: Demo) -> None:
    after = demo.last_message_id("anna")
    said = demo.say("ben", "can I have the car now for 2 hours?")
    request = demo.wait("anna", r"Ben asks for", after=after)
    demo.tap("anna", request, "Approve")
    demo.wait("ben", r"Ben has #1 now", after=said)
    demo.ask("anna", "/who", r"Ben has #1 until", chat="family")

    back = demo.ask("ben", "/back", r"Back")

    assert "km" in back["text"]
    demo.ask("anna", "/who", r"Nobody has #1", chat="family")


def test_guest_comes_for_one_booking_and_goes_when_removed(demo: Demo) -> None:
    wish = "invite Sam as guest now for 3 hours"
    question = demo.ask("anna", wish, r"lets Sam use #1 as a guest")
    demo.tap("anna", question, "Yes")
    link = demo.wait("anna", r"start=", after=question["message_id"] - 1)
    token = re.search(r"start=(\S+)", link["text"])
    assert token is not None
    demo.ask("stranger", f"/start {token[1]}", r"#1")
    battery = demo.ask("stranger", "how full is the battery?", r"%")
    demo.ask("stranger", "where is the car?", r"only drivers|drivers and owners|can")

    question = demo.ask("anna", "remove Sam", r"Take Sam off #1")
    demo.tap("anna", question, "Yes")
    demo.wait("anna", r"Sam", after=question["message_id"] - 1)
    said = demo.say("stranger", "how full is the battery?")
    demo.wait("stranger", lambda it: "%" not in it.get("text", ""), after=said)

    toast = demo.tap("stranger", battery, "Refresh")
    refreshed = next(
        it for it in demo.transcript("stranger") if it["message_id"] == battery["message_id"]
    )
    assert "%" not in str(toast)
    assert refreshed.get("text") == battery["text"]


def test_used_link_lets_nobody_else_in(demo: Demo) -> None:
    question = demo.ask("anna", "invite Kim as a driver", r"lets Kim drive #1")
    demo.tap("anna", question, "Yes")
    link = demo.wait("anna", r"start=", after=question["message_id"] - 1)
    token = re.search(r"start=(\S+)", link["text"])
    assert token is not None
    demo.tap("anna", link, "Withdraw")

    answer = demo.ask("stranger", f"/start {token[1]}", r"not valid any more|used already")

    assert "#1" not in answer["text"]
