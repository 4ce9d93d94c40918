"""Curation resolved: how the first so many events of a store say that its news is to be read.

It reads index rows and decodes only the rare events that curate, so that opening a large store
never reads every claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import attrs

from timeline.errors import BrokenStore
from timeline.model import (
    Article,
    ArticlePublished,
    ArticleRevised,
    Attribution,
    ClaimLinked,
    ClaimRevised,
    FactDescribed,
    FactsMerged,
    FactSplit,
    SourceDefined,
    SourcesMerged,
    article_of,
)
from timeline.queries._collector import collector_paused
from timeline.store import IndexRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Event, Source
    from timeline.store import EventStore

Join = ClaimLinked | FactsMerged | FactSplit | SourcesMerged
"""What joins or divides claims, facts and sources."""


@attrs.define(eq=False)
class Wording:
    """A claim as its outlet corrected it.

    Args:
        row: the news event that brought it: when it became known.
        content: the event that holds how we read it now: the same, or its last revision.
    """

    row: IndexRow
    content: IndexRow


@attrs.define(eq=False)
class ClaimLife:
    """All that happened to one claim.

    Args:
        id: its id.
        fact: the fact that it is about.
        row: the event that stated it.
        content: the event that holds how we read it now: the same, or its last revision.
        corrections: its later wordings, in order.
        retractions: the events that took it back.
    """

    id: str
    fact: str
    row: IndexRow
    content: IndexRow
    # Most claims are neither corrected nor retracted, and there may be millions of them.
    corrections: list[Wording] | tuple[()] = ()
    retractions: list[IndexRow] | tuple[()] = ()

    def changes(self) -> list[Wording | IndexRow]:
        """Return the corrections and retractions in the order of their stream."""
        changes: list[Wording | IndexRow] = [*self.corrections, *self.retractions]
        return sorted(changes, key=_version) if len(changes) > 1 else changes


class Watcher(Protocol):
    """Somebody who remembers what facts read like."""

    def touched(self, fact: str) -> None:
        """Learn that *fact* may read otherwise now."""

    def overturned(self) -> None:
        """Learn that every fact may read otherwise now."""


def _version(change: Wording | IndexRow) -> int:
    return change.row.version if isinstance(change, Wording) else change.version


class Resolution:
    """How the first `position` events of a store are to be read."""

    def __init__(self, store: EventStore) -> None:
        self.store = store
        self.position = 0
        self.articles: dict[str, IndexRow] = {}
        self.article_news: list[IndexRow] = []
        self.claims: dict[str, ClaimLife] = {}
        self.sources: dict[str, Source] = {}
        self.canonical: dict[str, str] = {}
        """The ids of merged sources; replaced, never changed, so that an answer can keep it."""
        self.watchers: list[Watcher] = []
        self._claims_of_article: dict[str, list[ClaimLife]] = {}
        self._claims_of: dict[str, list[ClaimLife]] = {}
        self._awaited: dict[str, str] = {}
        self._merged_into: dict[str, str] = {}
        self._described: dict[str, FactDescribed] = {}
        self._articles_read: dict[int, Article] = {}

    # ---- Asking ----------------------------------------------------------------------------

    def fact_of(self, claim: str) -> str:
        """Return the fact that a claim is about: the claim's own id where nobody linked it."""
        life = self.claims.get(claim)
        return self._awaited.get(claim, claim) if life is None else life.fact

    def claims_of(self, fact: str) -> list[ClaimLife]:
        """Return the lives of the claims about *fact*."""
        return self._claims_of.get(fact, [])

    def facts(self) -> Iterable[str]:
        """Return the facts that some claim is about."""
        return self._claims_of.keys()

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

    def merged_facts(self) -> Iterable[str]:
        """Return the facts that were merged into others."""
        return self._merged_into

    def surviving(self, fact: str) -> str:
        """Return the fact that *fact* was merged into, or itself."""
        return self._merged_into.get(fact, fact)

    def chain(self, links: str) -> tuple[str, ...]:
        """Return the links of a chain, as the index has them, under canonical ids."""
        chain = tuple(links.split(" "))
        return Attribution(chain).renamed(self.canonical).chain if self.canonical else chain

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

    @classmethod
    def of(cls, store: EventStore, rows: Iterable[IndexRow], position: int) -> Resolution:
        """Return how some events of the first *position* ones are to be read, the others unseen."""
        resolution = cls(store)
        for row in rows:
            resolution._apply(row)
        resolution.position = position
        return resolution

    def advance(self, upto: int) -> None:
        """Read on to the event at position *upto*."""
        if upto <= self.position:
            return
        with collector_paused():
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
                self._state(row)
            case "claim-corrected":
                life = self._life(row)
                life.corrections = [*life.corrections, Wording(row, row)]
                self._touch(life.fact)
            case "claim-retracted":
                life = self._life(row)
                life.retractions = [*life.retractions, row]
                self._touch(life.fact)
            case "claim-linked":
                assert row.fact is not None
                assert row.claim is not None
                self.join(ClaimLinked(row.claim, row.fact))
            case _:
                self._curate(row)

    def _curate(self, row: IndexRow) -> None:
        match self.event(row.position):
            case ArticleRevised(article=article):
                self._set_article(article.id, row)
            case ClaimRevised(correction=correction):
                life = self._life(row)
                if correction > len(life.corrections):
                    problem = f"{life.id} has no correction {correction} to revise"
                    raise BrokenStore("store", row.position, problem)
                if correction:
                    life.corrections[correction - 1].content = row
                else:
                    life.content = row
                self._touch(life.fact)
            case FactDescribed(fact=fact) as described:
                self._described[fact] = described
                self._touch(self.surviving(fact))
            case SourceDefined(source=source):
                self.sources[source.id] = source
            case FactsMerged() | FactSplit() | SourcesMerged() as event:
                self.join(event)
            case event:
                raise BrokenStore("store", row.position, f"{row.type} holds {event!r}")

    def join(self, event: Join) -> None:
        """Apply what joins or divides."""
        match event:
            case ClaimLinked(claim=claim, fact=fact):
                self._assign(claim, self.surviving(fact))
            case FactsMerged(fact=fact, into=into):
                self._merge(self.surviving(fact), self.surviving(into))
            case FactSplit(into=into, claims=claims):
                # Splitting to a name that had been merged away gives the name back its own life.
                self._merged_into.pop(into, None)
                for claim in claims:
                    self._assign(claim, into)
            case SourcesMerged(source=name, into=into):
                self._merge_sources(name, self.canonical.get(into, into))

    def fork(self, claims: Iterable[str] = ()) -> Resolution:
        """Return a copy on which joins can be tried out, with some *claims* more."""
        fork = Resolution(self.store)
        for life in self.claims.values():
            fork._add(ClaimLife(life.id, life.fact, life.row, life.content))
        nowhere = IndexRow(0, "", 0, "")
        for claim in claims:
            fork._add(ClaimLife(claim, claim, nowhere, nowhere))
        fork._merged_into = dict(self._merged_into)
        fork.canonical = self.canonical
        return fork

    def joined(self) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
        """Return what is joined: claims to facts, facts to facts, sources to sources."""
        facts = {life.id: life.fact for life in self.claims.values()}
        return facts, dict(self._merged_into), self.canonical

    def _add(self, life: ClaimLife) -> None:
        self.claims[life.id] = life
        self._claims_of.setdefault(life.fact, []).append(life)

    def _set_article(self, article: str, row: IndexRow) -> None:
        self.articles[article] = row
        for life in self._claims_of_article.get(article, ()):
            self._touch(life.fact)

    def _state(self, row: IndexRow) -> None:
        assert row.claim is not None
        claim, article = row.claim, article_of(row.claim)
        if article not in self.articles:
            raise BrokenStore("store", row.position, f"claim {claim} stands before its article")
        if claim in self.claims:
            raise BrokenStore("store", row.position, f"claim {claim} is stated twice")
        life = ClaimLife(claim, self._awaited.pop(claim, claim), row, row)
        self._add(life)
        self._claims_of_article.setdefault(article, []).append(life)
        self._touch(life.fact)

    def _life(self, row: IndexRow) -> ClaimLife:
        if row.claim not in self.claims:
            problem = f"{row.type} of the missing claim {row.claim}"
            raise BrokenStore("store", row.position, problem)
        return self.claims[row.claim]

    def _assign(self, claim: str, fact: str) -> None:
        life = self.claims.get(claim)
        if life is None:
            self._awaited[claim] = fact
            return
        if life.fact == fact:
            return
        left = self._claims_of[life.fact]
        left.remove(life)
        if not left:
            del self._claims_of[life.fact]
        self._touch(life.fact)
        life.fact = fact
        self._claims_of.setdefault(fact, []).append(life)
        self._touch(fact)

    def _merge(self, fact: str, into: str) -> None:
        if fact == into:
            return
        for life in self._claims_of.pop(fact, ()):
            life.fact = into
            self._claims_of.setdefault(into, []).append(life)
        for claim, awaited in self._awaited.items():
            if awaited == fact:
                self._awaited[claim] = into
        for name, now in self._merged_into.items():
            if now == fact:
                self._merged_into[name] = into
        self._merged_into[fact] = into
        self._touch(fact)
        self._touch(into)

    def _merge_sources(self, name: str, into: str) -> None:
        gone = self.canonical.get(name, name)
        if gone == into:
            return
        canonical = {
            source: into if target == gone else target for source, target in self.canonical.items()
        }
        self.canonical = {**canonical, gone: into}
        self._articles_read.clear()
        for watcher in self.watchers:
            watcher.overturned()

    def _touch(self, fact: str) -> None:
        for watcher in self.watchers:
            watcher.touched(fact)
