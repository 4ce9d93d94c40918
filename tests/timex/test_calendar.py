"""The calendar in whole numbers agrees with Python's, and goes on where Python's ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import format_day
from timeline.timex._calendar import FINENESS, Stretch, containing, day_number, value_of, ymd
from timeline.timex._when import stretch_of
from timeline.timex.english._holidays import HOLIDAYS, easter
from timeline.timex.english._numbers import number, ordinal, year_in_words

if TYPE_CHECKING:
    from datetime import date

days = st.integers(-3_000_000, 3_600_000)
units = st.sampled_from(sorted(FINENESS))


@given(st.dates())
def test_days_are_numbered_as_python_numbers_them(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert ymd(day.toordinal()) == (day.year, day.month, day.day)


@given(days)
def test_far_days_are_those_of_uncertain_dates(day: int) -> None:
    year, month, in_month = ymd(day)
    assert day_number(year, month, in_month) == day
    sign = "-" if year < 0 else ""
    assert format_day(day) == f"{sign}{abs(year):04}-{month:02}-{in_month:02}"


@given(st.dates())
def test_weeks_are_those_of_iso_8601(day: date) -> None:
    year, week, _ = day.isocalendar()
    assert containing("week", day.toordinal()).value == f"{year:04}-W{week:02}"


@given(units, days)
def test_stretches_of_a_unit_follow_each_other_without_gap(unit: str, day: int) -> None:
    here = containing(unit, day)
    assert containing(unit, here.first) == here == containing(unit, here.last)
    if unit != "weekend":
        assert here.first <= day <= here.last
        assert here.shifted(1).first == here.last + 1


@given(units, st.integers(day_number(1000, 1, 1), day_number(9999, 12, 31)))
def test_a_value_reads_back_as_the_stretch_it_was_written_from(unit: str, day: int) -> None:
    stretch = containing(unit, day)
    assert stretch_of(value_of(stretch)) == stretch


@given(st.integers(-3000, -1))
def test_years_before_christ_read_back(year: int) -> None:
    assert stretch_of(value_of(Stretch("year", year))) == Stretch("year", year)


@pytest.mark.parametrize(
    "value", ["2025-13", "2025-02-30", "P2W", "PAST_REF", "XXXX-05", "T14:30", "", "BC04"]
)
def test_what_names_no_stretch_reads_as_none(value: str) -> None:
    assert stretch_of(value) is None


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2000, 4, 23), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)],
)
def test_easter_falls_where_it_fell(year: int, month: int, day: int) -> None:
    assert easter(year) == day_number(year, month, day)


@given(st.sampled_from(sorted(HOLIDAYS)), st.integers(1583, 9000))
def test_every_feast_is_a_day_of_its_year(name: str, year: int) -> None:
    assert ymd(HOLIDAYS[name](year))[0] == year


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two", 2),
        ("twenty - one", 21),
        ("a hundred", 100),
        ("two hundred and six", 206),
        ("three thousand five hundred", 3500),
        ("3,500", 3500),
        ("1.5 million", 1_500_000),
        ("two and a half", 2.5),
        ("half", 0.5),
        ("a dozen", 12),
        ("two dozen", 24),
        ("sheep", None),
        ("", None),
        ("9999999999999999999", None),
    ],
)
def test_numbers_are_read(words: str, value: float | None) -> None:
    assert number(words.split()) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("first", 1),
        ("twenty first", 21),
        ("22nd", 22),
        ("17", 17),
        ("thirtieth", 30),
        ("cat", None),
    ],
)
def test_ordinals_are_read(words: str, value: int | None) -> None:
    assert ordinal(words.split()) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("nineteen seventy eight", 1978),
        ("nineteen zero one", 1901),
        ("two thousand and six", 2006),
        ("seventeen eighty nine", 1789),
        ("one two", None),
        ("two million", None),
    ],
)
def test_spelt_years_are_read(words: str, value: int | None) -> None:
    assert year_in_words(words.split()) == value
