"""Articles into the store: read by an extractor, linked to what is known, appended as one whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from timeline.errors import StoreError
from timeline.ingestion._kept_pages import KeptPages, Outdated
from timeline.ingestion._remembered import Remembered
from timeline.ingestion._report import Ingested
from timeline.ingestion._reread import Stored, reread
from timeline.linking import Proposal, assign
from timeline.model import (
    CURATION,
    ArticlePublished,
    ClaimCorrected,
    ClaimLinked,
    ClaimRevised,
    ClaimStated,
    FactDescribed,
    SourceDefined,
)
from timeline.queries._collector import collector_paused
from timeline.store import ExpectedVersion, MemoryStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.extraction import Extraction, Extractor, KnownSources
    from timeline.linking import LinkIndex
    from timeline.model import Article, Claim, Event, Source
    from timeline.store import EventStore

T = TypeVar("T")

SOME = 500
"""So many events are worth keeping what they come to, by whoever is done."""

MANY = 5_000
"""And so many meanwhile; what is kept need not be held, so that memory does not grow."""


class Intake:
    """Takes articles into a store, one after the other.

    It remembers what the store holds of facts and sources, and follows what others append. Beside
    a log in a file it keeps what it remembers, and begins with what was kept; the log is read from
    there on. Nothing that it does depends on that.

    Args:
        store: where the events go.
        extractor: what reads the articles.
    """

    def __init__(self, store: EventStore, extractor: Extractor) -> None:
        self.store = store
        self.extractor = extractor
        self.keeps = not isinstance(store, MemoryStore)
        """Whether what is remembered is kept beside the log."""
        self._pages = KeptPages(store)
        self._begin()

    @property
    def index(self) -> LinkIndex:
        """The facts that are known; another one whenever others have kept more."""
        return self._remembered.index

    @property
    def sources(self) -> KnownSources:
        """The sources that are known."""
        return self._remembered.sources

    def take(self, article: Article) -> Ingested:
        """Read one article and append what it says; of one that is stored already, what changed.

        Raises:
            WrongExpectedVersion: somebody else appended to its stream meanwhile.
        """
        with collector_paused():  # nothing that is made here is in cycles
            done = self._steadily(lambda: self._taken(article))
            self.keep(MANY)
            return done

    def _taken(self, article: Article) -> Ingested:
        self._read_on()
        known = self._remembered
        outlet = known.outlet(article.outlet)
        if outlet is not None:  # it is known under another id
            article = attrs.evolve(article, outlet=outlet)
        version = self.store.version(article.id)
        held = known.article(article.id)
        if held is not None and _same(held, article):
            return Ingested(article.id, 0, version)
        extraction = self.extractor.extract(article, known.sources)
        extraction = known.spellings.unified(extraction, known.sources)
        if held is None and version == 0:
            return self._first(article, extraction)
        return self._again(article, extraction, version)

    # ---- Remembering ---------------------------------------------------------------------------

    def catch_up(self) -> None:
        """Take in what was appended since the last time, by whomever."""
        self.asked(lambda _: None)

    def asked(self, question: Callable[[LinkIndex], T]) -> T:
        """Catch up, and return what is asked of the facts; it may be asked again."""

        def answered() -> T:
            self._read_on()
            return question(self.index)

        with collector_paused():
            return self._steadily(answered)

    def keep(self, least: int = 1) -> None:
        """Keep what is remembered beside the log, if *least* events are not in what was kept.

        It is a cache: all is the same without it, and takes longer once.
        """
        try:
            self._keep(least)
        except Outdated:
            self._begin()

    def _keep(self, least: int) -> None:
        remembered = self._remembered
        if not self.keeps or remembered.position - self._pages.position < least:
            return
        try:
            kept = self._pages.keep(remembered.changed(), remembered.position)
        except StoreError:
            # The disk is full, or another process holds the file. Nothing depends on it.
            self.keeps = kept = False
        if kept:
            remembered.settle()

    def _begin(self, *, afresh: bool = False) -> None:
        if not self.keeps:
            self._remembered = Remembered(self.store)
            return
        self._pages.begin(afresh=afresh)
        try:
            self._remembered = Remembered(self.store, self._pages.read, self._pages.position)
        except Outdated:
            self._pages.begin(afresh=True)
            self._remembered = Remembered(self.store, self._pages.read)

    def _steadily(self, action: Callable[[], T]) -> T:
        """Do something, and anew if others keep more meanwhile."""
        for afresh in (False, True):
            try:
                return action()
            except Outdated:
                self._begin(afresh=afresh)
        return action()  # out of the log alone

    def _read_on(self) -> None:
        if self.store.head().position == self._remembered.position:
            return
        for recorded in self.store.read_all(after=self._remembered.position):
            self._remembered.apply(recorded.event, recorded.position)
            if recorded.position % SOME == 0:
                self._keep(MANY)

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
        names = [*self._defined(extraction.sources), *names]
        self._append(
            [
                (CURATION, names, ExpectedVersion.ANY),
                (article.id, [*news, *links], ExpectedVersion.NO_STREAM),
            ]
        )
        return Ingested(
            article.id,
            len(news) + len(links),
            self.store.version(article.id),
            proposals,
            named=len(names),
            refused=_refused(article, extraction),
        )

    def _again(self, article: Article, extraction: Extraction, version: int) -> Ingested:
        stored = Stored.of(recorded.event for recorded in self.store.read(article.id))
        changed = reread(stored, article, extraction)
        names, links, proposals = self._linked(changed.new_claims)
        events: list[Event] = [*changed.events, *links]
        names = [*self._defined(extraction.sources), *names]
        self._append([(CURATION, names, ExpectedVersion.ANY), (article.id, events, version)])
        return Ingested(
            article.id,
            len(events),
            self.store.version(article.id),
            proposals,
            changed.unplaced,
            len(names),
            _refused(article, extraction),
        )

    def _linked(
        self, claims: Sequence[Claim]
    ) -> tuple[list[Event], list[Event], tuple[Proposal, ...]]:
        """Return the events that describe new facts, those that link claims, and proposals."""
        found = assign(claims, self.index)
        names: list[Event] = [
            FactDescribed(fact.id, fact.title, fact.kind) for fact in found.new_facts
        ]
        links: list[Event] = [
            ClaimLinked(claim.id, found.facts[claim.id])
            for claim in claims
            if claim.id in found.facts
        ]
        return names, links, found.proposals

    def _defined(self, sources: Iterable[Source]) -> list[Event]:
        return [SourceDefined(one) for one in sources if self.sources.get(one.id) != one]

    def _append(self, batches: list[tuple[str, list[Event], ExpectedVersion | int]]) -> None:
        batches = [batch for batch in batches if batch[1]]
        if not batches:
            return
        before = self._remembered.position
        head = self.store.append_all(batches)
        events = [event for _, batch, _ in batches for event in batch]
        if head.position != before + len(events):
            return  # somebody else appended, too: the next time, all is read in order
        try:
            for position, event in enumerate(events, before + 1):
                self._remembered.apply(event, position)
        except Outdated:
            self._begin()


def _refused(article: Article, extraction: Extraction) -> tuple[str, ...]:
    return tuple(f"{article.id}: {one.reason}" for one in extraction.refused)


def _same(held: Article, article: Article) -> bool:
    return attrs.evolve(article, text=None) == attrs.evolve(held, text=None)
