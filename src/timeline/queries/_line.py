"""The news about one fact, in fold order, as the index has it: nothing is decoded."""

from __future__ import annotations

import functools
from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import Basis, Known, Stance, article_of
from timeline.projections import Standing
from timeline.queries._entries import BASES, RETRACTED, STANCES, STATED
from timeline.queries._voices import COUNTS, FORECAST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from timeline.queries._resolution import Resolution

Placed = tuple[int, bool, int, str, int, int, int]
"""An entry in time: latest, whether there is an earliest, earliest, stream, version (the fold
order), the number of the entry, and that of the date on which its article was printed."""


@attrs.frozen
class Heard:
    """A claim in one wording as the index has it.

    It is a `timeline.projections.Spoken`.

    Args:
        id: the id of the claim.
        stance: how its origin stands to it.
        chain: its sources, nearest first, under canonical ids.
        occurred: when it happened, as far as the claim says.
        known: the days in which the wording became known.
        entry: the number of its entry.
        position: the event that brought it.
        content: the event that holds how it is read.
        basis: what its date rests on.
        date: the date of the statement, or of the correction that brought it.
        stated: whether a statement brought it, not a correction.
        published: when its article was printed.
        standing: whether its outlet stands by it.
        end: the event that corrected or retracted it; None while it stands.
        ended: when that became known, in days, and in its own words.
    """

    id: str
    stance: Stance
    chain: tuple[str, ...]
    occurred: When | None
    known: Known
    entry: int
    position: int
    content: int
    basis: Basis
    date: When | None
    stated: bool
    published: When
    standing: Standing = Standing.STANDS
    end: int | None = None
    ended: tuple[Known, When] | None = None

    @property
    def article(self) -> str:
        """The id of its article."""
        return article_of(self.id)

    @property
    def stands(self) -> bool:
        """Whether its outlet stands by it."""
        return self.end is None


Hearing = tuple[Heard, ...]
"""All that was heard of a fact, in fold order, nothing decoded."""


class Line:
    """The news about one fact, in fold order; it never changes.

    Attributes:
        latest: the day from whose end on each piece was certainly known.
        earliest: the first day on which each may have been known; None is at any time.
        entries: the number of the entry of each.
        printed: the number of the date on which the article of each was printed.
        width: the most days between the bounds of any piece that has both.
    """

    __slots__ = ("_always", "earliest", "entries", "latest", "printed", "width")

    def __init__(
        self,
        latest: list[int],
        earliest: list[int | None],
        entries: array[int],
        printed: array[int],
        width: int | None = None,
    ) -> None:
        self.latest, self.earliest = latest, earliest
        self.entries, self.printed = entries, printed
        self._always: list[int] = []
        """The places of what may always have been known."""
        if None in earliest:
            self._always = [place for place, first in enumerate(earliest) if first is None]
        if width is None:
            bounds = zip(latest, earliest, strict=True)
            width = max((last - first for last, first in bounds if first is not None), default=0)
        self.width = width

    @staticmethod
    def of(placed: Iterable[Placed], same: dict[int, int]) -> Line:
        """Return the line of some pieces of news; *same* keeps the number of each day once."""
        order = sorted(placed)
        # All facts share the numbers of their days: a bisection then stays within the cache.
        return Line(
            [same.setdefault(one[0], one[0]) for one in order],
            [same.setdefault(one[2], one[2]) if one[1] else None for one in order],
            array("i", [one[5] for one in order]),
            array("i", [one[6] for one in order]),
        )

    def only(self, kept: list[int]) -> Line:
        """Return the line of some of its places, in order."""
        return Line(
            [self.latest[place] for place in kept],
            [self.earliest[place] for place in kept],
            array("i", [self.entries[place] for place in kept]),
            array("i", [self.printed[place] for place in kept]),
        )

    def with_more(
        self, placed: Iterable[Placed], order: Callable[[Line, int], Placed], same: dict[int, int]
    ) -> Line:
        """Return the line with more news; *order* tells of a place of it what `Placed` tells."""
        latest, earliest = self.latest.copy(), self.earliest.copy()
        entries, printed = self.entries[:], self.printed[:]
        line, width = self, self.width
        for one in placed:
            last, is_bounded, first, _, _, entry, date = one
            place = bisect_left(range(len(line)), one, key=functools.partial(order, line))
            latest.insert(place, same.setdefault(last, last))
            earliest.insert(place, same.setdefault(first, first) if is_bounded else None)
            entries.insert(place, entry)
            printed.insert(place, date)
            width = max(width, last - first if is_bounded else 0)
            line = Line(latest, earliest, entries, printed, width)
        return line

    def __len__(self) -> int:
        return len(self.latest)

    @property
    def last(self) -> int:
        """The day from whose end on all of it was certainly known."""
        return self.latest[-1]

    def split(self, day: int) -> tuple[int, list[int]]:
        """Return how many pieces were certainly known by the end of *day*, and the possible ones.

        The certain ones come first; the possible ones are given by their places.
        """
        count = bisect_right(self.latest, day)
        if count == len(self.latest):
            return count, []
        earliest = self.earliest
        # None was known, possibly, before the widest of them could have been.
        end = bisect_right(self.latest, day + self.width, lo=count)
        tail = [
            place
            for place in range(count, end)
            if (first := earliest[place]) is not None and first <= day
        ]
        always = [place for place in self._always if place >= count]
        return count, sorted([*tail, *always]) if always else tail

    def first_known(self, count: int, tail: Sequence[int]) -> Known:
        """Return when the first of some pieces became known: the first *count* and the *tail*."""
        some = [*self.earliest[:count], *(self.earliest[place] for place in tail)]
        latest = self.latest[0] if count else min(self.latest[place] for place in tail)
        earliest: int | None = None
        if None not in some:
            earliest = min(first for first in some if first is not None)
        return Known(earliest, latest)

    def days(self, resolution: Resolution) -> list[int]:
        """Return the days on which an answer about the fact can change, in order."""
        days: set[int] = set(self.latest)
        days.update(first for first in self.earliest if first is not None)
        days.update(overdue_days(resolution, self.entries))
        return sorted(days)


def overdue_days(resolution: Resolution, entries: Iterable[int]) -> Iterator[int]:
    """Yield the days on which forecasts can fall overdue."""
    columns = resolution.entries
    for entry in entries:
        if COUNTS[columns.stance[entry]] == FORECAST and columns.kind[entry] != RETRACTED:
            # The window of several forecasts ends with one of theirs: where they agree, with
            # the first; where they contradict each other, with the last.
            occurred = columns.whens.get(columns.occurred[entry])
            if occurred is not None and occurred.latest is not None:
                yield occurred.latest + 1


def hearing(
    resolution: Resolution,
    canonical: Mapping[str, str],
    line: Line,
    places: Iterable[int],
    before: Hearing = (),
) -> Hearing:
    """Fold some *places* of a line onto what was heard *before*: `projections.told` undecoded."""
    columns = resolution.entries
    heard = list(before)
    at = {one.id: place for place, one in enumerate(heard) if one.stands}
    for place in places:
        entry = line.entries[place]
        kind = columns.kind[entry]
        name = resolution.columns.name(columns.claim[entry])
        known = Known(line.earliest[place], line.latest[place])
        date = columns.whens.get(columns.date[entry])
        if kind != STATED:
            how = Standing.RETRACTED if kind == RETRACTED else Standing.CORRECTED
            gone = at.pop(name, None)
            if gone is not None:
                assert date is not None  # a correction and a retraction are dated
                heard[gone] = attrs.evolve(
                    heard[gone],
                    standing=how,
                    end=columns.position[entry],
                    ended=(known, date),
                )
        if kind != RETRACTED:
            links = columns.chains.values[columns.chain[entry]].split(" ")
            at[name] = len(heard)
            heard.append(
                Heard(
                    id=name,
                    stance=STANCES[columns.stance[entry]],
                    chain=tuple(dict.fromkeys(canonical.get(link, link) for link in links)),
                    occurred=columns.whens.get(columns.occurred[entry]),
                    known=known,
                    entry=entry,
                    position=columns.position[entry],
                    content=columns.content[entry],
                    basis=BASES[columns.basis[entry]],
                    date=date,
                    stated=kind == STATED,
                    published=columns.whens.at(line.printed[place]),
                )
            )
    return tuple(heard)
