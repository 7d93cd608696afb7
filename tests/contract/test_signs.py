"""Every sign in the texts can be drawn by the demo's page, also without an emoji font."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SIGN = re.compile("[\U0001f000-\U0001faff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff]")


def test_page_draws_every_sign_of_the_texts() -> None:
    drawn = (ROOT / "simulator" / "telegram" / "page" / "signs.js").read_text()
    texts = "".join(path.read_text() for path in (ROOT / "bot" / "texts").rglob("*.ftl"))

    used = set(SIGN.findall(texts))

    assert len(used) > 20
    assert {sign for sign in used if sign not in drawn} == set()
