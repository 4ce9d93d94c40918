"""English: its words, its rules, how it shows tense and genre. Another language is a sibling."""

from __future__ import annotations

from typing import Final

from timeline.timex._language import Language
from timeline.timex.english import (
    _absolute,
    _clock,
    _distance,
    _durations,
    _holidays,
    _months,
    _numeric,
    _prefixes,
    _references,
    _relative,
    _seasons,
    _sets,
    _spans,
    _weekdays,
    _years,
)
from timeline.timex.english._genre import first_year, is_narrative, tells_of_its_day
from timeline.timex.english._lexicon import CUTTER, GRAMMAR

ENGLISH: Final = Language(
    grammar=GRAMMAR,
    cutter=CUTTER,
    rules=(
        *_numeric.RULES,
        *_absolute.RULES,
        *_months.RULES,
        *_years.RULES,
        *_weekdays.RULES,
        *_distance.RULES,
        *_relative.RULES,
        *_seasons.RULES,
        *_holidays.RULES,
        *_clock.RULES,
        *_sets.RULES,
        *_durations.RULES,
        *_spans.RULES,
        *_references.RULES,
    ),
    prefixes=_prefixes.PREFIXES,
    joints=("{on}", "{of}", "{at}", "{at} {about}", ",", ""),
    genitive="'{word} ",
    is_narrative=is_narrative,
    tells_of_its_day=tells_of_its_day,
    first_year=first_year,
)
"""English, as `timeline.timex.tag` reads it."""

__all__ = ["ENGLISH"]
