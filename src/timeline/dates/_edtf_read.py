"""Reads EDTF (ISO 8601-2:2019, Annex A, levels 0 to 2) into bounds, in one pass over the text.

The canonical text of a date is the text itself, without spaces after the commas of a set.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from timeline.dates._calendar import check_day
from timeline.dates._components import LIMIT, Span, fail, read_date
from timeline.dates._qualifiers import Precision

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TIME = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])"
    r"(?:(Z)|([+-])([01][0-9]|2[0-3])(?::([0-5][0-9]))?)?"
)
_DAY_SECONDS = 86_400
_CLOSING = {"[": "]", "{": "}"}
_DECEMBER = 12


class Reading(NamedTuple):
    """A date as read: its canonical text, its four bounds in days, its precision."""

    edtf: str
    start_earliest: int | None
    start_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    precision: Precision


def checked_text(value: object) -> str:
    """Return *value*, or raise ``InvalidDate`` where it is no text."""
    if not isinstance(value, str):
        fail("EDTF text", value)
    return value


def read(text: str) -> Reading:
    """Read *text*, a date of any kind.

    Raises:
        InvalidDate: the text is no date in EDTF, or the calendar lacks the date.
    """
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        reading = _read_plain(text, plain)
        if reading is not None:
            return reading
    if len(text) > LIMIT:
        fail(f"a date of at most {LIMIT} characters", text)
    if "/" in text:
        return _read_interval(text)
    if text[:1] in _CLOSING:
        canonical, span = _read_set(text)
    elif "T" in text:
        canonical, span = text, _read_time(text)
    else:
        canonical, span = text, read_date(text)
    earliest, latest, precision = span
    return Reading(canonical, earliest, latest, earliest, latest, precision)


def _read_plain(text: str, found: re.Match[str]) -> Reading | None:
    """Read the everyday forms quickly; None leaves the rest, and the errors, to the full reader."""
    year, month, day = int(found[1]), found[2], found[3]
    if year == 0:
        return None
    if day is not None:
        try:
            number = date(year, int(month), int(day)).toordinal()
        except ValueError:
            return None  # the full reader says what the calendar lacks
        return Reading(text, number, number, number, number, Precision.DAY)
    if month is None:
        first = date(year, 1, 1).toordinal()
        last = date(year, 12, 31).toordinal()
        return Reading(text, first, last, first, last, Precision.YEAR)
    if not 1 <= int(month) <= _DECEMBER:
        return None  # a season, or no month at all
    first = date(year, int(month), 1).toordinal()
    last = first + _month_days(year, int(month)) - 1
    return Reading(text, first, last, first, last, Precision.MONTH)


def _month_days(year: int, month: int) -> int:
    if month == _DECEMBER:
        return 31
    return date(year, month + 1, 1).toordinal() - date(year, month, 1).toordinal()


def _time_parts(text: str) -> tuple[int, int, int | None]:
    """Return the day as written, the seconds since its midnight, and the offset in seconds."""
    found = _TIME.fullmatch(text)
    if found is None:
        fail("a time such as 2025-01-20T14:30:00Z or 2025-01-20T14:30:00+02:00", text)
    year, month, day, hours, minutes, seconds, zulu, sign, ahead, ahead_minutes = found.groups()
    if year == "-0000":
        fail("a year; year 0 is written 0000", text)
    number = check_day(int(year), int(month), int(day), text)
    since_midnight = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    if zulu is not None:
        return number, since_midnight, 0
    if sign is None:
        return number, since_midnight, None
    offset = int(ahead) * 3600 + int(ahead_minutes or 0) * 60
    return number, since_midnight, -offset if sign == "-" else offset


def read_instant(text: str) -> int | None:
    """Return the seconds since day 0 in UTC, or None where there is no time with an offset."""
    if "T" not in text:
        return None
    number, since_midnight, offset = _time_parts(text)
    return None if offset is None else number * _DAY_SECONDS + since_midnight - offset


def _read_time(text: str) -> Span:
    """Read a day with a time: with an offset it is put on its day in UTC."""
    number, since_midnight, offset = _time_parts(text)
    if offset is None:
        return Span(number, number, Precision.DAY)
    number += (since_midnight - offset) // _DAY_SECONDS
    return Span(number, number, Precision.INSTANT)


def _read_interval(text: str) -> Reading:
    start_text, _, end_text = text.partition("/")
    if "/" in end_text:
        fail("an interval with one slash, such as 2024-11/2025-01", text)
    if not (start_text or end_text):
        fail("an interval with at least one end, such as 2024-11/ or ../2024-11", text)
    start_text, start = _read_endpoint(start_text)
    end_text, end = _read_endpoint(end_text)
    start_earliest, start_latest, _ = start
    end_earliest, end_latest, _ = end
    if start_earliest is not None and end_latest is not None and end_latest < start_earliest:
        fail("an interval that does not end before it starts", text)
    # No pair of days with the start after the end was meant: tighten the bounds to say so.
    if end_latest is not None and (start_latest is None or start_latest > end_latest):
        start_latest = end_latest
    if start_earliest is not None and (end_earliest is None or end_earliest < start_earliest):
        end_earliest = start_earliest
    canonical = f"{start_text}/{end_text}"
    return Reading(
        canonical, start_earliest, start_latest, end_earliest, end_latest, Precision.INTERVAL
    )


def _read_endpoint(text: str) -> tuple[str, Span]:
    if text in {"", ".."}:
        return text, Span(None, None, Precision.RANGE)
    if text[0] == "[":
        return _read_set(text)
    if text[0] == "{":
        fail("an interval whose ends are single days or one-of sets [..], not all-of sets", text)
    if "T" in text:
        fail("an interval of dates, without times of day", text)
    if text[0] == "Y":
        fail(f"an interval without a bare Y year; write [{text}]", text)
    return text, read_date(text)


def _read_set(text: str) -> tuple[str, Span]:
    """Read a one-of set ``[..]`` or an all-of set ``{..}``; its bounds are those of the whole."""
    if text[-1] != _CLOSING[text[0]] or len(text) == 2:  # noqa: PLR2004 - the two brackets
        fail("a set that is closed and not empty, such as [2024,2025] or {2024..2026}", text)
    if text == "[..]":
        return text, Span(None, None, Precision.RANGE)
    first, *others = text[1:-1].split(",")
    members = [first, *(other.removeprefix(" ") for other in others)]
    spans = [
        _read_member(member, opens=index == 0, closes=index == len(members) - 1)
        for index, member in enumerate(members)
    ]
    starts = [span.earliest for span in spans if span.earliest is not None]
    ends = [span.latest for span in spans if span.latest is not None]
    earliest = min(starts) if len(starts) == len(spans) else None
    latest = max(ends) if len(ends) == len(spans) else None
    canonical = f"{text[0]}{','.join(members)}{text[-1]}"
    return canonical, Span(earliest, latest, Precision.RANGE)


def _read_member(member: str, *, opens: bool, closes: bool) -> Span:
    left, dots, right = member.partition("..")
    if "T" in member:
        fail("a set of dates, without times of day", member)
    if not dots:
        return read_date(member)
    if (not left and not opens) or (not right and not closes) or not (left or right):
        fail("a set that is open at most before its first and after its last member", member)
    earliest = read_date(left).earliest if left else None
    latest = read_date(right).latest if right else None
    if earliest is not None and latest is not None and latest < earliest:
        fail("a range that does not end before it starts", member)
    return Span(earliest, latest, Precision.RANGE)
