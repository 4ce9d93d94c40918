"""Values that many facts share, kept once and named by number: what keeps the page small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

K = TypeVar("K", bound=Hashable)
R = TypeVar("R")


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


class Spans(Generic[K]):
    """When each of several things was there, as the dates go by: from one date to another.

    Each has a seat; what takes the seat of another one (a claim that has become certain) follows
    it there. Seats that never become empty keep the order that they have in every list.

    >>> spans = Spans()
    >>> for date, there in enumerate([{2: "b"}, {1: "a", 2: "b"}, {1: "a", 2: "B"}]):
    ...     spans.at(date, there)
    >>> spans.closed()
    [('a', 1, -1), ('b', 0, 2), ('B', 2, -1)]
    """

    def __init__(self) -> None:
        self._open: dict[tuple[Hashable, K], int] = {}
        self._held: dict[Hashable, list[tuple[K, int, int]]] = {}
        # A chain of seats, so that what comes late finds its place among what is there.
        self._next: dict[Hashable | None, Hashable | None] = {None: None}

    def at(self, date: int, there: Mapping[Hashable, K]) -> None:
        """Say what is there from *date* on, in order, by seat; dates come in ascending order."""
        for seat, key in [one for one in self._open if there.get(one[0]) != one[1]]:
            self._held[seat].append((key, self._open.pop((seat, key)), date))
        before: Hashable | None = None
        for seat, key in there.items():
            if seat not in self._held:
                self._held[seat] = []
                self._next[seat] = self._next[before]
                self._next[before] = seat
            self._open.setdefault((seat, key), date)
            before = seat

    def closed(self) -> list[tuple[K, int, int]]:
        """Return each thing with its first date, and the date on which it was gone (-1: never)."""
        lasting = {seat: (key, first, -1) for (seat, key), first in self._open.items()}
        return [
            span
            for seat in self._seats()
            for span in (*self._held[seat], *([lasting[seat]] if seat in lasting else []))
        ]

    def _seats(self) -> Iterator[Hashable]:
        seat = self._next[None]
        while seat is not None:
            yield seat
            seat = self._next[seat]


def seated(things: Iterable[tuple[Hashable, K]]) -> dict[Hashable, K]:
    """Give each thing a seat by what it is at heart; of several alike, each has its own.

    >>> seated([("a", 1), ("b", 2), ("a", 3)])
    {('a', 0): 1, ('b', 0): 2, ('a', 1): 3}
    """
    alike: Counter[Hashable] = Counter()
    seats: dict[Hashable, K] = {}
    for heart, thing in things:
        seats[heart, alike[heart]] = thing
        alike[heart] += 1
    return seats
