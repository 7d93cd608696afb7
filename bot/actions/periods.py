"""The stretch of time that somebody named, by the calendar of their own clock."""

import re
from datetime import date, datetime, time, timedelta, tzinfo

_YEAR, _MONTH, _DAY = (
    re.compile(r"\d{4}"),
    re.compile(r"\d{4}-\d\d"),
    re.compile(r"\d{4}-\d\d-\d\d"),
)


def span_of(period: str, now: datetime) -> tuple[datetime, datetime]:
    """Return the instants of a named period in the zone of ``now``; else the last seven days.

    Besides names such as ``last_week`` there are years, months and days: "2025", "2026-10",
    "2026-11-23". None ends after ``now``.
    """
    start, end = _days_of(period, now.date()) or (None, None)
    if start is None or end is None:
        return now - timedelta(days=7), now
    return _midnight(start, now.tzinfo), min(_midnight(end, now.tzinfo), now)


def _days_of(period: str, today: date) -> tuple[date, date] | None:
    """Return the first day of a period, and the day after its last one."""
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    match period:
        case "today":
            return today, today + timedelta(days=1)
        case "yesterday":
            return today - timedelta(days=1), today
        case "this_week":
            return monday, monday + timedelta(days=7)
        case "last_week":
            return monday - timedelta(days=7), monday
        case "this_month":
            return _month(first)
        case "last_month":
            return _month(first - timedelta(days=1))
        case "this_year":
            return _year(today.year)
        case "last_year":
            return _year(today.year - 1)
    return _written(period)


def _written(period: str) -> tuple[date, date] | None:
    try:
        if _YEAR.fullmatch(period):
            return _year(int(period))
        if _MONTH.fullmatch(period):
            return _month(date.fromisoformat(f"{period}-01"))
        if _DAY.fullmatch(period):
            day = date.fromisoformat(period)
            return day, day + timedelta(days=1)
    except ValueError:  # month 13, or the year 0
        return None
    return None


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year + 1, 1, 1)


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time(), zone)
