"""From what day on a thing counts as known: the rules of the four bases."""

from __future__ import annotations

import attrs

from timeline.dates import When
from timeline.model._words import Basis


@attrs.frozen(order=False)
class Known:
    """The interval in which something became known, in days; see `When.day` for their count.

    Args:
        earliest: the first day on which it may have been known; None is "at any time before".
        latest: the day from whose end on it certainly was.
    """

    earliest: int | None
    latest: int

    @classmethod
    def of(cls, when: When, zone: str | None = None) -> Known:
        """Return the bounds of *when*; an instant falls on its day in *zone* (None is UTC)."""
        if zone is not None and when.instant is not None:
            day = when.day_in(zone)
            return cls(day, day)
        assert when.latest is not None  # Article, Claim and the events check it
        return cls(when.earliest, when.latest)

    def certainly(self, day: int) -> bool:
        """Whether it was certainly known by the end of *day*."""
        return self.latest <= day

    def possibly(self, day: int) -> bool:
        """Whether it may have been known by the end of *day*, certainly or not."""
        return self.earliest is None or self.earliest <= day

    def not_before(self, other: Known) -> Known:
        """Return this interval, moved so that neither bound lies before that of *other*.

        >>> Known(3, 9).not_before(Known(5, 7))
        Known(earliest=5, latest=9)
        """
        if other.earliest is None:
            earliest = self.earliest
        elif self.earliest is None:
            earliest = other.earliest
        else:
            earliest = max(self.earliest, other.earliest)
        return Known(earliest, max(self.latest, other.latest))


Days = tuple[int | None, int | None]
"""An earliest and a latest day; None is without bound."""


def stated_known(basis: Basis, *, published: Known, stated: Days, began: Days) -> Known:
    """Return when a claim was stated, by its basis; never after publication.

    This is the one place that says what the four bases mean; it needs no more than days, so that
    an index can apply it without reading the claim.

    Args:
        basis: what the date rests on.
        published: when the article was printed.
        stated: the date of the statement; asked for by `Basis.DATED`.
        began: when the happening began; asked for by `Basis.PRESUMED` and `Basis.BOUNDED`.
    """
    earliest: int | None
    latest: int | None
    match basis:
        case Basis.PUBLISHED:
            return published
        case Basis.BOUNDED:
            earliest, latest = began[0], None
        case Basis.PRESUMED:
            # A state that is public by nature is known from its beginning on, not from its end.
            earliest, latest = began
        case Basis.DATED:
            earliest, latest = stated
    if earliest is not None and earliest > published.latest:
        return published
    last = published.latest
    return Known(earliest, last if latest is None or latest > last else latest)


def spelled(known: Known, *candidates: When | None) -> When:
    """Return *known* as a date, in the words of the first candidate that has its bounds."""
    for when in candidates:
        if when is not None and (when.earliest, when.latest) == (known.earliest, known.latest):
            return when
    return When.between(known.earliest, known.latest)
