"""One fact as a function of the date: a step for every day on which its answer changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from timeline.queries._entries import RETRACTED, STATED
from timeline.queries._facts import Fact, Telling, fact_of
from timeline.queries._line import said
from timeline.queries._weigher import Weigher

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries._index import Index
    from timeline.queries._line import Line
    from timeline.queries._resolution import Resolution

LONG = 128
"""With more news than this, what was weighed for one day is carried on for another."""

NEAR = 512
"""Over so many pieces of news it is carried on in place; over more, what was weighed is kept."""

KEPT = 4
"""How many weighings of one fact are kept."""

Key = tuple[bool, int, int, str]
"""When a fact became known first, and its id: the order in which facts are listed."""


class Steps:
    """What was known of one fact, day by day; None where it was not asked for, or not known.

    Attributes:
        line: the news of the fact.
        days: the days on which its answer can change, in order.
        answers: one for the time before each day, and one for the time after the last.
        key: its place among all facts.
    """

    __slots__ = ("answers", "days", "key", "line", "weighings")

    def __init__(self, fact: str, line: Line, days: list[int]) -> None:
        self.line = line
        self.days = days
        self.answers: list[Fact | None] = [None] * (len(days) + 1)
        known = line.first_known(len(line), ())
        self.key: Key = (known.earliest is not None, known.earliest or 0, known.latest, fact)
        self.weighings: list[tuple[int, Weigher]] = []
        """The news that comes first, weighed: how many pieces, in order."""

    def grown(self, fact: str, line: Line, days: Iterable[int], since: int | None) -> Steps:
        """Return the steps of *line*, which has more news; what is older stays worked out.

        Args:
            fact: the fact.
            line: the news of the fact now.
            days: the days that come with what is new.
            since: the first day on which an answer may be another; None is the first of all.
        """
        merged = self.days.copy()
        for day in days:
            place = bisect_left(merged, day)
            if place == len(merged) or merged[place] != day:
                insort(merged, day)
        grown = Steps(fact, line, merged)
        if since is not None:
            same = bisect_left(merged, since) + 1
            grown.answers[:same] = self.answers[:same]
        count = _same_beginning(self.line, line)
        grown.weighings = [(at, one.copy()) for at, one in self.weighings if at <= count]
        return grown

    def day_of(self, step: int) -> int:
        """Return a day on which *step* is the answer."""
        return self.days[step - 1] if step else self.days[0] - 1

    def fact(self, index: Index, fact: str, day: int) -> Fact | None:
        """Work out *fact* as it was known by the end of *day*."""
        count, tail = self.line.split(day)
        if not count and not tail:
            return None
        resolution = index.resolution
        weigher = self._weighed(resolution, count)
        certain = weigher.judged(day) if count else None
        possible = None
        if tail:
            if len(self.line) > LONG:
                weigher = weigher.copy()
            _weigh(resolution, self.line, weigher, tail)
            possible = weigher.judged(day)
        telling = Telling(index, resolution.canonical, self.line, count, tail)
        return fact_of(telling, fact, index.described(fact), certain, possible)

    def _weighed(self, resolution: Resolution, count: int) -> Weigher:
        """Return the first *count* pieces of news weighed."""
        line = self.line
        if len(line) <= LONG:
            weigher = Weigher()
            _weigh(resolution, line, weigher, range(count))
            return weigher
        place = bisect_left(self.weighings, count + 1, key=_count) - 1
        if place < 0:
            place, before, weigher = 0, 0, Weigher()
            self.weighings.insert(0, (0, weigher))
        else:
            before, weigher = self.weighings[place]
        if count - before > NEAR:
            # Others that lie between two kept ones are worth less than one that lies apart.
            weigher = weigher.copy()
            place += 1
            self.weighings.insert(place, (count, weigher))
        _weigh(resolution, line, weigher, range(before, count))
        self.weighings[place] = (count, weigher)
        if len(self.weighings) > KEPT:
            gaps = [
                (after - before, number)
                for number, ((before, _), (after, _)) in enumerate(
                    zip(self.weighings, self.weighings[1:], strict=False)
                )
            ]
            del self.weighings[min(gaps)[1]]
        return weigher


def _count(weighing: tuple[int, Weigher]) -> int:
    return weighing[0]


def _weigh(resolution: Resolution, line: Line, weigher: Weigher, places: Iterable[int]) -> None:
    """Carry a weighing on over some places of a line."""
    kinds, entries = resolution.entries.kind, line.entries
    for place in places:
        entry = entries[place]
        kind = kinds[entry]
        if kind != STATED:
            weigher.drop(resolution.entries.claim[entry])
        if kind != RETRACTED:
            weigher.add(said(resolution, entry))


def _same_beginning(one: Line, other: Line) -> int:
    """Return how many pieces of news both lines begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.entries[low:middle] == other.entries[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
