"""When the charging is done, everybody who watches the car hears it once, also after a restart."""

import time

from tests.driver import ONE, Demo


def test_charge_complete_is_told_once(demo: Demo) -> None:
    demo.set_car(ONE, soc=70, plugged=True, charging=True, charge_limit=80)
    demo.advance(120)
    demo.ask("anna", "/status", r"harg")
    after = demo.last_message_id("anna")

    for _ in range(12):
        demo.advance(600)
        if told(demo, after):
            break
        wait_a_moment()

    first = demo.wait("anna", r"(charged|charging is done|finished charging)", after=after)
    assert first["buttons"]
    for _ in range(4):
        demo.advance(900)
        wait_a_moment()
    assert len(told(demo, after)) == 1


def told(demo: Demo, after: int) -> list[dict[str, object]]:
    """Return the messages that say that charging is complete."""
    words = ("charged", "charging is done", "finished charging")
    return [
        m
        for m in demo.transcript("anna")
        if m["message_id"] > after
        and m["from"] == "bot"
        and any(word in m.get("text", "").lower() for word in words)
        and "#1" in m.get("text", "")
    ]


def wait_a_moment() -> None:
    """Give the worker a second of real time, its tick."""
    time.sleep(1.2)
