"""The as-of engine: it joins store and projections, and answers what was known."""

from timeline.queries._answers import Answers, Folded, fold
from timeline.queries._chronology import (
    ChronologyTable,
    DatedFact,
    ForecastTable,
    KnownForecast,
    chronology_as_of,
    forecasts_as_of,
    provenance_as_of,
)
from timeline.queries._diff import Change, Diff, diff_of
from timeline.queries._engine import Engine, View
from timeline.queries._facts import Fact
from timeline.queries._figures import (
    FigureSeries,
    FigureTable,
    KnownReading,
    Range,
    figures_as_of,
)
from timeline.queries._history import Explanation, History, Step, explained, history_of
from timeline.queries._knowledge import Knowledge, names_of
from timeline.queries._known_claim import KnownClaim, Possibly
from timeline.queries._resolution import Join, Resolution
from timeline.queries._shown import Shown, register

__all__ = [
    "Answers",
    "Change",
    "ChronologyTable",
    "DatedFact",
    "Diff",
    "Engine",
    "Explanation",
    "Fact",
    "FigureSeries",
    "FigureTable",
    "Folded",
    "ForecastTable",
    "History",
    "Join",
    "Knowledge",
    "KnownClaim",
    "KnownForecast",
    "KnownReading",
    "Possibly",
    "Range",
    "Resolution",
    "Shown",
    "Step",
    "View",
    "chronology_as_of",
    "diff_of",
    "explained",
    "figures_as_of",
    "fold",
    "forecasts_as_of",
    "history_of",
    "names_of",
    "provenance_as_of",
    "register",
]
