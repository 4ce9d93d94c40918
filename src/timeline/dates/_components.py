"""Reads one date of EDTF, component by component: digits, unspecified digits, qualifiers.

What is put together from dates (intervals, sets, times of day) is read in ``_edtf_read``.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from timeline.dates._calendar import (
    MAX_YEAR,
    check_day,
    check_year,
    day_number,
    first_of_month,
    is_leap,
    month_length,
)
from timeline.dates._qualifiers import WIDENERS, WIDENING, Precision, coarser, year_precision
from timeline.errors import InvalidDate

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 1000
"""The longest text, in characters, that is read as a date."""

_SPRING, _SUMMER, _AUTUMN, _WINTER = (2, 3), (5, 3), (8, 3), (11, 3)
_QUARTERS = ((0, 3), (3, 3), (6, 3), (9, 3))
_QUADRIMESTERS = ((0, 4), (4, 4), (8, 4))
_SEMESTERS = ((0, 6), (6, 6))
_NORTH = (_SPRING, _SUMMER, _AUTUMN, _WINTER)
_SOUTH = (_AUTUMN, _WINTER, _SPRING, _SUMMER)
SEASONS: dict[int, tuple[int, int]] = dict(
    enumerate(
        (*_NORTH, *_NORTH, *_SOUTH, *_QUARTERS, *_QUADRIMESTERS, *_SEMESTERS),
        start=21,  # the code of a spring somewhere, which we take to be a northern one
    )
)
"""By EDTF code: how many months after January the season begins, and how many months it has."""

_DATE = re.compile(
    r"([?~%]?)(-?)([0-9X]{4})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
# Unspecified digits with none given to their right leave no gap between the days that match.
_GAPLESS = re.compile(r"[0-9]*X*")
_FAR_YEAR = re.compile(r"Y(-?[1-9][0-9]*)(?:E([0-9]+))?(?:S([1-9][0-9]*))?([?~%]?)")
_FAR_DAY = re.compile(r"Y(-?[1-9][0-9]{4,})-([0-9]{2})-([0-9]{2})([?~%]?)")
_SIGNIFICANT = re.compile(r"(-?[0-9]{4})S([1-9][0-9]*)([?~%]?)")
_FOUR_DIGITS = 9999
_SEASON_PRECISION = {3: Precision.SEASON, 4: Precision.QUADRIMESTER, 6: Precision.SEMESTER}
_DECEMBER = 12


class Span(NamedTuple):
    """The bounds of one date in day numbers (None is without bound), and its precision."""

    earliest: int | None
    latest: int | None
    precision: Precision


def fail(expected: str, got: object) -> NoReturn:
    """Raise the error of this floor."""
    raise InvalidDate("date", expected=expected, got=got)


def read_date(text: str) -> Span:
    """Read a single date without a time of day.

    Raises:
        InvalidDate: the text is no such date, or the calendar lacks it.
    """
    found = _DATE.fullmatch(text)
    if found is not None:
        return _read_components(text, found)
    if text.startswith("Y"):
        return _read_far(text)
    significant = _SIGNIFICANT.fullmatch(text)
    if significant is None:
        fail("a date in EDTF, such as 2025-01-09, 2024-11 or 2025-01-15~", text)
    if significant[1] == "-0000":
        fail("a year; year 0 is written 0000", text)
    return _significant(int(significant[1]), 4, int(significant[2]), significant[3])


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of days that a valid date without qualifiers can be, in order.

    Two that follow each other without a gap can come apart.

    >>> len(list(stretches("2025-XX-15"))), len(list(stretches("2025-XX")))
    (12, 1)
    """
    found = _DATE.fullmatch(text)
    if found is None or _GAPLESS.fullmatch(text.replace("-", "")):
        # Bounds without qualifiers are never open.
        span = read_date(text)
        assert span.earliest is not None
        assert span.latest is not None
        yield span.earliest, span.latest
        return
    sign, year, month, day = found[2], found[3], found[6], found[9]
    for candidate in _years(sign, year):
        if month is not None and "X" not in month and int(month) in SEASONS:
            yield _season(candidate, int(month))
            continue
        for number in _fitting(month or "XX", 12):
            before, length = day_number(candidate, number, 1) - 1, month_length(candidate, number)
            if day in {None, "XX"}:
                yield before + 1, before + length
                continue
            for fitting in _fitting(day, 31):
                if fitting <= length:
                    yield before + fitting, before + fitting


def _read_components(text: str, found: re.Match[str]) -> Span:
    before_year, sign, year, after_year, before_month, month, after_month = found.groups()[:7]
    before_day, day, after_day = found.groups()[7:]
    if sign and year == "0000":
        fail("a year; year 0 is written 0000", text)
    precision = widest = _year_component(year)
    widened = _widening(widest, before_year, after_year)
    if month is not None:
        here = _month_component(month, text)
        widened = max(widened, _widening(here, before_month, after_month))
        precision = here if "X" not in year else coarser(widest, here)
        widest = coarser(widest, here) if "X" in year + month else here
    if day is not None:
        here = Precision.MONTH if "X" in day else Precision.DAY
        widened = max(widened, _widening(here, before_day, after_day))
        precision = coarser(widest, here) if "X" in year + month else here
    earliest, latest = _component_bounds(sign, year, month, day, text)
    return Span(earliest - widened, latest + widened, precision)


def _year_component(year: str) -> Precision:
    """Return the precision of a year: that of its first unspecified digit."""
    gap = year.find("X")
    return Precision.YEAR if gap < 0 else year_precision(4 - gap)


def _month_component(month: str, text: str) -> Precision:
    if "X" in month:
        return Precision.YEAR
    code = int(month)
    if 1 <= code <= _DECEMBER:
        return Precision.MONTH
    if code not in SEASONS:
        fail("a date whose month is 01 to 12, or a season 21 to 41", text)
    return _SEASON_PRECISION[SEASONS[code][1]]


def _widening(precision: Precision, *qualifiers: str | None) -> int:
    return WIDENING[precision] if any(mark in WIDENERS for mark in qualifiers if mark) else 0


def _component_bounds(
    sign: str, year: str, month: str | None, day: str | None, text: str
) -> tuple[int, int]:
    if "X" not in year + (month or "") + (day or ""):
        return _exact_bounds(int(sign + year), month, day, text)
    if month is not None and "X" not in month and int(month) in SEASONS:
        if day is not None:
            fail("a season without a day", text)
        years = _years(sign, year)
        lowest, highest = next(years), next(_years(sign, year, descending=True))
        return _season(lowest, int(month))[0], _season(highest, int(month))[1]
    months = _fitting(month or "XX", 12)
    days = _fitting(day or "XX", 31)
    if not months or not days:
        fail("a date whose month and day can be completed to ones that exist", text)
    first = _extreme(sign, year, months, days, descending=False)
    last = _extreme(sign, year, months, days, descending=True)
    if first is None or last is None:
        fail("a date that can be completed to a day that the calendar has", text)
    return first, last


def _exact_bounds(year: int, month: str | None, day: str | None, text: str) -> tuple[int, int]:
    if month is None:
        return day_number(year, 1, 1), day_number(year, 12, 31)
    if day is not None:
        if int(month) in SEASONS:
            fail("a season without a day", text)
        number = check_day(year, int(month), int(day), text)
        return number, number
    if int(month) in SEASONS:
        return _season(year, int(month))
    first = day_number(year, int(month), 1)
    return first, first + month_length(year, int(month)) - 1


def _season(year: int, code: int) -> tuple[int, int]:
    offset, months = SEASONS[code]
    return first_of_month(year, offset), first_of_month(year, offset + months) - 1


def _years(sign: str, digits: str, *, descending: bool = False) -> Iterator[int]:
    """Yield the years that the digits can stand for, in order; there is no year -0000."""
    choices = "9876543210" if descending != bool(sign) else "0123456789"
    pools = (choices if digit == "X" else digit for digit in digits)
    for completed in itertools.product(*pools):
        year = int("".join(completed))
        if year or not sign:
            yield -year if sign else year


@lru_cache(maxsize=512)
def _fitting(pattern: str, highest: int) -> tuple[int, ...]:
    """Return the numbers from 1 to *highest* that a pattern of two digits can stand for."""
    return tuple(
        number
        for number in range(1, highest + 1)
        if all(mark in {"X", digit} for mark, digit in zip(pattern, f"{number:02}", strict=True))
    )


def _extreme(
    sign: str, year: str, months: tuple[int, ...], days: tuple[int, ...], *, descending: bool
) -> int | None:
    """Find the first, or the last, day that a pattern allows, or None where it allows none."""
    # A year differs from others of its kind (leap or not) in nothing that a pattern can ask.
    refused: set[bool] = set()
    for candidate in _years(sign, year, descending=descending):
        leap = is_leap(candidate)
        if leap in refused:
            continue
        for month in reversed(months) if descending else months:
            fitting = [day for day in days if day <= month_length(candidate, month)]
            if fitting:
                return day_number(candidate, month, fitting[-1 if descending else 0])
        refused.add(leap)
    return None


def _read_far(text: str) -> Span:
    """Read a year behind the letter Y, which has more than four digits."""
    day = _FAR_DAY.fullmatch(text)
    if day is not None:
        year = check_year(int(day[1]), text)
        number = check_day(year, int(day[2]), int(day[3]), text)
        widened = _widening(Precision.DAY, day[4])
        return Span(number - widened, number + widened, Precision.DAY)
    found = _FAR_YEAR.fullmatch(text)
    if found is None:
        fail("a year behind Y such as Y170000002, Y17E7 or Y171010000S3", text)
    digits, exponent, significant, qualifier = found.groups()
    if exponent is None and abs(int(digits)) <= _FOUR_DIGITS:
        fail("more than four digits behind Y; shorter years are written without it", text)
    # No larger power is needed to see that the year is out of reach.
    year = int(digits) * 10 ** min(int(exponent or 0), len(str(MAX_YEAR)))
    check_year(year, text)
    width = len(str(abs(year)))
    return _significant(year, width, int(significant or width), qualifier)


def _significant(year: int, width: int, significant: int, qualifier: str) -> Span:
    """Bound a year of which only the first *significant* of *width* digits are known."""
    open_digits = max(width - significant, 0)
    unit = 10**open_digits
    nearest = abs(year) // unit * unit
    farthest = nearest + unit - 1
    check_year(farthest, year)
    lowest, highest = (nearest, farthest) if year >= 0 else (-farthest, -nearest)
    precision = year_precision(open_digits)
    widened = _widening(precision, qualifier)
    return Span(
        day_number(lowest, 1, 1) - widened, day_number(highest, 12, 31) + widened, precision
    )
