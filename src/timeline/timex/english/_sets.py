"""How often: "every Monday", "twice a week", "annual", "each year", "on Sundays"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import SEASONS as LETTERS
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._durations import unit_of, value_of
from timeline.timex.english._numbers import number
from timeline.timex.english._words import FREQUENCIES, MONTHS, PARTS, SEASONS, WEEKDAYS

if TYPE_CHECKING:
    from timeline.timex._context import Context


def frequency(found: Found, _context: Context) -> Reading | None:
    """Read "daily", "annual", "quarterly", but not in the name of a paper."""
    word = found.doc.pieces[found.start]
    if word[0].isupper() and not found.doc.opens(found.start):
        return None
    return found.reading("SET", FREQUENCIES[found.word("f")])


def each(found: Found, _context: Context) -> Reading | None:
    """Read "every day", "each of the two years" as a set with that stretch."""
    word = found.word("u")
    amount: float | None = 1
    if found.has("q"):
        words = found.words("q")
        amount = 2 if words == ["other"] else number(words)
    if word in WEEKDAYS:
        return found.reading("SET", f"XXXX-WXX-{WEEKDAYS[word] + 1}")
    if word in MONTHS:
        return found.reading("SET", f"XXXX-{MONTHS[word]:02}")
    if word in SEASONS:
        return found.reading("SET", f"XXXX-{LETTERS[SEASONS[word]]}")
    if word in PARTS:
        return found.reading("SET", f"XXXX-XX-XXT{PARTS[word]}")
    if word == "weekend":
        return found.reading("SET", "XXXX-WXX-WE")
    unit = unit_of(word)
    return None if unit is None else found.reading("SET", value_of(amount, unit))


def weekends(found: Found, _context: Context) -> Reading | None:
    """Read "on weekends"."""
    return found.reading("SET", "XXXX-WXX-WE") if found.word("u") == "weekends" else None


RULES: Final = (
    Rule("weekends", "units", r"(?<={on} )(?P<u>{units})", weekends),
    Rule("frequency", "freq", r"(?<!-)(?P<f>{freq})", frequency),
    Rule(
        "each",
        "each",
        r"(?:(?:{nearly} )?{each} (?:(?P<q>{other}|{NUM}|{ordw}|{second}) )?)"
        r"(?P<u>{ANYUNIT}|{wday}|{SEASON}|{MONTH})(?! {time})",
        each,
    ),
    Rule(
        "per",
        "per once times",
        r"(?:(?:{once}|(?:{NUM}|{several}|{VAGUE}) {times}) )?(?:{per}|"
        r"(?<={once} |{times} ){a}) (?P<u>{unit})",
        each,
    ),
    Rule(
        "times",
        "once times",
        r"(?:{once}|(?:{NUM}|{several}) {times}) (?:{a}|{each}|{per}) (?P<u>{unit})",
        each,
    ),
    Rule(
        "rate",
        "unit",
        r"(?<={n} |{big} |{grp} |{dec} |{rate} |{scale} |{count} |% |{units} |{hours} ){a} "
        r"(?P<u>{unit})(?! {ago}| {later}| {earlier})",
        each,
    ),
    Rule("weekdays", "wdays", r"(?P<u>{wdays})(?: {part}s?)?", each),
)
