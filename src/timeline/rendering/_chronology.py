"""What happened and what was said, in order, and what was said to lie ahead: dated lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from timeline.projections import Outcome
from timeline.rendering._date_words import day_words
from timeline.rendering._fact import fact_title, status_part
from timeline.rendering._layout import NAME, Entry, dated, heading, hints
from timeline.rendering._phrases import counted, question_words
from timeline.rendering._text import line
from timeline.rendering._voices import named
from timeline.rendering._when import at_words, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from timeline.dates import When
    from timeline.queries import ChronologyTable, DatedFact, ForecastTable, KnownForecast

_OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    Outcome.DUE: ("its time is not over yet", "blue"),
    Outcome.KEPT: ("it is said to have happened", "green"),
    Outcome.MISSED: ("it is said to have happened, but not in that time", "magenta"),
    Outcome.DENIED: ("denied, and nobody says that it happened", "red"),
    Outcome.OVERDUE: ("overdue: its time is over, and nobody says that it happened", "yellow"),
}


def chronology_view(
    table: ChronologyTable, ask_next: Sequence[tuple[str, str]] = ()
) -> RenderableType:
    """Return a chronology, ready for a rich console."""
    stretch = "" if table.occurred is None else f" {at_words(table.occurred)}"
    possible = sum(not one.certain for one in table.lines)
    parts: list[RenderableType] = [
        line((f"What happened{stretch}, as known {question_words(table.as_of)}", NAME)),
        line(
            f"{counted(len(table.lines), 'line')}"
            + (f", {possible} of them only possibly known." if possible else ".")
        ),
    ]
    year: str | None = None
    for one in table.lines:
        if (this := _year(one.line.occurred)) != year:
            year = this
            parts += ["", *heading(year)[:-1]]
        parts.append(_line(one, table.names))
    return Group(*parts, "", *hints(ask_next))


def _year(when: When | None) -> str:
    """Return under which year a date is listed: that of its first day, or of its last."""
    day = None if when is None else when.latest if when.earliest is None else when.earliest
    if day is None:
        return "No date to go by"
    words = day_words(day).split()
    return " ".join(words[2:])


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
    table: ForecastTable, ask_next: Sequence[tuple[str, str]] = ()
) -> RenderableType:
    """Return forecasts and what became of them, ready for a rich console."""
    parts: list[RenderableType] = [
        line((f"What was said to lie ahead, as known {question_words(table.as_of)}", NAME)),
        line(f"{counted(len(table.forecasts), 'forecast')}, the soonest due first."),
        "",
    ]
    parts += [_forecast(one, table.names) for one in table.forecasts]
    return Group(*parts, *hints(ask_next))


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
