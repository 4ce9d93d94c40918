"""The figures that were known: each measure over time, by origin, with its range."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from timeline.dates import Certainty
from timeline.errors import UnknownName
from timeline.model import Number
from timeline.projections import Figures, Reading
from timeline.queries._answers import fold
from timeline.queries._dicts import Plain, as_of_dict, figure_dict, when_dict
from timeline.queries._shown import Shown

if TYPE_CHECKING:
    from timeline.model import AsOf
    from timeline.queries._engine import View


@attrs.frozen
class KnownReading:
    """A figure as an answer shows it, and whether it was certainly known."""

    reading: Reading
    certainty: Certainty

    @property
    def certain(self) -> bool:
        """Whether it was certainly known on the date asked."""
        return self.certainty is Certainty.CERTAIN


@attrs.frozen
class Range:
    """What several readings of a measure span.

    Args:
        low: the lowest bound that one of them names.
        high: the highest bound that one of them names.
        open_below: whether one of them sets no lower bound.
        open_above: whether one of them sets no upper bound.
    """

    low: Number
    high: Number
    open_below: bool = False
    open_above: bool = False

    def __str__(self) -> str:
        span = f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"
        ends = {
            (True, False): " or fewer",
            (False, True): " or more",
            (True, True): ", open on both sides",
        }
        return span + ends.get((self.open_below, self.open_above), "")


@attrs.frozen(repr=False)
class FigureSeries:
    """One measure: all readings of it that stand, oldest first, in fold order.

    Args:
        measure: what is counted.
        readings: the certainly known ones, then the possibly known ones.
    """

    measure: str
    readings: tuple[KnownReading, ...]

    @property
    def certain(self) -> tuple[Reading, ...]:
        """The certainly known readings."""
        return tuple(one.reading for one in self.readings if one.certain)

    @property
    def by_origin(self) -> Mapping[str, tuple[Reading, ...]]:
        """The certainly known readings of each origin, oldest first."""
        split: dict[str, tuple[Reading, ...]] = {}
        for reading in self.certain:
            split[reading.origin] = (*split.get(reading.origin, ()), reading)
        return split

    @property
    def newest(self) -> Reading | None:
        """The certainly known reading that was told last."""
        return self.certain[-1] if self.certain else None

    @property
    def range(self) -> Range | None:
        """What the newest claims of all origins span; None where nothing is certainly known.

        Forecasts are left out, and so are what an origin said before, and figures in another unit
        than that of the newest reading.
        """
        newest = self.newest
        if newest is None:
            return None
        figures = [
            one.figure
            for readings in self.by_origin.values()
            if (told := [one for one in readings if one.claim.stance.supports])
            for one in told
            if one.claim.id == told[-1].claim.id and one.figure.unit == newest.figure.unit
        ]
        named = [
            bound for figure in figures for bound in (figure.low, figure.high) if bound is not None
        ]
        if not named:
            return None
        return Range(
            min(named),
            max(named),
            open_below=any(figure.low is None for figure in figures),
            open_above=any(figure.high is None for figure in figures),
        )

    def __repr__(self) -> str:
        count = len(self.readings)
        span = "" if self.range is None else f", {self.range}"
        return f"<FigureSeries of {self.measure}: {count} reading{'s' * (count != 1)}{span}>"

    def to_rows(self) -> list[Plain]:
        """Return one flat row for each reading."""
        return [
            {
                **figure_dict(one.reading.figure),
                "as_of": when_dict(one.reading.figure.as_of),
                "origin": one.reading.origin,
                "stance": str(one.reading.claim.stance),
                "stated": when_dict(one.reading.told.stated),
                "basis": str(one.reading.claim.basis),
                "certainty": one.certainty.name.lower(),
                "fact": one.reading.fact,
                "claim": one.reading.claim.id,
            }
            for one in self.readings
        ]


class FigureTable(Shown, Mapping[str, FigureSeries]):
    """The figures that were known as of a date, by measure."""

    def __init__(
        self,
        as_of: AsOf,
        series: Mapping[str, FigureSeries],
        names: Mapping[str, str] | None = None,
    ) -> None:
        self.as_of = as_of
        self.names = names or {}
        """What to call each source, by id."""
        self._series = series

    def __getitem__(self, measure: str) -> FigureSeries:
        if measure not in self._series:
            raise UnknownName(f"measure known on {self.as_of.known}", measure, self._series)
        return self._series[measure]

    def __iter__(self) -> Iterator[str]:
        return iter(self._series)

    def __len__(self) -> int:
        return len(self._series)

    def __repr__(self) -> str:
        return f"<FigureTable as of {self.as_of.known}: {', '.join(self._series)}>"

    def to_rows(self) -> list[Plain]:
        """Return one flat row for each reading."""
        return [row for series in self.values() for row in series.to_rows()]

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline figures --json` prints it."""
        return {"as_of": as_of_dict(self.as_of), "figures": self.to_rows()}


def figures_as_of(view: View, as_of: AsOf) -> FigureTable:
    """Return the figures that were known."""
    projection = Figures()
    found: list[KnownReading] = []
    for fact in list(view.resolution.facts()):
        folded = fold(projection, view.news(fact), as_of.day)
        # A figure that a possible retraction would take back is still certainly known.
        sure = () if folded.certain is None else projection.finish(folded.certain[0], as_of)
        found += [KnownReading(attrs.evolve(one, fact=fact), Certainty.CERTAIN) for one in sure]
        if folded.possible is not None:
            held = {(one.claim.id, one.figure) for one in sure}
            found += [
                KnownReading(attrs.evolve(one, fact=fact), Certainty.POSSIBLE)
                for one in projection.finish(folded.possible[0], as_of)
                if (one.claim.id, one.figure) not in held
            ]
    found.sort(key=_oldest_first)
    series: dict[str, list[KnownReading]] = {}
    for one in found:
        series.setdefault(one.reading.figure.measure, []).append(one)
    return FigureTable(
        as_of,
        {name: FigureSeries(name, tuple(series[name])) for name in sorted(series)},
        {source.id: source.title for source in view.resolution.sources.values()},
    )


def _oldest_first(one: KnownReading) -> tuple[bool, int, bool, int, str]:
    known = one.reading.told.known
    earliest = known.earliest
    return (
        not one.certain,
        known.latest,
        earliest is not None,
        earliest or 0,
        one.reading.claim.id,
    )
