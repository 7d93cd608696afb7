"""The oracle sees what it is there for."""

from dataclasses import replace

import pytest

from tests.rig.oracle import Life, Owed, judge
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

    assert (verdict.missing, verdict.sent_again, verdict.silent_repeats) == (lost, again, silent)


AGAIN = replace(MARKED, at=9.0, by=1)
OTHER = Life(1, 0.0)


@pytest.mark.parametrize(
    ("lives", "needless"),
    [
        pytest.param([Life(0, 0.0), OTHER], (LEFT,), id="nobody was hit"),
        pytest.param([Life(0, 0.0, killed_at=5.0), OTHER], (), id="the first was killed"),
        pytest.param([Life(0, 0.0, killed_at=20.0), OTHER], (LEFT,), id="killed, but later"),
        pytest.param(
            [Life(0, 0.0), Life(0, 2.5, killed_at=5.0), OTHER], (LEFT,), id="its successor was"
        ),
        pytest.param([Life(0, 0.0, slept=[(1.5, 8.0)]), OTHER], (), id="the first slept"),
        pytest.param([Life(0, 0.0), Life(1, 0.0, slept=[(0.5, 8.9)])], (), id="the second slept"),
        pytest.param([Life(0, 0.0), Life(1, 0.0, killed_at=9.0)], (LEFT,), id="of no use here"),
    ],
)
def test_repeats_need_a_reason(lives: list[Life], needless: tuple[Owed, ...]) -> None:
    verdict = judge((LEFT, CAME), [EXIT, AGAIN, ENTER], {}, [], lives)

    assert verdict.needless_repeats == needless


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
