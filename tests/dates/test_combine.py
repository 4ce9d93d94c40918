"""What intersect, hull and shift return, against lists of all cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.when_strategies import cases, intervals, moments, small, whens
from timeline.dates import When
from timeline.errors import InvalidDate

offsets = st.integers(-1000, 1000)


def bounds(when: When) -> tuple[int | None, ...]:
    return when.start_earliest, when.start_latest, when.end_earliest, when.end_latest


def moved(when: When, days: int) -> tuple[int | None, ...]:
    return tuple(None if bound is None else bound + days for bound in bounds(when))


@given(st.tuples(moments(), moments()) | st.tuples(intervals(), intervals()))
def test_the_intersection_is_what_both_can_be(pair: tuple[When, When]) -> None:
    first, second = pair
    common = set(cases(first)) & set(cases(second))
    found = first.intersect(second)
    assert (set() if found is None else set(cases(found))) == common


@given(moments(), intervals())
def test_a_moment_meets_an_interval_on_the_days_within_it(moment: When, interval: When) -> None:
    covered = {day for start, end in cases(interval) for day in range(start, end + 1)}
    found = moment.intersect(interval)
    assert {day for day, _ in (cases(found) if found else ())} == {
        day for day, _ in cases(moment) if day in covered
    }


@given(small, small)
def test_the_hull_covers_both_and_nothing_smaller_does(first: When, second: When) -> None:
    hull = first.hull(second)
    both = [*cases(first), *cases(second)]
    assert set(both) <= set(cases(hull))
    starts, ends = {start for start, _ in both}, {end for _, end in both}
    around = list(cases(hull))
    assert {min(starts), max(starts)} == {min(s for s, _ in around), max(s for s, _ in around)}
    assert {min(ends), max(ends)} == {min(e for _, e in around), max(e for _, e in around)}


@given(whens, whens)
def test_the_order_of_operands_does_not_matter(first: When, second: When) -> None:
    assert first.intersect(second) == second.intersect(first)
    assert first.hull(second) == second.hull(first)


@given(small, small, small)
def test_the_grouping_of_operands_does_not_matter(first: When, second: When, third: When) -> None:
    assert bounds(first.hull(second).hull(third)) == bounds(first.hull(second.hull(third)))


@given(whens)
def test_with_itself_a_date_stays_what_it_is(when: When) -> None:
    assert when.intersect(when) == when
    assert when.hull(when) == when


@given(small, small)
def test_an_operand_with_the_bounds_of_the_result_is_the_result(first: When, second: When) -> None:
    for found in (first.intersect(second), first.hull(second)):
        if found is None:
            continue
        same = [
            operand
            for operand in (first, second)
            if bounds(operand) == bounds(found) and operand.is_interval is found.is_interval
        ]
        assert found in same or not same


def test_an_approximate_day_stays_as_the_source_said_it() -> None:
    assert When("2025-01-15~").intersect(When("2025-01")) == When("2025-01-15~")


@pytest.mark.parametrize(
    ("first", "second", "common", "covering"),
    [
        ("2025-01/..", "[2025-01-10..2025-02-10]/..", "[2025-01-10..2025-01-31]/..", None),
        ("2025-01/..", "2024-12/", None, "[2024-12-01..2025-01-31]/"),
        ("../2025-01", "../2025-02", None, "../[2025-01-01..2025-02-28]"),
        ("2024/..", "2024/[2025-03-01..]", "2024/[2025-03-01..]", "2024/.."),
        ("2025-01-09", "2025-01-11/..", None, "[2025-01-09..2025-01-11]/"),
    ],
)
def test_an_end_without_bounds_stays_open_or_unknown(
    first: str, second: str, common: str | None, covering: str | None
) -> None:
    if common is not None:
        assert When(first).intersect(When(second)) == When(common)
    if covering is not None:
        assert When(first).hull(When(second)) == When(covering)


@given(whens, offsets)
def test_shifting_moves_every_bound(when: When, days: int) -> None:
    assert bounds(when.shift(days)) == moved(when, days)
    assert when.shift(days).is_interval is when.is_interval
    assert when.shift(days).is_set_of_all is when.is_set_of_all
    assert when.shift(days).is_uncertain is when.is_uncertain


@given(small, offsets, offsets)
def test_shifting_twice_is_shifting_once(when: When, first: int, second: int) -> None:
    assert bounds(when.shift(first).shift(second)) == bounds(when.shift(first + second))
    assert when.shift(0) is when


@pytest.mark.parametrize(
    ("edtf", "days", "expected"),
    [
        ("2025-01-31", 1, "2025-02-01"),
        ("2025-01-15~", -15, "2024-12-31~"),
        ("2025", 365, "2026"),
        ("2024-11?", 1, "[2024-11-02?..2024-12-01?]"),
        ("2024-11-15/..", 1, "2024-11-16/.."),
        ("/2024-11-15", 1, "/2024-11-16"),
        ("{2025-01-01,2025-01-03..2025-01-04}", 2, "{2025-01-03,2025-01-05..2025-01-06}"),
        ("9999-12-31~", 1, "Y10000-01-01~"),
        ("../9999-12-31", 1, "../[Y10000-01-01]"),
        ("2025-01-20T10:00:00+02:00", 1, "2025-01-21T10:00:00+02:00"),
        ("[..]", 5, "[..]"),
        ("[..9999]", 366, "[..Y10000-12-31]"),
    ],
)
def test_shifting_keeps_how_a_date_is_written(edtf: str, days: int, expected: str) -> None:
    assert When(edtf).shift(days) == When(expected)


def test_a_time_cannot_be_shifted_out_of_the_years_that_have_times() -> None:
    with pytest.raises(InvalidDate):
        When("9999-12-31T10:00:00Z").shift(1)
