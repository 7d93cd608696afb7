"""Some answers come with a picture, drawn for the person who asked."""

from pathlib import Path

from tests.driver import Demo, Told

PNG = b"\x89PNG\r\n\x1a\n"


def picture_after(demo: Demo, who: str, said: int) -> bytes:
    """Return the picture that follows something said."""
    message: Told = demo.wait(who, lambda m: files_of(m) != [], after=said)
    (file_id,) = files_of(message)
    return demo.http.get(f"/sim/telegram/files/{file_id}").content


def files_of(message: Told) -> list[str]:
    """Return the picture of a message, or the one that stands among its blocks."""
    blocks = message.get("rich", {}).get("blocks", [])
    sizes = [block["photo"][-1] for block in blocks if block["type"] == "photo"]
    return [size["file_id"] for size in [*sizes, *filter(None, [message.get("photo")])]]


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
