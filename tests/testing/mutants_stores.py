"""Stores broken on purpose: a store in memory that makes one mistake each."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from timeline.errors import BrokenStore, InvalidValue, UnknownName, WrongExpectedVersion
from timeline.store import Appended, CacheKey, ExpectedVersion, Head, MemoryStore

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from timeline.model import Event
    from timeline.store import Batch, Expected, IndexRow, RecordedEvent

ANY = ExpectedVersion.ANY


class TakesAStaleVersion(MemoryStore):
    """Lets a writer append who has read less than there is."""

    def append(self, stream: str, events: Sequence[Event], *, expected: Expected = ANY) -> Appended:
        stale = isinstance(expected, int) and expected < self.version(stream)
        return super().append(stream, events, expected=ANY if stale else expected)


class ForgetsStreamExists(MemoryStore):
    """Does not know one of the rules."""

    def append(self, stream: str, events: Sequence[Event], *, expected: Expected = ANY) -> Appended:
        rule = ANY if expected is ExpectedVersion.STREAM_EXISTS else expected
        return super().append(stream, events, expected=rule)


class TakesAnArticleTwice(MemoryStore):
    """Takes a stream in again that is there."""

    def append(self, stream: str, events: Sequence[Event], *, expected: Expected = ANY) -> Appended:
        rule = ANY if expected is ExpectedVersion.NO_STREAM else expected
        return super().append(stream, events, expected=rule)


class ChecksNothingWithoutEvents(MemoryStore):
    """Skips the check where there is nothing to append."""

    def append(self, stream: str, events: Sequence[Event], *, expected: Expected = ANY) -> Appended:
        return super().append(stream, events, expected=expected if events else ANY)


class AppendsByHalves(MemoryStore):
    """Appends batch by batch, and stops at the first that does not fit."""

    def append_all(self, batches: Sequence[Batch]) -> Head:
        for batch in batches:
            super().append_all([batch])
        return self.head()


class BlamesAnotherVersion(MemoryStore):
    """Says the wrong version when it refuses."""

    def append(self, stream: str, events: Sequence[Event], *, expected: Expected = ANY) -> Appended:
        try:
            return super().append(stream, events, expected=expected)
        except WrongExpectedVersion as error:
            raise WrongExpectedVersion(stream, expected=expected, actual=0) from error


class TakesForeignEvents(MemoryStore):
    """Says nothing of an event that belongs elsewhere, and drops it."""

    def append(self, stream: str, events: Sequence[Event], *, expected: Expected = ANY) -> Appended:
        try:
            return super().append(stream, events, expected=expected)
        except InvalidValue:
            return Appended(stream, self.version(stream), self.head().position)


class LosesTheSecondOfEqualTimes(MemoryStore):
    """Stops at the first event of an instant."""

    def position_at(self, instant: dt.datetime) -> int:
        records = list(self.read_all())
        exact = [one.position for one in records if one.recorded_at == instant]
        return exact[0] if exact else super().position_at(instant)


class ReusesPositions(MemoryStore):
    """Counts positions anew in every stream."""

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        records = super().read_all(after=after, upto=upto)
        return (attrs.evolve(one, position=one.version) for one in records)


class CountsVersionsFromZero(MemoryStore):
    """Counts the versions of a stream from zero."""

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        records = super().read_all(after=after, upto=upto)
        return (attrs.evolve(one, version=one.version - 1) for one in records)


class ReadsOnFromWhereItStopped(MemoryStore):
    """Gives the last event again that was read already."""

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        return super().read_all(after=max(0, after - 1), upto=upto)


class StopsBeforeTheEnd(MemoryStore):
    """Takes the upper end for one that is not included."""

    def rows(self, *, after: int = 0, upto: int | None = None) -> Iterator[IndexRow]:
        return super().rows(after=after, upto=None if upto is None else max(0, upto - 1))


class ReadsWhatComesMeanwhile(MemoryStore):
    """Reads the log as it is when it is read, not when the reading began."""

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        for position in itertools.count(after + 1):
            if position > (self.head().position if upto is None else upto):
                return
            try:
                yield self.fetch([position])[0]
            except UnknownName:
                return


class SortsItsStreams(MemoryStore):
    """Names the streams by the alphabet."""

    def streams(self) -> tuple[str, ...]:
        return tuple(sorted(super().streams()))


class FetchesInOrder(MemoryStore):
    """Gives events in the order of the log, whatever order was asked for."""

    def fetch(self, positions: Sequence[int]) -> list[RecordedEvent]:
        return super().fetch(sorted(positions))


class FetchesNothing(MemoryStore):
    """Says nothing of a position that is not there."""

    def fetch(self, positions: Sequence[int]) -> list[RecordedEvent]:
        last = self.head().position
        return super().fetch([one for one in positions if 1 <= one <= last])


class ForgetsTheFact(MemoryStore):
    """Leaves the fact out of the index."""

    def rows(self, *, after: int = 0, upto: int | None = None) -> Iterator[IndexRow]:
        return (attrs.evolve(row, fact=None) for row in super().rows(after=after, upto=upto))


class BreaksItsChain(MemoryStore):
    """Hashes each event by itself."""

    def read_all(self, *, after: int = 0, upto: int | None = None) -> Iterator[RecordedEvent]:
        return (
            attrs.evolve(one, previous="0" * 64) for one in super().read_all(after=after, upto=upto)
        )


class VerifiesAnything(MemoryStore):
    """Finds every head that it is asked for."""

    def verify(
        self,
        *,
        head: Head | str | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Head:
        del head
        return super().verify(progress=progress)


class DisownsItsHeads(MemoryStore):
    """Knows no head but the last."""

    def verify(
        self,
        *,
        head: Head | str | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Head:
        found = super().verify(progress=progress)
        if head is not None and head not in (found, found.hash):
            raise BrokenStore("memory", None, "another head")
        return found


class CachesByName(MemoryStore):
    """Keeps one state for each projection, of whatever version and head."""

    def cached(self, key: CacheKey) -> bytes | None:
        return super().cached(CacheKey(key.projection, 1, "x"))

    def cache(self, key: CacheKey, data: bytes) -> None:
        super().cache(CacheKey(key.projection, 1, "x"), data)


class KeepsCaches(MemoryStore):
    """Does not forget what it was told to forget."""

    def drop_caches(self) -> None:
        pass


class NeverCloses(MemoryStore):
    """Goes on answering after it was let go of."""

    def close(self) -> None:
        pass


MUTANTS: tuple[type[MemoryStore], ...] = (
    TakesAStaleVersion,
    ForgetsStreamExists,
    TakesAnArticleTwice,
    ChecksNothingWithoutEvents,
    AppendsByHalves,
    BlamesAnotherVersion,
    TakesForeignEvents,
    LosesTheSecondOfEqualTimes,
    ReusesPositions,
    CountsVersionsFromZero,
    ReadsOnFromWhereItStopped,
    StopsBeforeTheEnd,
    ReadsWhatComesMeanwhile,
    SortsItsStreams,
    FetchesInOrder,
    FetchesNothing,
    ForgetsTheFact,
    BreaksItsChain,
    VerifiesAnything,
    DisownsItsHeads,
    CachesByName,
    KeepsCaches,
    NeverCloses,
)
"""Every broken store."""
