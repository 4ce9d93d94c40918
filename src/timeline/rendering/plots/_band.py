"""What the newest figures of all sources spanned, day by day.

The span is that of `timeline.queries.FigureSeries.range`, asked of what was known by each day.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from timeline.dates import Certainty
from timeline.queries import FigureSeries, KnownReading, Range

if TYPE_CHECKING:
    from timeline.projections import Reading


@attrs.frozen
class Step:
    """What was spanned from a day on.

    Args:
        day: the day, as a number; see `When.day`.
        span: the span; None where nobody had named a bound that counts.
        unit: the unit in which it is.
    """

    day: int
    span: Range | None
    unit: str


def band(series: FigureSeries) -> tuple[Step, ...]:
    """Return the steps of what a series spans, the oldest first.

    >>> from timeline import Timeline
    >>> figures = Timeline.read("fixtures/streams").figures("2025-02-07")
    >>> print(band(figures["casualties"])[-1].span == figures["casualties"].range)
    True
    """
    steps: list[Step] = []
    newest: dict[str, list[Reading]] = {}
    by_day = itertools.groupby(series.certain, key=lambda one: one.told.known.latest)
    for day, told in by_day:
        last: Reading | None = None
        for last in told:
            if last.claim.stance.supports:
                held = newest.pop(last.origin, [])  # put back as the newest of all
                same = bool(held) and held[-1].claim.id == last.claim.id
                newest[last.origin] = [*held, last] if same else [last]
        assert last is not None  # a group holds something
        # Of each source its newest claim decides; nothing older has to be asked again.
        held = [one for readings in newest.values() for one in readings]
        if not last.claim.stance.supports:
            held.append(last)
        known = tuple(KnownReading(one, Certainty.CERTAIN) for one in held)
        steps.append(Step(day, FigureSeries(series.measure, known).range, last.figure.unit))
    return tuple(steps)
