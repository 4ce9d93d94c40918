"""What every event store promises, whatever it keeps its events in."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Protocol, Self

import attrs

if TYPE_CHECKING:
    import datetime as dt
    import threading
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from timeline.model import Event
    from timeline.store._recorded import IndexRow, RecordedEvent

GENESIS = "0" * 64
"""The hash before the first event."""

POLL = 0.1
"""Seconds between two looks at a log that has nothing new."""


class ExpectedVersion(enum.Enum):
    """What a writer expects of a stream that it has not read to its end.

    A writer that has read it names the version instead, a number; 0 is a stream that does not
    exist.
    """

    ANY = "any"
    """Whatever is there."""
    NO_STREAM = "0 (no stream)"
    """The stream must not exist."""
    STREAM_EXISTS = "1 or more"
    """The stream must exist, at any version."""

    def __str__(self) -> str:
        return self.value


Expected = ExpectedVersion | int
"""A rule, or the very version that the stream must have."""


@attrs.frozen
class Head:
    """The end of a log: kept elsewhere, it proves later that nothing before it was changed.

    Args:
        position: the position of the last event; 0 for an empty log.
        hash: its hash, 64 hexadecimal digits; zeros for an empty log.
    """

    position: int = 0
    hash: str = GENESIS


@attrs.frozen
class Appended:
    """Where things stand after an append.

    Args:
        stream: the stream appended to.
        version: the version of the stream now; 0 where it still does not exist.
        position: the position of the last event of the log now.
    """

    stream: str
    version: int
    position: int


@attrs.frozen
class CacheKey:
    """What a cached state was computed by, and from what; another key is another state.

    Args:
        projection: the name of the projection.
        version: the version of the projection, or of the layout of what it dumped.
        head: the hash of the last event that went into it.
    """

    projection: str
    version: int
    head: str


@attrs.frozen
class Checkpoint:
    """Where a consumer of the log stands, and what it made of the log up to there.

    Args:
        position: the last position that it took in; 0 before the first.
        data: what it keeps: a state, or whatever else it needs to go on.
    """

    position: int = 0
    data: bytes = attrs.field(default=b"", repr=False)


Batch = tuple[str, "Sequence[Event]", Expected]
"""A stream, events for it, and what is expected of it."""


class EventStore(Protocol):
    """An append-only log of events in streams, chained by hash.

    Two numbers count events: the *version*, from 1 within a stream, and the *position*, from 1
    within the log; neither has gaps. What is read is fixed when the read begins: events appended
    meanwhile are not in it.
    """

    @property
    def name(self) -> str:
        """What errors call the store: its file, or where else it is."""
        ...

    def append(
        self, stream: str, events: Sequence[Event], *, expected: Expected = ExpectedVersion.ANY
    ) -> Appended:
        """Append *events* to *stream*, all or none.

        No events is no change, but *expected* is checked all the same.

        Raises:
            WrongExpectedVersion: the stream is not as *expected*.
            InvalidValue: an event belongs to another stream, or cannot be stored.
            StoreBusy: another process held the store for too long.
        """
        ...

    def append_all(self, batches: Sequence[Batch]) -> Head:
        """Append to several streams, in order, all or nothing; errors as for `append`."""
        ...

    def extend(self, records: Iterable[RecordedEvent]) -> Head:
        """Append events of another log as they were recorded there, all or none.

        Positions, versions, times and hashes stay, so that both logs have one head. Each event is
        checked as `verify` would.

        Raises:
            BrokenStore: an event is not the very next of this log, or is not as it was written;
                it names the file and the position of that event.
        """
        ...

    def read(self, stream: str, *, after: int = 0) -> Iterator[RecordedEvent]:
        """Yield the events of *stream* whose version lies beyond *after*, in order.

        A stream that does not exist has no events.
        """
        ...

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        """Yield the events of the log beyond position *after*, up to and with *upto*."""
        ...

    def rows(self, *, after: int = 0, upto: int | None = None) -> Iterator[IndexRow]:
        """Yield what the index knows of the same events; no payload is decoded."""
        ...

    def rows_about(
        self,
        *,
        claims: Collection[str] = (),
        facts: Collection[str] = (),
        articles: Collection[str] = (),
        upto: int,
    ) -> list[IndexRow]:
        """Return what the index knows of the events about a few things, in order of position.

        Args:
            claims: events that name one of these claims,
            facts: events that name one of these facts,
            articles: and the first events of these streams,
            upto: up to and with this position.
        """
        ...

    def curating_rows(self, *, upto: int) -> list[IndexRow]:
        """Return what the index knows of all curation but links and dismissals, in order."""
        ...

    def fetch(self, positions: Sequence[int]) -> list[RecordedEvent]:
        """Return the events at *positions*, in the order asked.

        Raises:
            UnknownName: the log has no event at one of them.
        """
        ...

    def version(self, stream: str) -> int:
        """Return the version of *stream*; 0 where it does not exist."""
        ...

    def streams(self) -> tuple[str, ...]:
        """Return the names of all streams, in the order of their first events."""
        ...

    def head(self) -> Head:
        """Return the end of the log."""
        ...

    def position_at(self, instant: dt.datetime) -> int:
        """Return the last position that was recorded by *instant*; 0 where none was.

        Raises:
            InvalidValue: *instant* has no time zone.
        """
        ...

    def follow(
        self,
        position: int = 0,
        *,
        poll: float | None = POLL,
        stop: threading.Event | None = None,
    ) -> Iterator[RecordedEvent]:
        """Yield the events beyond *position*, then each that is appended, by whomever.

        None is left out and none comes twice. To go on later, keep the position of the last event
        that was dealt with.

        Args:
            position: where to begin.
            poll: seconds between two looks at a log that has nothing new; None ends there.
            stop: set it from another thread to end.

        Raises:
            BrokenStore: the log does not reach *position*, or got shorter.
        """
        ...

    def checkpoint(self, name: str) -> Checkpoint:
        """Return where the consumer *name* stands; position 0 where it never kept one."""
        ...

    def keep_checkpoint(self, name: str, checkpoint: Checkpoint, *, expected: int) -> None:
        """Keep where the consumer *name* stands, if its last position is *expected*.

        `Subscription` calls this for you.

        Raises:
            WrongExpectedVersion: another consumer of this name came first.
            InvalidValue: the log does not reach the position.
        """
        ...

    def cached(self, key: CacheKey) -> bytes | None:
        """Return what was cached under *key*; None where nothing is."""
        ...

    def cache(self, key: CacheKey, data: bytes) -> None:
        """Keep *data* under *key*, in place of what was there; the log does not change."""
        ...

    def cache_all(self, entries: Mapping[CacheKey, bytes]) -> None:
        """Keep several at once, as `cache` does: all or none, where a store can do so."""
        for key, data in entries.items():
            self.cache(key, data)

    def drop_caches(self) -> None:
        """Forget all that was cached; answers stay the same, and take longer once."""
        ...

    def verify(
        self,
        *,
        head: Head | str | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Head:
        """Recompute the whole chain and the index, decode every event, and return the head.

        Args:
            head: a head, or the hash of one, that was kept elsewhere. Without it, a log that was
                cut short, or rewritten with its chain, looks whole.
            progress: called now and then with the events done and their number.

        Raises:
            BrokenStore: something is wrong; it names the first position.
        """
        ...

    def close(self) -> None:
        """Let go of files; a store that is closed answers no more. Closing twice is fine."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
