"""Which facts the claims of an article are about: known or new, and what to ask a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.linking._clusters import Cluster, answer_of, clustered, with_answers
from timeline.linking._index import LinkIndex, Near
from timeline.linking._likeness import UNTOLD
from timeline.linking._naming import fact_id, fact_title
from timeline.linking._score import LINK, Score, explained
from timeline.linking._telling import Telling
from timeline.model import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@attrs.frozen
class NewFact:
    """A happening that no known fact is about.

    Args:
        id: an id that no other fact has.
        title: a title, made of its first claim.
        kind: the kind of happening; empty where no claim tells it.
        claims: the ids of its claims, in the order of the article.
    """

    id: str
    title: str
    kind: str
    claims: tuple[str, ...]


@attrs.frozen
class Proposal:
    """Two facts that may be one: for a person to decide, who can append `FactsMerged`.

    Args:
        fact: the fact that would go, new or known.
        into: the known fact that it would become part of.
        score: how likely they are one.
        why: what speaks for it, in words.
    """

    fact: str
    into: str
    score: Score
    why: str


@attrs.frozen
class Linked:
    """What `link` found; nothing of it is stored yet.

    Args:
        links: for each claim that is about a known fact, the claim, the fact and the score.
        new_facts: the facts that the other claims are about.
        proposals: pairs of facts for a person to look at.
    """

    links: tuple[tuple[str, str, Score], ...] = ()
    new_facts: tuple[NewFact, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def facts(self) -> dict[str, str]:
        """The fact of each claim, known or new."""
        known = {claim: fact for claim, fact, _ in self.links}
        return known | {claim: fact.id for fact in self.new_facts for claim in fact.claims}


@attrs.frozen
class Assigned:
    """The same as `Linked`, for whoever need not know why.

    Args:
        facts: the fact of each claim, known or new.
        new_facts: those of them that are new.
        proposals: pairs of facts for a person to look at.
    """

    facts: dict[str, str]
    new_facts: tuple[NewFact, ...]
    proposals: tuple[Proposal, ...]


def link(claims: Sequence[Claim], index: LinkIndex) -> Linked:
    """Say which facts the claims of one article are about.

    Claims that *index* already holds keep their facts and are left out, whoever linked them.
    Every other claim gets exactly one fact. The order of *claims* does not matter.

    Args:
        claims: the claims of one article.
        index: the facts that are known; it stays as it is.

    >>> from timeline.linking import LinkIndex
    >>> from timeline.model import Claim
    >>> index = LinkIndex()
    >>> index.add("quake", Claim("wire-1#1", "asserts", "wire", occurred="2025-03-02",
    ...     text="An earthquake shakes the city of Lima."), "disaster", fixed=True)
    >>> told = [
    ...     Claim("post-7#1", "asserts", "post", occurred="2025-03-02",
    ...         text="A tremor shook Lima on Sunday."),
    ...     Claim("post-7#2", "asserts", "post", text="Schools stay closed."),
    ... ]
    >>> link(told, index).facts
    {'post-7#1': 'quake', 'post-7#2': 'schools-stay-closed'}
    """
    linking = _Linking.of(claims, index)
    new, proposals = linking.outcome()
    return Linked(linking.links(), new, proposals)


def assign(claims: Sequence[Claim], index: LinkIndex) -> Assigned:
    """Say what `link` says, without the scores of the links.

    Args:
        claims: the claims of one article.
        index: the facts that are known; it stays as it is.
    """
    linking = _Linking.of(claims, index)
    new, proposals = linking.outcome()
    facts = {claim: fact.id for fact in new for claim in fact.claims}
    for cluster in linking.clusters:
        if cluster.fact is not None:
            facts |= {linking.claims[member].id: cluster.fact for member in cluster.members}
    return Assigned(facts, new, proposals)


@attrs.frozen
class _Linking:
    """The claims of an article that are to be linked, and what they come to.

    Args:
        index: the known facts.
        claims: the claims, in the order of the article.
        tellings: what each tells.
        near: the facts near each.
        clusters: which of them are about one fact.
    """

    index: LinkIndex
    claims: list[Claim]
    tellings: list[Telling]
    near: list[Near]
    clusters: list[Cluster]

    @classmethod
    def of(cls, claims: Sequence[Claim], index: LinkIndex) -> _Linking:
        fresh = {claim.id: claim for claim in claims if index.fact_of(claim.id) is None}
        ordered = sorted(fresh.values(), key=_place)
        tellings = index.tellings_of(ordered)
        near = [index.near(telling) for telling in tellings]
        clusters = with_answers(clustered(tellings, near, index), ordered, tellings, index)
        return cls(index, ordered, tellings, near, clusters)

    def outcome(self) -> tuple[tuple[NewFact, ...], tuple[Proposal, ...]]:
        """Return the new facts and what a person should look at."""
        new: dict[str, NewFact] = {}
        proposals: dict[tuple[str, str], Proposal] = {}
        for cluster in self.clusters:
            if cluster.fact is None:
                made = self._new_fact(cluster, new)
                new[made.id] = made
                found = self._doubtful(made.id, cluster)
            else:
                found = self._bridges(cluster, cluster.fact)
            for proposal in found:
                proposals.setdefault((proposal.fact, proposal.into), proposal)
        return tuple(new.values()), tuple(proposals.values())

    def links(self) -> tuple[tuple[str, str, Score], ...]:
        """Return for each claim of a known fact the claim, the fact and the score."""
        links = {
            member: (self.claims[member].id, cluster.fact, self._reason(member, cluster))
            for cluster in self.clusters
            if cluster.fact is not None
            for member in cluster.members
        }
        return tuple(links[member] for member in sorted(links))

    def _new_fact(self, cluster: Cluster, others: Mapping[str, NewFact]) -> NewFact:
        claims = [self.claims[member] for member in cluster.members]
        first, kind = claims[0], _kind_of(claims)
        name = fact_id(first, kind, lambda fact: fact in self.index or fact in others)
        return NewFact(name, fact_title(first), kind, tuple([claim.id for claim in claims]))

    def _reason(self, member: int, cluster: Cluster) -> Score:
        """Return the best score by which a claim came to a known fact, maybe through another."""
        assert cluster.fact is not None
        answered = answer_of(self.claims[member])
        if answered:
            parts = (UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD)
            return Score(1.0, *parts, total=1.0, reasons=(f"answers {answered}",))
        tellings = self.tellings
        told = self.index.explain(tellings[member], cluster.fact)
        assert told is not None  # some claim of the cluster is near it: something is known
        if told.total >= LINK:
            return told
        others = (tellings[other] for other in cluster.members if other != member)
        scores = (explained(tellings[member], other) for other in others)
        return max([told, *scores], key=lambda one: one.total)

    def _doubtful(self, fact: str, cluster: Cluster) -> list[Proposal]:
        """Return the known fact, if any, that a new one is nearly sure enough to be."""
        # What can be one comes before what a date forbids, and the greater total before the less.
        ranked = [
            (possible, total, known, member)
            for member in cluster.members
            if any(self.near[member])  # most are near nothing
            for possible, found in zip((True, False), self.near[member], strict=True)
            for known, total in found.items()
        ]
        if not ranked:
            return []
        *_, known, member = max(ranked)
        return [self._proposal(fact, known, member, known)]

    def _bridges(self, cluster: Cluster, fact: str) -> list[Proposal]:
        """Return the known facts that the article shows to be the one its claims are linked to."""
        near = self.near
        others = {
            known
            for member in cluster.members
            for known, total in near[member].facts.items()
            if total >= LINK and known != fact
        }
        found = []
        for known in sorted(others):
            if self.index.agree(known, fact):
                member = max(cluster.members, key=lambda one: near[one].facts.get(known, 0.0))
                into, gone = sorted((known, fact))
                found.append(self._proposal(gone, into, member, known))
        return found

    def _proposal(self, fact: str, into: str, member: int, known: str) -> Proposal:
        """Ask whether two facts are one, as a claim of the article is near a known fact."""
        scored = self.index.explain(self.tellings[member], known)
        assert scored is not None  # it is near, so that something is known of it
        return Proposal(fact, into, scored, scored.why)


def _place(claim: Claim) -> tuple[str, int]:
    article, _, number = claim.id.rpartition("#")
    return article, int(number)


def _kind_of(claims: Sequence[Claim]) -> str:
    """Return the most frequent kind of some claims, and of equals the first."""
    claims = [claim for claim in claims if not answer_of(claim)] or claims
    kinds = [claim.reading.kind for claim in claims if claim.reading is not None]
    if len(kinds) == 1:
        return kinds[0]
    kinds = [kind for kind in kinds if kind]
    happened = [kind for kind in kinds if kind not in {"plan", "forecast"}] or kinds or [""]
    return max(dict.fromkeys(happened), key=happened.count)
