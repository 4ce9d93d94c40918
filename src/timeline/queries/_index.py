"""When what became known: the news of each fact in fold order, by one clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Clock,
    Event,
    Known,
    NewsEvent,
    spelled,
    stated_known,
    stated_when,
)
from timeline.projections import News, fold_order
from timeline.store import IndexRow

if TYPE_CHECKING:
    from timeline.queries._resolution import ClaimLife, Resolution


@attrs.frozen
class Lens:
    """The part of a question that decides what "known" means; see `timeline.model.AsOf`."""

    clock: Clock
    refused: frozenset[Basis]
    zone: str | None


@attrs.frozen
class Ref:
    """A piece of news by its place in the store, not yet decoded."""

    known: Known
    row: IndexRow
    content: IndexRow
    previous: IndexRow | None
    fact: str | None


class Index:
    """The news of a resolution, seen through a lens; worked out fact by fact, when asked."""

    def __init__(self, resolution: Resolution, lens: Lens) -> None:
        self.resolution = resolution
        self.lens = lens
        self._lines: dict[str, tuple[tuple[int, int], list[News]]] = {}

    def line(self, fact: str) -> list[News]:
        """Return the news about *fact*, in fold order."""
        stamp = (self.resolution.epoch, self.resolution.touched.get(fact, 0))
        held = self._lines.get(fact)
        if held is None or held[0] != stamp:
            held = (stamp, self._read(self._refs(fact)))
            self._lines[fact] = held
        return held[1]

    def everything(self) -> list[News]:
        """Return all news, in fold order, that about articles included."""
        refs = [ref for fact in self.resolution.facts() for ref in self._refs(fact)]
        refs += [self._of_article(row) for row in self.resolution.article_news]
        return self._read(refs)

    # ---- Placing news in time, without decoding it --------------------------------------------

    def _refs(self, fact: str) -> list[Ref]:
        return [
            ref for life in self.resolution.claims_of(fact) for ref in self._of_claim(fact, life)
        ]

    def _of_claim(self, fact: str, life: ClaimLife) -> list[Ref]:
        first, *corrections = life.wordings
        known = self._stated(first.content, first.row.stream)
        if known is None:
            return []
        refs = [Ref(known, first.row, first.content, None, fact)]
        content = first.content
        for wording in corrections:
            known = self._dated(wording.row.date).not_before(known)
            refs.append(Ref(known, wording.row, wording.content, content, fact))
            content = wording.content
        last = known
        refs.extend(
            Ref(self._dated(row.date).not_before(last), row, row, content, fact)
            for row in life.retractions
        )
        return refs

    def _of_article(self, row: IndexRow) -> Ref:
        published = self._published(row.stream)
        if row.type.startswith("article-published"):
            return Ref(published, row, row, None, None)
        return Ref(self._dated(row.date).not_before(published), row, row, None, None)

    def _stated(self, content: IndexRow, article: str) -> Known | None:
        published = self._published(article)
        if self.lens.clock is Clock.PUBLISHED:
            return published
        basis = self._basis(content.basis)
        if basis is None:
            return None
        date, occurred = content.date, content.occurred
        stated = self._dated(date) if basis is Basis.DATED and date is not None else None
        return stated_known(
            basis,
            published=published,
            stated=(None, None) if stated is None else (stated.earliest, stated.latest),
            began=(None, None)
            if occurred is None
            else (occurred.start_earliest, occurred.start_latest),
        )

    def _basis(self, basis: Basis | None) -> Basis | None:
        """Return the basis that is believed; None where the claim is to be left out."""
        believed = basis or Basis.PUBLISHED
        if believed in self.lens.refused:
            believed = Basis.PUBLISHED
        return None if believed in self.lens.refused else believed

    def _published(self, article: str) -> Known:
        return self._dated(self.resolution.articles[article].date)

    def _dated(self, date: When | None) -> Known:
        assert date is not None  # the events that get here are dated
        return Known.of(date, self.lens.zone)

    # ---- Decoding ---------------------------------------------------------------------------

    def _read(self, refs: list[Ref]) -> list[News]:
        refs.sort(key=lambda ref: fold_order(ref.known, ref.row.stream, ref.row.version))
        wanted = {row.position for ref in refs for row in _rows(ref)}
        positions = sorted(wanted)
        events = dict(
            zip(positions, (r.event for r in self.resolution.store.fetch(positions)), strict=True)
        )
        return [self._news(ref, events) for ref in refs]

    def _news(self, ref: Ref, events: dict[int, Event]) -> News:
        event = events[ref.row.position]
        content = events[ref.content.position]
        previous = events[ref.previous.position] if ref.previous is not None else None
        article = self.resolution.article(ref.row.stream)
        read, stated = self._as_read(event, content, ref, article.published)
        return News(
            event=read,
            known=ref.known,
            stated=stated,
            article=article,
            fact=ref.fact,
            previous=None if previous is None else self._claim_in(previous),
            stream=ref.row.stream,
            version=ref.row.version,
        )

    def _as_read(
        self, event: Event, content: Event, ref: Ref, published: When
    ) -> tuple[NewsEvent, When]:
        """Return the event with its claim as revised, and when it was stated, in words."""
        match event:
            case ClaimStated():
                claim = self._claim_in(content)
                stated = stated_when(
                    self._basis(claim.basis) or Basis.PUBLISHED,
                    published=published,
                    stated=claim.stated,
                    occurred=claim.occurred,
                )
                return ClaimStated(claim), stated
            case ClaimCorrected(on=on):
                return attrs.evolve(event, claim=self._claim_in(content)), spelled(ref.known, on)
            case ClaimRetracted(on=on) | ArticleCorrected(on=on):
                return event, spelled(ref.known, on)
            case ArticlePublished(article=article):
                return ArticlePublished(self.resolution.article(article.id)), published
            case _:
                raise TypeError(event)  # rows of other types never become references

    def _claim_in(self, event: Event) -> Claim:
        assert isinstance(event, ClaimStated | ClaimCorrected | ClaimRevised)
        claim = event.claim
        canonical = self.resolution.canonical
        if any(link in canonical for link in claim.attribution.chain):
            return attrs.evolve(claim, attribution=claim.attribution.renamed(canonical))
        return claim


def _rows(ref: Ref) -> list[IndexRow]:
    rows = [ref.row, ref.content]
    return rows if ref.previous is None else [*rows, ref.previous]
