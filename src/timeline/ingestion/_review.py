"""What a person may want to look at, and the events that their decisions are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.ingestion._reread import Stored
from timeline.linking import Score, likely
from timeline.model import (
    Article,
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    FactDescribed,
    FactsMerged,
    article_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.ingestion._intake import Intake
    from timeline.linking import LinkIndex
    from timeline.store import EventStore

UNSURE = 0.6
"""Below which confidence a claim is shown for review, unless another limit is given."""


@attrs.frozen
class DoubtfulClaim:
    """A claim that a machine read, and is not sure of.

    Args:
        claim: the claim.
        fact: the fact that it is linked to.
        article: its article, with the text that it quotes.
        correction: which wording it is: 0 for the first, or the number of the correction.
    """

    claim: Claim
    fact: str
    article: Article
    correction: int = 0

    def accepted(self) -> tuple[Event, ...]:
        """Return the events that let it stand as it is, as read by a person."""
        return (ClaimRevised(attrs.evolve(self.claim, reading=None), self.correction),)

    def edited(self, claim: Claim) -> tuple[Event, ...]:
        """Return the events that let it read as *claim* does."""
        return (ClaimRevised(attrs.evolve(claim, reading=None), self.correction),)

    def moved(self, fact: str, title: str = "", kind: str = "") -> tuple[Event, ...]:
        """Return the events that link it to another fact; a new one has a title."""
        described = (FactDescribed(fact, title, kind),) if title else ()
        return (*described, ClaimLinked(self.claim.id, fact), *self.accepted())

    def rejected(self, note: str = "") -> tuple[Event, ...]:
        """Return the events that say that there is no such claim."""
        return (ClaimDismissed(self.claim.id, note),)


@attrs.frozen
class DoubtfulPair:
    """Two facts that may be one.

    Args:
        fact: the fact that would go.
        into: the fact that it would become part of.
        claim: the claim of *fact* that speaks for it.
        claims: all claims of *fact*.
        score: how likely they are one, and why.
    """

    fact: str
    into: str
    claim: Claim
    claims: tuple[str, ...]
    score: Score

    def merged(self) -> tuple[Event, ...]:
        """Return the events that make one of them."""
        return (FactsMerged(self.fact, self.into),)

    def kept_apart(self) -> tuple[Event, ...]:
        """Return the events that let both stand: the claims are linked once more, by a person."""
        return tuple(ClaimLinked(claim, self.fact) for claim in self.claims)


def doubtful_claims(intake: Intake, below: float = UNSURE) -> Iterator[DoubtfulClaim]:
    """Yield the claims of which a machine is less sure than *below*, the least sure first.

    Claims that a person has written, revised, taken back or dismissed are not among them.

    Args:
        intake: what takes in articles; it knows what claims are linked to.
        below: the confidence below which a claim is doubtful.
    """
    articles: dict[str, Article] = {}
    claims: dict[str, Claim] = {}
    corrections: dict[str, int] = {}
    gone: set[str] = set()
    for recorded in intake.store.read_all():
        match recorded.event:
            case ArticlePublished(article=article) | ArticleRevised(article=article):
                articles[article.id] = article
            case ArticleCorrected(article=name, text=text) if text is not None:
                articles[name] = attrs.evolve(articles[name], text=text, sha256="")
            case ClaimStated(claim=claim) | ClaimRevised(claim=claim):
                claims[claim.id] = claim
            case ClaimCorrected(claim=claim):
                claims[claim.id] = claim
                corrections[claim.id] = corrections.get(claim.id, 0) + 1
            case ClaimRetracted(claim=name) | ClaimDismissed(claim=name):
                gone.add(name)
            case ClaimLinked(claim=name):
                gone.discard(name)
            case _:
                pass
    doubtful = [
        (claim.reading.confidence, number, claim)
        for number, claim in enumerate(claims.values())
        if claim.reading is not None and claim.reading.confidence < below and claim.id not in gone
    ]
    doubtful.sort(key=lambda one: one[:2])
    facts = intake.asked(lambda index: {one.id: index.fact_of(one.id) for _, _, one in doubtful})
    for _, _, claim in doubtful:
        fact = facts[claim.id] or claim.id
        yield DoubtfulClaim(claim, fact, articles[claim.article], corrections.get(claim.id, 0))


def claim_now(store: EventStore, claim: str) -> Claim | None:
    """Return a claim as it reads now; None if it is not there, was taken back or dismissed.

    Args:
        store: where it is.
        claim: its id.
    """
    stored = Stored.of(recorded.event for recorded in store.read(article_of(claim)))
    if claim in stored.retracted | stored.dismissed:
        return None
    return stored.claims.get(claim)


def doubtful_pairs(intake: Intake) -> Iterator[DoubtfulPair]:
    """Yield pairs of facts that may be one, the likeliest first.

    Facts whose claims a person has linked are left alone.

    Args:
        intake: what takes in articles; it knows the facts.
    """
    claims = tuple(intake.claims())
    yield from intake.asked(lambda index: _pairs(claims, index))


def _pairs(told: Iterable[Claim], index: LinkIndex) -> list[DoubtfulPair]:
    pairs: dict[frozenset[str], DoubtfulPair] = {}
    for claim in told:
        fact = index.fact_of(claim.id)
        if fact is None or claim.reading is None or index.is_fixed(claim.id):
            continue
        claims = index.claims_of(fact)
        for other, score in likely(claim, index):
            # The smaller one becomes a part of the larger.
            others = index.claims_of(other)
            if len(others) < len(claims) or all(map(index.is_fixed, others)):
                continue
            pair = frozenset((fact, other))
            before = pairs.get(pair)
            if before is None or before.score.total < score.total:
                pairs[pair] = DoubtfulPair(fact, other, claim, claims, score)
    return sorted(pairs.values(), key=lambda one: (-one.score.total, one.fact, one.into))
