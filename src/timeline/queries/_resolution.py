"""Curation resolved: how the first so many events of a store say that its news is to be read.

It reads index rows and decodes only the rare events that curate, so that opening a large store
never reads every claim.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

import attrs

from timeline.errors import BrokenStore
from timeline.model import (
    Article,
    ArticlePublished,
    ArticleRevised,
    ClaimLinked,
    ClaimRevised,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Source,
    SourceDefined,
    SourcesMerged,
)
from timeline.queries._claims import ClaimLives
from timeline.queries._collector import collector_paused
from timeline.queries._columns import Columns
from timeline.queries._descriptions import Descriptions
from timeline.queries._entries import CORRECTED, NONE, RETRACTED, STATED
from timeline.queries._readings import Readings
from timeline.queries._rewrites import AT_ONCE, NOWHERE, told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model import Event
    from timeline.queries._claims import ClaimLife
    from timeline.queries._entries import Whens
    from timeline.queries._rewrites import Rewrite, Watcher
    from timeline.store import EventStore, IndexRow

Join = ClaimLinked | FactsMerged | FactSplit | SourcesMerged
"""What joins or divides claims, facts and sources."""


class Resolution(Columns):
    """How the first `position` events of a store are to be read."""

    def __init__(self, store: EventStore, whens: Whens | None = None) -> None:
        super().__init__(whens)
        self.store = store
        self.position = 0
        self.sources: dict[str, Source] = {}
        self.rewrites: list[Rewrite] = []
        """All that tells answers of earlier positions from those of now, beside new claims."""
        self.moved = array("i")
        """The claims that went from one fact to another, in order, once for each time."""
        self.watchers: list[Watcher] = []
        self._awaited: dict[str, str] = {}
        self._merged_into: dict[str, str] = {}
        self._descriptions = Descriptions()
        self._articles_read: dict[int, Article] = {}
        self.readings = Readings(self, {})
        """What claims say; replaced when sources are merged."""

    # ---- Asking ----------------------------------------------------------------------------

    @property
    def claims(self) -> Mapping[str, ClaimLife]:
        """The claims by id."""
        return ClaimLives(self.columns)

    @property
    def canonical(self) -> Mapping[str, str]:
        """The ids of merged sources."""
        return self.readings.canonical

    def fact_of(self, claim: str) -> str:
        """Return the fact that a claim is about: the claim's own id where nobody linked it."""
        number = self.columns.number(claim)
        return self._awaited.get(claim, claim) if number is None else self.columns.fact[number]

    def claims_of(self, fact: str) -> Iterable[int]:
        """Return the numbers of the claims about *fact*."""
        return self.columns.of_fact.get(fact, ())

    def facts(self) -> Iterable[str]:
        """Return the facts that some claim is about."""
        return (fact for fact in self.columns.of_fact if fact != NOWHERE)

    def described(self, fact: str, upto: int | None = None) -> FactDescribed | None:
        """Return the title and kind of *fact*, or those of a fact merged into it.

        Args:
            fact: the fact.
            upto: look at descriptions up to this position alone.
        """
        found = self._descriptions.of(fact, upto)
        if found is None and self._merged_into:
            merged = (one for one, into in self._merged_into.items() if into == fact)
            descriptions = (self._descriptions.of(one, upto) for one in merged)
            found = next((one for one in descriptions if one is not None), None)
        return found

    def described_facts(self) -> Iterable[str]:
        """Return the ids of facts that have a title."""
        return self._descriptions.facts()

    def merged_facts(self) -> Iterable[str]:
        """Return the facts that were merged into others."""
        return self._merged_into

    def surviving(self, fact: str) -> str:
        """Return the fact that *fact* was merged into, or itself."""
        return self._merged_into.get(fact, fact)

    def article(self, article: str) -> Article:
        """Return an article as last revised."""
        position = self.articles.content[self.articles[article]]
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

    # ---- Keeping ----------------------------------------------------------------------------

    def curated(self) -> dict[str, object]:
        """Return what curation says, beside the columns, as plain data."""
        return {
            "canonical": dict(self.canonical),
            "sources": [attrs.asdict(source) for source in self.sources.values()],
            "described": self._descriptions.plain(),
            "merged": self._merged_into,
            "awaited": self._awaited,
            "rewrites": self.rewrites,
        }

    def recall(self, curated: Mapping[str, Any]) -> None:
        """Take in what `curated` said."""
        self.readings = Readings(self, curated["canonical"])
        self.sources = {one["id"]: Source(**one) for one in curated["sources"]}
        self._descriptions = Descriptions.recalled(curated["described"])
        self._merged_into, self._awaited = curated["merged"], curated["awaited"]
        self.rewrites = [
            (place, None if facts is None else tuple(facts)) for place, facts in curated["rewrites"]
        ]

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
        self.kept = None
        with collector_paused():
            for row in self.store.rows(after=self.position, upto=upto):
                self._apply(row)
                self.position = row.position

    def _apply(self, row: IndexRow) -> None:
        match row.type.partition(".")[0]:
            case "claim-stated":
                self._state(row)
            case "claim-linked":
                assert row.fact is not None
                assert row.claim is not None
                self._link(row.claim, self.surviving(row.fact), row.position)
            case "claim-dismissed":
                assert row.claim is not None
                self._link(row.claim, NOWHERE, row.position)
            case "article-published":
                article = self._set_article(row.stream, row)
                self.articles.tell(row, article, NONE)
            case "article-corrected":
                if row.stream not in self.articles:
                    raise BrokenStore("store", row.position, f"no article is called {row.stream}")
                date = self.whens.number(row.date)
                self.articles.tell(row, self.articles[row.stream], date)
            case "claim-corrected":
                self._change(CORRECTED, row)
            case "claim-retracted":
                self._change(RETRACTED, row)
            case _:
                self._curate(row)

    def _curate(self, row: IndexRow) -> None:
        match self.event(row.position):
            case ArticleRevised(article=article):
                self._set_article(article.id, row)
            case ClaimRevised(correction=correction):
                self._revise(row, correction)
            case FactDescribed(fact=fact) as described:
                self._descriptions.add(row.position, described)
                self._touch(self.surviving(fact))
            case SourceDefined(source=source):
                self.sources[source.id] = source
            case FactsMerged() | FactSplit() | SourcesMerged() as event:
                self.join(event, row.position)
            case event:
                raise BrokenStore("store", row.position, f"{row.type} holds {event!r}")

    def join(self, event: Join, position: int = 0) -> None:
        """Apply what joins or divides, which stands at a *position* of the log."""
        match event:
            case ClaimLinked(claim=claim, fact=fact):
                self._link(claim, self.surviving(fact), position)
            case FactsMerged(fact=fact, into=into):
                self._merge(self.surviving(fact), self.surviving(into), position)
            case FactSplit(fact=fact, into=into, claims=claims):
                # Splitting to a name that had been merged away gives the name back its own life.
                stays = self._merged_into.pop(into, into)
                self.rewrites.append((position, (fact, into, stays)))
                for claim in claims:
                    self._link(claim, into, position)
            case SourcesMerged(source=name, into=into):
                self._merge_sources(name, self.canonical.get(into, into), position)

    def fork(self, claims: Iterable[str] = ()) -> Resolution:
        """Return a copy on which joins can be tried out, with some *claims* more."""
        fork = Resolution(self.store)
        fork._columns, fork.whens = self.columns.copy(), self.whens
        for claim in claims:
            fork.columns.add(claim, claim, NONE, NONE)
        fork._merged_into = dict(self._merged_into)
        fork.readings = self.readings
        return fork

    def joined(self) -> tuple[dict[str, str], dict[str, str], Mapping[str, str]]:
        """Return what is joined: claims to facts, facts to facts, sources to sources."""
        facts = dict(zip(self.columns.names(), self.columns.fact, strict=True))
        return facts, dict(self._merged_into), self.canonical

    def _set_article(self, article: str, row: IndexRow) -> int:
        number = self.articles.set(article, row.position, self.whens.number(row.date))
        claim = self.articles.last_claim[number]
        facts: set[str] = set()
        while claim >= 0:
            facts.add(self.columns.fact[claim])
            claim = self.columns.before[claim]
        for fact in facts:
            self._touch(fact)
        if not row.type.startswith("article-published"):
            # A revision may stand in another stream, and be the first event there.
            self.rewrites.append((row.position, told_of(facts)))
        return number

    def _state(self, row: IndexRow) -> None:
        assert row.claim is not None
        name = row.claim
        article = self.articles.names.numbers.get(row.stream)
        if article is None:
            raise BrokenStore("store", row.position, f"claim {name} stands before its article")
        columns = self.columns
        if columns.number(name) is not None:
            raise BrokenStore("store", row.position, f"claim {name} is stated twice")
        fact = self._awaited.pop(name, name) if self._awaited else name
        entry = self.entries.add(STATED, len(columns), row)
        claim = columns.add(name, fact, article, entry)
        self._grown(fact, claim, None)

    def _claim(self, row: IndexRow) -> int:
        number = self.columns.number(row.claim or "")
        if number is None:
            problem = f"{row.type} of the missing claim {row.claim}"
            raise BrokenStore("store", row.position, problem)
        return number

    def _change(self, kind: int, row: IndexRow) -> None:
        claim = self._claim(row)
        entry = self.entries.add(kind, claim, row)
        self.columns.changes[claim] = (*self.columns.changes_of(claim), entry)
        self._grown(self.columns.fact[claim], claim, entry)

    def _revise(self, row: IndexRow, correction: int) -> None:
        claim = self._claim(row)
        changes = self.columns.changes_of(claim)
        worded = [one for one in changes if self.entries.kind[one] == CORRECTED]
        if correction > len(worded):
            problem = f"{row.claim} has no correction {correction} to revise"
            raise BrokenStore("store", row.position, problem)
        if correction:
            gone = worded[correction - 1]
            entry = self.entries.reread(gone, row)
            self.columns.changes[claim] = tuple(
                entry if change == gone else change for change in changes
            )
        else:
            self.columns.current[claim] = self.entries.reread(self.columns.current[claim], row)
        fact = self.columns.fact[claim]
        self.rewrites.append((row.position, told_of((fact,))))
        self._touch(fact)

    def _link(self, name: str, fact: str, position: int) -> None:
        columns = self.columns
        claim = columns.number(name)
        if claim is None:
            self._awaited[name] = fact
            return
        before = columns.fact[claim]
        if before == fact:
            return
        if before != name or columns.settled[claim] < position - AT_ONCE:
            self.rewrites.append((position, told_of((before, fact))))
        columns.move(claim, fact, position)
        self.moved.append(claim)
        self._touch(before)
        self._grown(fact, claim, None)

    def _merge(self, fact: str, into: str, position: int) -> None:
        if fact == into:
            return
        for claim in list(self.claims_of(fact)):
            self.columns.move(claim, into, position)
        for name, awaited in self._awaited.items():
            if awaited == fact:
                self._awaited[name] = into
        for name, now in self._merged_into.items():
            if now == fact:
                self._merged_into[name] = into
        self._merged_into[fact] = into
        self.rewrites.append((position, (fact, into)))
        self._touch(fact)
        self._touch(into)

    def _merge_sources(self, name: str, into: str, position: int) -> None:
        gone = self.canonical.get(name, name)
        if gone == into:
            return
        canonical = {
            source: into if target == gone else target for source, target in self.canonical.items()
        }
        self.readings = Readings(self, {**canonical, gone: into})
        self._articles_read.clear()
        self.rewrites.append((position, None))
        for watcher in self.watchers:
            watcher.overturned()

    def _grown(self, fact: str, claim: int, entry: int | None) -> None:
        if fact == NOWHERE:
            return
        for watcher in self.watchers:
            watcher.grown(fact, claim, entry)

    def _touch(self, fact: str) -> None:
        if fact == NOWHERE:
            return
        for watcher in self.watchers:
            watcher.touched(fact)
