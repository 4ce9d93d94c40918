"""Answers for eyes: results as renderables for rich, and dates in plain words.

Loaded when first asked for (PEP 562), so that dates can be worded without loading rich.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.rendering._chronology import chronology_view, forecasts_view
    from timeline.rendering._diff import diff_view
    from timeline.rendering._drawn import html_of, text_of, trimmed
    from timeline.rendering._explain import explain_view
    from timeline.rendering._figures import figures_view
    from timeline.rendering._history import history_view
    from timeline.rendering._known import known_view
    from timeline.rendering._layout import Entry, dated, fields, hints
    from timeline.rendering._one_fact import fact_view
    from timeline.rendering._phrases import counted, question_words
    from timeline.rendering._text import inert, line
    from timeline.rendering._when import at_words, bounds_in_words, in_words

_HOME = {
    "Entry": "_layout",
    "at_words": "_when",
    "bounds_in_words": "_when",
    "chronology_view": "_chronology",
    "counted": "_phrases",
    "dated": "_layout",
    "diff_view": "_diff",
    "explain_view": "_explain",
    "fact_view": "_one_fact",
    "fields": "_layout",
    "figures_view": "_figures",
    "forecasts_view": "_chronology",
    "hints": "_layout",
    "history_view": "_history",
    "html_of": "_drawn",
    "in_words": "_when",
    "inert": "_text",
    "known_view": "_known",
    "line": "_text",
    "question_words": "_phrases",
    "text_of": "_drawn",
    "trimmed": "_drawn",
}

__all__ = [
    "Entry",
    "at_words",
    "bounds_in_words",
    "chronology_view",
    "counted",
    "dated",
    "diff_view",
    "explain_view",
    "fact_view",
    "fields",
    "figures_view",
    "forecasts_view",
    "hints",
    "history_view",
    "html_of",
    "in_words",
    "inert",
    "known_view",
    "line",
    "question_words",
    "text_of",
    "trimmed",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
