"""Day numbers of the proleptic Gregorian calendar in far years, where ``datetime.date`` ends.

The calendar repeats after 400 years, so that any year is looked up in the years 1 to 400.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NoReturn

from timeline.errors import InvalidDate

MAX_YEAR = 10**15
"""The farthest year, either way; its day numbers still fit 64 bits."""

EPOCH = date(1970, 1, 1).toordinal()
"""The day number of the day on which Unix time begins."""

CYCLE_YEARS = 400
CYCLE_DAYS = 146_097
_DECEMBER = 12
_DAY_TEXT = re.compile(r"(-?)([0-9]{4}|[1-9][0-9]{4,15})-([0-9]{2})-([0-9]{2})")
_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_number(year: int, month: int, day: int) -> int:
    """Count the days up to a day that exists; 0001-01-01 is day 1, as in ``date.toordinal``."""
    cycle, rest = divmod(year - 1, CYCLE_YEARS)
    return date(rest + 1, month, day).toordinal() + cycle * CYCLE_DAYS


def day_parts(number: int) -> tuple[int, int, int]:
    """Return the year, month and day of a day number."""
    cycle, rest = divmod(number - 1, CYCLE_DAYS)
    found = date.fromordinal(rest + 1)
    return found.year + cycle * CYCLE_YEARS, found.month, found.day


def is_leap(year: int) -> bool:
    """Say whether February has 29 days in *year*; year 0 exists and is leap."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return how many days the month has."""
    if month == 2:  # noqa: PLR2004 - February is the exception, and its number is its name
        return 29 if is_leap(year) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def first_of_month(year: int, months: int) -> int:
    """Return the first day of the month that lies *months* after January of *year*."""
    years, month = divmod(months, 12)
    return day_number(year + years, month + 1, 1)


def refuse_day(year: int, month: int, day: int, got: object) -> NoReturn:
    """Raise the error that says why the calendar lacks this day."""
    if not 1 <= month <= _DECEMBER:
        raise InvalidDate("date", expected="a date whose month is 01 to 12", got=got)
    last = month_length(year, month)
    named = f"{_MONTH_NAMES[month - 1]} {year}"
    expected = f"a day that the calendar has: {named} ends on day {last}, and {day:02} is not in it"
    raise InvalidDate("date", expected=expected, got=got)


def check_day(year: int, month: int, day: int, got: object) -> int:
    """Return the day number, or raise ``InvalidDate`` where the calendar lacks the day."""
    if not (1 <= month <= _DECEMBER and 1 <= day <= month_length(year, month)):
        refuse_day(year, month, day, got)
    return day_number(year, month, day)


def check_year(year: int, got: object) -> int:
    """Return *year*, or raise ``InvalidDate`` where it is too far away to be counted in days."""
    if not -MAX_YEAR <= year <= MAX_YEAR:
        expected = f"a year from -{MAX_YEAR:.0e} to {MAX_YEAR:.0e}".replace("e+", "E")
        raise InvalidDate("date", expected=expected, got=got)
    return year


def format_day(number: int) -> str:
    """Write a day number as year, month and day; the year has four digits or more.

    >>> format_day(739260), format_day(1), format_day(0), format_day(-365)
    ('2025-01-09', '0001-01-01', '0000-12-31', '0000-01-01')
    """
    year, month, day = day_parts(number)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}"


def parse_day(text: str) -> int:
    """Read what `format_day` writes.

    Raises:
        InvalidDate: the text is no such day, or the calendar lacks it.

    >>> parse_day("2025-01-09")
    739260
    >>> format_day(parse_day("-0999-01-01"))
    '-0999-01-01'
    """
    found = _DAY_TEXT.fullmatch(text)
    if found is None or text.startswith("-0000"):
        raise InvalidDate("date", expected="a day such as 2025-01-09", got=text)
    sign, year, month, day = found.groups()
    value = check_year(int(sign + year), text)
    return check_day(value, int(month), int(day), text)
