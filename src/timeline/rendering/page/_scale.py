"""One scale of time for all drawings: quiet years take little room, busy weeks take much.

News comes in bursts. On an even scale three years of silence would leave a few pixels to the month
in which everything happened; here a gap takes room by the logarithm of its length. Both axes share
the scale, so that "known on the day it happened" stays a straight line.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When

if TYPE_CHECKING:
    from collections.abc import Iterable

_CROWD = 0.8
"""How much room each thing that is drawn on a day adds to it, beside the gap that follows."""

_WIDEST = 12.0
"""The most room that a day gets for what is drawn on it."""

_MOST_TICKS = 400


@attrs.frozen
class Scale:
    """Places for days, in order: between two of them the scale is even.

    Args:
        days: day numbers as of `When.day`, ascending.
        places: the place of each of them, ascending from 0.
    """

    days: tuple[int, ...]
    places: tuple[float, ...]

    @classmethod
    def of(cls, days: Iterable[int], crowds: Iterable[int] = ()) -> Scale:
        """Make the scale that shows *days* well, and is widest where *crowds* are drawn.

        >>> scale = Scale.of([0, 1, 1000])
        >>> [round(place, 1) for place in scale.places]
        [0.0, 1.0, 11.0]
        """
        crowd = Counter(crowds)
        # A crowded day gets its room for itself: it lasts until the next one begins.
        ordered = sorted({*days, *crowd, *(day + 1 for day in crowd)})
        places: list[float] = []
        place = 0.0
        for position, day in enumerate(ordered):
            if position:
                before = ordered[position - 1]
                place += math.log2(1 + day - before) + min(_WIDEST, _CROWD * crowd[before])
            places.append(place)
        return cls(tuple(ordered), tuple(places))

    def ticks(self) -> tuple[tuple[int, str, int], ...]:
        """Return the days that an axis can name: day, words and rank, the years (0) before months.

        A scale of many years names fewer of them.
        """
        if not self.days:
            return ()
        first, last = _month(self.days[0]), _month(self.days[-1])
        years = (last - first) // 12
        stride = max(1, math.ceil(years / _MOST_TICKS))
        ticks = [
            (day, f"{year}", 0)
            for year in range(first // 12, last // 12 + 2)
            if year % stride == 0 and (day := _first_of(year, 1)) is not None
        ]
        if years * 12 <= _MOST_TICKS:
            ticks += [
                (day, f"{_NAMES[month % 12]} {month // 12}", 1)
                for month in range(first, last + 2)
                if month % 12 and (day := _first_of(month // 12, month % 12 + 1)) is not None
            ]
        return tuple(sorted(tick for tick in ticks if self.days[0] <= tick[0] <= self.days[-1]))


_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LEAST_YEAR, _LAST_YEAR = 1, 9999
_AVERAGE_YEAR = 365.2425


def _month(day: int) -> int:
    """Return how many months lie between the year 0 and the month of *day*."""
    year, _, rest = str(When.day(day)).partition("-")
    if not year or len(year) > 4:  # noqa: PLR2004 - years beyond four digits are written otherwise
        return 12 * max(_LEAST_YEAR, min(_LAST_YEAR, round(day / _AVERAGE_YEAR)))
    return 12 * int(year) + int(rest[:2]) - 1


def _first_of(year: int, month: int) -> int | None:
    if not _LEAST_YEAR <= year <= _LAST_YEAR:
        return None
    return When.parse(f"{year:04}-{month:02}-01").earliest
