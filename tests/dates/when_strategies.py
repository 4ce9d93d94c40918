"""Uncertain dates to test with: valid by construction, some so small that every case is listed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from timeline.dates import When

if TYPE_CHECKING:
    from collections.abc import Iterator

ORIGIN = date(2025, 1, 9).toordinal()
WINDOW = 6
# Beyond the window by more than any relation asks for; stands for "arbitrarily far".
MARGIN = 4
FIRST, LAST = ORIGIN - MARGIN, ORIGIN + WINDOW + MARGIN

days = st.integers(ORIGIN, ORIGIN + WINDOW)
open_or = st.sampled_from([False, False, False, True])


@st.composite
def moments(draw: st.DrawFn) -> When:
    """One day within small bounds, either of which may be open."""
    first, last = sorted((draw(days), draw(days)))
    return When.between(None if draw(open_or) else first, None if draw(open_or) else last)


@st.composite
def intervals(draw: st.DrawFn) -> When:
    """An interval whose ends are small moments, or open."""
    start_earliest, end_latest = sorted((draw(days), draw(days)))
    start_latest = draw(st.integers(start_earliest, ORIGIN + WINDOW))
    end_earliest = draw(st.integers(ORIGIN, end_latest))
    start = When.between(None if draw(open_or) else start_earliest, start_latest)
    end = When.between(end_earliest, None if draw(open_or) else end_latest)
    return When.interval(None if draw(open_or) else start, None if draw(open_or) else end)


small = moments() | intervals()


def cases(when: When) -> Iterator[tuple[int, int]]:
    """List every (first day, last day) that *when* can be; open ends reach to the margin."""
    starts = _days(when.start_earliest, when.start_latest)
    if not when.is_interval:
        yield from ((day, day) for day in starts)
        return
    ends = _days(when.end_earliest, when.end_latest)
    yield from ((start, end) for start in starts for end in ends if start <= end)


def _days(earliest: int | None, latest: int | None) -> range:
    return range(FIRST if earliest is None else earliest, (LAST if latest is None else latest) + 1)


@st.composite
def _with_gaps(draw: st.DrawFn, brackets: str) -> tuple[str, frozenset[int]]:
    """A set of days and ranges, and the days that it can be, told without reading the text."""
    chosen = draw(st.lists(days, min_size=1, max_size=4, unique=True))
    ordered = [(day, day + draw(st.sampled_from([0, 0, 0, 1, 2]))) for day in chosen]
    members = [_spelled(first, last) for first, last in ordered]
    if draw(open_or):
        members.insert(0, f"..{_spelled(ORIGIN, ORIGIN)}")
        ordered.append((FIRST, ORIGIN))
    if draw(open_or):
        members.append(f"{_spelled(ORIGIN + WINDOW, ORIGIN + WINDOW)}..")
        ordered.append((ORIGIN + WINDOW, LAST))
    fitting = frozenset(day for first, last in ordered for day in range(first, last + 1))
    return f"{brackets[0]}{','.join(members)}{brackets[1]}", fitting


def _spelled(first: int, last: int) -> str:
    texts = [date.fromordinal(day).isoformat() for day in (first, last)]
    return texts[0] if first == last else "..".join(texts)


@st.composite
def gapped_moments(draw: st.DrawFn) -> tuple[When, list[tuple[int, int]]]:
    """A set, and every (first day, last day) that it can be."""
    text, fitting = draw(_with_gaps("[]") | _with_gaps("{}"))
    return When(text), [(day, day) for day in sorted(fitting)]


@st.composite
def gapped_intervals(draw: st.DrawFn) -> tuple[When, list[tuple[int, int]]]:
    """An interval between two sets, and every (first day, last day) that it can be."""
    start, end = draw(_with_gaps("[]")), draw(_with_gaps("[]"))
    if min(start[1]) > max(end[1]):
        start, end = end, start
    when = When(f"{start[0]}/{end[0]}")
    return when, [(a, b) for a in sorted(start[1]) for b in sorted(end[1]) if a <= b]


with_cases = (
    gapped_moments() | gapped_intervals() | small.map(lambda when: (when, list(cases(when))))
)
"""Small dates, most with gaps, each beside all that it can be."""

_digits = st.sampled_from("0123456789XXX")
patterns = st.builds(
    "202{}-{}{}-{}{}".format,
    _digits,
    st.sampled_from("01X"),
    _digits,
    st.sampled_from("0123X"),
    _digits,
)
"""Patterns of days in the 2020s; some match no day."""

EVERY_DAY = [(date(2020, 1, 1) + timedelta(days=index)).isoformat() for index in range(3653)]


def matching(pattern: str) -> list[str]:
    """List the days of the 2020s that a pattern matches."""
    fits = re.compile(pattern.replace("X", "[0-9]")).fullmatch
    return [day for day in EVERY_DAY if fits(day)]


_qualifier = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def _dates(draw: st.DrawFn, first_year: int, last_year: int) -> str:
    """A date of one to three components, each of which may be qualified or cut to a pattern."""
    found = draw(st.dates(date(first_year, 1, 1), date(last_year, 12, 31)))
    year, month, day = found.isoformat().split("-")
    year = draw(st.sampled_from([year, year, year[:3] + "X"]))
    if draw(st.integers(0, 4)) == 0:
        season = draw(st.integers(21, 41))
        return f"{year}-{season}{draw(_qualifier)}"
    month = draw(st.sampled_from([month, month, "XX"]))
    day = draw(st.sampled_from([day, day, "XX"]))
    parts = [year, month, day][: draw(st.integers(1, 3))]
    return "-".join(f"{draw(_qualifier)}{part}{draw(_qualifier)}" for part in parts)


_far = st.builds(
    "Y{}{}{}".format,
    st.integers(10_000, 10**12) | st.integers(-(10**12), -10_000),
    st.sampled_from(["", "S1", "S3"]),
    _qualifier,
)
_significant = st.builds("{}S{}".format, st.integers(1000, 9999), st.integers(1, 5))
_times = st.datetimes().map(lambda moment: f"{moment.year:04}{moment:-%m-%dT%H:%M:%S}Z")
_early, _late = _dates(1800, 1899), _dates(2000, 2099)


def _joined(members: list[str]) -> str:
    return ",".join(members)


_members = st.lists(_early | st.builds("{}..{}".format, _early, _late), min_size=1, max_size=4)
_one_of = st.builds("[{}{}{}]".format, st.sampled_from(["", ".."]), _early, st.just("")) | (
    _members.map(_joined).map("[{}]".format)
)
_all_of = _members.map(_joined).map("{{{}}}".format)
_starts = st.sampled_from(["", ".."]) | _early | _early.map("[..{}]".format)
_ends = st.just("..") | _late | _late.map("[{}..]".format)

edtf = (
    _early
    | _late
    | _far
    | _significant
    | _times
    | _one_of
    | _all_of
    | st.builds("{}/{}".format, _starts, _ends)
)
"""The texts of valid dates of every kind."""

whens = edtf.map(When.parse)
