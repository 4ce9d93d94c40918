"""From a TIMEX3 value and modifier to a `When` with honest bounds: the one place that does it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline.dates import When, early, late, mid
from timeline.timex._calendar import (
    PER_YEAR,
    SEASONS,
    Stretch,
    day_number,
    month_length,
    of_year,
)

if TYPE_CHECKING:
    from timeline.timex._reading import Reading

_PARTS: Final = {"START": early, "MID": mid, "END": late}
_WHOLE: Final = re.compile(
    r"(?P<bc>BC)?(?P<year>[0-9]{1,4})"
    r"(?:-W(?P<week>[0-9]{2})(?P<we>-WE)?|-(?P<season>SP|SU|FA|WI)|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<time>T.{1,40})?"
)
_COARSE: Final = {1: "millennium", 2: "century", 3: "decade"}
_FULL_YEAR: Final = 4
_ZULU: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z")


def stretch_of(value: str) -> Stretch | None:
    """Read a TIMEX3 value as a stretch of the calendar; None where it names none.

    >>> stretch_of("2025-W06"), stretch_of("198"), stretch_of("P2W"), stretch_of("2025-02-30")
    (Stretch(unit='week', number=105612), Stretch(unit='decade', number=198), None, None)
    """
    match = _WHOLE.fullmatch(value)
    if match is None:
        return None
    digits = match["year"]
    year = 1 - int(digits) if match["bc"] else int(digits)
    if len(digits) < _FULL_YEAR:
        finer = match.end("year") != len(value) or match["bc"]
        return None if finer else Stretch(_COARSE[len(digits)], year)
    if match["week"]:
        monday = (day_number(year, 1, 4) - 1) // 7 + int(match["week"]) - 1
        return Stretch("weekend" if match["we"] else "week", monday)
    if match["season"]:
        return of_year("season", year, SEASONS.index(match["season"]) + 1)
    for unit in ("quarter", "half"):
        if match[unit]:
            return of_year(unit, year, int(match[unit]))
    if not match["month"]:
        return Stretch("year", year)
    month = int(match["month"])
    if not 1 <= month <= PER_YEAR["month"]:
        return None
    if not match["day"]:
        return of_year("month", year, month)
    day = int(match["day"])
    return (
        Stretch("day", day_number(year, month, day))
        if 1 <= day <= month_length(year, month)
        else None
    )


def when_of(reading: Reading) -> When | None:
    """Bound what *reading* means; None where it denotes no stretch of time."""
    if reading.adrift:
        return None
    if reading.when is not None:
        return reading.when
    if reading.bounds is not None:
        first, last = reading.bounds
        if reading.lasting:
            return When.interval(When.day(first), When.day(last))
        return When.between(first, last)
    stretch = reading.stretch
    if stretch is None:
        return None
    if stretch.unit == "day":
        if reading.time and _ZULU.fullmatch(reading.value):
            return _instant(reading.value)
        return When.day(stretch.number)
    whole = When.between(stretch.first, stretch.last)
    part = _PARTS.get(reading.mod or "")
    return part(whole) if part else whole


def _instant(value: str) -> When:
    full = value if value.count(":") > 1 else f"{value[:-1]}:00Z"
    if "T24:" in full:
        return When.parse(full[:10])
    return When.parse(full)
