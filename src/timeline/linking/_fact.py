"""What an index holds of one fact; what its claims tell is held for each of them."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Any

from timeline.linking._dating import Dated
from timeline.linking._numbers import Numbers, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator


class Fact:
    """What is known of a fact.

    Attributes:
        kind: its kind; empty where it is not known.
        title: its title, as long as no claim leads to it; else empty.
        into: the fact that it was made a part of; else empty.
        claims: the numbers of its claims, in the order of linking.
        posted: those by which it is found, in the order in which they began to lead to it.
        dates: the certain dates, each with how many claims give it.
    """

    # There are very many, and most have one claim: arrays and pairs take a third of dicts.
    __slots__ = ("claims", "dates", "into", "kind", "posted", "title")

    def __init__(self) -> None:
        self.kind = ""
        self.title = ""
        self.into = ""
        self.claims: Numbers = numbers()
        self.posted: Numbers = numbers()
        self.dates: tuple[tuple[Dated, int], ...] = ()

    def count(self, date: Dated | None, times: int = 1) -> None:
        """Count the date of a claim, if it is certain; -1 takes it out again."""
        if date is None or not date.is_certain:
            return
        if not self.dates:  # as of most facts, which have one claim
            self.dates = ((date, times),)
        else:
            dates = dict(self.dates)
            dates[date] = dates.get(date, 0) + times
            self.dates = tuple((one, often) for one, often in dates.items() if often)

    def dump(self) -> list[Any]:
        """Return the plain form."""
        dates = [[*_finite(date), count] for date, count in self.dates]
        claims, posted = self.claims.tolist(), self.posted.tolist()
        return [self.kind, self.title, self.into, claims, posted, dates]

    @classmethod
    def load(cls, plain: list[Any]) -> Fact:
        """Return what has this plain form."""
        fact = cls()
        fact.kind, fact.title, fact.into, claims, posted, dates = plain
        fact.claims, fact.posted = numbers(claims), numbers(posted)
        if dates:
            fact.dates = tuple([(_dated((*date,)), count) for *date, count in dates])
        return fact


@functools.lru_cache(maxsize=2_048)  # many facts are of one day: their dates are one object
def _dated(plain: tuple[Any, ...]) -> Dated:
    low, high, ended, latest, is_interval, is_certain = plain
    return Dated(
        -math.inf if low is None else low,
        math.inf if high is None else high,
        -math.inf if ended is None else ended,
        math.inf if latest is None else latest,
        is_interval,
        is_certain,
    )


def _finite(date: Dated) -> Iterator[float | bool | None]:
    """Yield the parts of a date, None for an open bound: the first is the least it can be."""
    for part in date:
        yield None if part in {math.inf, -math.inf} else part
