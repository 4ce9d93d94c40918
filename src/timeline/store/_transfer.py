"""A log as JSON lines, chain and all: for keeping it where no database is, and for moving it.

The first line tells how many events follow and the hash of the last, so that a file that was cut
short is found. Each further line is an event with its place, its links of the chain and its
payload. `import_log` computes every hash again while it reads.
"""

from __future__ import annotations

import datetime as dt
from typing import IO, TYPE_CHECKING, Any

import orjson

from timeline.errors import BrokenStore, DifferentHistory, InvalidInput, shown
from timeline.store._files import new_file, read_file
from timeline.store._protocol import GENESIS, Head
from timeline.store._recorded import CHANGED, RecordedEvent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.store._files import File
    from timeline.store._protocol import EventStore

FORMAT = 1
"""The number of the layout, kept as ``timeline-log`` in the first line."""

_FIELDS = {
    "position": int,
    "stream": str,
    "version": int,
    "recorded_at": str,
    "type": str,
    "payload": dict,
    "previous": str,
    "hash": str,
}


# ---- Writing -------------------------------------------------------------------------------


def export_log(store: EventStore, file: File) -> Head:
    """Write the log of *store* to *file* as JSON lines, up to the end that it has now.

    Each event's hash is computed again on the way. A path gets its file when it is whole; there
    must be none.

    Returns:
        The head of what was written.

    Raises:
        BrokenStore: an event is not as it was written.
        StoreError: there is such a file already, or it cannot be written.
    """
    with new_file(file) as stream:
        return _write(store, stream)


def _write(store: EventStore, stream: IO[bytes]) -> Head:
    head = store.head()
    first = {"timeline-log": FORMAT, "events": head.position, "head": head.hash}
    stream.write(orjson.dumps(first, option=orjson.OPT_APPEND_NEWLINE))
    at = Head()
    for record in store.read_all(upto=head.position):
        _check(store, record, at)
        line = {
            "position": record.position,
            "stream": record.stream,
            "version": record.version,
            "recorded_at": _time(record.recorded_at),
            "type": record.type,
            "payload": orjson.Fragment(record.payload),
            "previous": record.previous,
            "hash": record.hash,
        }
        stream.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
        at = Head(record.position, record.hash)
    if at != head:
        raise BrokenStore(store.name, at.position + 1, "missing")
    return head


def _check(store: EventStore, record: RecordedEvent, at: Head) -> None:
    if record.position != at.position + 1:
        raise BrokenStore(store.name, at.position + 1, f"missing; next is {record.position}")
    if record.previous != at.hash:
        problem = "does not follow its predecessor: one of them was changed"
        raise BrokenStore(store.name, record.position, problem)
    if record.computed_hash() != record.hash or _canonical(record.payload) != record.payload:
        raise BrokenStore(store.name, record.position, CHANGED)


def _canonical(payload: bytes) -> bytes | None:
    """Return the one way to write what *payload* says; None where it says nothing."""
    try:
        return orjson.dumps(orjson.loads(payload), option=orjson.OPT_SORT_KEYS)
    except orjson.JSONDecodeError:
        return None


def _time(instant: dt.datetime) -> str:
    return instant.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


# ---- Reading -------------------------------------------------------------------------------


def import_log(store: EventStore, file: File) -> Head:
    """Append to *store* what `export_log` wrote, with its positions, times and hashes.

    The store is empty, or holds the first events of the file: then the rest is appended. All of
    it is kept, or nothing. A store that holds the whole file, and more, stays as it is.

    Returns:
        The head of the store.

    Raises:
        InvalidInput: the file is none of ours, is cut short, or a line cannot be read.
        BrokenStore: an event of the file is not as it was written; the first one is named.
        DifferentHistory: the store holds an event that the file has not.
    """
    with read_file(file, kind="log") as (name, stream):
        return extend_log(store, _records(name, stream), name)


def extend_log(store: EventStore, records: Iterator[RecordedEvent], name: str) -> Head:
    """Append what *store* lacks of a log that begins as it does, all of that or nothing.

    A store that holds the whole log, and more, stays as it is.

    Args:
        store: the store.
        records: the log, from its first event on; the store checks every hash.
        name: what to call the log in errors.

    Returns:
        The head of the store.

    Raises:
        BrokenStore: an event of the log is not as it was written; the first one is named.
        DifferentHistory: the store holds an event that the log has not.
    """
    held = store.head()
    for mine in store.read_all(upto=held.position):
        theirs = next(records, None)
        if theirs is None:
            return held
        if theirs != mine:
            problem = f"position {mine.position} holds another event than {name}"
            raise DifferentHistory(mine.stream, mine.version, problem)
    return store.extend(records)


def _records(name: str, stream: IO[bytes]) -> Iterator[RecordedEvent]:
    lines = enumerate(stream, 1)
    end = _first(name, next(lines, (1, b""))[1])
    at = Head()
    for number, line in lines:
        record = _record(name, number, line)
        if at.position == end.position:
            raise InvalidInput(
                name, f"line {number}", f"expected no more than {at.position} events"
            )
        at = Head(record.position, record.hash)
        yield record
    if at != end:
        problem = (
            f"expected {end.position} events up to {end.hash}, found {at.position}: cut short?"
        )
        raise InvalidInput(name, "", problem)


def _first(name: str, line: bytes) -> Head:
    plain = _object(name, 1, line)
    if plain.get("timeline-log") != FORMAT:
        raise InvalidInput(
            name, "line 1", f'expected {{"timeline-log": {FORMAT}, ...}}, got {shown(line)}'
        )
    events, digest = plain.get("events"), plain.get("head", GENESIS)
    if isinstance(events, bool) or not isinstance(events, int) or not isinstance(digest, str):
        raise InvalidInput(name, "line 1", f"expected 'events' and 'head', got {shown(line)}")
    return Head(events, digest)


def _record(name: str, number: int, line: bytes) -> RecordedEvent:
    plain = _object(name, number, line)
    if plain.keys() != _FIELDS.keys():
        problem = f"expected the fields {', '.join(_FIELDS)}, got {', '.join(plain)}"
        raise InvalidInput(name, f"line {number}", problem)
    for field, kind in _FIELDS.items():
        if type(plain[field]) is not kind:
            problem = f"{field}: expected {_KINDS[kind]}, got {shown(plain[field])}"
            raise InvalidInput(name, f"line {number}", problem)
    try:
        recorded_at = dt.datetime.fromisoformat(plain["recorded_at"])
    except ValueError as error:
        raise InvalidInput(name, f"line {number}", f"recorded_at: {error}") from error
    if recorded_at.tzinfo is None or _time(recorded_at) != plain["recorded_at"]:
        problem = f"recorded_at: expected UTC to the microsecond, got {plain['recorded_at']!r}"
        raise InvalidInput(name, f"line {number}", problem)
    return RecordedEvent(
        plain["stream"],
        plain["version"],
        plain["position"],
        recorded_at,
        plain["type"],
        orjson.dumps(plain["payload"], option=orjson.OPT_SORT_KEYS),
        plain["previous"],
        plain["hash"],
        name,
    )


_KINDS = {int: "a whole number", str: "text", dict: "an object"}


def _object(name: str, number: int, line: bytes) -> dict[str, Any]:
    try:
        plain = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise InvalidInput(name, f"line {number}", f"expected JSON: {error}") from error
    if not isinstance(plain, dict):
        raise InvalidInput(name, f"line {number}", f"expected an object, got {shown(plain)}")
    return plain
