"""What every append does before anything is kept: check, encode, number, chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.errors import InvalidValue, WrongExpectedVersion
from timeline.model import CURATION, CurationEvent, Event, check_id, stream_of
from timeline.store._chain import event_hash
from timeline.store._codec import encode
from timeline.store._protocol import Expected, ExpectedVersion, Head
from timeline.store._recorded import IndexRow, RecordedEvent, index_row, instant_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.store._protocol import Batch


@attrs.frozen
class Encoded:
    """A batch that can be stored, if its stream turns out to be as expected."""

    stream: str
    expected: Expected
    events: tuple[tuple[str, bytes, Event], ...]


@attrs.frozen
class Tail:
    """The end of a log as an append needs it: its head, and when that was recorded."""

    head: Head
    recorded_at: int


@attrs.frozen
class Placed:
    """An event with its place, ready to be kept."""

    record: RecordedEvent
    recorded_at: int
    row: IndexRow


def encoded(batches: Sequence[Batch]) -> list[Encoded]:
    """Check and encode *batches*; nothing of the store is needed, so no lock is held."""
    return [_encoded(stream, events, expected) for stream, events, expected in batches]


def _encoded(stream: str, events: Sequence[Event], expected: Expected) -> Encoded:
    check_id(stream, "stream")
    _check_expected(expected)
    for event in events:
        _check_home(stream, event)
    return Encoded(stream, expected, tuple((*encode(event), event) for event in events))


def _check_expected(expected: object) -> None:
    if isinstance(expected, ExpectedVersion):
        return
    if isinstance(expected, bool) or not isinstance(expected, int) or expected < 0:
        raise InvalidValue("expected", expected="a version or an ExpectedVersion", got=expected)


def _check_home(stream: str, event: object) -> None:
    """Refuse an event that belongs to another stream; curation may also stand on its own."""
    if not isinstance(event, Event):
        raise InvalidValue(f"stream {stream!r}", expected="an event", got=event)
    home = stream_of(event)
    curates = isinstance(event, CurationEvent)
    if stream == CURATION and not curates:
        raise InvalidValue(f"stream {stream!r}", expected="curation events", got=event)
    if stream != home and not (curates and stream == CURATION):
        raise InvalidValue(f"stream {stream!r}", expected=f"events of {stream!r}", got=event)


def placed(
    batches: Sequence[Encoded],
    tail: Tail,
    version_of: Callable[[str], int],
    now: int,
    file: str,
) -> list[Placed]:
    """Number and chain the events of *batches* behind *tail*.

    Args:
        batches: what is to be appended, in order.
        tail: the end of the log, that must not change until the result is kept.
        version_of: the version of a stream in the log.
        now: the time in microseconds; a clock that was set back does not move time backwards.
        file: the store, for errors in reading the events later.

    Raises:
        WrongExpectedVersion: a stream is not as its batch expects.
    """
    recorded_at = max(now, tail.recorded_at)
    instant = instant_of(recorded_at)
    versions: dict[str, int] = {}
    position, previous = tail.head.position, tail.head.hash
    result = []
    for batch in batches:
        stream = batch.stream
        version = versions[stream] if stream in versions else version_of(stream)
        _check_version(stream, batch.expected, version)
        for type_, payload, event in batch.events:
            position, version = position + 1, version + 1
            digest = event_hash(
                previous,
                position=position,
                stream=stream,
                version=version,
                recorded_at=recorded_at,
                type_=type_,
                payload=payload,
            )
            record = RecordedEvent(
                stream, version, position, instant, type_, payload, previous, digest, file, event
            )
            result.append(
                Placed(record, recorded_at, index_row(position, stream, version, type_, event))
            )
            previous = digest
        versions[stream] = version
    return result


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
