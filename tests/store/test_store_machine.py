"""Two stores and a list of events, put through anything in any order: all three agree."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.store.store_samples import Clock
from timeline.errors import StoreError, WrongExpectedVersion
from timeline.model import CURATION, Event, stream_of
from timeline.store import (
    CacheKey,
    Checkpoint,
    EventStore,
    ExpectedVersion,
    MemoryStore,
    SqliteStore,
    Subscription,
    export_log,
    import_log,
)
from timeline.testing import events

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLES = ("kontur-2025-02-07", "tribune-2025-01-30", "wire-2025-01-20")
STREAMS = (*ARTICLES, CURATION)
KEY = CacheKey("state", 1, "x")
CONSUMERS = ("one", "other")

offers = st.sampled_from(STREAMS).flatmap(
    lambda stream: st.tuples(st.just(stream), st.lists(events(stream=stream), max_size=3))
)
"""A stream and events for it: news that comes late, corrections, links, merges, splits..."""


class StoreMachine(RuleBasedStateMachine):
    """The model is the plainest there is: a list of (stream, event)."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.copies = 0
        self.path = Path(self.folder.name, "log.db")
        self.kept = SqliteStore.open(self.path, clock=self.clock)
        self.memory = MemoryStore(clock=self.clock)
        self.log: list[tuple[str, Event]] = []
        self.cache: bytes | None = None
        self.consumed: dict[str, tuple[int, bytes]] = dict.fromkeys(CONSUMERS, (0, b""))

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.kept.close()
            self.folder.cleanup()

    @property
    def stores(self) -> tuple[EventStore, EventStore]:
        return self.kept, self.memory

    def version(self, stream: str) -> int:
        return sum(name == stream for name, _ in self.log)

    def both(self, call: Callable[[EventStore], object]) -> object:
        one, other = (call(store) for store in self.stores)
        assert one == other
        return one

    # ---- What is done ----------------------------------------------------------------------

    @rule(offer=offers)
    def append(self, offer: tuple[str, list[Event]]) -> None:
        stream, events = offer
        expected = self.version(stream)
        self.both(lambda store: store.append(stream, events, expected=expected))
        self.log += [(stream, event) for event in events]
        self.clock.forward(1)

    @rule(some=st.lists(offers, max_size=3))
    def append_together(self, some: list[tuple[str, list[Event]]]) -> None:
        batches = [(stream, events, ExpectedVersion.ANY) for stream, events in some]
        self.both(lambda store: store.append_all(batches))
        self.log += [(stream, event) for stream, events in some for event in events]

    @rule(offer=offers, off=st.integers(-3, 3).filter(bool))
    def come_too_late(self, offer: tuple[str, list[Event]], off: int) -> None:
        stream, events = offer
        actual = self.version(stream)
        for store in self.stores:
            with pytest.raises(WrongExpectedVersion) as caught:
                store.append_all(
                    [(STREAMS[0], [], ExpectedVersion.ANY), (stream, events, actual + abs(off))]
                )
            assert caught.value.actual == actual

    @rule(data=st.data())
    def append_again(self, data: st.DataObject) -> None:
        """Offer what is there already, as a new stream: a duplicate is refused."""
        if not self.log:
            return
        stream, event = data.draw(st.sampled_from(self.log))
        for store in self.stores:
            with pytest.raises(WrongExpectedVersion):
                store.append(stream, [event], expected=ExpectedVersion.NO_STREAM)

    @rule(seconds=st.integers(-50, 50))
    def set_clock(self, seconds: int) -> None:
        self.clock.forward(seconds)

    @rule()
    def reopen(self) -> None:
        self.kept.close()
        self.kept = SqliteStore.open(self.path, create=False, clock=self.clock)

    @rule()
    def move_to_a_copy(self) -> None:
        self.copies += 1
        copy = self.path.with_name(f"copy-{self.copies}.db")
        assert self.kept.backup(copy) == self.memory.head()
        self.kept.close()
        self.path = copy
        self.kept = SqliteStore.open(copy, create=False, clock=self.clock)

    @rule()
    def send_as_lines(self) -> None:
        lines = []
        for store in self.stores:
            stream = io.BytesIO()
            export_log(store, stream)
            lines.append(stream.getvalue())
        assert lines[0] == lines[1]
        with MemoryStore() as other:
            assert import_log(other, io.BytesIO(lines[0])) == self.memory.head()
            assert [(r.stream, r.event) for r in other.read_all()] == self.log

    @rule(data=st.binary(max_size=3))
    def cache_something(self, data: bytes) -> None:
        self.both(lambda store: store.cache(KEY, data))
        self.cache = data

    @rule()
    def drop_caches(self) -> None:
        self.both(lambda store: store.drop_caches())
        self.cache = None

    @rule(name=st.sampled_from(CONSUMERS), limit=st.integers(1, 4), commits=st.integers(0, 3))
    def consume(self, name: str, limit: int, commits: int) -> None:
        """Take in batches and commit the first few; the rest is forgotten."""
        position, data = self.consumed[name]
        for store in self.stores:
            consumer = Subscription(store, name)
            made, left = data, commits
            for batch in consumer.batches(limit=limit, poll=None):
                if not left:
                    break
                made += b"".join(b"%d " % record.position for record in batch)
                consumer.commit(made)
                left -= 1
            self.consumed[name] = (consumer.position, consumer.data)
            assert consumer.position == min(len(self.log), position + limit * commits) or (
                consumer.position == position == len(self.log)
            )

    @rule(name=st.sampled_from(CONSUMERS))
    def consume_twice_at_once(self, name: str) -> None:
        position, _ = self.consumed[name]
        for store in self.stores:
            with pytest.raises(StoreError):
                store.keep_checkpoint(name, Checkpoint(position), expected=position + 1)

    # ---- What holds ------------------------------------------------------------------------

    @invariant()
    def the_log_is_what_was_appended(self) -> None:
        if not hasattr(self, "log"):
            return
        records: Any = self.both(lambda store: list(store.read_all()))
        assert [(record.stream, record.event) for record in records] == self.log
        assert [record.position for record in records] == list(range(1, len(self.log) + 1))
        self.both(lambda store: list(store.rows()))
        head = self.both(lambda store: store.head())
        assert self.both(lambda store: store.verify(head=store.head())) == head
        for stream in STREAMS:
            found: Any = self.both(lambda store, name=stream: list(store.read(name)))  # type: ignore[misc]
            assert [record.version for record in found] == list(range(1, self.version(stream) + 1))
            assert [r.event for r in found] == [e for name, e in self.log if name == stream]
        assert self.both(lambda store: store.streams()) == tuple(
            dict.fromkeys(name for name, _ in self.log)
        )

    @invariant()
    def what_is_beside_the_log_is_what_was_kept(self) -> None:
        if not hasattr(self, "log"):
            return
        assert self.both(lambda store: store.cached(KEY)) == self.cache
        for name, (position, data) in self.consumed.items():
            found = self.both(lambda store, name=name: store.checkpoint(name))  # type: ignore[misc]
            assert found == Checkpoint(position, data)
            assert data == b"".join(b"%d " % number for number in range(1, position + 1))

    @invariant()
    def every_event_stands_where_it_belongs(self) -> None:
        if hasattr(self, "log"):
            assert all(name in {stream_of(event), CURATION} for name, event in self.log)


TestStoreMachine = StoreMachine.TestCase
TestStoreMachine.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
