"""Unlocking asks the same person, once, and a forged or foreign button does nothing."""

from tests.driver import ONE, Demo


def test_unlock_asks_and_then_unlocks(demo: Demo) -> None:
    demo.set_car(ONE, locked=True)

    question = demo.ask("anna", "unlock the car", r"unlock")
    assert demo.car(ONE)["locked"] is True
    demo.tap("anna", question, "unlock")

    demo.wait_for_car(ONE, lambda car: car["locked"] is False)
    demo.wait("anna", r"unlocked", after=question["message_id"] - 1, seconds=40)


def test_second_tap_does_nothing_more(demo: Demo) -> None:
    demo.set_car(ONE, locked=True)
    question = demo.ask("anna", "unlock", r"unlock")
    data = question["buttons"][0][0]["data"]
    demo.tap("anna", question, question["buttons"][0][0]["text"])
    demo.wait_for_car(ONE, lambda car: car["locked"] is False)
    demo.wait("anna", r"unlocked", after=question["message_id"] - 1, seconds=40)
    demo.set_car(ONE, locked=True)

    message = {**question, "buttons": [[{"text": "again", "data": data}]]}
    demo.post(
        f"/sim/telegram/chats/{demo.chat('anna')}/taps",
        {"from": "anna", "message_id": message["message_id"], "data": data},
    )

    demo.advance(30)
    assert demo.car(ONE)["locked"] is True


def test_confirmation_in_the_group_is_only_for_the_asker(demo: Demo) -> None:
    demo.set_car(ONE, locked=True)
    question = demo.ask("anna", "/unlock", r"unlock", chat="family")

    answer = demo.tap("ben", question, "unlock", chat="family")

    assert "Anna" in str(answer)
    demo.advance(30)
    assert demo.car(ONE)["locked"] is True


def test_forged_button_is_refused_politely(demo: Demo) -> None:
    message = demo.ask("anna", "/status", r"%")

    answer = demo.post(
        f"/sim/telegram/chats/{demo.chat('anna')}/taps",
        {"from": "anna", "message_id": message["message_id"], "data": "forged-by-somebody"},
    )

    assert answer["answer"]["text"]


def test_guest_may_not_unlock(demo: Demo) -> None:
    demo.set_car(ONE, locked=True)

    demo.ask("mia", "schließ das Auto auf", r".")

    demo.advance(30)
    assert demo.car(ONE)["locked"] is True
