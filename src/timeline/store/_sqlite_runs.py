"""Rows of the table of runs, to records and back: the one place that knows what they look like."""

from __future__ import annotations

import functools
import hashlib
import itertools
from types import NoneType
from typing import TYPE_CHECKING, Any

import orjson

from timeline.dates import When
from timeline.errors import BrokenStore
from timeline.model import Basis, Stance
from timeline.store._recorded import (
    IndexRow,
    RecordedEvent,
    curates,
    index_fields,
    instant_of,
    record_of,
    row_of,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    from timeline.store._recorded import Fields
    from timeline.store._run import Run

_Listed = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]
Row = tuple[Any, ...]
"""A row of SQLite, whose columns may hold anything if the file was tampered with."""

RECORDS = "position, count, recorded_at, stream, version, previous, hashes, digest, types, payloads"
"""The columns that `records_of` reads."""

INDEX = "position, count, stream, version, types, about"
"""The columns that `index_rows_of` reads."""

CURATION_MARK = "*"
"""The mention of a run that holds curation beyond links and dismissals; nothing is called so."""

_DIGEST = 32  # bytes of a hash
_FEW = 6  # events whose hashes cost as much as a digest of their run
_TYPES = "its columns are not of their types"
_LENGTHS = "the lengths of its columns do not fit each other"
_TEXTS = frozenset({str, NoneType})
_BASES = {basis.value: basis for basis in Basis}
_STANCES = {stance.value: stance for stance in Stance}
_date = functools.lru_cache(maxsize=65_536)(When.parse)  # an archive has few dates


# ---- Writing -------------------------------------------------------------------------------


def keep(db: sqlite3.Connection, runs: Iterable[Run]) -> None:
    """Insert *runs* and what they mention; nothing is kept before the transaction is."""
    rows: list[Row] = []
    mentions: list[Row] = []
    for run in runs:
        fields = list(map(index_fields, run.piece.events))
        rows.append(written(run, fields))
        names = mentioned(run.stream, run.piece.types, fields)
        mentions += [(name, run.position) for name in sorted(names)]
    db.executemany("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    if mentions:
        db.executemany("INSERT INTO mentions VALUES (?, ?)", mentions)


def written(run: Run, fields: Iterable[Fields]) -> Row:
    """Return all columns of *run*, whose index says *fields* of its events, in their order."""
    types: list[str | int] = []
    for type_, payload in zip(run.piece.types, run.piece.payloads, strict=True):
        types += (type_, len(payload))
    about: list[str | None] = []
    for claim, fact, basis, stance, chain, occurred, date in fields:
        # Neither word has a space in it, and both go with a chain. (`value` is a slow property.)
        said = None if not (basis and stance) else f"{basis._value_} {stance._value_} {chain}"
        about += (
            claim,
            fact,
            said,
            None if occurred is None else occurred.edtf,
            None if date is None else date.edtf,
        )
    place = (run.position, len(run.hashes), run.recorded_at, run.stream, run.version)
    previous, hashes = bytes.fromhex(run.previous), bytes.fromhex("".join(run.hashes))
    listed, payloads = orjson.dumps(types).decode(), b"[" + b",".join(run.piece.payloads) + b"]"
    digest = _digest(place, previous, hashes, listed, payloads)
    return (*place, previous, hashes, digest, listed, orjson.dumps(about).decode(), payloads)


def _digest(place: Row, previous: bytes, hashes: bytes, types: str, payloads: bytes) -> bytes:
    """Return the SHA-256 of a row without its index, which says that it is what was written."""
    position, count, recorded_at, stream, version = place
    head = f"{position} {count} {recorded_at} {version} {len(types)} {stream}\n{types}"
    return hashlib.sha256(b"".join((head.encode(), previous, hashes, payloads))).digest()


def mentioned(stream: str, types: Iterable[str], fields: Sequence[Fields]) -> set[str]:
    """Return the names by which a run is found: facts, claims of other streams, the mark.

    A claim of the stream's own article is found by the stream.
    """
    own = f"{stream}#"
    names = {one[1] for one in fields}
    names.update(one[0] for one in fields if one[0] is not None and not one[0].startswith(own))
    if any(map(curates, set(types))):
        names.add(CURATION_MARK)
    return {name for name in names if name is not None}


# ---- Reading -------------------------------------------------------------------------------


def records_of(row: Row, file: str, numbers: Sequence[int] | None = None) -> list[RecordedEvent]:
    """Return the records that the columns `RECORDS` hold.

    Args:
        row: the columns.
        file: the store, for errors.
        numbers: which of its events are wanted, counted from 0; None for all.

    Raises:
        BrokenStore: the row is none that we wrote; it names the first position of the run.
    """
    position, count, recorded_at, stream, version, previous, hashes, digest, types, payloads = row
    # A bit that flips can make text of a number and bytes of a text, whatever STRICT says.
    if not (
        type(stream) is str
        and type(version) is type(recorded_at) is int
        and type(payloads) is type(previous) is type(hashes) is bytes
    ):
        raise BrokenStore(file, position, _TYPES)
    names, lengths, ends = _listed(types, position, count, file)
    if ends[-1] + 1 != len(payloads) or len(previous) != _DIGEST or len(hashes) != _DIGEST * count:
        raise BrokenStore(file, position, _LENGTHS)
    try:
        instant = instant_of(recorded_at)
    except OverflowError as error:
        raise BrokenStore(file, position, "its time of recording is no time") from error
    # A few events compute their own hashes, if they are decoded.
    is_sound = (count if numbers is None else len(numbers)) > _FEW and (
        _digest(row[:5], previous, hashes, types, payloads) == digest
    )
    chain, size = f"{previous.hex()}{hashes.hex()}", 2 * _DIGEST
    links = [chain[start : start + size] for start in range(0, len(chain), size)]
    return [
        record_of(
            stream,
            version + number,
            position + number,
            instant,
            names[number],
            payloads[ends[number] - lengths[number] : ends[number]],
            links[number],
            links[number + 1],
            file,
            is_sound,
            None,
        )
        for number in (range(count) if numbers is None else numbers)
    ]


def index_rows_of(
    row: Row,
    file: str,
    choose: Callable[[Sequence[str | None], Sequence[str | None]], Sequence[int]] | None = None,
) -> list[IndexRow]:
    """Return what the columns `INDEX` say of the events of a run.

    Args:
        row: the columns.
        file: the store, for errors.
        choose: is given the claim of each event, and the fact of each, and says which events are
            wanted, counted from 0; None wants all.

    Raises:
        BrokenStore: the row is none that we wrote; it names the first position of the run.
    """
    position, count, stream, version, types, about = row
    if type(stream) is not str or type(version) is not int:
        raise BrokenStore(file, position, _TYPES)
    names, _, _ = _listed(types, position, count, file)
    try:
        # Who chooses asks of the same runs again; who reads all of the log does not.
        said = _read_about(about) if choose is None else _read_about_again(about)
        if said is None or any(len(column) != count for column in said):
            raise BrokenStore(file, position, _LENGTHS)
        claims, facts, words, occurred, dates = said
        return [
            row_of(
                position + number,
                stream,
                version + number,
                names[number],
                claims[number],
                facts[number],
                *_words(words[number]),
                None if occurred[number] is None else _date(occurred[number]),
                None if dates[number] is None else _date(dates[number]),
            )
            for number in (range(count) if choose is None else choose(claims, facts))
        ]
    except (TypeError, ValueError, KeyError) as error:  # ValueError: no JSON, no date
        problem = f"the index holds what is no word of ours: {error}"
        raise BrokenStore(file, position, problem) from error


def _listed(types: object, position: int, count: object, file: str) -> _Listed:
    """Return the type of each event of a run, the length of its payload, and where that ends."""
    if type(types) is not str or type(position) is not int or type(count) is not int:
        raise BrokenStore(file, position, _TYPES)
    try:
        listed = _read_types(types)
    except (TypeError, ValueError) as error:
        raise BrokenStore(file, position, f"its types cannot be read: {error}") from error
    if len(listed[0]) != count:
        raise BrokenStore(file, position, _LENGTHS)
    return listed


def _read_about(about: str) -> tuple[list[str | None], ...] | None:
    """Return the five texts of each event, column by column; None where some are no texts."""
    said = orjson.loads(about)
    if not _TEXTS.issuperset(map(type, said)):
        return None
    return tuple([said[start::5] for start in range(5)])


_read_about_again = functools.lru_cache(maxsize=128)(_read_about)


@functools.lru_cache(maxsize=1024)  # runs of one event are often alike
def _read_types(types: str) -> _Listed:
    listed = orjson.loads(types)
    names, lengths = tuple(listed[::2]), tuple(listed[1::2])
    if set(map(type, names)) != {str} or set(map(type, lengths)) != {int} or min(lengths) < 0:
        raise TypeError(_TYPES)
    if len(names) != len(lengths):
        raise ValueError(_LENGTHS)
    # A bracket or a comma stands before each payload.
    return names, lengths, tuple(itertools.accumulate(length + 1 for length in lengths))


@functools.lru_cache(maxsize=4096)  # an archive has few chains
def _words(said: str | None) -> tuple[Basis | None, Stance | None, str | None]:
    if said is None:
        return None, None, None
    basis, stance, chain = said.split(" ", 2)
    return _BASES[basis], _STANCES[stance], chain
