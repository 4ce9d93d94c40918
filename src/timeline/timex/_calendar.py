"""Stretches of the calendar as whole numbers, so that "two months later" is an addition.

A stretch is a unit and a count of that unit: the month 24301 is 2025-02, and the month before it
is 24300. All languages share this; no word of English stands here.
"""

# ruff: noqa: PLR2004 - months and their lengths are what the calendar is

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

SEASONS: Final = ("SP", "SU", "FA", "WI")
"""Spring to winter as TIMEX3 writes them; winter is December to February of the next year."""

PER_YEAR: Final = {"month": 12, "season": 4, "quarter": 4, "half": 2}
_SPANS: Final = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_ORDER: Final = (
    *("day", "weekend", "week", "month", "season", "quarter", "half"),
    *("year", "decade", "century", "millennium"),
)
FINENESS: Final = {unit: place for place, unit in enumerate(_ORDER)}
"""The units from the finest to the coarsest."""

_DAYS_TO_MONTH: Final = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_IN_400_YEARS: Final = 146_097


def is_leap(year: int) -> bool:
    """Say whether *year* of the proleptic Gregorian calendar has a February 29."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Count the days of a month."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Number a day as ``date.toordinal`` does (0001-01-01 is 1), for any year.

    >>> day_number(2025, 1, 9), day_number(-43, 3, 15)
    (739260, -15997)
    """
    before = year - 1
    leap = month > 2 and is_leap(year)
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + _DAYS_TO_MONTH[month - 1] + leap + day


@lru_cache(maxsize=2_048)  # the same few days come again and again
def ymd(day: int) -> tuple[int, int, int]:
    """Undo `day_number`.

    >>> ymd(739260)
    (2025, 1, 9)
    """
    cycles, rest = divmod(day - 1, _DAYS_IN_400_YEARS)
    year = cycles * 400 + rest * 400 // _DAYS_IN_400_YEARS + 1
    while day < day_number(year, 1, 1):
        year -= 1
    while day >= day_number(year + 1, 1, 1):
        year += 1
    in_year = day - day_number(year, 1, 1)
    month = min(in_year // 28, 11) + 1
    while day < day_number(year, month, 1):
        month -= 1
    return year, month, day - day_number(year, month, 1) + 1


class Stretch(NamedTuple):
    """A unit of the calendar and which one it is, counted from the epoch of that unit."""

    unit: str
    number: int

    def shifted(self, count: int) -> Stretch:
        """Move by *count* of the same unit."""
        return Stretch(self.unit, self.number + count)

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        return value_of(self)

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return year_of(self)

    @property
    def first(self) -> int:
        """The number of its first day."""
        unit, index = self
        if unit == "day":
            return index
        if unit == "week":
            return index * 7 + 1
        if unit == "weekend":
            return index * 7 + 6
        if unit == "season":
            return day_number(index // 4, 3 * (index % 4) + 3, 1)
        if unit in PER_YEAR:
            per = PER_YEAR[unit]
            return day_number(index // per, (index % per) * (12 // per) + 1, 1)
        return day_number(index * _SPANS[unit], 1, 1)

    @property
    def last(self) -> int:
        """The number of its last day."""
        if self.unit == "day":
            return self.number
        if self.unit == "weekend":
            return self.number * 7 + 7
        return Stretch(self.unit, self.number + 1).first - 1


def containing(unit: str, day: int) -> Stretch:
    """Find the stretch of *unit* that *day* lies in.

    >>> containing("week", 739260).value, containing("season", day_number(2025, 1, 9)).value
    ('2025-W02', '2024-WI')
    """
    if unit == "day":
        return Stretch(unit, day)
    if unit in ("week", "weekend"):
        return Stretch(unit, (day - 1) // 7)
    year, month, _ = ymd(day)
    if unit == "season":
        return Stretch(unit, (year * 12 + month - 3) // 3)
    if unit in PER_YEAR:
        return Stretch(unit, (year * 12 + month - 1) // (12 // PER_YEAR[unit]))
    return Stretch(unit, year // _SPANS[unit])


def within(unit: str, coarser: Stretch) -> Stretch:
    """Take the first stretch of *unit* in a coarser one."""
    return containing(unit, coarser.first)


def of_year(unit: str, year: int, place: int) -> Stretch:
    """Name the month, season, quarter or half number *place* (from 1) of *year*."""
    return Stretch(unit, year * PER_YEAR[unit] + place - 1)


def year_of(stretch: Stretch) -> int:
    """Give the year in which *stretch* begins; an ISO week belongs to the year of its Thursday."""
    unit, index = stretch
    if unit in PER_YEAR:
        return index // PER_YEAR[unit]
    if unit in _SPANS:
        return index * _SPANS[unit]
    return ymd(index if unit == "day" else index * 7 + 4)[0]


def value_of(stretch: Stretch) -> str:
    """Write *stretch* as TIMEX3 does.

    >>> [value_of(containing(unit, day_number(2025, 2, 7))) for unit in FINENESS]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['2025-02-07', '2025-W06-WE', '2025-W06', '2025-02', '2024-WI', '2025-Q1', '2025-H1', '2025',
     '202', '20', '2']
    """
    unit, index = stretch
    if unit == "day":
        year, month, day = ymd(index)
        return f"{year_text(year)}-{month:02}-{day:02}"
    year = year_of(stretch)
    text = year_text(year)
    if unit == "month":
        return f"{text}-{index % 12 + 1:02}"
    if unit == "year":
        return text
    if unit in ("week", "weekend"):
        week = (index * 7 + 4 - day_number(year, 1, 1)) // 7 + 1
        return f"{text}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    if unit == "season":
        return f"{text}-{SEASONS[index % 4]}"
    if unit in ("quarter", "half"):
        return f"{text}-{unit[0].upper()}{index % PER_YEAR[unit] + 1}"
    return text[: {"decade": -1, "century": -2, "millennium": -3}[unit]]


def year_text(year: int) -> str:
    """Write a year: four digits, or ``BC`` and four digits before the year 1.

    >>> year_text(1066), year_text(-479)
    ('1066', 'BC0480')
    """
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"
