"""How well two dates fit one happening, and when they forbid it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates import When

_SPREAD: Final = 30
"""The days that two dates may span beyond one until they say half as much as one day says."""


@attrs.frozen(slots=True)
class Fit:
    """How two dates lie to each other.

    Args:
        value: 1 where both name one day, about ½ where they say little, less where they conflict.
        apart: the days by which they miss each other; 0 where both can be true.
        vetoed: whether both are certain and cannot both be true.
    """

    value: float
    apart: int
    vetoed: bool


def is_certain(when: When) -> bool:
    """Whether a date is as sure as it is told: without ``~``, ``?`` and ``%``.

    A certain date need not be exact; ``2025-01`` is certain, and certainly not in February.
    """
    return not (when.is_approximate or when.is_uncertain)


_UNTOLD: Final = Fit(0.3, 0, vetoed=False)


def fit(first: When | None, second: When | None) -> Fit:
    """Say how well two dates fit one happening; the same whichever comes first.

    >>> from timeline.dates import When
    >>> fit(When("2025-01-30"), When("2025-01-30")).value
    1.0
    >>> fit(When("2025-01-30"), When("2025-01-31"))
    Fit(value=0.0, apart=1, vetoed=True)
    >>> fit(When("2025-01-30~"), When("2025-02")).vetoed
    False
    """
    if first is None or second is None:
        return _UNTOLD
    return _fit(first, second)


@functools.lru_cache(maxsize=65_536)
def _fit(first: When, second: When) -> Fit:
    apart = _days_apart(first, second)
    if apart:
        if is_certain(first) and is_certain(second):
            return Fit(0.0, apart, vetoed=True)
        return Fit(0.4 / (1 + apart / 4), apart, vetoed=False)
    spread = _spread(first, second)
    if spread is not None:
        return Fit(0.5 + 0.5 / (1 + spread / _SPREAD), 0, vetoed=False)
    return Fit(0.5 + 0.15 / (1 + _distance(first, second) / _SPREAD), 0, vetoed=False)


def _days_apart(first: When, second: When) -> int:
    """Return the least number of days to move one by, until both can be true."""
    gap = _gap((first.earliest, first.latest), (second.earliest, second.latest))
    if first.is_interval and second.is_interval:
        # Two stretches are one only if they can begin and end alike.
        begun = (first.start_earliest, first.start_latest)
        ended = (first.end_earliest, first.end_latest)
        gap = max(
            gap,
            _gap(begun, (second.start_earliest, second.start_latest)),
            _gap(ended, (second.end_earliest, second.end_latest)),
        )
    return gap


def _gap(first: tuple[int | None, int | None], second: tuple[int | None, int | None]) -> int:
    gaps = [
        low - high
        for low, high in ((first[0], second[1]), (second[0], first[1]))
        if low is not None and high is not None
    ]
    return max(0, *gaps) if gaps else 0


def _spread(first: When, second: When) -> int | None:
    """Return the days from the first to the last that their starts can be; None without end."""
    low = _outermost(min, first.start_earliest, second.start_earliest)
    high = _outermost(max, first.start_latest, second.start_latest)
    return None if low is None or high is None else high - low


def _outermost(
    choose: Callable[[int, int], int], first: int | None, second: int | None
) -> int | None:
    return None if first is None or second is None else choose(first, second)


def _distance(first: When, second: When) -> int:
    """Return how far an open date reaches from the other: news is mostly of what is recent."""
    for one, other in (
        (first.start_latest, second.start_latest),
        (first.start_earliest, second.start_earliest),
    ):
        if one is not None and other is not None:
            return abs(one - other)
    return 10 * _SPREAD
