"""The figures of the page: each measure's readings as dates go by, and the range they span.

They are the readings of the claims that the answers list; `timeline.queries.FigureSeries` says what
their range is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import Certainty
from timeline.model import Stance
from timeline.projections import Reading, Told
from timeline.queries import FigureSeries, KnownReading
from timeline.rendering._text import inert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries import Fact, KnownClaim


def readings_of(fact: Fact) -> list[KnownReading]:
    """Return the figures that the claims about *fact* give, the certain ones first.

    Those inside denials and taken-back claims are out, as they are for `Timeline.figures`.
    """
    giving = [known for known in fact.claims if known.claim.figures]
    found: list[KnownReading] = []
    held: set[tuple[str, object]] = set()
    for certain in (True, False):
        mine = [
            KnownReading(
                Reading(figure, known.origin, _told(known), fact.id),
                Certainty.CERTAIN if certain else Certainty.POSSIBLE,
            )
            for known in giving
            if known.certain is certain and known.stands and _gives_figures(known)
            for figure in known.claim.figures
            if (known.id, figure) not in held
        ]
        # A claim may name a figure twice; what is certain is not also only possible.
        held |= {(one.reading.claim.id, one.reading.figure) for one in mine}
        found += mine
    return found


def _gives_figures(known: KnownClaim) -> bool:
    return known.claim.stance.supports or known.claim.stance is Stance.FORECASTS


def _told(known: KnownClaim) -> Told:
    return Told(known.claim, known.known, known.stated, known.published)


def series_of(measure: str, readings: Iterable[KnownReading]) -> FigureSeries:
    """Return the readings of a measure as a series, the oldest first."""
    return FigureSeries(measure, tuple(sorted(readings, key=_oldest_first)))


def _oldest_first(one: KnownReading) -> tuple[bool, int, bool, int, str]:
    known = one.reading.told.known
    return (
        not one.certain,
        known.latest,
        known.earliest is not None,
        known.earliest or 0,
        one.reading.claim.id,
    )


def range_row(series: FigureSeries) -> list[object] | None:
    """Return what a series spans: low, high, open below, open above, in words."""
    span = series.range
    if span is None or series.newest is None:
        return None
    unit = inert(series.newest.figure.unit)
    words = f"{span} ({unit})" if unit else str(span)
    return [span.low, span.high, int(span.open_below), int(span.open_above), words]
