"""The figures of the page: each measure's readings as dates go by, and the range they span.

They are the readings of the claims that the answers list; `timeline.queries.FigureSeries` says what
their range is.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from timeline.dates import Certainty
from timeline.model import Stance
from timeline.projections import Reading, Told
from timeline.queries import FigureSeries, KnownReading
from timeline.rendering._text import inert

if TYPE_CHECKING:
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


class Speaking:
    """The certainly known figures of a measure as the dates go by, and what they span.

    Of thousands only those that count are looked at: of each origin, what it said last.

    Args:
        measure: what is counted.
    """

    def __init__(self, measure: str) -> None:
        self._measure = measure
        self._by_origin: dict[str, list[KnownReading]] = {}
        """The readings of each origin, the oldest first."""

    def take_out(self, one: KnownReading) -> None:
        """Take out a reading that is there no more."""
        told = self._by_origin[one.reading.origin]
        del told[told.index(one, bisect_left(told, _oldest_first(one), key=_oldest_first))]

    def add(self, one: KnownReading) -> None:
        """Add a reading that has become certainly known."""
        insort(self._by_origin.setdefault(one.reading.origin, []), one, key=_oldest_first)

    def row(self) -> list[object] | None:
        """Return what the readings span, as `range_row` does."""
        last = [one for told in self._by_origin.values() for one in _last_said(told)]
        return range_row(FigureSeries(self._measure, tuple(sorted(last, key=_oldest_first))))


def _last_said(told: list[KnownReading]) -> list[KnownReading]:
    """Return what an origin asserts last, the figures of one claim, and what it says since."""
    start = len(told)
    claim = None
    while start:
        one = told[start - 1].reading.claim
        if claim is not None and one.id != claim:
            break
        if one.stance.supports:
            claim = one.id
        start -= 1
    return told[start:]


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
