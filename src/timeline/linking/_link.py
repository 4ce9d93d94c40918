"""Which facts the claims of an article are about: known or new, and what to ask a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.linking._clusters import Cluster, clustered
from timeline.linking._naming import fact_id, fact_title
from timeline.linking._score import LINK, Score, explained

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.linking._index import LinkIndex, Near
    from timeline.linking._telling import Telling
    from timeline.model import Claim


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
    fresh = {claim.id: claim for claim in claims if index.fact_of(claim.id) is None}
    ordered = sorted(fresh.values(), key=_place)
    tellings = index.tellings_of(ordered)
    near = [index.near(telling) for telling in tellings]
    clusters = clustered(tellings, near, index)
    links: dict[int, tuple[str, str, Score]] = {}
    new: dict[str, NewFact] = {}
    proposals: dict[tuple[str, str], Proposal] = {}
    for cluster in clusters:
        if cluster.fact is None:
            made = _new_fact([ordered[member] for member in cluster.members], index, new)
            new[made.id] = made
            found = _doubtful(made.id, cluster, tellings, near, index)
        else:
            for member in cluster.members:
                scored = _reason(member, cluster, tellings, index)
                links[member] = (ordered[member].id, cluster.fact, scored)
            found = _bridges(cluster, tellings, near, index)
        for proposal in found:
            proposals.setdefault((proposal.fact, proposal.into), proposal)
    return Linked(
        tuple(links[member] for member in sorted(links)),
        tuple(new.values()),
        tuple(proposals.values()),
    )


def _place(claim: Claim) -> tuple[str, int]:
    article, _, number = claim.id.rpartition("#")
    return article, int(number)


def _new_fact(claims: list[Claim], index: LinkIndex, others: Mapping[str, NewFact]) -> NewFact:
    kinds = [claim.reading.kind for claim in claims if claim.reading is not None]
    kinds = [kind for kind in kinds if kind]
    happened = [kind for kind in kinds if kind not in {"plan", "forecast"}] or kinds or [""]
    # The most frequent kind, and of equals the first.
    kind = max(dict.fromkeys(happened), key=happened.count)
    name = fact_id(claims[0], kind, lambda fact: fact in index or fact in others)
    return NewFact(name, fact_title(claims[0]), kind, tuple(claim.id for claim in claims))


def _reason(member: int, cluster: Cluster, tellings: list[Telling], index: LinkIndex) -> Score:
    """Return the best score by which a claim came to a known fact, maybe through another claim."""
    assert cluster.fact is not None
    told = index.explain(tellings[member], cluster.fact)
    assert told is not None  # some claim of the cluster is near it, so that something is known
    if told.total >= LINK:
        return told
    others = (tellings[other] for other in cluster.members if other != member)
    scores = (explained(tellings[member], other) for other in others)
    return max([told, *scores], key=lambda one: one.total)


def _doubtful(
    fact: str,
    cluster: Cluster,
    tellings: list[Telling],
    near: list[Near],
    index: LinkIndex,
) -> list[Proposal]:
    """Return the known fact, if any, that a new one is nearly sure enough to be."""
    # What can be one comes before what a date forbids, and the greater total before the smaller.
    ranked = [
        (possible, total, known, member)
        for member in cluster.members
        for possible, found in ((True, near[member].facts), (False, near[member].slips))
        for known, total in found.items()
    ]
    if not ranked:
        return []
    *_, known, member = max(ranked)
    scored = index.explain(tellings[member], known)
    assert scored is not None  # it is near, so that something is known of it
    return [Proposal(fact, known, scored, scored.why)]


def _bridges(
    cluster: Cluster, tellings: list[Telling], near: list[Near], index: LinkIndex
) -> list[Proposal]:
    """Return the known facts that the article shows to be the one its claims are linked to."""
    assert cluster.fact is not None
    found = []
    others = {
        known
        for member in cluster.members
        for known, total in near[member].facts.items()
        if total >= LINK and known != cluster.fact
    }
    for known in sorted(others):
        if not index.agree(known, cluster.fact):
            continue
        member = max(cluster.members, key=lambda one: near[one].facts.get(known, 0.0))
        scored = index.explain(tellings[member], known)
        assert scored is not None  # it is near, so that something is known of it
        into, fact = sorted((known, cluster.fact))
        found.append(Proposal(fact, into, scored, scored.why))
    return found
