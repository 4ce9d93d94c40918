"""What in an undated text tells of its day of publication: stamps, paths, months, weekdays."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.page._blocks import Part, blocks_of
from timeline.timex import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.timex import TimeExpression


SHORT_MONTH: Final = 28
"""The fewest days that a month has."""


@attrs.frozen(slots=True)
class Mark:
    """Words of a text that bear on its day of publication.

    Args:
        line: the line that they stand on, from 1 on; 0 where they are not from the text.
        words: the words.
        first: the first day that they name.
        last: the last day that they name.
        part: which part of a month they name (START, MID, END), or an empty text.
        pictured: whether a caption says them.
    """

    line: int
    words: str
    first: date
    last: date
    part: str = ""
    pictured: bool = False

    @property
    def days(self) -> int:
        """How many days they may mean."""
        return (self.last - self.first).days + 1

    @property
    def begun(self) -> date:
        """The first day on which one would speak of it as past: of a part, when half is over."""
        if self.days >= SHORT_MONTH:
            return self.first + timedelta(days=bool(self.part))  # "earlier in January"
        return self.first + timedelta(days=(self.days + 1) // 2) if self.part else self.first

    def in_year(self, year: int) -> Mark | None:
        """Return the same days of another year; None where that year lacks them."""
        try:
            first = self.first.replace(year=year)
            last = self.last.replace(year=year + self.last.year - self.first.year)
        except ValueError:
            return None  # February 29
        return attrs.evolve(self, first=first, last=last)

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        return f"{place}{' '.join(self.words.split())!r}"


@attrs.frozen
class Marks:
    """All that a text says of its day of publication.

    Args:
        stamps: dates that stand by themselves, or behind "Published".
        datelines: days before the first sentence ("SEOUL, Feb. 4"), of no certain year.
        pictures: days in the paths of pictures and links.
        dated: past days and months that are told with their year.
        bare: past days, months and parts of months told without a year, as of *year*.
        this_month: where the text says "this month", "earlier this month".
        weekdays: weekdays told by themselves.
        year: the year in which the bare ones are given.
    """

    stamps: tuple[Mark, ...]
    datelines: tuple[Mark, ...]
    pictures: tuple[Mark, ...]
    dated: tuple[Mark, ...]
    bare: tuple[Mark, ...]
    this_month: tuple[Mark, ...]
    weekdays: tuple[Mark, ...]
    year: int


_PATH: Final = re.compile(
    r"(?<![\w/.-])[\w.:/-]*?/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-])[\w./-]*"
)
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH: Final = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)
_RELATIVE: Final = re.compile(
    r"\b(?:last|next|this|that|previous|following|coming)\b", re.IGNORECASE
)
_THIS_MONTH: Final = re.compile(r"(?:earlier )?this month", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_AHEAD: Final = re.compile(
    r"\b(?:will|would|won't|due|plan(?:s|ned|ning)?|expect\w*|scheduled|forecast\w*|target\w*|deadline"
    r"|set to|going to|aim\w*|until|till|slated|hopes?|intends?|upcoming|announced that it)\b",
    re.IGNORECASE,
)
_UP_TO: Final = re.compile(
    r"\b(?:by|through|to|before|starting|beginning|from|for)\s+$", re.IGNORECASE
)
_SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"“'‘])|\n")
_STAMPED: Final = re.compile(
    r"(?:(?:first|last|originally)\s)?(?:published|updated|posted|modified|issued)", re.IGNORECASE
)
_QUARTERS: Final = ((3, 31), (6, 30), (9, 30), (12, 31))
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHLY: Final = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def marks_in(text: str, year: int | None = None) -> Marks:
    """Find the marks of *text*; bare days are given in *year*, or in some year where it is None."""
    reference = year or _newest_year(text) or 2023
    lines = _Lines(text)
    stamps: list[Mark] = []
    datelines: list[Mark] = []
    unread: list[tuple[int, int]] = []
    captions: list[tuple[int, int]] = []
    for block in blocks_of(text):
        if block.part is Part.DATELINE:
            datelines += _days(text, block.start, block.end, reference, lines)
        elif block.rule in {"stamp", "byline"} or (
            block.part is Part.BOILERPLATE and _STAMPED.match(text, block.start)
        ):
            found = _days(text, block.start, block.end, reference, lines)
            stamps += [mark for mark in found if _YEAR.search(mark.words)]
        if block.boilerplate:
            unread.append((block.start, block.end))
        elif block.part is Part.CAPTION:
            captions.append((block.start, block.end))
    past = _Past(text)
    dated: dict[int, Mark] = {}
    bare: dict[tuple[date, date], Mark] = {}
    this_month: list[Mark] = []
    weekdays: list[Mark] = []
    for month, day in _QUARTERS:
        anchor = date(reference, month, day)
        for one in tag(text, anchor, "news"):
            if _within(one, unread):
                continue
            mark = _mark(one, lines)
            if mark is None:
                continue
            if _YEAR.search(one.text):
                if past(one.start):
                    mark = attrs.evolve(mark, pictured=_within(one, captions))
                    dated.setdefault(one.start, mark)
            elif _THIS_MONTH.fullmatch(one.text):
                this_month.append(mark)
            elif _WEEKDAY.fullmatch(one.text):
                weekdays.append(mark)
            elif (
                _is_bare(one)
                and anchor - timedelta(days=92) < mark.first <= anchor
                and past(one.start)
            ):
                bare.setdefault((mark.first, mark.last), mark)
    return Marks(
        tuple(stamps),
        tuple(datelines),
        tuple(_paths(text, lines)),
        tuple(dated.values()),
        tuple(sorted(bare.values(), key=lambda mark: (mark.begun, mark.line))),
        _once(this_month),
        _once(weekdays),
        reference,
    )


def paths_in(location: str) -> Iterator[Mark]:
    """Yield the day that an address or the name of a file holds, if it holds one."""
    for found in re.finditer(r"(?<!\d)((?:19|20)\d\d)([-/_.]?)(\d\d)(?:\2(\d\d))?(?!\d)", location):
        year, sign, month, day = found.groups()
        if sign or day:
            yield from _path_mark(0, location, year, month, day)


class _Past:
    """Says of an offset whether its sentence tells of what was, as far as its words show."""

    def __init__(self, text: str) -> None:
        ends = [found.end() for found in _SENTENCE_END.finditer(text)]
        self._text = text
        self._starts = [0, *ends]
        self._known: dict[int, bool] = {}

    def __call__(self, offset: int) -> bool:
        place = bisect_right(self._starts, offset) - 1
        if place not in self._known:
            bounds = self._starts[place : place + 2]
            self._known[place] = _AHEAD.search(self._text, *bounds) is None
        before = self._text[max(0, offset - 12) : offset]
        return self._known[place] and _UP_TO.search(before) is None


class _Lines:
    """Finds the number of the line of an offset."""

    def __init__(self, text: str) -> None:
        self._ends = [found.start() for found in re.finditer("\n", text)]

    def __getitem__(self, offset: int) -> int:
        return bisect_right(self._ends, offset - 1) + 1 if offset else 1


def _newest_year(text: str) -> int | None:
    years = [int(found[0]) for found in _YEAR.finditer(text)]
    return max(years, default=None)


def _is_bare(one: TimeExpression) -> bool:
    return (
        one.type == "DATE"
        and _MONTH.search(one.text) is not None
        and _RELATIVE.search(one.text) is None
        and _MONTHLY.fullmatch(one.value) is not None
    )


def _mark(one: TimeExpression, lines: _Lines) -> Mark | None:
    when = one.when
    if when is None or when.earliest is None or when.latest is None or when.earliest < 1:
        return None
    if when.latest > date.max.toordinal():
        return None
    first, last = date.fromordinal(when.earliest), date.fromordinal(when.latest)
    return Mark(lines[one.start], one.text, first, last, one.mod or "")


def _days(text: str, start: int, end: int, year: int, lines: _Lines) -> list[Mark]:
    found: list[Mark] = []
    for one in tag(text[start:end], date(year, 12, 31), "news"):
        mark = _mark(one, lines)
        if (
            mark is not None
            and mark.days == 1
            and _DAY.match(one.value)
            and _MONTH.search(one.text)
        ):
            found.append(attrs.evolve(mark, line=lines[start + one.start]))
    return found


def _paths(text: str, lines: _Lines) -> Iterator[Mark]:
    for found in _PATH.finditer(text):
        yield from _path_mark(lines[found.start(1)], found[0], found[1], found[2], found[3])


def _path_mark(line: int, words: str, year: str, month: str, day: str | None) -> Iterator[Mark]:
    try:
        first = date(int(year), int(month), int(day or 1))
    except ValueError:
        return  # digits that are no date
    last = first if day else (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    yield Mark(line, words, first, last if day else last - timedelta(days=1))


def _within(one: TimeExpression, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= one.start < end for start, end in stretches)


def _once(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple({(mark.line, mark.words): mark for mark in marks}.values())
