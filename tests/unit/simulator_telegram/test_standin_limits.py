"""Sending limits and ordered failures."""

import pytest

from simulator.telegram.errors import ControlError
from simulator.telegram.faults import Faults, read_fault
from simulator.telegram.limits import SendLimits


def admitted(limits: SendLimits, chat: int, now: float, *, is_group: bool = False) -> bool:
    if limits.wait_s(chat, is_group=is_group, now=now):
        return False
    limits.count(chat, now)
    return True


def test_private_chat_may_burst_three_then_one_a_second() -> None:
    limits = SendLimits()

    assert [admitted(limits, 1, 0.0) for _ in range(4)] == [True, True, True, False]
    assert limits.wait_s(1, is_group=False, now=0.0) == 3.0
    assert admitted(limits, 1, 3.0)


def test_a_paced_sender_whose_requests_arrive_unevenly_is_never_refused() -> None:
    limits = SendLimits()
    arrivals = [index + (0.08 if index % 2 else 0.0) for index in range(60)]

    assert all(admitted(limits, 1, now) for now in arrivals)


def test_group_may_get_twenty_a_minute() -> None:
    limits = SendLimits()

    assert all(admitted(limits, -1, now, is_group=True) for now in range(20))
    assert limits.wait_s(-1, is_group=True, now=20.0) == 40.0


def test_thirty_a_second_over_all_chats() -> None:
    limits = SendLimits()

    assert sum(admitted(limits, chat, 0.0) for chat in range(40)) == 30
    assert admitted(limits, 99, 1.0)


def test_a_refused_message_does_not_count() -> None:
    limits = SendLimits()
    for now in (0.0, 0.0, 0.0, 1.0, 2.0):
        admitted(limits, 1, now)

    assert admitted(limits, 1, 3.0)


@pytest.mark.parametrize(
    ("body", "calls", "kinds"),
    [
        ({"kind": "500"}, [("sendmessage", 1), ("sendmessage", 1)], ["500", None]),
        ({"kind": "429", "times": 2}, [("getme", None)] * 3, ["429", "429", None]),
        ({"kind": "500", "method": "sendMessage"}, [("getme", None), ("sendmessage", 1)], 2),
        ({"kind": "blocked", "chat": 1}, [("sendmessage", 2), ("sendmessage", 1)], 2),
        ({"kind": "outage"}, [("getme", None)] * 3, ["outage"] * 3),
    ],
)
def test_faults_hit_what_they_are_meant_for(body: dict, calls: list, kinds: object) -> None:
    faults = Faults()
    faults.add(read_fault(body))
    expected = [None, body["kind"]] if kinds == 2 else kinds

    taken = [faults.take(method, chat) for method, chat in calls]

    assert [fault and fault.kind for fault in taken] == expected


def test_cleared_faults_are_gone() -> None:
    faults = Faults()
    faults.add(read_fault({"kind": "outage"}))
    faults.clear()

    assert faults.take("getme", None) is None


@pytest.mark.parametrize(
    "body", [{}, {"kind": "rain"}, {"kind": "500", "times": "x"}, {"kind": "500", "when": "never"}]
)
def test_senseless_fault_is_refused(body: dict) -> None:
    with pytest.raises(ControlError):
        read_fault(body)
