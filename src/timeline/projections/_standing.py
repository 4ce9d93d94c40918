"""The fold that all built-in projections share: which claims about a fact stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, assert_never

import attrs

from timeline.dates import When
from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    Attribution,
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
    def attribution(self) -> Attribution:
        """Its chain of sources."""

    @property
    def occurred(self) -> When | None:
        """When it happened, as far as the claim says."""


SpokenT_co = TypeVar("SpokenT_co", bound=Spoken, covariant=True)


class Standing(Word):
    """Whether a claim still stands, or what became of it."""

    STANDS = "stands"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


@attrs.frozen
class Told(Generic[SpokenT_co]):
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

    claim: SpokenT_co
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


Account = tuple[Told[Claim], ...]
"""All that was told of a fact, in fold order: the state of every built-in projection."""

SpokenT = TypeVar("SpokenT", bound=Spoken)


def told(account: Account, news: News) -> Account:
    """Return *account* after *news*: the one `evolve` of the built-in projections."""
    match news.event:
        case ClaimStated(claim=claim):
            return (*account, Told(claim, news.known, news.stated, news.article.published))
        case ClaimCorrected(claim=claim, note=note):
            before = ended(account, claim.id, Standing.CORRECTED, news.stated, note)
            return (*before, Told(claim, news.known, news.stated, news.article.published))
        case ClaimRetracted(claim=claim_id, note=note):
            return ended(account, claim_id, Standing.RETRACTED, news.stated, note)
        case ArticlePublished() | ArticleCorrected():
            return account
    assert_never(news.event)


def ended(
    account: tuple[Told[SpokenT], ...], claim: str, how: Standing, when: When, note: str
) -> tuple[Told[SpokenT], ...]:
    """Return *account* with the standing wording of *claim* at an end."""
    return tuple(
        attrs.evolve(one, standing=how, ended=when, note=note)
        if one.claim.id == claim and one.stands
        else one
        for one in account
    )
