"""On which days which facts move: a difference of two days looks at these facts alone."""

from __future__ import annotations

from array import array
from bisect import bisect_right, insort
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Moves:
    """The slots of the facts that move on each day.

    >>> moves = Moves()
    >>> moves.note([[3, 8], None, [8]])
    >>> sorted(moves.between(3, 8)), sorted(moves.between(2, 3))
    ([0, 2], [0])
    """

    __slots__ = ("_days", "_slots", "known")

    def __init__(self) -> None:
        self.known = False
        """Whether the days of all facts were noted."""
        self._slots: dict[int, array[int]] = {}
        self._days: list[int] = []
        """The days on which any fact moves, in order."""

    def note(self, days_of: Iterable[Sequence[int] | None]) -> None:
        """Take in the days on which the fact of each slot moves; None for an empty slot."""
        slots: dict[int, array[int]] = {}
        for slot, days in enumerate(days_of):
            for day in days or ():
                moved = slots.get(day)
                if moved is None:
                    moved = slots[day] = array("i")
                moved.append(slot)
        self._slots, self._days, self.known = slots, sorted(slots), True

    def add(self, slot: int, days: Iterable[int]) -> None:
        """Note new days on which a fact moves; old ones stay, to look in vain does no harm."""
        for day in days:
            moved = self._slots.get(day)
            if moved is None:
                self._slots[day] = array("i", (slot,))
                insort(self._days, day)
            elif slot not in moved:
                moved.append(slot)

    def clear(self) -> None:
        """Forget all days."""
        self._slots, self._days, self.known = {}, [], False

    def count(self, after: int, upto: int) -> int:
        """Return how many moves there are at most between the ends of two days."""
        return sum(map(len, self._moved(after, upto)))

    def between(self, after: int, upto: int) -> set[int]:
        """Return the slots of the facts that move between the ends of two days."""
        return set(chain.from_iterable(self._moved(after, upto)))

    def _moved(self, after: int, upto: int) -> list[array[int]]:
        first, last = bisect_right(self._days, after), bisect_right(self._days, upto)
        return [self._slots[day] for day in self._days[first:last]]
