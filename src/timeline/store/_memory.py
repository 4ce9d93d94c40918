"""A store that lives as long as the process: for tests, notebooks and a handful of articles."""

from __future__ import annotations

import bisect
import datetime as dt
import threading
from operator import attrgetter
from typing import TYPE_CHECKING, Self

from timeline.errors import StoreError, UnknownName
from timeline.store._append import Tail, adopted, encoded, placed
from timeline.store._chain import ChainCheck, check_is_head
from timeline.store._follow import check_checkpoint, check_name, follow
from timeline.store._protocol import (
    POLL,
    Appended,
    Batch,
    CacheKey,
    Checkpoint,
    EventStore,
    Expected,
    ExpectedVersion,
    Head,
)
from timeline.store._recorded import (
    IndexRow,
    RecordedEvent,
    instant_of,
    microseconds,
    record_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from timeline.model import Event
    from timeline.store._run import Run

_NAME = "memory"
_SOUND = True  # what was never written needs no digest


def utc_now() -> dt.datetime:
    """Return the time by the computer's clock."""
    return dt.datetime.now(dt.UTC)


def _records(run: Run) -> Iterator[RecordedEvent]:
    instant, stream, previous = instant_of(run.recorded_at), run.stream, run.previous
    position, version, piece = run.position, run.version, run.piece
    for type_, payload, event, digest in zip(
        piece.types, piece.payloads, piece.events, run.hashes, strict=True
    ):
        yield record_of(
            stream,
            version,
            position,
            instant,
            type_,
            payload,
            previous,
            digest,
            _NAME,
            _SOUND,
            event,
        )
        previous, position, version = digest, position + 1, version + 1


class MemoryStore(EventStore):
    """An `EventStore` in memory; several threads may use it.

    Args:
        clock: tells the time of recording.

    >>> from timeline.model import ClaimLinked
    >>> store = MemoryStore()
    >>> store.append("curation", [ClaimLinked("kontur-2025-02-07#14", "pow-capture")])
    Appended(stream='curation', version=1, position=1)
    >>> [record.event.fact for record in store.read("curation")]
    ['pow-capture']
    """

    def __init__(self, *, clock: Callable[[], dt.datetime] = utc_now) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._log: list[RecordedEvent] = []
        self._rows: list[IndexRow] = []
        """The index, as far as somebody has asked for it: who only appends need not wait for it."""
        self._tail = Tail()
        self._streams: dict[str, list[int]] = {}
        self._caches: dict[CacheKey, bytes] = {}
        self._checkpoints: dict[str, Checkpoint] = {}
        self._closed = False

    @property
    def name(self) -> str:
        return _NAME

    def append(
        self, stream: str, events: Sequence[Event], *, expected: Expected = ExpectedVersion.ANY
    ) -> Appended:
        with self._lock:
            self._append([(stream, events, expected)])
            return Appended(stream, len(self._streams.get(stream, ())), len(self._log))

    def append_all(self, batches: Sequence[Batch]) -> Head:
        with self._lock:
            self._append(batches)
            return self._tail.head

    def _append(self, batches: Sequence[Batch]) -> None:
        self._open()
        ready = encoded(batches)
        now = microseconds(self._clock(), "clock")
        fresh = placed(ready, self._tail, self._version, now)
        for run in fresh.runs:
            self._take(run)
        self._tail = fresh.tail

    def extend(self, records: Iterable[RecordedEvent]) -> Head:
        with self._lock:
            self._open()
            # All are checked before the first is taken.
            for run in list(adopted(records, self._tail, self._version)):
                self._take(run)
                last = self._log[-1]
                self._tail = Tail(Head(last.position, last.hash), run.recorded_at)
            return self._tail.head

    def _take(self, run: Run) -> None:
        self._log += _records(run)
        behind = run.position + len(run.hashes)
        self._streams.setdefault(run.stream, []).extend(range(run.position, behind))

    def _version(self, stream: str) -> int:
        return len(self._streams.get(stream, ()))

    def _open(self) -> None:
        if self._closed:
            raise StoreError(f"{_NAME}: the store is closed")

    def _between(self, after: int, upto: int | None) -> range:
        """Return where the events behind one position stand in the log, up to another."""
        self._open()
        end = len(self._log) if upto is None else min(upto, len(self._log))
        return range(max(after, 0), end)

    def read(self, stream: str, *, after: int = 0) -> Iterator[RecordedEvent]:
        self._open()
        positions = self._streams.get(stream, [])[max(after, 0) :]
        return (self._log[position - 1] for position in positions)

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        return (self._log[at] for at in self._between(after, upto))

    def rows(self, *, after: int = 0, upto: int | None = None) -> Iterator[IndexRow]:
        wanted = self._between(after, upto)
        if len(self._rows) < wanted.stop:
            with self._lock:
                fresh = self._log[len(self._rows) : wanted.stop]
                self._rows += [IndexRow.of(record, record.event) for record in fresh]
        return (self._rows[at] for at in wanted)

    def rows_about(
        self,
        *,
        claims: Collection[str] = (),
        facts: Collection[str] = (),
        articles: Collection[str] = (),
        upto: int,
    ) -> list[IndexRow]:
        return [
            row
            for row in self.rows(upto=upto)
            if row.claim in claims
            or row.fact in facts
            or (row.version == 1 and row.stream in articles)
        ]

    def curating_rows(self, *, upto: int) -> list[IndexRow]:
        return [row for row in self.rows(upto=upto) if row.curates]

    def fetch(self, positions: Sequence[int]) -> list[RecordedEvent]:
        self._open()
        for position in positions:
            if not 1 <= position <= len(self._log):
                raise UnknownName("position", str(position))
        return [self._log[position - 1] for position in positions]

    def version(self, stream: str) -> int:
        self._open()
        return self._version(stream)

    def streams(self) -> tuple[str, ...]:
        self._open()
        return tuple(self._streams)

    def head(self) -> Head:
        self._open()
        return self._tail.head

    def position_at(self, instant: dt.datetime) -> int:
        self._open()
        microseconds(instant, "instant")  # which refuses an instant without a time zone
        return bisect.bisect_right(self._log, instant, key=attrgetter("recorded_at"))

    def follow(
        self,
        position: int = 0,
        *,
        poll: float | None = POLL,
        stop: threading.Event | None = None,
    ) -> Iterator[RecordedEvent]:
        return follow(self, position, poll=poll, stop=stop)

    def checkpoint(self, name: str) -> Checkpoint:
        self._open()
        return self._checkpoints.get(check_name(name), Checkpoint())

    def keep_checkpoint(self, name: str, checkpoint: Checkpoint, *, expected: int) -> None:
        with self._lock:
            found = self.checkpoint(name)
            check_checkpoint(name, checkpoint, found, expected=expected, end=len(self._log))
            self._checkpoints[name] = checkpoint

    def cached(self, key: CacheKey) -> bytes | None:
        self._open()
        return self._caches.get(key)

    def cache(self, key: CacheKey, data: bytes) -> None:
        self._open()
        self._caches[key] = data

    def cache_all(self, entries: Mapping[CacheKey, bytes]) -> None:
        self._open()
        self._caches.update(entries)

    def drop_caches(self) -> None:
        self._open()
        self._caches.clear()

    def verify(
        self,
        *,
        head: Head | str | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Head:
        check_is_head(head)
        pairs = zip(self.read_all(), self.rows(), strict=False)
        return ChainCheck(_NAME, head).run(pairs, len(self._log), progress)

    def close(self) -> None:
        self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
