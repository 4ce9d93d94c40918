"""Reading a log as it grows: all events from a position on, and a place to resume from."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from timeline.errors import BrokenStore, InvalidValue, WrongExpectedVersion
from timeline.store._protocol import POLL, Checkpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.store._protocol import EventStore
    from timeline.store._recorded import RecordedEvent


def check_name(name: object) -> str:
    """Return *name* if a consumer can be called so."""
    if not (isinstance(name, str) and name.isascii() and name.isprintable() and name):
        raise InvalidValue("consumer", expected="a name of printable ASCII", got=name)
    return name


def check_checkpoint(
    name: str, fresh: Checkpoint, found: Checkpoint, *, expected: int, end: int
) -> None:
    """Refuse *fresh* where *found* is not the checkpoint that its consumer knows of.

    Raises:
        WrongExpectedVersion: it is another.
        InvalidValue: the log, which ends at *end*, does not reach it.
    """
    if found.position != expected:
        raise WrongExpectedVersion(f"checkpoint {name}", expected=expected, actual=found.position)
    if not expected <= fresh.position <= end:
        raise InvalidValue(
            f"checkpoint {name!r}", expected=f"a position from {expected} to {end}", got=fresh
        )


def batches(
    store: EventStore,
    position: int,
    *,
    limit: int,
    poll: float | None,
    stop: threading.Event | None,
) -> Iterator[list[RecordedEvent]]:
    """Yield what lies behind *position* and what is appended there, at most *limit* at a time.

    It ends when *stop* is set or, where *poll* is None, with the log. The arguments are checked
    when it is called, not when it is first asked.
    """
    if type(position) is not int or position < 0:
        raise InvalidValue("position", expected="0 or more", got=position)
    if limit < 1:
        raise InvalidValue("limit", expected="1 or more", got=limit)
    if poll is not None and not poll > 0:
        raise InvalidValue("poll", expected="seconds above 0, or None", got=poll)
    _end(store, position)
    return _batches(store, position, limit, poll, stop or threading.Event())


def _end(store: EventStore, position: int) -> int:
    end = store.head().position
    if end < position:
        # A log never gets shorter; one that did would otherwise be followed in silence for ever.
        problem = f"the log ends at position {end}: it was cut short, or it is another log"
        raise BrokenStore(store.name, position, problem)
    return end


def _batches(
    store: EventStore, position: int, limit: int, poll: float | None, stop: threading.Event
) -> Iterator[list[RecordedEvent]]:
    while not stop.is_set():
        end = _end(store, position)
        if end == position:
            if poll is None:
                return
            stop.wait(poll)
            continue
        batch = list(store.read_all(after=position, upto=min(end, position + limit)))
        for record in batch:
            position += 1
            if record.position != position:
                raise BrokenStore(store.name, position, f"missing; next is {record.position}")
        yield batch


def follow(
    store: EventStore, position: int, *, poll: float | None, stop: threading.Event | None
) -> Iterator[RecordedEvent]:
    """Yield the same, one by one; nothing more once *stop* is set."""
    pages = batches(store, position, limit=_PAGE, poll=poll, stop=stop)
    return _each(pages, stop)


_PAGE = 512


def _each(
    pages: Iterator[list[RecordedEvent]], stop: threading.Event | None
) -> Iterator[RecordedEvent]:
    for page in pages:
        for record in page:
            if stop is not None and stop.is_set():
                return
            yield record


class Subscription:
    """A consumer that takes in each event of a log once, however often it is stopped or killed.

    What it made of the events and how far it came are kept in one transaction, by `commit`. After
    a crash it resumes from the last commit: events behind it are given again, and what had been
    made of them was not kept. Of two consumers of one name, the second to commit is refused.

    Effects outside the store (another database, a mail) are not in that transaction. Keep
    `position` in the other database, with the effects, and use `EventStore.follow` from there.

    Args:
        store: the store that it reads and keeps its place in.
        name: the name of the consumer.

    >>> from timeline.model import ClaimLinked
    >>> from timeline.store import MemoryStore
    >>> store = MemoryStore()
    >>> _ = store.append("curation", [ClaimLinked("kontur-2025-02-07#14", "pow-capture")])
    >>> counter = Subscription(store, "counter")
    >>> for batch in counter.batches(poll=None):
    ...     counter.commit(str(int(counter.data or b"0") + len(batch)).encode())
    >>> again = Subscription(store, "counter")
    >>> again.position, again.data
    (1, b'1')
    """

    def __init__(self, store: EventStore, name: str) -> None:
        self._store = store
        self._name = check_name(name)
        self._kept = store.checkpoint(name)
        self._given = self._kept.position

    @property
    def name(self) -> str:
        """The name of the consumer."""
        return self._name

    @property
    def position(self) -> int:
        """The last position that was committed."""
        return self._kept.position

    @property
    def data(self) -> bytes:
        """What was committed with it."""
        return self._kept.data

    def batches(
        self,
        *,
        limit: int = _PAGE,
        poll: float | None = POLL,
        stop: threading.Event | None = None,
    ) -> Iterator[list[RecordedEvent]]:
        """Yield the events behind the last commit, and then those that are appended.

        Args:
            limit: the most events that a batch has.
            poll: seconds between two looks at a log that has nothing new; None ends there.
            stop: set it to end between two batches.
        """
        self._given = self._kept.position
        return self._noted(batches(self._store, self._given, limit=limit, poll=poll, stop=stop))

    def _noted(self, given: Iterator[list[RecordedEvent]]) -> Iterator[list[RecordedEvent]]:
        for batch in given:
            self._given = batch[-1].position
            yield batch

    def commit(self, data: bytes) -> None:
        """Keep *data* and, with it, that all batches so far were taken in.

        Raises:
            WrongExpectedVersion: another consumer of this name committed first.
        """
        checkpoint = Checkpoint(self._given, data)
        self._store.keep_checkpoint(self._name, checkpoint, expected=self._kept.position)
        self._kept = checkpoint
