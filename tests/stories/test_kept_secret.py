"""After a demo nothing private stands readable in its files, and a bad database is said plainly."""

import base64
from pathlib import Path

from tests.driver import FIVE, ONE, SYDNEY_THREE, Demo


def test_no_secret_in_database_or_log(demo: Demo, demo_data: Path) -> None:
    demo.ask("anna", "/status", r"%")
    demo.say("anna", "where is the car?")
    car = demo.car(ONE)
    words = [ONE, FIVE, SYDNEY_THREE, "anna@example.com", "anna@example.org", "Anna-drives"]
    words += [f"{car['latitude']:.4f}", str(round(car["latitude"] * 3_600_000))[:6], "st2.s."]

    found = []
    for path in demo_data.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for word in words:
                clear = word.encode()
                forms = {clear, base64.b64encode(clear)[:-4], clear.hex().encode()}
                found += [(path.name, word) for form in forms if form and form in content]

    assert found == []
