"""Uncertain dates in plain English, for readers who have never seen EDTF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.rendering._date_words import (
    MONTHS,
    date_words,
    day_text,
    is_season,
    parts_of,
    parts_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUALIFIERS = str.maketrans("", "", "~?%")
_TAKES_IN = (*MONTHS, "spring", "summer", "autumn", "winter", "the ")

UNDATED = "no date given"
"""What stands where a date would, if nobody gives one."""


def in_words(when: When | None) -> str:
    """Say a date in plain English, claiming no more than it does.

    >>> in_words(When("[2025-01-11..2025-01-20]"))
    'between 11 and 20 January 2025'
    >>> in_words(When("2025-01-16~/.."))
    'since about 16 January 2025'
    >>> in_words(When("[..2025-01-20]")), in_words(When("2024-11")), in_words(None)
    ('by 20 January 2025', 'November 2024', 'no date given')
    """
    if when is None:
        return UNDATED
    if when.is_interval:
        return _interval_words(when)
    if when.edtf[0] not in "[{":
        return date_words(when.edtf)
    members = _members(when.edtf)
    if when.is_set_of_all:
        return _listed([_whole_stretch(*member) for member in members], "and")
    if len(members) > 1:
        return _listed([_point(*member) for member in members], "or")
    return _moment(*members[0])


def at_words(when: When) -> str:
    """Say a date as the time *at* which something was done, with the preposition that it takes.

    >>> at_words(When("2025-01-09")), at_words(When("2024-11")), at_words(When("[..2025-01-20]"))
    ('on 9 January 2025', 'in November 2024', 'by 20 January 2025')
    """
    words = in_words(when)
    if words[0].isdigit() and not _is_day_like(when):
        return f"in {words}"
    if words[0].isdigit():
        return f"on {words}"
    return f"in {words}" if words.startswith(_TAKES_IN) else words


def bounds_in_words(when: When | None) -> str | None:
    """Say the bounds of a date whose words leave them open ("about", a season); else None.

    >>> bounds_in_words(When("2025-01-01~"))
    '29 December 2024 to 4 January 2025'
    >>> bounds_in_words(When("2025-01-16~/.."))
    'beginning between 13 and 19 January 2025'
    >>> bounds_in_words(When("2025-01-09")) is None
    True
    """
    if when is None:
        return None
    if not when.is_interval:
        return _bounds(when, "to") if _is_soft(when) else None
    start, end = when.start, when.end
    begins = f"beginning between {_bounds(start, 'and')}" if _is_soft(start) else ""
    ends = f"ending between {_bounds(end, 'and')}" if _is_soft(end) else ""
    return ", ".join(part for part in (begins, ends) if part) or None


def span_words(earliest: int, latest: int, joint: str) -> str:
    """Name two days, saying month and year once where they share them.

    >>> span_words(When("2025-01-11").earliest, When("2025-01-20").earliest, "to")
    '11 to 20 January 2025'
    """
    return _pair(day_text(earliest), day_text(latest), joint)


def _is_soft(when: When) -> bool:
    bounded = when.earliest is not None and when.latest is not None
    return bounded and (when.is_approximate or is_season(when.edtf))


def _bounds(when: When, joint: str) -> str:
    assert when.earliest is not None  # only bounded dates are soft
    assert when.latest is not None
    return span_words(when.earliest, when.latest, joint)


# ---- Intervals -------------------------------------------------------------------------------


def _interval_words(when: When) -> str:
    start, _, end = when.edtf.partition("/")
    # An end of which only a lower bound is known says nothing unless that lies behind the start.
    if end.startswith("[") and when.end.latest is None and _says_nothing(when):
        end = ".."
    begun, over = _endpoint(start), _endpoint(end)
    match begun, over:
        case None, None:
            return "at all times" if start == end == ".." else "with no known beginning or end"
        case _, None:
            return f"since {begun}" if end == ".." else f"from {begun} on, until when is not known"
        case None, _ if end.startswith("[") and end.endswith("..]"):
            return f"at least up to {date_words(end[1:-3])}"
        case None, _:
            return f"up to {over}" if start == ".." else f"up to {over}, since when is not known"
        case _:
            if parts_of(start) and parts_of(end):
                return f"from {_pair(start, end, 'to')}"
            return f"from {begun} to {over}"


def _says_nothing(when: When) -> bool:
    end, start = when.end.earliest, when.start.earliest
    return end is None or (start is not None and end <= start)


def _endpoint(text: str) -> str | None:
    """Name the end of an interval as a point; None where it is open or unknown."""
    if text in {"", ".."}:
        return None
    if text[0] not in "[{":
        return date_words(text)
    return _listed([_point(*member) for member in _members(text)], "or")


# ---- Sets ------------------------------------------------------------------------------------


def _members(text: str) -> list[tuple[str, str]]:
    """Split a set into ranges; a single date is a range from itself to itself."""
    pairs = (member.partition("..") for member in text[1:-1].split(","))
    return [(first, last if dots else first) for first, dots, last in pairs]


def _moment(first: str, last: str) -> str:
    """Word one range of a set as a time at which something happened."""
    if not first and not last:
        return "at an unknown time"
    if first == last:
        return date_words(first)
    if not first:
        return f"by {_end_of(last)}"
    if not last:
        return f"{'on' if _is_day(first) else 'in'} or after {date_words(first)}"
    if _adjacent(first, last):
        return _pair(first, last, "or")
    return f"between {_pair(first, last, 'and')}"


def _point(first: str, last: str) -> str:
    """Word one range of a set as a name that can follow "since" and "to"."""
    if not first and not last:
        return "an unknown time"
    if first == last:
        return date_words(first)
    if not first:
        return f"{_end_of(last)} or before"
    if not last:
        return f"{date_words(first)} or later"
    if _adjacent(first, last):
        return _pair(first, last, "or")
    return f"some time between {_pair(first, last, 'and')}"


def _whole_stretch(first: str, last: str) -> str:
    """Word one range of a set that stands for all its members."""
    if first == last:
        return date_words(first) if first else "all of time"
    if not first:
        return f"everything up to {_end_of(last)}"
    if not last:
        return f"everything from {date_words(first)} on"
    return f"all of {_pair(first, last, 'to')}"


def _listed(names: Sequence[str], joint: str) -> str:
    *most, last = names
    return f"{', '.join(most)} {joint} {last}" if most else last


def _is_day_like(when: When) -> bool:
    first = when.edtf.strip("[]{}").partition("..")[0].partition("T")[0]
    return _is_day(first.partition(",")[0].translate(_QUALIFIERS))


def _is_day(text: str) -> bool:
    parts = parts_of(text)
    return parts is not None and parts[2] is not None


def _end_of(text: str) -> str:
    """Name the last moment of a date: of a month or a year, its end."""
    return date_words(text) if _is_day(text) else f"the end of {date_words(text)}"


def _adjacent(first: str, last: str) -> bool:
    if not (_is_day(first) and _is_day(last)):
        return False
    one, other = When(first).earliest, When(last).earliest
    return one is not None and other is not None and other - one == 1


def _pair(first: str, last: str, joint: str) -> str:
    """Name two dates, saying month and year once where both share them."""
    one, other = parts_of(first), parts_of(last)
    if one is None or other is None or one[0] != other[0] or one[1] is None or other[1] is None:
        return f"{date_words(first)} {joint} {date_words(last)}"
    _, month, day = one
    if day is not None and other[2] is not None and month == other[1]:
        return f"{day} {joint} {date_words(last)}"
    return f"{parts_words(None, month, day)} {joint} {date_words(last)}"
