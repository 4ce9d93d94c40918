"""A projection of one's own answers alike from checkpoints and from the first piece of news."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import by_stream, histories, points
from timeline import Article, AsOf, Claim, Clock, News, Projection, Timeline, When
from timeline.model import ArticlePublished, ClaimDismissed, ClaimLinked, ClaimStated
from timeline.queries import _run
from timeline.store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model import Event
    from timeline.store import EventStore

Told = tuple[str, ...]


def words(news: News) -> str:
    return f"{news.fact} {news.known} {news.stated} {news.event!r} {news.article} {news.previous}"


class Everything(Projection[Told, Told]):
    """Remembers all that it was given, in order."""

    name = "everything"

    def initial(self) -> Told:
        return ()

    def evolve(self, state: Told, news: News) -> Told:
        return (*state, words(news))

    def finish(self, state: Told, as_of: AsOf) -> Told:
        return (*state, str(as_of.known))

    def dump(self, state: Told) -> bytes:
        return orjson.dumps(state)

    def load(self, data: bytes) -> Told:
        return tuple(orjson.loads(data))


class ByOutlet(Everything):
    """Likewise, for each outlet."""

    name = "by-outlet"

    def keys(self, news: News) -> tuple[str, ...]:
        return (news.article.outlet,)


def append(store: EventStore, events: Sequence[Event]) -> None:
    for stream, event in by_stream(list(events)):
        store.append(stream, [event])


def opened(store: EventStore) -> Timeline:
    tl = Timeline(store)
    tl._engine.large, tl._engine.keeps = 1, True
    return tl


def afresh(history: Sequence[Event], as_of: AsOf, *, possible: bool) -> tuple[object, object]:
    store = MemoryStore()
    append(store, history)
    tl = Timeline(store)
    return (
        tl.project(Everything(), as_of, possible=possible),
        dict(tl.project(ByOutlet(), as_of, possible=possible)),
    )


@settings(deadline=None)
@given(histories(), st.lists(points, min_size=1, max_size=3), st.data())
def test_checkpoints_change_no_answer(
    history: list[Event], asked: list[int], data: st.DataObject
) -> None:
    store = MemoryStore()
    live = opened(store)
    clock = data.draw(st.sampled_from(Clock))
    # Given checkpoints every few pieces of news,
    with mock.patch.object(_run, "LEAST", 3), mock.patch.object(_run, "MOST", 100):
        done = 0
        # when events come, late ones and curation among them, and questions in between,
        for upto in sorted(data.draw(st.lists(st.integers(0, len(history)), max_size=3))):
            append(store, history[done:upto])
            done = upto
            # from one process that goes on, and from another that finds what was kept,
            for tl in (live, opened(store)):
                for day in asked:
                    as_of = AsOf(When.day(day), clock=clock)
                    possible = data.draw(st.booleans())
                    # then the answers are those of a collection that is read afresh.
                    assert afresh(history[:upto], as_of, possible=possible) == (
                        tl.project(Everything(), as_of, possible=possible),
                        dict(tl.project(ByOutlet(), as_of, possible=possible)),
                    )


def test_a_state_is_found_again_by_another_process() -> None:
    store = MemoryStore()
    tl = opened(store)
    tl.ingest("fixtures/streams")
    with mock.patch.object(_run, "LEAST", 10):
        wanted = tl.project(Everything(), "2025-02-07")
        with mock.patch.object(Everything, "evolve", autospec=True) as evolve:
            evolve.side_effect = lambda _, state, news: (*state, words(news))
            assert opened(store).project(Everything(), "2025-02-07") == wanted
            total = len(wanted) - 1
            assert evolve.call_count < total / 2


def test_a_dismissed_claim_is_no_news() -> None:
    tl = Timeline.in_memory()
    tl.record(
        ArticlePublished(Article("one", "daily", "2025-01-02")),
        ClaimStated(Claim("one#1", "asserts", "daily")),
        ClaimStated(Claim("one#2", "asserts", "daily")),
    )
    assert len(tl.project(Everything(), "2025-01-03")) == 1 + 3
    tl.record(ClaimDismissed("one#2"))
    assert len(tl.project(Everything(), "2025-01-03")) == 1 + 2
    tl.record(ClaimLinked("one#2", "raid"))
    assert len(tl.project(Everything(), "2025-01-03")) == 1 + 3
