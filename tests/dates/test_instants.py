"""Instants are ordered by their seconds among themselves, and by their days beside days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.dates.when_strategies import ORIGIN, small
from timeline.dates import Allen, Certainty, When

MORNING, NOON = When("2025-01-09T10:00:00Z"), When("2025-01-09T12:00:00Z")
NOON_IN_KYIV = When("2025-01-09T14:00:00+02:00")

_zones = st.sampled_from([-12 * 60, -90, 0, 0, 120, 525, 14 * 60]).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)
_seconds = st.integers(-2, 2) | st.integers(-100_000, 100_000)


@st.composite
def instants(draw: st.DrawFn) -> When:
    """An instant near the small days, often within a second or a day of others."""
    noon = datetime.fromordinal(ORIGIN).replace(hour=12, tzinfo=UTC)
    moment = noon + timedelta(seconds=draw(_seconds))
    return When.of(moment.astimezone(draw(_zones)))


def seconds(when: When) -> int:
    assert when.instant is not None
    return when.instant


def known(*, holds: bool) -> Certainty:
    return Certainty.CERTAIN if holds else Certainty.IMPOSSIBLE


@given(instants(), instants())
@example(MORNING, NOON)
@example(NOON, When("2025-01-09T12:00:01Z"))
@example(NOON, NOON_IN_KYIV)
@example(When("2025-01-09T23:59:59Z"), When("2025-01-10T00:00:00Z"))
def test_two_instants_are_ordered_by_their_seconds(first: When, second: When) -> None:
    one, other = seconds(first), seconds(second)
    assert first.precedes(second) is known(holds=one < other)
    assert first.follows(second) is known(holds=one > other)
    assert first.coincides(second) is known(holds=one == other)
    assert first.lies_within(second) is known(holds=one == other)
    by_order = {-1: Allen.BEFORE, 0: Allen.EQUALS, 1: Allen.AFTER}
    expected = by_order[(one > other) - (one < other)]
    found = {relation: known(holds=relation is expected) for relation in Allen}
    assert first.relations(second) == found
    assert {relation: first.allen(relation, second) for relation in Allen} == found


@given(instants(), small)
def test_beside_days_an_instant_is_its_day(instant: When, other: When) -> None:
    assert instant.earliest is not None
    day = When.day(instant.earliest)
    assert instant.relations(other) == day.relations(other)
    assert other.relations(instant) == other.relations(day)
    for first, second in ((instant, other), (other, instant)):
        by_day = [day if one is instant else one for one in (first, second)]
        assert first.precedes(second) is by_day[0].precedes(by_day[1])
        assert first.follows(second) is by_day[0].follows(by_day[1])
        assert first.lies_within(second) is by_day[0].lies_within(by_day[1])


@pytest.mark.parametrize("text", ["2025-01-09T11:00:00", "2025-01-09", "2025-01-XX", "[2025,2027]"])
def test_a_local_time_and_all_else_are_compared_by_days(text: str) -> None:
    other = When(text)
    assert MORNING.relations(other) == When("2025-01-09").relations(other)
    assert MORNING.lies_within(other) is When("2025-01-09").lies_within(other)
