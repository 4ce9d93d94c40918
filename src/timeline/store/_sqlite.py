"""The embedded default: a store in one SQLite file, for several threads and processes."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Self

from timeline.errors import WrongExpectedVersion
from timeline.store._append import adopted, encoded, placed
from timeline.store._chain import ChainCheck, check_is_head
from timeline.store._follow import check_checkpoint, check_name, follow
from timeline.store._group import Line
from timeline.store._memory import utc_now
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
from timeline.store._recorded import microseconds
from timeline.store._sqlite_access import Access
from timeline.store._sqlite_backup import back_up
from timeline.store._sqlite_beside import (
    read_cache,
    read_checkpoint,
    write_caches,
    write_checkpoint,
)
from timeline.store._sqlite_check import (
    FileCheck,
    check_checkpoints,
    check_file,
    check_guards,
)
from timeline.store._sqlite_file import open_file
from timeline.store._sqlite_read import (
    curating_rows,
    fetched,
    index,
    log,
    recorded_by,
    rows_about,
    stream_log,
    streams_of,
    tail_of,
    version_of,
)
from timeline.store._sqlite_runs import keep

if TYPE_CHECKING:
    import datetime as dt
    import os
    import threading
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from timeline.model import Event
    from timeline.store._append import Placed
    from timeline.store._recorded import IndexRow, RecordedEvent
    from timeline.store._sqlite_file import Durability


_AT_ONCE = 64  # runs of another log that are kept by one statement


class SqliteStore(EventStore):
    """An `EventStore` in one file.

    One process writes at a time and the others wait; readers wait for no other process. Threads
    may share a store, and what they append at the same time shares one transaction. A process
    that was forked opens it anew. Use `open`.
    """

    def __init__(
        self,
        file: str,
        access: Access,
        *,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._file = file
        self._access = access
        self._clock = clock
        self._line: Line = Line()
        self._unkept: dict[CacheKey, bytes] = {}

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        create: bool = True,
        durability: Durability = "full",
        timeout: float = 5.0,
        clock: Callable[[], dt.datetime] = utc_now,
    ) -> Self:
        """Open the store at *path*.

        A file or folder that may only be read is opened for reading.

        Args:
            path: the file.
            create: make a store where there is no file, or an empty one.
            durability: what a crash of the computer can undo: nothing, or the last appends
                (see `Durability`).
            timeout: how many seconds to wait for other processes at most.
            clock: tells the time of recording.

        Raises:
            NotAStore: the file is something else, or missing; it is left as it is.
            BrokenStore: the file is damaged.
            StoreBusy: another process kept the file locked.
            InvalidValue: there is no such durability.
        """
        place = Path(path)
        connection, writes = open_file(place, create=create, timeout=timeout, durability=durability)
        return cls(str(place), Access(str(place), connection, writes=writes), clock=clock)

    @property
    def name(self) -> str:
        return self._file

    # ---- Appending -------------------------------------------------------------------------

    def append(
        self, stream: str, events: Sequence[Event], *, expected: Expected = ExpectedVersion.ANY
    ) -> Appended:
        fresh = self._append([(stream, events, expected)])
        return Appended(stream, fresh.versions[stream], fresh.tail.head.position)

    def append_all(self, batches: Sequence[Batch]) -> Head:
        return self._append(batches).tail.head

    def _append(self, batches: Sequence[Batch]) -> Placed:
        ready = encoded(batches)
        self._access.check()
        return self._line.commit(ready, self._append_all_in_line)

    def _append_all_in_line(self) -> None:
        # The line is called when the connection is ours: until then more may join.
        with (
            self._access.reading(),
            self._line.called() as tickets,
            self._access.writing() as db,
        ):
            # The clock is read under the lock, so that no other process records in between.
            now = microseconds(self._clock(), "clock")
            tail = tail_of(db, self._file)
            for ticket in tickets:
                try:
                    fresh = placed(
                        ticket.ready,
                        tail,
                        lambda stream: version_of(db, stream, self._file),
                        now,
                    )
                except WrongExpectedVersion as error:  # the others are none the worse for it
                    ticket.found = error
                    continue
                keep(db, fresh.runs)
                ticket.found, tail = fresh, fresh.tail

    def extend(self, records: Iterable[RecordedEvent]) -> Head:
        with self._access.writing() as db:
            tail = tail_of(db, self._file)
            runs = adopted(records, tail, lambda stream: version_of(db, stream, self._file))
            while some := list(itertools.islice(runs, _AT_ONCE)):
                keep(db, some)
            return tail_of(db, self._file).head

    # ---- Reading ---------------------------------------------------------------------------

    def read(self, stream: str, *, after: int = 0) -> Iterator[RecordedEvent]:
        last = self.version(stream)
        return stream_log(self._access, self._file, stream, max(after, 0), last)

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        return log(self._access, self._file, max(after, 0), self._end(upto))

    def rows(self, *, after: int = 0, upto: int | None = None) -> Iterator[IndexRow]:
        return index(self._access, self._file, max(after, 0), self._end(upto))

    def _end(self, upto: int | None) -> int:
        last = self.head().position
        return last if upto is None else min(upto, last)

    def rows_about(
        self,
        *,
        claims: Collection[str] = (),
        facts: Collection[str] = (),
        articles: Collection[str] = (),
        upto: int,
    ) -> list[IndexRow]:
        return rows_about(self._access, self._file, claims, facts, articles, upto)

    def curating_rows(self, *, upto: int) -> list[IndexRow]:
        return curating_rows(self._access, self._file, upto)

    def fetch(self, positions: Sequence[int]) -> list[RecordedEvent]:
        return fetched(self._access, self._file, positions, self.head().position)

    def version(self, stream: str) -> int:
        with self._access.reading() as db:
            return version_of(db, stream, self._file)

    def streams(self) -> tuple[str, ...]:
        with self._access.reading() as db:
            return streams_of(db)

    def head(self) -> Head:
        with self._access.reading() as db:
            return tail_of(db, self._file).head

    def position_at(self, instant: dt.datetime) -> int:
        by = microseconds(instant, "instant")
        return recorded_by(self._access, self._file, by, self.head().position)

    # ---- Consumers -------------------------------------------------------------------------

    def follow(
        self,
        position: int = 0,
        *,
        poll: float | None = POLL,
        stop: threading.Event | None = None,
    ) -> Iterator[RecordedEvent]:
        return follow(self, position, poll=poll, stop=stop)

    def checkpoint(self, name: str) -> Checkpoint:
        with self._access.reading() as db:
            return read_checkpoint(db, check_name(name), self._file)

    def keep_checkpoint(self, name: str, checkpoint: Checkpoint, *, expected: int) -> None:
        with self._access.writing() as db:
            found = read_checkpoint(db, check_name(name), self._file)
            end = tail_of(db, self._file).head.position
            check_checkpoint(name, checkpoint, found, expected=expected, end=end)
            write_checkpoint(db, name, checkpoint)

    # ---- Caches ----------------------------------------------------------------------------

    def cached(self, key: CacheKey) -> bytes | None:
        with self._access.reading() as db:
            found = read_cache(db, key)
        return self._unkept.get(key) if found is None else found

    def cache(self, key: CacheKey, data: bytes) -> None:
        self.cache_all({key: data})

    def cache_all(self, entries: Mapping[CacheKey, bytes]) -> None:
        if not self._access.writes:  # kept until the store is closed; it can be had again
            self._unkept.update(entries)
            return
        with self._access.writing() as db:
            write_caches(db, entries)

    def drop_caches(self) -> None:
        self._unkept.clear()
        if self._access.writes:
            with self._access.writing() as db:
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
        file = FileCheck(self._access.reading, self._file, total)
        found = ChainCheck(self._file, head).run(file.pairs(), total, progress)
        with self._access.reading() as db:
            file.check_mentions(db)
            check_guards(db, self._file)
            check_checkpoints(db, self._file)
            check_file(db, self._file)
        return found

    def backup(
        self,
        path: str | os.PathLike[str],
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> Head:
        """Copy the store into a new file at *path*, as it stands when the copy begins.

        Other threads and processes may write meanwhile. The copy appears at *path* when it is
        whole and on disk; it is a store like this one.

        Args:
            path: the file to make.
            progress: called now and then with the pages of the file that are done, and their
                number.

        Raises:
            StoreError: there is a file at *path* already, or it cannot be written.

        Returns:
            The head of the copy, which is worth keeping elsewhere.
        """
        with self._access.reading():
            pass  # a store that is closed is not copied
        return back_up(Path(self._file), Path(path), progress)

    # ---- Closing ---------------------------------------------------------------------------

    def close(self) -> None:
        self._access.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
