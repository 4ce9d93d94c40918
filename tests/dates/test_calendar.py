"""Day numbers against Python's own calendar, and far beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import format_day, parse_day
from timeline.dates._calendar import day_number, day_parts, is_leap, month_length
from timeline.errors import InvalidDate

if TYPE_CHECKING:
    from datetime import date

numbers = st.integers(-(10**17), 10**17)


@given(st.dates())
def test_it_is_pythons_calendar_where_python_has_one(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert format_day(day.toordinal()) == day.isoformat()


@given(numbers)
def test_parts_and_text_lead_back_to_the_number(number: int) -> None:
    assert day_number(*day_parts(number)) == number
    assert parse_day(format_day(number)) == number


@given(numbers)
def test_the_next_day_is_the_next_number(number: int) -> None:
    year, month, day = day_parts(number)
    if day < month_length(year, month):
        following = (year, month, day + 1)
    elif month < 12:
        following = (year, month + 1, 1)
    else:
        following = (year + 1, 1, 1)
    assert day_parts(number + 1) == following


@given(st.integers(-(10**15), 10**15))
def test_a_year_is_as_long_as_its_months(year: int) -> None:
    length = sum(month_length(year, month) for month in range(1, 13))
    assert day_number(year + 1, 1, 1) - day_number(year, 1, 1) == length == 365 + is_leap(year)


NO_DAYS = [
    *("", "2025", "2025-1-1", "2025-02-29", "2025-13-01", "-0000-01-01", "012345-01-01"),
    *("٢٠٢٥-01-01", "2025-01-09\n", "1000000000000001-01-01"),
]


@pytest.mark.parametrize("text", NO_DAYS)
def test_a_text_that_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate):
        parse_day(text)


def test_the_error_says_what_the_calendar_lacks() -> None:
    with pytest.raises(InvalidDate, match=r"February 2025 ends on day 28.*got '2025-02-29'"):
        parse_day("2025-02-29")
