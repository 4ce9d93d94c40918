"""When an undated text must have been printed: what the text itself implies, and by which words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import attrs

from timeline.dates import When
from timeline.errors import InvalidValue
from timeline.extraction.page._publication_marks import SHORT_MONTH, Mark, Marks, marks_in, paths_in

if TYPE_CHECKING:
    from collections.abc import Callable


@attrs.frozen
class Proposal:
    """When a text was probably printed.

    Args:
        published: the days on which it can have been; None where the text tells no year.
        evidence: what each word of the text implies, a line each, such as
            ``line 7: 'mid-January' is past: no earlier than January 16``.
    """

    published: When | None
    evidence: tuple[str, ...]


_LAG: Final = timedelta(days=60)
"""News is printed within two months of the newest day that it tells as past."""

_MONTH_LAG: Final = timedelta(days=330)
"""News names a month without its year until it comes again."""

_PICTURE_LAG: Final = timedelta(days=2)
_WEEK: Final = timedelta(days=6)
_OCTOBER: Final = 10
_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2999
_CIRCLE: Final = timedelta(days=365)


def proposed_publication(
    text: str, *, location: str = "", year: int | None = None, today: date | None = None
) -> Proposal | None:
    """Propose the day of publication of a text that does not say it; None where nothing implies it.

    What is looked at, best first: a date that stands by itself ("Published: 4 May 2023"), a date in
    the text's own address, a dateline, dates in the paths of pictures, "this month" beside a named
    month, a weekday beside a date, the newest day that is told as past.

    Args:
        text: the article's text.
        location: its address or the path of its file.
        year: the year of publication, if it is known otherwise.
        today: the day after which it cannot have been printed; by default today in UTC.

    Raises:
        InvalidValue: *year* is one in which there was no news.

    >>> found = proposed_publication(
    ...     "The ministry counts 300 dead as of mid-January. Earlier this month it spoke of 90.",
    ...     year=2025)
    >>> found.published
    When('[2025-01-16..2025-01-31]')
    >>> for line in found.evidence:
    ...     print(line)
    line 1: 'mid-January' is past: no earlier than January 16
    line 1: 'Earlier this month' beside it: that month, January
    the year 2025 was given
    """
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        expected = f"a year from {_FIRST_YEAR} to {_LAST_YEAR}"
        raise InvalidValue("year", expected=expected, got=year)
    limit = today or datetime.now(UTC).date()
    marks = marks_in(text, year)
    for rule in _EXACT:
        found = rule(marks, location, year)
        if found is not None and found.published is not None:
            first = found.published.earliest
            if first is not None and first <= limit.toordinal():
                return found
    return _reckoned(marks, year, limit)


def _stamped(marks: Marks, location: str, year: int | None) -> Proposal | None:
    """Take the first date that stands by itself."""
    del location
    for mark in marks.stamps:
        if year in {None, mark.first.year}:
            return Proposal(_when(mark.first, mark.last), (f"{mark} stands by itself",))
    return None


def _addressed(marks: Marks, location: str, year: int | None) -> Proposal | None:
    """Take the date in the article's own address."""
    del marks
    for mark in paths_in(location):
        if year in {None, mark.first.year}:
            why = f"{location} names {_when(mark.first, mark.last)}"
            return Proposal(_when(mark.first, mark.last), (why,))
    return None


def _pictured(marks: Marks, location: str, year: int | None) -> Proposal | None:
    """Take the newest date in the paths of pictures, and the two days behind it."""
    del location
    if not marks.pictures:
        return None
    newest = max(marks.pictures, key=lambda mark: mark.first)
    told = [mark for mark in marks.dated if mark.first > newest.first + _PICTURE_LAG]
    if told or year not in {None, newest.first.year}:
        return None  # an old picture
    why = f"{newest} is the newest dated path: printed then, or within two days"
    return Proposal(_when(newest.first, newest.first + _PICTURE_LAG), (why,))


_EXACT: Final[tuple[Callable[[Marks, str, int | None], Proposal | None], ...]] = (
    _stamped,
    _addressed,
    _pictured,
)


@attrs.frozen
class _Window:
    """Days on which a text can have been printed, and why."""

    first: date
    last: date
    reasons: tuple[str, ...]


def _reckoned(marks: Marks, given: int | None, limit: date) -> Proposal | None:
    """Bound publication by what the text tells as past."""
    newest = _newest(marks)
    dated = max(marks.dated, key=lambda mark: mark.begun, default=None)
    told = () if dated is None else (_no_earlier(dated, year=True),)
    if given is not None:
        return _in_given_year(marks, newest, dated, given, limit)
    pictures = [mark for mark in marks.dated if mark.pictured and mark.days == 1]
    if newest is None or not pictures:
        reasons = (*(() if newest is None else _window(marks, newest).reasons), *told)
        unknown = "no year is told that must be that of publication"
        return Proposal(None, (*reasons, unknown)) if reasons else None
    picture = max(pictures, key=lambda mark: mark.first)
    placed = newest.in_year(picture.first.year)
    if placed is None or placed.last < picture.first:
        placed = newest.in_year(picture.first.year + 1)
    if placed is None:
        return Proposal(None, (*told, f"{newest} is in no such year"))
    why = f"{picture} dates a picture, so that this is of {placed.first.year}"
    return _up_to(limit, _since(dated, _window(marks, placed)), why)


def _in_given_year(
    marks: Marks, newest: Mark | None, dated: Mark | None, year: int, limit: date
) -> Proposal:
    """Bound publication within a year; what is told may be left over from the year before."""
    whole = _since(dated, _Window(date(year, 1, 1), date(year, 12, 31), ()))
    found: list[_Window] = []
    for before in (0, 1) if newest is not None and newest.first.month >= _OCTOBER else (0,):
        placed = None if newest is None else newest.in_year(year - before)
        if placed is not None:
            window = _window(marks, placed)
            first, last = max(whole.first, window.first), min(whole.last, window.last)
            if first <= min(last, limit):
                found.append(_Window(first, last, window.reasons))
    why = f"the year {year} was given"
    if not found:
        return _up_to(limit, whole, why)
    first, last = min(one.first for one in found), max(one.last for one in found)
    reasons = (*found[0].reasons, *(whole.reasons if first == whole.first else ()))
    return _up_to(limit, _Window(first, last, reasons), why)


def _since(dated: Mark | None, window: _Window) -> _Window:
    """Begin *window* no earlier than what the text tells as past, if it lies within."""
    if dated is None or not window.first < dated.begun <= window.last:
        return window
    reasons = (*window.reasons, _no_earlier(dated, year=True))
    return _Window(dated.begun, window.last, reasons)


def _newest(marks: Marks) -> Mark | None:
    """Return the newest of the bare days and months: the one before the longest gap of the year.

    Days of the newest year that is told stand among them, so that they are not passed over.
    """
    if not marks.bare and not marks.datelines:
        return None
    latest = max((mark.first.year for mark in marks.dated), default=0)
    days = (mark for mark in marks.dated if mark.days == 1 and mark.first.year == latest)
    with_year = (mark.in_year(marks.year) for mark in days)
    pool = marks.datelines or (*marks.bare, *(mark for mark in with_year if mark is not None))
    bare = sorted(pool, key=lambda mark: (mark.begun, mark.line))
    again = attrs.evolve(bare[0], first=bare[0].first + _CIRCLE)
    gaps = [(later.first - one.first, one) for one, later in pairwise((*bare, again))]
    return max(gaps, key=lambda gap: gap[0])[1]


def _window(marks: Marks, newest: Mark) -> _Window:
    """Return the days of publication that follow from the newest day that is told."""
    if marks.datelines:
        why = f"{newest} stands before the first sentence: then, or the day after"
        return _Window(newest.first, newest.last + timedelta(days=1), (why,))
    past = _no_earlier(newest)
    if marks.this_month and (newest.days < SHORT_MONTH or newest.part):
        why = f"{marks.this_month[0]} beside it: that month, {newest.first:%B}"
        return _Window(newest.begun, _end_of_month(newest.first), (past, why))
    for mark in marks.weekdays:
        if newest.days == 1 and f"{newest.first:%A}".lower() == mark.words.lower():
            why = f"{mark} is that day: within a week of it"
            return _Window(newest.begun, newest.last + _WEEK, (past, why))
    if newest.days >= SHORT_MONTH:
        why = "a month is told without its year until it comes again"
        return _Window(newest.begun, newest.last + _MONTH_LAG, (past, why))
    why = "news is printed within two months of the newest day that it tells"
    return _Window(newest.begun, newest.last + _LAG, (past, why))


def _up_to(limit: date, window: _Window, why: str) -> Proposal:
    if window.first > limit:
        return Proposal(None, (*window.reasons, why, f"that would be after {limit}"))
    last = min(window.last, limit)
    return Proposal(_when(window.first, last), (*window.reasons, why))


def _no_earlier(mark: Mark, *, year: bool = False) -> str:
    day = f"{mark.begun:%B} {mark.begun.day}" + (f", {mark.begun.year}" if year else "")
    return f"{mark} is past: no earlier than {day}"


def _when(first: date, last: date) -> When:
    return When.between(first.toordinal(), last.toordinal())


def _end_of_month(day: date) -> date:
    following = day.replace(day=SHORT_MONTH) + timedelta(days=4)
    return following - timedelta(days=following.day)
