"""Dates with gaps: no answer counts a day in a gap, and none is certain on the strength of one."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.dates.test_relations import Case, named
from tests.dates.when_strategies import (
    EVERY_DAY,
    FIRST,
    LAST,
    matching,
    patterns,
    small,
    whens,
    with_cases,
)
from timeline.dates import WIDENING, Allen, Certainty, Precision, When, _relations
from timeline.dates._members import MOST_PARTS, members

Known = tuple[When, list[Case]]
DECADES = ",".join(f"20{decade}X-XX-15" for decade in range(10))
SOME_DAY = st.sampled_from(EVERY_DAY)


def decided(answers: set[bool]) -> Certainty:
    return Certainty.decide(certain=answers == {True}, possible=True in answers)


def runs(days: list[int]) -> list[Case]:
    """Join neighbouring days."""
    found: list[Case] = []
    for day in days:
        if found and found[-1][1] + 1 == day:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


@given(with_cases, with_cases)
def test_order_is_that_of_the_days_that_both_can_be(first: Known, second: Known) -> None:
    (one, firsts), (other, seconds) = first, second
    pairs = list(itertools.product(firsts, seconds))
    found = {named(*pair) for pair in pairs}
    expected = {name: decided({name is relation for relation in found}) for name in Allen}
    assert one.relations(other) == expected
    assert {name: one.allen(name, other) for name in Allen} == expected
    assert one.coincides(other) is expected[Allen.EQUALS]
    assert one.precedes(other) is decided({a[1] < b[0] for a, b in pairs})
    assert one.follows(other) is decided({b[1] < a[0] for a, b in pairs})


def spanned(other: Known) -> list[Case]:
    """List what can be the stretch of a date: of a moment, any of its runs of days."""
    when, ways = other
    if not when.is_interval:
        return runs([day for day, _ in ways])
    start, _, end = str(when).partition("/")
    return [
        (FIRST if start == ".." else first, LAST if end == ".." else last) for first, last in ways
    ]


@given(with_cases, with_cases)
def test_lying_within_is_lying_in_one_of_the_stretches(first: Known, second: Known) -> None:
    answers = {low <= a and b <= high for low, high in spanned(second) for a, b in first[1]}
    assert first[0].lies_within(second[0]) is decided(answers)


apart = st.sets(st.integers(1, 15).map(lambda half: f"2025-01-{2 * half:02}"), min_size=2)


@given(whens | small, apart, st.sampled_from(["[]", "{}"]))
def test_nothing_lies_certainly_within_what_has_gaps(
    first: When, members: set[str], brackets: str
) -> None:
    gapped = When(f"{brackets[0]}{','.join(members)}{brackets[1]}")
    for within in (first, gapped, *map(When, members)):
        assert within.lies_within(gapped) is not Certainty.CERTAIN


@given(apart, st.dates(date(2025, 1, 1), date(2025, 1, 31)))
def test_what_has_gaps_lies_in_none_of_them(members: set[str], day: date) -> None:
    expected = decided({member == day.isoformat() for member in members})
    assert When(f"[{','.join(members)}]").lies_within(When.of(day)) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-01-11", "impossible"), ("2025-01-13", "possible"), ("2025-01-16", "certain")],
)
def test_no_part_of_an_interval_ends_before_it_starts(day: str, expected: str) -> None:
    ends_apart = When("2025-01-12/[2025-01-09..2025-01-13,2025-01-15]")
    assert ends_apart.precedes(When(day)) is Certainty(expected)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-01-09", "certain"), ("2025-01-11", "possible"), ("2025-01-15", "impossible")],
)
def test_no_part_of_an_interval_starts_after_it_ends(day: str, expected: str) -> None:
    starts_apart = When("[2025-01-10,2025-01-12..2025-01-19]/2025-01-15")
    assert starts_apart.follows(When(day)) is Certainty(expected)


@given(patterns, SOME_DAY)
@example("2025-XX-15", "2025-01-20")
@example("202X-02-29", "2023-03-01")
@example("202X-XX-X5", "2025-01-15")
def test_a_pattern_is_none_but_the_days_that_match(pattern: str, day: str) -> None:
    found = matching(pattern)
    assume(found)
    stretches = runs([date.fromisoformat(match).toordinal() for match in found])
    expected = decided({match == day for match in found})
    assert When(pattern).coincides(When(day)) is expected
    assert When(day).coincides(When(pattern)) is expected
    number = date.fromisoformat(day).toordinal()
    within = decided({low <= number <= high for low, high in stretches})
    assert When(day).lies_within(When(pattern)) is within


@given(patterns, SOME_DAY)
@example("2025-XX-15", "2025-01-13")
@example("2025-XX-XX", "2025-01-13")
def test_about_a_pattern_is_near_one_of_its_days(pattern: str, day: str) -> None:
    found = [date.fromisoformat(match).toordinal() for match in matching(pattern)]
    assume(found)
    open_day = "X" in pattern[-2:]
    near = WIDENING[Precision.MONTH if open_day else Precision.DAY]
    when, number = When(f"{pattern[:-2]}{pattern[-2:]}~"), date.fromisoformat(day).toordinal()
    is_near = any(abs(number - match) <= near for match in found)
    assert When(day).coincides(when).is_possible is is_near
    assert When(day).lies_within(when).is_possible is is_near
    certainly = len(runs(found)) == 1 and number in found
    assert When(day).lies_within(when).is_certain is certainly


@given(whens, whens)
def test_members_decide_only_what_bounds_leave_open(first: When, second: When) -> None:
    assume(first.instant is None or second.instant is None)
    for relation in Allen:
        by_bounds = _relations.allen(relation, first, second)
        found = first.allen(relation, second)
        assert by_bounds in {Certainty.POSSIBLE, found}


@given(whens, whens)
def test_moments_can_lie_within_each_other_if_they_can_be_one_day(
    first: When, second: When
) -> None:
    assume(not first.is_interval and not second.is_interval)
    assert first.lies_within(second).is_possible == first.coincides(second).is_possible


@pytest.mark.parametrize(
    ("day", "pattern"),
    [
        ("2025-02-01", "XXXX-12-25"),
        ("2050-01-20", "20XX-XX-15"),
        ("2050-01-20", "[20XX-XX-15,2101]"),
        ("2050-01-20", "[..1999,20XX-XX-15,20XX-XX-17]"),
        ("2050-01-20", "20XX-XX-15~"),
        ("2050-01-20", f"[{DECADES}]"),
        ("2050-01-20", f"{{{DECADES},3000-XX-15..}}"),
    ],
)
def test_what_has_too_many_gaps_is_open_and_never_certain(day: str, pattern: str) -> None:
    found = members(pattern)
    assert found.has_gaps
    assert len(found.runs) <= MOST_PARTS
    when = When(pattern)
    assert (found.runs[0].earliest, found.runs[-1].latest) == (when.earliest, when.latest)
    assert When(day).lies_within(when) is not Certainty.CERTAIN
    assert when.lies_within(when) is Certainty.POSSIBLE
    assert when.relations(when)[Allen.EQUALS] is when.coincides(when) is Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("XXXX-XX-XX", Certainty.CERTAIN),
        ("[2025-XX-15,2025]", Certainty.CERTAIN),
        ("[2025-01-01..2025-05-31,2025-05-XX,2025-XX-1X,2025-06..]", Certainty.CERTAIN),
        ("[20XX-XX-15,2000..2099]", Certainty.POSSIBLE),  # too many to see that all are filled
    ],
)
def test_gaps_that_other_members_fill_are_none(text: str, expected: Certainty) -> None:
    assert When("2025-05-15").lies_within(When(text)) is expected


@given(whens)
def test_the_days_of_a_moment_are_within_its_bounds_and_in_order(when: When) -> None:
    assume(not when.is_interval and when.instant is None)
    found = members(str(when)).runs
    assert (found[0].earliest, found[-1].latest) == (when.earliest, when.latest)
    for former, latter in itertools.pairwise(found):
        assert former.latest is not None
        assert latter.earliest is not None
        assert former.latest + 1 < latter.earliest


@pytest.mark.parametrize(
    ("first", "second"),
    [("202X-XX-X5", "202X-XX-X7"), ("202X-XX-X5/203X-XX-X5", "2025-XX-15/..")],
)
def test_of_many_members_on_both_sides_the_bounds_decide(first: str, second: str) -> None:
    one, other = When(first), When(second)
    assert one.coincides(other) is _relations.coincides(one, other)
    assert one.relations(other) == _relations.relations(one, other)
    assert one.lies_within(other) is Certainty.POSSIBLE


def test_the_findings_of_a_month_between_and_of_a_day_off_the_pattern() -> None:
    assert When("2025-02").lies_within(When("[2025-01,2025-03]")) is Certainty.IMPOSSIBLE
    assert When("2025-01").lies_within(When("[2025-01,2025-03]")) is Certainty.POSSIBLE
    assert When("2025-01").lies_within(When("[2025-01,2025-02]")) is Certainty.CERTAIN
    assert When("2025-02-10").lies_within(When("[2025-01~,2025-03~]")) is Certainty.POSSIBLE
    assert When("2025-01-20").coincides(When("2025-XX-15")) is Certainty.IMPOSSIBLE
    assert When("202X-22").coincides(When("2025-01-20")) is Certainty.IMPOSSIBLE
    assert When("2025-01-20").intersect(When("2025-XX-15")) == When("2025-01-20")
