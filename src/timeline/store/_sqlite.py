"""The embedded default: a store in one SQLite file, for several threads and processes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Self

from timeline.errors import BrokenStore, StoreError, UnknownName
from timeline.store._append import Tail, encoded, placed
from timeline.store._chain import ChainCheck, check_is_head
from timeline.store._memory import utc_now
from timeline.store._protocol import (
    Appended,
    Batch,
    CacheKey,
    EventStore,
    Expected,
    ExpectedVersion,
    Head,
)
from timeline.store._recorded import microseconds
from timeline.store._schema import DEFINITIONS
from timeline.store._sqlite_about import curating_rows, rows_about
from timeline.store._sqlite_file import open_file, translated
from timeline.store._sqlite_rows import (
    BOUNDS,
    INDEX,
    INSERT,
    RECORD,
    bounds,
    columns,
    hexadecimal,
    index_row_of,
    record_of,
    version_of,
)

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Callable, Collection, Iterator, Sequence
    from types import TracebackType

    from timeline.model import Event
    from timeline.store._append import Encoded, Placed
    from timeline.store._recorded import IndexRow, RecordedEvent
    from timeline.store._sqlite_rows import Row

_BY_POSITION = "FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?"
_READ_LOG = f"SELECT {RECORD} {_BY_POSITION}"
_READ_ROWS = f"SELECT {INDEX} {_BY_POSITION}"
_READ_ALL = f"SELECT {RECORD}, {INDEX}, {BOUNDS} {_BY_POSITION}"
_READ_STREAM = (
    f"SELECT {RECORD} FROM events WHERE stream = ? "  # noqa: S608  # names of columns alone
    "AND version > ? AND version <= ? ORDER BY version LIMIT ?"
)
_TAIL = "SELECT position, hash, recorded_at FROM events ORDER BY position DESC LIMIT 1"

_PAGE = 512  # events read at once; the store is not locked between two pages
_LEAST = -(2**63)


class SqliteStore(EventStore):
    """An `EventStore` in one file.

    An append is on disk when it returns (write-ahead log, ``synchronous = FULL``). One process
    writes at a time and the others wait; readers wait for no one. Threads may share a store;
    a process that was forked opens it anew. Use `open`.
    """

    def __init__(
        self,
        file: str,
        connection: sqlite3.Connection,
        *,
        writes: bool,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._file = file
        self._connection = connection
        self._writes = writes
        self._clock = clock
        self._lock = threading.RLock()
        self._process = os.getpid()
        self._closed = False
        self._unkept: dict[CacheKey, bytes] = {}

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        create: bool = True,
        timeout: float = 5.0,
        clock: Callable[[], dt.datetime] = utc_now,
    ) -> Self:
        """Open the store at *path*.

        A file or folder that may only be read is opened for reading.

        Args:
            path: the file.
            create: make a store where there is no file, or an empty one.
            timeout: how many seconds to wait for other processes at most.
            clock: tells the time of recording.

        Raises:
            NotAStore: the file is something else, or missing; it is left as it is.
            BrokenStore: the file is damaged.
            StoreBusy: another process kept the file locked.
        """
        place = Path(path)
        connection, writes = open_file(place, create=create, timeout=timeout)
        return cls(str(place), connection, writes=writes, clock=clock)

    @contextlib.contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._closed:
                raise StoreError(f"{self._file}: the store is closed")
            if self._process != os.getpid():
                raise StoreError(f"{self._file}: opened before a fork; open it again in the child")
            with translated(self._file):
                yield self._connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the file's write lock; all that is done is kept, or nothing."""
        with self._connected() as db:
            if not self._writes:
                raise StoreError(f"{self._file}: it may only be read")
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    # ---- Appending -------------------------------------------------------------------------

    def append(
        self, stream: str, events: Sequence[Event], *, expected: Expected = ExpectedVersion.ANY
    ) -> Appended:
        ready = encoded([(stream, events, expected)])
        with self._writing() as db:
            fresh = self._append(db, ready)
            return Appended(stream, fresh.versions[stream], fresh.tail.head.position)

    def append_all(self, batches: Sequence[Batch]) -> Head:
        ready = encoded(batches)
        with self._writing() as db:
            return self._append(db, ready).tail.head

    def _append(self, db: sqlite3.Connection, ready: Sequence[Encoded]) -> Placed[Row]:
        # The clock is read under the lock, so that no other process records in between.
        now = microseconds(self._clock(), "clock")
        fresh = placed(ready, self._tail(db), lambda stream: version_of(db, stream), now, columns)
        db.executemany(INSERT, fresh.kept)
        return fresh

    def _tail(self, db: sqlite3.Connection) -> Tail:
        row = db.execute(_TAIL).fetchone()
        if row is None:
            return Tail()
        position, digest, recorded_at = row
        return Tail(Head(position, hexadecimal(digest, self._file, position)), recorded_at)

    # ---- Reading ---------------------------------------------------------------------------

    def read(self, stream: str, *, after: int = 0) -> Iterator[RecordedEvent]:
        last = self.version(stream)
        return (
            record_of(row, self._file)
            for row in self._pages(_READ_STREAM, (stream,), max(after, 0), last, key=2)
        )

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        return (record_of(row, self._file) for row in self._between(_READ_LOG, after, upto))

    def rows(self, *, after: int = 0, upto: int | None = None) -> Iterator[IndexRow]:
        return (index_row_of(row, self._file) for row in self._between(_READ_ROWS, after, upto))

    def rows_about(
        self,
        *,
        claims: Collection[str] = (),
        facts: Collection[str] = (),
        articles: Collection[str] = (),
        upto: int,
    ) -> list[IndexRow]:
        with self._connected() as db:
            found = rows_about(db, claims, facts, articles, upto)
        return [index_row_of(row, self._file) for row in found]

    def curating_rows(self, *, upto: int) -> list[IndexRow]:
        with self._connected() as db:
            found = curating_rows(db, upto)
        return [index_row_of(row, self._file) for row in found]

    def _between(self, query: str, after: int, upto: int | None) -> Iterator[Row]:
        last = self.head().position
        return self._pages(query, (), max(after, 0), last if upto is None else min(upto, last))

    def _pages(
        self, query: str, fixed: Row, after: int, upto: int, *, key: int = 0
    ) -> Iterator[Row]:
        """Yield rows whose *key* column lies in the window; nothing is locked in between."""
        while after < upto:
            with self._connected() as db:
                page = db.execute(query, (*fixed, after, upto, _PAGE)).fetchall()
            yield from page
            if len(page) < _PAGE:
                return
            after = page[-1][key]

    def fetch(self, positions: Sequence[int]) -> list[RecordedEvent]:
        last = self.head().position
        wanted = sorted(set(positions))
        found: dict[int, RecordedEvent] = {}
        for start in range(0, len(wanted), _PAGE):
            chunk = [position for position in wanted[start : start + _PAGE] if 0 < position <= last]
            marks = ", ".join("?" * len(chunk))
            with self._connected() as db:
                rows = db.execute(
                    f"SELECT {RECORD} FROM events WHERE position IN ({marks})",  # noqa: S608  # marks alone
                    chunk,
                ).fetchall()
            found |= {row[0]: record_of(row, self._file) for row in rows}
        for position in positions:
            if position not in found:
                raise UnknownName("position", str(position))
        return [found[position] for position in positions]

    def version(self, stream: str) -> int:
        with self._connected() as db:
            return version_of(db, stream)

    def streams(self) -> tuple[str, ...]:
        with self._connected() as db:
            rows = db.execute("SELECT stream FROM events WHERE version = 1 ORDER BY position")
            return tuple(stream for (stream,) in rows)

    def head(self) -> Head:
        with self._connected() as db:
            return self._tail(db).head

    def position_at(self, instant: dt.datetime) -> int:
        by = microseconds(instant, "instant")
        low, high = 0, self.head().position
        while low < high:  # times of recording never decrease, so that no index is needed
            middle = (low + high + 1) // 2
            with self._connected() as db:
                row = db.execute(
                    "SELECT recorded_at FROM events WHERE position = ?", (middle,)
                ).fetchone()
            if row is None:
                raise BrokenStore(self._file, middle, "missing")
            low, high = (middle, high) if row[0] <= by else (low, middle - 1)
        return low

    # ---- Caches ----------------------------------------------------------------------------

    def cached(self, key: CacheKey) -> bytes | None:
        with self._connected() as db:
            row = db.execute(
                "SELECT digest, data FROM caches WHERE projection = ? AND version = ? AND head = ?",
                (key.projection, key.version, key.head),
            ).fetchone()
        if row is None or _digest(key, row[1]) != row[0]:  # a damaged cache is as good as none
            return self._unkept.get(key)
        return bytes(row[1])

    def cache(self, key: CacheKey, data: bytes) -> None:
        if not self._writes:  # kept until the store is closed; it can be had again
            self._unkept[key] = data
            return
        with self._writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO caches VALUES (?, ?, ?, ?, ?)",
                (key.projection, key.version, key.head, _digest(key, data), data),
            )

    def drop_caches(self) -> None:
        self._unkept.clear()
        if self._writes:
            with self._writing() as db:
                db.execute("DELETE FROM caches")

    # ---- Checking --------------------------------------------------------------------------

    def verify(
        self,
        *,
        head: Head | str | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Head:
        check_is_head(head)
        total = self.head().position
        found = ChainCheck(self._file, head).run(self._pairs(total), total, progress)
        with self._connected() as db:
            self._check_guards(db)
            problem = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if problem != "ok":
            raise BrokenStore(self._file, None, f"the file is damaged ({problem})")
        return found

    def _pairs(self, total: int) -> Iterator[tuple[RecordedEvent, IndexRow]]:
        after, size = _LEAST, _PAGE  # from below 1, where nothing should be
        while after < total:
            try:
                with self._connected() as db:
                    page = db.execute(_READ_ALL, (after, total, size)).fetchall()
            except BrokenStore as error:
                if size == 1:
                    problem = f"cannot be read ({error.__cause__})"
                    raise BrokenStore(self._file, max(after, 0) + 1, problem) from error
                size = 1  # once more, one by one, to find the place
                continue
            if not page:
                return
            for row in page:
                indexed = index_row_of(row[8:19], self._file)
                if bounds(indexed) != row[19:]:
                    problem = "the index bounds its dates otherwise than they are written"
                    raise BrokenStore(self._file, row[0], problem)
                yield record_of(row[:8], self._file), indexed
            after = page[-1][0]

    def _check_guards(self, db: sqlite3.Connection) -> None:
        found = {
            name: (kind, sql)
            for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_master")
        }
        for name, sql in DEFINITIONS.items():
            if found.get(name, ("", ""))[1] != sql:
                raise BrokenStore(self._file, None, f"{name!r} is missing or was changed")
        for name, (kind, _) in found.items():
            if kind == "trigger" and name not in DEFINITIONS:
                raise BrokenStore(self._file, None, f"the trigger {name!r} is not ours")

    # ---- Closing ---------------------------------------------------------------------------

    def close(self) -> None:
        with self._lock, translated(self._file):
            self._closed = True
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _digest(key: CacheKey, data: object) -> bytes:
    if not isinstance(data, bytes):
        return b""
    name = f"{key.projection}\n{key.version}\n{key.head}\n".encode()
    return hashlib.sha256(name + data).digest()
