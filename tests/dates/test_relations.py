"""Three-valued order against a list of all cases: certain is all of them, impossible none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from tests.dates.when_strategies import FIRST, LAST, cases, small
from timeline.dates import Allen, Certainty, When

if TYPE_CHECKING:
    from collections.abc import Callable

Case = tuple[int, int]


def among_all(first: When, second: When, holds: Callable[[Case, Case], bool]) -> Certainty:
    answers = {holds(one, other) for one in cases(first) for other in cases(second)}
    return Certainty.decide(certain=answers == {True}, possible=True in answers)


def named(one: Case, other: Case) -> Allen:
    """Name the relation of two known stretches, told apart by which ends come first."""
    (start, end), (start2, end2) = one, other
    if end < start2:
        return Allen.MEETS if end + 1 == start2 else Allen.BEFORE
    if end2 < start:
        return Allen.MET_BY if end2 + 1 == start else Allen.AFTER
    by_order = {
        (-1, -1): Allen.OVERLAPS,
        (-1, 0): Allen.FINISHED_BY,
        (-1, 1): Allen.CONTAINS,
        (0, -1): Allen.STARTS,
        (0, 0): Allen.EQUALS,
        (0, 1): Allen.STARTED_BY,
        (1, -1): Allen.DURING,
        (1, 0): Allen.FINISHES,
        (1, 1): Allen.OVERLAPPED_BY,
    }
    return by_order[(start > start2) - (start < start2), (end > end2) - (end < end2)]


@given(small, small)
def test_allens_relations_are_those_of_all_cases(first: When, second: When) -> None:
    found = {named(one, other) for one in cases(first) for other in cases(second)}
    certainty = Certainty.CERTAIN if len(found) == 1 else Certainty.POSSIBLE
    expected = {name: certainty if name in found else Certainty.IMPOSSIBLE for name in Allen}
    assert first.relations(second) == expected
    assert {name: first.allen(name, second) for name in Allen} == expected


@given(small, small)
def test_precedes_follows_and_coincides_are_those_of_all_cases(first: When, second: When) -> None:
    assert first.precedes(second) is among_all(first, second, lambda a, b: a[1] < b[0])
    assert first.follows(second) is among_all(first, second, lambda a, b: b[1] < a[0])
    assert first.coincides(second) is among_all(first, second, lambda a, b: a == b)


@given(small, small)
def test_the_inverse_relation_holds_the_other_way_round(first: When, second: When) -> None:
    there, back = first.relations(second), second.relations(first)
    assert there == {name.inverse: certainty for name, certainty in back.items()}


@given(small, small)
def test_some_relation_can_hold_and_a_certain_one_is_alone(first: When, second: When) -> None:
    possible = [name for name, found in first.relations(second).items() if found.is_possible]
    assert possible
    assert (first.allen(possible[0], second) is Certainty.CERTAIN) == (len(possible) == 1)


@given(small, small)
def test_precedes_is_before_or_meets(first: When, second: When) -> None:
    either = first.allen(Allen.BEFORE, second) | first.allen(Allen.MEETS, second)
    assert first.precedes(second).is_possible == either.is_possible
    assert first.precedes(second) & either == either  # "or" loses what only both decide


def stretches(other: When) -> list[Case]:
    """List the stretches that the text of *other* can span; open ends span all there is."""
    if not other.is_interval:
        plain = other.unqualified
        bounds = (other.earliest, plain.earliest, plain.latest, other.latest)
        outer, first, last, beyond = (
            edge if bound is None else bound
            for bound, edge in zip(bounds, (FIRST, FIRST, LAST, LAST), strict=True)
        )
        return [(a, b) for a in range(outer, first + 1) for b in range(last, beyond + 1)]
    start, _, end = other.edtf.partition("/")
    return [
        (FIRST if start == ".." else first, LAST if end == ".." else last)
        for first, last in cases(other)
    ]


@given(small, small)
def test_lies_within_is_that_of_all_stretches(first: When, second: When) -> None:
    answers = {
        low <= start and end <= high
        for low, high in stretches(second)
        for start, end in cases(first)
    }
    expected = Certainty.decide(certain=answers == {True}, possible=True in answers)
    assert first.lies_within(second) is expected


@given(small)
def test_what_is_about_a_day_has_soft_edges(first: When) -> None:
    second = When("2025-01-12~")
    answers = {
        low <= start and end <= high
        for low, high in stretches(second)
        for start, end in cases(first)
    }
    expected = Certainty.decide(certain=answers == {True}, possible=True in answers)
    assert first.lies_within(second) is expected


def test_a_day_lies_within_its_month_but_a_month_perhaps_in_one_of_its_weeks() -> None:
    january, week = When("2025-01"), When("[2025-01-11..2025-01-20]")
    assert When("2025-01-09").lies_within(january) is Certainty.CERTAIN
    assert When("2025-01-09").lies_within(week) is Certainty.IMPOSSIBLE
    assert january.lies_within(week) is Certainty.POSSIBLE
    assert january.lies_within(january) is Certainty.CERTAIN


def test_an_open_end_spans_what_is_beyond_and_an_unknown_end_perhaps() -> None:
    later = When("2025-06-01")
    assert later.lies_within(When("2025-01-15/..")) is Certainty.CERTAIN
    assert later.lies_within(When("2025-01-15/")) is Certainty.POSSIBLE
    assert later.lies_within(When("2025-01-15/[2025-01-30..]")) is Certainty.POSSIBLE
    assert later.lies_within(When("../..")) is Certainty.CERTAIN
