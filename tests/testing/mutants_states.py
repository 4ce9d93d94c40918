"""Projections broken in how they dump, merge and split their states."""

from __future__ import annotations

import orjson

from tests.testing.right_projections import Heard
from timeline.model import AsOf, ClaimStated
from timeline.projections import News, Projection


class LosesWhoInJson(Heard):
    """Dumps how many were heard, and not who."""

    def dump(self, state: frozenset[str]) -> bytes:
        return orjson.dumps(sorted(state)[:1])


class DumpsPython(Heard):
    """Dumps what only Python reads."""

    def dump(self, state: frozenset[str]) -> bytes:
        return repr(sorted(state)).encode()

    def load(self, data: bytes) -> frozenset[str]:
        return frozenset(eval(data))


class MergesTheFirst(Heard):
    """Merges by taking the one that holds anything."""

    def merge(self, one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
        return one or other


class MergesBySum(Projection[int, int]):
    """Adds up, so that a part that is delivered twice counts twice."""

    def initial(self) -> int:
        return 0

    def evolve(self, state: int, news: News) -> int:
        return state + isinstance(news.event, ClaimStated)

    def finish(self, state: int, as_of: AsOf) -> int:
        del as_of
        return state

    def merge(self, one: int, other: int) -> int:
        return one + other


class MergesByDifference(Heard):
    """Keeps what is in one part alone."""

    def merge(self, one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
        return one if one == other else one ^ other


class ReachesAcrossKeys(Projection[list[str], list[str]]):
    """Keeps one list for all of its keys."""

    def __init__(self) -> None:
        self._all: list[str] = []

    def initial(self) -> list[str]:
        return self._all

    def keys(self, news: News) -> tuple[str, ...]:
        return (news.article.outlet,)

    def evolve(self, state: list[str], news: News) -> list[str]:
        state.append(news.stream)
        return state

    def finish(self, state: list[str], as_of: AsOf) -> list[str]:
        del as_of
        return list(state)
