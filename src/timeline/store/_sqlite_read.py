"""What is asked of a store file: each question in the words of SQL, and its answer in ours."""

from __future__ import annotations

import bisect
import itertools
from typing import TYPE_CHECKING, TypeVar

from timeline.errors import BrokenStore, UnknownName, shown
from timeline.model import article_of
from timeline.store._append import Tail
from timeline.store._protocol import Head
from timeline.store._sqlite_runs import CURATION_MARK, INDEX, RECORDS, index_rows_of, records_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.store._recorded import IndexRow, RecordedEvent
    from timeline.store._sqlite_access import Access
    from timeline.store._sqlite_runs import Row

T = TypeVar("T")

# Names of columns and question marks alone are ever put into a statement.
_AHEAD = "FROM runs WHERE position >= ? AND position <= ? ORDER BY position LIMIT ?"
_STREAM = (
    f"SELECT {RECORDS} FROM runs WHERE stream = ? "  # noqa: S608
    "AND version >= ? AND version <= ? ORDER BY version LIMIT ?"
)
_HOLDING = f"SELECT {RECORDS} FROM runs WHERE position <= ? ORDER BY position DESC LIMIT 1"  # noqa: S608

_PAGE = 64  # runs read at once; the store is not locked between two pages
_AT_ONCE = 500  # names in one statement


# ---- The end of the log and of a stream ----------------------------------------------------


def tail_of(db: sqlite3.Connection, file: str) -> Tail:
    """Return the end of the log."""
    row = db.execute(
        "SELECT position, count, substr(hashes, -32), recorded_at "
        "FROM runs ORDER BY position DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return Tail()
    position, count, digest, recorded_at = row
    if type(count) is not int or type(recorded_at) is not int or type(digest) is not bytes:
        raise BrokenStore(file, position, "its columns are not of their types")
    return Tail(Head(position + count - 1, digest.hex()), recorded_at)


def version_of(db: sqlite3.Connection, stream: str, file: str) -> int:
    """Return the version of *stream*; 0 where it does not exist."""
    if not stream.isascii():  # no stream is called so, and SQLite refuses half a surrogate pair
        return 0
    row = db.execute(
        "SELECT version, count FROM runs WHERE stream = ? ORDER BY version DESC LIMIT 1", (stream,)
    ).fetchone()
    if row is None:
        return 0
    version, count = row
    if type(version) is not int or type(count) is not int:
        raise BrokenStore(file, None, f"the version of {shown(stream)} is no number")
    return version + count - 1


def streams_of(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of all streams, in the order of their first events."""
    rows = db.execute("SELECT stream FROM runs WHERE version = 1 ORDER BY position")
    return tuple(stream for (stream,) in rows)


def recorded_by(access: Access, file: str, by: int, last: int) -> int:
    """Return the last of *last* positions that was recorded by a time in microseconds."""
    low, high = 0, last
    while low < high:  # times of recording never decrease, so that no index is needed
        middle = (low + high + 1) // 2
        with access.reading() as db:
            row = db.execute(
                "SELECT recorded_at FROM runs WHERE position <= ? ORDER BY position DESC LIMIT 1",
                (middle,),
            ).fetchone()
        if row is None or not isinstance(row[0], int):
            raise BrokenStore(file, middle, "missing, or damaged")
        low, high = (middle, high) if row[0] <= by else (low, middle - 1)
    return low


# ---- Events, and what the index says of them -----------------------------------------------


def log(access: Access, file: str, after: int, upto: int) -> Iterator[RecordedEvent]:
    """Yield the records of the log beyond *after*, up to and with *upto*."""
    for row in _ahead(access, RECORDS, after, upto):
        yield from _within(records_of(row, file), row[0], after, upto)


def index(access: Access, file: str, after: int, upto: int) -> Iterator[IndexRow]:
    """Yield the rows of the index for the same events."""
    for row in _ahead(access, INDEX, after, upto):
        yield from _within(index_rows_of(row, file), row[0], after, upto)


def _within(run: list[T], first: int, after: int, upto: int) -> list[T]:
    """Return what lies beyond *after*, up to and with *upto*, of a run that begins at *first*."""
    if first > after and first + len(run) - 1 <= upto:
        return run
    return run[max(after + 1 - first, 0) : upto + 1 - first]


def _ahead(access: Access, columns: str, after: int, upto: int) -> Iterator[Row]:
    """Yield the columns of the runs that hold positions of a window, page by page."""
    if after >= upto:
        return
    query = f"SELECT {columns} {_AHEAD}"
    with access.reading() as db:
        (found,) = db.execute(
            "SELECT max(position) FROM runs WHERE position <= ?", (after + 1,)
        ).fetchone()
    start = after + 1 if found is None else found
    while True:
        with access.reading() as db:
            page = db.execute(query, (start, upto, _PAGE)).fetchall()
        yield from page
        if len(page) < _PAGE:
            return
        start = page[-1][0] + 1


def stream_log(
    access: Access, file: str, stream: str, after: int, last: int
) -> Iterator[RecordedEvent]:
    """Yield the records of *stream* beyond the version *after*, up to and with *last*."""
    if after >= last:
        return
    with access.reading() as db:
        (found,) = db.execute(
            "SELECT max(version) FROM runs WHERE stream = ? AND version <= ?", (stream, after + 1)
        ).fetchone()
    start = after + 1 if found is None else found
    while True:
        with access.reading() as db:
            page = db.execute(_STREAM, (stream, start, last, _PAGE)).fetchall()
        for row in page:
            yield from _within(records_of(row, file), row[4], after, last)
        if len(page) < _PAGE:
            return
        start = page[-1][4] + 1


def fetched(access: Access, file: str, positions: Sequence[int], last: int) -> list[RecordedEvent]:
    """Return the events at *positions*, in the order asked.

    Raises:
        UnknownName: the log, which ends at *last*, has no event at one of them.
    """
    found: dict[int, RecordedEvent] = {}
    wanted = sorted({position for position in positions if 0 < position <= last})
    start = 0
    while start < len(wanted):
        with access.reading() as db:
            row = db.execute(_HOLDING, (wanted[start],)).fetchone()
        if row is None or type(row[1]) is not int:
            raise BrokenStore(file, wanted[start], "missing, or damaged")
        end = bisect.bisect_left(wanted, row[0] + row[1], start)
        numbers = [position - row[0] for position in wanted[start:end]]
        found |= {one.position: one for one in records_of(row, file, numbers)}
        start = max(end, start + 1)
    for position in positions:
        if position not in found:
            raise UnknownName("position", str(position))
    return [found[position] for position in positions]


def rows_about(  # noqa: PLR0913, PLR0917  # the question has four parts
    access: Access,
    file: str,
    claims: Collection[str],
    facts: Collection[str],
    articles: Collection[str],
    upto: int,
) -> list[IndexRow]:
    """Return the index rows of events that name one of these, in order of position."""
    own = {article_of(claim) for claim in claims}
    some_claims, some_facts, some_articles = set(claims), set(facts), set(articles)

    with access.reading() as db:
        runs = _named(
            db,
            "SELECT {} FROM runs WHERE position IN (SELECT position FROM mentions "
            "WHERE name IN ({}) AND position <= ?)",
            some_claims | some_facts,
            upto,
        )
        runs |= _named(db, "SELECT {} FROM runs WHERE stream IN ({}) AND position <= ?", own, upto)
        runs |= _named(
            db,
            "SELECT {} FROM runs WHERE stream IN ({}) AND version = 1 AND position <= ?",
            some_articles - own,
            upto,
        )

    found: list[IndexRow] = []
    for position in sorted(runs):
        row = runs[position]
        opens = row[3] == 1 and row[2] in some_articles

        def choose(
            claims: Sequence[str | None], facts: Sequence[str | None], *, opens: bool = opens
        ) -> list[int]:
            return [
                number
                for number, (claim, fact) in enumerate(zip(claims, facts, strict=True))
                if claim in some_claims or fact in some_facts or (opens and number == 0)
            ]

        found += [one for one in index_rows_of(row, file, choose) if one.position <= upto]
    return found


def _named(db: sqlite3.Connection, query: str, names: Iterable[str], upto: int) -> dict[int, Row]:
    """Return the columns `INDEX` of the runs that *query* finds for *names*, by position."""
    found: dict[int, Row] = {}
    ordered = iter(sorted(names))
    while some := list(itertools.islice(ordered, _AT_ONCE)):
        statement = query.format(INDEX, ", ".join("?" * len(some)))
        found |= {row[0]: row for row in db.execute(statement, (*some, upto))}
    return found


def curating_rows(access: Access, file: str, upto: int) -> list[IndexRow]:
    """Return the index rows of events that curate, links and dismissals left out, in order."""
    query = (
        f"SELECT {INDEX} FROM runs WHERE position IN (SELECT position FROM mentions "  # noqa: S608
        "WHERE name = ? AND position <= ?) ORDER BY position"
    )
    with access.reading() as db:
        runs = db.execute(query, (CURATION_MARK, upto)).fetchall()
    return [
        one
        for row in runs
        for one in index_rows_of(row, file)
        if one.curates and one.position <= upto
    ]
