"""Facts of many claims are judged by carrying on what was weighed; here, all facts are such."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import by_stream, histories, points
from timeline import AsOf, Timeline, When
from timeline.queries import _fact_steps, _steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model import Event

fewer = settings(max_examples=settings().max_examples * 2 // 5, deadline=None)


def append(tl: Timeline, events: Sequence[Event]) -> None:
    for stream, event in by_stream(list(events)):
        tl.store.append(stream, [event])


def answers(tl: Timeline, day: int, position: int | None = None) -> list[dict[str, object]]:
    known = tl.known(AsOf(When.day(day), recorded=position))
    return [fact.to_dict() for fact in known.facts()]


@fewer
@given(histories(), st.lists(points, min_size=1, max_size=6), st.data())
def test_long_facts_answer_as_short_ones(
    history: list[Event], asked: list[int], data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(history)), max_size=2)))
    live = Timeline.in_memory()
    with (
        mock.patch.multiple(_fact_steps, LONG=0, NEAR=1),
        mock.patch.object(_steps, "REMEMBERED", 3),
    ):
        # Given a collection that is asked of dates in any order, while events come,
        found: list[list[dict[str, object]]] = []
        for start, end in zip([0, *cuts], [*cuts, len(history)], strict=True):
            append(live, history[start:end])
            found = [answers(live, day) for day in asked]
        earlier = [answers(live, day, cuts[0]) for day in asked] if cuts else []
    # when another is asked that judges every fact from its first claim,
    short, ended = Timeline.in_memory(), Timeline.in_memory()
    append(short, history)
    append(ended, history[: cuts[0]] if cuts else [])
    # then both answer alike, on both axes.
    assert found == [answers(short, day) for day in asked]
    assert earlier == ([answers(ended, day) for day in asked] if cuts else [])


@fewer
@given(histories(), st.lists(points, min_size=2, max_size=2))
def test_long_facts_differ_as_short_ones(history: list[Event], days: list[int]) -> None:
    live, short = Timeline.in_memory(), Timeline.in_memory()
    append(live, history)
    append(short, history)
    one, other = (AsOf(When.day(day)) for day in days)
    with mock.patch.multiple(_fact_steps, LONG=0, NEAR=1):
        found = live.diff(one, other).to_dict()
    assert found == short.diff(one, other).to_dict()
