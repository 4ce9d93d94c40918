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
from timeline.projections import News
from timeline.queries._line import Heard, Line, Ref
from timeline.queries._resolution import Wording

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

    def stated(self, row: IndexRow, content: IndexRow, known: Known, published: When) -> When:
        """Return when a wording was stated, whatever the clock, in the words of its date.

        All that it rests on is given, so that an answer stays as it was when more is read.

        Args:
            row: the event that brought it.
            content: the event that holds how it is read.
            known: the days in which it became known.
            published: when its article was printed.
        """
        if row.type.startswith("claim-stated"):
            return self._in_words(content, published, Known.of(published, self.lens.zone))
        assert row.date is not None  # whatever else became known is dated
        return spelled(known, row.date)

    # ---- Placing news in time ----------------------------------------------------------------

    def _of_claim(self, fact: str, life: ClaimLife) -> Iterator[Ref]:
        published = self._printed(life.row.stream)
        printed = Known.of(published, self.lens.zone)
        known = self._stated(life.content, printed)
        if known is None:
            return
        content = life.content
        heard = self._heard(life.row, content, known, published)
        yield Ref(known, life.row, content, None, heard, fact)
        # Each is dated by itself and its claim alone: no change moves when another was known.
        for change in life.changes():
            if isinstance(change, Wording):
                changed = self._dated(change.row).not_before(known)
                heard = self._heard(change.row, change.content, changed, published)
                yield Ref(changed, change.row, change.content, content, heard, fact)
                content = change.content
            else:
                gone = self._dated(change).not_before(known)
                yield Ref(gone, change, change, content, None, fact)

    def _of_article(self, row: IndexRow) -> Ref:
        known = Known.of(self._printed(row.stream), self.lens.zone)
        if not row.type.startswith("article-published"):
            known = self._dated(row).not_before(known)
        return Ref(known, row, row, None, None, None)

    def _printed(self, article: str) -> When:
        published = self.resolution.articles[article].date
        assert published is not None  # an article is dated
        return published

    def _dated(self, row: IndexRow) -> Known:
        assert row.date is not None  # a correction and a retraction are dated
        return Known.of(row.date, self.lens.zone)

    def _heard(self, row: IndexRow, content: IndexRow, known: Known, published: When) -> Heard:
        assert row.claim is not None  # every wording of a claim has all three
        assert content.stance is not None
        assert content.chain is not None
        chain = self.resolution.chain(content.chain)
        return Heard(
            row.claim, content.stance, chain, content.occurred, known, row, content, published
        )

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

    def _in_words(self, content: IndexRow, published: When, printed: Known) -> When:
        """Return when a claim was stated, in the words of its basis."""
        basis = self._basis(content.basis) or Basis.PUBLISHED
        if basis is Basis.PUBLISHED:
            return published
        began = None if content.occurred is None else content.occurred.start
        known = self._by_basis(basis, content, printed)
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
            stated=self._told_on(ref),
            article=self.resolution.article(ref.row.stream),
            fact=ref.fact,
            previous=None if previous is None else claim_in(previous, canonical),
            stream=ref.row.stream,
            version=ref.row.version,
        )

    def _told_on(self, ref: Ref) -> When:
        published = self._printed(ref.row.stream)
        if ref.row.type.startswith("article-published"):
            return published
        return self.stated(ref.row, ref.content, ref.known, published)

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
