"""Single dates in plain English: days, months, seasons, years, and what is left unspecified.

What is put together from dates (intervals, sets) is worded in ``_when``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates import When, format_day

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_SEASONS: Mapping[int, str] = {
    **dict(enumerate(("spring {}", "summer {}", "autumn {}", "winter {}"), start=21)),
    **dict(enumerate(("spring {}", "summer {}", "autumn {}", "winter {}"), start=25)),
    **dict(enumerate(("spring {}", "summer {}", "autumn {}", "winter {}"), start=29)),
    **dict(enumerate((f"the {n} quarter of {{}}" for n in ("1st", "2nd", "3rd", "4th")), start=33)),
    **dict(enumerate(("January to April {}", "May to August {}", "September to December {}"), 37)),
    **dict(enumerate(("the first half of {}", "the second half of {}"), start=40)),
}
"""Words by EDTF code (ISO 8601-2:2019, 4.8.1); what spans two years gets both."""

_HEMISPHERES = {range(25, 29): " (northern)", range(29, 33): " (southern)"}
_OVER_NEW_YEAR = frozenset({24, 28, 30})  # winters of the north, the summer of the south
_SPELLED_SEASONS = range(21, 33)

_EXACT = re.compile(r"(-?[0-9]{4}|Y-?[0-9]+)(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TIME = re.compile(r"(.+)T([0-9:]{5}):([0-9]{2})(Z|[+-][0-9:]+)?")
_QUALIFIERS = str.maketrans("", "", "~?%")
_DECADE, _CENTURY = re.compile(r"([0-9]{3})X"), re.compile(r"([0-9]{2})XX")
_SOME_DAY = re.compile(r"([0-9]{4}-(?:0[1-9]|1[0-2]))-XX")
_SOME_MONTH = re.compile(r"([0-9]{4})-XX(?:-XX)?")


def year_words(year: int) -> str:
    """Name a year; there is no year 0 in the historians' count, and 0 of ours is 1 BC.

    >>> year_words(2025), year_words(-43)
    ('2025', '44 BC')
    """
    return str(year) if year > 0 else f"{1 - year} BC"


def parts_of(edtf: str) -> tuple[int, int | None, int | None] | None:
    """Return the year, month and day of a plain date; None where it is anything else."""
    found = _EXACT.fullmatch(edtf)
    if found is None or (found[2] and not 1 <= int(found[2]) <= len(MONTHS)):
        return None
    year, month, day = found.groups()
    return (
        int(year.removeprefix("Y")),
        None if month is None else int(month),
        None if day is None else int(day),
    )


def parts_words(year: int | None, month: int | None, day: int | None) -> str:
    """Name a date, leaving out what is None.

    >>> parts_words(2025, 1, 9), parts_words(None, 1, 9), parts_words(2025, None, None)
    ('9 January 2025', '9 January', '2025')
    """
    named = [
        None if day is None else str(day),
        None if month is None else MONTHS[month - 1],
        None if year is None else year_words(year),
    ]
    return " ".join(part for part in named if part is not None)


def day_words(number: int) -> str:
    """Name a day by its number; see `When.day`."""
    parts = parts_of(day_text(number))
    assert parts is not None
    return parts_words(*parts)


def day_text(number: int) -> str:
    """Write a day by its number as EDTF."""
    text = format_day(number)
    return text if parts_of(text) else f"Y{text}"


def date_words(edtf: str) -> str:
    """Word a single date of EDTF, its qualifiers included.

    >>> date_words("2025-01-16~"), date_words("2024-22"), date_words("2025-01-XX")
    ('about 16 January 2025', 'summer 2024', 'some day in January 2025')
    """
    doubt = "perhaps " if "?" in edtf or "%" in edtf else ""
    nearness = "about " if "~" in edtf or "%" in edtf else ""
    return doubt + nearness + _unqualified(edtf, edtf.translate(_QUALIFIERS))


def _unqualified(edtf: str, plain: str) -> str:
    parts = parts_of(plain)
    if parts is not None:
        return parts_words(*parts)
    if found := _TIME.fullmatch(plain):
        return _time_words(*found.groups())
    if found := _EXACT.fullmatch(plain):
        return _season_words(int(found[1].removeprefix("Y")), int(found[2]))
    if found := _DECADE.fullmatch(plain):
        return f"the {found[1]}0s"
    if found := _CENTURY.fullmatch(plain):
        return f"the years {int(found[1])}00 to {int(found[1])}99" if int(found[1]) else _rest(edtf)
    if found := _SOME_DAY.fullmatch(plain):
        return f"some day in {date_words(found[1])}"
    if found := _SOME_MONTH.fullmatch(plain):
        return f"some time in {date_words(found[1])}"
    return _rest(edtf)


def _rest(edtf: str) -> str:
    """Word what has no plain name by its bounds, and keep its EDTF, which says more."""
    when = When(edtf)
    assert when.earliest is not None  # a single date has both bounds
    assert when.latest is not None
    return f"a day between {day_words(when.earliest)} and {day_words(when.latest)} ({edtf})"


def _season_words(year: int, code: int) -> str:
    hemisphere = next((name for codes, name in _HEMISPHERES.items() if code in codes), "")
    named = year_words(year)
    if code in _OVER_NEW_YEAR:
        named = (
            f"{named}-{(year + 1) % 100:02}" if year > 0 else f"{named} to {year_words(year + 1)}"
        )
    return _SEASONS[code].format(named) + hemisphere


def _time_words(date: str, clock: str, seconds: str, offset: str | None) -> str:
    time = clock if seconds == "00" else f"{clock}:{seconds}"
    zone = {None: "local time", "Z": "UTC"}.get(offset, f"UTC{offset}")
    return f"{date_words(date)}, {time} {zone}"


def is_season(edtf: str) -> bool:
    """Say whether a single date is a season, whose months the words leave open."""
    found = _EXACT.fullmatch(edtf.translate(_QUALIFIERS))
    return found is not None and found[2] is not None and int(found[2]) in _SPELLED_SEASONS
