"""Days, clock times and lengths of time as people say them; now is an argument.

The grammar knows in which order the parts of a time are said, the readers here know the parts, and
``interval`` and ``moment`` put them together on the calendar.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from intents.phrasebook import PhraseBook, Words


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; vague if morning or afternoon was not said."""

    hour: int
    minute: int = 0
    is_vague: bool = False

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return self.hour * 60 + self.minute

    def __str__(self) -> str:
        """Return ``HH:MM``."""
        return f"{self.hour % 24:02}:{self.minute:02}"

    def later(self) -> "Clock":
        """Return the same time in the afternoon."""
        return Clock(self.hour + 12, self.minute)


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day, in hours after midnight; the night ends beyond 24."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Days:
    """One day, or several in a row."""

    first: date
    count: int = 1
    is_weekly: bool = False  # said as a weekday, which comes again


class TimeWords:
    """The words for times of one language, read from the ``times`` part of its sentence file."""

    def __init__(self, data: Mapping[str, Any], split: Any) -> None:
        """``split`` turns a phrase into normalised words."""

        def table(key: str, read: Callable[[Any], Any] = lambda value: value) -> PhraseBook:
            phrases = data.get(key, {}).items()
            return PhraseBook((split(str(phrase)), read(value)) for phrase, value in phrases)

        self._days = table("days")
        self._weekdays = table("weekdays")
        self._months = table("months")
        self._spans = table("spans")
        self._parts = table("parts", lambda part: DayPart(*part))
        self._named = table("named_clocks")
        self._before = table("before_hour")
        self._after = table("after_hour")
        self._halves = table("halves")
        self._marks = table("clock_marks")
        self._amounts = table("amounts")
        self._units = table("units")
        self.day_starts = _first_words(self._days, self._weekdays, self._spans, self._months)
        self.part_starts = _first_words(self._parts)
        self.clock_starts = _first_words(self._named, self._before)
        self.length_starts = _first_words(self._amounts)
        self.day_examples = _examples(self._days, self._weekdays)
        self.part_examples = _examples(self._parts)
        self.length_examples = (*_examples(self._amounts), *_examples(self._units, prefix="20 "))

    def read_days(self, words: Words, at: int, now: datetime) -> Iterator[tuple[int, Days]]:
        """Read a day: a word, a weekday (the next one, today included), a date."""
        today = now.date()
        for end, offset in self._days.starting(words, at):
            yield end, Days(today + timedelta(days=offset))
        for end, weekday in self._weekdays.starting(words, at):
            yield end, Days(today + timedelta(days=(weekday - today.weekday()) % 7), is_weekly=True)
        for end, span in self._spans.starting(words, at):
            yield end, _span(span, today)
        yield from self._read_dates(words, at, today)

    def _read_dates(self, words: Words, at: int, today: date) -> Iterator[tuple[int, Days]]:
        if words[at][0].isdecimal():
            day, dot, month = words[at].partition(".")
            if dot and (found := _upcoming(day, month, today)):
                yield at + 1, Days(found)
            for end, number in () if dot else self._months.starting(words, at + 1):
                if found := _upcoming(day, str(number), today):
                    yield end, Days(found)
        for end, number in self._months.starting(words, at):
            if end < len(words) and (found := _upcoming(words[end], str(number), today)):
                yield end + 1, Days(found)

    def read_part(self, words: Words, at: int) -> Iterator[tuple[int, DayPart]]:
        """Read "evening", "in the morning", "nachmittags"."""
        yield from self._parts.starting(words, at)

    def read_clock(self, words: Words, at: int) -> Iterator[tuple[int, Clock]]:
        """Read a clock time in every way it can end here: "7", "7:30", "halb 8", "7 pm"."""
        for end, hour in self._named.starting(words, at):
            yield end, Clock(hour)
        for end, clock in self._read_plain(words, at):
            yield from self._with_half(words, end, clock)
        for end, minutes in self._before.starting(words, at):
            for further, clock in self._read_plain(words, end):
                yield from self._with_half(words, further, _shifted(clock, minutes))

    def _read_plain(self, words: Words, at: int) -> Iterator[tuple[int, Clock]]:
        if at >= len(words) or (clock := _clock(words[at])) is None:
            return
        yield at + 1, clock
        ends = [at + 1]
        for end, _ in self._marks.starting(words, at + 1):
            yield end, clock
            ends.append(end)
        is_full_hour = words[at].isdecimal()
        for end in ends if is_full_hour else ():
            minute = words[end] if end < len(words) else ""
            if minute.isdecimal() and len(minute) == 2 and int(minute) < 60:
                yield end + 1, Clock(clock.hour, int(minute), clock.is_vague)
            for further, minutes in self._after.starting(words, end):
                yield further, _shifted(clock, minutes)

    def _with_half(self, words: Words, at: int, clock: Clock) -> Iterator[tuple[int, Clock]]:
        yield at, clock
        for end, half in self._halves.starting(words, at):
            if not clock.hour <= 12:
                continue
            hour = clock.hour % 12 + (12 if half == "pm" else 0)
            yield end, Clock(hour, clock.minute)

    def read_minutes(self, words: Words, at: int) -> Iterator[tuple[int, float]]:
        """Read a length of time in minutes: "20 min", "half an hour", "1.5 hours"."""
        yield from self._amounts.starting(words, at)
        if at < len(words) and (amount := read_number(words[at])) is not None:
            for end, minutes in self._units.starting(words, at + 1):
                yield end, amount * minutes
                if end < len(words) and (rest := read_number(words[end])) is not None:
                    for further, unit in self._units.starting(words, end + 1):
                        if unit < minutes:
                            yield further, amount * minutes + rest * unit


def read_number(word: str) -> float | None:
    """Return the value of a number written in digits."""
    if ":" in word or len(word) > 9 or not word.replace(".", "", 1).isdecimal():
        return None
    return float(word)


def interval(bound: Mapping[str, Any], now: datetime) -> tuple[datetime, datetime] | None:
    """Return start and end of a wish for a time; ``None`` if it has already gone by.

    1. The day is the one said, else today.
    2. A start without "am" or "pm" follows the part of the day, and is in the afternoon if it is
       too early for people.
    3. An end before its start is in the afternoon if that helps, else on the next day.
    4. What began earlier today without a day said is meant for tomorrow.
    5. A weekday whose time is over today is meant for next week.
    """
    days: Days = bound.get("day") or Days(now.date())
    part: DayPart | None = bound.get("part")
    start_clock: Clock | None = bound.get("clock_from")
    end_clock: Clock | None = bound.get("clock_to")
    minutes: float | None = bound.get("minutes")
    has_day = "day" in bound
    if start_clock is None:
        start, end = _without_start(days, part, has_day, now)
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
    if not has_day and start_clock is not None and start < now:
        start, end = start + timedelta(days=1), end + timedelta(days=1)
    if days.is_weekly and end <= now:
        start, end = start + timedelta(days=7), end + timedelta(days=7)
    return (start, end) if start < end and end > now else None


def moment(bound: Mapping[str, Any], now: datetime) -> str:
    """Return ``HH:MM`` for the next time the clock shows it, ISO 8601 where a day was said."""
    if "minutes" in bound:
        later = now + timedelta(minutes=bound["minutes"])
        is_next = later - now < timedelta(days=1)
        return str(Clock(later.hour, later.minute)) if is_next else iso(later)
    part: DayPart | None = bound.get("part")
    clock: Clock = bound.get("clock") or Clock(part.start if part else 8)
    if clock.is_vague and part is not None and part.start >= 12:
        clock = clock.later()
    if "day" not in bound:
        return str(clock)
    return iso(_at(bound["day"].first, clock, now))


def daily(bound: Mapping[str, Any]) -> tuple[str, str]:
    """Return a daily time window as two ``HH:MM``; "10 to 7" begins in the evening."""
    start: Clock = bound["clock_from"]
    end: Clock = bound["clock_to"]
    if start.is_vague and end.hour < 12 and start.minutes >= end.minutes:
        start = start.later()
    return str(start), str(end)


def iso(at: datetime) -> str:
    """Return a time to the minute in ISO 8601, as the person's own clock shows it: no offset."""
    return at.replace(second=0, microsecond=0, tzinfo=None).isoformat(timespec="minutes")


def _examples(*tables: PhraseBook, prefix: str = "") -> tuple[str, ...]:
    return tuple(prefix + " ".join(words) for table in tables for words in table.phrases[:4])


def _first_words(*tables: PhraseBook) -> frozenset[str]:
    return frozenset().union(*(table.first_words for table in tables))


def _clock(word: str) -> Clock | None:
    hours, colon, minutes = word.replace(".", ":").partition(":")
    if not hours.isdecimal() or len(hours) > 2 or int(hours) > 24:
        return None
    if colon and (len(minutes) != 2 or int(minutes) > 59):
        return None
    hour = int(hours)
    is_vague = 1 <= hour <= 12 and not hours.startswith("0")
    return Clock(hour, int(minutes or 0), is_vague)


def _shifted(clock: Clock, minutes: int) -> Clock:
    total = (clock.minutes + minutes) % (24 * 60)
    hour = total // 60
    if clock.is_vague and hour == 0:
        hour = 12
    return Clock(hour, total % 60, clock.is_vague)


def _upcoming(day: str, month: str, today: date) -> date | None:
    if not (day.isdecimal() and month.isdecimal() and len(day) <= 2 and len(month) <= 2):
        return None
    for year in (today.year, today.year + 1):
        try:
            found = date(year, int(month), int(day))
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _span(span: str, today: date) -> Days:
    monday = today - timedelta(days=today.weekday())
    match span:
        case "weekend":
            saturday = monday + timedelta(days=5)
            return Days(max(saturday, today), 2 if today <= saturday else 1)
        case "next_weekend":
            return Days(monday + timedelta(days=12), 2)
        case "next_week":
            return Days(monday + timedelta(days=7), 7)
        case _:
            return Days(today, 7 - today.weekday())


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
    if not start.is_vague or start.hour == 12:
        return start
    if part is not None:
        return start.later() if part.start >= 12 else start
    if end is not None and not end.is_vague and start.minutes + 720 < end.minutes:
        # "2 to 22:00" could be both; people who say "3 to 6 pm" mean the afternoon
        return start.later() if start.hour < 7 or end.hour - start.hour > 12 else start
    return start.later() if start.hour < 7 else start


def _likely_end(end: Clock, start: datetime, has_own_day: bool) -> Clock:
    if not end.is_vague or end.hour == 12:
        return end
    if has_own_day:
        return end.later() if end.hour < 7 else end
    if end.minutes <= start.hour * 60 + start.minute < end.minutes + 720:
        return end.later()
    return end
