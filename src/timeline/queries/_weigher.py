"""Judges a fact claim by claim: what it holds is carried on when another claim comes, not redone.

The rules are those of `timeline.projections.judge`; this is the same verdict in numbers, for
facts of which tens of thousands of claims speak, and for tens of thousands of facts. A claim that
is corrected or taken back costs a new beginning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.projections import Status, status_of
from timeline.queries._agreement import Agreement, agreement_of
from timeline.queries._bounds import agreed, spread, widened
from timeline.queries._voices import COUNTS, FORECAST, NOTHING, SUPPORT, Voices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries._bounds import Spread
    from timeline.queries._entries import Bounds, Whens
    from timeline.queries._readings import Wording

STATUSES = tuple(Status)

CONFLICT: Final = 8
BOUNDED: Final = 16
NUMBERED: Final = 32
"""Flags of a judgement, above the number of its status: whether dates contradict each other, and
what tells the date: its first and last day, or its number; neither where there is none."""

Judged = tuple[int, int, int]
"""A fact as its standing claims make it: the status and flags; and the first and the last day of
its date, or the number of the date and zero."""

DATES = (SUPPORT, NOTHING, FORECAST, NOTHING)
"""What a date counts for, by what its claim does: denials and those who withhold give a date where
nobody else does."""

_KINDS = tuple(DATES[count] for count in COUNTS)

_BY_DATE = (SUPPORT, FORECAST, NOTHING)
"""The same, that which decides first."""

_RULES = tuple(
    STATUSES.index(
        status_of(
            support=number & 3,
            denials=number >> 2 & 1,
            forecasts=number >> 3 & 1,
            withheld=bool(number & 16),
            over=bool(number & 32),
        )
    )
    for number in range(64)
)


def ruled(support: int, denials: int, forecasts: int, *, said: bool, over: bool) -> int:
    """Return the number of the status: `timeline.projections.status_of`, looked up."""
    rule = 2 if support > 1 else support
    if denials:
        rule += 4
    if forecasts:
        rule += 8
    if said:
        rule += 16
    if over:
        rule += 32
    return _RULES[rule]


class Weigher:
    """The standing claims about one fact, in fold order, and what they make of it."""

    __slots__ = (
        "_agreements",
        "_given",
        "_shares",
        "_spreads",
        "_stale",
        "_standing",
        "_voices",
        "_whens",
    )

    def __init__(self, whens: Whens) -> None:
        self._whens = whens
        self._standing: dict[int, Wording] = {}
        self._shares = False
        self._stale = False
        """Whether a claim went, so that all has to be taken in again."""
        self._voices = Voices()
        self._given: tuple[dict[int, None], ...] = ({}, {}, {}, {})
        """The numbers of the dates that are given, by what they count for."""
        self._spreads: list[Spread | None] = [None] * 4
        """What tells of the dates, where all are plain moments,"""
        self._agreements: list[Agreement | None] = [None] * 4
        """or else."""

    def copy(self) -> Weigher:
        """Return another that can be carried on by itself."""
        other = Weigher(self._whens)
        other._standing, other._shares, self._shares = self._standing, True, True
        other._stale = self._stale
        if not self._stale:
            other._voices = self._voices.copy()
            other._agreements = [one and one.copy() for one in self._agreements]
            other._given = tuple([given.copy() for given in self._given])
            other._spreads = self._spreads[:]
        return other

    def __len__(self) -> int:
        return len(self._standing)

    def add(self, said: Wording) -> None:
        """Take in a wording, behind all others."""
        if self._shares:
            self._standing, self._shares = self._standing.copy(), False
        self._standing[said[0]] = said
        if not self._stale:
            self._take(said)

    def drop(self, claim: int) -> None:
        """Take a claim back, if it stands."""
        if claim in self._standing:
            if self._shares:
                self._standing, self._shares = self._standing.copy(), False
            del self._standing[claim]
            self._stale = True

    def with_more(self, news: Iterable[tuple[int, Wording | None]]) -> Weigher:
        """Return another with some news more; this one stays as it is."""
        other = self.copy()
        other.carry(news)
        return other

    def carry(self, news: Iterable[tuple[int, Wording | None]]) -> None:
        """Take in some news: the claim that each takes back or rewords, and what it says."""
        for gone, said in news:
            if gone >= 0:
                self.drop(gone)
            if said is not None:
                self.add(said)

    def judged(self, day: int) -> Judged:
        """Return what the claims make of the fact by *day*."""
        self._freshen()
        support, denials, forecasts = self._voices.speak()
        over = False
        if forecasts and not denials and not support:
            over = self._over(day)
        flags = ruled(support, denials, forecasts, said=bool(self._standing), over=over)
        for kind in _BY_DATE:
            if self._given[kind]:
                return self._dated(flags, kind)
        return flags, 0, 0

    def _over(self, day: int) -> bool:
        """Say whether the window of the forecasts is over."""
        numbers, agreement = self._spreads[FORECAST], self._agreements[FORECAST]
        if numbers is not None:
            return agreed(numbers)[1] < day
        last = None if agreement is None else agreement.value()[0].latest
        return last is not None and last < day

    def _dated(self, flags: int, kind: int) -> Judged:
        numbers, agreement = self._spreads[kind], self._agreements[kind]
        if numbers is not None:
            first, last, conflict = agreed(numbers)
            return flags | BOUNDED | CONFLICT * conflict, first, last
        assert agreement is not None  # there is a date
        when, conflict = agreement.value()
        flags |= CONFLICT * conflict
        number = self._whens.number(when)
        bounds = self._whens.plain(number)
        if bounds is None:
            return flags | NUMBERED, number, 0
        return flags | BOUNDED, *bounds

    def origins(self) -> tuple[str, ...]:
        """Return the origins that support the fact; else those that forecast or deny it."""
        self._freshen()
        return self._voices.origins()

    def _freshen(self) -> None:
        """Take in again all that stands, where a claim went."""
        if self._stale:
            self._stale = False
            standing = self._standing.values()
            self._voices = Voices.of(standing)
            self._given = ({}, {}, {}, {})
            for kind, date in dict.fromkeys([(_KINDS[said[1]], said[4]) for said in standing]):
                if date >= 0:
                    self._given[kind][date] = None
            for kind, given in enumerate(self._given):
                self._spreads[kind] = self._agreements[kind] = None
                if given:
                    self._lay(kind, given)

    def _take(self, said: Wording) -> None:
        date = said[4]
        if date >= 0:
            kind = _KINDS[said[1]]
            given = self._given[kind]
            if date not in given:
                self._date(kind, date, said[5], given)
        self._voices.add(said)

    def _date(self, kind: int, date: int, bounds: Bounds | None, given: dict[int, None]) -> None:
        """Take in another date."""
        given[date] = None
        agreement = self._agreements[kind]
        if agreement is not None:
            agreement.add(self._whens.at(date))
        elif bounds is None:
            self._lay(kind, given)
        else:
            self._spreads[kind] = widened(self._spreads[kind], bounds)

    def _lay(self, kind: int, given: dict[int, None]) -> None:
        """Lay all dates together."""
        bounds = [self._whens.plain(date) for date in given]
        plain = [one for one in bounds if one is not None]
        if len(plain) == len(bounds):
            self._spreads[kind] = spread(plain)
        else:
            self._spreads[kind] = None
            self._agreements[kind] = agreement_of(map(self._whens.at, given))
