"""Days, clock times, lengths of time and months as people say them; now is an argument.

The grammar knows in which order the parts of a time are said, the readers here know the parts, and
``moments`` puts them together on the calendar.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from intents.clocks import Clock, DayPart, Days
from intents.nodes import Beginnings
from intents.phrasebook import PhraseBook, Words

_FIRST_YEAR = 2015  # no car is older
_SHORT = 4  # "mer", "sam", "mo" and "jan" are names as well


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
        self._gone = table("gone")  # "the day before yesterday": -2
        self._parts = table("parts", lambda part: DayPart(*part))
        self._named = table("named_clocks")
        self._hours = table("hours")  # 1 o'clock where it is no number: "a la una"
        self._before = table("before_hour")  # "half" 7
        self._past = table("past_hour")  # 10 "to" 7, 10 "past" 7
        self._after = table("after_hour")  # 7 "and a quarter"
        self._then = table("then_minutes")  # 7 "and" 10, 7 "less" 10
        self._halves = table("halves")
        self._marks = table("clock_marks")
        self._amounts = table("amounts")
        self._units = table("units")
        self._past_behind = _word_sets(data, "past_behind", split)
        self._year_joins = frozenset(data.get("year_joins", ()))  # "marzo de 2026"
        self._month_behind = _word_sets(data, "month_behind", split)
        self.days_begin = _beginnings(self._days, self._weekdays, self._spans, self._months)
        self.parts_begin = Beginnings.of(self._parts.phrases)
        self.clocks_begin = _beginnings(self._named, self._hours, self._before)
        self.lengths_begin = _beginnings(self._amounts)
        self.gone_begin = _beginnings(self._gone, self._weekdays, self._months)
        self.day_examples = _examples(self._days, self._weekdays)
        self.part_examples = _examples(self._parts)
        self.length_examples = (*_examples(self._amounts), *_examples(self._units, prefix="20 "))
        self.month_examples = _examples(self._months)
        clocks = _all_words(self._named, self._before, self._after, self._halves, self._marks)
        days = _all_words(self._days, self._weekdays, self._months, self._parts, self._units)
        self.clock_words = clocks
        """Words of which no name consists."""
        self.words = clocks | {word for word in days if len(word) >= _SHORT}
        """Words of which no place consists."""

    def read_days(self, words: Words, at: int, now: datetime) -> Iterator[tuple[int, Days]]:
        """Read a day: a word, a weekday (the next one, today included), a date."""
        today = now.date()
        for end, offset in self._days.starting(words, at):
            yield end, Days(today + timedelta(days=offset))
        for end, weekday in self._weekdays.starting(words, at):
            yield end, Days(today + timedelta(days=(weekday - today.weekday()) % 7), is_weekly=True)
        for end, span in self._spans.starting(words, at):
            yield end, _span(span, today)
        for end, day, month in self._dates(words, at):
            if found := _upcoming(day, month, today):
                yield end, Days(found)

    def read_day_of_month(self, words: Words, at: int, now: datetime) -> Iterator[tuple[int, Days]]:
        """Read the number of a day: the next day of any month that has it, today included."""
        today = now.date()
        word = words[at] if at < len(words) else ""
        if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
            days = (today + timedelta(days=ahead) for ahead in range(62))
            yield at + 1, Days(next(day for day in days if day.day == int(word)))

    def read_gone(self, words: Words, at: int, now: datetime) -> Iterator[tuple[int, str]]:
        """Read a stretch of time gone by: "2026-10", "2025", "2026-11-23"."""
        today = now.date()
        for end, offset in self._gone.starting(words, at):
            yield end, (today + timedelta(days=offset)).isoformat()
        for end, weekday in self._weekdays.starting(words, at):
            back = (today.weekday() - weekday) % 7 or 7
            yield end, (today - timedelta(days=back)).isoformat()
        for end, day, month in self._dates(words, at):
            if found := _latest(day, month, today):
                yield end, found.isoformat()
        if year := _year(words, at, today):
            yield at + 1, year
        for end, month in self._months.starting(words, at):
            at_year = end + (end < len(words) and words[end] in self._year_joins)
            if year := _year(words, at_year, today):
                yield at_year + 1, f"{year}-{month:02}"
            elif _allows(self._month_behind, words[at:end], words, at):
                yield end, f"{today.year - (month > today.month)}-{month:02}"

    def _dates(self, words: Words, at: int) -> Iterator[tuple[int, str, str]]:
        if words[at][0].isdecimal():
            day, dot, month = words[at].partition(".")
            if dot:
                yield at + 1, day, month
            for end, number in () if dot else self._months.starting(words, at + 1):
                yield end, day, str(number)
        for end, number in self._months.starting(words, at):
            if end < len(words):
                yield end + 1, words[end], str(number)

    def read_part(self, words: Words, at: int) -> Iterator[tuple[int, DayPart]]:
        """Read "evening", "in the morning", "nachmittags"."""
        yield from self._parts.starting(words, at)

    def read_clock(self, words: Words, at: int) -> Iterator[tuple[int, Clock]]:
        """Read a clock time in every way it can end here: "7", "7:30", "halb 8", "7 pm"."""
        for end, clock in self._read_whole(words, at):
            yield from self._with_half(words, end, clock)
        for end, clock in self._read_past(words, at):
            yield from self._with_half(words, end, clock)

    def _read_whole(self, words: Words, at: int) -> Iterator[tuple[int, Clock]]:
        yield from self._read_plain(words, at)
        for end, minutes in self._before.starting(words, at):
            for further, clock in self._read_plain(words, end):
                yield further, clock.shifted(minutes)

    def _read_past(self, words: Words, at: int) -> Iterator[tuple[int, Clock]]:
        """Read "10 to 7" and "10 minutes to 7"; "from 10 to 7" is no time but two."""
        if (minutes := _minutes_of_hour(words, at, 29)) is None:
            return
        for start in (at + 1, *(end for end, unit in self._units.starting(words, at + 1))):
            for end, sign in self._past.starting(words, start):
                if start == at + 1 and not _allows(self._past_behind, words[start:end], words, at):
                    continue
                for further, clock in self._read_whole(words, end):
                    yield further, clock.shifted(sign * minutes)

    def _read_plain(self, words: Words, at: int) -> Iterator[tuple[int, Clock]]:
        clocks = [
            (end, Clock(hour, is_halved=True)) for end, hour in self._named.starting(words, at)
        ]
        clocks += [(end, Clock(hour, 0, True)) for end, hour in self._hours.starting(words, at)]
        if at < len(words) and (clock := _clock(words[at])) is not None:
            clocks.append((at + 1, clock))
        for end, clock in clocks:
            yield end, clock
            marked = [further for further, _ in self._marks.starting(words, end)]
            yield from ((further, clock) for further in marked)
            if not clock.minute and not (end == at + 1 and ":" in words[at].replace(".", ":")):
                for further in (end, *marked):
                    yield from self._with_minutes(words, further, clock)

    def _with_minutes(self, words: Words, at: int, clock: Clock) -> Iterator[tuple[int, Clock]]:
        """Read what is said after a full hour: "30", "and a quarter", "less 10"."""
        minutes = _minutes_of_hour(words, at, 59)
        if minutes is not None and len(words[at]) == 2:
            yield at + 1, clock.shifted(minutes)
        for end, shift in self._after.starting(words, at):
            yield end, clock.shifted(shift)
        for start, sign in self._then.starting(words, at):
            minutes = _minutes_of_hour(words, start, 59)
            if minutes and minutes % 5 == 0:
                ends = (end for end, unit in self._units.starting(words, start + 1) if unit == 1)
                yield from ((end, clock.shifted(sign * minutes)) for end in (start + 1, *ends))

    def _with_half(self, words: Words, at: int, clock: Clock) -> Iterator[tuple[int, Clock]]:
        yield at, clock
        for end, half in self._halves.starting(words, at):
            yield end, clock.in_half(half)

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


def _examples(*tables: PhraseBook, prefix: str = "") -> tuple[str, ...]:
    return tuple(prefix + " ".join(words) for table in tables for words in table.phrases[:4])


def _beginnings(*tables: PhraseBook) -> Beginnings:
    """Return how times are found that begin with a number, or a phrase of some tables."""
    phrases = [phrase for table in tables for phrase in table.phrases]
    return Beginnings.of(phrases, or_number=True)


def _all_words(*tables: PhraseBook) -> frozenset[str]:
    return frozenset(word for table in tables for phrase in table.phrases for word in phrase)


def _word_sets(data: Mapping[str, Any], key: str, split: Any) -> Mapping[Words, frozenset[str]]:
    sets = data.get(key, {}).items()
    return {split(str(phrase)): frozenset(map(str, behind)) for phrase, behind in sets}


def _allows(behind: Mapping[Words, frozenset[str]], phrase: Words, words: Words, at: int) -> bool:
    """Return whether a phrase may be read after the word that is before ``at``."""
    wanted = behind.get(phrase)
    return wanted is None or (at > 0 and words[at - 1] in wanted)


def _minutes_of_hour(words: Words, at: int, most: int) -> int | None:
    word = words[at] if at < len(words) else ""
    return int(word) if word.isdecimal() and len(word) <= 2 and int(word) <= most else None


def _clock(word: str) -> Clock | None:
    is_joined = len(word) == 4 and word[0] == "0" and word.isdecimal()  # "0630" is no amount
    told = f"{word[:2]}:{word[2:]}" if is_joined else word.replace(".", ":")
    hours, colon, minutes = told.partition(":")
    if not hours.isdecimal() or len(hours) > 2 or int(hours) > 24:
        return None
    if colon and (len(minutes) != 2 or int(minutes) > 59):
        return None
    hour = int(hours)
    is_vague = 1 <= hour <= 12 and not hours.startswith("0")
    return Clock(hour, int(minutes or 0), is_vague)


def _year(words: Words, at: int, today: date) -> str | None:
    word = words[at] if at < len(words) else ""
    is_year = word.isdecimal() and len(word) == 4 and _FIRST_YEAR <= int(word) <= today.year
    return word if is_year else None


def _upcoming(day: str, month: str, today: date) -> date | None:
    found = (_date(year, month, day) for year in (today.year, today.year + 1))
    return next((one for one in found if one is not None and one >= today), None)


def _latest(day: str, month: str, today: date) -> date | None:
    found = (_date(year, month, day) for year in (today.year, today.year - 1))
    return next((one for one in found if one is not None and one <= today), None)


def _date(year: int, month: str, day: str) -> date | None:
    if not (day.isdecimal() and month.isdecimal() and len(day) <= 2 and len(month) <= 2):
        return None
    try:
        return date(year, int(month), int(day))
    except ValueError:
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
