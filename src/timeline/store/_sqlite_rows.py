"""Rows of the events table, to records and back: the one place that knows their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.dates import When
from timeline.errors import BrokenStore, InvalidDate, shown
from timeline.model import Basis, Stance
from timeline.store._append import Tail
from timeline.store._protocol import Head
from timeline.store._recorded import IndexRow, RecordedEvent, index_fields, instant_of

if TYPE_CHECKING:
    import sqlite3

    from timeline.model import Event

Row = tuple[Any, ...]
"""A row of SQLite, whose columns may hold anything if the file was tampered with."""

RECORD = "position, stream, version, type, recorded_at, payload, previous, hash"
"""The columns of a `RecordedEvent`."""

INDEX = "position, stream, version, type, claim, fact, basis, stance, chain, occurred, date"
"""The columns of an `IndexRow`."""

BOUNDS = (
    "occurred_start_earliest, occurred_start_latest, occurred_end_earliest, "
    "occurred_end_latest, date_earliest, date_latest, date_instant"
)
"""The columns that hold the bounds of both dates as numbers, for those who ask in SQL."""

INSERT = f"INSERT INTO events VALUES ({', '.join('?' * 22)})"  # noqa: S608  # question marks alone
"""Keeps what `columns` gives."""

_TYPES = "its columns are not of their types"
_NOWHERE: Row = (None,) * 4
_NEVER: Row = (None,) * 3
_TAIL = "SELECT position, hash, recorded_at FROM events ORDER BY position DESC LIMIT 1"
_BASES: dict[str | None, Basis | None] = {None: None} | {basis.value: basis for basis in Basis}
_STANCES: dict[str | None, Stance | None] = {None: None} | {one.value: one for one in Stance}


def columns(  # noqa: PLR0913, PLR0917  # all that is known of the event
    position: int,
    stream: str,
    version: int,
    type_: str,
    recorded_at: int,
    payload: bytes,
    previous: str,
    digest: str,
    event: Event,
) -> Row:
    """Return all columns of an event, in the order of the table."""
    claim, fact, basis, stance, chain, occurred, date = index_fields(event)
    return (
        position,
        stream,
        version,
        type_,
        recorded_at,
        payload,
        bytes.fromhex(previous),
        bytes.fromhex(digest),
        claim,
        fact,
        None if basis is None else basis.value,
        None if stance is None else stance.value,
        chain,
        None if occurred is None else occurred.edtf,
        None if date is None else date.edtf,
        *(_NOWHERE if occurred is None else _four(occurred)),
        *(_NEVER if date is None else _day(date)),
    )


def bounds(row: IndexRow) -> Row:
    """Return the columns `BOUNDS` of a row."""
    occurred, date = row.occurred, row.date
    return (
        *(_NOWHERE if occurred is None else _four(occurred)),
        *(_NEVER if date is None else _day(date)),
    )


def _four(when: When) -> Row:
    return (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)


def _day(when: When) -> Row:
    return (when.start_earliest, when.end_latest, when.instant)


def record_of(row: Row, file: str) -> RecordedEvent:
    """Return the record that the columns `RECORD` hold."""
    position, stream, version, type_, recorded_at, payload, previous, digest = row
    # A bit that flips can make text of a number and bytes of a text, whatever STRICT says.
    if not (
        type(stream) is type(type_) is str
        and type(version) is type(recorded_at) is int
        and type(payload) is type(previous) is type(digest) is bytes
    ):
        raise BrokenStore(file, position, _TYPES)
    try:
        return RecordedEvent(
            stream,
            version,
            position,
            instant_of(recorded_at),
            type_,
            payload,
            previous.hex(),
            digest.hex(),
            file,
        )
    except OverflowError as error:
        raise BrokenStore(file, position, "its time of recording is no time") from error


def hexadecimal(digest: object, file: str, position: int) -> str:
    """Return a stored hash in hexadecimal."""
    if not isinstance(digest, bytes):
        raise BrokenStore(file, position, "its hash is no hash")
    return digest.hex()


def index_row_of(row: Row, file: str) -> IndexRow:
    """Return what the columns `INDEX` say of an event."""
    position, stream, version, type_, claim, fact, basis, stance, chain, occurred, date = row
    try:
        return IndexRow(
            position,
            stream,
            version,
            type_,
            claim,
            fact,
            _BASES[basis],
            _STANCES[stance],
            chain,
            None if occurred is None else When.parse(occurred),
            None if date is None else When.parse(date),
        )
    except (KeyError, InvalidDate) as error:
        raise BrokenStore(
            file, position, f"the index holds what is no word of ours: {error}"
        ) from error


def tail_of(db: sqlite3.Connection, file: str) -> Tail:
    """Return the end of the log."""
    row = db.execute(_TAIL).fetchone()
    if row is None:
        return Tail()
    position, digest, recorded_at = row
    if not isinstance(recorded_at, int):
        raise BrokenStore(file, position, _TYPES)
    return Tail(Head(position, hexadecimal(digest, file, position)), recorded_at)


def version_of(db: sqlite3.Connection, stream: str, file: str) -> int:
    """Return the version of *stream*; 0 where it does not exist."""
    if not stream.isascii():  # no stream is called so, and SQLite refuses half a surrogate pair
        return 0
    row = db.execute("SELECT max(version) FROM events WHERE stream = ?", (stream,)).fetchone()
    if not isinstance(row[0], int | None):
        raise BrokenStore(file, None, f"the version of {shown(stream)} is no number")
    return row[0] or 0
