"""Articles into the store: read by an extractor, linked to what is known, appended as one whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.extraction import KnownSources
from timeline.ingestion._report import Ingested
from timeline.ingestion._reread import Stored, reread
from timeline.ingestion._spellings import Spellings
from timeline.linking import LinkIndex, Proposal, link
from timeline.model import (
    CURATION,
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    FactDescribed,
    FactsMerged,
    FactSplit,
    SourceDefined,
    SourcesMerged,
    article_of,
    slug,
)
from timeline.queries._collector import collector_paused
from timeline.store import ExpectedVersion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.extraction import Extraction, Extractor
    from timeline.model import Article, Claim, Event, Source
    from timeline.store import EventStore


class Intake:
    """Takes articles into a store, one after the other.

    It remembers what the store holds of facts and sources, and follows what others append.

    Args:
        store: where the events go.
        extractor: what reads the articles.
    """

    def __init__(self, store: EventStore, extractor: Extractor) -> None:
        self.store = store
        self.extractor = extractor
        self.index = LinkIndex()
        self.sources = KnownSources()
        self._articles: dict[str, Article] = {}
        self._waiting: dict[str, Claim] = {}
        self._names: dict[str, str] = {}
        self._dismissed: set[str] = set()
        self._spellings = Spellings()
        self._position = 0

    def take(self, article: Article) -> Ingested:
        """Read one article and append what it says; of one that is stored already, what changed.

        Raises:
            WrongExpectedVersion: somebody else appended to its stream meanwhile.
        """
        with collector_paused():  # nothing that is made here is in cycles
            return self._taken(article)

    def _taken(self, article: Article) -> Ingested:
        self.catch_up()
        outlet = self._names.get(article.outlet)
        if outlet is not None:  # it is known under another id
            article = attrs.evolve(article, outlet=outlet)
        version = self.store.version(article.id)
        held = self._articles.get(article.id)
        if held is not None and _same(held, article):
            return Ingested(article.id, 0, version)
        extraction = self.extractor.extract(article, self.sources)
        extraction = self._spellings.unified(extraction, self.sources)
        if held is None and version == 0:
            return self._first(article, extraction)
        return self._again(article, extraction, version)

    def catch_up(self) -> None:
        """Take in what was appended since the last time, by whomever."""
        if self.store.head().position == self._position:
            return
        for recorded in self.store.read_all(after=self._position):
            self._apply(recorded.event)
            self._position = recorded.position

    def claims(self) -> Iterator[Claim]:
        """Yield the claims that the store holds, each as it reads now, in order."""
        claims: dict[str, Claim] = {}
        for recorded in self.store.read_all():
            match recorded.event:
                case (
                    ClaimStated(claim=claim)
                    | ClaimRevised(claim=claim)
                    | ClaimCorrected(claim=claim)
                ):
                    claims[claim.id] = claim
                case _:
                    pass
        yield from claims.values()

    # ---- Appending -----------------------------------------------------------------------------

    def _first(self, article: Article, extraction: Extraction) -> Ingested:
        news: list[Event] = [ArticlePublished(article), *map(ClaimStated, extraction.claims)]
        names, links, proposals = self._linked(extraction.claims)
        named = [*self._defined(extraction.sources), *names]
        self._append(
            [
                (CURATION, named, ExpectedVersion.ANY),
                (article.id, [*news, *links], ExpectedVersion.NO_STREAM),
            ]
        )
        return Ingested(
            article.id,
            len(news) + len(links),
            self.store.version(article.id),
            proposals,
            named=len(named),
        )

    def _again(self, article: Article, extraction: Extraction, version: int) -> Ingested:
        stored = Stored.of(recorded.event for recorded in self.store.read(article.id))
        changed = reread(stored, article, extraction)
        names, links, proposals = self._linked(changed.new_claims)
        events: list[Event] = [*changed.events, *links]
        named = [*self._defined(extraction.sources), *names]
        self._append(
            [
                (CURATION, named, ExpectedVersion.ANY),
                (article.id, events, version),
            ]
        )
        return Ingested(
            article.id,
            len(events),
            self.store.version(article.id),
            proposals,
            changed.unplaced,
            len(named),
        )

    def _linked(
        self, claims: Sequence[Claim]
    ) -> tuple[list[Event], list[Event], tuple[Proposal, ...]]:
        """Return the events that describe new facts, those that link claims, and proposals."""
        found = link(claims, self.index)
        names: list[Event] = [
            FactDescribed(fact.id, fact.title, fact.kind) for fact in found.new_facts
        ]
        facts = found.facts
        links: list[Event] = [
            ClaimLinked(claim.id, facts[claim.id]) for claim in claims if claim.id in facts
        ]
        return names, links, found.proposals

    def _defined(self, sources: Iterable[Source]) -> list[Event]:
        return [SourceDefined(one) for one in sources if self.sources.get(one.id) != one]

    def _append(self, batches: list[tuple[str, list[Event], ExpectedVersion | int]]) -> None:
        batches = [batch for batch in batches if batch[1]]
        if not batches:
            return
        before = self._position
        head = self.store.append_all(batches)
        events = [event for _, batch, _ in batches for event in batch]
        if head.position == before + len(events):
            for event in events:
                self._apply(event)
            self._position = head.position
        # else somebody else appended, too: the next catch_up reads it all in order

    # ---- Remembering ---------------------------------------------------------------------------

    def _apply(self, event: Event) -> None:
        match event:
            case ArticlePublished(article=article) | ArticleRevised(article=article):
                # The text stays in the store; its digest tells whether another one is the same.
                self._articles[article.id] = attrs.evolve(article, text=None)
            case ArticleCorrected():
                held = self._articles.get(event.article)
                if held is not None and event.text is not None:
                    corrected = attrs.evolve(held, text=event.text, sha256="")
                    self._articles[event.article] = attrs.evolve(corrected, text=None)
            case ClaimStated(claim=claim):
                self._waiting[claim.id] = claim
            case ClaimRevised(claim=claim) | ClaimCorrected(claim=claim):
                self._reread(claim)
            case ClaimLinked():
                self._link(event.claim, event.fact)
            case FactDescribed():
                self.index.describe(event.fact, event.title, event.kind)
            case FactsMerged():
                if event.fact in self.index:
                    self.index.merge(event.fact, event.into)
            case FactSplit():
                for claim_id in event.claims:
                    self._link(claim_id, event.into)
            case SourceDefined(source=source):
                self._define(source)
            case SourcesMerged():
                self._merge_sources(event.source, event.into)
            case ClaimDismissed():
                self.index.discard(event.claim)
                self._dismissed.add(event.claim)
            case ClaimRetracted():
                pass  # it was about its fact, and a later claim may still be

    def _reread(self, claim: Claim) -> None:
        if claim.id in self._dismissed:
            return
        fact = self.index.fact_of(claim.id)
        if fact is None:
            self._waiting[claim.id] = claim
        else:
            self.index.add(fact, claim, fixed=self.index.is_fixed(claim.id))

    def _link(self, claim_id: str, fact: str) -> None:
        self._dismissed.discard(claim_id)
        # Whoever links a claim anew has looked at it.
        again = self.index.fact_of(claim_id) is not None
        claim = self._waiting.pop(claim_id, None) or self._claim(claim_id)
        if claim is not None:
            self.index.add(fact, claim, fixed=again)

    def _claim(self, claim_id: str) -> Claim | None:
        """Read a claim from the store again; None where it has not been stated yet."""
        found = None
        for recorded in self.store.read(article_of(claim_id)):
            match recorded.event:
                case ClaimStated(claim=claim) | ClaimRevised(claim=claim) if claim.id == claim_id:
                    found = claim
                case _:
                    pass
        return found

    def _define(self, source: Source) -> None:
        self.sources[source.id] = source
        self._spellings.add(source)
        for name in (source.title, *source.aliases):
            if slug(name) != source.id:
                self._names.setdefault(slug(name), source.id)
        self._names.pop(source.id, None)

    def _merge_sources(self, name: str, into: str) -> None:
        gone = self.sources.pop(name, None)
        kept = self.sources.get(into)
        if gone is not None and kept is not None:
            aliases = (*kept.aliases, gone.title, *gone.aliases)
            self._define(attrs.evolve(kept, aliases=aliases))
            self._names[name] = into


def _same(held: Article, article: Article) -> bool:
    return attrs.evolve(article, text=None) == attrs.evolve(held, text=None)
