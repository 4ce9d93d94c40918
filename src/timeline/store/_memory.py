"""A store that lives as long as the process: for tests, notebooks and a handful of articles."""

from __future__ import annotations

import bisect
import datetime as dt
import threading
from typing import TYPE_CHECKING, Self

import attrs

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
    index_fields,
    instant_of,
    microseconds,
    record_of,
    row_of,
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


@attrs.frozen
class _Kept:
    record: RecordedEvent
    recorded_at: int
    row: IndexRow


def _kept(run: Run) -> Iterator[_Kept]:
    instant, stream, previous = instant_of(run.recorded_at), run.stream, run.previous
    piece = run.piece
    for number, (type_, payload, event, digest) in enumerate(
        zip(piece.types, piece.payloads, piece.events, run.hashes, strict=True)
    ):
        position, version = run.position + number, run.version + number
        record = record_of(
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
        row = row_of(position, stream, version, type_, *index_fields(event))
        yield _Kept(record, run.recorded_at, row)
        previous = digest


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
        self._log: list[_Kept] = []
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
        self._take([kept for run in fresh.runs for kept in _kept(run)])
        self._tail = fresh.tail

    def extend(self, records: Iterable[RecordedEvent]) -> Head:
        with self._lock:
            self._open()
            runs = adopted(records, self._tail, self._version)
            fresh = [kept for run in runs for kept in _kept(run)]
            self._take(fresh)
            if fresh:
                last = fresh[-1]
                self._tail = Tail(Head(last.record.position, last.record.hash), last.recorded_at)
            return self._tail.head

    def _take(self, fresh: Sequence[_Kept]) -> None:
        self._log += fresh
        for one in fresh:
            self._streams.setdefault(one.record.stream, []).append(one.record.position)

    def _version(self, stream: str) -> int:
        return len(self._streams.get(stream, ()))

    def _open(self) -> None:
        if self._closed:
            raise StoreError(f"{_NAME}: the store is closed")

    def _between(self, after: int, upto: int | None) -> Iterator[_Kept]:
        self._open()
        end = len(self._log) if upto is None else min(upto, len(self._log))
        return (self._log[at] for at in range(max(after, 0), end))

    def read(self, stream: str, *, after: int = 0) -> Iterator[RecordedEvent]:
        self._open()
        positions = self._streams.get(stream, [])[max(after, 0) :]
        return (self._log[position - 1].record for position in positions)

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        return (one.record for one in self._between(after, upto))

    def rows(self, *, after: int = 0, upto: int | None = None) -> Iterator[IndexRow]:
        return (one.row for one in self._between(after, upto))

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
        return [self._log[position - 1].record for position in positions]

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
        by = microseconds(instant, "instant")
        return bisect.bisect_right(self._log, by, key=lambda one: one.recorded_at)

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
        pairs = ((one.record, one.row) for one in self._between(0, None))
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
