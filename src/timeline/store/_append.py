"""What every append does before anything is kept: check, encode, number, chain."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, cast

import attrs

from timeline.errors import BrokenStore, InvalidValue, WrongExpectedVersion, shown
from timeline.model import (
    CURATION,
    ClaimLinked,
    ClaimStated,
    CurationEvent,
    Event,
    FactDescribed,
    check_id,
    stream_of,
)
from timeline.store._codec import EVENT_TYPES, encode
from timeline.store._protocol import Expected, ExpectedVersion, Head
from timeline.store._recorded import CHANGED, microseconds
from timeline.store._run import MOST, Piece, Run, joined, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.store._protocol import Batch
    from timeline.store._recorded import RecordedEvent

_EVENTS = frozenset(EVENT_TYPES.values())


@attrs.frozen
class Encoded:
    """A batch that can be stored, if its stream turns out to be as expected."""

    stream: str
    expected: Expected
    events: Piece


@attrs.frozen
class Tail:
    """The end of a log as an append needs it: its head, and when that was recorded."""

    head: Head = attrs.field(factory=Head)
    recorded_at: int = 0


@attrs.frozen
class Placed:
    """Runs ready to be kept, and where things stand when they are.

    Args:
        runs: what is to be kept, in order.
        tail: the end of the log behind them.
        versions: the version of each stream that a batch named.
    """

    runs: list[Run]
    tail: Tail
    versions: dict[str, int]


def encoded(batches: Sequence[Batch]) -> list[Encoded]:
    """Check and encode *batches*; nothing of the store is needed, so no lock is held."""
    return [_encoded(stream, events, expected) for stream, events, expected in batches]


def _encoded(stream: str, events: Sequence[Event], expected: Expected) -> Encoded:
    check_id(stream, "stream")
    _check_expected(expected)
    types, payloads = [], []
    # What most of a log consists of is checked by how every claim of its article begins, and no
    # other, or by its type alone: the full check costs as much as encoding.
    curation = stream == CURATION
    own = "no claim" if curation else f"{stream}#"
    for event in events:
        if isinstance(event, ClaimStated):
            at_home = event.claim.id.startswith(own)
        elif isinstance(event, ClaimLinked):
            at_home = event.claim.startswith(own)
        else:
            at_home = curation and isinstance(event, FactDescribed)
        if not at_home:
            _check_home(stream, event)
        type_, payload = encode(event)
        types.append(type_)
        payloads.append(payload)
    return Encoded(stream, expected, Piece(types, payloads, events))


def _check_expected(expected: object) -> None:
    if isinstance(expected, ExpectedVersion):
        return
    if isinstance(expected, bool) or not isinstance(expected, int) or expected < 0:
        raise InvalidValue("expected", expected="a version or an ExpectedVersion", got=expected)


def _check_home(stream: str, event: object) -> None:
    """Refuse an event that belongs to another stream; curation may also stand on its own."""
    if type(event) not in _EVENTS and not isinstance(event, Event):
        raise InvalidValue(f"stream {stream!r}", expected="an event", got=event)
    home = stream_of(cast("Event", event))
    if home == stream != CURATION:
        return
    curates = isinstance(event, CurationEvent)
    if stream == CURATION and not curates:
        raise InvalidValue(f"stream {stream!r}", expected="curation events", got=event)
    if stream != CURATION:
        raise InvalidValue(f"stream {stream!r}", expected=f"events of {stream!r}", got=event)


def placed(
    batches: Sequence[Encoded], tail: Tail, version_of: Callable[[str], int], now: int
) -> Placed:
    """Number and chain the events of *batches* behind *tail*.

    Args:
        batches: what is to be appended, in order.
        tail: the end of the log, that must not change until the result is kept.
        version_of: the version of a stream in the log.
        now: the time in microseconds; a clock that was set back does not move time backwards.

    Raises:
        WrongExpectedVersion: a stream is not as its batch expects.
    """
    recorded_at = max(now, tail.recorded_at)
    versions: dict[str, int] = {}
    position, previous = tail.head.position, tail.head.hash
    runs: list[Run] = []
    for stream, together in itertools.groupby(batches, lambda batch: batch.stream):
        version = versions[stream] if stream in versions else version_of(stream)
        offered = []
        seen = version
        for batch in together:
            _check_version(stream, batch.expected, seen)
            offered.append(batch.events)
            seen += len(batch.events.types)
        for piece in pieces(*joined(offered)):
            run = Run.behind(previous, position + 1, stream, version + 1, recorded_at, piece)
            runs.append(run)
            position += len(run.hashes)
            version += len(run.hashes)
            previous = run.hashes[-1]
        versions[stream] = version
    if not runs:
        return Placed(runs, tail, versions)
    return Placed(runs, Tail(Head(position, previous), recorded_at), versions)


def adopted(
    records: Iterable[RecordedEvent], tail: Tail, version_of: Callable[[str], int]
) -> Iterator[Run]:
    """Check that each of *records* is the very next behind *tail*, and make runs of them.

    Raises:
        BrokenStore: one is not, or is not as it was written.
    """
    checked = _checked(records, tail, version_of)
    for (stream, recorded_at), together in itertools.groupby(checked, lambda one: one[0]):
        while some := list(itertools.islice(together, MOST)):
            yield from _runs(stream, recorded_at, [one[1:] for one in some])


def _runs(
    stream: str, recorded_at: int, checked: Sequence[tuple[RecordedEvent, Event]]
) -> Iterator[Run]:
    records = [record for record, _ in checked]
    start = 0
    for piece in pieces(
        [record.type for record in records],
        [record.payload for record in records],
        [event for _, event in checked],
    ):
        some = records[start : start + len(piece.events)]
        first = some[0]
        hashes = [record.hash for record in some]
        yield Run(first.position, stream, first.version, recorded_at, first.previous, hashes, piece)
        start += len(some)


def _checked(
    records: Iterable[RecordedEvent], tail: Tail, version_of: Callable[[str], int]
) -> Iterator[tuple[tuple[str, int], RecordedEvent, Event]]:
    """Yield the records with their events, and what those of one run have in common."""
    position, previous, recorded_at = tail.head.position, tail.head.hash, tail.recorded_at
    versions: dict[str, int] = {}
    for record in records:
        position += 1
        stream = record.stream
        version = versions.get(stream) or version_of(stream)
        versions[stream] = version + 1
        time = microseconds(record.recorded_at, "recorded_at")
        event = record.decoded()
        problem = None
        if record.position != position:
            problem = f"is not the next of this log, which is {position}"
        elif record.previous != previous:
            problem = "does not follow its predecessor: one of them was changed"
        elif record.computed_hash() != record.hash:
            problem = CHANGED
        elif record.version != version + 1:
            problem = f"is version {record.version} of {shown(stream)}, not {version + 1}"
        elif time < recorded_at:
            problem = "was recorded before its predecessor"
        if problem is not None:
            raise BrokenStore(record.file, record.position, problem)
        try:
            check_id(stream, "stream")
            _check_home(stream, event)
        except InvalidValue as error:
            raise BrokenStore(record.file, position, str(error)) from error
        previous, recorded_at = record.hash, time
        yield (stream, time), record, event


def _check_version(stream: str, expected: Expected, actual: int) -> None:
    match expected:
        case ExpectedVersion.ANY:
            return
        case ExpectedVersion.STREAM_EXISTS:
            fits = actual > 0
        case ExpectedVersion.NO_STREAM:
            fits = actual == 0
        case _:
            fits = actual == expected
    if not fits:
        raise WrongExpectedVersion(stream, expected=expected, actual=actual)
