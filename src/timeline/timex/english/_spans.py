"""Lengths that begin or end today: "the past three years", "in the next month", "recent years"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._durations import VAGUE, quantity, span, unit_of, value_of

if TYPE_CHECKING:
    from timeline.timex._context import Context

_TOUCHING: Final = ("last", "latest", "past", "next", "coming")


def counted_back(found: Found, context: Context) -> Reading | None:
    """Read "the past three years" and "the next six months": a length that touches today."""
    unit = unit_of(found.word("u"))
    if unit is None:
        return None
    amount: float | None = 1 if not found.has("q") else quantity(found, "q")
    ahead = found.word("which") in ("next", "coming", "following", "first", "ensuing")
    if amount is None and not VAGUE.intersection(found.words("q")):
        return None
    anchored = not context.narrative and found.word("which") in _TOUCHING
    bounds = (
        None if amount is None or not anchored else span(context.today, unit, amount, ahead=ahead)
    )
    inside = bounds is not None and found.doc.word(found.start - 2) in ("in", "within")
    return found.reading(
        "DURATION", value_of(amount, unit), bounds=bounds, lasting=bounds is not None and not inside
    )


def recent(found: Found, _context: Context) -> Reading:
    """Read "recent years" and "the coming weeks": somewhere in the past or the future."""
    ahead = found.word("which") in ("coming", "next")
    return found.reading("DATE", "FUTURE_REF" if ahead else "PAST_REF")


RULES: Final = (
    Rule(
        "counted-back",
        "units seconds hours parts",
        r"(?<!{to} )(?<!{will} )(?:{the} |{these} )?(?:{very} )?(?P<which>{last}"
        r"|{bygone}|{next}|{coming}|{following}|{previous}|{ordw}) (?P<q>"
        r"(?:{NUM})(?:{ANDHALF})?|{VAGUE})[- ](?P<u>{UNITS})",
        counted_back,
        opens="the these very last bygone next coming following previous ordw",
    ),
    Rule("past-unit", "bygone", r"{the} (?P<which>{bygone}) (?P<u>{unit}|{quarter})", counted_back),
    Rule(
        "over-last-unit",
        "unit",
        r"(?<={in} |{for} |{over} |{within} |{during} ){the} (?P<which>{next}"
        r"|{last}) (?P<u>{unit})",
        counted_back,
    ),
    Rule(
        "recent-units",
        "units seconds hours parts",
        r"(?:{the} )?(?:{more} )?(?P<which>{REFADJ}|{coming}|{bygone}|{next}) (?P<u>{UNITS})",
        recent,
        opens="the more recent current coming bygone next",
    ),
)
