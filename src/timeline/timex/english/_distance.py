"""Points told by how far off they are: "two years ago", "a week later", "a day from tomorrow"."""

# ruff: noqa: PLR2004 - the limits are those of four-digit years

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.dates import When, ago
from timeline.timex._calendar import FINENESS, Stretch, containing
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._durations import MORE, approximation, quantity, unit_of
from timeline.timex.english._macros import AMOUNT_OPENS, NUMBER_OPENS
from timeline.timex.english._numbers import number
from timeline.timex.english._words import DAYS, MANY

if TYPE_CHECKING:
    from timeline.timex._context import Context

_BACK: Final = {"ago", "earlier", "before"}
_FROM_TEXT: Final = {"earlier", "later", "before", "after"}
_HOURS: Final = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}
_COUNTED_IN: Final = {
    "night": "day",
    "weekend": "week",
    "fortnight": "week",
    "season": "year",
    "decade": "year",
    "century": "year",
    "millennium": "year",
}
_ROUGH_DAYS: Final = {"day": 1, "week": 7, "month": 30, "quarter": 91, "half": 182, "year": 365}
_FURTHEST: Final = 9000
_OF_POINTS: Final = {
    "MORE_THAN": ("BEFORE", "AFTER"),
    "LESS_THAN": ("AFTER", "BEFORE"),
    "EQUAL_OR_MORE": ("ON_OR_BEFORE", "ON_OR_AFTER"),
    "EQUAL_OR_LESS": ("ON_OR_AFTER", "ON_OR_BEFORE"),
    "APPROX": ("APPROX", "APPROX"),
}
"""What a bound on the distance makes of the point, counted back and counted ahead."""


def distance(found: Found, context: Context) -> Reading | None:
    """Read "two years ago", "a week later", "three days earlier", "five years from now"."""
    reading = _distance(found, context)
    way = found.word("dir")
    if reading is None or way not in _FROM_TEXT:
        return reading
    unit = unit_of(found.word("u")) or "day"
    counted = "day" if unit in _HOURS else _COUNTED_IN.get(unit, unit)
    compared = way in _BACK and counted == "year"  # "up from a year earlier" counts from today
    return reading._replace(adrift=not compared and context.is_untold(counted))


def _distance(found: Found, context: Context) -> Reading | None:
    unit = unit_of(found.word("u"))
    if unit is None:
        return None
    way = found.word("dir")
    sign = -1 if way in _BACK else 1
    mod = approximation(found.words("approx")) if found.has("approx") else None
    point_mod = None if mod is None else _OF_POINTS[mod][sign > 0]
    amount = quantity(found, "q")
    counted = _COUNTED_IN.get(unit, unit)
    in_days = unit in _HOURS
    start = context.today
    if way in _FROM_TEXT:
        start = context.day_reference() if in_days else context.start_of(counted)
    if amount is None or amount > _FURTHEST:
        return found.reading("DATE", _vague(sign), mod=point_mod)
    soft = context.soft if way in _FROM_TEXT else None
    if soft is not None and FINENESS[counted if not in_days else "day"] < FINENESS[soft.unit]:
        days = amount * _HOURS[unit] / 24 if in_days else amount * _ROUGH_DAYS[counted]
        return from_soft(found, soft, sign * round(days), point_mod)
    if in_days:
        hours = amount * _HOURS[unit]
        if hours >= 24:
            return found.date(Stretch("day", start + sign * round(hours / 24)), point_mod)
        day = Stretch("day", start)
        return found.reading("TIME", day.value, mod=point_mod, stretch=day)
    point = context.point if context.narrative and way in _FROM_TEXT else None
    if point is not None and FINENESS[point.unit] > FINENESS[counted]:
        return found.reading("DATE", _vague(sign), mod=point_mod)
    steps = sign * amount * (1 if unit == "season" else MANY.get(unit, 1))
    stretch = _moved(counted, start, steps)
    if unit in ("decade", "century"):
        stretch = containing(unit, stretch.first)
    if not -9998 <= stretch.year <= 9999:
        return None
    when = None
    compared = context.point
    if (
        way == "earlier"
        and counted == "year"
        and steps == round(steps)
        and compared is not None
        and compared.unit in {"quarter", "half"}
        and not context.narrative
    ):  # "in the second quarter, against 3 million a year earlier" is in that quarter
        per = 4 if compared.unit == "quarter" else 2
        there = compared.shifted(round(steps) * per)
        when = When.between(there.first, there.last)
    if point_mod is not None:
        when = _bounded(point_mod, stretch, start, round(steps * _ROUGH_DAYS[counted]))
    return found.reading("DATE", stretch.value, mod=point_mod, stretch=stretch, when=when)


def from_soft(found: Found, soft: Stretch, days: int, mod: str | None = None) -> Reading:
    """Read what lies some days from a day that is only known to lie in a week or a month.

    "It began in October 2023. Five days later" is some day from October 6 to November 5.
    """
    bounds = soft.first + days, soft.last + days
    middle = containing(soft.unit, (bounds[0] + bounds[1]) // 2)
    return found.reading("DATE", middle.value, mod=mod, stretch=middle, bounds=bounds)


def _vague(sign: int) -> str:
    return "PAST_REF" if sign < 0 else "FUTURE_REF"


def _moved(unit: str, start: int, steps: float) -> Stretch:
    """Move by *steps* of *unit*; half a year is six months, half a month fifteen days."""
    whole = int(steps)
    if whole == steps:
        return containing(unit, start).shifted(whole)
    if unit == "year":
        return containing("month", start).shifted(round(steps * 12))
    return Stretch("day", start + round(steps * _ROUGH_DAYS[unit]))


def _bounded(mod: str, stretch: Stretch, start: int, days: int) -> When:
    """Bound a point whose distance is bounded or approximate."""
    if mod == "APPROX":
        if days < 0:
            return ago(-days, When.day(start), approximate=True)
        slack = max(3, round(days / 5))
        return When.between(start + days - min(slack, days), start + days + slack)
    if mod.endswith("BEFORE"):
        return When.between(None if days < 0 else start, stretch.last)
    return When.between(stretch.first, start if days < 0 else None)


def compound(found: Found, context: Context) -> Reading | None:
    """Read "a year and two months ago": to the day."""
    if not found.has("more"):
        return None
    months = days = 0.0
    for quantity_group, unit_group in (("q", "u"), ("q2", "u2"), ("q3", "u3")):
        if not found.has(quantity_group):
            continue
        amount = number(found.words(quantity_group))
        unit = _COUNTED_IN.get(
            unit_of(found.word(unit_group)) or "", unit_of(found.word(unit_group))
        )
        if amount is None or amount > _FURTHEST:
            return None
        if unit in ("year", "month", "quarter"):
            months += amount * {"year": 12, "month": 1, "quarter": 3}[unit]
        elif unit in ("day", "week"):
            days += amount * _ROUGH_DAYS[unit]
    way = found.word("dir")
    sign = -1 if way in _BACK else 1
    start = context.today if way == "ago" else context.day_reference()
    here = containing("month", start)
    there = here.shifted(sign * round(months))
    return found.date(
        Stretch("day", min(there.first + start - here.first, there.last) + sign * round(days))
    )


def from_day(found: Found, context: Context) -> Reading | None:
    """Read "two days from tomorrow" and "two weeks before yesterday"."""
    amount = number(found.words("q"))
    per = {"day": 1, "week": 7, "fortnight": 14}.get(unit_of(found.word("u")) or "")
    if amount is None or per is None or amount > _FURTHEST:
        return None
    sign = -1 if found.word("dir") == "before" else 1
    day = context.today + DAYS[found.word("d")] + sign * round(amount * per)
    return found.date(Stretch("day", day))


RULES: Final = (
    Rule(
        "compound-distance",
        "ago earlier later",
        r"(?P<q>{NUM}|{a}) (?P<u>{ANYUNIT})" + MORE + r" (?P<dir>{ago}|{later}|{earlier})",
        compound,
        opens=NUMBER_OPENS,
    ),
    Rule(
        "distance",
        "ago earlier later hence ref",
        r"(?:(?P<approx>{APPROX}) )?(?P<q>(?:{NUM}|{VAGUE}|{a})(?:{ANDHALF})?"
        r"|{half} {a}|{a} {half}|(?={units}|{hours}))[- ]?(?P<u>{ANYUNIT})"
        r"(?P<h> {and} {a} {half})? (?P<dir>{ago}|{earlier}|{later}|{hence}"
        r"|{from} {ref})",
        distance,
        opens=f"{AMOUNT_OPENS} units hours",
    ),
    Rule(
        "from-day",
        "today yesterday tomorrow",
        r"(?P<q>{NUM}|{a}) (?P<u>{unit}|{units}) (?P<dir>{from}|{before}"
        r"|{after}) (?P<d>{today}|{yesterday}|{tomorrow})",
        from_day,
    ),
    Rule(
        "distance-before",
        "before after",
        r"(?:(?P<approx>{APPROX}) )?(?P<q>(?:{NUM}|{VAGUE}|{a})(?:{ANDHALF})?)[- ]"
        r"(?P<u>{ANYUNIT})(?P<h> {and} {a} {half})? (?P<dir>{before}|{after})"
        r"(?=[.,;:)!\n]|$)",
        distance,
        opens=AMOUNT_OPENS,
    ),
)
