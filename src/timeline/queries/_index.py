"""When what became known: the news of each fact in fold order, by one clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    Basis,
    ClaimCorrected,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Clock,
    Known,
    spelled,
    stated_known,
)
from timeline.projections import News, Told
from timeline.queries._line import Card, Line, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.dates import When
    from timeline.model import Claim, Event, NewsEvent
    from timeline.queries._resolution import ClaimLife, Resolution
    from timeline.store import IndexRow


@attrs.frozen
class Lens:
    """The part of a question that decides what "known" means; see `timeline.model.AsOf`."""

    clock: Clock
    refused: frozenset[Basis]
    zone: str | None


class Index:
    """The news of a resolution, seen through a lens; worked out fact by fact, when asked."""

    def __init__(self, resolution: Resolution, lens: Lens) -> None:
        self.resolution = resolution
        self.lens = lens

    def line(self, fact: str) -> Line:
        """Return the news about *fact*, in fold order, nothing decoded."""
        return Line(
            ref for life in self.resolution.claims_of(fact) for ref in self._of_claim(fact, life)
        )

    def news(self, line: Line) -> list[News]:
        """Decode the news of a line."""
        return self._read(line.refs)

    def everything(self) -> list[News]:
        """Decode all news, in fold order, that about articles included."""
        refs = [
            ref
            for fact in self.resolution.facts()
            for life in self.resolution.claims_of(fact)
            for ref in self._of_claim(fact, life)
        ]
        refs += [self._of_article(row) for row in self.resolution.article_news]
        return self._read(Line(refs).refs)

    def notes(self, line: Line) -> dict[int, str]:
        """Return what outlets said when they corrected or retracted, by position."""
        if line.plain:
            return {}
        positions = [ref.row.position for ref in line.refs if ref.previous is not None]
        events = (record.event for record in self.resolution.store.fetch(positions))
        return {
            position: event.note
            for position, event in zip(positions, events, strict=True)
            if isinstance(event, ClaimCorrected | ClaimRetracted)
        }

    # ---- Placing news in time ----------------------------------------------------------------

    def _of_claim(self, fact: str, life: ClaimLife) -> Iterator[Ref]:
        stream = life.row.stream
        published = self.resolution.articles[stream].date
        assert published is not None  # an article is dated
        printed = Known.of(published, self.lens.zone)
        known = self._stated(life.content, printed)
        if known is None:
            return
        stated = self._in_words(life.content, known, published, printed)
        told = Told(self._card(life.id, life.content), known, stated, published)
        yield Ref(known, stated, life.row, life.content, None, told, fact)
        content = life.content
        for wording in life.corrections:
            on = wording.row.date
            assert on is not None  # a correction is dated
            known = Known.of(on, self.lens.zone).not_before(known)
            stated = spelled(known, on)
            told = Told(self._card(life.id, wording.content), known, stated, published)
            yield Ref(known, stated, wording.row, wording.content, content, told, fact)
            content = wording.content
        for row in life.retractions:
            on = row.date
            assert on is not None  # a retraction is dated
            gone = Known.of(on, self.lens.zone).not_before(known)
            yield Ref(gone, spelled(gone, on), row, row, content, None, fact)

    def _of_article(self, row: IndexRow) -> Ref:
        published = self.resolution.articles[row.stream].date
        assert published is not None  # an article is dated
        known = Known.of(published, self.lens.zone)
        if row.type.startswith("article-published"):
            return Ref(known, published, row, row, None, None, None)
        assert row.date is not None  # a correction is dated
        known = Known.of(row.date, self.lens.zone).not_before(known)
        return Ref(known, spelled(known, row.date), row, row, None, None, None)

    def _card(self, claim: str, content: IndexRow) -> Card:
        assert content.stance is not None  # every wording of a claim has both
        assert content.chain is not None
        attribution = self.resolution.attribution(content.chain)
        return Card(claim, content.stance, attribution, content.occurred, content.position)

    def _stated(self, content: IndexRow, printed: Known) -> Known | None:
        if self.lens.clock is Clock.PUBLISHED:
            return printed
        basis = self._basis(content.basis)
        return None if basis is None else self._by_basis(basis, content, printed)

    def _by_basis(self, basis: Basis, content: IndexRow, printed: Known) -> Known:
        if basis is Basis.PUBLISHED:
            return printed
        date, occurred = content.date, content.occurred
        stated = None if date is None else Known.of(date, self.lens.zone)
        return stated_known(
            basis,
            published=printed,
            stated=(None, None) if stated is None else (stated.earliest, stated.latest),
            began=(None, None)
            if occurred is None
            else (occurred.start_earliest, occurred.start_latest),
        )

    def _basis(self, basis: Basis | None) -> Basis | None:
        """Return the basis that is believed; None where the claim is to be left out."""
        believed = basis or Basis.PUBLISHED
        if not self.lens.refused:
            return believed
        if believed in self.lens.refused:
            believed = Basis.PUBLISHED
        return None if believed in self.lens.refused else believed

    def _in_words(self, content: IndexRow, known: Known, published: When, printed: Known) -> When:
        """Return when a claim was stated, whatever the clock, in the words of its basis."""
        basis = self._basis(content.basis) or Basis.PUBLISHED
        if basis is Basis.PUBLISHED:
            return published
        if self.lens.clock is Clock.PUBLISHED:
            known = self._by_basis(basis, content, printed)
        began = None if content.occurred is None else content.occurred.start
        return spelled(known, content.date if basis is Basis.DATED else began, published)

    # ---- Decoding ---------------------------------------------------------------------------

    def _read(self, refs: list[Ref]) -> list[News]:
        positions = sorted({row.position for ref in refs for row in _rows(ref)})
        records = self.resolution.store.fetch(positions)
        events = {record.position: record.event for record in records}
        return [self._news(ref, events) for ref in refs]

    def _news(self, ref: Ref, events: Mapping[int, Event]) -> News:
        previous = None if ref.previous is None else events[ref.previous.position]
        canonical = self.resolution.canonical
        return News(
            event=self._as_read(events[ref.row.position], events[ref.content.position]),
            known=ref.known,
            stated=ref.stated,
            article=self.resolution.article(ref.row.stream),
            fact=ref.fact,
            previous=None if previous is None else claim_in(previous, canonical),
            stream=ref.row.stream,
            version=ref.row.version,
        )

    def _as_read(self, event: Event, content: Event) -> NewsEvent:
        """Return the event with its claim as revised."""
        match event:
            case ClaimStated():
                return ClaimStated(claim_in(content, self.resolution.canonical))
            case ClaimCorrected():
                return attrs.evolve(event, claim=claim_in(content, self.resolution.canonical))
            case ClaimRetracted() | ArticleCorrected():
                return event
            case ArticlePublished(article=article):
                return ArticlePublished(self.resolution.article(article.id))
            case _:
                raise TypeError(event)  # rows of other types never become references


def claim_in(event: Event, canonical: Mapping[str, str]) -> Claim:
    """Return the claim that an event words, its sources under *canonical* ids."""
    assert isinstance(event, ClaimStated | ClaimCorrected | ClaimRevised)
    claim = event.claim
    if any(link in canonical for link in claim.attribution.chain):
        return attrs.evolve(claim, attribution=claim.attribution.renamed(canonical))
    return claim


def _rows(ref: Ref) -> list[IndexRow]:
    rows = [ref.row, ref.content]
    return rows if ref.previous is None else [*rows, ref.previous]
