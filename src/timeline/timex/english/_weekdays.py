"""Days of the week: "on Thursday", "next Monday", "last Friday", "Monday last week"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import Stretch, containing
from timeline.timex._context import FUTURE, PAST, recurring
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._macros import WHICH_OPENS
from timeline.timex.english._numbers import number
from timeline.timex.english._tense import direction
from timeline.timex.english._words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from timeline.timex._context import Context

_CAREFUL: Final = {"sun", "sat", "mon", "wed", "thu", "fri"}
_PAPERS: Final = {"times", "telegraph", "mirror", "express", "mail", "post", "herald", "world"}
_NAMES: Final = {"bloody", "super", "black", "fat", "holy", "ruby", "easter", "cyber"}
_WEEKS: Final = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1, "coming": 1}


def weekday(found: Found, context: Context) -> Reading | None:
    """Read a weekday: by the word before it, else by the tense of its clause."""
    name = found.word("w")
    place = WEEKDAYS[name]
    which = found.word("which")
    if found.doc.word(found.end + 1) in _PAPERS or found.doc.word(found.start - 2) in _NAMES:
        return None
    if not which and _is_title(found):
        return None
    if found.has("rel"):
        if found.words("rel")[-1] != "week":
            return None
        week = containing("week", context.today).number + _WEEKS[found.words("rel")[-2]]
        return found.date(Stretch("day", week * 7 + 1 + place))
    if (
        name in _CAREFUL
        and not which
        and not found.has("cue")
        and not _dotted(found)
        and not _after_on(found)
    ):
        return None
    if which in ("last", "past"):
        return found.date(_from(place, context.today - 1, PAST))
    if which in ("next", "coming"):
        return found.date(_from(place, context.today + 1, FUTURE))
    if which == "this":
        looks = direction(found.doc, found.start, found.end)
        return found.date(_from(place, context.today, PAST if looks == PAST else FUTURE))
    base = context.day_reference()
    if which in ("following", "subsequent", "ensuing"):
        return found.date(_from(place, base + 1, FUTURE))
    if which in ("previous", "preceding", "prior"):
        return found.date(_from(place, base - 1, PAST))
    if which in ("that", "same"):
        return found.date(_from(place, base, FUTURE))
    if context.counts_weekdays:
        return found.date(_from(place, base, FUTURE))
    looks = direction(found.doc, found.start, found.end)
    told = context.told_day
    if told is not None and looks != FUTURE and _is_the(found):
        behind = _from(place, told, FUTURE)
        if behind.first <= context.today:
            return found.date(behind)
    return found.date(_from(place, context.today, FUTURE if looks == FUTURE else PAST))


def _is_title(found: Found) -> bool:
    """Whether the day is part of a name: "the Sunday Courier", "the Monday Club"."""
    if (
        found.doc.word(found.start - 2) != "the"
        or found.doc.codes[found.end : found.end + 1] != " "
    ):
        return False
    after = found.doc.pieces[found.end + 1 : found.end + 2]
    return bool(after) and after[0][0].isupper() and after[0].lower() not in MONTHS


def _is_the(found: Found) -> bool:
    """Whether "the" makes a day one of the story told: "on 3 May he fell ill, on the Friday he"."""
    if found.doc.word(found.start - 2) != "the":
        return False
    before = found.doc.word(found.start - 4)
    after = found.doc.pieces[found.end + 1 : found.end + 2]
    if found.doc.codes[found.end : found.end + 1] == " " and after and after[0].isalpha():
        return before in _TO_THE and after[0].lower() in _NO_NOUNS
    return before in _TO_THE


_TO_THE: Final = {"on", "by", "until", "till", "since", "from", "before", "after", "for", "to"}
_NO_NOUNS: Final = {
    *("and", "but", "the", "a", "in", "at", "to", "when", "while", "after", "before", "with", "by"),
    *("he", "she", "it", "they", "we", "i", "his", "her", "their", "its", "that", "as", "for"),
    *("from", "because", "so", "who", "which", "was", "were", "had", "is", "morning", "afternoon"),
    *("evening", "night"),
}
"""Words behind "the Friday" that it does not say the sort of, as in "the Friday market"."""


def _dotted(found: Found) -> bool:
    """Whether the name is shortened with a point; a "Sun." may well be the end of a sentence."""
    if found.word("w") == "sun":
        return False
    return (
        found.doc.word(found.match.start("w") + 1) == "."
        and found.match.end("w") > found.match.start("w") + 1
    )


def _after_on(found: Found) -> bool:
    return found.doc.word(found.start - 2) == "on"


def week_weekday(found: Found, context: Context) -> Reading | None:
    """Read "next week on Friday" and "last week Tuesday"."""
    if found.word("u") != "week":
        return None
    week = containing("week", context.today).number + _WEEKS[found.word("which")]
    return found.date(Stretch("day", week * 7 + 1 + WEEKDAYS[found.word("w")]))


def weeks_on(found: Found, context: Context) -> Reading | None:
    """Read "a week on Tuesday", "two weeks from Friday" and "Tuesday week"."""
    unit, name = found.word("u") or found.word("u2"), found.word("w") or found.word("w2")
    if unit not in ("week", "weeks") or direction(found.doc, found.start, found.end) == PAST:
        return None
    word = found.word("n")
    count = 1.0 if word in ("", "a") else number([word])
    if count is None:
        return None
    day = _from(WEEKDAYS[name], context.today + 1, FUTURE)
    return found.date(day.shifted(7 * int(count)))


def _from(place: int, day: int, looks: str) -> Stretch:
    return recurring("day", 7, place + 1, day, looks)


RULES: Final = (
    Rule(
        "weekday",
        "wday wabbr",
        r"(?:(?:{the} )?(?P<which>{last}|{bygone}|{next}|{coming}|{this}"
        r"|{that}|{same}|{following}|{previous}) )?"
        r"(?P<w>{WDAY})(?P<rel> (?:{of} )?(?:{last}|{this}|{next}) {unit})?"
        r"(?P<cue>(?=,? {MONTH}|,? {n}|, {DAY}))?",
        weekday,
        opens=f"{WHICH_OPENS} wday wabbr",
    ),
    Rule(
        "week-weekday",
        "wday wabbr",
        r"(?P<which>{last}|{this}|{next}) (?P<u>{unit}) (?:{on} )?(?P<w>{WDAY})",
        week_weekday,
    ),
    Rule(
        "weeks-on",
        "wday wabbr",
        r"(?:(?<!{for} )(?<!{after} )(?P<n>{a}|{nw}) (?P<u>{unit}|{units}) (?:{on}|{from}) "
        r"(?P<w>{WDAY})"
        r"|(?P<w2>{wday}) (?P<u2>{unit})(?=[.,;)]|$))",
        weeks_on,
        opens="a nw wday",
    ),
)
