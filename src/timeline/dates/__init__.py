"""Uncertain time; knows no news.

`When` is the value, `Certainty` the answer to how two of them lie; `early`, `ago`, `since` and the
other functions say how words bound a date, as `WORDS` lists them.
"""

from timeline.dates._calendar import format_day, parse_day
from timeline.dates._certainty import Certainty
from timeline.dates._qualifiers import WIDENING, Precision
from timeline.dates._relations import Allen
from timeline.dates._when import When
from timeline.dates._words import (
    WORDS,
    WordRule,
    ago,
    earlier_this,
    early,
    in_about,
    last_season,
    last_year,
    late,
    mid,
    season,
    since,
    within_next_month,
)

__all__ = [
    "WIDENING",
    "WORDS",
    "Allen",
    "Certainty",
    "Precision",
    "When",
    "WordRule",
    "ago",
    "earlier_this",
    "early",
    "format_day",
    "in_about",
    "last_season",
    "last_year",
    "late",
    "mid",
    "parse_day",
    "season",
    "since",
    "within_next_month",
]
