"""Claims of one article and the facts near them, joined best first, never against a veto.

What answers another claim of the article, as "the ministry denied this" does, goes where that goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.linking._dating import fit
from timeline.linking._index import LinkIndex, Near
from timeline.linking._kinds import tells_once
from timeline.linking._score import LINK, WITHIN, total_of
from timeline.linking._telling import Telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model import Claim

_TOGETHER: Final = 0.85
"""What part of `LINK` the mean of all pairs has to reach, so that no chain joins its far ends."""

_SHARED: Final = 1.0
"""What the words that two claims of an article share weigh before these are compared."""


@attrs.define(eq=False)
class Cluster:
    """Claims of the article that are one happening, by their places, and its fact if known."""

    members: list[int]
    fact: str | None = None


def clustered(tellings: list[Telling], near: list[Near], index: LinkIndex) -> list[Cluster]:
    """Return the clusters, in the order of their first claims.

    Two known facts never join here.

    Args:
        tellings: the claims of the article.
        near: for each, the facts near it.
        index: the known facts.
    """
    pairs = _pairs(tellings)
    edges: list[tuple[float, int, int, str]] = [
        (-total, one, other, "") for (one, other), total in pairs.items()
    ]
    edges += [
        (-total, member, -1, fact)
        for member, one in enumerate(near)
        for fact, total in one.facts.items()
        if total >= LINK
    ]
    edges.sort()
    home = [Cluster([place]) for place in range(len(tellings))]
    facts: dict[str, Cluster] = {}
    joining = _Joining(tellings, near, index, pairs)
    for _, one, other, fact in edges:
        first = home[one]
        second = facts.setdefault(fact, Cluster([], fact)) if fact else home[other]
        if first is second or (first.fact and second.fact) or not joining.fits(first, second):
            continue
        into, gone = (second, first) if second.fact else (first, second)
        into.members += gone.members
        for member in gone.members:
            home[member] = into
    found = list(dict.fromkeys(home))
    for cluster in found:
        cluster.members.sort()
    return found


def with_answers(
    clusters: Sequence[Cluster],
    claims: Sequence[Claim],
    tellings: Sequence[Telling],
    index: LinkIndex,
) -> list[Cluster]:
    """Return the clusters with each claim that answers another where that one is.

    One with a date that the other's fact excludes stays where it is.

    Args:
        clusters: what `clustered` gave.
        claims: the claims of the article, by their places.
        tellings: what they tell.
        index: the known facts, of which one may have the claim that is answered.
    """
    if not any(answer_of(claim) for claim in claims):
        return list(clusters)
    places = {claim.id: place for place, claim in enumerate(claims)}
    home = {member: cluster for cluster in clusters for member in cluster.members}
    known = {cluster.fact: cluster for cluster in clusters if cluster.fact is not None}
    for place, claim in enumerate(claims):
        told = answer_of(claim)
        cluster = home[place]
        into: Cluster | None = None
        if told in places:
            into = home[places[told]]
        elif told and (fact := index.fact_of(told)) is not None:
            into = known.setdefault(fact, Cluster([], fact))
        if into is None or into is cluster or cluster.members != [place]:
            continue
        date = tellings[place].dated
        if any(fit(date, tellings[member].dated) < 0 for member in into.members):
            continue
        if into.fact is not None and not index.allows(into.fact, date):
            continue
        cluster.members.remove(place)
        into.members = sorted([*into.members, place])
        home[place] = into
    return [cluster for cluster in dict.fromkeys(home.values()) if cluster.members]


def answer_of(claim: Claim) -> str:
    """Return the id of the claim that *claim* answers; empty if there is none."""
    return "" if claim.reading is None else claim.reading.answers


def _pairs(tellings: list[Telling]) -> dict[tuple[int, int], float]:
    """Return the totals of the pairs of claims that share words and may be joined for it."""
    found: dict[tuple[int, int], float] = {}
    later: dict[str, list[int]] = {}  # the claims behind this one that use a word
    for one in reversed(range(len(tellings))):
        mine = tellings[one]
        names = mine.names
        shared: dict[int, float] = {}
        for word, weight in mine.base.items():
            users = later.get(word)
            if users is None:
                later[word] = [one]
                continue
            if word not in names:  # names are compared for themselves
                for other in users:
                    shared[other] = shared.get(other, 0.0) + weight
            users.append(one)
        for other, weight in shared.items():
            if weight < _SHARED:
                continue
            theirs = tellings[other]
            least = WITHIN if tells_once(mine.kind, theirs.kind) else LINK
            total = total_of(mine, theirs, least)
            if total >= least:
                found[one, other] = total
    return found


@attrs.frozen
class _Joining:
    """Whether two clusters may become one."""

    tellings: list[Telling]
    near: list[Near]
    index: LinkIndex
    pairs: dict[tuple[int, int], float]

    def fits(self, first: Cluster, second: Cluster) -> bool:
        totals = [self._pair(one, other) for one in first.members for other in second.members]
        for cluster, fact in ((first, second.fact), (second, first.fact)):
            if fact is not None:
                totals += [self._with_fact(member, fact) for member in cluster.members]
        return min(totals) > 0 and sum(totals) / len(totals) >= _TOGETHER * WITHIN

    def _pair(self, one: int, other: int) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in self.pairs:
            self.pairs[pair] = total_of(self.tellings[one], self.tellings[other])
        return self.pairs[pair]

    def _with_fact(self, member: int, fact: str) -> float:
        total = self.near[member].facts.get(fact)
        return self.index.total(self.tellings[member], fact) if total is None else total
