"""One random script, run on every store, has one course: the same answers, the same refusals."""

from __future__ import annotations

import tempfile
from collections.abc import Callable  # attrs keeps it
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.store_samples import Clock
from timeline.errors import TimelineError
from timeline.model import CURATION
from timeline.store import CacheKey, EventStore, ExpectedVersion, Head, MemoryStore, SqliteStore
from timeline.testing import events

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = ("kontur-2025-02-07", "tribune-2025-01-30", "wire-2025-01-20")
STREAMS = (*ARTICLES, CURATION)

streams = st.sampled_from(STREAMS)
expectations = st.sampled_from(ExpectedVersion) | st.integers(0, 4)
batches = streams.flatmap(
    lambda stream: st.tuples(
        st.just(stream), st.lists(events(stream=stream), max_size=3), expectations
    )
)
windows = st.tuples(st.integers(-1, 9), st.none() | st.integers(-1, 12))
keys = st.builds(CacheKey, st.sampled_from("ab"), st.integers(1, 2), st.just("x"))


@attrs.frozen
class Step:
    """One call, and how to make it; the name is for the report of a failure."""

    name: str
    call: Callable[[EventStore], object] = attrs.field(repr=False)
    seconds: int = 0


def _append(batch: tuple[str, list[Any], ExpectedVersion | int]) -> Step:
    stream, events, expected = batch
    return Step(f"append {batch}", lambda store: store.append(stream, events, expected=expected), 7)


def _window(window: tuple[int, int | None]) -> Step:
    after, upto = window
    return Step(
        f"read {window}",
        lambda store: (
            list(store.read_all(after=after, upto=upto)),
            list(store.rows(after=after, upto=upto)),
            [record.event for record in store.read_all(after=after, upto=upto)],
        ),
    )


steps = st.one_of(
    batches.map(_append),
    st.lists(batches, max_size=3).map(
        lambda some: Step(f"append_all {some}", lambda store: store.append_all(some), -3)
    ),
    windows.map(_window),
    st.tuples(streams, st.integers(-1, 3)).map(
        lambda at: Step(f"read {at}", lambda store: list(store.read(at[0], after=at[1])))
    ),
    st.lists(st.integers(0, 9), max_size=4).map(
        lambda at: Step(f"fetch {at}", lambda store: store.fetch(at))
    ),
    streams.map(lambda name: Step(f"version {name}", lambda store: store.version(name))),
    st.integers(-9, 99).map(
        lambda at: Step(
            f"position_at {at}", lambda store: store.position_at(Clock().forward(at)), at % 3
        )
    ),
    st.tuples(keys, st.binary(max_size=3)).map(
        lambda pair: Step(f"cache {pair}", lambda store: store.cache(*pair))
    ),
    keys.map(lambda key: Step(f"cached {key}", lambda store: store.cached(key))),
    st.just(Step("drop_caches", lambda store: store.drop_caches())),
    st.just(Step("streams", lambda store: store.streams())),
    st.just(Step("verify", lambda store: store.verify(head=store.head()))),
)


def course(store: EventStore, clock: Clock, script: list[Step]) -> Iterator[object]:
    """Yield the answer to each step, or what it was refused with, and the head after it."""
    for step in script:
        try:
            yield step.call(store)
        except TimelineError as error:
            yield type(error), str(error)
        yield store.head()
        clock.forward(step.seconds)


@settings(max_examples=60, deadline=None)  # each example makes a file
@given(st.lists(steps, max_size=12))
def test_one_script_has_one_course_in_every_store(script: list[Step]) -> None:
    memory_clock, file_clock = Clock(), Clock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "log.db")
        with (
            MemoryStore(clock=memory_clock) as memory,
            SqliteStore.open(path, clock=file_clock) as kept,
        ):
            expected = list(course(memory, memory_clock, script))
            assert list(course(kept, file_clock, script)) == expected
        with SqliteStore.open(path, create=False) as again:
            head = expected[-1] if expected else Head()
            assert again.verify() == head
            times = [record.recorded_at for record in again.read_all()]
            assert times == sorted(times)
