"""Answers of an earlier position are those of a store that ends there, however they are had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import ARTICLES, FACTS, by_stream, histories, points
from timeline import AsOf, Clock, Timeline, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model import Event

clocks = st.sampled_from(Clock)
fewer = settings(max_examples=settings().max_examples * 2 // 5, deadline=None)
"""Each example asks many questions; `python -m tests.laws` tries many more."""
NAMES = (*FACTS, "other", *(f"{name}#1" for name in ARTICLES))


def told(events: Sequence[Event]) -> Timeline:
    tl = Timeline.in_memory()
    for stream, event in by_stream(list(events)):
        tl.store.append(stream, [event])
    return tl


@fewer
@given(histories(), st.lists(points, min_size=1, max_size=3), clocks, st.data())
def test_an_earlier_position_is_a_store_that_ends_there(
    history: list[Event], days: list[int], clock: Clock, data: st.DataObject
) -> None:
    # Given a collection that has read everything, and was asked of it,
    tl = told(history)
    as_of = AsOf(When.day(days[0]), clock=clock)
    tl.known(as_of).facts()
    for _ in range(2):
        # when it is asked of fewer events, on several dates,
        count = data.draw(st.integers(0, len(history)))
        ended = told(history[:count])
        for day in days:
            then = tl.known(AsOf(When.day(day), clock=clock, recorded=count))
            # then it answers as a store that holds no more.
            expected = ended.known(AsOf(When.day(day), clock=clock))
            assert dict(then) == dict(expected)
            assert [fact.id for fact in then.facts()] == [fact.id for fact in expected.facts()]
            assert [fact.to_dict() for fact in then.facts()] == [
                fact.to_dict() for fact in expected.facts()
            ]
            for name in NAMES:
                assert then.get(name) == expected.get(name)


@fewer
@given(histories(), points, points, clocks, st.data())
def test_what_arrives_does_not_change_what_was_known_before_it_came(
    history: list[Event], one: int, other: int, clock: Clock, data: st.DataObject
) -> None:
    half = len(history) // 2
    tl = told(history[:half])
    tl.known(AsOf(When.day(one), clock=clock)).facts()
    count = data.draw(st.integers(0, half))
    then = AsOf(When.day(other), clock=clock, recorded=count)
    before = [fact.to_dict() for fact in tl.known(then).facts()]
    for stream, event in by_stream(history[half:]):
        tl.store.append(stream, [event])
        tl.known(AsOf(When.day(one), clock=clock)).facts()
    assert [fact.to_dict() for fact in tl.known(then).facts()] == before


@fewer
@given(histories(), points, clocks, st.data())
def test_a_fact_asked_alone_of_an_earlier_position_is_the_one_listed(
    history: list[Event], day: int, clock: Clock, data: st.DataObject
) -> None:
    tl = told(history)
    tl.known(AsOf(When.day(day), clock=clock)).facts()
    count = data.draw(st.integers(0, len(history)))
    known = tl.known(AsOf(When.day(day), clock=clock, recorded=count))
    alone = {name: known.get(name) for name in NAMES}
    listed = dict(told(history[:count]).known(AsOf(When.day(day), clock=clock)))
    assert {fact.id for fact in alone.values() if fact is not None} <= set(listed)
    assert all(fact == listed[fact.id] for fact in alone.values() if fact is not None)
