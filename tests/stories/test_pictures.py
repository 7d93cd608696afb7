"""Some answers come with a picture, drawn for the person who asked."""

from pathlib import Path

from tests.driver import Demo, Told

PNG = b"\x89PNG\r\n\x1a\n"


def picture_after(demo: Demo, who: str, said: int) -> bytes:
    """Return the picture that follows something said."""
    message: Told = demo.wait(who, lambda m: "photo" in m, after=said)
    return demo.http.get(f"/sim/telegram/files/{message['photo']['file_id']}").content


def test_tyres_are_shown(demo: Demo, artefacts: Path) -> None:
    said = demo.say("anna", "how are the tyres?")

    picture = picture_after(demo, "anna", said)

    assert picture.startswith(PNG)
    assert len(picture) > 5_000
    (artefacts / "tyres.png").write_bytes(picture)


def test_week_is_shown_with_its_bookings(demo: Demo, artefacts: Path) -> None:
    demo.ask("ben", "can I have the car tomorrow 10 to 14?", r"asked")
    said = demo.say("anna", "who has the car this week?")

    picture = picture_after(demo, "anna", said)

    assert picture.startswith(PNG)
    (artefacts / "week.png").write_bytes(picture)
