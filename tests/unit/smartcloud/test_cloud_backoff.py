"""The quiet window after refused log-ins."""

from datetime import UTC, datetime, timedelta

from smartcloud.backoff import LogInBackoff

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def minutes(value: float) -> timedelta:
    return timedelta(minutes=value)


def test_window_grows_from_three_to_ninety_minutes() -> None:
    memory, windows = LogInBackoff(), []
    for _ in range(11):
        memory = memory.after_rate_limit(NOW)
        windows.append(round(memory.remaining(NOW).total_seconds() / 60, 1))

    assert windows == [3.0, 4.5, 6.8, 10.1, 15.2, 22.8, 34.2, 51.3, 76.9, 90.0, 90.0]


def test_success_takes_a_minute_off_and_ends_the_quiet() -> None:
    memory = LogInBackoff(window=minutes(4.5), quiet_until=NOW + minutes(4)).after_success()

    assert memory == LogInBackoff(window=minutes(3.5))
    assert LogInBackoff().after_success().window == minutes(2)


def test_other_failure_is_quiet_for_a_minute_with_the_same_window() -> None:
    memory = LogInBackoff(window=minutes(9)).after_failure(NOW)

    assert memory == LogInBackoff(window=minutes(9), quiet_until=NOW + minutes(1))


def test_longer_wait_of_the_cloud_wins() -> None:
    memory = LogInBackoff().after_rate_limit(NOW, minutes(30))

    assert memory.remaining(NOW) == minutes(30)
    assert memory.remaining(NOW + minutes(31)) == timedelta(0)


def test_fresh_memory_is_not_quiet() -> None:
    assert LogInBackoff().remaining(NOW) == timedelta(0)
