"""The bucket of calls of a token."""

from datetime import UTC, datetime, timedelta

from bot.say.limits import Bucket

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
BUCKET = Bucket(burst=3, every=timedelta(seconds=2))


def drawn(moments):
    """Return what each call at so many seconds has to wait."""
    full_at, waits = None, []
    for moment in moments:
        full_at, wait_s = BUCKET.draw(full_at, NOW + timedelta(seconds=moment))
        waits.append(wait_s)
    return waits


def test_burst_is_free_and_then_one_comes_back_every_while() -> None:
    assert drawn([0, 0, 0, 0, 1, 2, 2, 4, 100, 100, 100, 100]) == [
        0, 0, 0, 2, 1, 0, 2, 0, 0, 0, 0, 2
    ]  # fmt: skip


def test_a_refused_call_takes_nothing() -> None:
    assert drawn([0, 0, 0, *[0] * 50, 2]) == [0, 0, 0, *[2] * 50, 0]


def test_a_clock_that_was_set_back_locks_nobody_out_for_longer_than_it_went_back() -> None:
    full_at, _ = BUCKET.draw(None, NOW + timedelta(seconds=10))

    assert BUCKET.draw(full_at, NOW) == (full_at, 8)
