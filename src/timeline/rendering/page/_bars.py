"""Soft dates as bars: solid where it certainly was so, fading where the bounds leave it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from timeline.dates import When


@attrs.frozen
class Stretch:
    """A part of a bar, over which its strength goes evenly from one value to another.

    Args:
        first: its first day; None is the edge of the drawing: there is no bound.
        last: its last day; likewise.
        begins: how strongly it is drawn at its beginning, from 0 to 1.
        ends: how strongly it is drawn at its end.
    """

    first: int | None
    last: int | None
    begins: float
    ends: float


def bar(when: When | None) -> tuple[Stretch, ...]:
    """Return a date as a bar, its stretches in order; nothing for no date.

    A day is solid. One day somewhere within bounds is strongest in their middle and fades to both
    sides. An interval is solid from its latest start to its earliest end, and fades beyond.

    >>> from timeline.dates import When
    >>> bar(When("2025-01-09"))
    (Stretch(first=739260, last=739260, begins=1, ends=1),)
    >>> [(one.begins, one.ends) for one in bar(When("2025-01-16~/2025-02"))]
    [(0, 1), (1, 1), (1, 0)]
    """
    if when is None:
        return ()
    if not when.is_interval:
        return _moment(when.start_earliest, when.end_latest)
    first, last = _solid(when)
    if first is None or last is None:
        return _moment(when.start_earliest, when.end_latest)
    stretches = [Stretch(first, last, 1, 1)] if first < last else []
    if when.start_earliest != first:
        stretches.insert(0, Stretch(when.start_earliest, first, 0, 1))
    if when.end_latest != last:
        stretches.append(Stretch(last, when.end_latest, 1, 0))
    return tuple(stretches) or (Stretch(first, last, 1, 1),)


def _moment(earliest: int | None, latest: int | None) -> tuple[Stretch, ...]:
    if earliest is None:
        # Without any bound it may be anywhere; with a last day only, it is the likelier the later.
        return (Stretch(None, latest, 0, 1 if latest is not None else 0),)
    if latest is None:
        return (Stretch(earliest, None, 1, 0),)
    if earliest == latest:
        return (Stretch(earliest, latest, 1, 1),)
    middle = (earliest + latest) // 2
    if middle == earliest:
        return (Stretch(earliest, latest, 0.5, 0.5),)
    return (Stretch(earliest, middle, 0, 1), Stretch(middle, latest, 1, 0))


def _solid(when: When) -> tuple[int | None, int | None]:
    """Return the days from and to which the interval certainly lasted; one day where none are.

    An interval that may have ended before it certainly began (since about mid-January, no end
    known) is surest when it had certainly begun.
    """
    first, last = when.start_latest, when.end_earliest
    if first is None or last is None:
        day = last if first is None else first
        return day, day
    if first <= last:
        return first, last
    if when.end_latest is None:
        return first, first
    if when.start_earliest is None:
        return last, last
    middle = (first + last) // 2
    return middle, middle
