"""The parts of a time, put together on the calendar; now is an argument."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from intents.clocks import Clock, DayPart, Days

_SAID_LATE = timedelta(minutes=15)  # after a time by which it may still be meant


def interval(bound: Mapping[str, Any], now: datetime) -> tuple[datetime, datetime] | None:
    """Return start and end of a wish for a time; ``None`` if it has already gone by.

    1. The day is the one said, else today.
    2. A start without "am" or "pm" follows the part of the day or the half that was said with the
       end, and is in the afternoon if it is too early for people.
    3. An end before its start is in the afternoon if that helps, else on the next day.
    4. What began earlier today without a day said is meant for tomorrow, and what is over today is
       meant for this afternoon if it may be.
    5. A weekday whose time has begun today, or is over, is meant for next week.
    """
    days: Days = bound.get("day") or Days(now.date())
    start_clock: Clock | None = bound.get("clock_from")
    has_day = "day" in bound
    start, end = _first_guess(bound, days, now)
    if has_day and not days.is_weekly and end <= now and start_clock and start_clock.is_vague:
        later = {**bound, "clock_from": Clock(start_clock.hour % 12 + 12, start_clock.minute)}
        start, end = _first_guess(later, days, now)
    if not has_day and start_clock is not None and start < now:
        start, end = start + timedelta(days=1), end + timedelta(days=1)
    has_begun = start_clock is not None and start < now - _SAID_LATE
    if days.is_weekly and (has_begun or end <= now):
        start, end = start + timedelta(days=7), end + timedelta(days=7)
    return (start, end) if start < end and end > now else None


def moment(bound: Mapping[str, Any], now: datetime) -> str:
    """Return ``HH:MM`` for the next time the clock shows it, ISO 8601 where a day was said.

    "At 7 today" that has gone by is meant for the evening if it may be.
    """
    if "minutes" in bound:
        later = now + timedelta(minutes=bound["minutes"])
        is_next = later - now < timedelta(days=1)
        return str(Clock(later.hour, later.minute)) if is_next else iso(later)
    part: DayPart | None = bound.get("part")
    said: Clock = bound.get("clock") or Clock(part.start if part else 8)
    clock = said.within(part)
    if "day" not in bound:
        return str(clock)
    at = _at(bound["day"].first, clock, now)
    if at < now and clock.is_vague and clock.hour < 12:
        at = _at(bound["day"].first, clock.later(), now)
    return iso(at)


def daily(bound: Mapping[str, Any]) -> tuple[str, str]:
    """Return a daily time window as two ``HH:MM``; "10 to 7" begins in the evening.

    A part of the day that is said with one end counts for both: "from 2 to 4 in the afternoon".
    """
    start: Clock = bound["clock_from"]
    end: Clock = bound["clock_to"]
    start = start.within(bound.get("part"))
    if start.is_vague and end.is_halved:
        start = start.just_before(end)
    elif start.is_vague and end.hour < 12 and start.minutes >= end.minutes:
        start = start.later()
    elif start.is_halved and end.is_vague:
        end = end.just_after(start)
    return str(start), str(end)


def iso(at: datetime) -> str:
    """Return a time to the minute in ISO 8601, as the person's own clock shows it: no offset."""
    return at.replace(second=0, microsecond=0, tzinfo=None).isoformat(timespec="minutes")


def _first_guess(bound: Mapping[str, Any], days: Days, now: datetime) -> tuple[datetime, datetime]:
    part: DayPart | None = bound.get("part")
    start_clock: Clock | None = bound.get("clock_from")
    end_clock: Clock | None = bound.get("clock_to")
    minutes: float | None = bound.get("minutes")
    if start_clock is None:
        start, end = _without_start(days, part, "day" in bound, now)
    else:
        start = _at(days.first, _likely_start(start_clock, end_clock, part), now)
        end = start + timedelta(hours=2) if minutes is None else start
    if minutes is not None:
        end = start + timedelta(minutes=minutes)
    if end_clock is not None:
        last: Days = bound.get("day_to") or Days(start.date())
        end = _at(last.first, _likely_end(end_clock, start, "day_to" in bound), now)
        if end <= start and "day_to" not in bound:
            end += timedelta(days=1)
    elif "day_to" in bound:
        last = bound["day_to"]
        end = _at(last.first + timedelta(days=last.count), Clock(0), now)
    return start, end


def _at(day: date, clock: Clock, now: datetime) -> datetime:
    midnight = datetime.combine(day + timedelta(days=clock.hour // 24), time(), now.tzinfo)
    return midnight.replace(hour=clock.hour % 24, minute=clock.minute)


def _without_start(
    days: Days, part: DayPart | None, has_day: bool, now: datetime
) -> tuple[datetime, datetime]:
    if part is not None:
        return _at(days.first, Clock(part.start), now), _at(days.first, Clock(part.end), now)
    if has_day and (days.first > now.date() or days.count > 1):
        first = _at(days.first, Clock(0), now)
        return first, _at(days.first + timedelta(days=days.count), Clock(0), now)
    return now, _at(now.date() + timedelta(days=1), Clock(0), now)


def _likely_start(start: Clock, end: Clock | None, part: DayPart | None) -> Clock:
    if not start.is_vague:
        return start
    if part is not None:
        return start.within(part)
    if end is not None and end.is_halved:
        return start.just_before(end)
    if start.hour == 12:
        return start
    if end is not None and not end.is_vague and start.minutes + 720 < end.minutes:
        # "2 to 22:00" could be both; people who say "3 to 18:00" mean the afternoon
        return start.later() if start.hour < 7 or end.hour - start.hour > 12 else start
    return start.later() if start.hour < 7 else start


def _likely_end(end: Clock, start: datetime, has_own_day: bool) -> Clock:
    if not end.is_vague:
        return end
    if end.hour == 12:  # "10 to 12", but "8 to 12" in the evening
        return Clock(0, end.minute) if start.hour >= 12 and not has_own_day else end
    if has_own_day:
        return end.later() if end.hour < 7 else end
    if end.minutes <= start.hour * 60 + start.minute < end.minutes + 720:
        return end.later()
    return end
