"""Dates in digits: "2025-01-09", "1/31/2025", "31.01.2025", "11/2016", "9/11"."""

# ruff: noqa: PLR2004 - days, months and digits of years are what is read here

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import Stretch, day_number, of_year
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._absolute import build_day
from timeline.timex.english._tense import direction
from timeline.timex.english._words import MONTHS

if TYPE_CHECKING:
    from timeline.timex._context import Context

_PIVOT: Final = 69


def iso(found: Found, _context: Context) -> Reading | None:
    """Read "2025-01-09" and "2025-01-09T14:30"."""
    text = found.doc.pieces[found.start]
    stretch = build_day(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if stretch is None:
        return None
    time = text[10:]
    return found.reading(
        "TIME" if time else "DATE", stretch.value + time, stretch=stretch, time=time
    )


def slashed(found: Found, context: Context) -> Reading | None:
    """Read "1/31/2025", "31/01/2025", "2025/1/31", "31.01.2025": month first in case of doubt."""
    text = found.doc.pieces[found.start]
    mark = next(char for char in text if not char.isdigit())
    parts = text.split(mark)
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        stretch = build_day(first, second, third)
    else:
        if len(parts[2]) not in (2, 4) or len(parts[0]) > 2:
            return None
        year = third
        if len(parts[2]) == 2:
            year += 1900 if third >= _PIVOT and third > context.now.year % 100 + 10 else 2000
        day_first = first > 12 or (mark == "." and second <= 12)
        stretch = build_day(year, second, first) if day_first else build_day(year, first, second)
    return None if stretch is None else found.date(stretch)


def year_name_day(found: Found, _context: Context) -> Reading | None:
    """Read "2019-Sep-01"."""
    stretch = build_day(int(found.word("y")), MONTHS[found.word("m")], int(found.word("d")))
    return None if stretch is None else found.date(stretch)


def numeric_month(found: Found, _context: Context) -> Reading | None:
    """Read "11/2016" and "2016-11" as a month; "2008-09" is two years and is read elsewhere."""
    slashed = not found.has("y")
    year, place = (int(found.word(one)) for one in (("y2", "n2") if slashed else ("y", "n")))
    if not 1 <= place <= 12 or (not slashed and place > year % 100):
        return None
    return found.date(of_year("month", year, place))


def month_slash_day(found: Found, context: Context) -> Reading | None:
    """Read "9/11" as the day that it names, and "on 3/14" as a day of this year or near it."""
    text = (found.word("m"), found.word("d"))
    if text == ("9", "11") and context.now.year > 2001:
        return found.date(Stretch("day", day_number(2001, 9, 11)))
    if found.doc.word(found.start - 2) != "on":
        return None
    month, day = int(text[0]), int(text[1])
    stretch = context.year_for(
        lambda year: build_day(year, month, day), direction(found.doc, found.start, found.end)
    )
    return None if stretch is None else found.date(stretch)


RULES: Final = (
    Rule(
        "year-name-day",
        "month may march mabbr",
        r"(?P<y>{y})(?P<tie>[-/])(?P<m>{MONTH})(?:-|/)(?P<d>{n})(?![-/])",
        year_name_day,
    ),
    Rule("iso", "iso", r"{iso}", iso),
    Rule("slashed", "slash", r"{slash}(?![-/])", slashed),
    Rule(
        "numeric-month",
        "y",
        r"(?<![-/$.])(?:(?P<y>{y}) ?[-/] ?(?P<n>{n})|(?P<n2>{n})/(?P<y2>{y}))"
        r"(?![-/%.]{n}| {units})",
        numeric_month,
    ),
    Rule(
        "month-slash-day",
        "n",
        r"(?<![-$./:])(?P<m>{n})/(?P<d>{n})(?![-/:%.]{n}|[%]| {word}| {count})",
        month_slash_day,
    ),
)
