"""Projections that are right: what is broken elsewhere is one of these."""

from __future__ import annotations

from typing import Any

import orjson

from timeline.model import AsOf, Claim, ClaimCorrected, ClaimRetracted, ClaimStated, Stance
from timeline.projections import FactProjection, News, Projection

Claims = tuple[Claim, ...]


class Standing(FactProjection[Claims, object]):
    """The claims of a fact that stand."""

    name = "standing"

    def initial(self) -> Claims:
        return ()

    def evolve(self, state: Claims, news: News) -> Claims:
        match news.event:
            case ClaimStated(claim=claim):
                return (*state, claim)
            case ClaimCorrected(claim=claim):
                return (*(one for one in state if one.id != claim.id), claim)
            case ClaimRetracted(claim=name):
                return tuple(one for one in state if one.id != name)
            case _:
                return state

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return state


class Origins(Standing):
    """How many origins support a fact; a conclusion, so the laws about weight apply."""

    name = "origins"

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return len({one.attribution.origin for one in state if one.stance.supports})


class Overdue(Standing):
    """Whether the latest window of a forecast is over."""

    name = "overdue"

    def finish(self, state: Claims, as_of: AsOf) -> object:
        last = self.last(state)
        return last is not None and last < as_of.day

    def turns(self, state: Claims) -> tuple[int, ...]:
        last = self.last(state)
        return () if last is None else (last + 1,)

    def last(self, state: Claims) -> int | None:
        ahead = [one.occurred for one in state if one.stance is Stance.FORECASTS]
        ends = [when.latest for when in ahead if when is not None and when.latest is not None]
        return max(ends, default=None)


class Heard(Projection[frozenset[str], frozenset[str]]):
    """Who was heard: a set that merges, and that is kept as JSON."""

    name = "heard"

    def initial(self) -> frozenset[str]:
        return frozenset()

    def evolve(self, state: frozenset[str], news: News) -> frozenset[str]:
        claim = news.claim
        return state if claim is None else state | set(claim.attribution.chain)

    def finish(self, state: frozenset[str], as_of: AsOf) -> frozenset[str]:
        del as_of
        return state

    def dump(self, state: frozenset[str]) -> bytes:
        return orjson.dumps(sorted(state))

    def load(self, data: bytes) -> frozenset[str]:
        return frozenset(orjson.loads(data))

    def merge(self, one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
        return one | other


class ByOutlet(Projection[int, int]):
    """How many claims each outlet printed, by outlet."""

    name = "by-outlet"

    def initial(self) -> int:
        return 0

    def keys(self, news: News) -> tuple[str, ...]:
        return (news.article.outlet,)

    def evolve(self, state: int, news: News) -> int:
        return state + isinstance(news.event, ClaimStated)

    def finish(self, state: int, as_of: AsOf) -> int:
        del as_of
        return state


RIGHT: tuple[Projection[Any, Any], ...] = (Standing(), Origins(), Overdue(), Heard(), ByOutlet())
