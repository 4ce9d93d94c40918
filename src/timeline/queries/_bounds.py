"""What plain moments agree on, from four numbers; `Agreement` tells of all dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries._entries import Bounds

Spread = tuple[int, int, int, int]
"""The last and the first of their first days, then the first and the last of their last days."""


def spread(moments: Iterable[Bounds]) -> Spread:
    """Return the numbers of some moments, at least one.

    >>> spread([(1, 5), (4, 9)])
    (4, 1, 5, 9)
    """
    firsts, lasts = zip(*moments, strict=True)
    return max(firsts), min(firsts), min(lasts), max(lasts)


def widened(before: Spread | None, more: Bounds) -> Spread:
    """Return the numbers with another moment.

    >>> widened(widened(None, (1, 5)), (4, 9))
    (4, 1, 5, 9)
    """
    first, last = more
    if before is None:
        return first, first, last, last
    last_first, first_first, first_last, last_last = before
    return (
        first if first > last_first else last_first,  # noqa: FURB136  # max() takes thrice as long
        first if first < first_first else first_first,  # noqa: FURB136  # as above
        last if last < first_last else first_last,  # noqa: FURB136  # as above
        last if last > last_last else last_last,  # noqa: FURB136  # as above
    )


def agreed(numbers: Spread) -> tuple[int, int, bool]:
    """Return what all agree on, or all that they say, and whether they contradict each other.

    >>> agreed((4, 1, 5, 9)), agreed((7, 1, 5, 9))
    ((4, 5, False), (1, 9, True))
    """
    last_first, first_first, first_last, last_last = numbers
    if last_first <= first_last:
        return last_first, first_last, False
    return first_first, last_last, True
