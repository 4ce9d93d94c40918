"""What `verify` looks at in a file beyond the chain: every column, the guards, the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import BrokenStore
from timeline.store._schema import DEFINITIONS
from timeline.store._sqlite_beside import checkpoint_of
from timeline.store._sqlite_rows import (
    BOUNDS,
    INDEX,
    RECORD,
    bounds,
    index_row_of,
    record_of,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from timeline.store._recorded import IndexRow, RecordedEvent

_READ = (
    f"SELECT {RECORD}, {INDEX}, {BOUNDS} FROM events "  # noqa: S608  # names of columns alone
    "WHERE position > ? AND position <= ? ORDER BY position LIMIT ?"
)
_PAGE = 512  # events read at once; the store is not locked between two pages
_LEAST = -(2**63)


def checked_pairs(
    connected: Callable[[], AbstractContextManager[sqlite3.Connection]], file: str, total: int
) -> Iterator[tuple[RecordedEvent, IndexRow]]:
    """Yield each record with its row of the index, whose numbers fit its dates.

    Raises:
        BrokenStore: a row cannot be read, or says two things; it names its position.
    """
    after, size = _LEAST, _PAGE  # from below 1, where nothing should be
    while after < total:
        try:
            with connected() as db:
                page = db.execute(_READ, (after, total, size)).fetchall()
        except BrokenStore as error:
            if size == 1:
                problem = f"cannot be read ({error.__cause__})"
                raise BrokenStore(file, max(after, 0) + 1, problem) from error
            size = 1  # once more, one by one, to find the place
            continue
        if not page:
            return
        for row in page:
            indexed = index_row_of(row[8:19], file)
            if bounds(indexed) != row[19:]:
                problem = "the index bounds its dates otherwise than they are written"
                raise BrokenStore(file, row[0], problem)
            yield record_of(row[:8], file), indexed
        after = page[-1][0]


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
