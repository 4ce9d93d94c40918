"""Whole states and what moves between them: the handles, their order, and the days of all facts."""

from __future__ import annotations

import pickle
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import by_stream, histories, points
from timeline import AsOf, Timeline, When
from timeline.queries._moves import Moves

if TYPE_CHECKING:
    from timeline.model import Event

fewer = settings(max_examples=settings().max_examples * 2 // 5, deadline=None)
days = st.integers(-3, 12)
rows = st.lists(st.none() | st.lists(days, max_size=5), max_size=6)


@given(rows, st.lists(st.tuples(st.integers(0, 5), st.sets(days, max_size=3)), max_size=3), days)
def test_who_moves_between_two_days_is_found_by_day(
    noted: list[list[int] | None], added: list[tuple[int, set[int]]], after: int
) -> None:
    moves = Moves()
    moves.note(noted)
    assert moves.known
    of_slot = {slot: set(moved or ()) for slot, moved in enumerate(noted)}
    for slot, more in added:
        moves.add(slot, more)
        of_slot.setdefault(slot, set()).update(more)
    for upto in range(after, 14):
        expected = {
            slot for slot, moved in of_slot.items() if any(after < day <= upto for day in moved)
        }
        assert moves.between(after, upto) == expected
        # A state nearby is given up where there are more moves than these.
        assert moves.count(after, upto) >= len(expected)
    moves.clear()
    assert not moves.between(-4, 13)


def told(history: list[Event]) -> Timeline:
    tl = Timeline.in_memory()
    for stream, event in by_stream(history):
        tl.store.append(stream, [event])
    return tl


@fewer
@given(histories(), points)
def test_a_fact_is_the_same_once_its_status_was_read(history: list[Event], day: int) -> None:
    read, unread = told(history).known(When.day(day)), told(history).known(When.day(day))
    for one, other in zip(read.facts(), unread.facts(), strict=True):
        before = (repr(other), hash(other), other.to_dict())
        status = one.status
        assert one.status is status
        # Read or not, it equals itself elsewhere, and goes there with all that it says.
        assert (repr(one), hash(one), one.to_dict()) == before
        sent = pickle.loads(pickle.dumps(one))
        assert sent == one == other == sent
        assert sent.status is status
        with pytest.raises(AttributeError):
            one.status = status  # type: ignore[misc]


@fewer
@given(histories(), st.lists(points, min_size=2, max_size=4), st.data())
def test_states_are_listed_in_order_whatever_was_listed_before(
    history: list[Event], asked: list[int], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(len(history) // 4, len(history)), label="cut")
    # Given a collection that lists some dates, while events come that list facts elsewhere,
    live = told(history[:cut])
    for day in asked:
        live.known(When.day(day)).facts()
    live.diff(*(AsOf(When.day(day)) for day in asked[:2]))
    for stream, event in by_stream(history)[cut:]:
        live.store.append(stream, [event])
    for day in asked:
        # when each is listed again, the facts are those of a collection that read all at once,
        facts = live.known(When.day(day)).facts()
        whole = told(history).known(When.day(day)).facts()
        assert [fact.to_dict() for fact in facts] == [fact.to_dict() for fact in whole]
        # in the order of when they became known; and the list is given out again as it is.
        assert [fact.order for fact in facts] == sorted(fact.order for fact in facts)
        assert live.known(When.day(day)).facts() is facts
    for one, other in pairwise(asked):
        changes = live.diff(AsOf(When.day(one)), AsOf(When.day(other))).changes
        earlier, later = (dict(live.known(When.day(day)).items()) for day in (one, other))
        assert {change.fact.id: tuple(change) for change in changes} == {
            name: (earlier.get(name), later.get(name))
            for name in earlier.keys() | later.keys()
            if earlier.get(name) != later.get(name)
        }
