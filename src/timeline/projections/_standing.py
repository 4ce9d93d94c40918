"""The fold that all built-in projections share: which claims about a fact stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, assert_never

import attrs

from timeline.dates import When
from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    Claim,
    ClaimCorrected,
    ClaimRetracted,
    ClaimStated,
    Known,
    Stance,
    Word,
)

if TYPE_CHECKING:
    from timeline.projections._news import News


class Spoken(Protocol):
    """As much of a claim as it takes to judge a fact; `Claim` is one."""

    @property
    def id(self) -> str:
        """The id of the claim."""

    @property
    def article(self) -> str:
        """The id of its article."""

    @property
    def stance(self) -> Stance:
        """How its origin stands to it."""

    @property
    def chain(self) -> tuple[str, ...]:
        """Its sources, nearest first."""

    @property
    def occurred(self) -> When | None:
        """When it happened, as far as the claim says."""


class Standing(Word):
    """Whether a claim still stands, or what became of it."""

    STANDS = "stands"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


@attrs.frozen
class Told:
    """A claim in one wording, as an article told it.

    Args:
        claim: the claim in this wording.
        known: the days in which the wording became known, by the clock of the question.
        stated: when the source, or the outlet that corrects itself, said so.
        published: when its article was printed.
        standing: whether the outlet stands by it.
        ended: when it was corrected or retracted, in words; None while it stands.
        note: what the outlet said when it corrected or retracted it.
    """

    claim: Claim
    known: Known
    stated: When
    published: When
    standing: Standing = Standing.STANDS
    ended: When | None = None
    note: str = ""

    @property
    def stands(self) -> bool:
        """Whether the outlet stands by it."""
        return self.standing is Standing.STANDS


Account = tuple[Told, ...]
"""All that was told of a fact, in fold order: the state of every built-in projection."""


def told(account: Account, news: News) -> Account:
    """Return *account* after *news*: the one `evolve` of the built-in projections."""
    match news.event:
        case ClaimStated(claim=claim):
            return (*account, Told(claim, news.known, news.stated, news.article.published))
        case ClaimCorrected(claim=claim, note=note):
            before = _ended(account, claim.id, Standing.CORRECTED, news.stated, note)
            return (*before, Told(claim, news.known, news.stated, news.article.published))
        case ClaimRetracted(claim=claim_id, note=note):
            return _ended(account, claim_id, Standing.RETRACTED, news.stated, note)
        case ArticlePublished() | ArticleCorrected():
            return account
    assert_never(news.event)


def standing(account: Account) -> list[Claim]:
    """Return the claims that stand, in fold order."""
    return [one.claim for one in account if one.stands]


def _ended(account: Account, claim: str, how: Standing, when: When, note: str) -> Account:
    return tuple(
        attrs.evolve(one, standing=how, ended=when, note=note)
        if one.claim.id == claim and one.stands
        else one
        for one in account
    )
