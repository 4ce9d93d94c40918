"""From what day on a thing counts as known: the rules of the four bases and the two clocks."""

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

    def certainly(self, day: int) -> bool:
        """Whether it was certainly known by the end of *day*."""
        return self.latest <= day

    def possibly(self, day: int) -> bool:
        """Whether it may have been known by the end of *day*: certainly or not."""
        return self.earliest is None or self.earliest <= day

    def not_before(self, other: Known) -> Known:
        """Return this interval, moved so that neither bound lies before that of *other*."""
        if other.earliest is None or (
            self.earliest is not None and self.earliest >= other.earliest
        ):
            earliest = self.earliest
        else:
            earliest = other.earliest
        return Known(earliest, max(self.latest, other.latest))


def stated_when(
    basis: Basis, *, published: When, stated: When | None = None, occurred: When | None = None
) -> When:
    """Return when a claim was stated, by its basis; never after publication.

    Args:
        basis: what the date rests on.
        published: when its article was printed.
        stated: the date of the statement, for `Basis.DATED`.
        occurred: when it happened, for `Basis.PRESUMED` and `Basis.BOUNDED`.

    >>> stated_when(Basis.BOUNDED, published=When.parse("2025-02-07"),
    ...             occurred=When.parse("2025-01-09"))
    When('[2025-01-09..2025-02-07]')
    """
    if basis is Basis.DATED and stated is not None:
        return _by(published, stated)
    if basis is Basis.PRESUMED and occurred is not None:
        # A state that is public by nature is known from its beginning on, not from its end.
        return _by(published, occurred.start)
    if basis is Basis.BOUNDED and occurred is not None:
        return _by(published, When.between(occurred.earliest, published.latest))
    return published


def _by(published: When, when: When) -> When:
    """Cut off what of *when* lies after publication."""
    last = published.latest
    assert last is not None  # Article checks it
    if when.latest is not None and when.latest <= last:
        return when
    if when.earliest is not None and when.earliest > last:
        return published
    return When.between(when.earliest, last)


def known_when(when: When, zone: str | None = None) -> Known:
    """Return *when* as an interval of days; an instant falls on its day in *zone* (UTC)."""
    if zone is not None and when.instant is not None:
        day = when.day_in(zone)
        return Known(day, day)
    assert when.latest is not None  # Claim, Article and the events check it
    return Known(when.earliest, when.latest)
