"""Uncertain time; knows no news."""

from timeline.dates._calendar import format_day, parse_day
from timeline.dates._certainty import Certainty
from timeline.dates._qualifiers import WIDENING, Precision
from timeline.dates._relations import Allen
from timeline.dates._when import When

__all__ = [
    "WIDENING",
    "Allen",
    "Certainty",
    "Precision",
    "When",
    "format_day",
    "parse_day",
]
