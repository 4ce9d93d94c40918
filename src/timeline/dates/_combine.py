"""What two uncertain dates have in common, and what covers both, bound by bound."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.dates._relations import Bounded


class Box(NamedTuple):
    """The four bounds of a date, and whether its start and end vary apart."""

    start_earliest: int | None
    start_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    is_interval: bool


def box(date: Bounded) -> Box:
    """Return the bounds of *date* alone, so that they compare."""
    return Box(
        date.start_earliest,
        date.start_latest,
        date.end_earliest,
        date.end_latest,
        date.is_interval,
    )


def intersected(first: Bounded, second: Bounded) -> Box | None:
    """Return the bounds that fit both; a moment meets an interval in the days within it."""
    earliest = _later(first.start_earliest, second.start_earliest)
    latest = _earlier(first.end_latest, second.end_latest)
    if not (first.is_interval and second.is_interval):
        if _is_empty(earliest, latest):
            return None
        return Box(earliest, latest, earliest, latest, is_interval=False)
    start_latest = _earlier(_earlier(first.start_latest, second.start_latest), latest)
    end_earliest = _later(_later(first.end_earliest, second.end_earliest), earliest)
    if _is_empty(earliest, start_latest) or _is_empty(end_earliest, latest):
        return None
    return Box(earliest, start_latest, end_earliest, latest, is_interval=True)


def joined(first: Bounded, second: Bounded) -> Box:
    """Return the tightest bounds that cover both."""
    return Box(
        _outermost(min, first.start_earliest, second.start_earliest),
        _outermost(max, first.start_latest, second.start_latest),
        _outermost(min, first.end_earliest, second.end_earliest),
        _outermost(max, first.end_latest, second.end_latest),
        first.is_interval or second.is_interval,
    )


def common(dates: Iterable[Bounded]) -> Box | None:
    """Return the bounds that fit all of *dates*, in whatever order they come."""
    # A moment within several intervals need not care whether these agree on their ends.
    boxes = sorted((box(date) for date in dates), key=lambda one: one.is_interval)
    found: Box | None = boxes[0]
    for one in boxes[1:]:
        found = None if found is None else intersected(found, one)
    return found


def cover(dates: Iterable[Bounded]) -> Box:
    """Return the tightest bounds that cover all of *dates*."""
    return functools.reduce(joined, (box(date) for date in dates))


def _later(first: int | None, second: int | None) -> int | None:
    """Return the tighter of two earliest bounds."""
    return max((bound for bound in (first, second) if bound is not None), default=None)


def _earlier(first: int | None, second: int | None) -> int | None:
    """Return the tighter of two latest bounds."""
    return min((bound for bound in (first, second) if bound is not None), default=None)


def _outermost(
    choose: Callable[[int, int], int], first: int | None, second: int | None
) -> int | None:
    return None if first is None or second is None else choose(first, second)


def _is_empty(earliest: int | None, latest: int | None) -> bool:
    return earliest is not None and latest is not None and earliest > latest
