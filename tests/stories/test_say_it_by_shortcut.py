"""Anna makes a token in the chat, and a shortcut on her phone asks and acts with it."""

from typing import Any

from tests.driver import ONE, Demo


def token(demo: Demo, button: str) -> str:
    """Have the chat make a token."""
    menu = demo.ask("anna", "/token", r"token")
    after = demo.last_message_id("anna")
    demo.tap("anna", menu, button)
    made = demo.wait("anna", r"[\w-]{43}", after=after - 1)
    return max(made["text"].replace("<", " ").replace(">", " ").split(), key=len)


def call(demo: Demo, path: str, secret: str, **body: Any) -> tuple[int, dict[str, Any]]:
    answer = demo.http.post(path, json=body, headers={"Authorization": f"Bearer {secret}"})
    return answer.status_code, answer.json()


def test_shortcut_asks_then_locks_after_a_yes_and_the_chat_shows_it(demo: Demo) -> None:
    secret = token(demo, "ask and act")
    demo.set_car(ONE, locked=False)
    demo.advance(120)
    asked = call(demo, "/v1/say", secret, text="how full is the battery?")
    wish = call(demo, "/v1/say", secret, text="lock the car")
    assert not demo.car(ONE)["locked"]
    after = demo.last_message_id("anna")
    done = call(demo, "/v1/confirm", secret, handle=wish[1]["question"]["yes"])
    again = call(demo, "/v1/confirm", secret, handle=wish[1]["question"]["yes"])

    assert (asked[0], "percent" in asked[1]["speech"]) == (200, True)
    assert (wish[0], wish[1]["state"]) == (200, "question")
    assert (done[0], done[1]["state"] in {"done", "asked"}) == (200, True)
    assert again[1]["state"] == "answered"
    demo.wait("anna", r"lock", after=after)
    demo.wait_for_car(ONE, lambda car: bool(car["locked"]))


def test_token_that_may_only_ask_moves_nothing(demo: Demo) -> None:
    secret = token(demo, "may ask")
    demo.set_car(ONE, locked=False)
    demo.advance(120)

    status, told = call(demo, "/v1/say", secret, text="lock the car")

    assert (status, told["error"]["code"]) == (403, "scope")
    assert not demo.car(ONE)["locked"]
