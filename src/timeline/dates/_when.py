"""The value that everything else dates things with: an uncertain day, or an uncertain interval."""

from __future__ import annotations

import sys
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from timeline.dates._calendar import EPOCH, format_day
from timeline.dates._clock import datetime_text, offset_in
from timeline.dates._combine import box, common, cover
from timeline.dates._edtf_read import Reading, checked_text, read, read_instant
from timeline.dates._edtf_write import (
    spell_day,
    spell_interval,
    spell_moment,
    split_interval,
    unqualified_text,
)
from timeline.dates._order import Ordered
from timeline.dates._qualifiers import Precision
from timeline.dates._shift import shifted_text
from timeline.errors import InvalidDate, InvalidValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pendulum

    from timeline.dates._combine import Box


_DAY_SECONDS = 86_400


@attrs.frozen(init=False, eq=False, repr=False, weakref_slot=False)
class When(Ordered):
    """An uncertain date: one day somewhere within bounds, or an interval whose ends are such days.

    Its text is EDTF (ISO 8601-2:2019, levels 0 to 2), and is its identity: two are equal if their
    texts are. Bounds are day numbers as of ``date.toordinal``, None where there is no bound.

    Raises:
        InvalidDate: it is no text, or no date in EDTF, or the calendar lacks the date.

    >>> When("2024-11")
    When('2024-11')
    >>> When("2024-11").earliest_date, When("2024-11").latest_date
    ('2024-11-01', '2024-11-30')
    """

    edtf: str
    start_earliest: int | None
    start_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    precision: Precision

    def __init__(self, text: str) -> None:
        self.__attrs_init__(*read(checked_text(text)))

    @staticmethod
    def parse(text: str) -> When:
        """Read a date in EDTF.

        Raises:
            InvalidDate: it is no text, or no date in EDTF, or the calendar lacks the date.

        >>> When.parse("2025-01-15~/..")
        When('2025-01-15~/..')
        """
        return _parsed(checked_text(text))

    @staticmethod
    def of(value: When | date | str | pendulum.Interval[Any]) -> When:
        """Take a date in whatever form it comes: a `When`, a date or datetime, or EDTF text.

        A datetime keeps its time and its offset to the second; one without an offset is a local
        time and stands for its day. A pendulum ``Interval`` becomes an interval of days.

        Raises:
            InvalidDate: the value is no date.

        >>> When.of(date(2025, 1, 9))
        When('2025-01-09')
        """
        if isinstance(value, When):
            return value
        if isinstance(value, str):
            return _parsed(value)
        if isinstance(value, datetime):
            return _parsed(datetime_text(value))
        if isinstance(value, date):
            return When.day(value.toordinal())
        # A pendulum value can only have come if pendulum is already loaded.
        loaded = sys.modules.get("pendulum")
        if loaded is not None and isinstance(value, loaded.Interval):
            return When.interval(_day_of(value.start), _day_of(value.end))
        raise InvalidDate("date", expected="a When, a date, a datetime or EDTF text", got=value)

    @staticmethod
    def day(days: int) -> When:
        """Return the day of a day number.

        >>> When.day(739260)
        When('2025-01-09')
        """
        return _parsed(spell_day(days))

    @staticmethod
    def between(earliest: int | None, latest: int | None) -> When:
        """Return one moment somewhere within bounds, in the shortest spelling; None is no bound.

        Raises:
            InvalidDate: the earliest day is later than the latest.

        >>> When.between(739252, 739282), When.between(739252, 739253), When.between(None, 739253)
        (When('2025-01'), When('[2025-01-01..2025-01-02]'), When('[..2025-01-02]'))
        >>> When.between(None, None)
        When('[..]')
        """
        return _parsed(spell_moment(earliest, latest))

    @staticmethod
    def interval(start: When | None, end: When | None) -> When:
        """Return the interval from *start* to *end*, two moments; None leaves that end open.

        A moment without any bound (``[..]``) makes that end unknown, which EDTF tells from open.
        What cannot stand in an interval (a time of day, an all-of set) stands there by its bounds.

        Raises:
            InvalidDate: the end is certainly before the start, or one of them is an interval.

        >>> When.interval(When("2025-01-15~"), None)
        When('2025-01-15~/..')
        """
        return _parsed(spell_interval(_endpoint_text(start), _endpoint_text(end)))

    @property
    def earliest(self) -> int | None:
        """The first day that it can touch."""
        return self.start_earliest

    @property
    def latest(self) -> int | None:
        """The last day that it can touch."""
        return self.end_latest

    @property
    def earliest_date(self) -> str | None:
        """The first day that it can touch, as text."""
        return None if self.start_earliest is None else format_day(self.start_earliest)

    @property
    def latest_date(self) -> str | None:
        """The last day that it can touch, as text."""
        return None if self.end_latest is None else format_day(self.end_latest)

    @property
    def is_interval(self) -> bool:
        """Whether it has a start and an end of its own."""
        return "/" in self.edtf

    @property
    def is_set_of_all(self) -> bool:
        """Whether it stands for all members of a set ``{..}``, not for one somewhere in it."""
        return self.edtf[0] == "{"

    @property
    def is_approximate(self) -> bool:
        """Whether some part is marked ``~`` or ``%``: near this date."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def is_uncertain(self) -> bool:
        """Whether some part is marked ``?`` or ``%``: the source itself doubts the date."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def start(self) -> When:
        """The start as it is written; of a moment, itself. An open start is ``[..]``.

        The bounds of the whole can be tighter, since no start lies after the end.
        """
        return self._endpoint(0)

    @property
    def end(self) -> When:
        """The end as it is written; of a moment, itself. An open end is ``[..]``."""
        return self._endpoint(1)

    def _endpoint(self, index: int) -> When:
        if not self.is_interval:
            return self
        text = split_interval(self.edtf)[index]
        return _parsed("[..]" if text in {"", ".."} else text)

    @property
    def unqualified(self) -> When:
        """The same without ``~``, ``?`` and ``%``, so that no bound is widened.

        What is in order only thanks to its qualifiers (``2025-01-15~/2025-01-14``) keeps them.

        >>> When("2025-01-15~").unqualified
        When('2025-01-15')
        """
        text = unqualified_text(self.edtf)
        if text == self.edtf:
            return self
        try:
            return _parsed(text)
        except InvalidDate:
            return self

    @property
    def instant(self) -> int | None:
        """Seconds since 1970-01-01 in UTC, where a time with an offset is given."""
        seconds = read_instant(self.edtf)
        return None if seconds is None else seconds - EPOCH * _DAY_SECONDS

    def day_in(self, zone: str) -> int:
        """Return the day that it is in an IANA time zone; a day is that day in every zone.

        Raises:
            InvalidValue: there is no such zone, or this is neither an instant nor one day.

        >>> format_day(When("2025-01-20T23:30:00Z").day_in("Europe/Kyiv"))
        '2025-01-21'
        """
        seconds = read_instant(self.edtf)
        if seconds is not None:
            return (seconds + offset_in(zone, seconds)) // _DAY_SECONDS
        if self.start_earliest is None or self.start_earliest != self.end_latest:
            raise InvalidValue("date", expected="an instant or a single day", got=self.edtf)
        return self.start_earliest

    def in_zone(self, zone: str) -> When:
        """Return the day of an instant in an IANA time zone; anything else stays as it is.

        Raises:
            InvalidValue: this is an instant, and there is no such zone.

        >>> When("2025-01-20T23:30:00Z").in_zone("Europe/Kyiv")
        When('2025-01-21')
        """
        return self if read_instant(self.edtf) is None else When.day(self.day_in(zone))

    def intersect(self, *others: When) -> When | None:
        """Return what fits this and all *others*, or None where nothing can.

        A moment and an interval meet in the moment, within the interval. An operand that has
        the bounds of the result is returned as it is, qualifiers and all; of two, the shorter text.

        It works on the bounds alone, which span the gaps of a set or a pattern and whole days.

        >>> When("2025-01").intersect(When("[2025-01-11..2025-02-10]"))
        When('[2025-01-11..2025-01-31]')
        >>> When("2025-01").intersect(When("2025-02")) is None
        True
        """
        found = common((self, *others))
        return None if found is None else self._spelled(others, found, is_open=any)

    def hull(self, *others: When) -> When:
        """Return the tightest date that covers this and all *others*.

        With an interval among them, it is an interval. An operand that has the bounds of the
        result is returned as it is. It spans gaps, as bounds do.

        >>> When("2025-01-09").hull(When("2025-01-11"))
        When('[2025-01-09..2025-01-11]')
        """
        return self._spelled(others, cover((self, *others)), is_open=all)

    def _spelled(
        self, others: tuple[When, ...], found: Box, *, is_open: Callable[[Iterable[bool]], bool]
    ) -> When:
        """Return an operand of these bounds, or a new date; the same whichever was asked.

        An end without bounds of its own is open (``..``) if *is_open* says so of the operands,
        and unknown otherwise.
        """
        operands = sorted((self, *others), key=lambda when: (len(when.edtf), when.edtf))
        for operand in operands:
            if box(operand) == found:
                return operand
        if not found.is_interval:
            return When.between(found.start_earliest, found.start_latest)
        start: When | None = When.between(found.start_earliest, found.start_latest)
        end: When | None = When.between(found.end_earliest, found.end_latest)
        if found.start_earliest is None and found.start_latest == found.end_latest:
            is_start_open = is_open(operand.edtf.startswith("../") for operand in operands)
            start = None if is_start_open else _parsed("[..]")
        if found.end_latest is None and found.end_earliest == found.start_earliest:
            is_end_open = is_open(operand.edtf.endswith("/..") for operand in operands)
            end = None if is_end_open else _parsed("[..]")
        return When.interval(start, end)

    def shift(self, days: int) -> When:
        """Return the same, so many days later (earlier if negative).

        Days keep their qualifiers and sets their members. A stretch that is no longer a whole
        month or year becomes the set of its days; ``?`` stays, ``~`` stays as widened bounds.

        Raises:
            InvalidDate: the result is too far away to be written.

        >>> When("2025-01-15~/2025-02").shift(1)
        When('2025-01-16~/[2025-02-02..2025-03-01]')
        """
        return _parsed(shifted_text(self.edtf, days)) if days else self

    def __eq__(self, other: object) -> bool:
        return self.edtf == other.edtf if isinstance(other, When) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.edtf)

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"When({self.edtf!r})"


def _of(reading: Reading) -> When:
    when = object.__new__(When)
    when.__attrs_init__(*reading)
    return when


@lru_cache(maxsize=4_096)
def _parsed(text: str) -> When:
    # The same few dates come again and again, and a When never changes.
    return _of(read(text))


def _day_of(moment: date) -> When:
    return When.day(moment.toordinal())


def _endpoint_text(moment: When | None) -> str:
    """Write a moment, or the bounds of what cannot be an endpoint as it is."""
    if moment is None:
        return ".."
    if moment.is_set_of_all or "T" in moment.edtf:
        return spell_moment(moment.start_earliest, moment.end_latest)
    if moment.is_interval:
        raise InvalidDate("date", expected="a moment as the end of an interval", got=moment.edtf)
    return moment.edtf
