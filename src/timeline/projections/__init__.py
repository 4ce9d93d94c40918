"""Folds of the news into answers: what a projection is, and the built-in ones."""

from timeline.projections._news import News, fold_order
from timeline.projections._origins import ends_of, origins, side
from timeline.projections._projection import FactProjection, Projection
from timeline.projections._standing import Account, Spoken, Standing, Told
from timeline.projections._verdict import Facts, Status, Verdict, joined, judge, status_of
from timeline.projections._views import (
    Chronology,
    Figures,
    Forecast,
    Forecasts,
    Handed,
    Line,
    Outcome,
    Provenance,
    Reading,
)

__all__ = [
    "Account",
    "Chronology",
    "FactProjection",
    "Facts",
    "Figures",
    "Forecast",
    "Forecasts",
    "Handed",
    "Line",
    "News",
    "Outcome",
    "Projection",
    "Provenance",
    "Reading",
    "Spoken",
    "Standing",
    "Status",
    "Told",
    "Verdict",
    "ends_of",
    "fold_order",
    "joined",
    "judge",
    "origins",
    "side",
    "status_of",
]
