"""Seasons, quarters and halves of years: "last summer", "autumn 2024", "the third quarter"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import containing, of_year
from timeline.timex._context import FUTURE, NEAR, PAST, recurring
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._macros import WHICH_OPENS
from timeline.timex.english._numbers import ordinal
from timeline.timex.english._tense import direction
from timeline.timex.english._words import SEASONS

if TYPE_CHECKING:
    from timeline.timex._context import Context

_STEP: Final = {"last": -1, "this": 0, "next": 1, "previous": -1, "following": 1, "that": 0}
_CUES: Final = frozenset(
    GRAMMAR.code(kind)
    for kind in ("in", "since", "by", "until", "during", "early", "late", "mid", "this", "the")
)
_NAME: Final = GRAMMAR.code("name")
_CAREFUL: Final = {"fall", "spring"}


def season(found: Found, context: Context) -> Reading | None:
    """Read a season: of the year told, else by the word before it, else by tense."""
    word = found.word("s")
    place = SEASONS[word]
    which = found.word("which")
    if found.has("before") and _is_name(found):
        return None  # "the 2008 Summer Games"
    if found.has("y") or found.has("before"):
        words = found.words("y") or found.words("before")
        year = int(next(one for one in words if one.isdigit()))
        return found.date(of_year("season", year, place + 1))
    if found.has("rel"):
        words = found.words("rel")
        if words[-1] != "year":
            return None
        step = next((_STEP[one] for one in words if one in _STEP), 0)
        told = context.reference("year") if "that" in words or "the" in words else context.now
        return found.date(of_year("season", told.year + step, place + 1))
    if not which and _is_name(found):
        return None
    today = context.today
    if which in ("last", "past"):
        here = containing("season", today)
        start = here.first - 1 if here.number % 4 == place else today
        return found.date(recurring("season", 4, place, start, PAST))
    if which in ("next", "coming"):
        here = containing("season", today)
        start = here.last + 1 if here.number % 4 == place else today
        return found.date(recurring("season", 4, place, start, FUTURE))
    if which == "this":
        return found.date(of_year("season", context.now.year, place + 1))
    if which in ("that", "same", "following", "previous"):
        base = context.reference("season")
        if which == "following" and context.point is not None and context.point.unit == "year":
            return found.date(of_year("season", context.point.number + 1, place + 1))
        if which == "following":
            return found.date(recurring("season", 4, place, base.last + 1, FUTURE))
        if which == "previous":
            return found.date(recurring("season", 4, place, base.first - 1, PAST))
        stretch = of_year("season", context.reference("year").year, place + 1)
        late = not context.narrative and stretch.first > today
        return found.date(stretch.shifted(-4) if late else stretch)
    if word in _CAREFUL and not _cued(found):
        return None
    if context.narrative and context.year_point is not None:
        year = context.year_point.year
        return found.date(of_year("season", year, place + 1))
    looks = direction(found.doc, found.start, found.end)
    return found.date(recurring("season", 4, place, today, looks))


def season_years(found: Found, _context: Context) -> Reading:
    """Read "the winter of 1941-42": the winter that began in the first year."""
    return found.date(of_year("season", int(found.word("y")), SEASONS[found.word("s")] + 1))


def quarter(found: Found, context: Context) -> Reading | None:
    """Read "the third quarter", "Q3 2009", "third-quarter", "the first half"."""
    if found.has("q"):
        place = int(found.word("q")[1])
        unit = {"q": "quarter", "h": "half"}[found.word("q")[0]]
    else:
        words = found.words("o")
        unit = "half" if found.has("half") else "quarter"
        final = "final" in words or "last" in words
        place = (2 if unit == "half" else 4) if final else ordinal(words) or 0
    per = 2 if unit == "half" else 4
    if not 0 < place <= per:
        return None
    if found.has("y"):
        year = int(next(word for word in found.words("y") if word.isdigit()))
        return found.date(of_year(unit, year, place))
    if context.narrative and context.year_point is not None:
        return found.date(of_year(unit, context.year_point.year, place))
    looks = direction(found.doc, found.start, found.end)
    if found.word("tie") == "-":  # "a third-quarter loss" is told when that quarter has ended
        looks = NEAR
    return found.date(recurring(unit, per, place - 1, context.today, looks))


def _is_name(found: Found) -> bool:
    """Whether the season is part of a name: "the Winter War", "the Arab Spring"."""
    doc = found.doc
    place = found.match.start("s")
    if not doc.pieces[place][0].isupper() or doc.opens(place):
        return False
    return (
        doc.codes[place + 2 : place + 3] == _NAME
        or doc.codes[max(0, place - 2) : place] == _NAME + " "
    )


def _cued(found: Found) -> bool:
    """Whether "fall" or "spring" stands where a season does, and not where a verb does."""
    codes, start = found.doc.codes, found.start
    if found.has("the"):
        return start > 1 and codes[start - 2] in _CUES
    return start > 1 and codes[start - 1] in " -" and codes[start - 2] in _CUES


def half_ok(found: Found, context: Context) -> Reading | None:
    """Read "the first half" only where a year or the word "year" makes it one of a year."""
    return quarter(found, context) if found.has("y") else None


_WHICH: Final = (
    r"(?P<which>{last}|{bygone}|{next}|{coming}|{this}|{that}|{same}|{following}|{previous})"
)

RULES: Final = (
    Rule(
        "season",
        "season spring fall",
        r"(?:(?P<the>{the} )?(?:"
        + _WHICH
        + r" )?)(?P<before>{y}(?:[-\u2013](?:{n}|{big}))? )?(?P<s>{SEASON})"
        r"(?! {of} (?:{word}|{name}|{the} {name})| {in} {word})"
        r"(?:(?P<y>,? (?:{of} )?{y})(?![-\u2013]{n}|[-\u2013]{y})|(?P<rel>{RELYEAR}))?",
        season,
        opens=f"{WHICH_OPENS} y season spring fall",
    ),
    Rule(
        "season-years",
        "season spring fall",
        r"(?:{the} )?(?P<s>{SEASON})(?: {of})? (?P<y>{y})[-\u2013/](?:{n}|{big}|{y})",
        season_years,
    ),
    Rule(
        "quarter",
        "quarter",
        r"(?:{the} )?(?:{fiscal} )?(?P<o>{ordw}|{second}|{ord}|{last})"
        r"(?P<tie>[- ])(?:{fiscal}[- ])?{quarter}"
        r"(?P<y> (?:{of} )?(?:{fiscal} )?{y})?(?! {of} {the}| {of} {last}"
        r"| {of} {this}| {of} {next}|-{word})",
        quarter,
    ),
    Rule(
        "half",
        "half",
        r"(?:{the} )?(?P<o>{ordw}|{second})[- ](?P<half>{half})(?P<y> {of} {y})",
        half_ok,
    ),
    Rule("q-number", "qn", r"(?P<q>{qn})(?P<y>[ -](?:{of} )?{y})?", quarter),
)
