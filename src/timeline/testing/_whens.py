"""Uncertain dates to test with: built from days and words that fit, never filtered for it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from timeline.dates import Precision, When
from timeline.errors import InvalidValue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from hypothesis.strategies import DrawFn, SearchStrategy

PRECISIONS = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.INSTANT)
"""The precisions that `whens` draws unless told otherwise, the commonest first."""

_SEASON_OF = {3: 21, 4: 21, 5: 21, 6: 22, 7: 22, 8: 22, 9: 23, 10: 23, 11: 23}
_OFFSETS = ("Z", "+09:00", "-05:30")


def day_numbers(
    first: When | dt.date | str = "2024-01-01", last: When | dt.date | str = "2026-12-31"
) -> SearchStrategy[int]:
    """Numbers of days; see `When.day`. They shrink towards *first*.

    Args:
        first: the first day.
        last: the last day.

    >>> from hypothesis import find
    >>> When.day(find(day_numbers("2025-01-20"), lambda number: True))
    When('2025-01-20')
    """
    earliest, latest = When.of(first).earliest, When.of(last).latest
    if earliest is None or latest is None or earliest > latest:
        raise InvalidValue("days", expected="a first and a last day", got=f"{first} to {last}")
    return st.integers(earliest, latest)


def whens(  # noqa: PLR0913  # each is a knob of its own, and keyword-only
    *,
    first: When | dt.date | str = "2024-01-01",
    last: When | dt.date | str = "2026-12-31",
    precisions: Collection[Precision] = PRECISIONS,
    soft: bool | None = None,
    lasting: bool | None = None,
    ended: bool = False,
) -> SearchStrategy[When]:
    """Dates of every kind: moments and intervals, exact, qualified, bounded and open.

    They shrink towards the single day *first*.

    Args:
        first: the first day that is chosen; a month or a year that holds it may begin earlier.
        last: the last day that is chosen.
        precisions: what plain dates name: days, months, seasons, years, instants.
        soft: True for dates with ``~``, ``?``, ``%``, bounds or an open end alone, False for
            plain ones alone, None for both.
        lasting: True for intervals alone, False for moments alone, None for both.
        ended: whether every date has a last day, as publications and statements have.

    >>> from hypothesis import find
    >>> find(whens(), lambda when: True), find(whens(soft=True, lasting=True), lambda when: True)
    (When('2024-01-01'), When('2024-01-01~/2024-01-01~'))
    """
    return _whens(first, last, tuple(precisions), soft, lasting, ended)


@functools.cache  # building a strategy costs more than drawing from it
def _whens(  # noqa: PLR0913, PLR0917 - as above
    first: When | dt.date | str,
    last: When | dt.date | str,
    precisions: tuple[Precision, ...],
    soft: bool | None,  # noqa: FBT001 - as above
    lasting: bool | None,  # noqa: FBT001 - as above
    ended: bool,  # noqa: FBT001 - as above
) -> SearchStrategy[When]:
    days = day_numbers(first, last)
    plain = st.one_of([_plain(precision, days) for precision in precisions])
    kinds: list[SearchStrategy[When]] = []
    if lasting is not True:
        if soft is not True:
            kinds.append(plain.map(When.parse))
        if soft is not False:
            dated = [one for one in precisions if one is not Precision.INSTANT] or [Precision.DAY]
            qualified = st.builds(
                str.__add__,
                st.one_of([_plain(precision, days) for precision in dated]),
                st.sampled_from("~?%"),
            )
            kinds.append(_soft_moments(days, qualified, ended=ended))
    if lasting is not False:
        kinds.append(_intervals(days, soft=soft, ended=ended))
    return st.one_of(kinds)


def soft_around(day: int, slack: int) -> When:
    """Return a date that holds *day* and is softer the larger *slack* is; 0 is the day itself."""
    match slack:
        case 0:
            return When.day(day)
        case 1:
            return When.parse(f"{When.day(day)}~")
        case 2:
            return When.between(day - 2, day + 3)
        case 3:
            return When.parse(str(When.day(day))[:7])
        case _:
            return When.between(None, day)


def _plain(precision: Precision, days: SearchStrategy[int]) -> SearchStrategy[str]:
    match precision:
        case Precision.DAY:
            return days.map(lambda day: str(When.day(day)))
        case Precision.MONTH:
            return days.map(lambda day: str(When.day(day))[:7])
        case Precision.SEASON:
            return days.map(_season)
        case Precision.YEAR:
            return days.map(lambda day: str(When.day(day))[:4])
        case Precision.INSTANT:
            seconds = st.integers(0, 86_399)
            return st.builds(_instant, days, seconds, st.sampled_from(_OFFSETS))
        case _:
            choices = ", ".join(one.value for one in PRECISIONS)
            raise InvalidValue("precisions", expected=f"one of {choices}", got=precision)


def _season(day: int) -> str:
    year, month, _ = str(When.day(day)).split("-")
    return f"{year}-{_SEASON_OF.get(int(month), 24)}"


def _instant(day: int, seconds: int, offset: str) -> str:
    minutes, second = divmod(seconds, 60)
    return f"{When.day(day)}T{minutes // 60:02}:{minutes % 60:02}:{second:02}{offset}"


@st.composite
def _soft_moments(
    draw: DrawFn, days: SearchStrategy[int], qualified: SearchStrategy[str], *, ended: bool
) -> When:
    forms = ("qualified", "between", "by") if ended else ("qualified", "between", "by", "from")
    form = draw(st.sampled_from(forms))
    if form == "qualified":
        return When.parse(draw(qualified))
    one = draw(days)
    if form == "by":
        return When.between(None, one)
    if form == "from":
        return When.between(one, None)
    other = draw(days)
    # Two equal days are no soft date; the later one moves on.
    return When.between(min(one, other), max(one, other) + (one == other))


@st.composite
def _intervals(draw: DrawFn, days: SearchStrategy[int], *, soft: bool | None, ended: bool) -> When:
    first, last = sorted((draw(days), draw(days)))
    start, end = str(When.day(first)), str(When.day(last))
    if soft is False:
        return When.parse(f"{start}/{end}")
    starts = (f"{start}~", f"[..{start}]", "..") if soft else (start, f"{start}~", "..")
    ends = (f"{end}~",) if soft else (end, f"{end}~")
    if not ended:
        ends = (*ends, "..")
    begun, over = draw(st.sampled_from(starts)), draw(st.sampled_from(ends))
    # Open at both ends would say nothing.
    return When.parse(f"{start}~/{over}" if begun == over == ".." else f"{begun}/{over}")
