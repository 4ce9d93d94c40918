"""Spells bounds as EDTF: the shortest text for a day, a month or a year, a one-of set otherwise."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.dates._calendar import day_parts, month_length
from timeline.dates._qualifiers import STRIP_QUALIFIERS
from timeline.errors import InvalidDate

_DAY = re.compile(r"(Y?-?[0-9]{4,}-[0-9]{2}-[0-9]{2})([?~%]?)")
_FOUR_DIGITS = 9999
_LAST_OF_YEAR = (12, 31)
_UNKNOWN = frozenset({"", "[..]"})


@lru_cache(maxsize=1_024)  # the same few days come again and again
def spell_day(number: int) -> str:
    """Write one day; a year of more than four digits stands behind Y, which is our extension."""
    year, month, day = day_parts(number)
    return f"{_spell_year(year)}-{month:02}-{day:02}"


def _spell_year(year: int) -> str:
    sign = "-" if year < 0 else ""
    far = "" if abs(year) <= _FOUR_DIGITS else "Y"
    return f"{far}{sign}{abs(year):04}"


@lru_cache(maxsize=1_024)
def spell_moment(earliest: int | None, latest: int | None) -> str:
    """Write one moment somewhere within bounds, both of which may be open.

    Raises:
        InvalidDate: the bounds are the wrong way round.
    """
    if earliest is None or latest is None:
        left = "" if earliest is None else spell_day(earliest)
        right = "" if latest is None else spell_day(latest)
        return f"[{left}..{right}]"
    if earliest > latest:
        got = f"{spell_day(earliest)}, {spell_day(latest)}"
        raise InvalidDate("date", expected="bounds of which the first is not later", got=got)
    if earliest == latest:
        return spell_day(earliest)
    first, last = day_parts(earliest), day_parts(latest)
    if first[2] == 1 and first[0] == last[0]:
        year, month, _ = first
        if month == 1 and last[1:] == _LAST_OF_YEAR:
            return _spell_year(year)
        whole = month == last[1] and last[2] == month_length(year, month)
        if whole and abs(year) <= _FOUR_DIGITS:
            return f"{_spell_year(year)}-{month:02}"
    return f"[{spell_day(earliest)}..{spell_day(latest)}]"


def spell_interval(start: str, end: str) -> str:
    """Join two endpoints, each the text of a moment, or ``..`` (open), or empty (unknown).

    EDTF has no interval of which both ends are unknown; ours is ``[..]/[..]``.
    """
    if start in _UNKNOWN and end in _UNKNOWN:
        return "[..]/[..]"
    return f"{_as_endpoint(start)}/{_as_endpoint(end)}"


def _as_endpoint(text: str) -> str:
    """Write a moment so that it can stand in an interval."""
    if text in _UNKNOWN:
        return ""
    return f"[{text}]" if text.startswith("Y") else text


def unqualified_text(text: str) -> str:
    """Write *text* without its qualifiers."""
    return text.translate(STRIP_QUALIFIERS)


def split_interval(text: str) -> tuple[str, str]:
    """Return the texts of both endpoints."""
    start, _, end = text.partition("/")
    return start, end


def split_set(text: str) -> list[tuple[str, str, str]]:
    """Return the members of a set as (first, dots, last); the last two are empty for one date."""
    return [member.partition("..") for member in text[1:-1].split(",")]


def split_day(text: str) -> tuple[str, str] | None:
    """Return the day and its qualifier where the text is a day qualified as a whole, or None."""
    found = _DAY.fullmatch(text)
    return None if found is None else (found[1], found[2])
