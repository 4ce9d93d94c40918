"""What else a claim could be about: for a person who looks at what was linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.linking._score import REVIEW
from timeline.linking._telling import telling_of

if TYPE_CHECKING:
    from timeline.linking._index import LinkIndex
    from timeline.linking._score import Score
    from timeline.model import Claim


def likely(claim: Claim, index: LinkIndex) -> tuple[tuple[str, Score], ...]:
    """Return the facts that *claim* could be about, beside its own, the likeliest first.

    Facts that a certain date forbids are not among them, nor are those that it resembles too
    little to ask a person.

    Args:
        claim: a claim that is linked already, or not.
        index: the facts that are known.
    """
    telling = telling_of(claim)
    own = index.fact_of(claim.id)
    found: list[tuple[str, Score]] = []
    for fact, total in index.near(telling).facts.items():
        if fact == own or total < REVIEW or (own is not None and not index.agree(fact, own)):
            continue
        score = index.explain(telling, fact)
        if score is not None:
            found.append((fact, score))
    return tuple(sorted(found, key=lambda one: (-one[1].total, one[0])))
