"""Dates by number and name of month: "January 9, 2025", "9 January", "in January", "2025-01-09"."""

# ruff: noqa: PLR2004 - days, months and digits of years are what is read here

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import Stretch, containing, day_number, month_length
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._macros import DAY_OPENS
from timeline.timex.english._numbers import ordinal, year_in_words
from timeline.timex.english._tense import direction, opening_year
from timeline.timex.english._words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from timeline.timex._context import Context

_ATTACKS: Final = {"attack", "attacks", "terrorist", "terror", "hijackers", "victims", "memorial"}
_YEARS_AWAY: Final = {"last": -1, "previous": -1, "this": 0, "same": 0, "that": 0, "next": 1}


def build_day(year: int, month: int, day: int) -> Stretch | None:
    """Give the day; None where the calendar has none, such as February 30."""
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    return Stretch("day", day_number(year, month, day))


def year_of_words(found: Found, context: Context) -> int | None:
    """Read the year that a match names, as digits (group ``y``) or by relation (group ``rel``)."""
    if found.has("y"):
        words = found.words("y")
        digits = next((piece for piece in words if piece.isdigit()), None)
        if digits is None:
            return year_in_words([word for word in words if word not in (",", "of", "in", "-")])
        return int(digits)
    if not found.has("rel"):
        return None
    words = found.words("rel")
    if words[-1] != "year":
        return None
    word = next((word for word in words if word in _YEARS_AWAY), "next")
    if word in ("last", "this", "next") and "the" not in words:
        return context.now.year + _YEARS_AWAY[word]
    return context.reference("year").number + _YEARS_AWAY[word]


def dated(found: Found, context: Context, month: int, day: int) -> Stretch | None:
    """Find the day for *month* and *day* in the year told, or else in the year to be guessed."""
    year = year_of_words(found, context)
    if year is not None:
        return build_day(year, month, day)
    if found.has("y"):
        return None
    if found.has("rel"):
        return None
    if found.has("wd"):
        agreeing = _agreeing(context, month, day, WEEKDAYS[found.word("wd")])
        if agreeing is not None:
            return agreeing
    told = year_ahead(found, month)
    if told is not None:
        return build_day(told, month, day)
    opening = opening_year(found.doc, found.start)
    if opening is not None:
        return build_day(opening, month, day)
    return context.year_for(lambda year: build_day(year, month, day), _looks(found))


def year_ahead(found: Found, month: int) -> int | None:
    """Give the year that the end of a range tells: "between July and November 1942"."""
    ahead = _YEAR_AHEAD.match(found.doc.codes, found.end)
    if ahead is None:
        return None
    year = int(found.doc.pieces[ahead.start("y")])
    return year - (month > MONTHS[found.doc.word(ahead.start("m"))])


def _agreeing(context: Context, month: int, day: int, weekday: int) -> Stretch | None:
    """Find the year near by in which the day falls on *weekday*, as "Tuesday, February 4" asks."""
    base = context.today
    if context.narrative and context.year_point is not None:
        base = context.year_point.first
    year = Stretch("day", base).year
    built = (build_day(one, month, day) for one in range(year - 1, year + 2))
    fitting = [one for one in built if one is not None and (one.number - 1) % 7 == weekday]
    return min(fitting, key=lambda one: abs(one.number - base), default=None)


def month_day(found: Found, context: Context) -> Reading | tuple[()] | None:
    """Read "January 9", "Jan. 9th, 2025", "9 January 2025", "Dec. 5 last year".

    "February 29, 2025" is no day, and neither its month nor its year is meant by itself.
    """
    month = MONTHS[found.word("m")]
    day = ordinal(found.words("d"))
    if (month, day) == (9, 11) and _attacks(found, context):
        return found.date(Stretch("day", day_number(2001, 9, 11)))
    stretch = None if day is None else dated(found, context, month, day)
    if stretch is None:
        return () if found.has("y") else None
    return found.date(stretch)


def _attacks(found: Found, context: Context) -> bool:
    """Whether "Sept. 11" is that of 2001: it names the attacks, and the year is left out."""
    bare = not found.has("y") and not found.has("rel") and context.now.year > 2001
    return bare and found.doc.word(found.end + 1) in _ATTACKS


def month_days(found: Found, context: Context) -> tuple[Reading, ...] | None:
    """Read two days of one month as two dates: "January 9 and 11", "9-11 January 2025"."""
    month = MONTHS[found.word("m")]
    days = [ordinal(found.words(group)) for group in ("d", "e")]
    if days[0] is None or days[1] is None:
        return None
    first = dated(found, context, month, days[0])
    second = None if first is None else build_day(first.year, month, days[1])
    if first is None or second is None:
        return None
    cut = (found.match.end("d"), found.match.start("e"))
    return (
        Reading(found.start, cut[0], "DATE", first.value, None, first),
        Reading(cut[1], found.end, "DATE", second.value, None, second),
    )


def day_of_month(found: Found, context: Context) -> Reading | None:
    """Read "on the 15th": in the month that the text speaks of."""
    day = ordinal(found.words("d"))
    if day is None or day > 31:
        return None
    base = context.reference("month")
    year, place = divmod(base.number, 12)
    stretch = build_day(year, place + 1, day)
    return None if stretch is None else found.date(stretch)


def day_of_unit(found: Found, context: Context) -> Reading | None:
    """Read "the 20th of next month" and "the 3rd of this month"."""
    day = ordinal(found.words("d"))
    if day is None or found.word("u") != "month":
        return None
    step = _YEARS_AWAY.get(found.word("which"), 0)
    base = containing("month", context.today).shifted(step)
    if found.word("which") in ("the", "that", "same"):
        base = context.reference("month")
    year, place = divmod(base.number, 12)
    stretch = build_day(year, place + 1, day)
    return None if stretch is None else found.date(stretch)


def weekday_the(found: Found, context: Context) -> Reading | None:
    """Read "Friday the 15th": the nearest month in which that day is a Friday."""
    day = ordinal(found.words("d"))
    if day is None:
        return None
    weekday = WEEKDAYS[found.word("w")]
    here = containing("month", context.day_reference())
    for step in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        year, place = divmod(here.number + step, 12)
        stretch = build_day(year, place + 1, day)
        if stretch is not None and (stretch.number - 1) % 7 == weekday:
            return found.date(stretch)
    return None


def _looks(found: Found) -> str:
    return direction(found.doc, found.start, found.end)


_YEAR_AHEAD: Final = GRAMMAR.compile(
    r"(?: ?(?:[-/\u2013\u2014]|--) ?| (?:{and}|{to}|{until}|{through}|{or}) "
    r"|, (?:{MONTH}(?:,? {and} |, ))?)"
    r"(?:{the} )?(?:(?:{early}|{late}|{mid})[- ]|{EDGE} {of} )?(?:(?:{n}|{ord})(?: {of})? )?"
    r"(?P<m>{MONTH})(?: (?:{n}|{ord}),?)? (?P<y>{y})(?![-/%])"
)
_GUARD: Final = r"(?![%]| {count}| {rate}|[-\u2013]{word})"
_WD: Final = r"(?P<wd>{WDAY}),? "
_D: Final = r"(?P<d>{DAY})"
_E: Final = r"(?P<e>(?:{the} )?{DAY})"
MONTH: Final = r"(?P<m>{MONTH})"
_Y: Final = r"(?:(?P<y>{WITHYEAR})|(?P<rel>{RELYEAR}))?"
_LINK: Final = r"(?: ?(?:{DASH}) ?| {and} | {to} | {or} | {through} | {until} |, | / |/)"

_MONTH_DAY: Final = (
    MONTH + r"(?:[ -]|(?<=\.))(?:{the} )?" + _D + r"(?!:{n}|/)(?! {ampm})" + _Y + _GUARD
)
_DAY_MONTH: Final = (
    r"(?:{the} )?"
    + _D
    + r"(?:[ -]| {of} )"
    + MONTH
    + r"(?:(?P<y>{WITHYEAR}|-{y})|(?P<rel>{RELYEAR}))?"
)

RULES: Final = (
    Rule(
        "part-of-nth",
        "ord ordw second",
        r"(?<={part} {of} ){the} "
        r"(?P<d>{ord}|{ORDW}(?=[.,;]))(?! (?:{word}|{name}|{unit}|{of}|{and}))",
        day_of_month,
    ),
    Rule(
        "month-days",
        "month may march mabbr",
        MONTH + r" (?:{the} )?" + _D + _LINK + _E + r"(?!:{n}|/| {MONTH})" + _Y + _GUARD,
        month_days,
    ),
    Rule(
        "days-month",
        "month may march mabbr",
        r"(?:{the} )?" + _D + _LINK + _E + r"(?: {of})? " + MONTH + _Y,
        month_days,
        opens=DAY_OPENS,
    ),
    Rule(
        "month-day",
        "month may march mabbr",
        _MONTH_DAY,
        month_day,
    ),
    Rule("weekday-month-day", "month may march mabbr", _WD + _MONTH_DAY, month_day),
    Rule("weekday-day-month", "month may march mabbr", _WD + _DAY_MONTH, month_day),
    Rule(
        "day-month",
        "month may march mabbr",
        _DAY_MONTH,
        month_day,
        opens=DAY_OPENS,
    ),
    Rule(
        "day-of-unit",
        "unit",
        r"(?:{the} )?(?P<d>{ord}|{ORDW}) {of} (?P<which>{last}|{this}|{next}"
        r"|{the}|{that}) (?P<u>{unit})",
        day_of_unit,
        opens="the ord ordw second tens",
    ),
    Rule(
        "weekday-the",
        "wday wabbr",
        r"(?P<w>{WDAY}),? {the} (?P<d>{ord}(?! {MONTH}| {of})|{ORDW}(?=[.,;!)]|$))",
        weekday_the,
    ),
    Rule(
        "day-of-month",
        "ord ordw second",
        r"(?<={on} |{by} |{until} |{since} |{before} |{after} |{from} ){the} "
        r"(?P<d>{ord}|{ORDW}(?=[.,;]))(?! (?:{word}|{name}|{unit}|{of}|{and}))",
        day_of_month,
    ),
)
