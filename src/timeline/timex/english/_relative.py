"""Stretches told by their distance: "last week", "this month", "two years ago", "a day later"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import FINENESS, Stretch, containing
from timeline.timex._context import FUTURE
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._distance import from_soft
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._tense import direction, look_back
from timeline.timex.english._words import DAYS, UNITS

if TYPE_CHECKING:
    from timeline.timex._context import Context

_REPORTING: Final = 45  # days after its end in which news calls a quarter "the quarter"
_HABIT: Final = GRAMMAR.compile(r"{is} {did} $")
_STEP: Final = {
    "last": -1,
    "latest": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "before": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "ensuing": 1,
    "subsequent": 1,
    "after": 1,
    "this": 0,
    "current": 0,
    "that": 0,
    "same": 0,
    "the": 0,
    "entire": 0,
    "whole": 0,
    "full": 0,
}
_FROM_TEXT: Final = {
    *("previous", "preceding", "prior", "before", "following", "ensuing", "subsequent", "after"),
    *("that", "same"),
}


def unit_stretch(word: str) -> str | None:
    """Name the unit of the calendar that *word* is, singular or plural; None for shorter ones."""
    unit = UNITS.get(word) or UNITS.get(word.removesuffix("s"))
    if unit == "fortnight":
        return "week"
    return unit if unit in FINENESS else None


def today(found: Found, context: Context) -> Reading:
    """Read "today", "yesterday", "tomorrow", "the day before yesterday"."""
    if found.word("d") == "today" and (context.narrative or _is_habit(found)):
        return found.reading("DATE", "PRESENT_REF")
    offset = DAYS[found.word("d")]
    if found.has("more"):
        offset += 1 if found.words("more")[-1] == "after" else -1
    return found.date(context.now.shifted(offset))


def _is_habit(found: Found) -> bool:
    """Whether the simple present makes "today" mean these days: "how wars are fought today"."""
    return bool(_HABIT.search(found.doc.codes, max(0, found.start - 4), found.start))


def relative_unit(found: Found, context: Context) -> Reading | None:
    """Read "last week", "the following month", "that year", "the same day"."""
    which = found.word("which")
    word = found.word("u")
    unit = unit_stretch(word)
    if unit is None or (unit == "season" and word == "season"):
        return None
    step = _STEP[which]
    from_text = which in _FROM_TEXT
    if which == "next" and found.has("the") and (unit == "day" or context.narrative):
        from_text = True
    if which in ("last", "next") and unit != "day" and _is_length(found, context):
        return None
    if unit == "day" and which == "this":
        return None
    if unit == "day" and not from_text:
        if which in ("last", "past", "current", "entire", "whole", "full"):
            return None
        here = context.day_reference() if which == "the" else context.today
        return found.date(Stretch("day", here + step))
    if from_text and unit == "day":
        return _day_beside(found, context, step)
    if which in ("entire", "whole", "full"):
        return found.date(context.reference(unit))
    if which == "the":
        return found.date(_current(context, unit))
    base = context.reference(unit) if from_text else containing(unit, context.today)
    reading = found.date(base.shifted(step))
    return reading._replace(adrift=from_text and step > 0 and context.is_untold(unit))


def _day_beside(found: Found, context: Context, step: int) -> Reading:
    """Read "the next day" and "the same day" by the day, or the month, that was told last."""
    look_back(found, context)
    if context.soft is not None:
        return from_soft(found, context.soft, step)
    reading = found.date(Stretch("day", context.day_reference() + step))
    return reading._replace(adrift=context.is_untold("day"))


def _is_length(found: Found, context: Context) -> bool:
    """Whether "in the next month" tells a length, as the rules of durations read it."""
    if context.narrative or not found.has("the"):
        return False
    return found.doc.word(found.start - 2) in ("in", "over", "within", "during")


def in_the_unit(found: Found, context: Context) -> Reading | None:
    """Read "for the year" and "in the quarter", which news means of the latest one."""
    unit = unit_stretch(found.word("u"))
    if unit not in ("week", "month", "quarter", "year"):
        return None
    if unit == "year" and not context.narrative:
        return found.date(containing(unit, context.today - _REPORTING))
    return found.date(_current(context, unit))


def _current(context: Context, unit: str) -> Stretch:
    """What "the year" is: in news that of publication, in a narrative the one told of."""
    if context.narrative:
        return context.reference(unit)
    if unit == "quarter":
        point = context.point
        told = point is not None and point.unit == unit
        return point if point and told else containing(unit, context.today - _REPORTING)
    return containing(unit, context.today)


def unit_end(found: Found, context: Context) -> Reading | None:
    """Read "year-end" and "month's end"."""
    unit = unit_stretch(found.word("u"))
    if unit not in ("week", "month", "quarter", "year"):
        return None
    whole = _current(context, unit)
    if unit in ("month", "week"):
        return found.date(whole, "END")
    month = containing("month", whole.last)  # "at year-end" is in December
    return found.date(whole, "END")._replace(bounds=(month.first, month.last))


def weekend(found: Found, context: Context) -> Reading | None:
    """Read "over the weekend": the one nearest in the direction of the tense."""
    if found.word("u") != "weekend":
        return None
    here = containing("weekend", context.today)
    ahead = direction(found.doc, found.start, found.end) == FUTURE
    return found.date(here if ahead or here.first <= context.today else here.shifted(-1))


def these_days(found: Found, _context: Context) -> Reading | None:
    """Read "these days" and "those days"."""
    if found.word("u") != "days":
        return None
    now = found.word("which") == "these"
    return found.reading("DATE", "PRESENT_REF" if now else "PAST_REF")


def year_ago(found: Found, context: Context) -> Reading | None:
    """Read "the year-ago quarter" and "a year-earlier": the same one a year before."""
    if found.word("u") != "year":
        return None
    if found.word("p") in ("quarter", "period") and context.point is not None:
        point = context.point
        per = {"quarter": 4, "half": 2, "month": 12, "season": 4, "year": 1}.get(point.unit)
        if per is not None:
            return found.date(point.shifted(-per))
    if found.word("p") == "quarter":
        return found.date(containing("quarter", context.today).shifted(-5))
    return found.date(containing("year", context.today).shifted(-1))


def unit_before(found: Found, context: Context) -> Reading | None:
    """Read "the day before", "the week after", "the year previous" where nothing follows them."""
    unit = unit_stretch(found.word("u"))
    if unit is None:
        return None
    step = _STEP[found.word("which")]
    if unit == "day":
        return _day_beside(found, context, step)
    return found.date(context.reference(unit).shifted(step))


def after_next(found: Found, context: Context) -> Reading | None:
    """Read "the week after next" and "the year before last"."""
    unit = unit_stretch(found.word("u"))
    if unit is None:
        return None
    step = 2 if found.word("way") == "after" else -2
    return found.date(containing(unit, context.today).shifted(step))


def same_time(found: Found, context: Context) -> Reading | None:
    """Read "that time", "the same period last year", "the same month of 2024"."""
    if found.has("year") or found.has("y"):
        base = context.point
        that = containing("year", context.today).shifted(-1)
        if found.has("y"):
            that = Stretch("year", int(found.word("y")))
        if base is None or FINENESS[base.unit] >= FINENESS["year"]:
            return found.date(that)
        if base.unit in ("day", "week"):
            base = containing("month", base.first)
        per = {"month": 12, "quarter": 4, "season": 4, "half": 2}.get(base.unit, 12)
        if FINENESS[base.unit] < FINENESS["month"]:
            base = containing("month", base.first)
        years = base.year - that.year if found.has("y") else 1
        return found.date(base.shifted(-per * years))
    if context.point is None:
        return found.reading("DATE", "PAST_REF")
    return found.date(context.point)


_WHICH: Final = r"{last}|{previous}|{next}|{following}|{coming}|{this}|{that}|{same}|{current}"

RULES: Final = (
    Rule(
        "today",
        "today yesterday tomorrow",
        r"(?P<more>(?:{the} )?{unit} (?:{before}|{after}) )?(?P<d>{today}|{yesterday}|{tomorrow})",
        today,
    ),
    Rule(
        "relative-unit",
        "unit quarter",
        r"(?<!{to} )(?<!{will} )(?P<the>{the} |{that} (?={same}))?(?:{very} )?(?P<which>"
        + _WHICH
        + r") (?:{fiscal} )?(?P<u>{unit}|{quarter})(?![-]{old}| {and} {a} {half}|-{word})"
        r"(?<!{same} {unit}(?= {that}))",
        relative_unit,
        opens="the that very last previous next following coming this same current",
    ),
    Rule(
        "whole-unit",
        "whole",
        r"(?P<the>{the} |{all} (?:{the} )?)(?P<which>{whole}) (?P<u>{unit}|{quarter})",
        relative_unit,
    ),
    Rule("unit-end", "end", r"(?:{the} )?(?P<u>{unit}|{quarter})(?:-|'{word} ){end}", unit_end),
    Rule(
        "the-unit",
        "unit quarter",
        r"(?<={earlier} {in} |{later} {in} |{late} {in} |{early} {in} |{begin} {of} |{end} {of} "
        r"|{close} {of} |{middle} {of} |{half} {of} |{rest} {of} |{turn} {of} |{quarter} {of} )"
        r"(?P<which>{the}) (?P<u>{unit}|{quarter})(?! (?:{of}|{after}|{before}|{which}|{name}))",
        relative_unit,
        opens="the",
    ),
    Rule(
        "in-the-unit",
        "unit quarter",
        r"(?<={in} |{for} |{of} )(?P<which>{the}) (?P<u>{unit}|{quarter})"
        r"(?=[.,;)!\n]|$| {and}| {did}| {to}| {conj}| {from}| {which})",
        in_the_unit,
        opens="the",
    ),
    Rule(
        "months-of-the-year",
        "unit",
        r"(?<={units} {of} )(?P<which>{the}) (?P<u>{unit})(?! {of})",
        relative_unit,
        opens="the",
    ),
    Rule(
        "weekend",
        "unit",
        r"(?<={over} |{during} |{on} |{at} |{for} )(?P<which>{the}) (?P<u>{unit})",
        weekend,
    ),
    Rule(
        "these-days",
        "these",
        r"(?<!{of} )(?P<which>{these}) (?P<u>{units})(?! {of}| {before}| {after})",
        these_days,
    ),
    Rule(
        "year-ago",
        "ago earlier",
        r"(?:{the} |{a} )?(?P<u>{unit})-(?P<dir>{ago}|{earlier})(?: (?P<p>{period}"
        r"|{quarter}|{unit}))?",
        year_ago,
    ),
    Rule(
        "unit-before",
        "unit",
        r"{the} (?P<u>{unit}) (?P<which>{before}|{after}|{previous}|{following})"
        r"(?=[.,;:)!\n]|$| {and}| {conj}| {to} )",
        unit_before,
    ),
    Rule(
        "after-next",
        "unit quarter",
        r"{the} (?P<u>{unit}|{quarter}) (?P<way>{after}|{before}) (?:{the} )?(?:{next}|{last})"
        r"(?! (?:{unit}|{units}|{quarter}|{wday}|{MONTH}|{SEASON}))",
        after_next,
    ),
    Rule(
        "same-period",
        "same",
        r"(?:{the} )?{same} (?:{period}|{unit}|{quarter}|{time})(?:,? (?:{of}|{in}) (?P<y>{y})|"
        r"(?P<year>,? "
        r"(?:{of} |{in} )?(?:(?:{the} )?{last} {unit}|{a} {unit} (?:{ago}"
        r"|{earlier}|{before})|{the} {previous} {unit}|{the} {unit} (?:{before}"
        r"|{previous}|{earlier}))))",
        same_time,
    ),
    Rule(
        "that-time",
        "time period",
        r"{that} (?:{time}|{period})(?! {as}| {word})|{the} {same} {period}(?! {as}| {word})",
        same_time,
    ),
)
