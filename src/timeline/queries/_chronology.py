"""What happened and what was said, in order; what was said to lie ahead; who had it from whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

import attrs

from timeline.dates import Certainty, When
from timeline.model import AsOf
from timeline.projections import (
    Account,
    Chronology,
    Forecast,
    Forecasts,
    Handed,
    Line,
    Projection,
    Provenance,
)
from timeline.queries._answers import fold
from timeline.queries._dicts import Plain, as_of_dict, when_dict
from timeline.queries._shown import Shown

if TYPE_CHECKING:
    from timeline.queries._engine import View

R = TypeVar("R")


@attrs.frozen
class DatedFact:
    """A line of the chronology with the fact that it tells of."""

    fact: str
    title: str
    kind: str
    certainty: Certainty
    line: Line

    @property
    def certain(self) -> bool:
        """Whether it was certainly known on the date asked."""
        return self.certainty is Certainty.CERTAIN


@attrs.frozen(repr=False)
class ChronologyTable(Shown):
    """What happened and what was said, by when it happened, as it was known on a date.

    Args:
        as_of: the question.
        occurred: the stretch asked about; None for all of time.
        lines: what happened, the earliest first; what nobody dates comes last.
        names: what to call each source, by id.
    """

    as_of: AsOf
    occurred: When | None
    lines: tuple[DatedFact, ...]
    names: Mapping[str, str] = attrs.field(repr=False, eq=False, factory=dict)

    def __repr__(self) -> str:
        return f"<ChronologyTable as of {self.as_of.known}: {len(self.lines)} lines>"

    def to_rows(self) -> list[Plain]:
        """Return one flat row for each line."""
        return [
            {
                "fact": one.fact,
                "title": one.title,
                "kind": one.kind,
                "certainty": one.certainty.name.lower(),
                "status": str(one.line.status),
                "occurred": when_dict(one.line.occurred),
                "conflict": one.line.conflict,
                "origins": list(one.line.origins),
            }
            for one in self.lines
        ]

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline chronology --json` prints it."""
        return {
            "as_of": as_of_dict(self.as_of),
            "occurred": when_dict(self.occurred),
            "lines": self.to_rows(),
        }


@attrs.frozen
class KnownForecast:
    """A forecast with the fact that it is about."""

    fact: str
    title: str
    certainty: Certainty
    forecast: Forecast

    @property
    def certain(self) -> bool:
        """Whether it was certainly known on the date asked."""
        return self.certainty is Certainty.CERTAIN


@attrs.frozen(repr=False)
class ForecastTable(Shown):
    """What had been said to lie ahead by a date, and what became of it; soonest due first."""

    as_of: AsOf
    forecasts: tuple[KnownForecast, ...]
    names: Mapping[str, str] = attrs.field(repr=False, eq=False, factory=dict)

    def __repr__(self) -> str:
        return f"<ForecastTable as of {self.as_of.known}: {len(self.forecasts)} forecasts>"

    def to_rows(self) -> list[Plain]:
        """Return one flat row for each forecast."""
        return [
            {
                "fact": one.fact,
                "title": one.title,
                "certainty": one.certainty.name.lower(),
                "outcome": str(one.forecast.outcome),
                "window": when_dict(one.forecast.window),
                "occurred": when_dict(one.forecast.occurred),
                "origins": list(one.forecast.origins),
            }
            for one in self.forecasts
        ]

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline forecasts --json` prints it."""
        return {"as_of": as_of_dict(self.as_of), "forecasts": self.to_rows()}


def chronology_as_of(
    view: View, as_of: AsOf, occurred: When | None, names: Mapping[str, str]
) -> ChronologyTable:
    """Return what was known to have happened, all of it or what may lie in a stretch of time."""
    lines = [
        DatedFact(fact, *_described(view, fact), certainty, line)
        for fact, certainty, line in _answers(view, Chronology(), as_of)
        if occurred is None or _within(line.occurred, occurred)
    ]
    lines.sort(key=lambda one: (*_by_time(one.line.occurred), one.fact))
    return ChronologyTable(as_of, occurred, tuple(lines), names)


def forecasts_as_of(view: View, as_of: AsOf, names: Mapping[str, str]) -> ForecastTable:
    """Return what had been forecast, and what became of it."""
    found = [
        KnownForecast(fact, _described(view, fact)[0], certainty, forecast)
        for fact, certainty, forecast in _answers(view, Forecasts(), as_of)
        if forecast is not None
    ]
    found.sort(key=lambda one: (*_by_end(one.forecast.window), one.fact))
    return ForecastTable(as_of, tuple(found), names)


def provenance_as_of(view: View, as_of: AsOf) -> tuple[Handed, ...]:
    """Return who had what from whom, as the certainly known claims tell, by fact."""
    return tuple(
        handed
        for _, certainty, links in _answers(view, Provenance(), as_of)
        if certainty is Certainty.CERTAIN
        for handed in links
    )


def _answers(
    view: View, projection: Projection[Account, R], as_of: AsOf
) -> list[tuple[str, Certainty, R]]:
    """Return a projection's answer for each known fact: of what is certain, if anything is."""
    answers: list[tuple[str, Certainty, R]] = []
    for fact in sorted(view.resolution.facts()):
        folded = fold(projection, view.news(fact), as_of.day)
        if folded.certain is not None:
            answers.append((fact, Certainty.CERTAIN, projection.finish(folded.certain[0], as_of)))
        elif folded.possible is not None:
            answers.append((fact, Certainty.POSSIBLE, projection.finish(folded.possible[0], as_of)))
    return answers


def _described(view: View, fact: str) -> tuple[str, str]:
    described = view.resolution.described(fact)
    if described is not None:
        return described.title, described.kind
    claim = view.news(fact)[0].claim
    return ("" if claim is None else claim.text), ""


def _within(when: When | None, stretch: When) -> bool:
    if when is None:
        return False
    apart = stretch.latest is not None and when.earliest is not None
    if apart and when.earliest > stretch.latest:  # type: ignore[operator]  # both are days here
        return False
    return not (
        stretch.earliest is not None and when.latest is not None and when.latest < stretch.earliest
    )


def _by_time(when: When | None) -> tuple[bool, float, float]:
    if when is None:
        return (True, 0, 0)
    # An open beginning has no day to sort by; its end is the nearest thing to one.
    latest = float("inf") if when.latest is None else when.latest
    return (False, latest if when.earliest is None else when.earliest, latest)


def _by_end(when: When | None) -> tuple[float, float]:
    never = float("inf")
    if when is None:
        return (never, never)
    return (
        never if when.latest is None else when.latest,
        -never if when.earliest is None else when.earliest,
    )
