"""Which claim that was read is which that a person wrote, and whether their dates are one.

Claims are aligned by evidence where the texts are the same, else by what they say: dates, kind,
origin, figures, words and place in the text; never by id. Each claim is aligned once.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import attrs
from rapidfuzz import fuzz

from timeline.model import (
    CURATION,
    Article,
    ArticlePublished,
    Claim,
    ClaimLinked,
    ClaimStated,
    FactDescribed,
    Figure,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline import Timeline
    from timeline.dates import When

_LEAST_OVERLAP = 0.3
_LEAST_LIKENESS = 0.45


@attrs.frozen
class Gold:
    """A curated claim, with the fact and the kind that it is about."""

    claim: Claim
    fact: str
    kind: str


def curated_claims(collection: Timeline, stream: str) -> tuple[Article | None, list[Gold]]:
    article: Article | None = None
    claims: dict[str, Claim] = {}
    links: dict[str, str] = {}
    for recorded in collection.store.read(stream):
        match recorded.event:
            case ArticlePublished(article=found):
                article = found
            case ClaimStated(claim=claim):
                claims[claim.id] = claim
            case ClaimLinked(claim=claim_id, fact=fact):
                links[claim_id] = fact
            case _:
                pass
    kinds = {
        recorded.event.fact: recorded.event.kind
        for recorded in collection.store.read(CURATION)
        if isinstance(recorded.event, FactDescribed)
    }
    return article, [
        Gold(claim, links.get(claim.id, ""), kinds.get(links.get(claim.id, ""), ""))
        for claim in claims.values()
    ]


def fits(
    gold: Gold, found: Claim, article: Article, curated: Article | None, *, same: bool
) -> bool:
    if same:
        return _overlap(gold.claim, found) >= _LEAST_OVERLAP
    return _likeness(gold, found, article, curated) >= _LEAST_LIKENESS


def same_bounds(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return one is other
    return _bounds(one) == _bounds(other)


def holds(wide: When, narrow: When) -> bool:
    """Whether what one allows is allowed by the other: it is vaguer, and true."""
    (low, high), (first, last) = _hull(wide), _hull(narrow)
    return low <= first and last <= high


def contradict(one: When, other: When) -> bool:
    """Whether no day is allowed by both."""
    (low, high), (first, last) = _hull(one), _hull(other)
    return high < first or last < low


def _hull(when: When) -> tuple[float, float]:
    return (
        -math.inf if when.earliest is None else when.earliest,
        math.inf if when.latest is None else when.latest,
    )


def _bounds(when: When) -> tuple[int | None, ...]:
    return when.start.earliest, when.start.latest, when.end.earliest, when.end.latest


def equal_figures(one: Figure, other: Figure) -> bool:
    return bound_alike(one, other) and one.measure == other.measure


def bound_alike(one: Figure, other: Figure) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


def aligned(
    gold: Sequence[Gold],
    found: Sequence[Claim],
    article: Article,
    curated: Article | None,
    *,
    same: bool,
) -> Iterable[tuple[int, int]]:
    least = _LEAST_OVERLAP if same else _LEAST_LIKENESS
    scores = []
    for number, one in enumerate(gold):
        for place, claim in enumerate(found):
            score = _overlap(one.claim, claim) if same else _likeness(one, claim, article, curated)
            if score >= least:
                scores.append((score + _agreement(one, claim), number, place))
    scores.sort(key=lambda row: (-row[0], row[1], row[2]))
    taken: set[int] = set()
    used: set[int] = set()
    for _, number, place in scores:
        if number not in taken and place not in used:
            taken.add(number)
            used.add(place)
            yield number, place


def _overlap(gold: Claim, found: Claim) -> float:
    one, other = gold.evidence, found.evidence
    if one is None or other is None:
        return 0.0
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / min(one.end - one.start, other.end - other.start)


def _agreement(gold: Gold, found: Claim) -> float:
    figures = any(
        equal_figures(one, other) for one in gold.claim.figures for other in found.figures
    )
    kind = found.reading is not None and found.reading.kind == gold.kind
    return (
        0.4 * same_bounds(gold.claim.occurred, found.occurred)
        + 0.2 * (gold.claim.attribution.origin == found.attribution.origin)
        + 0.2 * (gold.claim.stance is found.stance)
        + 0.3 * figures
        + 0.3 * kind
    )


def _likeness(gold: Gold, found: Claim, article: Article, curated: Article | None) -> float:
    quote = gold.claim.evidence.exact if gold.claim.evidence is not None else ""
    exact = found.evidence.exact if found.evidence is not None else ""
    words = fuzz.token_set_ratio(f"{gold.claim.text} {quote}", exact) / 100
    figures = any(
        equal_figures(one, other) for one in gold.claim.figures for other in found.figures
    )
    place = 0.0
    if curated is not None and gold.claim.evidence is not None and found.evidence is not None:
        there = gold.claim.evidence.start / max(1, len(curated.text or ""))
        here = found.evidence.start / max(1, len(article.text or ""))
        place = max(0.0, 1 - 4 * abs(there - here))
    return (
        0.4 * words
        + 0.2 * same_bounds(gold.claim.occurred, found.occurred)
        + 0.15 * (gold.claim.attribution.origin == found.attribution.origin)
        + 0.15 * figures
        + 0.25 * place
    )
