"""The date that claims agree on, carried on when another claim comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.projections import joined

if TYPE_CHECKING:
    from collections.abc import Iterable


class Agreement:
    """Dates, at least one, and what they agree on; see `timeline.projections.joined`.

    Moments with both bounds are the rule. What they have in common and what covers them follows
    from four numbers; intervals and open dates are laid together again whenever they are asked of.

    >>> dates = Agreement()
    >>> dates.add(When("2025-01"))
    >>> dates.add(When("[2025-01-11..2025-02-10]"))
    >>> dates.value()
    (When('[2025-01-11..2025-01-31]'), False)
    """

    __slots__ = ("_best", "_bounds", "_others", "_value")

    def __init__(self) -> None:
        self._best: dict[tuple[int, int], When] = {}
        """The shortest text of each pair of bounds."""
        self._bounds: tuple[int, int, int, int] | None = None
        """The last and first of the first days, then the first and last of the last days."""
        self._others: dict[When, None] | None = None
        """All dates, once one of them is no plain moment."""
        self._value: tuple[When, bool] | None = None

    def copy(self) -> Agreement:
        """Return another that can be carried on by itself."""
        other = Agreement()
        other._best, other._bounds = dict(self._best), self._bounds
        other._others = None if self._others is None else dict(self._others)
        other._value = self._value
        return other

    def add(self, when: When) -> None:
        """Take in another date."""
        if self._others is not None:
            if when not in self._others:
                self._others[when] = None
                self._value = None
            return
        first, last = when.start_earliest, when.start_latest
        if (
            first is None
            or last is None
            or when.is_interval
            or first != when.end_earliest
            or last != when.end_latest
        ):
            self._others = dict.fromkeys([*self._best.values(), when])
            self._value = None
            return
        bounds = (first, last)
        known = self._best.get(bounds)
        if known is None or (len(when.edtf), when.edtf) < (len(known.edtf), known.edtf):
            self._best[bounds] = when
            self._value = None
            if self._bounds is None:
                self._bounds = (first, first, last, last)
            else:
                a, b, c, d = self._bounds
                self._bounds = (max(a, first), min(b, first), min(c, last), max(d, last))

    def value(self) -> tuple[When, bool]:
        """Return what all agree on, or all that they say, and whether they contradict."""
        if self._value is None:
            if self._others is not None:
                self._value = joined(self._others)
            else:
                assert self._bounds is not None  # there is at least one
                last_first, first_first, first_last, last_last = self._bounds
                if last_first <= first_last:
                    self._value = (self._spelled(last_first, first_last), False)
                else:
                    self._value = (self._spelled(first_first, last_last), True)
        return self._value

    def _spelled(self, earliest: int, latest: int) -> When:
        return self._best.get((earliest, latest)) or When.between(earliest, latest)


def agreement_of(dates: Iterable[When]) -> Agreement:
    """Return the agreement of some *dates*."""
    agreement = Agreement()
    for when in dates:
        agreement.add(when)
    return agreement
