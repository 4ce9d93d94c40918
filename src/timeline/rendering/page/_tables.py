"""Values that many facts share, kept once and named by number: what keeps the page small."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Hashable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

K = TypeVar("K", bound=Hashable)
R = TypeVar("R")
T = TypeVar("T")

Seat = tuple[Hashable, int]
"""What a thing is at heart, and the number of its place among those that are alike at heart."""


class Table(Generic[K, R]):
    """Rows by number, each made when its key is first asked for.

    >>> names = Table(str.upper)
    >>> names["nis"], names["yonhap"], names["nis"], names.rows
    (0, 1, 0, ['NIS', 'YONHAP'])

    Args:
        row: makes the row of a key.
    """

    def __init__(self, row: Callable[[K], R]) -> None:
        self._row = row
        self._numbers: dict[K, int] = {}
        self.rows: list[R] = []
        """The rows, by their numbers."""

    def __getitem__(self, key: K) -> int:
        number = self._numbers.get(key)
        if number is None:
            row = self._row(key)
            # Numbered after its row is made: that may have added another one.
            number = self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return number


class Spans(Generic[T, K]):
    """When each of several things was there, as the dates go by: from one date to another.

    Each has a seat; what takes the seat of another one (a claim that has become certain) follows
    it there, and what comes late finds its place among what is there. From date to date only
    what is new is looked at: a list of thousands mostly stays as it was.

    >>> spans = Spans(str.lower, str)
    >>> for date, there in enumerate(["b", "ab", "aB"]):
    ...     _ = spans.at(date, there)
    >>> spans.closed()
    [('a', 1, -1), ('b', 0, 2), ('B', 2, -1)]

    Args:
        heart: what a thing is at heart, whatever becomes of it.
        key: what is kept of it.
    """

    def __init__(self, heart: Callable[[T], Hashable], key: Callable[[T], K]) -> None:
        self._heart, self._key = heart, key
        self._there: Sequence[T] = ()
        self._seats: list[Seat] = []
        """The seat of each thing that is there."""
        self._made: Counter[Hashable] = Counter()
        self._open: dict[Seat, tuple[K, int]] = {}
        self._held: dict[Seat, list[tuple[K, int, int]]] = {}
        # A chain of all seats in their order.
        self._next: dict[Seat | None, Seat | None] = {None: None}

    def at(self, date: int, there: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
        """Say what is there from *date* on, in order; dates come in ascending order.

        Return what was there and is not, and what is and was not; of what lies between such
        things, both may tell.
        """
        first, last = _alike(self._there, there)
        gone = slice(first, len(self._there) - last)
        come = there[first : len(there) - last]
        left, parted = self._seats[gone], self._there[gone]
        taken = self._taken(come, left, self._seats[first - 1] if first else None)
        for seat in left:
            if seat not in taken or taken[seat] != self._open[seat][0]:
                self._held[seat].append((*self._open.pop(seat), date))
        for seat, key in taken.items():
            self._open.setdefault(seat, (key, date))
        self._seats[gone] = taken
        self._there = there
        return parted, come

    def _taken(self, come: Sequence[T], left: list[Seat], before: Seat | None) -> dict[Seat, K]:
        """Seat some things behind a seat, where they can in the seats that were *left*."""
        free: dict[Hashable, deque[Seat]] = {}
        for seat in left:
            free.setdefault(seat[0], deque()).append(seat)
        taken: dict[Seat, K] = {}
        for thing in come:
            heart = self._heart(thing)
            waiting = free.get(heart)
            seat = waiting.popleft() if waiting else self._new(heart, before)
            taken[seat] = self._key(thing)
            before = seat
        return taken

    def _new(self, heart: Hashable, before: Seat | None) -> Seat:
        seat = (heart, self._made[heart])
        self._made[heart] += 1
        self._held[seat] = []
        self._next[seat] = self._next[before]
        self._next[before] = seat
        return seat

    def closed(self) -> list[tuple[K, int, int]]:
        """Return each thing with its first date, and the date on which it was gone (-1: never)."""
        return [
            span
            for seat in self._ordered()
            for span in (
                *self._held[seat],
                *([(*self._open[seat], -1)] if seat in self._open else []),
            )
        ]

    def _ordered(self) -> Iterator[Seat]:
        seat = self._next[None]
        while seat is not None:
            yield seat
            seat = self._next[seat]


def _alike(before: Sequence[T], after: Sequence[T]) -> tuple[int, int]:
    """Return how many things two lists have in common at their beginning, and at their end.

    >>> _alike("knots", "knights")
    (2, 2)
    """
    most = min(len(before), len(after))
    first = 0
    while first < most and before[first] == after[first]:
        first += 1
    last = 0
    while last < most - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return first, last
