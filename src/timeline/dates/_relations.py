"""How two uncertain dates can lie to each other: decided on their bounds, never by guessing.

Allen's relations (J. F. Allen, "Maintaining knowledge about temporal intervals", Communications
of the ACM 26, 1983) on whole days: an interval *meets* the one that begins on the day after its
last, and is *before* one that begins later than that, so that exactly one of the thirteen holds.
"""

from __future__ import annotations

import enum
import math
from typing import TYPE_CHECKING, Final, Protocol

from timeline.dates._certainty import Certainty

if TYPE_CHECKING:
    from collections.abc import Mapping


class Bounded(Protocol):
    """What has four bounds; an interval has a start and an end that vary, within them, apart."""

    @property
    def start_earliest(self) -> int | None: ...
    @property
    def start_latest(self) -> int | None: ...
    @property
    def end_earliest(self) -> int | None: ...
    @property
    def end_latest(self) -> int | None: ...
    @property
    def is_interval(self) -> bool: ...


class Allen(enum.Enum):
    """The thirteen ways in which one stretch of days can lie to another.

    >>> Allen.DURING.inverse
    <Allen.CONTAINS>
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTS = "starts"
    EQUALS = "equals"
    STARTED_BY = "started by"
    DURING = "during"
    FINISHES = "finishes"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"

    @property
    def inverse(self) -> Allen:
        """The relation of the second to the first."""
        return _INVERSE[self]

    def __repr__(self) -> str:
        return f"<Allen.{self.name}>"


_INVERSE: Final[Mapping[Allen, Allen]] = dict(zip(Allen, reversed(Allen), strict=True)) | {
    Allen.FINISHED_BY: Allen.FINISHES,
    Allen.CONTAINS: Allen.DURING,
    Allen.STARTS: Allen.STARTED_BY,
    Allen.STARTED_BY: Allen.STARTS,
    Allen.DURING: Allen.CONTAINS,
    Allen.FINISHES: Allen.FINISHED_BY,
}

# The four endpoints, and what a relation asks of them: (u, v, n) says v is at least n days after u.
_S, _T, _S2, _T2 = range(4)
_SAME_START = ((_S, _S2, 0), (_S2, _S, 0))
_SAME_END = ((_T, _T2, 0), (_T2, _T, 0))
_RULES: Final[Mapping[Allen, tuple[tuple[int, int, int], ...]]] = {
    Allen.BEFORE: ((_T, _S2, 2),),
    Allen.MEETS: ((_T, _S2, 1), (_S2, _T, -1)),
    Allen.OVERLAPS: ((_S, _S2, 1), (_S2, _T, 0), (_T, _T2, 1)),
    Allen.FINISHED_BY: ((_S, _S2, 1), *_SAME_END),
    Allen.CONTAINS: ((_S, _S2, 1), (_T2, _T, 1)),
    Allen.STARTS: (*_SAME_START, (_T, _T2, 1)),
    Allen.EQUALS: (*_SAME_START, *_SAME_END),
    Allen.STARTED_BY: (*_SAME_START, (_T2, _T, 1)),
    Allen.DURING: ((_S2, _S, 1), (_T, _T2, 1)),
    Allen.FINISHES: ((_S2, _S, 1), *_SAME_END),
    Allen.OVERLAPPED_BY: ((_S2, _S, 1), (_S, _T2, 0), (_T2, _T, 1)),
    Allen.MET_BY: ((_T2, _S, 1), (_S, _T2, -1)),
    Allen.AFTER: ((_T2, _S, 2),),
}


def low(bound: int | None) -> float:
    """Return an earliest bound as a number that compares."""
    return -math.inf if bound is None else bound


def high(bound: int | None) -> float:
    """Return a latest bound as a number that compares."""
    return math.inf if bound is None else bound


def precedes(first: Bounded, second: Bounded) -> Certainty:
    """Say whether *first* is over before *second* begins."""
    return Certainty.decide(
        certain=high(first.end_latest) < low(second.start_earliest),
        possible=low(first.end_earliest) < high(second.start_latest),
    )


def coincides(first: Bounded, second: Bounded) -> Certainty:
    """Say whether both cover exactly the same days."""
    return allen(Allen.EQUALS, first, second)


def allen(relation: Allen, first: Bounded, second: Bounded) -> Certainty:
    """Say whether *first* stands in *relation* to *second*."""
    if not _can_hold(relation, first, second):
        return Certainty.IMPOSSIBLE
    alone = not any(_can_hold(other, first, second) for other in _RULES if other is not relation)
    return Certainty.CERTAIN if alone else Certainty.POSSIBLE


def relations(first: Bounded, second: Bounded) -> dict[Allen, Certainty]:
    """Say of each of the thirteen relations whether *first* stands in it to *second*."""
    holding = {relation for relation in _RULES if _can_hold(relation, first, second)}
    found = Certainty.CERTAIN if len(holding) == 1 else Certainty.POSSIBLE
    return {relation: found if relation in holding else Certainty.IMPOSSIBLE for relation in _RULES}


def _can_hold(relation: Allen, first: Bounded, second: Bounded) -> bool:
    """Say whether some days within the bounds satisfy what *relation* asks.

    The least days that satisfy all differences are found by pushing each endpoint as far as the
    others ask (Bellman and Ford); the relation can hold if none is pushed beyond its latest day.
    """
    lows = [first.start_earliest, first.end_earliest, second.start_earliest, second.end_earliest]
    highs = [
        high(bound)
        for bound in (first.start_latest, first.end_latest, second.start_latest, second.end_latest)
    ]
    # Without bound below, an endpoint need not be earlier than a few days before all other bounds:
    # no relation asks for more room.
    finite = [bound for bound in lows if bound is not None]
    finite += [int(bound) for bound in highs if bound != math.inf]
    floor = min(finite, default=0) - _ROOM
    days = [floor if bound is None else bound for bound in lows]
    rules = (
        *_RULES[relation],
        *((_S, _T, 0), (_S2, _T2, 0)),
        *(() if first.is_interval else ((_T, _S, 0),)),
        *(() if second.is_interval else ((_T2, _S2, 0),)),
    )
    for _ in range(len(days)):
        pushed = False
        for before, after, gap in rules:
            if days[before] + gap > days[after]:
                days[after] = days[before] + gap
                pushed = True
        if not pushed:
            return all(day <= latest for day, latest in zip(days, highs, strict=True))
    return False  # the differences contradict each other, whatever the days


_ROOM = 8


def lies_within(first: Bounded, core: tuple[float, float], reach: tuple[float, float]) -> Certainty:
    """Say whether *first* lies in a stretch that certainly spans *core* and at most *reach*."""
    certain = core[0] <= low(first.start_earliest) and high(first.end_latest) <= core[1]
    start = max(low(first.start_earliest), reach[0])
    end = max(low(first.end_earliest), start)
    possible = start <= high(first.start_latest) and end <= min(high(first.end_latest), reach[1])
    if not first.is_interval:
        possible = start <= min(high(first.start_latest), reach[1])
    return Certainty.decide(certain=certain, possible=possible)
