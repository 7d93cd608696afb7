"""`Warm up to 22` is one message that tells how far it is, and done only when the car says so."""

from tests.driver import ONE, Demo


def test_warm_up_to_22_is_confirmed_by_the_car(demo: Demo) -> None:
    said = demo.say("anna", "warm it up to 22")

    answer = demo.wait("anna", r"22\s?°C(.|\n)*confirmed", after=said, seconds=40)

    car = demo.car(ONE)
    assert car["climate"] is True
    assert car["target_temperature_c"] == 22.0
    assert answer["edited"] is True


def test_impossible_temperature_names_the_limits(demo: Demo) -> None:
    answer = demo.ask("anna", "set the temperature to 45 degrees", r"16")

    assert "30" in answer["text"]


def test_guess_becomes_a_question_and_moves_nothing(demo: Demo) -> None:
    before = len(commands(demo))

    answer = demo.ask("anna", "dont unlcok the car pls", r".")

    assert answer["text"]
    assert len(commands(demo)) == before


def test_cloud_that_is_down_is_said_plainly(demo: Demo) -> None:
    demo.post("/sim/cloud/faults", {"match": "telematics", "kind": "http_500", "times": 3})
    try:
        said = demo.say("anna", "flash the lights")
        answer = demo.wait("anna", r"cloud|know", after=said, seconds=40)
    finally:
        demo.http.delete("/sim/cloud/faults")

    assert "Traceback" not in answer["text"]


def commands(demo: Demo) -> list[dict[str, object]]:
    """Return the commands that reached the cloud."""
    asked = demo.get("/sim/cloud/requests", after=0)
    return [r for r in asked if r["method"] == "PUT" and "telematics" in r["path"]]
