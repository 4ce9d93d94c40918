"""News or narrative: whether a text counts from the day it was printed, or from its own dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import Stretch
from timeline.timex.english._lexicon import GRAMMAR

if TYPE_CHECKING:
    from timeline.timex._document import Document

_NEWS: Final = GRAMMAR.compile(
    r"{today}|{yesterday}|{tomorrow}|{tonight}|(?<!{and} )(?:{on} )?{wday}(?!,? (?:{MONTH}|{DAY} ))"
    r"|(?:{last}|{this}|{next}) (?:{unit}|{SEASON}|{MONTH}|{quarter})|{unit} {ago}|{units} {ago}"
)
_YEARS: Final = GRAMMAR.compile(r"{y}")
_YEARS_OLD: Final = 2
_ENOUGH: Final = 3
_HALF_YEAR: Final = 183


def is_narrative(doc: Document, today: int) -> bool:
    """Tell whether *doc* tells of years gone by, by its own dates.

    It does where years well before that of publication outnumber the words that count from the day
    of publication ("yesterday", "on Tuesday", "last week").
    """
    year = Stretch("day", today).year
    old = 0
    for match in _YEARS.finditer(doc.codes):
        if int(doc.pieces[match.start()]) < year - _YEARS_OLD:
            old += 1
    if old < _ENOUGH:
        return False
    news = sum(1 for _ in _NEWS.finditer(doc.codes))
    return old > 2 * news


def tells_of_its_day(doc: Document, today: int) -> bool:
    """Tell whether *doc* speaks of the days of its publication, beside those of years gone by.

    It does where it counts from that day ("last week"), or names the year of the months before it.
    """
    if _NEWS.search(doc.codes):
        return True
    recent = Stretch("day", today - _HALF_YEAR).year
    return any(
        recent <= int(doc.pieces[match.start()]) <= recent + 1
        for match in _YEARS.finditer(doc.codes)
    )


def first_year(doc: Document, today: int) -> Stretch | None:
    """Find the first year gone by that *doc* names: bare dates before it are taken to lie in it."""
    year = Stretch("day", today).year
    for match in _YEARS.finditer(doc.codes):
        told = int(doc.pieces[match.start()])
        if told <= year:
            return Stretch("year", told)
    return None
