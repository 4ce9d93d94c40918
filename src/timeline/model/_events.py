"""What happens to a collection: news events, which the world dates, and curation, which we do.

News events have a known interval of their own and decide what was known on a date. Curation
events are what the keepers of the collection decided; they are dated by `recorded` alone and
change how all news is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.errors import InvalidValue
from timeline.model._article import CURATION, Article
from timeline.model._claim import Claim, article_of, check_claim_id
from timeline.model._dated import as_ended
from timeline.model._source import Source, check_id

if TYPE_CHECKING:
    from collections.abc import Iterable


def _each_once(claims: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claims))


# ---- News ----------------------------------------------------------------------------------


@attrs.frozen
class ArticlePublished:
    """An outlet printed an article. Opens the article's stream."""

    article: Article


@attrs.frozen
class ClaimStated:
    """An article says something."""

    claim: Claim


@attrs.frozen
class ClaimCorrected:
    """The outlet changed what it says, on a date: earlier answers stay as they were.

    Args:
        claim: what it says now, under the id of the claim that it replaces.
        on: when the outlet corrected itself; never before the claim that it corrects.
        note: what the outlet said of it.
    """

    claim: Claim
    on: When = attrs.field(converter=as_ended)
    note: str = ""


@attrs.frozen
class ClaimRetracted:
    """The outlet took a claim back, on a date."""

    claim: str
    on: When = attrs.field(converter=as_ended)
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check_claim_id(self.claim, "claim-retracted.claim")


@attrs.frozen
class ArticleCorrected:
    """The outlet changed its text, on a date; claims change by events of their own."""

    article: str
    on: When = attrs.field(converter=as_ended)
    text: str | None = attrs.field(default=None, repr=False)
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check_id(self.article, "article-corrected.article")


# ---- Curation ------------------------------------------------------------------------------


@attrs.frozen
class ArticleRevised:
    """We had read an article wrong, its date for instance: every answer is given anew."""

    article: Article


@attrs.frozen
class ClaimRevised:
    """We had read a claim wrong: every date is answered anew.

    Args:
        claim: how we read it now, under the same id.
        correction: which wording is read anew: 0 for the claim as first stated, 1 for its first
            correction by the outlet, and so on.
    """

    claim: Claim
    correction: int = 0

    def __attrs_post_init__(self) -> None:
        if self.correction < 0:
            raise InvalidValue(
                "claim-revised.correction", expected="0 or more", got=self.correction
            )


@attrs.frozen
class ClaimLinked:
    """A claim is about a fact. The last link of a claim counts."""

    claim: str
    fact: str

    def __attrs_post_init__(self) -> None:
        check_claim_id(self.claim, "claim-linked.claim")
        check_id(self.fact, "claim-linked.fact")


@attrs.frozen
class ClaimDismissed:
    """We had read a claim where there is none; it is about nothing until it is linked again."""

    claim: str
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check_claim_id(self.claim, "claim-dismissed.claim")


@attrs.frozen
class FactDescribed:
    """A fact has a title and a kind, such as ``capture``."""

    fact: str
    title: str
    kind: str = ""

    def __attrs_post_init__(self) -> None:
        check_id(self.fact, "fact-described.fact")


@attrs.frozen
class FactsMerged:
    """Two facts are one: all claims of *fact*, and later links to it, go to *into*."""

    fact: str
    into: str

    def __attrs_post_init__(self) -> None:
        check_id(self.fact, "facts-merged.fact")
        check_id(self.into, "facts-merged.into")
        if self.fact == self.into:
            raise InvalidValue("facts-merged.into", expected="another fact", got=self.into)


@attrs.frozen
class FactSplit:
    """Some claims of *fact* are about another one, *into*."""

    fact: str
    into: str
    claims: tuple[str, ...] = attrs.field(converter=_each_once)

    def __attrs_post_init__(self) -> None:
        check_id(self.fact, "fact-split.fact")
        check_id(self.into, "fact-split.into")
        if self.fact == self.into:
            raise InvalidValue("fact-split.into", expected="another fact", got=self.into)
        if not self.claims:
            raise InvalidValue("fact-split.claims", expected="at least one claim", got=())
        for claim in self.claims:
            check_claim_id(claim, "fact-split.claims")


@attrs.frozen
class SourceDefined:
    """A source has a canonical id, a name and aliases."""

    source: Source


@attrs.frozen
class SourcesMerged:
    """Two sources are one: every chain that names *source* names *into* instead."""

    source: str
    into: str

    def __attrs_post_init__(self) -> None:
        check_id(self.source, "sources-merged.source")
        check_id(self.into, "sources-merged.into")
        if self.source == self.into:
            raise InvalidValue("sources-merged.into", expected="another source", got=self.into)


NewsEvent = ArticlePublished | ClaimStated | ClaimCorrected | ClaimRetracted | ArticleCorrected
"""What the world did, with a known interval."""

CurationEvent = (
    ArticleRevised
    | ClaimRevised
    | ClaimLinked
    | ClaimDismissed
    | FactDescribed
    | FactsMerged
    | FactSplit
    | SourceDefined
    | SourcesMerged
)
"""What we decided, dated by `recorded` alone."""

Event = NewsEvent | CurationEvent
"""Everything that can be appended to a store."""


def stream_of(event: Event) -> str:
    """Return the stream that an event belongs to: its article's, or `CURATION`."""
    match event:
        case ArticlePublished(article=article) | ArticleRevised(article=article):
            return article.id
        case ArticleCorrected(article=name):
            return name
        case ClaimStated(claim=claim) | ClaimCorrected(claim=claim) | ClaimRevised(claim=claim):
            return claim.article
        case ClaimRetracted(claim=name) | ClaimLinked(claim=name) | ClaimDismissed(claim=name):
            return article_of(name)
        case _:
            return CURATION
