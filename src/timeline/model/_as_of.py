"""The question that every answer answers: known by when, by which clock, from which events."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.errors import InvalidValue
from timeline.model._dated import as_when
from timeline.model._words import Basis, Clock, as_clock

if TYPE_CHECKING:
    from collections.abc import Iterable


def _bases(values: Iterable[Basis | str]) -> frozenset[Basis]:
    if isinstance(values, str):
        values = (values,)
    return frozenset(Basis.of(value, "refused") for value in values)


_MIDNIGHT = When.parse("2000-01-01T00:00:00Z")


@attrs.frozen
class AsOf:
    """A point from which to look back.

    Args:
        known: the date; what was known by the end of it. A month or a year means its last day,
            an instant the day on which it falls in *zone*.
        clock: whether "known" is by the date of the statement or of the printing.
        recorded: look at the first so many events of the store alone, which has to have as many,
            or at those appended by an instant; None looks at all of them.
        refused: bases whose dates are not believed. Such a claim counts as known from publication
            on; refusing `Basis.PUBLISHED` leaves out claims that have no other date.
        zone: the IANA time zone in which the date ends; None is UTC.

    >>> AsOf("2025-01-20").day == AsOf(dt.date(2025, 1, 20)).day
    True
    """

    known: When = attrs.field(converter=as_when)
    clock: Clock = attrs.field(default=Clock.STATED, converter=as_clock)
    recorded: int | dt.datetime | None = None
    refused: frozenset[Basis] = attrs.field(default=frozenset(), converter=_bases)
    zone: str | None = None

    def __attrs_post_init__(self) -> None:
        recorded: object = self.recorded
        if isinstance(recorded, dt.datetime):
            if recorded.tzinfo is None:
                raise InvalidValue(
                    "as_of.recorded", expected="an instant with a time zone", got=str(recorded)
                )
        elif recorded is not None and (
            not isinstance(recorded, int) or isinstance(recorded, bool) or recorded < 0
        ):
            raise InvalidValue(
                "as_of.recorded",
                expected="a number of events, 0 or more, or an instant",
                got=recorded,
            )
        if self.zone is not None:
            _MIDNIGHT.day_in(self.zone)  # refuses what is no zone
        known = self.known
        if known.is_approximate or known.is_uncertain:
            raise InvalidValue("as_of.known", expected="a date without ~, ? or %", got=str(known))
        if known.instant is not None:
            object.__setattr__(self, "known", known.in_zone(self.zone or "UTC"))
        elif known.latest is None:
            raise InvalidValue("as_of.known", expected="a date with a last day", got=str(known))

    @property
    def day(self) -> int:
        """The day by whose end things had to be known, as a number; see `When.day`."""
        assert self.known.latest is not None
        return self.known.latest

    def on(self, day: int) -> AsOf:
        """Return the same question about another *day*."""
        return attrs.evolve(self, known=When.day(day))
