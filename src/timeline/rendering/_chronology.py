"""What happened and what was said, in order, and what was said to lie ahead: dated lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rich.console import Group

from timeline.dates import When, format_day
from timeline.projections import Outcome
from timeline.rendering._date_words import year_words
from timeline.rendering._fact import fact_title, status_part
from timeline.rendering._layout import NAME, Entry, dated, heading, hints
from timeline.rendering._phrases import counted, question_words
from timeline.rendering._room import Room
from timeline.rendering._text import line
from timeline.rendering._voices import named
from timeline.rendering._when import at_words, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from timeline.queries import ChronologyTable, DatedFact, ForecastTable, KnownForecast

_OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    Outcome.DUE: ("its time is not over yet", "blue"),
    Outcome.KEPT: ("it is said to have happened", "green"),
    Outcome.MISSED: ("it is said to have happened, but not in that time", "magenta"),
    Outcome.DENIED: ("denied, and nobody says that it happened", "red"),
    Outcome.OVERDUE: ("overdue: its time is over, and nobody says that it happened", "yellow"),
}


def chronology_view(
    table: ChronologyTable, ask_next: Sequence[tuple[str, str]] = (), *, most: int | None = None
) -> RenderableType:
    """Return a chronology, or its first *most* lines, ready for a rich console."""
    room = Room(most)
    stretch = "" if table.occurred is None else f" {at_words(table.occurred)}"
    possible = sum(not one.certain for one in table.lines)
    parts: list[RenderableType] = [
        line((f"What happened{stretch}, as known {question_words(table.as_of)}", NAME)),
        line(
            f"{counted(len(table.lines), 'line')}"
            + (f", {possible} of them only possibly known." if possible else ".")
            if table.lines
            else f"Nothing{' of that time' if stretch else ''} was known by then."
        ),
    ]
    year = float("-inf")
    for one in room.take(table.lines):
        if (this := _year(one.line.occurred)) > year:
            year = this
            parts += ["", *heading(_year_title(year))[:-1]]
        parts.append(_line(one, table.names))
    return Group(*parts, "", *room.rest(), *hints(ask_next))


def _year(when: When | None) -> float:
    """Return the year under which a date is listed; infinity where there is none to go by.

    It is the year that the date names: about January 1 may begin in the year before.
    """
    named = None if when is None else when.unqualified
    day = None if named is None else named.latest if named.earliest is None else named.earliest
    return float("inf") if day is None else float(format_day(day).rsplit("-", 2)[0])


def _year_title(year: float) -> str:
    return year_words(int(year)) if math.isfinite(year) else "No date to go by"


def _line(one: DatedFact, names: Mapping[str, str]) -> Entry:
    who = ", ".join(named(origin, names) for origin in one.line.origins)
    conflict = "; the dates given cannot all be right" if one.line.conflict else ""
    return Entry(
        dated(one.line.occurred),
        fact_title(one.title, one.fact),
        (
            line(
                status_part(one.line.status, certain=one.certain),
                (f": {who}" if who else "") + conflict,
            ),
        ),
        spaced=False,
    )


def forecasts_view(
    table: ForecastTable, ask_next: Sequence[tuple[str, str]] = (), *, most: int | None = None
) -> RenderableType:
    """Return forecasts and what became of them, or the first *most*, ready for a rich console."""
    room = Room(most)
    parts: list[RenderableType] = [
        line((f"What was said to lie ahead, as known {question_words(table.as_of)}", NAME)),
        line(
            f"{counted(len(table.forecasts), 'forecast')}, the soonest due first."
            if table.forecasts
            else "No forecast was known by then."
        ),
        "",
    ]
    parts += [_forecast(one, table.names) for one in room.take(table.forecasts)]
    return Group(*parts, *room.rest(), *hints(ask_next))


def _forecast(one: KnownForecast, names: Mapping[str, str]) -> Entry:
    forecast = one.forecast
    outcome, style = _OUTCOMES[forecast.outcome]
    happened = "" if forecast.occurred is None else f", {in_words(forecast.occurred)}"
    who = ", ".join(named(origin, names) for origin in forecast.origins)
    body: list[RenderableType] = [
        line((outcome, style), happened),
        line(f"forecast by {who}"),
    ]
    if not one.certain:
        body.append(line(("only possibly known by then", "yellow")))
    return Entry(dated(forecast.window), fact_title(one.title, one.fact), tuple(body))
