"""Months: "January 2025", "in August", "last May", "October of last year"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import Stretch, of_year
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._absolute import MONTH, year_ahead, year_of_words
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._macros import WHICH_OPENS
from timeline.timex.english._tense import direction, opening_year
from timeline.timex.english._words import MONTHS

if TYPE_CHECKING:
    from timeline.timex._context import Context

_CAREFUL: Final = {"may", "march", "mar", "jan", "jun", "dec", "sep", "apr", "august", "april"}
_NAMES: Final = {
    *("revolution", "crisis", "uprising", "rising", "plot", "days", "manifesto", "coup", "war"),
}
# The kinds of words after which "May", "March" and the like are months.
_CUES: Final = frozenset(
    GRAMMAR.code(kind)
    for kind in (
        *("in", "since", "until", "by", "of", "from", "to", "during", "before", "after", "and"),
        *(
            "month",
            "may",
            "march",
            "mabbr",
            "through",
            "between",
            "early",
            "late",
            "mid",
            "begin",
            "end",
            "each",
            "on",
            "for",
            "or",
        ),
    )
)


def month_year(found: Found, context: Context) -> Reading | None:
    """Read "January 2025", "January of last year"."""
    year = year_of_words(found, context)
    if year is None or (_is_name(found) and found.match.end("m") == found.end):
        return None
    return found.date(of_year("month", year, MONTHS[found.word("m")]))


def _is_name(found: Found) -> bool:
    """Whether what follows makes a name of the month: "the October Revolution"."""
    after = found.doc.pieces[found.end + 1 : found.end + 2]
    return bool(after) and after[0][0].isupper() and after[0].lower() in _NAMES


def month(found: Found, context: Context) -> Reading | None:
    """Read "January", "last August", "this May", "next March"."""
    name = found.word("m")
    place = MONTHS[name]
    which = found.word("which")
    if _is_name(found):
        return None
    dotted = found.doc.word(found.end - 1) == "."
    if name in _CAREFUL and not which and not dotted and not _in_context(found):
        return None
    index = context.today
    here = of_year("month", Stretch("day", index).year, place)
    if which in ("last", "bygone", "past"):
        return found.date(here if here.last < index else here.shifted(-12))
    if which in ("next", "coming"):
        return found.date(here if here.first > index else here.shifted(12))
    if which == "this":
        return found.date(here)
    if which in ("following", "same", "that", "previous"):
        base = context.reference("month")
        ahead = (place - 1 - base.number) % 12
        if which == "following" and context.point is not None and context.point.unit == "year":
            return found.date(of_year("month", context.point.number + 1, place))
        if which == "following":
            return found.date(base.shifted(ahead or 12))
        return found.date(base.shifted(ahead - 12 if which == "previous" else ahead))
    told = year_ahead(found, place)
    if told is not None:
        return found.date(of_year("month", told, place))
    opening = opening_year(found.doc, found.start)
    if opening is not None:
        return found.date(of_year("month", opening, place))
    looks = direction(found.doc, found.start, found.end)
    stretch = context.year_for(lambda year: of_year("month", year, place), looks)
    return None if stretch is None else found.date(stretch)


def _in_context(found: Found) -> bool:
    """Whether what stands before a name that is also another word speaks for a month."""
    if found.has("cue"):
        return True
    codes, start = found.doc.codes, found.start
    return start > 1 and codes[start - 1] in " -" and codes[start - 2] in _CUES


RULES: Final = (
    Rule(
        "month-year",
        "month may march mabbr",
        MONTH + r"(?:, | {of} | {in} |[ -])"
        r"(?P<y>{y}(?![,]{n}|[-\u2013]{n}-)|(?:{YEARW})(?! {ANYUNIT}| {word}| {count}))",
        month_year,
    ),
    Rule("month-of-year", "month may march mabbr", MONTH + r"(?P<rel>{RELYEAR})", month_year),
    Rule(
        "month",
        "month may march mabbr",
        r"(?:(?:{the} )?(?P<which>{last}|{bygone}|{next}|{coming}|{this}"
        r"|{that}|{same}|{following}|{previous}) )?"
        + MONTH
        + r"(?![-]{n}|'{word}{word})(?P<cue>(?= {y}))?",
        month,
        opens=f"{WHICH_OPENS} month may march mabbr",
    ),
    Rule(
        "year-month",
        "month may march mabbr",
        r"(?P<y>{y}),? " + MONTH + r"(?! {DAY}|,? {y})",
        month_year,
    ),
)
