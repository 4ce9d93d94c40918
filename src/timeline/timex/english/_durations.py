"""How long: "two weeks", "a month and a half", "27-year", "the past three years", "decades"."""

# ruff: noqa: PLR2004 - halves and digits are what is read here

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.dates import When, ago, in_about
from timeline.timex._calendar import containing
from timeline.timex._context import PAST
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._macros import AMOUNT_OPENS, NUMBER_OPENS
from timeline.timex.english._numbers import number, written
from timeline.timex.english._tense import direction
from timeline.timex.english._words import DURATION, MANY, UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.timex._context import Context

VAGUE: Final = {
    *("few", "several", "many", "numerous", "various", "multiple", "countless", "some"),
    *("dozens", "scores", "hundreds", "thousands"),
}
_MOST_YEARS: Final = 9000
_DAYS_OF: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS_OF: Final = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}


_LADDER: Final = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_FOR: Final = GRAMMAR.expand("{for} ")
_IN: Final = GRAMMAR.expand("{in} ")
_PERFECT: Final = GRAMMAR.compile(
    r"{have}(?: \"?(?:{not}|{adv})){0,2}(?: \"?(?:{be}|{did}))[^.;\n]*$"
)


def unit_of(word: str) -> str | None:
    """Name the unit that *word* is, singular or plural."""
    return UNITS.get(word) or UNITS.get(word.removesuffix("s"))


def approximation(words: Sequence[str]) -> str:
    """Tell TIMEX3's modifier of an amount from the words before it."""
    if "no" in words or words[:2] in (["at", "most"], ["up", "to"]):
        return "EQUAL_OR_LESS"
    if "more" in words:
        return "MORE_THAN"
    if "less" in words or "fewer" in words or words[0] in ("nearly", "almost"):
        return "LESS_THAN"
    return "EQUAL_OR_MORE" if words[:2] == ["at", "least"] else "APPROX"


def quantity(found: Found, group: str) -> float | None:
    """Read the amount in *group* (with a following "and a half"); None where it is vague."""
    words = [word for word in found.words(group) if word not in ("of", "the")]
    extra = 0.5 if found.has("h") else 0
    if not words or VAGUE.intersection(words):
        return None
    if "couple" in words or "pair" in words:
        return 2 + extra
    if words in (["half", "a"], ["half", "an"]):
        return 0.5
    amount = number(words)
    return None if amount is None else amount + extra


def value_of(amount: float | None, unit: str) -> str:
    """Write a duration as TIMEX3 does; X stands for an amount not told.

    >>> value_of(2, "week"), value_of(None, "decade"), value_of(0.5, "hour")
    ('P2W', 'PXDE', 'PT30M')
    """
    if amount is None:
        return {"decade": "PXDE", "century": "PXCE"}.get(unit, DURATION[unit].format("X"))
    if amount < 1:
        if unit == "hour":
            return DURATION["minute"].format(written(amount * 60))
        if unit == "minute":
            return DURATION["second"].format(written(amount * 60))
        if unit == "year" and amount == 0.5:
            return "P6M"
    return DURATION[unit].format(written(amount * MANY.get(unit, 1)))


def duration(found: Found, context: Context) -> Reading | None:
    """Read a plain length of time."""
    unit = unit_of(found.word("u"))
    if unit is None:
        return None
    if unit in ("second", "quarter", "season", "day", "hour", "year") and not _counts(found):
        return None
    amount = quantity(found, "q")
    if amount is None and not VAGUE.intersection(found.words("q")):
        return None
    if unit == "night" and found.word("u") not in ("night", "nights"):
        return None
    mod = approximation(found.words("approx")) if found.has("approx") else None
    value = value_of(amount, unit)
    end = found.end
    start = found.start
    if found.doc.word(end - 1) == "long" and found.words("q")[0] in ("a", "an"):
        start += 2  # "a [month-long] siege"
    if found.has("more"):
        second, other = number(found.words("q2")), unit_of(found.word("u2"))
        if second is None or other is None or not _finer(other, unit):
            end = found.match.start("more")
        else:
            value = joined(value, value_of(second, other))
            if found.has("u3"):
                value = joined(
                    value, value_of(number(found.words("q3")), unit_of(found.word("u3")) or "day")
                )
    when = None if amount is None else _spoken_of(found, context, unit, amount, mod)
    return Reading(start, end, "DURATION", value, mod, when=when)


def joined(value: str, tail: str) -> str:
    """Write two durations as one.

    >>> joined("P2Y", "P3M"), joined("PT1H", "PT30M"), joined("P1D", "PT5H")
    ('P2Y3M', 'PT1H30M', 'P1DT5H')
    """
    return value + (tail[2:] if "T" in value and tail.startswith("PT") else tail[1:])


def _finer(one: str, other: str) -> bool:
    """Whether *one* is the smaller unit, as in "two years and three months"."""
    return (
        _LADDER.index(one) < _LADDER.index(other) if one in _LADDER and other in _LADDER else False
    )


def _spoken_of(
    found: Found, context: Context, unit: str, amount: float, mod: str | None
) -> When | None:
    """Bound a length that starts or ends today: "have not been seen for about two weeks"."""
    codes, start = found.doc.codes, found.start
    before = codes[start - 2 : start]
    reach = span(context.today, unit, amount, ahead=False)
    if reach is None or context.narrative:
        return None
    days = reach[1] - reach[0]
    today = When.day(context.today)
    if before == _FOR and _PERFECT.search(codes[max(0, start - 40) : start]):
        return When.interval(ago(days, today, approximate=mod == "APPROX"), today)
    if before == _IN and direction(found.doc, start, found.end) != PAST:
        day = containing("month", context.today)
        if mod == "APPROX":
            return in_about(_rough_days(unit, amount), today)
        ahead = span(context.today, unit, amount, ahead=True)
        return None if ahead is None or day is None else When.day(ahead[1])
    return None


def _rough_days(unit: str, amount: float) -> int:
    return round(amount * (_DAYS_OF[unit] if unit in _DAYS_OF else _MONTHS_OF[unit] * 30))


def _counts(found: Found) -> bool:
    """Whether the unit counts: not in "a second man", "a quarter of them", "the Six-Day War"."""
    doc = found.doc
    unit = found.doc.pieces[found.match.start("u")]
    amount = found.doc.pieces[found.match.start("q")]
    if unit[:1].isupper() and amount[:1].isupper() and not unit.isupper():
        return False  # "the Six-Day War"
    if unit.lower().startswith("season"):
        return not (amount.isdigit() and len(amount) == 4)
    if unit.lower() not in ("second", "quarter"):
        return True
    return doc.word(found.end + 1) != "of" and "-" in doc.pieces[found.start : found.end]


def either(found: Found, _context: Context) -> Reading | None:
    """Read "a week or two" and "two or three days": at most the larger."""
    unit = unit_of(found.word("u"))
    words = found.words("q2")
    amount = number(words)
    if unit is None or amount is None:
        return None
    return found.reading("DURATION", value_of(amount, unit), mod="EQUAL_OR_LESS")


def pair(found: Found, _context: Context) -> tuple[Reading, ...] | None:
    """Read "between 60 and 90 days" and "five to ten years" as two lengths."""
    unit = unit_of(found.word("u"))
    one, two = number(found.words("q")), number(found.words("q2"))
    if unit == "season":
        return None
    if unit is None or one is None or two is None:
        return None
    return (
        Reading(found.match.start("q"), found.match.end("q"), "DURATION", value_of(one, unit)),
        Reading(found.match.start("q2"), found.end, "DURATION", value_of(two, unit)),
    )


def whole(found: Found, _context: Context) -> Reading | None:
    """Read "all day" and "for a full year": one of the unit."""
    unit = unit_of(found.word("u"))
    return None if unit is None else found.reading("DURATION", value_of(1, unit))


def lasting(found: Found, _context: Context) -> Reading:
    """Read "daylong" and "yearlong"."""
    unit = UNITS[found.word("l").removesuffix("long")]
    return found.reading("DURATION", value_of(1, unit))


def quarter_century(found: Found, context: Context) -> Reading | None:
    """Read "a quarter of a century" and "a quarter-century ago"."""
    if found.word("u") == "century" and found.has("ago"):
        return found.date(containing("year", context.today).shifted(-25))
    return found.reading("DURATION", "P25Y") if found.word("u") == "century" else None


def bare(found: Found, _context: Context) -> Reading | None:
    """Read "for years", "over decades", "in months": a length not told."""
    unit = unit_of(found.word("u"))
    return None if unit is None else found.reading("DURATION", value_of(None, unit))


def long_plural(found: Found, context: Context) -> Reading | None:
    """Read "decades-long"."""
    return bare(found, context) if found.word("u").endswith("s") else None


def span(today: int, unit: str, amount: float, *, ahead: bool) -> tuple[int, int] | None:
    """Give the first and last day of *amount* units that end, or begin, with *today*."""
    sign = 1 if ahead else -1
    if unit in _DAYS_OF:
        other = today + sign * round(amount * _DAYS_OF[unit])
    elif unit in _MONTHS_OF and amount * _MONTHS_OF[unit] < _MOST_YEARS:
        months = round(amount * _MONTHS_OF[unit])
        here = containing("month", today)
        there = here.shifted(sign * months)
        other = min(there.first + today - here.first, there.last)
    else:
        return None
    return (today, other) if ahead else (other, today)


QUANTITY: Final = (
    r"(?:(?P<approx>{APPROX}) )?"
    r"(?P<q>(?:{NUM})(?:{ANDHALF})?|{VAGUE}|{a}|{half} {a}|(?:{a} )?{half})"
)
"""An amount, told or vague, and a bound on it."""
MORE: Final = (
    r"(?P<more>(?:,? {and} |,? )(?P<q2>{NUM})[- ](?P<u2>{ANYUNIT})"
    r"(?:(?:,? {and} |,? )(?P<q3>{NUM})[- ](?P<u3>{UNITS}))?)?"
)
"""A second and a third part of a length: "and three months"."""

RULES: Final = (
    Rule("lasting", "lasting", r"(?P<l>{lasting})", lasting),
    Rule(
        "quarter-century",
        "quarter",
        r"(?:{a} )?{quarter}(?:[- ]| {of} {a} )(?P<u>{unit})(?P<ago> {ago})?",
        quarter_century,
    ),
    Rule(
        "duration",
        "unit units second seconds quarter part parts hours",
        r"(?<![$.:-])"
        + QUANTITY
        + r"(?:[- ](?:{more} |{other} |{whole} |{word}-)?)(?P<u>{ANYUNIT})"
        r"(?P<h> {and} (?:{a} )?{half})?"
        r"(?:-{long}|[- ]{old})?" + MORE,
        duration,
        opens=AMOUNT_OPENS,
    ),
    Rule(
        "whole",
        "all whole",
        r"(?:{all}[- ](?:{the} )?|(?<={a} |{for} )(?:{whole})[- ])(?P<u>{unit})(?! {of})",
        whole,
    ),
    Rule(
        "either",
        "or",
        r"{a} (?P<u>{unit}) {or} (?P<q2>{nw})|(?:{nw}|{n}) {or} (?P<q3>{nw}|{n}) {units}",
        either,
    ),
    Rule(
        "duration-pair",
        "unit units second seconds quarter part parts hours",
        r"(?<![$.:-])(?P<q>{NUM})(?: {to} | {and} | {or} | ?[-\u2013] ?)"
        r"(?P<q2>{NUM})[- ](?P<u>{ANYUNIT})(?:[- ]{old})?",
        pair,
        opens=NUMBER_OPENS,
    ),
    Rule(
        "bare-plural",
        "units hours",
        r"(?<={for} |{over} |{after} |{within} )(?P<u>{units}|{hours})(?:-{long})?"
        r"(?! {ago}| {later}| {earlier}| {before})",
        bare,
    ),
    Rule(
        "plural-of",
        "units",
        r"(?<!{the} )(?<!{n} )(?<!{several} )(?<!{these} )"
        r"(?P<u>{units})(?= {of} (?:{word}|{name}))",
        bare,
        opens="units",
    ),
    Rule(
        "the-plural",
        "units",
        r"(?<={over} |{in} ){the} (?P<u>{units})(?! {of}| {after}| {before}"
        r"| {since}| {word}| {which}| {that}| {y})",
        bare,
    ),
    Rule(
        "plural-long",
        "long old",
        r"(?P<u>{units}|{hours}|{unit})-(?:{long}|{old})",
        long_plural,
    ),
)
