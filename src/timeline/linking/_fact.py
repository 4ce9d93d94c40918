"""What an index holds of one fact beside its claims, which lie with their articles."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from timeline.linking._dating import Dated

if TYPE_CHECKING:
    from collections.abc import Iterator


class Fact:
    """What is known of a fact.

    Attributes:
        kind: its kind; empty where it is not known.
        title: its title, as long as no claim leads to it; else empty.
        into: the fact that it was made a part of; else empty.
        claims: the ids of its claims, in the order of linking.
        posted: the claims by which it is found, each with its number.
        dates: the certain dates, each with how many claims give it.
    """

    __slots__ = ("claims", "dates", "into", "kind", "posted", "title")

    def __init__(self) -> None:
        self.kind = ""
        self.title = ""
        self.into = ""
        self.claims: dict[str, None] = {}
        self.posted: dict[str, int] = {}
        self.dates: Counter[Dated] = Counter()

    def dump(self) -> list[Any]:
        """Return the plain form."""
        dates = [[*_finite(date), count] for date, count in self.dates.items()]
        return [self.kind, self.title, self.into, list(self.claims), self.posted, dates]

    @classmethod
    def load(cls, plain: list[Any]) -> Fact:
        """Return what has this plain form."""
        fact = cls()
        fact.kind, fact.title, fact.into, claims, fact.posted, dates = plain
        fact.claims = dict.fromkeys(claims)
        for low, high, ended, latest, is_interval, is_certain, count in dates:
            date = Dated(
                -math.inf if low is None else low,
                math.inf if high is None else high,
                -math.inf if ended is None else ended,
                math.inf if latest is None else latest,
                is_interval,
                is_certain,
            )
            fact.dates[date] = count
        return fact


def _finite(date: Dated) -> Iterator[float | bool | None]:
    """Yield the parts of a date, None for an open bound: the first is the least it can be."""
    for part in date:
        yield None if part in {math.inf, -math.inf} else part
