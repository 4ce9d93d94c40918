"""What `verify` looks at in a file beyond the chain: every column, the guards, the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import BrokenStore, shown
from timeline.store._run import Piece, Run
from timeline.store._schema import DEFINITIONS
from timeline.store._sqlite_beside import checkpoint_of
from timeline.store._sqlite_runs import (
    INDEX,
    RECORDS,
    index_rows_of,
    mentioned,
    records_of,
    written,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from timeline.store._recorded import Fields, IndexRow, RecordedEvent
    from timeline.store._sqlite_runs import Row

_COLUMNS = (
    "position, count, recorded_at, stream, version, previous, hashes, digest, types, about, "
    "payloads"
)
_READ = (
    f"SELECT {_COLUMNS}, {RECORDS}, {INDEX} FROM runs "  # noqa: S608  # names of columns alone
    "WHERE position > ? AND position <= ? ORDER BY position LIMIT ?"
)
_PAGE = 32  # runs read at once; the store is not locked between two pages
_LEAST = -(2**63)


class FileCheck:
    """Reads a whole log for `ChainCheck`, and looks at what a chain of events does not cover.

    Args:
        connected: gives the connection.
        file: the store, for errors.
        total: the last position to read.
    """

    def __init__(
        self,
        connected: Callable[[], AbstractContextManager[sqlite3.Connection]],
        file: str,
        total: int,
    ) -> None:
        self._connected = connected
        self._file = file
        self._total = total
        self._mentions = 0

    def pairs(self) -> Iterator[tuple[RecordedEvent, IndexRow]]:
        """Yield each record with its row of the index; a run behind them is as we write it.

        Raises:
            BrokenStore: a row cannot be read, or is written otherwise; it names a position.
        """
        for row in self._rows():
            some = len(_COLUMNS.split())
            more = some + len(RECORDS.split())
            records = list(records_of(row[some:more], self._file))
            indexed = index_rows_of(row[more:], self._file)
            yield from zip(records, indexed, strict=True)
            self._check_run(row[:some], records, indexed)

    def _rows(self) -> Iterator[Row]:
        after, size = _LEAST, _PAGE  # from below 1, where nothing should be
        while after < self._total:
            try:
                with self._connected() as db:
                    page = db.execute(_READ, (after, self._total, size)).fetchall()
            except BrokenStore as error:
                if size == 1:
                    problem = f"cannot be read ({error.__cause__})"
                    raise BrokenStore(self._file, max(after, 0) + 1, problem) from error
                size = 1  # once more, one by one, to find the place
                continue
            if not page:
                return
            yield from page
            after = page[-1][0]

    def _check_run(
        self, row: Row, records: Sequence[RecordedEvent], indexed: Sequence[IndexRow]
    ) -> None:
        """Check that *row* is what we write of these events, and is found by what they mention."""
        position, stream, version = row[0], records[0].stream, records[0].version
        types = [record.type for record in records]
        fields: list[Fields] = [
            (one.claim, one.fact, one.basis, one.stance, one.chain, one.occurred, one.date)
            for one in indexed
        ]
        piece = Piece(types, [record.payload for record in records], ())
        hashes = [record.hash for record in records]
        run = Run(position, stream, version, row[2], records[0].previous, hashes, piece)
        if written(run, fields) != row:
            raise BrokenStore(self._file, position, "its run is written otherwise than we write")
        with self._connected() as db:
            for name in mentioned(stream, types, fields):
                query = "SELECT 1 FROM mentions WHERE name = ? AND position = ?"
                if db.execute(query, (name, position)).fetchone() is None:
                    problem = f"the index does not find it by {shown(name)}"
                    raise BrokenStore(self._file, position, problem)
                self._mentions += 1

    def check_mentions(self, db: sqlite3.Connection) -> None:
        """Check, behind the last of `pairs`, that the index finds nothing that is not there."""
        query = "SELECT count(*) FROM mentions WHERE position <= ?"
        (found,) = db.execute(query, (self._total,)).fetchone()
        if found != self._mentions:
            problem = f"the index has {found} mentions, and the events have {self._mentions}"
            raise BrokenStore(self._file, None, problem)


def check_guards(db: sqlite3.Connection, file: str) -> None:
    """Check that all tables, indexes and triggers are ours, and no trigger is a stranger's."""
    found = {
        name: (kind, sql)
        for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_master")
    }
    for name, sql in DEFINITIONS.items():
        if found.get(name, ("", ""))[1] != sql:
            raise BrokenStore(file, None, f"{name!r} is missing or was changed")
    for name, (kind, _) in found.items():
        if kind == "trigger" and name not in DEFINITIONS:
            raise BrokenStore(file, None, f"the trigger {name!r} is not ours")


def check_checkpoints(db: sqlite3.Connection, file: str) -> None:
    """Check that what consumers keep is what they kept."""
    for row in db.execute("SELECT name, position, digest, data FROM checkpoints"):
        checkpoint_of(row, file)


def check_file(db: sqlite3.Connection, file: str) -> None:
    """Let SQLite check its own structure."""
    problem = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if problem != "ok":
        raise BrokenStore(file, None, f"the file is damaged ({problem})")
