"""The oracle sees what it is there for."""

from dataclasses import replace

import pytest

from tests.rig.oracle import Owed, judge
from tests.rig.world import Ordered, Sent

LEFT, CAME = Owed(2001, "left", "P0x1"), Owed(2001, "come to", "P0x2")
EXIT = Sent(at=1.0, method="sendmessage", chat=2001, text="📍 <b>#1 has left P0x1.</b>")
ENTER = replace(EXIT, text="📍 <b>#1 has come to P0x2.</b>")
MARKED = replace(EXIT, text=f"{EXIT.text}\n(possibly a repeat)")
LISTING = replace(ENTER, text=f"{ENTER.text}\nPerhaps you know this already:\n• #1 has left P0x1.")
OTHER_CHAT = replace(EXIT, chat=2002)
EDIT = replace(EXIT, method="editmessagetext")


@pytest.mark.parametrize(
    ("sent", "lost", "again", "silent"),
    [
        pytest.param([EXIT, ENTER], (), 0, (), id="each once"),
        pytest.param([EXIT], (CAME,), 0, (), id="lost"),
        pytest.param([OTHER_CHAT, ENTER], (LEFT,), 0, (), id="told to somebody else"),
        pytest.param([EDIT, ENTER], (LEFT,), 0, (), id="an edit tells nobody"),
        pytest.param([EXIT, EXIT, ENTER], (), 1, (LEFT,), id="silent repeat"),
        pytest.param([EXIT, MARKED, ENTER], (), 1, (), id="marked repeat"),
        pytest.param([MARKED, ENTER], (), 0, (), id="marked and never seen before"),
        pytest.param([LISTING], (), 0, (), id="listed and never seen before"),
        pytest.param([EXIT, LISTING], (), 1, (), id="listed again"),
    ],
)
def test_alerts(
    sent: list[Sent], lost: tuple[Owed, ...], again: int, silent: tuple[Owed, ...]
) -> None:
    verdict = judge((LEFT, CAME), sent, {}, [])

    assert (verdict.lost, verdict.sent_again, verdict.silent_repeats) == (lost, again, silent)


@pytest.mark.parametrize(
    ("times", "doubles"),
    [
        pytest.param([], 0, id="never"),
        pytest.param([1.5, 5.5], 0, id="once a wish"),
        pytest.param([5.5], 0, id="one was refused"),
        pytest.param([1.5, 1.6, 5.5], 1, id="twice for one wish"),
        pytest.param([0.5], 0, id="before any wish"),
    ],
)
def test_commands(times: list[float], doubles: int) -> None:
    ordered = [Ordered(at=at, service="RDL_2") for at in times]

    assert judge((), [], {"RDL_2": [1.0, 5.0]}, ordered).double_commands == doubles
