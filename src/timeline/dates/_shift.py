"""Moves the text of a date by days, keeping as much of how it is written as can be kept."""

from __future__ import annotations

from timeline.dates._calendar import parse_day
from timeline.dates._edtf_read import read
from timeline.dates._edtf_write import (
    spell_day,
    spell_interval,
    spell_moment,
    split_day,
    split_interval,
    split_set,
)

_DOUBT = "?"


def shifted_text(text: str, days: int) -> str:
    """Return the text of the date that is so many days later.

    Raises:
        InvalidDate: the result is too far away to be written.
    """
    if "/" in text:
        start, end = split_interval(text)
        return spell_interval(_moved_end(start, days), _moved_end(end, days))
    return _moved(text, days)


def _moved_end(text: str, days: int) -> str:
    return text if text in {"", ".."} else _moved(text, days)


def _moved(text: str, days: int) -> str:
    if text == "[..]":
        return text
    if text[0] in "[{":
        members = (_moved_member(*member, days) for member in split_set(text))
        return f"{text[0]}{','.join(members)}{text[-1]}"
    if "T" in text:
        day, _, time = text.partition("T")
        return f"{spell_day(parse_day(day) + days)}T{time}"
    return _moved_date(text, days)


def _moved_date(text: str, days: int) -> str:
    plain = split_day(text)
    if plain is not None:
        return f"{spell_day(parse_day(plain[0].removeprefix('Y')) + days)}{plain[1]}"
    reading = read(text)
    # Only sets are without bounds, and those are moved by their members.
    assert reading.start_earliest is not None
    assert reading.end_latest is not None
    moved = spell_moment(reading.start_earliest + days, reading.end_latest + days)
    if _DOUBT not in text and "%" not in text:
        return moved
    return moved.replace("..", "?..").replace("]", "?]") if moved[0] == "[" else moved + _DOUBT


def _moved_member(first: str, dots: str, last: str, days: int) -> str:
    first, last = (_moved_date(date, days) if date else "" for date in (first, last))
    # A member that became a range of its own gives its outer day to a range around it.
    if dots:
        first = first.strip("[]").partition("..")[0]
        last = last.strip("[]").rpartition("..")[2]
        return f"{first}{dots}{last}"
    return first.strip("[]")
