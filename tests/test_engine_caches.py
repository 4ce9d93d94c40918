"""What is kept beside the log changes no answer: not there, there, older, or of another log."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import FACTS, by_stream, histories, points
from timeline import AsOf, Clock, Timeline, When
from timeline.queries import _kept_claims, _kept_steps
from timeline.queries._index import Lens
from timeline.queries._packed import pack
from timeline.store import MemoryStore, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from timeline.model import Event
    from timeline.store import EventStore

clocks = st.sampled_from(Clock)
fewer = settings(max_examples=settings().max_examples * 2 // 5, deadline=None)
"""Each example asks many questions; `python -m tests.laws` tries many more."""


def append(store: EventStore, events: Sequence[Event]) -> None:
    for stream, event in by_stream(list(events)):
        store.append(stream, [event])


def opened(store: EventStore) -> Timeline:
    """Open a store as if it were large."""
    tl = Timeline(store)
    tl._engine.large = 1
    tl._engine.keeps = True
    return tl


def filled(store: EventStore, days: Sequence[int], clock: Clock) -> None:
    tl = opened(store)
    for day in days:
        for fact in tl.known(AsOf(When.day(day), clock=clock)).facts():
            hash(fact)  # judges it
    tl._engine._stamp = None  # as if nothing had been kept yet
    tl._engine.keep()


def answers(tl: Timeline, day: int, clock: Clock, count: int | None) -> list[dict[str, object]]:
    known = tl.known(AsOf(When.day(day), clock=clock, recorded=count))
    alone = [fact.to_dict() for fact in map(known.get, FACTS) if fact is not None]
    return [*alone, *(fact.to_dict() for fact in known.facts())]


@fewer
@given(histories(), st.lists(points, max_size=2), points, clocks, st.data())
def test_an_older_cache_is_carried_on(
    history: list[Event],
    asked: list[int],
    day: int,
    clock: Clock,
    data: st.DataObject,
) -> None:
    # Given what was kept after some events, with what was judged for some dates,
    store, plain = MemoryStore(), MemoryStore()
    kept = data.draw(st.integers(0, len(history)), label="kept")
    append(store, history[:kept])
    filled(store, asked, clock)
    # when the others come, corrections and curation of the older ones among them,
    append(store, history[kept:])
    append(plain, history)
    # then the answers, on both axes and by either clock, are those of a store without caches.
    count = data.draw(st.none() | st.integers(0, len(history)), label="count")
    for clock_asked in Clock:
        wanted = answers(Timeline(plain), day, clock_asked, count)
        assert answers(opened(store), day, clock_asked, count) == wanted


@fewer
@given(histories(), points, clocks)
def test_answers_are_identical_once_caches_are_dropped(
    history: list[Event], day: int, clock: Clock
) -> None:
    store = MemoryStore()
    append(store, history)
    filled(store, [day], clock)
    cached = answers(opened(store), day, clock, None)
    store.drop_caches()
    assert answers(opened(store), day, clock, None) == cached


@fewer
@given(histories(), st.lists(points, min_size=1, max_size=2), points, clocks, st.data())
def test_columns_that_are_gone_when_they_are_needed_are_read_from_the_log(
    history: list[Event], asked: list[int], day: int, clock: Clock, data: st.DataObject
) -> None:
    # Given a process that has listed what was known out of what was kept, and read no columns,
    store, plain = MemoryStore(), MemoryStore()
    kept = data.draw(st.integers(1, len(history)), label="kept")
    append(store, history[:kept])
    filled(store, asked, clock)
    tl = opened(store)
    known = [tl.known(AsOf(When.day(one), clock=clock)) for one in asked]
    listed = [fact for one in known for fact in one.facts()]
    assert tl._engine._live._unread is not None
    # when another has dropped them, or kept others, before more events come,
    if data.draw(st.booleans(), label="drop"):
        store.drop_caches()
    else:
        store.cache(_kept_claims._COLUMNS, pack({"stamp": "another"}, {}))
    append(plain, history[:kept])
    before = [
        fact
        for one in asked
        for fact in Timeline(plain).known(AsOf(When.day(one), clock=clock)).facts()
    ]
    append(store, history[kept:])
    append(plain, history[kept:])
    # then what was held says what it said, and new answers are those of the log.
    assert [fact.to_dict() for fact in listed] == [fact.to_dict() for fact in before]
    assert answers(tl, day, clock, None) == answers(Timeline(plain), day, clock, None)
    tl._engine.keep()
    assert answers(opened(store), day, clock, None) == answers(tl, day, clock, None)


@fewer
@given(histories(), histories(), points)
def test_a_cache_of_another_log_is_not_used(
    history: list[Event], other: list[Event], day: int
) -> None:
    store, elsewhere = MemoryStore(), MemoryStore()
    append(store, history)
    append(elsewhere, other)
    filled(elsewhere, [day], Clock.STATED)
    keys = (_kept_claims._KEY, _kept_claims._COLUMNS)
    for key in (*keys, _kept_steps._key(Lens(Clock.STATED, frozenset(), None))):
        data = elsewhere.cached(key)
        if data is not None:
            store.cache(key, data)
    wanted = answers(Timeline(store), day, Clock.STATED, None)
    assert answers(opened(store), day, Clock.STATED, None) == wanted


@fewer
@given(histories(), points)
def test_a_cache_of_another_layout_is_not_used(history: list[Event], day: int) -> None:
    store = MemoryStore()
    append(store, history)
    filled(store, [day], Clock.STATED)
    wanted = answers(Timeline(store), day, Clock.STATED, None)
    with (
        mock.patch.object(_kept_claims, "_KEY", attrs.evolve(_kept_claims._KEY, version=99)),
        mock.patch.object(_kept_steps, "LAYOUT", 99),
    ):
        tl = opened(store)
        tl._engine._restore(Lens(Clock.STATED, frozenset(), None), len(history))
        assert not tl._engine._live.position
        assert answers(tl, day, Clock.STATED, None) == wanted


@fewer
@given(histories(), points, points, clocks)
def test_a_difference_out_of_what_was_kept_is_that_of_the_log(
    history: list[Event], one: int, other: int, clock: Clock
) -> None:
    store = MemoryStore()
    append(store, history)
    filled(store, [one], clock)
    days = [AsOf(When.day(day), clock=clock) for day in (one, other)]
    wanted = Timeline(store).diff(*days).to_dict()
    tl = opened(store)
    assert tl.diff(*days).to_dict() == wanted
    # What each step tells was kept with it.
    (steps,) = [steps for _, steps in tl._engine._views.values()]
    for row in steps.listed():
        kept = bytes(row.told)
        assert kept
        assert kept == row.find_told()


@pytest.mark.parametrize("drop", [False, True])
def test_a_file_is_opened_again_with_what_was_kept(tmp_path: Path, drop: bool) -> None:  # noqa: FBT001  # a parameter
    # Given a file of the five articles, asked so that its engine keeps what it worked out,
    path = tmp_path / "five.db"
    with Timeline.open(path) as tl:
        tl.ingest("fixtures/streams")
        tl._engine.large = 1
        wanted = tl.known("2025-02-07").to_dict()
        assert tl._engine._stamp is not None
    if drop:
        with SqliteStore.open(path) as store:
            store.drop_caches()
    # when it is opened again,
    with Timeline.open(path) as tl:
        tl._engine.large = 1
        # then it starts from that, and answers the same.
        assert tl.known("2025-02-07").to_dict() == wanted
        assert tl._engine._kept_position == tl.store.head().position
