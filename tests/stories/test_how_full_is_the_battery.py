"""A question is answered with the level, its age, and only one request to the cloud."""

from tests.driver import ONE, Demo


def status_requests(demo: Demo) -> int:
    """Count the status requests for the #1 so far."""
    asked = demo.get("/sim/cloud/requests", after=0)
    path = f"/remote-control/vehicle/status/{ONE}"
    return sum(1 for r in asked if r["path"] == path and r["method"] == "GET")


def test_battery_answer_names_level_and_age(demo: Demo) -> None:
    level = round(demo.car(ONE)["soc"])

    answer = demo.ask("anna", "How full is the battery?", r"\d+\s?%")

    assert abs(int(answer["text"].split("%")[0].split()[-1].strip("\u202f\xa0 <b>")) - level) <= 2
    assert "ago" in answer["text"] or "now" in answer["text"]


def test_second_viewer_costs_no_request(demo: Demo) -> None:
    demo.ask("anna", "How full is the battery?", r"%")
    before = status_requests(demo)

    demo.ask("ben", "how much battery is left", r"%")

    assert status_requests(demo) - before <= 1


def test_german_is_answered_in_german(demo: Demo) -> None:
    answer = demo.ask("mia", "Wie voll ist der Akku?", r"%")

    assert "Reichweite" in answer["text"] or "Akku" in answer["text"]


def test_stranger_gets_nothing(demo: Demo) -> None:
    answer = demo.ask("stranger", "How full is the battery?", r".")

    assert "%" not in answer["text"]
    assert "#1" not in answer["text"]
