"""Words that take a part of the date after them: "early", "the end of", "the third week of"."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import (
    FINENESS,
    PER_YEAR,
    Stretch,
    containing,
    day_number,
    month_length,
    of_year,
    ymd,
)
from timeline.timex._context import PAST
from timeline.timex._reading import Found, Prefix, Reading
from timeline.timex.english._durations import approximation, unit_of, value_of
from timeline.timex.english._numbers import number, ordinal
from timeline.timex.english._relative import unit_stretch
from timeline.timex.english._tense import direction
from timeline.timex.english._words import PARTS, SEASONS, WEEKDAYS

if TYPE_CHECKING:
    from timeline.timex._context import Context

_START: Final = {
    "early",
    "beginning",
    "start",
    "outset",
    "onset",
    "dawn",
    "opening",
    "begins",
    "starts",
    "turn",
    "earlier",
    "first",
}
_MIDDLE: Final = {"mid", "middle", "midst"}


def part_of(found: Found, reading: Reading, context: Context) -> Reading | None:
    """Take "early", "mid-", "late", "the end of" as the modifier of the date that follows."""
    words = found.words("m") or ["end"]
    if reading.kind not in ("DATE", "TIME") or reading.mod is not None:
        return None
    if reading.stretch is None:
        return None
    if "half" in words and reading.stretch.unit == "year" and reading.kind == "DATE":
        half = _nth(reading.stretch, "half", 1 if "first" in words else 2)
        if half is not None:
            return Reading(found.start, reading.end, "DATE", half.value, None, half)
    if _START.intersection(words):
        mod = "START"
    elif _MIDDLE.intersection(words):
        mod = "MID"
    else:
        mod = "END"
    bounds = reading.bounds
    if words[0] in ("earlier", "later"):
        bounds = _side(reading.stretch, context.today, before=words[0] == "earlier")
    return reading._replace(start=found.start, mod=mod, bounds=bounds)


def early_on(found: Found, reading: Reading, context: Context) -> Reading | None:
    """Take "early on" before a part of a day: "early on the morning of June 6"."""
    return part_of(found, reading, context) if reading.kind == "TIME" else None


def nth_of(found: Found, reading: Reading, _context: Context) -> Reading | None:
    """Take "the last week of March", "the first quarter of 2009", "the first Monday of May"."""
    whole = reading.stretch
    if whole is None or reading.kind != "DATE":
        return None
    word = found.word("u")
    words = found.words("o")
    place = -1 if words[-1] in ("last", "final") else ordinal(words)
    if place is None or place == 0:
        return None
    if word in WEEKDAYS:
        stretch = _nth_day(whole, WEEKDAYS[word], place)
    else:
        unit = "half" if word == "half" else unit_stretch(word)
        if unit is None or FINENESS[unit] >= FINENESS[whole.unit]:
            return None
        stretch = _nth(whole, unit, place)
    if stretch is None or not whole.first <= stretch.last or stretch.first > whole.last:
        return None
    return Reading(found.start, reading.end, "DATE", stretch.value, None, stretch)


def season_of(found: Found, reading: Reading, _context: Context) -> Reading | None:
    """Take "the summer of" before a year."""
    if reading.stretch is None or reading.stretch.unit != "year":
        return None
    stretch = of_year("season", reading.stretch.number, SEASONS[found.word("s")] + 1)
    return Reading(found.start, reading.end, "DATE", stretch.value, None, stretch)


def day_part_of(found: Found, reading: Reading, _context: Context) -> Reading | None:
    """Take "the morning of" before a day."""
    if reading.stretch is None or reading.stretch.unit != "day" or reading.time:
        return None
    time = "T" + PARTS[found.word("p")]
    return Reading(
        found.start, reading.end, "TIME", reading.stretch.value + time, None, reading.stretch, time
    )


def month_of(found: Found, reading: Reading, _context: Context) -> Reading | None:
    """Take "the month of" before a month and "the week of" before a day."""
    unit = unit_stretch(found.word("u"))
    whole = reading.stretch
    if whole is None or unit is None or reading.kind != "DATE":
        return None
    if unit == whole.unit:
        return reading._replace(start=found.start)
    if unit == "week" and whole.unit == "day":
        week = containing("week", whole.number)
        return Reading(found.start, reading.end, "DATE", week.value, None, week)
    return None


def nearly(found: Found, reading: Reading, _context: Context) -> Reading | None:
    """Take "about" before a time of the clock."""
    if reading.kind != "TIME" or not reading.bare:
        return None
    return reading._replace(start=found.start, mod=approximation(found.words("a")))


def _side(stretch: Stretch, today: int, *, before: bool) -> tuple[int, int]:
    """The days of *stretch* before or after publication; all of them where it lies elsewhere."""
    if stretch.unit == "day" or not stretch.first <= today <= stretch.last:
        return stretch.first, stretch.last
    if before:
        return stretch.first, max(stretch.first, today - 1)
    return min(stretch.last, today), stretch.last


def _nth(whole: Stretch, unit: str, place: int) -> Stretch | None:
    if unit in PER_YEAR and whole.unit == "year":
        per = PER_YEAR[unit]
        return of_year(unit, whole.number, per if place < 0 else place) if place <= per else None
    if place < 0:
        last = containing(unit, whole.last)
        return last.shifted(-1) if unit == "week" and last.first + 3 > whole.last else last
    first = containing(unit, whole.first)
    if unit == "week" and first.first + 3 < whole.first:
        first = first.shifted(1)
    return first.shifted(place - 1)


def _nth_day(whole: Stretch, weekday: int, place: int) -> Stretch | None:
    if FINENESS[whole.unit] < FINENESS["month"]:
        return None
    if place < 0:
        return Stretch("day", whole.last - (whole.last - 1 - weekday) % 7)
    day = whole.first + (weekday - (whole.first - 1)) % 7 + 7 * (place - 1)
    return Stretch("day", day) if day <= whole.last else None


def months_to(found: Found, reading: Reading, context: Context) -> Reading | None:
    """Take "the three months to" before a month or a day: a length that ends with it.

    Of hours the days are told in which they lie: "the 24 hours to Tuesday" began on Monday.
    """
    end = reading.stretch
    if end is not None and found.word("to") == "ending" and _is_to_come(found, reading, context):
        end = _year_on(found, reading, end)
    amount = number(found.words("q")) if found.has("q") else 1
    unit = unit_of(found.word("u"))
    if end is None or end.unit not in {"month", "day"} or not amount:
        return None
    if found.word("to") not in _ENDING or (reading.kind != "DATE" and unit != "hour"):
        return None
    if unit == "hour" and end.unit == "day" and amount <= _MOST_HOURS:
        first = end.last - math.ceil(amount / 24)
    elif unit in {"day", "week"}:
        first = end.last - round((7 if unit == "week" else 1) * amount) + 1
    elif unit not in _MONTHS_IN or amount * _MONTHS_IN[unit] > _MOST_MONTHS:
        return None
    else:
        months = round(amount * _MONTHS_IN[unit])
        month = containing("month", end.last)
        whole = end.last == month.last
        back = month.shifted(1 - months) if whole else month.shifted(-months)
        first = back.first if whole else min(back.first + end.last - month.first, back.last) + 1
    stretch = end
    quarter = containing("quarter", end.last)
    if (first, end.last) == (quarter.first, quarter.last):
        stretch = quarter
    return Reading(
        found.start,
        reading.end,
        "DURATION",
        value_of(amount, unit),
        stretch=stretch,
        bounds=(first, end.last),
    )


def first_months(found: Found, reading: Reading, _context: Context) -> Reading | None:
    """Take "the first nine months of" before a year, "the last two weeks of" before a month."""
    whole, unit = reading.stretch, unit_of(found.word("u"))
    amount = number(found.words("q"))
    if whole is None or reading.kind != "DATE" or not amount or amount != int(amount):
        return None
    if unit not in {"month", "week", "day"} or found.word("o") not in {"first", "last", "final"}:
        return None
    if FINENESS[unit] >= FINENESS[whole.unit]:
        return None
    many = int(amount)
    if found.word("o") == "first":
        first, last = whole.first, containing(unit, whole.first).shifted(many).first - 1
        last = whole.first + 7 * many - 1 if unit == "week" else last
    else:
        last, first = whole.last, containing(unit, whole.last).shifted(1 - many).first
        first = whole.last - 7 * many + 1 if unit == "week" else first
    if first < whole.first or last > whole.last:
        return None
    return Reading(
        found.start,
        reading.end,
        "DURATION",
        value_of(amount, unit),
        stretch=whole,
        bounds=(first, last),
    )


def _is_to_come(found: Found, reading: Reading, context: Context) -> bool:
    """Whether the day with which a stretch is "ending" is the next one of that name.

    Results are told within half a year: "fell in the quarter ending June 30", said in September.
    """
    assert reading.stretch is not None  # as the caller knows
    past = context.today - reading.stretch.last
    if past <= 0:
        return False
    return past > _TOLD_WITHIN or direction(found.doc, found.start, reading.end) != PAST


def _year_on(found: Found, reading: Reading, end: Stretch) -> Stretch:
    """Return the end of a year that still runs: "in the year ending Jan. 31", said in October."""
    words = found.doc.words(reading.start, reading.end)
    if any(word.isdigit() and len(word) == _DIGITS for word in words):
        return end
    if end.unit != "day":
        return end.shifted(12) if end.unit == "month" else end
    year, month, day = ymd(end.number)
    return Stretch("day", day_number(year + 1, month, min(day, month_length(year + 1, month))))


_ENDING: Final = {"to", "through", "ended", "ending"}
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12}
_MOST_MONTHS: Final = 240
_MOST_HOURS: Final = 240
_TOLD_WITHIN: Final = 184
_DIGITS: Final = 4

PREFIXES: Final = (
    Prefix(
        "part-of",
        "begin end close middle rest turn",
        r"(?:{the} )?(?:{very} )?(?P<m>(?:(?:{early}|{late}|{later}) )?{EDGE}(?: {part})?) {of} ",
        part_of,
    ),
    Prefix(
        "early",
        "early mid late middle end",
        r"(?:{the} )?(?:{very} )?(?:(?P<m>{early}|{mid}|{late})[- ]|(?P<e>{end})-)",
        part_of,
    ),
    Prefix("early-on", "early late", r"(?P<m>{early}|{late}) {on} ", early_on),
    Prefix(
        "early-in",
        "early late earlier later",
        r"(?:{very} )?(?P<m>{early}|{late}|{earlier}|{later}) {in} ",
        part_of,
    ),
    Prefix("later", "earlier later", r"(?P<m>{earlier}|{later}) (?:{on} )?", part_of),
    Prefix(
        "first-half",
        "half units hours part",
        r"(?:{the} )?(?P<m>(?:{ordw}|{second}|{last}|{late}|{early}|{later}"
        r"|{name}) (?:{half}|{units}|{hours}|{part})) {of} ",
        part_of,
        opens="the ordw second last late early later name",
    ),
    Prefix(
        "nth-of",
        "unit quarter half wday",
        r"(?:{the} )?(?P<o>{ordw}|{second}|{ord}|{last}|{tens}[- ](?:{ordw}"
        r"|{second})) (?P<u>{unit}|{quarter}|{half}|{wday}) (?:(?:{of}|{in}) "
        r"|(?={last} |{this} |{next} ))",
        nth_of,
        opens="the ordw second ord last tens",
    ),
    Prefix("season-of", "season spring fall", r"(?:{the} )?(?P<s>{SEASON}) {of} ", season_of),
    Prefix(
        "day-part-of",
        "part",
        r"(?:{the} )?(?:(?:{early}|{late}) )?(?P<p>{part}) (?:{of}|{on}) ",
        day_part_of,
    ),
    Prefix(
        "months-to",
        "units unit quarter hours",
        r"{the} (?:(?:{ordw}|{second}|{last}) )?(?:(?P<q>{NUM})[- ])?"
        r"(?P<u>{units}|{unit}|{quarter}|{hours}) "
        r"(?P<to>{to}|{through}|{did}|{close}|{word}) (?:{the} (?:{end} {of} )?)?",
        months_to,
    ),
    Prefix(
        "first-months",
        "units",
        r"(?:{the} )?(?P<o>{ordw}|{last}) (?P<q>{NUM}) (?P<u>{units}) (?:{of}|{in}) ",
        first_months,
    ),
    Prefix("month-of", "unit", r"{the} (?P<u>{unit}) {of} ", month_of),
    Prefix(
        "about", "about nearly", r"(?P<a>{about}|{nearly}|{just} {before}|{just} {after}) ", nearly
    ),
)
