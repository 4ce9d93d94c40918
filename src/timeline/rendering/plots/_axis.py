"""An axis of days: where each one is on the drawing, and which of them the axis names."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from timeline.rendering._date_words import MONTHS, day_text, parts_of
from timeline.rendering.page._scale import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_DAYS = 1100
"""Over so many days, about three years, an axis names days within months, too."""

_WITHIN_MONTHS = ((11, 21), (6, 16, 26))
"""The days of a month that are named where there is room, the more telling ones first."""


@attrs.frozen
class Axis:
    """A part of a scale of days, laid out between two places of the drawing.

    Args:
        scale: how much room days take; see `timeline.rendering.page`.
        first: the first day that is shown.
        last: the last day that is shown.
        start: the place, in pixels, where *first* begins.
        end: the place where *last* ends; less than *start* on an axis that runs up.
    """

    scale: Scale
    first: int
    last: int
    start: float
    end: float

    @classmethod
    def of(
        cls,
        days: Iterable[int],
        start: float,
        end: float,
        *,
        crowds: Iterable[int] = (),
        only: tuple[int | None, int | None] = (None, None),
    ) -> Axis:
        """Make the axis that shows *days*, or *only* those from a first to a last one.

        Args:
            days: the days that are drawn; at least one.
            start: where it begins.
            end: where it ends.
            crowds: the days on which marks stand side by side.
            only: the first and the last day to show.
        """
        least, most = only
        shown = sorted(days)
        first = shown[0] if least is None else least
        last = max(shown[-1] if most is None else most, first)
        within = [day for day in shown if first <= day <= last]
        crowd = [day for day in crowds if first <= day <= last]
        return cls(Scale.of([first, *within, last, last + 1], crowd), first, last, start, end)

    def at(self, day: int | None, *, otherwise: float = 0.0) -> float:
        """Return the place where *day* begins; beyond the ends, that of the end.

        >>> axis = Axis.of([0, 10], 0, 110)
        >>> axis.at(-5), axis.at(11), axis.at(99), axis.at(None, otherwise=7.0)
        (0.0, 110.0, 110.0, 7.0)
        """
        if day is None:
            return otherwise
        low, high = self._place(self.first), self._place(self.last + 1)
        part = (self._place(min(max(day, self.first), self.last + 1)) - low) / (high - low)
        return self.start + part * (self.end - self.start)

    def _place(self, day: int) -> float:
        days, places = self.scale.days, self.scale.places
        after = min(max(bisect_right(days, day), 1), len(days) - 1)
        before = after - 1
        part = (day - days[before]) / (days[after] - days[before])
        return places[before] + part * (places[after] - places[before])

    def ticks(self, least: float) -> list[tuple[float, str]]:
        """Return the days to be named, as places and words, none nearer than *least* to another."""
        taken: list[tuple[float, str]] = []
        named = [tick for tick in self.scale.ticks() if self.first <= tick[0] <= self.last]
        for day, words, _ in [*sorted(named, key=lambda one: (one[2], one[0])), *self._days()]:
            spot = self.at(day)
            if all(abs(other - spot) >= least for other, _ in taken):
                taken.append((spot, words))
        return sorted(taken)

    def _days(self) -> Iterator[tuple[int, str, int]]:
        """Yield days within months, where the axis is short enough to name them."""
        if self.last - self.first > _MOST_DAYS:
            return
        days = range(self.first, self.last + 1)
        calendar = [(day, *_words(day)) for day in days]
        for rank, wanted in enumerate(_WITHIN_MONTHS, start=2):
            yield from ((day, words, rank) for day, words, place in calendar if place in wanted)
        if len(days) <= max(map(max, _WITHIN_MONTHS)):
            # So short that all of those may fall outside.
            yield from ((day, words, len(_WITHIN_MONTHS) + 2) for day, words, _ in calendar)


def _words(day: int) -> tuple[str, int]:
    """Name a day within its year, and say which one of its month it is."""
    parts = parts_of(day_text(day))
    assert parts is not None  # it is a day
    _, month, place = parts
    assert month is not None
    assert place is not None
    return f"{place} {MONTHS[month - 1][:3]}", place
