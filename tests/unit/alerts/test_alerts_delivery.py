"""What is told now, later or never; how fast messages may leave."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.delivery import Decision, decide, end_of_quiet, without_private_details
from alerts.limiter import SendLimiter
from alerts.models import AlertSettings, Change, Delivery, Urgency
from alerts.notifier import retry_in

NIGHT = AlertSettings(quiet_from=time(22), quiet_until=time(7))
NOON = AlertSettings(quiet_from=time(12), quiet_until=time(13, 30))


def make_delivery(**changes: object) -> Delivery:
    values: dict[str, object] = {
        "delivery_id": 1,
        "chat_id": 10,
        "car_id": 1,
        "kind": "charge_complete",
        "change": Change.OPENED,
        "urgency": Urgency.NOTICE,
        "at": NOW,
        "details": {"car": "#1"},
        "language": "en",
        "timezone": "Europe/Berlin",
        "is_group": False,
        "attempt": 1,
        "settings": NIGHT,
    }
    return Delivery(**(values | changes))  # type: ignore[arg-type]


NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # 02:00 in Berlin
MORNING = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=12)


@pytest.mark.parametrize(
    ("changes", "now", "expected"),
    [
        pytest.param({}, NOW, Decision(at=MORNING), id="notice waits for the morning"),
        pytest.param({"urgency": Urgency.INFO}, NOW, Decision(at=MORNING), id="so does info"),
        pytest.param({"urgency": Urgency.SECURITY}, NOW, Decision(), id="security wakes"),
        pytest.param({}, LATER, Decision(), id="not quiet"),
        pytest.param({"settings": AlertSettings()}, NOW, Decision(), id="no quiet hours"),
        pytest.param(
            {"timezone": "Australia/Sydney"}, NOW, Decision(), id="it is noon where the chat is"
        ),
        pytest.param({"muted_until": LATER}, NOW, Decision(dropped="muted"), id="muted"),
        pytest.param(
            {"muted_until": LATER, "urgency": Urgency.SECURITY},
            NOW,
            Decision(dropped="muted"),
            id="muted security",
        ),
        pytest.param({"muted_until": NOW}, LATER, Decision(), id="no longer muted"),
        pytest.param(
            {"settings": AlertSettings(disabled=frozenset({"charge_complete"}))},
            LATER,
            Decision(dropped="disabled"),
            id="switched off",
        ),
        pytest.param(
            {"change": Change.CLOSED, "edits": 5}, NOW, Decision(), id="an edit makes no sound"
        ),
        pytest.param(
            {"change": Change.CLOSED}, LATER, Decision(dropped="never_opened"), id="nothing to edit"
        ),
        pytest.param({}, NOW + timedelta(hours=19), Decision(dropped="too_old"), id="of yesterday"),
        pytest.param(
            {"owed_since": LATER}, LATER + timedelta(hours=7), Decision(), id="slow clock"
        ),
    ],
)
def test_decision(changes: dict[str, object], now: datetime, expected: Decision) -> None:
    assert decide(make_delivery(**changes), now) == expected


@pytest.mark.parametrize(
    ("settings", "local", "expected"),
    [
        pytest.param(NIGHT, "2026-03-02T21:59", None, id="a minute before"),
        pytest.param(NIGHT, "2026-03-02T22:00", "2026-03-03T07:00", id="the first minute"),
        pytest.param(NIGHT, "2026-03-03T06:59", "2026-03-03T07:00", id="the last minute"),
        pytest.param(NIGHT, "2026-03-03T07:00", None, id="over"),
        pytest.param(NOON, "2026-03-02T12:30", "2026-03-02T13:30", id="within a day"),
        pytest.param(NOON, "2026-03-02T01:00", None, id="outside within a day"),
        pytest.param(NIGHT, "2026-03-29T01:00", "2026-03-29T07:00", id="clocks go forward"),
        pytest.param(NIGHT, "2026-10-25T01:00", "2026-10-25T07:00", id="clocks go back"),
        pytest.param(
            AlertSettings(quiet_from=time(7), quiet_until=time(7)),
            "2026-03-02T07:00",
            None,
            id="equal times mean none",
        ),
    ],
)
def test_end_of_quiet(settings: AlertSettings, local: str, expected: str | None) -> None:
    zone = ZoneInfo("Europe/Berlin")
    now = datetime.fromisoformat(local).replace(tzinfo=zone).astimezone(UTC)

    end = end_of_quiet(settings, "Europe/Berlin", now)

    shown = None if end is None else end.astimezone(zone).strftime("%Y-%m-%dT%H:%M")
    assert shown == expected


def test_group_gets_no_place() -> None:
    details = {"car": "#1", "name": "Home", "latitude": 50.0, "longitude": 8.0, "distance_m": 9}
    private = make_delivery(details=details)
    group = make_delivery(details=details, is_group=True)

    assert without_private_details(private) == private
    assert without_private_details(group).details == {"car": "#1", "name": "Home"}


class Departures:
    """Books as fast as the limiter lets, and keeps the times."""

    def __init__(self) -> None:
        self.now = 0.0
        self.times: list[tuple[float, int]] = []
        self.limiter = SendLimiter(lambda: self.now)

    def book(self, chat_id: int, *, is_group: bool = False) -> float:
        at = self.now + self.limiter.book(chat_id, is_group=is_group)
        self.times.append((at, chat_id))
        return at

    def most_within(self, seconds: float) -> int:
        times = sorted(at for at, _ in self.times)
        return max(sum(1 for other in times if at <= other < at + seconds - 1e-6) for at in times)


def test_five_hundred_chats_are_told_in_seventeen_seconds() -> None:
    departures = Departures()

    last = max(departures.book(chat_id) for chat_id in range(500))

    assert departures.most_within(1) == 30
    assert 15 <= last <= 17


def test_one_chat_gets_one_message_a_second() -> None:
    departures = Departures()

    assert [departures.book(1) for _ in range(4)] == [0, 1, 2, 3]
    assert departures.book(2) == 0


def test_group_gets_twenty_messages_a_minute() -> None:
    departures = Departures()
    times = [departures.book(-1, is_group=True) for _ in range(41)]

    assert times[19] == 19
    assert times[20] == 60
    assert times[40] == 120


def test_blocked_chat_waits_alone() -> None:
    departures = Departures()
    departures.limiter.block(1, 30)

    assert departures.limiter.delay_s(1, is_group=False) == 30
    assert departures.limiter.delay_s(2, is_group=False) == 0
    departures.now = 31
    assert departures.limiter.delay_s(1, is_group=False) == 0


def test_limiter_forgets_silent_chats_and_still_obeys() -> None:
    departures = Departures()
    for chat_id in range(5000):
        departures.now = float(chat_id)
        departures.book(chat_id)
    departures.book(4999)

    assert len(departures.limiter._chats) <= 1100
    assert Counter(at for at, chat_id in departures.times if chat_id == 4999) == {4999: 1, 5000: 1}


@pytest.mark.parametrize(
    ("attempt", "retry_after", "low", "high"),
    [(1, None, 5, 10), (3, None, 20, 40), (30, None, 450, 900), (1, 120, 120, 120)],
)
def test_retry_in(attempt: int, retry_after: int | None, low: int, high: int) -> None:
    asked = None if retry_after is None else timedelta(seconds=retry_after)

    assert retry_in(attempt, asked, 0.0) == timedelta(seconds=low)
    assert retry_in(attempt, asked, 1.0) == timedelta(seconds=high)
