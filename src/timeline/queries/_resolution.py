"""Curation resolved: how the first so many events of a store say that its news is to be read.

It reads index rows and decodes only the rare events that curate, so that opening a large store
never reads every claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.errors import BrokenStore
from timeline.model import (
    Article,
    ArticlePublished,
    ArticleRevised,
    ClaimRevised,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Source,
    SourceDefined,
    SourcesMerged,
    article_of,
)
from timeline.store import EventStore, IndexRow

if TYPE_CHECKING:
    from collections.abc import Iterable


@attrs.define
class Wording:
    """A claim as first stated, or as its outlet corrected it.

    Args:
        row: the news event that brought it: when it became known.
        content: the event that holds how we read it now: the same, or its last revision.
    """

    row: IndexRow
    content: IndexRow


@attrs.define
class ClaimLife:
    """All that happened to one claim."""

    id: str
    wordings: list[Wording] = attrs.field(factory=list)
    retractions: list[IndexRow] = attrs.field(factory=list)


class Resolution:
    """How the first `position` events of a store are to be read."""

    def __init__(self, store: EventStore) -> None:
        self.store = store
        self.position = 0
        self.epoch = 0
        """Changes whenever every fact may read differently."""
        self.articles: dict[str, IndexRow] = {}
        self.article_news: list[IndexRow] = []
        self.claims: dict[str, ClaimLife] = {}
        self.sources: dict[str, Source] = {}
        self.canonical: dict[str, str] = {}
        self.touched: dict[str, int] = {}
        """The position of the last event that changed how a fact reads."""
        self._claims_of_article: dict[str, list[str]] = {}
        self._fact_of: dict[str, str] = {}
        self._claims_of: dict[str, dict[str, None]] = {}
        self._merged_into: dict[str, str] = {}
        self._described: dict[str, FactDescribed] = {}
        self._articles_read: dict[int, Article] = {}

    # ---- Asking ----------------------------------------------------------------------------

    def fact_of(self, claim: str) -> str:
        """Return the fact that a claim is about: the claim's own id where nobody linked it."""
        return self._fact_of.get(claim, claim)

    def claims_of(self, fact: str) -> list[ClaimLife]:
        """Return the lives of the claims about *fact*."""
        ids: Iterable[str] = self._claims_of.get(fact, ())
        return [self.claims[claim] for claim in ids if claim in self.claims]

    def facts(self) -> list[str]:
        """Return the facts that some claim is about."""
        return [
            fact
            for fact, claims in self._claims_of.items()
            if any(claim in self.claims for claim in claims)
        ]

    def described(self, fact: str) -> FactDescribed | None:
        """Return the title and kind of *fact*, or those of a fact merged into it."""
        if fact in self._described:
            return self._described[fact]
        for merged in self._merged_into:
            if merged in self._described and self.surviving(merged) == fact:
                return self._described[merged]
        return None

    def described_facts(self) -> Iterable[str]:
        """Return the ids of facts that have a title."""
        return self._described

    def surviving(self, fact: str) -> str:
        """Return the fact that *fact* was merged into, or itself."""
        while fact in self._merged_into:
            fact = self._merged_into[fact]
        return fact

    def article(self, article: str) -> Article:
        """Return an article as last revised."""
        position = self.articles[article].position
        if position not in self._articles_read:
            event = self.event(position)
            assert isinstance(event, ArticlePublished | ArticleRevised)
            read = event.article
            outlet = self.canonical.get(read.outlet, read.outlet)
            self._articles_read[position] = attrs.evolve(read, outlet=outlet)
        return self._articles_read[position]

    def event(self, position: int) -> Event:
        """Read the event at a position."""
        return self.store.fetch([position])[0].event

    # ---- Reading on ------------------------------------------------------------------------

    def advance(self, upto: int) -> None:
        """Read on to the event at position *upto*."""
        if upto <= self.position:
            return
        for row in self.store.rows(after=self.position, upto=upto):
            self._apply(row)
            self.position = row.position

    def _apply(self, row: IndexRow) -> None:
        match row.type.partition(".")[0]:
            case "article-published":
                self._set_article(row.stream, row)
                self.article_news.append(row)
            case "article-corrected":
                self.article_news.append(row)
            case "claim-stated":
                self._state(_claim(row), row)
            case "claim-corrected":
                life = self._life(_claim(row), row)
                life.wordings.append(Wording(row, row))
                self._touch(self.fact_of(life.id), row)
            case "claim-retracted":
                life = self._life(_claim(row), row)
                life.retractions.append(row)
                self._touch(self.fact_of(life.id), row)
            case "claim-linked":
                assert row.fact is not None
                self._assign(_claim(row), self.surviving(row.fact), row)
            case _:
                self._curate(row)

    def _curate(self, row: IndexRow) -> None:
        match self.event(row.position):
            case ArticleRevised(article=article):
                self._set_article(article.id, row)
            case ClaimRevised(claim=claim, correction=correction):
                life = self._life(claim.id, row)
                if correction >= len(life.wordings):
                    raise BrokenStore(
                        "store",
                        row.position,
                        f"{claim.id} has no correction {correction} to revise",
                    )
                life.wordings[correction].content = row
                self._touch(self.fact_of(claim.id), row)
            case FactDescribed(fact=fact) as described:
                self._described[fact] = described
                self._touch(self.surviving(fact), row)
            case FactsMerged(fact=fact, into=into):
                self._merge(self.surviving(fact), self.surviving(into), row)
            case FactSplit(into=into, claims=claims):
                # Splitting to a name that had been merged away gives the name back its own life.
                self._merged_into.pop(into, None)
                for claim_id in claims:
                    self._assign(claim_id, into, row)
            case SourceDefined(source=source):
                self.sources[source.id] = source
            case SourcesMerged(source=name, into=into):
                self._merge_sources(name, self.canonical.get(into, into))
            case event:
                raise BrokenStore("store", row.position, f"{row.type} holds {event!r}")

    def _set_article(self, article: str, row: IndexRow) -> None:
        self.articles[article] = row
        for claim in self._claims_of_article.get(article, ()):
            self._touch(self.fact_of(claim), row)

    def _state(self, claim: str, row: IndexRow) -> None:
        article = article_of(claim)
        if article not in self.articles:
            raise BrokenStore("store", row.position, f"claim {claim} stands before its article")
        if claim in self.claims:
            raise BrokenStore("store", row.position, f"claim {claim} is stated twice")
        self.claims[claim] = ClaimLife(claim, [Wording(row, row)])
        self._claims_of_article.setdefault(article, []).append(claim)
        self._assign(claim, self.fact_of(claim), row)

    def _life(self, claim: str, row: IndexRow) -> ClaimLife:
        if claim not in self.claims:
            raise BrokenStore("store", row.position, f"{row.type} of the missing claim {claim}")
        return self.claims[claim]

    def _assign(self, claim: str, fact: str, row: IndexRow) -> None:
        before = self.fact_of(claim)
        self._claims_of.get(before, {}).pop(claim, None)
        self._touch(before, row)
        self._fact_of[claim] = fact
        self._claims_of.setdefault(fact, {})[claim] = None
        self._touch(fact, row)

    def _merge(self, fact: str, into: str, row: IndexRow) -> None:
        if fact == into:
            return
        for claim in list(self._claims_of.get(fact, ())):
            self._assign(claim, into, row)
        self._merged_into[fact] = into
        self._touch(into, row)

    def _merge_sources(self, name: str, into: str) -> None:
        gone = self.canonical.get(name, name)
        if gone == into:
            return
        self.canonical[gone] = into
        for source, target in self.canonical.items():
            if target == gone:
                self.canonical[source] = into
        self._articles_read.clear()
        self.epoch += 1

    def _touch(self, fact: str, row: IndexRow) -> None:
        self.touched[fact] = row.position


def _claim(row: IndexRow) -> str:
    if row.claim is None:
        raise BrokenStore("store", row.position, f"{row.type} names no claim")
    return row.claim
