"""How near a date is meant: its precision, and how far ``~`` and ``%`` widen it.

EDTF says that a date is approximate but not by how much; this table is where we decide.
"""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class Precision(enum.Enum):
    """What kind of stretch the text of a date names.

    Where digits are unspecified, the coarsest gap counts: ``2004-XX`` has the precision of a year,
    ``156X-12-25`` that of a decade.
    """

    INSTANT = "instant"  # a time of day with Z or an offset
    DAY = "day"  # also a time of day without an offset
    MONTH = "month"
    SEASON = "season"  # a season or a quarter: three months
    QUADRIMESTER = "quadrimester"  # four months
    SEMESTER = "semester"  # six months
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"  # or coarser
    RANGE = "range"  # a set of dates, given by its members
    INTERVAL = "interval"  # with a start and an end

    def __repr__(self) -> str:
        return f"<Precision.{self.name}>"


WIDENING: Final[Mapping[Precision, int]] = MappingProxyType(
    {
        Precision.DAY: 3,
        Precision.MONTH: 15,
        Precision.SEASON: 45,
        Precision.QUADRIMESTER: 60,
        Precision.SEMESTER: 91,
        Precision.YEAR: 183,
        Precision.DECADE: 1_826,
        Precision.CENTURY: 18_262,
        Precision.MILLENNIUM: 182_621,
    }
)
"""By how many days ``~`` and ``%`` widen a date on either side, by the precision they stand at.

A day is widened by three days, everything longer by half of its length, to the nearest day.
"""

COARSENESS: Final[Mapping[Precision, int]] = MappingProxyType(
    {precision: rank for rank, precision in enumerate(Precision)}
)
"""The ranks of the precisions, the finest first."""

QUALIFIERS = "?~%"
WIDENERS = frozenset("~%")
STRIP_QUALIFIERS = str.maketrans("", "", QUALIFIERS)


def coarser(first: Precision, second: Precision) -> Precision:
    """Return the coarser of two precisions.

    >>> coarser(Precision.MONTH, Precision.YEAR)
    <Precision.YEAR>
    """
    return first if COARSENESS[first] >= COARSENESS[second] else second


def year_precision(unspecified: int) -> Precision:
    """Return the precision of a year whose last *unspecified* digits are open.

    >>> year_precision(0), year_precision(2)
    (<Precision.YEAR>, <Precision.CENTURY>)
    """
    steps = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)
    return steps[min(unspecified, len(steps) - 1)]
