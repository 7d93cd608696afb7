"""Logging in to both clouds: secrets vanish from the chat, a wrong password is said plainly."""

import pytest

from tests.driver import Demo

ACCOUNTS = {
    "EU": ("Europe", "ben@example.com", "Ben-drives-3", "#3"),
    "INTL": ("International", "anna@example.org", "Anna-drives-9", "#3"),
}


def log_in(demo: Demo, who: str, region: str, email: str, password: str) -> tuple[int, int]:
    """Go through the conversation; return the ids of the two messages with secrets."""
    question = demo.ask(who, "/login", r"Smart account")
    demo.tap(who, question, region)
    demo.wait(who, r"e-mail", after=question["message_id"] - 1)
    email_id = demo.say(who, email)
    demo.wait(who, r"password", after=email_id)
    return email_id, demo.say(who, password)


@pytest.mark.parametrize("region", ACCOUNTS)
def test_log_in_shows_the_cars_and_deletes_the_secrets(demo: Demo, region: str) -> None:
    label, email, password, model = ACCOUNTS[region]

    secrets = log_in(demo, "ben", label, email, password)

    answer = demo.wait("ben", rf"{model}", after=secrets[1])
    assert "signed in" in answer["text"].lower() or "logged in" in answer["text"].lower()
    gone = [m for m in demo.transcript("ben") if m["message_id"] in secrets]
    assert [(m["deleted"], m.get("text")) for m in gone] == [(True, None), (True, None)]
    shown = str(demo.transcript("ben"))
    assert password not in shown
    assert email not in shown


def test_wrong_password_is_said_and_nothing_is_lost(demo: Demo) -> None:
    secrets = log_in(demo, "ben", "Europe", "ben@example.com", "not the password")

    demo.wait("ben", r"password", after=secrets[1])

    assert demo.ask("ben", "/cars", r"#")["text"]
    assert "not the password" not in str(demo.transcript("ben"))


def test_log_in_in_the_group_offers_the_private_chat(demo: Demo) -> None:
    said = demo.say("anna", "/login", "family")

    answer = demo.wait("family", r"private", after=said)

    assert "e-mail" not in answer["text"].lower()
