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
        first, last, text = when.start_earliest, when.start_latest, when.edtf
        if (
            first is None
            or last is None
            or first != when.end_earliest
            or last != when.end_latest
            or "/" in text
        ):
            self._others = dict.fromkeys([*self._best.values(), when])
            self._value = None
            return
        known = self._best.get((first, last))
        if known is not None and (len(known.edtf), known.edtf) <= (len(text), text):
            return
        self._best[first, last] = when
        self._value = None
        if self._bounds is None:
            self._bounds = (first, first, last, last)
            return
        last_first, first_first, first_last, last_last = self._bounds
        self._bounds = (
            first if first > last_first else last_first,  # noqa: FURB136  # max() takes thrice as long
            first if first < first_first else first_first,  # noqa: FURB136  # as above
            last if last < first_last else first_last,  # noqa: FURB136  # as above
            last if last > last_last else last_last,  # noqa: FURB136  # as above
        )

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
