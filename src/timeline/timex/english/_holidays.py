"""Feasts and public days: "Christmas Eve", "last Thanksgiving", "Easter 2019", "New Year's Day"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import Stretch, containing, day_number
from timeline.timex._context import FUTURE, PAST
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._tense import direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.timex._context import Context

_STEP: Final = {"last": -1, "this": 0, "next": 1}


def easter(year: int) -> int:
    """Number the day of Easter by the Gregorian reckoning (Meeus, Astronomical Algorithms, 8).

    >>> easter(2025) == day_number(2025, 4, 20)
    True
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * j) // 433
    month = (h + j - 7 * m + 90) // 25
    return day_number(year, month, (h + j - 7 * m + 33 * month + 19) % 32)


def _fixed(month: int, day: int) -> Callable[[int], int]:
    return lambda year: day_number(year, month, day)


def _nth(month: int, weekday: int, place: int) -> Callable[[int], int]:
    """The *place*-th weekday (0 for Monday) of the month; the last one for place 0."""

    def day(year: int) -> int:
        first = day_number(year, month + (place == 0), 1)
        day_in = first + (weekday + 1 - first) % 7
        return day_in - 7 if place == 0 else day_in + 7 * (place - 1)

    return day


def _after_easter(days: int) -> Callable[[int], int]:
    return lambda year: easter(year) + days


HOLIDAYS: Final[dict[str, Callable[[int], int]]] = {
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year": _fixed(1, 1),
    "new year day": _fixed(1, 1),
    "new year eve": _fixed(12, 31),
    "epiphany": _fixed(1, 6),
    "martin luther king day": _nth(1, 0, 3),
    "king day": _nth(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "valentine day": _fixed(2, 14),
    "presidents day": _nth(2, 0, 3),
    "patrick day": _fixed(3, 17),
    "fools day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "mother day": _nth(5, 6, 2),
    "mothers day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, 0),
    "father day": _nth(6, 6, 3),
    "fathers day": _nth(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "labour day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "saints day": _fixed(11, 1),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "australia day": _fixed(1, 26),
    "thanksgiving": _nth(11, 3, 4),
    "thanksgiving day": _nth(11, 3, 4),
    "black friday": lambda year: _nth(11, 3, 4)(year) + 1,
    "cyber monday": lambda year: _nth(11, 3, 4)(year) + 4,
    "ash wednesday": _after_easter(-46),
    "palm sunday": _after_easter(-7),
    "good friday": _after_easter(-2),
    "easter": easter,
    "easter sunday": easter,
    "easter day": easter,
    "easter monday": _after_easter(1),
    "pentecost": _after_easter(49),
}
"""The day of each feast in a given year, as a function; "'s" is left out of the names."""


def holiday(found: Found, context: Context) -> Reading | None:
    """Read a feast: in the year told, else by the word before it, else by tense."""
    words = [word for word in found.words("h") if word not in ("'", "\u2019", "s", "-", ".", "jr")]
    name = " ".join(words)
    build = HOLIDAYS.get(name) or HOLIDAYS.get(" ".join(words[-2:]))
    if build is None and words[-1] in ("weekend", "week", "season"):  # "Thanksgiving weekend"
        build = HOLIDAYS.get(" ".join(words[:-1]))
    if build is None:
        return None

    def make(year: int) -> Stretch:
        return Stretch("day", build(year))

    if found.has("y"):
        return found.date(make(int(found.word("y"))))
    if found.has("rel"):
        words = found.words("rel")
        step = next((_STEP[word] for word in words if word in _STEP), None)
        if step is None or words[-1] != "year":
            return None
        return found.date(make(context.now.year + step))
    looks = {"last": PAST, "next": FUTURE}.get(found.word("which"))
    if found.word("which") == "this":
        return found.date(make(context.now.year))
    if looks is None:
        looks = direction(found.doc, found.start, found.end)
    stretch = context.year_for(make, looks)
    if stretch is not None and name == "new year" and _is_year(found):
        stretch = containing("year", stretch.number)
    if stretch is None:
        return None
    # "Christmas trees" tells of no day from which "six days later" could count.
    return found.date(stretch)._replace(bare=words[-1] in _NAMING and _names_a_thing(found))


def _names_a_thing(found: Found) -> bool:
    doc = found.doc
    if doc.codes[found.end : found.end + 2] != " " + _WORD:
        return False
    after = doc.pieces[found.end + 1]
    return after.islower() and after not in _TIMES


_WORD: Final = GRAMMAR.code("word")
_NAMING: Final = {"christmas", "xmas", "easter", "thanksgiving", "halloween"}
_TIMES: Final = {
    "holidays",
    "holiday",
    "break",
    "truce",
    "attack",
    "attacks",
    "bombings",
    "massacre",
}


def _is_year(found: Found) -> bool:
    """Whether "the new year" is all of that year: "will be reviewed in the new year"."""
    doc, start = found.doc, found.start
    return doc.word(start - 2) == "the" and doc.word(start - 4) in _OF_A_YEAR


_OF_A_YEAR: Final = {"in", "into", "of", "during", "within"}
RULES: Final = (
    Rule(
        "holiday",
        "feast feastword new may",
        r"(?:(?P<which>{last}|{this}|{next}) )?"
        r"(?P<h>{feast}(?: (?:{unit}|{eve}|{wday}))?|{new} {unit}(?:'{word})?(?: (?:{unit}|{eve}))?"
        r"|(?:{name} {name} )?{feastword}(?:'{word}|')? (?:{unit}|{wday})|{may} {unit})"
        r"(?:,? (?:{of} )?(?P<y>{y})|(?P<rel>{RELYEAR}))?",
        holiday,
    ),
)
