"""How well two dates fit one happening, and when they forbid it."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from timeline.dates import When

_SPREAD: Final = 30
"""The days that two dates may span beyond one until they say half as much as one day says."""

UNDATED: Final = 0.25
"""What two tellings come to of which one has no date: an archive tells of many happenings of a
kind, and most pairs of them are of different times."""


class Dated(NamedTuple):
    """A date as linking compares it: its bounds, with infinity for none, and whether it is sure."""

    start_earliest: float
    start_latest: float
    end_earliest: float
    end_latest: float
    is_interval: bool
    is_certain: bool


@functools.lru_cache(maxsize=2_048)  # an article tells of a few days, and an archive of thousands
def dated(when: When | None) -> Dated | None:
    """Return a date as linking compares it.

    It is certain if it is as sure as it is told, without ``~``, ``?`` and ``%``. A certain date
    need not be exact; ``2025-01`` is certain, and certainly not in February.
    """
    if when is None:
        return None
    return Dated(
        -math.inf if when.start_earliest is None else when.start_earliest,
        math.inf if when.start_latest is None else when.start_latest,
        -math.inf if when.end_earliest is None else when.end_earliest,
        math.inf if when.end_latest is None else when.end_latest,
        when.is_interval,
        not (when.is_approximate or when.is_uncertain),
    )


@functools.lru_cache(maxsize=2_048)  # the dates of an article meet those of others, often alike
def fit(first: Dated | None, second: Dated | None) -> float:
    """Say how well two dates fit one happening; the same whichever comes first.

    Returns:
        1 where both name one day, about ½ where they say little, less where they conflict; and,
        below 0, the days by which two certain dates miss each other: a veto.

    >>> from timeline.dates import When
    >>> fit(dated(When("2025-01-30")), dated(When("2025-01-30")))
    1.0
    >>> fit(dated(When("2025-01-30")), dated(When("2025-01-31")))
    -1
    >>> fit(dated(When("2025-01-30~")), dated(When("2025-02-03"))) > 0
    True
    """
    if first is None or second is None:
        return UNDATED
    low, high, ended, latest, interval, certain = first
    low2, high2, ended2, latest2, interval2, certain2 = second
    apart = low - latest2 if low > low2 else low2 - latest
    if interval and interval2:
        # Two stretches are one only if they can begin and end alike.
        apart = max(apart, low - high2, low2 - high, ended - latest2, ended2 - latest)
    if apart > 0:
        return -apart if certain and certain2 else 0.4 / (1 + apart / 4)
    spread = max(high, high2) - min(low, low2)
    if spread < math.inf:
        return 0.5 + 0.5 / (1 + spread / _SPREAD)
    # An open date: news is mostly of what is recent, so the nearer its end lies, the better.
    distance = abs(high - high2)
    if not distance < math.inf:
        distance = abs(low - low2)
    return 0.5 + 0.15 / (1 + distance / _SPREAD) if distance < math.inf else 0.5
